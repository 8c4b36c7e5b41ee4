//! The manifest: which files the index is made of. It is replaced whole, so that an index changes at once.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use ulabel::decision::Decider;

use crate::entry::Counts;
use crate::error::{IndexError, Result};
use crate::files::Files;
use crate::hash::Seed;
use crate::octets::{Reader, push_octets, push_varint};
use crate::section::{FORMAT, MAGIC, Origin, check_format};

const NAME: &str = "manifest";
const NEXT: &str = "manifest.next";
/// Octets that a manifest may have.
const MAX_LENGTH: u64 = 1 << 20;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Manifest {
    /// The version of the format that it was read in. It is written in the last.
    pub(crate) format: u32,
    pub(crate) origin: Origin,
    pub(crate) seed: Seed,
    /// The policy that the keys were made under, by its id.
    pub(crate) policy: String,
    /// One more each time.
    pub(crate) generation: u64,
    /// No file has this number or a greater one.
    pub(crate) next_number: u64,
    /// What changed since the segments.
    pub(crate) log: u64,
    /// The names of the segments alone.
    pub(crate) counts: Counts,
    /// The newest first.
    pub(crate) segments: Vec<SegmentEntry>,
}

/// A segment, as the manifest has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SegmentEntry {
    pub(crate) number: u64,
    /// Lengths of the files.
    pub(crate) names: u64,
    pub(crate) skeletons: u64,
}

/// The digest of what keys depend on.
pub(crate) fn digest(decider: &Decider) -> [u8; 32] {
    Sha256::digest(decider.key_basis()).into()
}

impl Manifest {
    fn to_octets(&self) -> Vec<u8> {
        let mut octets = Vec::new();
        octets.extend(MAGIC);
        octets.extend(FORMAT.to_le_bytes());
        octets.extend(0_u32.to_le_bytes());
        octets.extend(self.origin.id);
        octets.extend(self.origin.digest);
        octets.extend(self.seed.0);
        push_octets(&mut octets, self.policy.as_bytes());
        for number in [self.generation, self.next_number, self.log] {
            push_varint(&mut octets, number);
        }
        self.counts.push(&mut octets);
        push_varint(&mut octets, self.segments.len() as u64);
        for segment in &self.segments {
            [segment.number, segment.names, segment.skeletons]
                .iter()
                .for_each(|number| push_varint(&mut octets, *number));
        }
        octets.extend(crc32c::crc32c(&octets).to_le_bytes());
        octets
    }

    /// Reads the manifest of a folder: magic, version and checksum before anything else.
    pub(crate) fn read(files: &dyn Files, folder: &Path) -> Result<Self> {
        let path = &folder.join(NAME);
        let file = match files.open(path).map_err(IndexError::io("open", path)) {
            Err(error) if error.is_not_found() => return Err(IndexError::Missing { path: folder.into() }),
            file => file?,
        };
        let length = file.length().map_err(IndexError::io("read", path))?;
        let mut octets = vec![0; length.min(MAX_LENGTH) as usize];
        file.read_exact_at(&mut octets, 0).map_err(IndexError::io("read", path))?;
        let foreign = |found| IndexError::Foreign { path: path.into(), found };
        let mut reader = Reader::new(&octets);
        let format = check_format(path, &mut reader)?;
        let damaged = |what| IndexError::damaged(path, 0, what);
        let Some((checked, checksum)) = octets.split_last_chunk::<4>() else {
            return Err(damaged("it ends too early"));
        };
        if crc32c::crc32c(checked).to_le_bytes() != *checksum {
            return Err(damaged("its checksum does not fit: it is cut short or changed"));
        }
        if reader.u32() != Some(0) {
            return Err(foreign("it is a file of another kind"));
        }
        let mut reader = Reader::new(checked);
        Self::read_body(&mut reader, format)
            .filter(|_| reader.is_empty())
            .ok_or_else(|| damaged("it holds what cannot be"))
    }

    fn read_body(reader: &mut Reader<'_>, format: u32) -> Option<Self> {
        reader.take(MAGIC.len() + 8)?;
        let origin = Origin { id: reader.array()?, digest: reader.array()? };
        let seed = Seed(reader.array()?);
        let policy = reader.text()?.into();
        let [generation, next_number, log] = [reader.varint()?, reader.varint()?, reader.varint()?];
        let counts = Counts::read(reader, format)?;
        let count = reader.varint()?;
        let segments = (0..count).map(|_| {
            Some(SegmentEntry {
                number: reader.varint()?,
                names: reader.varint()?,
                skeletons: reader.varint()?,
            })
        });
        let segments = segments.collect::<Option<Vec<_>>>()?;
        Some(Self { format, origin, seed, policy, generation, next_number, log, counts, segments })
    }

    /// Puts the manifest in the place of the one that is there. After an error it is told whether that was done.
    pub(crate) fn replace(&self, files: &dyn Files, folder: &Path) -> Result<(), (IndexError, Replaced)> {
        let (path, next) = (&folder.join(NAME), &folder.join(NEXT));
        let write = || -> Result<()> {
            let mut file = files.create(next).map_err(IndexError::io("create", next))?;
            file.write(&self.to_octets()).map_err(IndexError::io("write", next))?;
            file.sync().map_err(IndexError::io("sync", next))?;
            // The files that it names must be there before it is.
            files.sync_folder(folder).map_err(IndexError::io("sync", folder))
        };
        write().map_err(|error| (error, Replaced::No))?;
        files
            .rename(next, path)
            .map_err(IndexError::io("rename", next))
            .map_err(|error| (error, Replaced::Perhaps))?;
        files
            .sync_folder(folder)
            .map_err(IndexError::io("sync", folder))
            .map_err(|error| (error, Replaced::Perhaps))
    }

    /// Refuses tables other than those of the index.
    pub(crate) fn check_policy(&self, folder: &Path, decider: &Decider) -> Result<()> {
        if self.origin.digest == digest(decider) {
            return Ok(());
        }
        Err(IndexError::OtherPolicy {
            path: folder.into(),
            index: self.policy.clone(),
            given: policy_id(decider),
        })
    }

    /// Which files of a folder belong to an index, this one or an earlier state of it, and are not in use.
    pub(crate) fn is_left_over(&self, file: &str) -> bool {
        if file == NEXT {
            return true;
        }
        let Some((number, kind)) = file.split_once('.') else { return false };
        let Some(number) = number.parse::<u64>().ok().filter(|_| number.len() >= 8) else { return false };
        match kind {
            "log" => number != self.log,
            "names" | "skeletons" => self.segments.iter().all(|segment| segment.number != number),
            "run" => true,
            _ => false,
        }
    }
}

pub(crate) fn policy_id(decider: &Decider) -> String {
    decider.policy().id.clone()
}

/// What is known of a manifest that was to be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Replaced {
    No,
    Perhaps,
}

pub(crate) fn log_path(folder: &Path, number: u64) -> PathBuf {
    folder.join(format!("{number:08}.log"))
}

pub(crate) fn names_path(folder: &Path, number: u64) -> PathBuf {
    folder.join(format!("{number:08}.names"))
}

pub(crate) fn skeletons_path(folder: &Path, number: u64) -> PathBuf {
    folder.join(format!("{number:08}.skeletons"))
}

pub(crate) fn run_path(folder: &Path, number: u64) -> PathBuf {
    folder.join(format!("{number:08}.run"))
}

pub(crate) fn lock_path(folder: &Path) -> PathBuf {
    folder.join("lock")
}
