//! Making an index anew under other tables, and what that changes.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

use ulabel::decision::{Decider, NameRecord};

use crate::build::{BuildOptions, build_segment};
use crate::entry::Entry;
use crate::error::{IndexError, Result};
use crate::files::{DiskFiles, Files};
use crate::hash::KeyHash;
use crate::index::Index;
use crate::log::LogWriter;
use crate::manifest::{Replaced, digest, log_path, policy_id};
use crate::section::{Origin, Source};
use crate::segment::{Place, Segment};
use crate::state::State;
use crate::view::View;

/// Names whose variant set is another under the new tables.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Moved {
    /// What became of them.
    pub change: SetChange,
    /// The names. For those that came together, each part is what was one set before; for those that went apart, each
    /// part is one set now.
    pub parts: Vec<Vec<String>>,
    /// True if the sets before are not known but by coarse keys, because the old tables were not given: the names
    /// of a part had the same, and may still have been of several sets.
    pub is_coarse: bool,
}

/// What became of names whose set is another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetChange {
    /// They are one set, and were not.
    Together,
    /// They were one set, and are not.
    Apart,
}

/// What a rebuilding has done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct RebuildReport {
    /// The number of names.
    pub names: u64,
    /// Sets that came together of several.
    pub together: u64,
    /// Sets that went apart.
    pub apart: u64,
}

/// Makes the keys of all names anew, under the tables of `new`, and tells each set that is another than it was. The
/// index is the old one until all is on the disk, and then the new one.
///
/// `old` is a decider with the tables that the index was made under. Without it, names were of one set for all that is
/// known if they had one coarse key.
///
/// # Errors
///
/// As for [`IndexWriter::open`](crate::IndexWriter::open), but that `old` stands for the tables; if the files cannot
/// be written, the index is the old one.
pub fn rebuild(
    folder: impl AsRef<Path>,
    old: Option<&Decider>,
    new: &Decider,
    moved: &mut dyn FnMut(Moved),
) -> Result<RebuildReport> {
    rebuild_in(Arc::new(DiskFiles), folder, old, new, moved)
}

/// As [`rebuild`], among other files than those of the system.
///
/// # Errors
///
/// As for [`rebuild`].
pub fn rebuild_in(
    files: Arc<dyn Files>,
    folder: impl AsRef<Path>,
    old: Option<&Decider>,
    new: &Decider,
    moved: &mut dyn FnMut(Moved),
) -> Result<RebuildReport> {
    let folder = folder.as_ref();
    let _lock = crate::writer::lock(&*files, folder)?;
    let state = State::load(&*files, folder, old, &[])?;
    let index = Index::of_state(files.clone(), folder.into(), new.keys(), state);
    let before = index.state();
    let origin = Origin { id: before.manifest.origin.id, digest: digest(new) };
    let place = Place { files: files.clone(), folder: folder.into(), origin };
    let seed = before.view.seed;
    let number = before.manifest.next_number;
    let (entry, counts, built) =
        build_segment(&place, seed, number, new, index.records()?, BuildOptions::default(), &mut |_| {})?;
    let next = (|| {
        let segment = Segment::open(&*files, folder, &origin, entry)?;
        let view = View { seed, overlay: Arc::default(), segments: vec![Arc::new(segment)] };
        let mut report = RebuildReport { names: built.names, ..RebuildReport::default() };
        let is_coarse = old.is_none();
        // Without the old tables, the buckets of those names that may come together.
        let buckets = if is_coarse { old_buckets(&before.view, &view)? } else { HashMap::new() };
        each_bucket(&view, &mut |names| {
            let was = match old {
                Some(old) => sets(old, names),
                None => parted(names, &buckets),
            };
            for set in sets(new, names) {
                let parts = divide(&set, &was);
                if parts.len() > 1 {
                    report.together += 1;
                    moved(Moved { change: SetChange::Together, parts, is_coarse });
                }
            }
        })?;
        each_bucket(&before.view, &mut |names| {
            let is = sets(new, names);
            let was = old.map_or_else(|| vec![names.to_vec()], |old| sets(old, names));
            for set in was {
                let parts = divide(&set, &is);
                if parts.len() > 1 {
                    report.apart += 1;
                    moved(Moved { change: SetChange::Apart, parts, is_coarse });
                }
            }
        })?;
        LogWriter::create(&*files, folder, &origin, number + 1)?;
        Ok((view, report))
    })();
    let (_, report) = next.inspect_err(|_: &IndexError| place.remove_segment(number))?;
    let mut manifest = before.manifest.clone();
    manifest.origin = origin;
    manifest.policy = policy_id(new);
    manifest.generation += 1;
    manifest.log = number + 1;
    manifest.next_number = number + 2;
    manifest.counts = counts;
    manifest.segments = vec![entry];
    match manifest.replace(&*files, folder) {
        Ok(()) => {}
        Err((error, replaced)) => {
            if replaced == Replaced::No {
                place.remove_segment(number);
                let _ = files.remove(&log_path(folder, number + 1));
            }
            return Err(error);
        }
    }
    for old in &before.manifest.segments {
        place.remove_segment(old.number);
    }
    let _ = files.remove(&log_path(folder, before.manifest.log));
    Ok(report)
}

