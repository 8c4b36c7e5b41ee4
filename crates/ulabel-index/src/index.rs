//! An index that is read.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ulabel::decision::{Decider, IndexKeys, NameRecord, NameStore};

use crate::entry::Entry;
use crate::error::{IndexError, Result};
use crate::files::{DiskFiles, Files};
use crate::manifest::Manifest;
use crate::merge::NewestNames;
use crate::section::Source;
use crate::state::State;
use crate::stats::Stats;
use crate::view::View;

/// An index of existing names, open for reading: one state of it, until [`Index::refresh`] goes on to the last.
///
/// Any number of processes can read an index, beside one that writes. Threads can share one, or have clones, which
/// share their memory.
///
/// ```
/// use ulabel::decision::{Decider, NameRecord, Request};
/// use ulabel::policy::builtin;
/// use ulabel_index::{Change, Index, IndexWriter};
///
/// # let folder = std::env::temp_dir().join(format!("ulabel-index-doc-{}", std::process::id()));
/// # let _ = std::fs::remove_dir_all(&folder);
/// let decider = Decider::new(&builtin::find("ca").unwrap().policy().unwrap()).unwrap();
/// let mut writer = IndexWriter::create(&folder, &decider)?;
/// let mut reader = Index::open(&folder, &decider)?;
/// let record = NameRecord { name: "café.ca".into(), registrar: "A".into(), ..NameRecord::default() };
/// writer.apply(&[Change::Put(record)])?; // from here on it is on the disk
///
/// assert!(reader.get("café.ca")?.is_none());
/// assert!(reader.refresh()?);
/// assert_eq!(reader.get("xn--caf-dma.ca")?.unwrap().registrar, "A");
/// let decision = decider.decide(&Request { registrar: Some("B"), ..Request::new("cafe.ca") }, &reader)?;
/// assert!(!decision.available);
/// # std::fs::remove_dir_all(&folder).unwrap();
/// # Ok::<(), ulabel_index::IndexError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Index {
    files: Arc<dyn Files>,
    folder: PathBuf,
    keys: IndexKeys,
    state: State,
}

impl Index {
    /// Opens the index in a folder, made under the tables of this decider.
    ///
    /// # Errors
    ///
    /// If there is none, if it was made under other tables or by a later version, or if its files are not whole.
    pub fn open(folder: impl AsRef<Path>, decider: &Decider) -> Result<Self> {
        Self::open_in(Arc::new(DiskFiles), folder, decider)
    }

    /// As [`Index::open`], among other files than those of the system.
    ///
    /// # Errors
    ///
    /// As for [`Index::open`].
    pub fn open_in(files: Arc<dyn Files>, folder: impl AsRef<Path>, decider: &Decider) -> Result<Self> {
        let folder: PathBuf = folder.as_ref().into();
        let state = State::load(&*files, &folder, Some(decider), &[])?;
        Ok(Self { files, folder, keys: decider.keys(), state })
    }

    pub(crate) fn of_state(files: Arc<dyn Files>, folder: PathBuf, keys: IndexKeys, state: State) -> Self {
        Self { files, folder, keys, state }
    }

    /// The folder that it is in.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Goes on to the last state; true if that is another.
    ///
    /// # Errors
    ///
    /// As for [`Index::open`]; then the state is the one before.
    pub fn refresh(&mut self) -> Result<bool> {
        let manifest = Manifest::read(&*self.files, &self.folder)?;
        if manifest.generation == self.state.manifest.generation {
            return self.state.read_log();
        }
        if manifest.origin != self.state.manifest.origin {
            return Err(IndexError::OtherPolicy {
                path: self.folder.clone(),
                index: manifest.policy,
                given: self.state.manifest.policy.clone(),
            });
        }
        self.state = State::load(&*self.files, &self.folder, None, &self.state.view.segments)?;
        Ok(true)
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

    /// The number of names, in all states.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.state.counts.names()
    }

    /// True if there are no names.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Every record, in no order that means anything. Memory does not grow with their number.
    ///
    /// # Errors
    ///
    /// If the files cannot be read.
    pub fn records(&self) -> Result<Records> {
        Ok(Records { names: self.state.view.scan()?, folder: self.folder.clone(), is_over: false })
    }

    /// What the index holds, and what it takes.
    #[must_use]
    pub fn stats(&self) -> Stats {
        Stats::of(&self.state)
    }

    pub(crate) const fn state(&self) -> &State {
        &self.state
    }

    pub(crate) const fn view(&self) -> &View {
        &self.state.view
    }
}

impl NameStore for Index {
    type Error = IndexError;

    fn with_coarse_key(&self, key: &str, each: &mut dyn FnMut(&NameRecord)) -> Result<()> {
        let view = self.view();
        view.with_coarse(view.seed.hash(key), each)
    }

    fn with_wide_skeleton(&self, skeleton: &str, each: &mut dyn FnMut(&NameRecord) -> bool) -> Result<()> {
        self.view().with_skeleton(skeleton, each)
    }
}

/// Every record of an index: see [`Index::records`].
pub struct Records {
    names: NewestNames<Box<dyn Source + Send>>,
    folder: PathBuf,
    is_over: bool,
}

impl std::fmt::Debug for Records {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Records").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl Iterator for Records {
    type Item = Result<NameRecord>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let advanced = self.names.advance();
        self.is_over = !matches!(advanced, Ok(true));
        match advanced {
            Ok(false) => None,
            Err(error) => Some(Err(error)),
            Ok(true) => {
                let mut record = NameRecord::default();
                match Entry::read(self.names.entry()) {
                    Some(entry) => entry.fill(&mut record),
                    None => return Some(Err(IndexError::damaged(&self.folder, 0, "a record that is none"))),
                }
                Some(Ok(record))
            }
        }
    }
}
