//! The differences between variant labels that the quick count keeps apart, and its memory.

use alloc::vec::Vec;

use super::tally::VariantCount;

/// The rules whose course is followed at once in the quick count; with more the walk is taken.
pub(super) const MAX_FOLLOWED_RULES: usize = 16;

/// A rule that has matched, and one that no action will ask any more; greater than the states of any
/// rule that is followed, which are at most [`MAX_FOLLOWED_STATES`].
pub(super) const MATCHED: u8 = u8::MAX;
pub(super) const RETIRED: u8 = u8::MAX - 1;
pub(super) const MAX_FOLLOWED_STATES: usize = 250;

/// The state of all variant labels whose beginnings are alike as far as dispositions go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) types: u64,
    pub(super) rules: [u8; MAX_FOLLOWED_RULES],
    pub(super) all_mapped: bool,
    /// True if nothing was changed so far.
    pub(super) same: bool,
}

/// Memory that is used again.
#[derive(Debug, Default)]
pub(super) struct CountScratch {
    /// For each place of the label, the beginnings that end there.
    pub(super) fast: Vec<Vec<(Key, u128)>>,
    /// As `fast`, for numbers beyond it.
    pub(super) wide: Vec<Vec<(Key, VariantCount)>>,
    pub(super) ways: Vec<(Way, u64)>,
    pub(super) reductions: Vec<Reduction>,
}

/// The way from a place to a later one, by an edge or by several whose effect is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Way {
    pub(super) to: u8,
    /// The effect of its first code point.
    pub(super) first: Step,
    /// The edge, if it puts more than one code point into the label; or [`NONE`](crate::lgr::compile::repertoire::NONE).
    pub(super) longer: u32,
}

/// The effect of one more code point on a [`Key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) letters: [u8; MAX_FOLLOWED_RULES],
    pub(super) types: u64,
    pub(super) mapped: bool,
    pub(super) same: bool,
}

/// An answer of [`Actions::reduce`](crate::lgr::compile::action::Actions::reduce), kept for the label: the
/// question is `types`, `matched` and `dead`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reduction {
    pub(super) types: u64,
    pub(super) matched: u16,
    pub(super) dead: u16,
    pub(super) to: u64,
    pub(super) asks_all_mapped: bool,
    pub(super) retired: u16,
}
