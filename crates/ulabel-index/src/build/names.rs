//! The names of a building: sorted in runs, and merged.

use std::sync::mpsc::SyncSender;

use ulabel::decision::{IndexKeys, NameRecord};

use super::BuildReport;
use super::runs::{Run, Runs};
use crate::entry::{Counts, Entry, push_record};
use crate::error::Result;
use crate::hash::{HASH_LENGTH, KeyHash, Seed};
use crate::merge::Merge;
use crate::octets::Reader;
use crate::section::{Kind, Source};

/// What stands behind the entry in a run: the hash of the wide skeleton, and the place in the input.
const TAIL: usize = HASH_LENGTH + 8;

/// Makes the keys of names, and sorts as many together as memory allows.
pub(super) struct Sorter<'r> {
    runs: &'r Runs<'r>,
    seed: Seed,
    keys: IndexKeys,
    memory: usize,
    entries: Vec<u8>,
    /// Hash, begin and end.
    order: Vec<(KeyHash, u32, u32)>,
}

impl<'r> Sorter<'r> {
    pub(super) fn new(runs: &'r Runs<'r>, seed: Seed, keys: IndexKeys, memory: usize) -> Self {
        let memory = memory.clamp(1 << 16, 1 << 31);
        Self { runs, seed, keys, memory, entries: Vec::new(), order: Vec::new() }
    }

    pub(super) fn push(&mut self, position: u64, record: &NameRecord) -> Result<()> {
        self.keys.take(&record.name);
        let begin = self.entries.len() as u32;
        push_record(&mut self.entries, self.keys.name(), record)?;
        self.entries.extend(self.seed.hash(&self.keys.wide_skeleton()).to_octets());
        self.entries.extend(position.to_be_bytes());
        self.order.push((self.seed.hash(self.keys.coarse_key()), begin, self.entries.len() as u32));
        if self.entries.len() + self.order.len() * size_of::<(KeyHash, u32, u32)>() >= self.memory {
            self.write_run()?;
        }
        Ok(())
    }

    fn write_run(&mut self) -> Result<()> {
        let Self { entries, order, .. } = self;
        let entry = |begin: u32, end: u32| entries.get(begin as usize..end as usize).unwrap_or_default();
        order.sort_unstable_by(|(hash, begin, end), (other_hash, other_begin, other_end)| {
            let identity = |begin, end| Kind::Names.identity(entry(begin, end));
            hash.cmp(other_hash).then_with(|| identity(*begin, *end).cmp(identity(*other_begin, *other_end)))
        });
        let mut run = self.runs.begin()?;
        for (hash, begin, end) in &*order {
            run.push(*hash, entry(*begin, *end))?;
        }
        run.finish()?;
        entries.clear();
        order.clear();
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<()> {
        if self.order.is_empty() { Ok(()) } else { self.write_run() }
    }
}

/// Skeletons and coarse keys that are told together.
const BATCH: usize = 4096;

pub(super) type Skeletons = Vec<(KeyHash, KeyHash)>;

/// The names of all runs, each once.
pub(super) struct MergedNames {
    merge: Merge<Run>,
    expected: u64,
    /// The next entry of the runs, and the one at which it stands.
    next: Option<(KeyHash, Vec<u8>)>,
    hash: KeyHash,
    entry: Vec<u8>,
    counts: Counts,
    report: BuildReport,
    sender: Option<SyncSender<Skeletons>>,
    batch: Skeletons,
}

impl MergedNames {
    pub(super) fn new(runs: &Runs<'_>) -> Result<Self> {
        let (expected, runs) = runs.take()?;
        let mut merge = Merge::new(Kind::Names, runs)?;
        let mut first = Vec::new();
        let next = match merge.advance()? {
            Some(source) => {
                first.extend_from_slice(source.entry());
                Some((source.hash(), first))
            }
            None => None,
        };
        let (counts, report) = (Counts::default(), BuildReport::default());
        let batch = Vec::with_capacity(BATCH);
        Ok(Self {
            merge,
            expected,
            next,
            hash: KeyHash::LAST,
            entry: Vec::new(),
            counts,
            report,
            sender: None,
            batch,
        })
    }

    /// At most so many names.
    pub(super) const fn expected(&self) -> u64 {
        self.expected
    }

    /// Tells the skeletons of all names from now on.
    pub(super) fn tell(&mut self, sender: SyncSender<Skeletons>) {
        self.sender = Some(sender);
    }

    pub(super) fn end_telling(&mut self) {
        self.tell_batch();
        self.sender = None;
    }

    fn tell_batch(&mut self) {
        let batch = std::mem::replace(&mut self.batch, Vec::with_capacity(BATCH));
        // A thread that has ended has an error, which is told when it is joined.
        let _ = self.sender.as_ref().map(|sender| sender.send(batch));
    }

    pub(super) const fn counts(&self) -> Counts {
        self.counts
    }

    pub(super) const fn report(&self) -> &BuildReport {
        &self.report
    }
}

fn position(entry: &[u8]) -> &[u8] {
    entry.last_chunk::<8>().map_or(&[], |position| position)
}

impl Source for &mut MergedNames {
    fn advance(&mut self) -> Result<bool> {
        let this = &mut **self;
        let Some((hash, next)) = &mut this.next else { return Ok(false) };
        this.hash = *hash;
        std::mem::swap(&mut this.entry, next);
        loop {
            let Some(source) = this.merge.advance()? else {
                this.next = None;
                break;
            };
            let entry = source.entry();
            if source.hash() == this.hash && Kind::Names.identity(entry) == Kind::Names.identity(&this.entry)
            {
                this.report.replaced += 1;
                if this.report.first_replaced.is_none() {
                    this.report.first_replaced = Reader::new(entry).text().map(Into::into);
                }
                if position(entry) > position(&this.entry) {
                    this.entry.clear();
                    this.entry.extend_from_slice(entry);
                }
                continue;
            }
            *hash = source.hash();
            next.clear();
            next.extend_from_slice(entry);
            break;
        }
        let length = this.entry.len().saturating_sub(TAIL);
        let skeleton = this.entry.get(length..).and_then(|tail| tail.first_chunk::<HASH_LENGTH>());
        let skeleton = skeleton.map_or(KeyHash::LAST, |octets| KeyHash::from_octets(*octets));
        this.entry.truncate(length);
        if let Some(entry) = Entry::read(&this.entry) {
            this.counts.add(&entry);
        }
        this.report.names += 1;
        this.batch.push((skeleton, this.hash));
        if this.batch.len() == BATCH {
            this.tell_batch();
        }
        Ok(true)
    }

    fn hash(&self) -> KeyHash {
        self.hash
    }

    fn entry(&self) -> &[u8] {
        &self.entry
    }
}
