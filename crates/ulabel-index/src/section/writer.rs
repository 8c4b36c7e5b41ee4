//! Writing a section from front to back.

use std::path::{Path, PathBuf};

use super::{BLOCK, Kind, Origin};
use crate::chunks;
use crate::error::{IndexError, Result};
use crate::files::{Files, WriteFile};
use crate::filter;
use crate::hash::KeyHash;
use crate::octets::push_octets;

/// Octets that are written at once.
const BUFFER: usize = 1 << 19;

/// Writes a section, whose entries come in the order of their hashes and, within one hash, of their identities.
#[derive(Debug)]
pub(crate) struct SectionWriter {
    path: PathBuf,
    file: Box<dyn WriteFile>,
    head: Vec<u8>,
    buffer: Vec<u8>,
    /// What is written and in the buffer.
    length: u64,
    entries: u64,
    /// The block that grows, and where each before it begins.
    block: Block,
    blocks: u64,
    places: Vec<u8>,
    filter: Vec<u8>,
    lines: u64,
    last: Option<KeyHash>,
}

#[derive(Debug, Default)]
struct Block {
    number: u64,
    count: u64,
    hashes: Vec<u8>,
    entries: Vec<u8>,
}

impl SectionWriter {
    /// Begins a section of at most `expected` entries: of more it would be slow.
    pub(crate) fn new(
        files: &dyn Files,
        path: &Path,
        kind: Kind,
        origin: &Origin,
        expected: u64,
    ) -> Result<Self> {
        let file = files.create(path).map_err(IndexError::io("create", path))?;
        let (blocks, lines) = (expected.div_ceil(BLOCK).max(1), filter::lines(expected));
        let head = origin.head(kind);
        Ok(Self {
            path: path.into(),
            file,
            buffer: head.clone(),
            length: head.len() as u64,
            places: (head.len() as u64).to_le_bytes().into(),
            head,
            entries: 0,
            block: Block::default(),
            blocks,
            filter: vec![0; lines as usize * filter::LINE],
            lines,
            last: None,
        })
    }

    pub(crate) fn push(&mut self, hash: KeyHash, entry: &[u8]) -> Result<()> {
        debug_assert!(self.last.is_none_or(|last| last <= hash), "entries come in order");
        let number = hash.scale(self.blocks);
        while self.block.number < number {
            self.end_block()?;
        }
        self.block.count += 1;
        self.block.hashes.extend(hash.to_octets());
        push_octets(&mut self.block.entries, entry);
        self.entries += 1;
        if self.last.replace(hash) != Some(hash) {
            let at = hash.scale(self.lines) as usize * filter::LINE;
            filter::add(self.filter.get_mut(at..).unwrap_or_default(), hash);
        }
        Ok(())
    }

    fn end_block(&mut self) -> Result<()> {
        let Block { number, count, hashes, entries } = &mut self.block;
        if *count > 0 {
            let start = self.buffer.len();
            self.buffer.extend([0; 4]);
            crate::octets::push_varint(&mut self.buffer, *count);
            self.buffer.append(hashes);
            self.buffer.append(entries);
            let written = self.buffer.get(start + 4..).unwrap_or_default();
            let checksum = block_checksum(*number, written);
            self.length += written.len() as u64 + 4;
            if let Some(place) = self.buffer.get_mut(start..start + 4) {
                place.copy_from_slice(&checksum.to_le_bytes());
            }
            *count = 0;
        }
        *number += 1;
        self.places.extend(self.length.to_le_bytes());
        if self.buffer.len() >= BUFFER { self.write() } else { Ok(()) }
    }

    fn write(&mut self) -> Result<()> {
        self.file.write(&self.buffer).map_err(IndexError::io("write", &self.path))?;
        self.buffer.clear();
        Ok(())
    }

    /// Ends the section; it will outlast a power cut once its folder is synced. Returns its length.
    pub(crate) fn finish(mut self) -> Result<u64> {
        while self.block.number < self.blocks {
            self.end_block()?;
        }
        let places_at = self.length;
        let filter_at = places_at + self.places.len() as u64;
        let checksums_at = filter_at + self.filter.len() as u64;
        let mut checksums: Vec<u8> = Vec::new();
        for part in [&self.places, &self.filter] {
            checksums.extend(chunks::checksums(part).flat_map(u32::to_le_bytes));
        }
        let end = checksums_at + checksums.len() as u64 + super::FOOT as u64;
        let mut foot = Vec::with_capacity(super::FOOT);
        for number in [self.entries, self.blocks, self.lines, places_at, filter_at, checksums_at, end] {
            foot.extend(number.to_le_bytes());
        }
        foot.extend(crc32c::crc32c(&checksums).to_le_bytes());
        foot.extend(crc32c::crc32c_append(crc32c::crc32c(&self.head), &foot).to_le_bytes());
        let Self { mut file, path, buffer, places, filter, .. } = self;
        for part in [&buffer, &places, &filter, &checksums, &foot] {
            file.write(part).map_err(IndexError::io("write", &path))?;
        }
        file.sync().map_err(IndexError::io("sync", &path))?;
        Ok(end)
    }
}

/// The checksum of a block: a block in the place of another is found out.
#[inline]
pub(super) fn block_checksum(number: u64, octets: &[u8]) -> u32 {
    crc32c::crc32c_append(crc32c::crc32c(&number.to_le_bytes()), octets)
}
