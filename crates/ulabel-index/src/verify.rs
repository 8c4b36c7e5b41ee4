//! Whether an index is whole.

use std::path::Path;
use std::sync::Arc;

use ulabel::decision::{Decider, IndexKeys};

use crate::entry::{Counts, Entry, read_skeleton};
use crate::error::{IndexError, Result};
use crate::files::{DiskFiles, Files};
use crate::hash::{KeyHash, Seed};
use crate::merge::SkeletonSums;
use crate::section::{Kind, Scan, Section, Source};
use crate::state::State;

/// What was found out about an index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct VerifyReport {
    /// The number of names.
    pub names: u64,
    /// Octets of the files, all of which were read.
    pub octets: u64,
    /// What does not fit, at most [`MAX_FAULTS`]; none for an index that is whole.
    pub faults: Vec<String>,
}

/// Faults that are told of one index at most.
pub const MAX_FAULTS: usize = 100;

/// Reads all of an index, holds everything to its checksum and its place, and makes all keys anew.
///
/// # Errors
///
/// As for [`Index::open`](crate::Index::open). What is wrong in an index that opens is told in the report.
pub fn verify(folder: impl AsRef<Path>, decider: &Decider) -> Result<VerifyReport> {
    verify_in(Arc::new(DiskFiles), folder, decider)
}

/// As [`verify`], among other files than those of the system.
///
/// # Errors
///
/// As for [`verify`].
pub fn verify_in(files: Arc<dyn Files>, folder: impl AsRef<Path>, decider: &Decider) -> Result<VerifyReport> {
    let state = State::load(&*files, folder.as_ref(), Some(decider), &[])?;
    let mut report = VerifyReport { octets: state.log.end(), ..VerifyReport::default() };
    for segment in &state.view.segments {
        for kind in [Kind::Names, Kind::Skeletons] {
            let section = segment.section(kind);
            report.octets += section.length();
            let found = verify_section(section, kind);
            report.take(found);
        }
    }
    // Damage that was found once need not be found again.
    if report.faults.is_empty() {
        let found = verify_whole(&state, decider, &mut report);
        report.take(found);
    }
    Ok(report)
}

impl VerifyReport {
    fn fault(&mut self, fault: String) {
        if self.faults.len() < MAX_FAULTS {
            self.faults.push(fault);
        }
    }

    fn take(&mut self, found: Result<()>) {
        if let Err(error) = found {
            self.fault(error.to_string());
        }
    }
}

/// Reads a section whole, each entry by itself.
fn verify_section(section: &Arc<Section>, kind: Kind) -> Result<()> {
    section.verify_parts()?;
    let damaged = |what| IndexError::damaged(section.path(), 0, what);
    let mut scan = Scan::new(section.clone());
    let mut last: (KeyHash, Vec<u8>) = (KeyHash::LAST, Vec::new());
    while scan.advance()? {
        let is_entry = match kind {
            Kind::Names => Entry::read(scan.entry()).is_some(),
            Kind::Skeletons => read_skeleton(scan.entry()).is_some(),
        };
        if !is_entry {
            return Err(damaged("an entry that is none"));
        }
        if !section.filter_has(scan.hash())? {
            return Err(damaged("an entry that the filter does not know"));
        }
        let identity = kind.identity(scan.entry());
        if last.0 == scan.hash() && *last.1 >= *identity {
            return Err(damaged("entries out of order, or twice"));
        }
        last.0 = scan.hash();
        last.1.clear();
        last.1.extend_from_slice(identity);
    }
    Ok(())
}

/// A sum that shows, whatever the order, whether two lists of skeletons and coarse keys are the same.
struct Sum<'s> {
    seed: &'s Seed,
    value: u64,
}

impl Sum<'_> {
    fn add(&mut self, skeleton: KeyHash, coarse: KeyHash, count: i64) {
        let octets = [skeleton.to_octets(), coarse.to_octets()].concat();
        self.value = self.value.wrapping_add(self.seed.sum_of(&octets).wrapping_mul(count as u64));
    }
}

/// Reads all layers as one.
fn verify_whole(state: &State, decider: &Decider, report: &mut VerifyReport) -> Result<()> {
    let seed = &state.view.seed;
    let mut keys: IndexKeys = decider.keys();
    let mut counts = Counts::default();
    let (mut expected, mut found) = (Sum { seed, value: 0 }, Sum { seed, value: 0 });
    let mut names = state.view.scan()?;
    while names.advance()? {
        let Some(entry) = Entry::read(names.entry()) else { continue };
        counts.add(&entry);
        report.names += 1;
        keys.take(entry.name);
        if keys.name() != entry.name {
            report.fault(format!("{:?} is stored in another form than {:?}", entry.name, keys.name()));
        }
        if seed.hash(keys.coarse_key()) != names.hash() {
            report.fault(format!("{:?} is not where its coarse key is", entry.name));
        }
        expected.add(seed.hash(&keys.wide_skeleton()), names.hash(), 1);
    }
    let mut skeletons = SkeletonSums::new(state.view.skeleton_sources())?;
    while skeletons.advance()? {
        let Some((coarse, count)) = read_skeleton(skeletons.entry()) else { continue };
        if count < 0 {
            report.fault("a skeleton of fewer than no names".into());
        }
        found.add(skeletons.hash(), coarse, count);
    }
    if expected.value != found.value {
        report.fault("the skeletons are not those of the names".into());
    }
    if counts != state.counts {
        report.fault("the numbers of names are not those of the manifest and the log".into());
    }
    Ok(())
}
