//! The code points that a ruleset knows, numbered.

use alloc::vec::Vec;

use crate::unicode::OwnedTrie;

/// The known code points in ascending order; the place of a code point is its number.
#[derive(Clone, Debug, Default)]
pub(in crate::lgr) struct Universe {
    points: Vec<char>,
    /// One more than the number of each code point; 0 for unknown ones.
    numbers: OwnedTrie<u32, 128>,
}

impl Universe {
    /// Numbers these code points.
    pub(in crate::lgr) fn new(mut points: Vec<char>) -> Self {
        points.sort_unstable();
        points.dedup();
        let numbers = points.iter().map(|c| u32::from(*c)).zip(1..).collect();
        Self { points, numbers }
    }

    /// The number of a code point, if it is known.
    #[inline]
    pub(in crate::lgr) fn number(&self, c: char) -> Option<u32> {
        self.numbers.get(u32::from(c)).checked_sub(1)
    }

    /// The code points in the order of their numbers.
    pub(in crate::lgr) fn points(&self) -> &[char] {
        &self.points
    }

    /// The numbers of the known code points from `first` to `last`.
    pub(in crate::lgr) fn range(&self, first: char, last: char) -> core::ops::Range<usize> {
        let start = self.points.partition_point(|&c| c < first);
        let end = self.points.partition_point(|&c| c <= last);
        start..end.max(start)
    }
}
