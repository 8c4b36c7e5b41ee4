//! A letter of the automaton.

use alloc::vec::Vec;

use crate::lgr::compile::repertoire::SequenceNode;

/// The number of the letter of code points that are not followed.
pub(super) const OTHER: u8 = 0;

/// What the automaton knows of a code point.
#[derive(Clone, Debug)]
pub(super) struct Letter<'a> {
    /// How it is read by the rules that are followed.
    pub(super) of_rules: Vec<u8>,
    /// Its entry as a single code point; none without one, or with one that is not followed.
    pub(super) alone: Option<Alone>,
    /// The code point, if it is in sequences.
    pub(super) code_point: Option<char>,
    /// The sequences that begin with it.
    pub(super) sequences: Option<&'a SequenceNode>,
}

/// An entry without its code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Alone {
    /// The number of its context.
    pub(super) context: Option<usize>,
    /// The type of the variant that it is of itself.
    pub(super) types: u64,
    pub(super) is_reflexive: bool,
}

impl Letter<'_> {
    /// How a rule reads it.
    pub(super) fn read_by(&self, rule: usize) -> Option<u8> {
        self.of_rules.get(rule).copied()
    }
}
