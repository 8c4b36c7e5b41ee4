//! Reading all layers as one: the overlay over the segments, the newest first.

use std::cell::Cell;
use std::sync::Arc;

use ulabel::decision::NameRecord;
use ulabel::script::wide_skeleton_key;

use crate::entry::{Entry, Prior, read_skeleton};
use crate::error::{IndexError, Result};
use crate::hash::{KeyHash, Seed};
use crate::merge::NewestNames;
use crate::overlay::Overlay;
use crate::section::{Kind, Scan, Source};
use crate::segment::Segment;

/// One state of an index.
#[derive(Clone, Debug)]
pub(crate) struct View {
    pub(crate) seed: Seed,
    pub(crate) overlay: Arc<Overlay>,
    /// The newest first.
    pub(crate) segments: Vec<Arc<Segment>>,
}

/// Memory that look-ups use again.
#[derive(Default)]
struct Scratch {
    buffer: Vec<u8>,
    record: NameRecord,
}

thread_local! {
    static SCRATCH: Cell<Option<Box<Scratch>>> = const { Cell::new(None) };
}

/// Runs with memory of this thread. A look-up inside of another has memory of its own.
fn with_scratch<T>(run: impl FnOnce(&mut Scratch) -> T) -> T {
    let mut scratch = SCRATCH.take().unwrap_or_default();
    let result = run(&mut scratch);
    SCRATCH.set(Some(scratch));
    result
}

impl View {
    /// Calls `each` with the records of a hash of coarse keys.
    pub(crate) fn with_coarse(&self, coarse: KeyHash, each: &mut dyn FnMut(&NameRecord)) -> Result<()> {
        with_scratch(|Scratch { buffer, record }| {
            self.entries(coarse, buffer, &mut |entry| {
                entry.fill(record);
                each(record);
            })
        })
    }

    /// Calls `each` with the records of a wide skeleton, until it returns false.
    pub(crate) fn with_skeleton(
        &self,
        skeleton: &str,
        each: &mut dyn FnMut(&NameRecord) -> bool,
    ) -> Result<()> {
        with_scratch(|Scratch { buffer, record }| {
            let hash = self.seed.hash(skeleton);
            let mut counts: Vec<(KeyHash, i64)> = self.overlay.find_skeleton(hash).to_vec();
            for segment in &self.segments {
                let section = &segment.skeletons;
                section.find(hash, buffer, &mut |entry| {
                    let bad = || IndexError::damaged(section.path(), 0, "a skeleton that is none");
                    counts.push(read_skeleton(entry).ok_or_else(bad)?);
                    Ok(())
                })?;
            }
            counts.sort_unstable();
            let mut goes_on = true;
            for group in counts.chunk_by(|(coarse, _), (other, _)| coarse == other) {
                let sum = group.iter().fold(0_i64, |sum, (_, count)| sum.saturating_add(*count));
                let Some((coarse, _)) = group.first().filter(|_| sum > 0 && goes_on) else { continue };
                self.entries(*coarse, buffer, &mut |entry| {
                    if goes_on && wide_skeleton_key(entry.name) == skeleton {
                        entry.fill(record);
                        goes_on = each(record);
                    }
                })?;
            }
            Ok(())
        })
    }

    /// The record of a name.
    pub(crate) fn get(&self, coarse: KeyHash, name: &str) -> Result<Option<NameRecord>> {
        let mut found = None;
        with_scratch(|Scratch { buffer, .. }| {
            self.entries(coarse, buffer, &mut |entry| {
                if entry.name == name {
                    entry.fill(found.get_or_insert_default());
                }
            })
        })?;
        Ok(found)
    }

    /// What counts of the record of a name.
    pub(crate) fn prior(&self, coarse: KeyHash, name: &str) -> Result<Option<Prior>> {
        let mut prior = None;
        with_scratch(|Scratch { buffer, .. }| {
            self.entries(coarse, buffer, &mut |entry| {
                if entry.name == name {
                    prior = Some(Prior::of(&entry));
                }
            })
        })?;
        Ok(prior)
    }

    /// Calls `each` with the newest entry of each name of a hash, as far as it is not removed.
    fn entries(&self, coarse: KeyHash, buffer: &mut Vec<u8>, each: &mut dyn FnMut(Entry<'_>)) -> Result<()> {
        let newest = self.overlay.find(coarse);
        for entry in newest {
            let entry = Entry::read(entry).filter(|entry| !entry.is_removed());
            entry.into_iter().for_each(&mut *each);
        }
        // Names of earlier layers, which hide those of later ones.
        let mut hiding: Vec<Box<[u8]>> = Vec::new();
        for (number, segment) in self.segments.iter().enumerate() {
            let is_last = number + 1 == self.segments.len();
            let known = hiding.len();
            segment.names.find(coarse, buffer, &mut |octets| {
                let name = Kind::Names.identity(octets);
                let is_hidden = newest.iter().any(|entry| Kind::Names.identity(entry) == name)
                    || hiding.iter().take(known).any(|hiding| **hiding == *name);
                if is_hidden {
                    return Ok(());
                }
                let bad = || IndexError::damaged(segment.names.path(), 0, "a record that is none");
                let entry = Entry::read(octets).ok_or_else(bad)?;
                if !is_last {
                    hiding.push(name.into());
                }
                if !entry.is_removed() {
                    each(entry);
                }
                Ok(())
            })?;
        }
        Ok(())
    }

    /// The entries of all layers in the order of hashes, of each name the newest that is not removed.
    pub(crate) fn scan(&self) -> Result<NewestNames<Box<dyn Source + Send>>> {
        let mut sources: Vec<Box<dyn Source + Send>> = vec![Box::new(self.overlay.scan(Kind::Names))];
        for segment in &self.segments {
            sources.push(Box::new(Scan::new(segment.names.clone())));
        }
        NewestNames::new(sources, false)
    }

    /// The skeletons of all layers.
    pub(crate) fn skeleton_sources(&self) -> Vec<Box<dyn Source + Send>> {
        let mut sources: Vec<Box<dyn Source + Send>> = vec![Box::new(self.overlay.scan(Kind::Skeletons))];
        for segment in &self.segments {
            sources.push(Box::new(Scan::new(segment.skeletons.clone())));
        }
        sources
    }
}
