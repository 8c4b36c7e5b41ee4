//! Building an index of many names at once.
//!
//! Names are read by one thread; others make their keys, sort them and write them as runs; the runs are merged into
//! one segment. Memory is that of the runs while they grow.

mod names;
mod runs;
mod skeletons;

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};

use ulabel::decision::{Decider, NameRecord};

use crate::entry::Counts;
use crate::error::Result;
use crate::files::{DiskFiles, Files};
use crate::folder::NewFolder;
use crate::hash::Seed;
use crate::manifest::SegmentEntry;
use crate::section::Kind;
use names::{MergedNames, Sorter};
use skeletons::SkeletonSorter;

/// How an index is built.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct BuildOptions {
    /// Threads that make keys; by default as many as the machine runs at once.
    pub threads: usize,
    /// Octets of memory for names that are not sorted yet, for all threads together; the whole takes up to half as
    /// much again.
    pub memory: usize,
}

impl Default for BuildOptions {
    fn default() -> Self {
        let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self { threads, memory: 256 << 20 }
    }
}

/// What was built.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct BuildReport {
    /// The number of names in the index.
    pub names: u64,
    /// Records of a name that came again later: the last one counts.
    pub replaced: u64,
    /// The first such name.
    pub first_replaced: Option<String>,
}

/// Builds an index in a folder that is not there yet. Under its name there is nothing until it is whole and on the
/// disk. `progress` is told now and then how many records were read.
///
/// Of several records of one name the last counts.
///
/// # Errors
///
/// If a record cannot be read, if something stands where the index is to be, or if the files cannot be written; then
/// nothing is left.
pub fn build(
    folder: impl AsRef<Path>,
    decider: &Decider,
    records: impl Iterator<Item = Result<NameRecord>>,
    progress: &mut dyn FnMut(u64),
) -> Result<BuildReport> {
    build_in(Arc::new(DiskFiles), folder, decider, records, BuildOptions::default(), progress)
}

/// As [`build`], among other files than those of the system, or with other options.
///
/// # Errors
///
/// As for [`build`].
pub fn build_in(
    files: Arc<dyn Files>,
    folder: impl AsRef<Path>,
    decider: &Decider,
    records: impl Iterator<Item = Result<NameRecord>>,
    options: BuildOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<BuildReport> {
    let new = NewFolder::begin(files, folder.as_ref(), decider, Seed::random())?;
    let (segment, counts, report) =
        build_segment(&new.place, new.seed, 1, decider, records, options, progress)?;
    new.finish(Some(segment), counts)?;
    Ok(report)
}

/// Records that go to a thread together.
const BATCH: usize = 2048;

/// Makes one segment of records in any order.
pub(crate) fn build_segment(
    place: &crate::segment::Place,
    seed: Seed,
    number: u64,
    decider: &Decider,
    records: impl Iterator<Item = Result<NameRecord>>,
    options: BuildOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<(SegmentEntry, Counts, BuildReport)> {
    let threads = options.threads.max(1);
    let runs = runs::Runs::new(place);
    let (sender, receiver) = sync_channel::<(u64, Vec<NameRecord>)>(2 * threads);
    let receiver = Mutex::new(receiver);
    let has_failed = AtomicBool::new(false);
    std::thread::scope(|scope| -> Result<()> {
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                let sorter = Sorter::new(&runs, seed, decider.keys(), options.memory / threads);
                let (receiver, has_failed) = (&receiver, &has_failed);
                scope.spawn(move || {
                    let sorted = sort_names(sorter, receiver);
                    if sorted.is_err() {
                        has_failed.store(true, Ordering::Relaxed);
                        // The reader may be waiting for room.
                        while receiver.lock().unwrap_or_else(PoisonError::into_inner).recv().is_ok() {}
                    }
                    sorted
                })
            })
            .collect();
        let read = (|| {
            let (mut position, mut batch) = (0, Vec::with_capacity(BATCH));
            for record in records {
                batch.push(record?);
                if batch.len() == BATCH {
                    let count = batch.len() as u64;
                    let full = std::mem::replace(&mut batch, Vec::with_capacity(BATCH));
                    if has_failed.load(Ordering::Relaxed) || sender.send((position, full)).is_err() {
                        return Ok(());
                    }
                    position += count;
                    progress(position);
                }
            }
            let _ = sender.send((position, batch));
            Ok(())
        })();
        drop(sender);
        let mut written = Ok(());
        for worker in workers {
            let result = worker.join().unwrap_or_else(|_| Err(runs.broken()));
            written = written.and(result);
        }
        read.and(written)
    })?;

    let mut names = MergedNames::new(&runs)?;
    let expected = names.expected();
    let stop = AtomicBool::new(false);
    let (names_length, skeletons) = std::thread::scope(|scope| {
        let (sender, receiver) = sync_channel(4);
        let runs = &runs;
        let sorting = scope.spawn(move || SkeletonSorter::new(runs, options.memory / 2).take_all(receiver));
        names.tell(sender);
        let written = place.write_section(number, Kind::Names, expected, &mut names, &stop);
        names.end_telling();
        let sorted = sorting.join().unwrap_or_else(|_| Err(runs.broken()));
        Ok::<_, crate::IndexError>((written?, sorted?))
    })?;
    let skeletons_length =
        place.write_section(number, Kind::Skeletons, names.report().names, skeletons, &stop)?;
    let segment = SegmentEntry { number, names: names_length, skeletons: skeletons_length };
    Ok((segment, names.counts(), names.report().clone()))
}

fn sort_names(mut sorter: Sorter<'_>, receiver: &Mutex<Receiver<(u64, Vec<NameRecord>)>>) -> Result<()> {
    loop {
        let batch = receiver.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((position, records)) = batch else { return sorter.finish() };
        for (record, at) in records.iter().zip(position..) {
            sorter.push(at, record)?;
        }
    }
}
