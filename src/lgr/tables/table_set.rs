//! A set of the tables of a zone.

use crate::lgr::compile::MAX_TABLES;

/// Some of the tables of a zone, by their numbers from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TableSet {
    // In this order the sets compare as their numbers. A `u128` would align reports to 16 octets.
    high: u64,
    low: u64,
}

impl TableSet {
    /// No table.
    pub const EMPTY: Self = Self::of(0);
    /// Every table.
    pub const ALL: Self = Self::of(u128::MAX);

    const fn of(bits: u128) -> Self {
        Self { high: (bits >> 64) as u64, low: bits as u64 }
    }

    const fn bits(self) -> u128 {
        (self.high as u128) << 64 | self.low as u128
    }

    /// The table with this number alone; empty beyond [`MAX_TABLES`].
    #[must_use]
    pub const fn one(number: usize) -> Self {
        if number < MAX_TABLES { Self::of(1 << number) } else { Self::EMPTY }
    }

    /// True if no table is in the set.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.bits() == 0
    }

    /// True if the table with this number is in the set.
    #[must_use]
    pub const fn has(self, number: usize) -> bool {
        !self.and(Self::one(number)).is_empty()
    }

    /// The tables that are in both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self::of(self.bits() & other.bits())
    }

    /// The tables that are in this set and not in the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self::of(self.bits() & !other.bits())
    }

    /// Adds a table.
    pub const fn insert(&mut self, number: usize) {
        *self = Self::of(self.bits() | Self::one(number).bits());
    }

    /// The numbers of the tables, in order.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        let mut rest = self.bits();
        core::iter::from_fn(move || {
            let next = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
            rest &= rest - 1;
            Some(next)
        })
    }

    /// The table with the lowest number.
    #[must_use]
    pub fn first(self) -> Option<usize> {
        self.iter().next()
    }
}

impl FromIterator<usize> for TableSet {
    fn from_iter<I: IntoIterator<Item = usize>>(numbers: I) -> Self {
        let mut set = Self::EMPTY;
        numbers.into_iter().for_each(|number| set.insert(number));
        set
    }
}
