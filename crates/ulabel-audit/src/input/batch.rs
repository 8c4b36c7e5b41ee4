//! A stretch of names.

use super::lines;

/// A stretch of names, as one reader gives them, in memory that is used again.
#[derive(Debug, Default)]
pub struct Batch {
    pub(super) octets: Vec<u8>,
    pub(super) parts: Parts,
    /// The line that the octets begin in, from 1 on.
    pub(super) first_line: u64,
    /// Which of the files it is from.
    pub(super) file: usize,
    /// Octets of the file, as it is stored, that were read for it.
    pub(super) read: u64,
}

/// What the octets of a batch are.
#[derive(Debug, Default)]
pub(super) enum Parts {
    /// Lines, each with a name.
    #[default]
    Lines,
    /// Names, one behind the other, each with the place where it ends and its line.
    Names(Vec<(usize, u64)>),
}

impl Batch {
    /// The names, each with its line, or with its row where the file has rows and no lines; from 1 on.
    pub fn names(&self) -> impl Iterator<Item = (&[u8], u64)> {
        let (lines, names) = match &self.parts {
            Parts::Lines => (Some(lines::lines(&self.octets).zip(self.first_line..)), [].as_slice()),
            Parts::Names(names) => (None, names.as_slice()),
        };
        let mut start = 0;
        let names = names.iter().map(move |&(end, line)| {
            let name = self.octets.get(start..end).unwrap_or_default();
            start = end;
            (name, line)
        });
        lines.into_iter().flatten().chain(names)
    }

    /// Which of the files it is from, in their order.
    #[must_use]
    pub const fn file(&self) -> usize {
        self.file
    }

    /// Octets of the file, as it is stored, that were read for it.
    #[must_use]
    pub const fn octets_read(&self) -> u64 {
        self.read
    }

    /// Empties it, to be filled with names.
    pub(super) fn begin_names(&mut self) {
        self.octets.clear();
        match &mut self.parts {
            Parts::Names(names) => names.clear(),
            Parts::Lines => self.parts = Parts::Names(Vec::new()),
        }
    }

    /// Adds a name; begin with [`Self::begin_names`].
    pub(super) fn push(&mut self, name: &[u8], line: u64) {
        self.octets.extend_from_slice(name);
        self.end_name(line);
    }

    /// Ends a name, whose octets were added.
    pub(super) fn end_name(&mut self, line: u64) {
        if let Parts::Names(names) = &mut self.parts {
            names.push((self.octets.len(), line));
        }
    }

    /// True if it is time to hand it on.
    pub(super) fn is_full(&self) -> bool {
        const ENOUGH: usize = 128 * 1024;
        self.octets.len() >= ENOUGH
    }

    pub(super) fn is_empty(&self) -> bool {
        match &self.parts {
            Parts::Lines => self.octets.is_empty(),
            Parts::Names(names) => names.is_empty(),
        }
    }
}
