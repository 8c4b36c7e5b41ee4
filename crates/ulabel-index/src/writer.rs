//! The writer of an index.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use ulabel::decision::{Decider, IndexKeys, NameRecord, NameStore};

use crate::entry::{Counts, Entry, Prior, push_record, push_removed};
use crate::error::{IndexError, Result};
use crate::files::{DiskFiles, Files};
use crate::folder::NewFolder;
use crate::hash::Seed;
use crate::index::Index;
use crate::log::{IsUndone, LogChange, LogWriter};
use crate::manifest::{Replaced, lock_path};
use crate::merges::Merges;
use crate::section::{FORMAT, Kind};
use crate::segment::{Place, Segment};
use crate::state::{State, apply};
use crate::stats::Stats;

/// A change of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The record stands in the index, in place of the one of the same name.
    Put(NameRecord),
    /// The name is in the index no more.
    Remove(String),
}

/// What a change has done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The name was not there.
    Added,
    /// The name was there, with another record or the same.
    Replaced,
    /// The name was there.
    Removed,
    /// The name to be removed was not there.
    Absent,
}

/// How a writer works.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct WriterOptions {
    /// Names that may change before they are written as a segment; so many are read again when the index is opened.
    pub names_in_log: usize,
    /// Whether segments are merged beside the work of the caller, or by a change that makes it needful.
    pub merges_beside: bool,
}

impl Default for WriterOptions {
    fn default() -> Self {
        Self { names_in_log: 16_384, merges_beside: true }
    }
}

/// Segments with which a writer waits for merges, since each may be asked in a look-up.
const MAX_SEGMENTS: usize = 24;
/// Names in the log, as a multiple of those that should be there, with which a writer goes on no more when they
/// cannot be written as a segment.
const MAX_DELAY: usize = 8;

/// An index that is open for writing. There is one writer at a time, in all processes.
///
/// It is a store too: what it has applied, it finds.
#[derive(Debug)]
pub struct IndexWriter {
    place: Place,
    keys: IndexKeys,
    state: State,
    log: LogWriter,
    merges: Merges,
    /// True if a merge has failed: none is tried until there is another segment.
    rests: bool,
    options: WriterOptions,
    /// True if it is not known any more what is on the disk.
    has_failed: bool,
    // Held until the writer is dropped.
    _lock: Lock,
}

struct Lock(#[allow(dead_code)] Box<dyn Send + Sync>);

impl std::fmt::Debug for Lock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Lock")
    }
}

impl IndexWriter {
    /// Makes an empty index in a folder that is not there yet, and opens it.
    ///
    /// # Errors
    ///
    /// If something is there, or the files cannot be written.
    pub fn create(folder: impl AsRef<Path>, decider: &Decider) -> Result<Self> {
        Self::create_in(Arc::new(DiskFiles), folder, decider, WriterOptions::default())
    }

    /// As [`IndexWriter::create`], among other files than those of the system.
    ///
    /// # Errors
    ///
    /// As for [`IndexWriter::create`].
    pub fn create_in(
        files: Arc<dyn Files>,
        folder: impl AsRef<Path>,
        decider: &Decider,
        options: WriterOptions,
    ) -> Result<Self> {
        let new = NewFolder::begin(files.clone(), folder.as_ref(), decider, Seed::random())?;
        new.finish(None, Counts::default())?;
        Self::open_in(files, folder, decider, options)
    }

    /// Opens the index in a folder, made under the tables of this decider. What a writer that was killed has left over
    /// is removed.
    ///
    /// # Errors
    ///
    /// As for [`Index::open`]; and if another writer has it.
    pub fn open(folder: impl AsRef<Path>, decider: &Decider) -> Result<Self> {
        Self::open_in(Arc::new(DiskFiles), folder, decider, WriterOptions::default())
    }

