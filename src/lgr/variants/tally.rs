//! Counts that do not overflow on any label.

use core::fmt;

const WORDS: usize = 8;

/// A count below 2^512.
///
/// A label of 63 code points with 250 variants each has fewer variants than that. What would be more is
/// held at the greatest value, and [`VariantCount::is_exact`] is false.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct VariantCount {
    /// Least significant word first.
    words: [u64; WORDS],
}

impl VariantCount {
    /// None.
    pub const ZERO: Self = Self { words: [0; WORDS] };
    const MOST: Self = Self { words: [u64::MAX; WORDS] };

    /// The number, if it is below 2^128.
    #[must_use]
    pub fn to_u128(self) -> Option<u128> {
        let [low, high, rest @ ..] = self.words;
        rest.iter().all(|&word| word == 0).then_some(u128::from(low) | u128::from(high) << 64)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self == Self::ZERO
    }

    /// Whether this is the true number and not the greatest one that fits.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self != Self::MOST
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        let mut words = self.words;
        let mut carry = false;
        for (word, other) in words.iter_mut().zip(other.words) {
            let (sum, first) = word.overflowing_add(other);
            let (sum, second) = sum.overflowing_add(u64::from(carry));
            (*word, carry) = (sum, first || second);
        }
        if carry { Self::MOST } else { Self { words } }
    }

    fn times(self, factor: u64) -> Self {
        let mut words = self.words;
        let mut carry = 0_u128;
        for word in &mut words {
            let product = u128::from(*word) * u128::from(factor) + carry;
            *word = product as u64;
            carry = product >> 64;
        }
        if carry == 0 { Self { words } } else { Self::MOST }
    }
}

impl From<u128> for VariantCount {
    fn from(number: u128) -> Self {
        let mut words = [0; WORDS];
        let [low, high, ..] = &mut words;
        (*low, *high) = (number as u64, (number >> 64) as u64);
        Self { words }
    }
}

impl PartialOrd for VariantCount {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for VariantCount {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        self.words.iter().rev().cmp(other.words.iter().rev())
    }
}

/// In decimal.
impl fmt::Display for VariantCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(number) = self.to_u128() {
            return fmt::Display::fmt(&number, f);
        }
        // 2^512 has 155 digits: nine groups of nineteen hold them.
        let mut groups = [0_u64; 9];
        let mut words = self.words;
        for group in groups.iter_mut().rev() {
            let mut rest = 0_u128;
            for word in words.iter_mut().rev() {
                let dividend = rest << 64 | u128::from(*word);
                *word = (dividend / 10_u128.pow(19)) as u64;
                rest = dividend % 10_u128.pow(19);
            }
            *group = rest as u64;
        }
        let mut begun = false;
        for group in groups {
            match (begun, group) {
                (false, 0) => {}
                (false, _) => {
                    write!(f, "{group}")?;
                    begun = true;
                }
                (true, _) => write!(f, "{group:019}")?,
            }
        }
        Ok(())
    }
}

/// Numbers to count with: fast ones that may overflow, wide ones that do not.
pub(in crate::lgr) trait Tally: Copy + Eq {
    const ONE: Self;
    fn plus(self, other: Self) -> Option<Self>;
    fn times(self, factor: u64) -> Option<Self>;
    fn to_count(self) -> VariantCount;
}

impl Tally for u128 {
    const ONE: Self = 1;

    fn plus(self, other: Self) -> Option<Self> {
        self.checked_add(other)
    }

    fn times(self, factor: u64) -> Option<Self> {
        self.checked_mul(u128::from(factor))
    }

    fn to_count(self) -> VariantCount {
        self.into()
    }
}

impl Tally for VariantCount {
    const ONE: Self = {
        let mut words = [0; WORDS];
        words[0] = 1;
        Self { words }
    };

    fn plus(self, other: Self) -> Option<Self> {
        Some(VariantCount::plus(self, other))
    }

    fn times(self, factor: u64) -> Option<Self> {
        Some(VariantCount::times(self, factor))
    }

    fn to_count(self) -> VariantCount {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn counts_carry_and_stop() {
        let mut count = <VariantCount as Tally>::ONE;
        for _ in 0..40 {
            count = count.times(1000);
        }
        assert_eq!(count.to_string(), alloc::format!("1{}", "000".repeat(40)));
        assert_eq!(count.to_u128(), None);
        assert_eq!(count.plus(count).to_string(), alloc::format!("2{}", "000".repeat(40)));
        for _ in 0..40 {
            count = count.times(1000);
        }
        assert!(!count.is_exact());
        assert!(count.plus(count) == count);
        assert_eq!(VariantCount::from(u128::MAX).to_string(), u128::MAX.to_string());
    }
}
