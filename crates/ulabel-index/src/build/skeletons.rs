//! The skeletons of a building: sorted in runs, and summed up.

use std::sync::mpsc::Receiver;

use super::names::Skeletons;
use super::runs::{Run, Runs};
use crate::entry::push_skeleton;
use crate::error::Result;
use crate::hash::KeyHash;
use crate::merge::SkeletonSums;

/// Sorts skeletons with their coarse keys, as many together as memory allows.
pub(super) struct SkeletonSorter<'r> {
    runs: &'r Runs<'r>,
    most: usize,
    pairs: Skeletons,
}

impl<'r> SkeletonSorter<'r> {
    pub(super) fn new(runs: &'r Runs<'r>, memory: usize) -> Self {
        let most = (memory / size_of::<(KeyHash, KeyHash)>()).max(1024);
        Self { runs, most, pairs: Vec::new() }
    }

    pub(super) fn take_all(mut self, receiver: Receiver<Skeletons>) -> Result<SkeletonSums<Run>> {
        for batch in receiver {
            self.pairs.extend(batch);
            if self.pairs.len() >= self.most {
                self.write_run()?;
            }
        }
        self.write_run()?;
        let (_, runs) = self.runs.take()?;
        SkeletonSums::new(runs)
    }

    fn write_run(&mut self) -> Result<()> {
        self.pairs.sort_unstable();
        let mut run = self.runs.begin()?;
        let mut entry = Vec::new();
        for group in self.pairs.chunk_by(|pair, other| pair == other) {
            let Some((skeleton, coarse)) = group.first() else { continue };
            entry.clear();
            push_skeleton(&mut entry, *coarse, group.len() as i64);
            run.push(*skeleton, &entry)?;
        }
        self.pairs.clear();
        run.finish()
    }
}