/// Calls `each` with the registered names of each hash of coarse keys that has two or more.
fn each_bucket(view: &View, each: &mut dyn FnMut(&[String])) -> Result<()> {
    let mut scan = view.scan()?;
    let mut bucket: Vec<String> = Vec::new();
    let mut hash = None;
    let mut record = NameRecord::default();
    while scan.advance()? {
        if hash != Some(scan.hash()) {
            if bucket.len() > 1 {
                each(&bucket);
            }
            bucket.clear();
            hash = Some(scan.hash());
        }
        let Some(entry) = Entry::read(scan.entry()) else { continue };
        entry.fill(&mut record);
        if record.state.is_registered() {
            bucket.push(record.name.clone());
        }
    }
    if bucket.len() > 1 {
        each(&bucket);
    }
    Ok(())
}

/// The hashes of the old coarse keys of names that have a new one in common with others.
fn old_buckets(old: &View, new: &View) -> Result<HashMap<String, KeyHash>> {
    let mut buckets = HashMap::new();
    each_bucket(new, &mut |names| buckets.extend(names.iter().map(|name| (name.clone(), KeyHash::LAST))))?;
    let mut scan = old.scan()?;
    while scan.advance()? {
        let hash = scan.hash();
        let entry = Entry::read(scan.entry());
        if let Some(bucket) = entry.and_then(|entry| buckets.get_mut(entry.name)) {
            *bucket = hash;
        }
    }
    Ok(buckets)
}

/// Names parted by their old buckets.
fn parted(names: &[String], buckets: &HashMap<String, KeyHash>) -> Vec<Vec<String>> {
    let mut parts: BTreeMap<Option<&KeyHash>, Vec<String>> = BTreeMap::new();
    for name in names {
        parts.entry(buckets.get(name)).or_default().push(name.clone());
    }
    parts.into_values().collect()
}

/// The variant sets of some names.
fn sets(decider: &Decider, names: &[String]) -> Vec<Vec<String>> {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let owned = |set: Vec<&str>| set.into_iter().map(Into::into).collect();
    decider.sets(&names).into_iter().map(owned).collect()
}

/// A set, divided as other sets have its names, in the order of the names.
fn divide(set: &[String], others: &[Vec<String>]) -> Vec<Vec<String>> {
    let mut parts: Vec<(Option<usize>, Vec<String>)> = Vec::new();
    for name in set {
        let number = others.iter().position(|other| other.contains(name));
        match parts.iter_mut().find(|(known, _)| number.is_some() && *known == number) {
            Some((_, part)) => part.push(name.clone()),
            None => parts.push((number, vec![name.clone()])),
        }
    }
    parts.into_iter().map(|(_, part)| part).collect()
}
