//! The log: what changed since the segments, a frame for each group of changes that was made durable at once.
//!
//! Behind the head (that of a section of another kind, the number of the log in 8 octets, a checksum in 4) stand frames:
//! a mark (4), the length of what follows it (4), a checksum (4) over number of the log, place and changes, and the
//! changes. Only the last frame can be torn, since each is synced before the next is begun. A torn one was never said
//! to be stored: it is left out, and the writer cuts it off. A bad frame with a good one behind it is damage.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::entry::{Entry, Prior};
use crate::error::{IndexError, Result};
use crate::files::{Files, ReadFile, WriteFile};
use crate::hash::KeyHash;
use crate::manifest::log_path;
use crate::octets::{Reader, push_octets, push_varint};
use crate::section::{FORMAT, Origin};

const MAGIC: [u8; 8] = *b"ulabellg";
const HEAD: usize = 68;
const FRAME_HEAD: usize = 12;
/// Octets of all changes of a group.
pub(crate) const MAX_GROUP: usize = 1 << 28;

/// A change as the log has it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LogChange<'l> {
    pub(crate) coarse: KeyHash,
    pub(crate) skeleton: KeyHash,
    /// Of the record that was there.
    pub(crate) prior: Option<Prior>,
    pub(crate) entry: &'l [u8],
}

impl<'l> LogChange<'l> {
    pub(crate) fn push(&self, to: &mut Vec<u8>) {
        to.extend(self.coarse.to_octets());
        to.extend(self.skeleton.to_octets());
        match self.prior {
            Some(prior) => {
                to.push(prior.state as u8 + 1);
                push_varint(to, prior.text_octets);
            }
            None => to.push(0),
        }
        push_octets(to, self.entry);
    }

    fn read(reader: &mut Reader<'l>) -> Option<Self> {
        let coarse = KeyHash::from_octets(reader.array()?);
        let skeleton = KeyHash::from_octets(reader.array()?);
        let prior = match reader.byte()?.checked_sub(1) {
            Some(state) => Some(Prior { state: state.into(), text_octets: reader.varint()? }),
            None => None,
        };
        Some(Self { coarse, skeleton, prior, entry: reader.octets()? })
    }

    /// Calls `each` with all changes of a group; false, and with none, if one of them cannot be read.
    pub(crate) fn read_all(group: &[u8], each: &mut dyn FnMut(&LogChange<'_>, &Entry<'_>)) -> bool {
        let (mut reader, mut all) = (Reader::new(group), Vec::new());
        while !reader.is_empty() {
            let change = LogChange::read(&mut reader);
            let Some((change, entry)) = change.and_then(|change| Some((change, Entry::read(change.entry)?)))
            else {
                return false;
            };
            all.push((change, entry));
        }
        all.iter().for_each(|(change, entry)| each(change, entry));
        true
    }
}

fn head(origin: &Origin, number: u64, format: u32) -> Vec<u8> {
    let mut head = Vec::with_capacity(HEAD);
    head.extend(MAGIC);
    head.extend(format.to_le_bytes());
    head.extend(origin.id);
    head.extend(origin.digest);
    head.extend((number as u32).to_le_bytes());
    head.extend(crc32c::crc32c(&head).to_le_bytes());
    head
}

fn mark(origin: &Origin) -> [u8; 4] {
    crc32c::crc32c(&origin.id).to_le_bytes()
}

fn checksum(number: u64, at: u64, changes: &[u8]) -> u32 {
    let place = crc32c::crc32c_append(crc32c::crc32c(&number.to_le_bytes()), &at.to_le_bytes());
    crc32c::crc32c_append(place, changes)
}

/// A log that is written.
#[derive(Debug)]
pub(crate) struct LogWriter {
    path: PathBuf,
    file: Box<dyn WriteFile>,
    mark: [u8; 4],
    number: u64,
    /// The end of what is stored.
    length: u64,
    frame: Vec<u8>,
}

impl LogWriter {
    /// Makes a new log, which is durable when its folder is synced.
    pub(crate) fn create(files: &dyn Files, folder: &Path, origin: &Origin, number: u64) -> Result<Self> {
        let path = log_path(folder, number);
        let mut file = files.create(&path).map_err(IndexError::io("create", &path))?;
        file.write(&head(origin, number, FORMAT)).map_err(IndexError::io("write", &path))?;
        file.sync().map_err(IndexError::io("sync", &path))?;
        Ok(Self { path, file, mark: mark(origin), number, length: HEAD as u64, frame: Vec::new() })
    }

    /// Opens a log that was read to its end, and cuts off what is torn.
    pub(crate) fn open(files: &dyn Files, log: &LogReader) -> Result<Self> {
        let LogReader { path, number, mark, at, .. } = log;
        let mut file = files.append(path).map_err(IndexError::io("open", path))?;
        if log.length > *at {
            file.cut(*at).map_err(IndexError::io("cut", path))?;
            file.sync().map_err(IndexError::io("sync", path))?;
        }
        Ok(Self { path: path.clone(), file, mark: *mark, number: *number, length: *at, frame: Vec::new() })
    }