    /// As [`IndexWriter::open`], among other files than those of the system.
    ///
    /// # Errors
    ///
    /// As for [`IndexWriter::open`].
    pub fn open_in(
        files: Arc<dyn Files>,
        folder: impl AsRef<Path>,
        decider: &Decider,
        options: WriterOptions,
    ) -> Result<Self> {
        let folder: PathBuf = folder.as_ref().into();
        let lock = lock(&*files, &folder)?;
        let state = State::load(&*files, &folder, Some(decider), &[])?;
        let log = LogWriter::open(&*files, &state.log)?;
        let place = Place { files, folder, origin: state.manifest.origin };
        let mut writer = Self {
            place,
            keys: decider.keys(),
            state,
            log,
            merges: Merges::default(),
            rests: false,
            options,
            has_failed: false,
            _lock: Lock(lock),
        };
        if writer.state.manifest.format < FORMAT {
            writer.renew_format()?;
        }
        writer.remove_left_over();
        Ok(writer)
    }

    /// Applies changes, all or none of them, one after the other. When it returns they are on the disk.
    ///
    /// # Errors
    ///
    /// If something is too long or the files cannot be written: then nothing of the changes is stored.
    /// After [`IndexError::Failed`], and errors that it follows, it is not known whether the last group is.
    pub fn apply(&mut self, changes: &[Change]) -> Result<Vec<Outcome>> {
        self.maintain()?;
        let seed = self.state.view.seed;
        let (mut group, mut entry) = (Vec::new(), Vec::new());
        let mut outcomes = Vec::with_capacity(changes.len());
        // What the earlier changes of the group have made of names.
        let mut changed: HashMap<String, Option<Prior>> = HashMap::new();
        for change in changes {
            let (Change::Put(NameRecord { name, .. }) | Change::Remove(name)) = change;
            self.keys.take(name);
            let name = self.keys.name();
            let coarse = seed.hash(self.keys.coarse_key());
            let prior = match changed.get(name) {
                Some(prior) => *prior,
                None => self.state.view.prior(coarse, name)?,
            };
            entry.clear();
            match change {
                Change::Put(record) => push_record(&mut entry, name, record)?,
                Change::Remove(_) => push_removed(&mut entry, name),
            }
            let read = Entry::read(&entry).filter(|entry| !entry.is_removed());
            outcomes.push(match (prior, read) {
                (None, Some(_)) => Outcome::Added,
                (Some(_), Some(_)) => Outcome::Replaced,
                (Some(_), None) => Outcome::Removed,
                (None, None) => {
                    outcomes.push(Outcome::Absent);
                    continue;
                }
            });
            if changes.len() > 1 {
                changed.insert(name.into(), read.as_ref().map(Prior::of));
            }
            let skeleton = seed.hash(&self.keys.wide_skeleton());
            LogChange { coarse, skeleton, prior, entry: &entry }.push(&mut group);
        }
        if !group.is_empty() {
            self.append(&group)?;
        }
        Ok(outcomes)
    }

    /// Makes a group durable, and then visible.
    fn append(&mut self, group: &[u8]) -> Result<()> {
        if let Err((error, IsUndone(is_undone))) = self.log.append(group) {
            self.has_failed = !is_undone;
            return Err(error);
        }
        let State { view, counts, .. } = &mut self.state;
        let overlay = Arc::make_mut(&mut view.overlay);
        LogChange::read_all(group, &mut |change, entry| apply(overlay, counts, change, entry));
        Ok(())
    }

    /// Writes what is in the log as a segment, if there is enough of it, and looks after merges.
    fn maintain(&mut self) -> Result<()> {
        if self.has_failed {
            return Err(IndexError::Failed { path: self.place.folder.clone() });
        }
        let (in_log, most) = (self.state.view.overlay.len(), self.options.names_in_log);
        if in_log >= most {
            let flushed = self.flush();
            // The changes are durable in the log: that they cannot be written elsewhere now is no reason to stop yet.
            if flushed.is_err() && (self.has_failed || in_log >= most * MAX_DELAY) {
                return flushed;
            }
        }
        self.merge(false)
    }

