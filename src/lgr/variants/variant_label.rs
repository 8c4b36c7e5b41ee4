//! One variant of a label.

use alloc::string::String;
use alloc::vec::Vec;

use crate::lgr::Identifier;

/// A variant label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VariantLabel {
    /// The label.
    pub label: String,
    /// Its disposition.
    pub disposition: Identifier,
    /// The action that gave it, as in [`Evaluation::action`](crate::lgr::Evaluation::action).
    pub action: usize,
    /// True if the label comes out of several derivations, an error of the ruleset by RFC 7940 section 8.4.
    pub is_duplicate: bool,
    /// Further actions by which some of them give the label other dispositions. The first action by number
    /// decides.
    pub conflicts: Vec<usize>,
}
