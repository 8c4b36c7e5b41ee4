//! Reading a section at the place of a hash.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::writer::block_checksum;
use super::{FOOT, HEAD, Kind, Origin, check_format};
use crate::chunks::{self, Chunks};
use crate::error::{IndexError, Result};
use crate::files::{Files, ReadFile};
use crate::filter;
use crate::hash::{HASH_LENGTH, KeyHash};
use crate::octets::Reader;

/// A section, open for reading.
#[derive(Debug)]
pub(crate) struct Section {
    pub(super) path: PathBuf,
    pub(super) file: Arc<dyn ReadFile>,
    pub(super) blocks: u64,
    entries: u64,
    lines: u64,
    length: u64,
    pub(super) places: Chunks,
    filter: Chunks,
}

impl Section {
    /// Opens a section of this index, which was written with this length.
    pub(crate) fn open(
        files: &dyn Files,
        path: &Path,
        kind: Kind,
        origin: &Origin,
        expected: u64,
    ) -> Result<Self> {
        let file = files.open(path).map_err(IndexError::io("open", path))?;
        let found = file.length().map_err(IndexError::io("read", path))?;
        let mut head = vec![0; HEAD.min(usize::try_from(found).unwrap_or(HEAD))];
        file.read_exact_at(&mut head, 0).map_err(IndexError::io("read", path))?;
        check_head(path, &head, kind, origin)?;
        if found != expected || found < (HEAD + FOOT) as u64 {
            return Err(IndexError::Truncated { path: path.into(), found, expected });
        }
        let mut foot = [0; FOOT];
        let foot_at = found - FOOT as u64;
        file.read_exact_at(&mut foot, foot_at).map_err(IndexError::io("read", path))?;
        let damaged = |what| IndexError::damaged(path, foot_at, what);
        let checked = foot.split_last_chunk::<4>();
        if checked.is_none_or(|(octets, checksum)| {
            crc32c::crc32c_append(crc32c::crc32c(&head), octets).to_le_bytes() != *checksum
        }) {
            return Err(damaged("the checksum of the foot does not fit"));
        }
        let mut reader = Reader::new(&foot);
        let mut number = || reader.u64().unwrap_or_default();
        let [entries, blocks, lines] = [number(), number(), number()];
        let [places_at, filter_at, checksums_at, length] = [number(), number(), number(), number()];
        let sum = reader.u32();
        let is_sound = (|| {
            let places = blocks.checked_add(1)?.checked_mul(8)?;
            let filter = lines.checked_mul(filter::LINE as u64)?;
            let checksums = 4 * (chunks::count(places) + chunks::count(filter));
            Some(
                places_at.checked_add(places)? == filter_at
                    && filter_at.checked_add(filter)? == checksums_at
                    && checksums_at.checked_add(checksums)? == foot_at
                    && (blocks > 0 && lines > 0 && length == found && places_at >= HEAD as u64),
            )
        })();
        if is_sound != Some(true) {
            return Err(damaged("places in the foot that cannot be"));
        }
        let mut octets = vec![0; (foot_at - checksums_at) as usize];
        file.read_exact_at(&mut octets, checksums_at).map_err(IndexError::io("read", path))?;
        if sum != Some(crc32c::crc32c(&octets)) {
            return Err(damaged("the checksum of the checksums does not fit"));
        }
        let mut reader = Reader::new(&octets);
        let mut part = |start: u64, end: u64| {
            let count = chunks::count(end - start);
            Chunks::new(start, end - start, (0..count).filter_map(|_| reader.u32()).collect())
        };
        let (places, filter) = (part(places_at, filter_at), part(filter_at, checksums_at));
        Ok(Self { path: path.into(), file, blocks, entries, lines, length, places, filter })
    }

    pub(crate) const fn entries(&self) -> u64 {
        self.entries
    }

