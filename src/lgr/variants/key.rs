//! What the quick count of variants keeps apart, and its memory.

use alloc::vec::Vec;

use super::tally::VariantCount;

/// The rules whose course is followed at once in the quick count; with more the walk is taken.
pub(super) const FOLLOWED: usize = 16;

/// A rule that has matched, and one that no action will ask any more; greater than the states of any
/// rule that is followed.
pub(super) const MATCHED: u8 = u8::MAX;
pub(super) const RETIRED: u8 = u8::MAX - 1;
pub(super) const GREATEST: usize = 250;

/// What is known of the variant labels that begin alike, as far as their disposition goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) types: u64,
    pub(super) rules: [u8; FOLLOWED],
    pub(super) all_mapped: bool,
    /// Whether nothing was changed so far.
    pub(super) same: bool,
}

/// Memory that is used again.
#[derive(Debug, Default)]
pub(super) struct CountScratch {
    pub(super) fast: [Vec<(Key, u128)>; 2],
    pub(super) wide: [Vec<(Key, VariantCount)>; 2],
    pub(super) steps: Vec<(Step, u64)>,
    pub(super) live: Vec<usize>,
    pub(super) letters: Vec<u8>,
    pub(super) reductions: Vec<Reduced>,
}

/// What one more code point does to a [`Key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) letters: [u8; FOLLOWED],
    pub(super) types: u64,
    pub(super) mapped: bool,
    pub(super) same: bool,
}

/// An answer of [`Actions::reduce`](crate::lgr::compile::action::Actions::reduce), kept for the label.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reduced {
    pub(super) types: u64,
    pub(super) matched: u16,
    pub(super) dead: u16,
    pub(super) to: u64,
    pub(super) asks_all_mapped: bool,
    pub(super) retired: u16,
}
