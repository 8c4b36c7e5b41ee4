//! The faults of a policy file, by the offset of their place.

use alloc::string::String;
use alloc::vec::Vec;
use core::iter;

use crate::finding::{self, Fault, FaultCode, Position};

/// Collects the faults of a file.
pub(super) struct Faults<'t> {
    text: &'t str,
    line_starts: Vec<usize>,
    faults: finding::Faults,
}

impl<'t> Faults<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let line_ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            line_starts: iter::once(0).chain(line_ends).collect(),
            faults: finding::Faults::default(),
        }
    }

    /// Adds a fault at an offset in octets.
    pub(super) fn add(&mut self, offset: usize, code: FaultCode, message: String) {
        if self.faults.is_full() {
            return;
        }
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let start = self.line_starts.get(line.saturating_sub(1)).copied().unwrap_or(offset);
        let before = self.text.get(start..offset).unwrap_or_default();
        let position = Position { line: line as u32, column: before.chars().count() as u32 + 1 };
        self.faults.add(Fault::new(code, Some(position), alloc::vec![message]));
    }

    /// The place of an octet inside a string whose value begins at `at`; `at` itself where the string is
    /// not written as it reads.
    pub(super) fn inside(&self, at: usize, value: &str, offset: usize) -> usize {
        let written = self.text.get(at + 1..).is_some_and(|text| text.starts_with(value));
        if written { at + 1 + offset } else { at }
    }

    /// Every fault in the order of the file.
    pub(super) fn finish(self) -> Vec<Fault> {
        self.faults.finish()
    }
}

/// A fault in no place of the policy's own text.
pub(super) fn nowhere(code: FaultCode, message: String) -> Fault {
    Fault::new(code, None, alloc::vec![message])
}
