//! Runs: entries that were sorted together, in files that are removed when the index is built.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::error::{IndexError, Result};
use crate::files::{ReadFile, WriteFile};
use crate::hash::KeyHash;
use crate::manifest::run_path;
use crate::octets::{Reader, push_octets};
use crate::section::Source;
use crate::segment::Place;

/// Octets that are written or read at once.
const BUFFER: usize = 1 << 19;

/// The runs of one building.
#[derive(Debug)]
pub(super) struct Runs<'p> {
    place: &'p Place,
    next: AtomicU64,
    /// The files, and the entries of each.
    written: Mutex<Vec<(PathBuf, u64)>>,
    all: Mutex<Vec<PathBuf>>,
}

impl<'p> Runs<'p> {
    pub(super) fn new(place: &'p Place) -> Self {
        Self { place, next: AtomicU64::new(1), written: Mutex::default(), all: Mutex::default() }
    }

    pub(super) fn begin(&self) -> Result<RunWriter<'_>> {
        let path = run_path(&self.place.folder, self.next.fetch_add(1, Ordering::Relaxed));
        let file = self.place.files.create(&path).map_err(IndexError::io("create", &path))?;
        self.all.lock().unwrap_or_else(PoisonError::into_inner).push(path.clone());
        Ok(RunWriter { runs: self, path, file, buffer: Vec::with_capacity(BUFFER + (1 << 12)), entries: 0 })
    }

    /// The runs that were written since the last time.
    pub(super) fn take(&self) -> Result<(u64, Vec<Run>)> {
        let written = std::mem::take(&mut *self.written.lock().unwrap_or_else(PoisonError::into_inner));
        let entries = written.iter().map(|(_, entries)| entries).sum();
        let runs = written.into_iter().map(|(path, left)| {
            let file = self.place.files.open(&path).map_err(IndexError::io("open", &path))?;
            Ok(Run { path, file, at: 0, buffer: Vec::new(), start: 0, left, current: (KeyHash::LAST, 0, 0) })
        });
        Ok((entries, runs.collect::<Result<_>>()?))
    }

    /// A thread has ended before its time.
    pub(super) fn broken(&self) -> IndexError {
        let source = std::io::Error::other("a thread has ended before its time");
        IndexError::Io { action: "build", path: self.place.folder.clone(), source }
    }
}

impl Drop for Runs<'_> {
    fn drop(&mut self) {
        for path in &*self.all.lock().unwrap_or_else(PoisonError::into_inner) {
            let _ = self.place.files.remove(path);
        }
    }
}

pub(super) struct RunWriter<'r> {
    runs: &'r Runs<'r>,
    path: PathBuf,
    file: Box<dyn WriteFile>,
    buffer: Vec<u8>,
    entries: u64,
}

impl RunWriter<'_> {
    pub(super) fn push(&mut self, hash: KeyHash, entry: &[u8]) -> Result<()> {
        self.buffer.extend(hash.to_octets());
        push_octets(&mut self.buffer, entry);
        self.entries += 1;
        if self.buffer.len() >= BUFFER { self.write() } else { Ok(()) }
    }

    fn write(&mut self) -> Result<()> {
        self.file.write(&self.buffer).map_err(IndexError::io("write", &self.path))?;
        self.buffer.clear();
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<()> {
        self.write()?;
        let mut written = self.runs.written.lock().unwrap_or_else(PoisonError::into_inner);
        written.push((self.path, self.entries));
        Ok(())
    }
}

/// A run that is read from front to back.
#[derive(Debug)]
pub(super) struct Run {
    path: PathBuf,
    file: Arc<dyn ReadFile>,
    /// Where in the file the buffer ends.
    at: u64,
    buffer: Vec<u8>,
    /// Where in the buffer the next entry begins.
    start: usize,
    left: u64,
    current: (KeyHash, usize, usize),
}

impl Run {
    /// The next entry, if the buffer has all of it.
    fn next(&self) -> Option<(KeyHash, usize, usize)> {
        let mut reader = Reader::new(self.buffer.get(self.start..)?);
        let hash = KeyHash::from_octets(reader.array()?);
        let entry = reader.octets()?;
        let end = self.buffer.len() - reader.rest().len();
        Some((hash, end - entry.len(), end))
    }

    fn fill(&mut self) -> Result<()> {
        self.buffer.drain(..self.start);
        self.start = 0;
        let known = self.buffer.len();
        self.buffer.resize(known + BUFFER, 0);
        let read = self.buffer.get_mut(known..).unwrap_or_default();
        let count = self.file.read_at(read, self.at).map_err(IndexError::io("read", &self.path))?;
        self.buffer.truncate(known + count);
        self.at += count as u64;
        if count == 0 {
            return Err(IndexError::damaged(&self.path, self.at, "it ends too early"));
        }
        Ok(())
    }
}

impl Source for Run {
    fn advance(&mut self) -> Result<bool> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(false) };
        self.left = left;
        loop {
            if let Some(next) = self.next() {
                (self.current, self.start) = (next, next.2);
                return Ok(true);
            }
            self.fill()?;
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