    /// Writes what is in the log as a segment. It need not be called: changes are durable without it.
    ///
    /// # Errors
    ///
    /// If the files cannot be written; nothing is lost by it.
    pub fn flush(&mut self) -> Result<()> {
        if self.state.view.overlay.len() == 0 {
            return Ok(());
        }
        let (number, log_number) = (self.state.manifest.next_number, self.state.manifest.next_number + 1);
        let overlay = &self.state.view.overlay;
        let (names, skeletons) = (overlay.scan(Kind::Names), overlay.scan(Kind::Skeletons));
        let (names, skeletons) = ((names.len() as u64, names), (skeletons.len() as u64, skeletons));
        let segment = self.place.write_segment(number, names, skeletons, &AtomicBool::new(false))?;
        let Place { files, folder, origin } = &self.place;
        let log = LogWriter::create(&**files, folder, origin, log_number);
        let log =
            log.and_then(|log| Ok((crate::log::LogReader::open(&**files, folder, origin, log_number)?, log)));
        let (log_reader, log) = log.inspect_err(|_| {
            self.place.remove_segment(number);
            let _ = files.remove(&crate::manifest::log_path(folder, log_number));
        })?;
        let mut next = self.state.clone();
        next.view.segments.insert(0, Arc::new(segment));
        next.view.overlay = Arc::default();
        next.log = log_reader;
        next.manifest.log = log_number;
        next.manifest.next_number = log_number + 1;
        next.manifest.counts = next.counts;
        self.replace(next)?;
        self.log = log;
        self.rests = false;
        Ok(())
    }

    /// Starts merges that are needful and takes over those that are done; `waits` until nothing is left to be done.
    fn merge(&mut self, waits: bool) -> Result<()> {
        loop {
            let is_full = self.state.view.segments.len() >= MAX_SEGMENTS;
            while let Some(merged) = self.merges.take_done(waits || is_full) {
                let taken = self.take_over(&merged.numbers, merged.segment);
                // Merging can wait, as long as look-ups do not suffer from it.
                if self.rests && !waits && !is_full {
                    return Ok(());
                }
                taken?;
            }
            if self.rests {
                return Ok(());
            }
            let segments = &self.state.view.segments;
            let sizes: Vec<_> = segments
                .iter()
                .map(|segment| (segment.entries(), self.merges.is_busy(segment.number)))
                .collect();
            let Some(range) = crate::merges::plan(&sizes).filter(|_| self.merges.has_room()) else {
                return Ok(());
            };
            let are_all = range.end == segments.len();
            let chosen: Vec<_> = segments.get(range).unwrap_or_default().to_vec();
            let number = self.state.manifest.next_number;
            // A number is used once, whatever comes of the merge.
            self.state.manifest.next_number += 1;
            if self.options.merges_beside {
                self.merges.start(&self.place, number, chosen, are_all)?;
                if !waits {
                    continue;
                }
            } else {
                let segment = self.place.merge_segments(number, &chosen, are_all, &AtomicBool::new(false));
                let numbers: Vec<u64> = chosen.iter().map(|segment| segment.number).collect();
                let taken = self.take_over(&numbers, segment);
                if self.rests && !waits && !is_full {
                    return Ok(());
                }
                taken?;
            }
        }
    }

    fn take_over(&mut self, numbers: &[u64], segment: Result<Segment>) -> Result<()> {
        let segment = segment.inspect_err(|_| self.rests = true)?;
        let mut next = self.state.clone();
        let segments = &mut next.view.segments;
        let at = segments.iter().position(|other| numbers.contains(&other.number)).unwrap_or_default();
        segments.retain(|other| !numbers.contains(&other.number));
        segments.insert(at.min(segments.len()), Arc::new(segment));
        self.replace(next)
    }

    /// Makes the next state durable, and removes the files of the one before.
    fn replace(&mut self, mut next: State) -> Result<()> {
        let Place { files, folder, .. } = &self.place;
        next.manifest.generation += 1;
        next.manifest.segments = next.view.segments.iter().map(|segment| segment.entry()).collect();
        match next.manifest.replace(&**files, folder) {
            Ok(()) => {}
            Err((error, Replaced::No)) => {
                let known = &self.state.manifest.segments;
                for new in next.manifest.segments.iter().filter(|new| !known.contains(new)) {
                    self.place.remove_segment(new.number);
                }
                return Err(error);
            }
            Err((error, Replaced::Perhaps)) => {
                self.has_failed = true;
                return Err(error);
            }
        }
        let before = std::mem::replace(&mut self.state, next);
        for old in &before.manifest.segments {
            if !self.state.manifest.segments.contains(old) {
                self.place.remove_segment(old.number);
            }
        }
        if before.manifest.log != self.state.manifest.log {
            let _ = files.remove(&crate::manifest::log_path(folder, before.manifest.log));
        }
        Ok(())
    }

