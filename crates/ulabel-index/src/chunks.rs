//! Parts of a file that are read piece by piece when they are first asked for, and then kept.
//!
//! So a file of any size opens at once, and what is asked often is in memory.

use std::path::Path;
use std::sync::OnceLock;

use crate::error::{IndexError, Result};
use crate::files::ReadFile;

/// Octets of a piece.
pub(crate) const CHUNK: usize = 1 << 16;

/// A part of a file in pieces, each with a checksum.
#[derive(Debug)]
pub(crate) struct Chunks {
    start: u64,
    length: u64,
    checksums: Vec<u32>,
    chunks: Vec<OnceLock<Box<[u8]>>>,
}

/// The checksums of the pieces of some octets.
pub(crate) fn checksums(octets: &[u8]) -> impl Iterator<Item = u32> + '_ {
    octets.chunks(CHUNK).map(crc32c::crc32c)
}

/// The pieces that a part of this length has.
pub(crate) const fn count(length: u64) -> u64 {
    length.div_ceil(CHUNK as u64)
}

impl Chunks {
    pub(crate) fn new(start: u64, length: u64, checksums: Vec<u32>) -> Self {
        let chunks = checksums.iter().map(|_| OnceLock::new()).collect();
        Self { start, length, checksums, chunks }
    }

    /// Octets that lie in one piece.
    #[inline]
    pub(crate) fn get(&self, file: &dyn ReadFile, path: &Path, at: u64, count: usize) -> Result<&[u8]> {
        let number = (at / CHUNK as u64) as usize;
        let outside = || IndexError::damaged(path, self.start + at, "a place outside its part");
        let cell = self.chunks.get(number).ok_or_else(outside)?;
        let chunk = match cell.get() {
            Some(chunk) => chunk,
            None => {
                let chunk = self.read(file, path, number)?;
                cell.get_or_init(|| chunk)
            }
        };
        let at = (at % CHUNK as u64) as usize;
        chunk.get(at..at + count).ok_or_else(outside)
    }

    fn read(&self, file: &dyn ReadFile, path: &Path, number: usize) -> Result<Box<[u8]>> {
        let at = number as u64 * CHUNK as u64;
        let length = self.length.saturating_sub(at).min(CHUNK as u64);
        let mut chunk = vec![0; length as usize].into_boxed_slice();
        file.read_exact_at(&mut chunk, self.start + at).map_err(IndexError::io("read", path))?;
        match self.checksums.get(number) {
            Some(checksum) if *checksum == crc32c::crc32c(&chunk) => Ok(chunk),
            _ => Err(IndexError::damaged(path, self.start + at, "a checksum does not fit")),
        }
    }

    /// Reads every piece, and keeps none.
    pub(crate) fn verify(&self, file: &dyn ReadFile, path: &Path) -> Result<()> {
        (0..self.chunks.len()).try_for_each(|number| self.read(file, path, number).map(drop))
    }
}