    /// Makes a group of changes durable.
    pub(crate) fn append(&mut self, changes: &[u8]) -> Result<(), (IndexError, IsUndone)> {
        if changes.len() > MAX_GROUP {
            let error =
                IndexError::TooLong { what: "a group of changes", found: changes.len(), most: MAX_GROUP };
            return Err((error, IsUndone(true)));
        }
        self.frame.clear();
        self.frame.extend(self.mark);
        self.frame.extend((changes.len() as u32).to_le_bytes());
        self.frame.extend(checksum(self.number, self.length, changes).to_le_bytes());
        self.frame.extend(changes);
        let done = self.file.write(&self.frame).map_err(IndexError::io("write", &self.path));
        let done = done.and_then(|()| self.file.sync().map_err(IndexError::io("sync", &self.path)));
        match done {
            Ok(()) => {
                self.length += self.frame.len() as u64;
                Ok(())
            }
            Err(error) => {
                let undone = self.file.cut(self.length).and_then(|()| self.file.sync());
                Err((error, IsUndone(undone.is_ok())))
            }
        }
    }

    pub(crate) const fn length(&self) -> u64 {
        self.length
    }
}

/// True if the log is again what it was before a write that failed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct IsUndone(pub(crate) bool);

/// A log that is read, on and on as it grows.
#[derive(Clone, Debug)]
pub(crate) struct LogReader {
    path: PathBuf,
    file: Arc<dyn ReadFile>,
    mark: [u8; 4],
    number: u64,
    /// The end of the last good frame.
    at: u64,
    /// The length of the file when it was last read.
    length: u64,
}

impl LogReader {
    pub(crate) fn open(files: &dyn Files, folder: &Path, origin: &Origin, number: u64) -> Result<Self> {
        let path = log_path(folder, number);
        let file = files.open(&path).map_err(IndexError::io("open", &path))?;
        let found = file.length().map_err(IndexError::io("read", &path))?;
        if found < HEAD as u64 {
            return Err(IndexError::Truncated { path, found, expected: HEAD as u64 });
        }
        let mut octets = [0; HEAD];
        file.read_exact_at(&mut octets, 0).map_err(IndexError::io("read", &path))?;
        if !(1..=FORMAT).any(|format| octets == *head(origin, number, format)) {
            let newer = octets.get(MAGIC.len()..).and_then(|rest| Reader::new(rest).u32());
            return Err(match newer.filter(|found| *found > FORMAT && octets.starts_with(&MAGIC)) {
                Some(found) => IndexError::Newer { path, found, known: FORMAT },
                None => IndexError::Foreign { path, found: "its head is not that of the log" },
            });
        }
        Ok(Self { path, file, mark: mark(origin), number, at: HEAD as u64, length: HEAD as u64 })
    }

    /// Reads the groups that are there since the last time.
    pub(crate) fn read(&mut self, each: &mut dyn FnMut(&LogChange<'_>, &Entry<'_>)) -> Result<()> {
        self.length = self.file.length().map_err(IndexError::io("read", &self.path))?;
        if self.length < self.at {
            return Err(IndexError::Truncated {
                path: self.path.clone(),
                found: self.length,
                expected: self.at,
            });
        }
        let mut octets = vec![0; (self.length - self.at) as usize];
        self.file.read_exact_at(&mut octets, self.at).map_err(IndexError::io("read", &self.path))?;
        let start = self.at;
        let rest = |at: u64| octets.get((at - start) as usize..).unwrap_or_default();
        while let Some(changes) = self.frame(rest(self.at), self.at) {
            if !LogChange::read_all(changes, each) {
                return Err(IndexError::damaged(&self.path, self.at, "a change that is none"));
            }
            self.at += (FRAME_HEAD + changes.len()) as u64;
        }
        let behind = rest(self.at).get(1..).unwrap_or_default().windows(self.mark.len());
        for (at, _) in behind.enumerate().filter(|(_, octets)| **octets == self.mark) {
            let at = self.at + 1 + at as u64;
            if self.frame(rest(at), at).is_some() {
                return Err(IndexError::damaged(
                    &self.path,
                    self.at,
                    "a group of changes does not fit its checksum",
                ));
            }
        }
        Ok(())
    }

    fn frame<'o>(&self, octets: &'o [u8], at: u64) -> Option<&'o [u8]> {
        let mut reader = Reader::new(octets);
        if reader.array() != Some(self.mark) {
            return None;
        }
        let length = reader.u32()?;
        let sum = reader.u32()?;
        let changes = reader.take(length as usize)?;
        (checksum(self.number, at, changes) == sum).then_some(changes)
    }

    /// Says that what is before that place is known.
    pub(crate) const fn set_end(&mut self, at: u64) {
        self.at = at;
    }

    /// The end of what is stored.
    pub(crate) const fn end(&self) -> u64 {
        self.at
    }
}
