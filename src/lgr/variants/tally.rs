//! Counts that do not overflow on any label.

use core::fmt;

use bnum::cast::CastFrom as _;
use bnum::types::U512;

/// A count below 2^512.
///
/// A label of 63 code points with 250 variants each has fewer variants than that. A greater count is held at
/// the greatest value, and [`VariantCount::is_exact`] is false.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VariantCount(U512);

impl VariantCount {
    /// None.
    pub const ZERO: Self = Self(U512::MIN);

    /// The number, if it is below 2^128.
    #[must_use]
    pub fn to_u128(self) -> Option<u128> {
        self.0.try_into().ok()
    }

    /// True if there is none.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self == Self::ZERO
    }

    /// True if this is the true number and not the greatest one that fits.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self.0 != U512::MAX
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The product.
    #[must_use]
    pub fn times(self, factor: u64) -> Self {
        Self(self.0.saturating_mul(U512::cast_from(factor)))
    }
}

impl From<u128> for VariantCount {
    fn from(number: u128) -> Self {
        Self(U512::cast_from(number))
    }
}

/// In decimal.
impl fmt::Display for VariantCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Numbers to count with: `u128` is fast and may overflow, [`VariantCount`] is wide and does not.
pub(super) trait Tally: Copy + From<u128> + Into<VariantCount> {
    /// The sum; `None` if it overflows.
    fn checked_plus(self, other: Self) -> Option<Self>;
    /// The product; `None` if it overflows.
    fn checked_times(self, factor: u64) -> Option<Self>;
}

impl Tally for u128 {
    fn checked_plus(self, other: Self) -> Option<Self> {
        self.checked_add(other)
    }

    fn checked_times(self, factor: u64) -> Option<Self> {
        self.checked_mul(Self::from(factor))
    }
}

impl Tally for VariantCount {
    fn checked_plus(self, other: Self) -> Option<Self> {
        Some(self.plus(other))
    }

    fn checked_times(self, factor: u64) -> Option<Self> {
        Some(self.times(factor))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn counts_carry_and_stop() {
        let grown = |count: VariantCount| (0..40).try_fold(count, |count, _| count.checked_times(1000));
        let count = grown(VariantCount::from(1)).unwrap();
        assert_eq!(count.to_string(), alloc::format!("1{}", "000".repeat(40)));
        assert_eq!(count.to_u128(), None);
        assert_eq!(count.plus(count).to_string(), alloc::format!("2{}", "000".repeat(40)));
        let count = grown(count).unwrap();
        assert!(!count.is_exact());
        assert!(count.plus(count) == count);
        assert_eq!(VariantCount::from(u128::MAX).to_string(), u128::MAX.to_string());
    }
}
