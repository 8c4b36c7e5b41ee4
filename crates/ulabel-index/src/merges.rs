//! Which segments are merged, and the threads that do it.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;

use crate::error::{IndexError, Result};
use crate::segment::{Place, Segment};

/// A segment is merged with the older one behind it unless that is more than so many times as large. So there are few
/// segments to look into, and an entry is written few times.
const GROWTH: u64 = 4;
/// Merges at one time: a long one must not hold up the short ones.
const MAX_MERGES: usize = 2;

/// The segments to be merged next, of those with so many entries, the newest first; `is_busy` says which are being
/// merged already.
pub(crate) fn plan(segments: &[(u64, bool)]) -> Option<Range<usize>> {
    (0..segments.len()).find_map(|start| {
        let (mut sum, mut end) = (0, start);
        for (entries, is_busy) in segments.get(start..)? {
            if *is_busy || end > start && *entries > sum * GROWTH {
                break;
            }
            sum += entries;
            end += 1;
        }
        (end - start > 1).then_some(start..end)
    })
}

/// A merge that runs.
#[derive(Debug)]
pub(crate) struct Merging {
    /// The segments that are merged.
    numbers: Vec<u64>,
    stop: Arc<AtomicBool>,
    thread: JoinHandle<Result<Segment>>,
}

#[derive(Debug, Default)]
pub(crate) struct Merges {
    running: Vec<Merging>,
}

/// What a merge has made of the segments with these numbers.
pub(crate) struct Merged {
    pub(crate) numbers: Vec<u64>,
    pub(crate) segment: Result<Segment>,
}

impl Merges {
    pub(crate) fn is_busy(&self, number: u64) -> bool {
        self.running.iter().any(|merging| merging.numbers.contains(&number))
    }

    pub(crate) fn has_room(&self) -> bool {
        self.running.len() < MAX_MERGES
    }

    pub(crate) fn start(
        &mut self,
        place: &Place,
        number: u64,
        segments: Vec<Arc<Segment>>,
        are_all: bool,
    ) -> Result<()> {
        let stop = Arc::new(AtomicBool::new(false));
        let numbers = segments.iter().map(|segment| segment.number).collect();
        let (place, stopped) = (place.clone(), stop.clone());
        let folder = place.folder.clone();
        let thread = std::thread::Builder::new().name("ulabel-index merge".into());
        let thread = thread.spawn(move || place.merge_segments(number, &segments, are_all, &stopped));
        let thread = thread.map_err(IndexError::io("start a thread for", &folder))?;
        self.running.push(Merging { numbers, stop, thread });
        Ok(())
    }

    /// A merge that is done; `waits` for the first if none is.
    pub(crate) fn take_done(&mut self, waits: bool) -> Option<Merged> {
        let done = self.running.iter().position(|merging| merging.thread.is_finished());
        let at = done.or_else(|| (waits && !self.running.is_empty()).then_some(0))?;
        let Merging { numbers, thread, .. } = self.running.remove(at);
        let segment = thread.join().unwrap_or_else(|_| {
            let source = std::io::Error::other("the thread has ended before its time");
            Err(IndexError::Io { action: "merge segments", path: "".into(), source })
        });
        Some(Merged { numbers, segment })
    }

    /// Ends all merges, and what they have made.
    pub(crate) fn stop(&mut self, place: &Place) {
        self.running.iter().for_each(|merging| merging.stop.store(true, Ordering::Relaxed));
        while let Some(merged) = self.take_done(true) {
            if let Ok(segment) = merged.segment {
                place.remove_segment(segment.number);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_grow_by_steps() {
        let free = |sizes: &[u64]| plan(&sizes.iter().map(|size| (*size, false)).collect::<Vec<_>>());
        assert_eq!(free(&[]), None);
        assert_eq!(free(&[1]), None);
        assert_eq!(free(&[1, 5]), None);
        assert_eq!(free(&[1, 4]), Some(0..2));
        assert_eq!(free(&[1, 4, 20, 101]), Some(0..3));
        assert_eq!(free(&[1, 5, 20]), Some(1..3));
        assert_eq!(plan(&[(1, false), (1, true), (1, true)]), None);
        assert_eq!(plan(&[(1, false), (1, false), (1, true)]), Some(0..2));
    }

    /// As flushes come, an entry is written few times, and there are few segments.
    #[test]
    fn a_long_run_is_cheap() {
        let (mut segments, mut written, mut most) = (vec![600], 0, 0);
        for _ in 0..2000 {
            segments.insert(0, 1);
            written += 1;
            while let Some(range) = plan(&segments.iter().map(|size| (*size, false)).collect::<Vec<_>>()) {
                let sum: u64 = segments.drain(range.clone()).sum();
                written += sum;
                segments.insert(range.start, sum);
            }
            most = most.max(segments.len());
        }
        assert!(most <= 6 && written < 2000 * 14, "{most} segments, {written} written");
    }
}
