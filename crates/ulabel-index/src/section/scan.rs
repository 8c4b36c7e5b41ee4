//! Reading a section from front to back.

use std::collections::VecDeque;
use std::sync::Arc;

use super::Section;
use super::reader::Block;
use crate::error::{IndexError, Result};
use crate::hash::KeyHash;

/// Octets that are read at once.
const BUFFER: u64 = 1 << 18;

/// Entries in order, one at a time.
pub(crate) trait Source {
    /// Goes to the next entry; false at the end.
    fn advance(&mut self) -> Result<bool>;

    /// The hash of the entry.
    fn hash(&self) -> KeyHash;

    /// The entry.
    fn entry(&self) -> &[u8];
}

/// The entries of a section in order. Every checksum of a block is held, and every block to its part of the hashes.
#[derive(Debug)]
pub(crate) struct Scan {
    section: Arc<Section>,
    buffer: Vec<u8>,
    /// Where in the file the buffer begins.
    start: u64,
    next_block: u64,
    /// The entries of the block that are still to come: hash, and the place in the buffer.
    entries: VecDeque<(KeyHash, usize, usize)>,
    current: (KeyHash, usize, usize),
    last: Option<KeyHash>,
    count: u64,
}

impl Scan {
    pub(crate) fn new(section: Arc<Section>) -> Self {
        Self {
            section,
            buffer: Vec::new(),
            start: 0,
            next_block: 0,
            entries: VecDeque::new(),
            current: (KeyHash::LAST, 0, 0),
            last: None,
            count: 0,
        }
    }

    fn read_block(&mut self) -> Result<()> {
        let section = &*self.section;
        let number = self.next_block;
        self.next_block += 1;
        let (start, end) = section.place(number)?;
        if start == end {
            return Ok(());
        }
        if self.start > start || end > self.start + self.buffer.len() as u64 {
            // Blocks follow each other, up to the part behind the last.
            let (_, last) = section.place(section.blocks - 1)?;
            if last < end {
                return Err(section.bad_block(start));
            }
            let length = usize::try_from(end.max(last.min(start + BUFFER)) - start);
            self.buffer.resize(length.map_err(|_| section.bad_block(start))?, 0);
            self.start = start;
            section
                .file
                .read_exact_at(&mut self.buffer, start)
                .map_err(IndexError::io("read", &section.path))?;
        }
        let range = (start - self.start) as usize..(end - self.start) as usize;
        let octets = self.buffer.get(range.clone()).unwrap_or_default();
        let bad = || section.bad_block(start);
        let mut block = Block::read(number, octets).ok_or_else(bad)?;
        for hash in block.hashes {
            let hash = KeyHash::from_octets(*hash);
            let entry = block.entries.octets().ok_or_else(bad)?;
            let end = range.end - block.entries.rest().len();
            self.entries.push_back((hash, end - entry.len(), end));
            if hash.scale(section.blocks) != number || self.last.is_some_and(|last| last > hash) {
                return Err(IndexError::damaged(&section.path, start, "hashes out of order"));
            }
            self.last = Some(hash);
        }
        if block.entries.is_empty() { Ok(()) } else { Err(bad()) }
    }
}

impl Source for Scan {
    fn advance(&mut self) -> Result<bool> {
        loop {
            if let Some(entry) = self.entries.pop_front() {
                self.current = entry;
                self.count += 1;
                return Ok(true);
            }
            if self.next_block == self.section.blocks {
                return match self.count == self.section.entries() {
                    true => Ok(false),
                    false => {
                        Err(IndexError::damaged(&self.section.path, 0, "the number of entries is another"))
                    }
                };
            }
            self.read_block()?;
        }
    }

    #[inline]
    fn hash(&self) -> KeyHash {
        self.current.0
    }

    #[inline]
    fn entry(&self) -> &[u8] {
        self.buffer.get(self.current.1..self.current.2).unwrap_or_default()
    }
}