    /// Makes one segment of all. It need not be called: segments are merged as changes come; but it makes the index as
    /// small as one that is newly built.
    ///
    /// # Errors
    ///
    /// If the files cannot be written; nothing is lost by it.
    pub fn compact(&mut self) -> Result<()> {
        self.maintain()?;
        self.flush()?;
        self.finish_merges()?;
        if self.state.view.segments.len() > 1 {
            let number = self.state.manifest.next_number;
            self.state.manifest.next_number += 1;
            let segments = self.state.view.segments.clone();
            let segment = self.place.merge_segments(number, &segments, true, &AtomicBool::new(false))?;
            let numbers: Vec<u64> = segments.iter().map(|segment| segment.number).collect();
            self.take_over(&numbers, Ok(segment))?;
        }
        Ok(())
    }

    /// Waits until no segments are left that should be merged.
    ///
    /// # Errors
    ///
    /// If the files cannot be written; nothing is lost by it.
    pub fn finish_merges(&mut self) -> Result<()> {
        self.rests = false;
        self.merge(true)
    }

    /// The state of now, for reading; it stays that state until it is refreshed.
    #[must_use]
    pub fn index(&self) -> Index {
        let Place { files, folder, .. } = &self.place;
        let mut state = self.state.clone();
        state.log.set_end(self.log.length());
        Index::of_state(files.clone(), folder.clone(), self.keys.clone(), state)
    }

    /// The record of a name, in whichever form it is given.
    ///
    /// # Errors
    ///
    /// If the files cannot be read.
    pub fn get(&self, name: &str) -> Result<Option<NameRecord>> {
        let mut keys = self.keys.clone();
        keys.take(name);
        self.state.view.get(self.state.view.seed.hash(keys.coarse_key()), keys.name())
    }

    /// What the index holds, and what it takes.
    #[must_use]
    pub fn stats(&self) -> Stats {
        self.index().stats()
    }

    /// Says in the manifest that the files may have what came with the last format, so that a program which does not
    /// know it refuses the index before it reads anything else. Segments and log stay as they are.
    fn renew_format(&mut self) -> Result<()> {
        let mut next = self.state.clone();
        next.manifest.format = FORMAT;
        self.replace(next)
    }

    fn remove_left_over(&self) {
        let Place { files, folder, .. } = &self.place;
        for name in files.list(folder).unwrap_or_default() {
            if self.state.manifest.is_left_over(&name) {
                let _ = files.remove(&folder.join(name));
            }
        }
    }
}

/// Takes the lock of an index.
pub(crate) fn lock(files: &dyn Files, folder: &Path) -> Result<Box<dyn Send + Sync>> {
    let path = lock_path(folder);
    files.lock(&path).map_err(|error| match error.kind() {
        std::io::ErrorKind::WouldBlock => IndexError::Locked { path: folder.into() },
        std::io::ErrorKind::NotFound => IndexError::Missing { path: folder.into() },
        _ => IndexError::io("lock", &path)(error),
    })
}

impl Drop for IndexWriter {
    fn drop(&mut self) {
        self.merges.stop(&self.place);
    }
}

impl NameStore for IndexWriter {
    type Error = IndexError;

    fn with_coarse_key(&self, key: &str, each: &mut dyn FnMut(&NameRecord)) -> Result<()> {
        let view = &self.state.view;
        view.with_coarse(view.seed.hash(key), each)
    }

    fn with_wide_skeleton(&self, skeleton: &str, each: &mut dyn FnMut(&NameRecord) -> bool) -> Result<()> {
        self.state.view.with_skeleton(skeleton, each)
    }
}
