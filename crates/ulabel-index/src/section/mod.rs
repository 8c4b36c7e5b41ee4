//! Sections: immutable files of entries in the order of their hashes.
//!
//! | part | octets |
//! |---|---|
//! | head | `ulabelix`, format (4), kind (4), id of the index (16), digest of what keys depend on (32), checksum (4) |
//! | blocks | checksum (4), hashes (6 each) behind their number, entries behind their lengths; a block holds the hashes of an equal part of all hashes, 24 on average, and may be empty |
//! | places | where each block begins, and the end of the last (8 each) |
//! | filter | lines of 64 octets ([`crate::filter`]) |
//! | checksums | of each 64 KiB of places and filter (4 each) |
//! | foot | numbers of entries, blocks and lines, where places, filter, checksums begin, length of the file (8 each); checksums of the checksums, and of head and foot (4 each) |
//!
//! All numbers have their least octet first, hashes their greatest. There are two kinds of sections. Those of *names*
//! have records ([`crate::entry`]) by the hash of the coarse key. Those of *skeletons* have, by the hash of the wide
//! skeleton, the hash of a coarse key, and how many names more than below have the two.

mod reader;
mod scan;
mod writer;

pub(crate) use reader::Section;
pub(crate) use scan::{Scan, Source};
pub(crate) use writer::SectionWriter;

use std::path::Path;

use crate::error::{IndexError, Result};
use crate::octets::Reader;

/// The version of the format of all files of an index. Files of the versions before are read; format 1 has no name
/// that is mirrored.
pub(crate) const FORMAT: u32 = 2;

pub(crate) const MAGIC: [u8; 8] = *b"ulabelix";
const HEAD: usize = 68;
const FOOT: usize = 64;
/// Entries of a block, on average.
const BLOCK: u64 = 24;

/// What the entries of a section are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Names,
    Skeletons,
}

impl Kind {
    const fn number(self) -> u32 {
        match self {
            Self::Names => 1,
            Self::Skeletons => 2,
        }
    }

    /// What, beside the hash, makes two entries the same: the name, or the hash of the coarse key.
    #[inline]
    pub(crate) fn identity(self, entry: &[u8]) -> &[u8] {
        match self {
            Self::Names => Reader::new(entry).octets().unwrap_or_default(),
            Self::Skeletons => entry.get(..crate::hash::HASH_LENGTH).unwrap_or_default(),
        }
    }
}

/// What all files of an index have in their heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    /// The index.
    pub(crate) id: [u8; 16],
    /// The digest of what keys depend on.
    pub(crate) digest: [u8; 32],
}

impl Origin {
    fn head(&self, kind: Kind) -> Vec<u8> {
        let mut head = Vec::with_capacity(HEAD);
        head.extend(MAGIC);
        head.extend(FORMAT.to_le_bytes());
        head.extend(kind.number().to_le_bytes());
        head.extend(self.id);
        head.extend(self.digest);
        head.extend(crc32c::crc32c(&head).to_le_bytes());
        head
    }
}

/// Reads how a file begins, magic and version, before anything else of it is read; gives the version.
pub(crate) fn check_format(path: &Path, reader: &mut Reader<'_>) -> Result<u32> {
    let foreign = |found| Err(IndexError::Foreign { path: path.into(), found });
    if reader.array() != Some(MAGIC) {
        return foreign("it does not begin as one");
    }
    match reader.u32() {
        Some(found @ 1..=FORMAT) => Ok(found),
        Some(found) if found > FORMAT => Err(IndexError::Newer { path: path.into(), found, known: FORMAT }),
        _ => foreign("its format is none"),
    }
}