    pub(crate) const fn length(&self) -> u64 {
        self.length
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Calls `each` with the entries of that hash, in the order of their identities; `buffer` is for use in between.
    #[inline]
    pub(crate) fn find(
        &self,
        hash: KeyHash,
        buffer: &mut Vec<u8>,
        each: &mut dyn FnMut(&[u8]) -> Result<()>,
    ) -> Result<()> {
        let at = hash.scale(self.lines) * filter::LINE as u64;
        if !filter::may_have(self.filter.get(&*self.file, &self.path, at, filter::LINE)?, hash) {
            return Ok(());
        }
        let number = hash.scale(self.blocks);
        let (start, end) = self.place(number)?;
        let length = usize::try_from(end - start).map_err(|_| self.bad_block(start))?;
        buffer.resize(length, 0);
        if length == 0 {
            return Ok(());
        }
        self.file.read_exact_at(buffer, start).map_err(IndexError::io("read", &self.path))?;
        let block = Block::read(number, buffer).ok_or_else(|| self.bad_block(start))?;
        let wanted = hash.to_octets();
        let before = block.hashes.partition_point(|other| *other < wanted);
        let count = block.hashes.iter().skip(before).take_while(|other| **other == wanted).count();
        if count == 0 {
            return Ok(());
        }
        let mut entries = block.entries;
        for number in 0..before + count {
            let entry = entries.octets().ok_or_else(|| self.bad_block(start))?;
            if number >= before {
                each(entry)?;
            }
        }
        Ok(())
    }

    /// Where a block begins and ends.
    #[inline]
    pub(super) fn place(&self, number: u64) -> Result<(u64, u64)> {
        let place = |number: u64| -> Result<u64> {
            let octets = self.places.get(&*self.file, &self.path, number * 8, 8)?;
            Ok(Reader::new(octets).u64().unwrap_or_default())
        };
        let (start, end) = (place(number)?, place(number + 1)?);
        if start > end || end > self.length {
            return Err(self.bad_block(start));
        }
        Ok((start, end))
    }

    pub(super) fn bad_block(&self, at: u64) -> IndexError {
        IndexError::damaged(&self.path, at, "a block does not fit its checksum or its place")
    }

    /// Reads the parts beside the blocks and holds them to their checksums.
    pub(crate) fn verify_parts(&self) -> Result<()> {
        self.places.verify(&*self.file, &self.path)?;
        self.filter.verify(&*self.file, &self.path)
    }

    /// True if the filter knows the hash.
    pub(crate) fn filter_has(&self, hash: KeyHash) -> Result<bool> {
        let at = hash.scale(self.lines) * filter::LINE as u64;
        Ok(filter::may_have(self.filter.get(&*self.file, &self.path, at, filter::LINE)?, hash))
    }
}

/// A block, taken apart.
pub(super) struct Block<'b> {
    pub(super) hashes: &'b [[u8; HASH_LENGTH]],
    pub(super) entries: Reader<'b>,
}

impl<'b> Block<'b> {
    #[inline]
    pub(super) fn read(number: u64, octets: &'b [u8]) -> Option<Self> {
        let mut reader = Reader::new(octets);
        let checksum = reader.u32()?;
        if block_checksum(number, reader.rest()) != checksum {
            return None;
        }
        let count = usize::try_from(reader.varint()?).ok()?;
        let hashes = reader.take(count.checked_mul(HASH_LENGTH)?)?;
        let (hashes, _) = hashes.as_chunks();
        Some(Self { hashes, entries: reader })
    }
}

fn check_head(path: &Path, head: &[u8], kind: Kind, origin: &Origin) -> Result<()> {
    let foreign = |found| IndexError::Foreign { path: path.into(), found };
    let mut reader = Reader::new(head);
    check_format(path, &mut reader)?;
    let Some((octets, checksum)) = head.split_last_chunk::<4>().filter(|_| head.len() == HEAD) else {
        return Err(IndexError::Truncated {
            path: path.into(),
            found: head.len() as u64,
            expected: HEAD as u64,
        });
    };
    if crc32c::crc32c(octets).to_le_bytes() != *checksum {
        return Err(IndexError::damaged(path, 0, "the checksum of the head does not fit"));
    }
    if reader.u32() != Some(kind.number()) {
        return Err(foreign("it is a file of another kind"));
    }
    if reader.array() != Some(origin.id) {
        return Err(foreign("it belongs to another index"));
    }
    if reader.array() != Some(origin.digest) {
        return Err(foreign("it was made under other tables"));
    }
    Ok(())
}
