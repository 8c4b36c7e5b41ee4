//! Folders of indexes that are being made: nothing half made stands under the name that was asked for.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ulabel::decision::Decider;

use crate::entry::Counts;
use crate::error::{IndexError, Result};
use crate::files::Files;
use crate::hash::Seed;
use crate::log::LogWriter;
use crate::manifest::{Manifest, SegmentEntry, digest, lock_path, policy_id};
use crate::section::{FORMAT, Origin};
use crate::segment::Place;

/// A folder beside the one that is to be, which takes its name when the index is whole.
pub(crate) struct NewFolder {
    pub(crate) place: Place,
    pub(crate) seed: Seed,
    target: PathBuf,
    policy: String,
    lock: Option<Box<dyn Send + Sync>>,
    is_finished: bool,
}

impl NewFolder {
    pub(crate) fn begin(files: Arc<dyn Files>, target: &Path, decider: &Decider, seed: Seed) -> Result<Self> {
        let target: PathBuf = target.into();
        let name = target.file_name().map(|name| name.to_string_lossy().into_owned());
        let Some(name) = name else { return Err(IndexError::Exists { path: target }) };
        if files.list(&target).is_ok() || files.open(&target).is_ok() {
            return Err(IndexError::Exists { path: target });
        }
        let prefix = format!("{name}.partial-");
        remove_left_over(&*files, &target, &prefix);
        let random = Seed::random();
        let folder = target.with_file_name(format!("{prefix}{:016x}", random.sum_of(b"folder")));
        files.create_folder(&folder).map_err(IndexError::io("create", &folder))?;
        let lock = files.lock(&lock_path(&folder)).map_err(IndexError::io("lock", &folder));
        let mut id = [0; 16];
        let (first, second) = id.split_at_mut(8);
        first.copy_from_slice(&random.sum_of(b"id").to_le_bytes());
        second.copy_from_slice(&Seed::random().sum_of(b"id").to_le_bytes());
        let origin = Origin { id, digest: digest(decider) };
        let place = Place { files, folder, origin };
        let mut new =
            Self { place, seed, target, policy: policy_id(decider), lock: None, is_finished: false };
        new.lock = Some(lock?);
        Ok(new)
    }

    /// Ends the index, of one segment or none, and gives it its name.
    pub(crate) fn finish(mut self, segment: Option<SegmentEntry>, counts: Counts) -> Result<()> {
        let Place { files, folder, origin } = &self.place;
        let log = segment.map_or(1, |segment| segment.number + 1);
        LogWriter::create(&**files, folder, origin, log)?;
        let manifest = Manifest {
            format: FORMAT,
            origin: *origin,
            seed: self.seed,
            policy: self.policy.clone(),
            generation: 1,
            next_number: log + 1,
            log,
            counts,
            segments: segment.into_iter().collect(),
        };
        manifest.replace(&**files, folder).map_err(|(error, _)| error)?;
        // A folder that is empty could be replaced without a word.
        if files.list(&self.target).is_ok() {
            return Err(IndexError::Exists { path: self.target.clone() });
        }
        files.rename(folder, &self.target).map_err(IndexError::io("rename", folder))?;
        self.is_finished = true;
        let parent = self.target.parent().filter(|parent| !parent.as_os_str().is_empty());
        let parent = parent.unwrap_or(Path::new("."));
        files.sync_folder(parent).map_err(IndexError::io("sync", parent))
    }
}

impl Drop for NewFolder {
    fn drop(&mut self) {
        if !self.is_finished {
            self.lock = None;
            remove_folder(&*self.place.files, &self.place.folder);
        }
    }
}

/// Removes what earlier makings of the same index left when they were killed.
fn remove_left_over(files: &dyn Files, target: &Path, prefix: &str) {
    let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    for name in files.list(parent).unwrap_or_default().iter().filter(|name| name.starts_with(prefix)) {
        let folder = parent.join(name);
        // One that is locked is being made.
        if files.lock(&lock_path(&folder)).is_ok() {
            remove_folder(files, &folder);
        }
    }
}

fn remove_folder(files: &dyn Files, folder: &Path) {
    for name in files.list(folder).unwrap_or_default() {
        let _ = files.remove(&folder.join(name));
    }
    let _ = files.remove_folder(folder);
}
