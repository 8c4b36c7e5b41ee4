//! Memory that is used again from label to label.

use super::key::CountScratch;
use super::lattice::Lattice;
use crate::lgr::evaluate::lookup::LabelLookup;

/// Memory that is used again from label to label; make one a thread.
#[derive(Debug, Default)]
pub struct Scratch {
    pub(in crate::lgr) label: LabelLookup,
    /// A variant of the label.
    pub(super) variant: LabelLookup,
    pub(in crate::lgr) lattice: Lattice,
    pub(super) count: CountScratch,
}

impl Scratch {
    /// Memory for any ruleset; it takes nothing from the heap before it is used.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
