//! What changed since the segments, in memory.

use std::collections::HashMap;
use std::sync::Arc;

use crate::entry::push_skeleton;
use crate::error::Result;
use crate::hash::KeyHash;
use crate::log::LogChange;
use crate::section::{Kind, Source};

/// Changes that are in the log and in no segment.
#[derive(Clone, Debug, Default)]
pub(crate) struct Overlay {
    /// Entries by the hashes of their coarse keys.
    names: HashMap<KeyHash, Vec<Box<[u8]>>>,
    /// By the hash of a wide skeleton: hashes of coarse keys, and how many names more have the two.
    skeletons: HashMap<KeyHash, Vec<(KeyHash, i64)>>,
    records: usize,
}

impl Overlay {
    pub(crate) fn apply(&mut self, change: &LogChange<'_>, is_removed: bool) {
        let name = Kind::Names.identity(change.entry);
        let entries = self.names.entry(change.coarse).or_default();
        match entries.iter_mut().find(|entry| Kind::Names.identity(entry) == name) {
            Some(entry) => *entry = change.entry.into(),
            None => {
                entries.push(change.entry.into());
                self.records += 1;
            }
        }
        let more = match (change.prior.is_some(), is_removed) {
            (false, false) => 1,
            (true, true) => -1,
            _ => return,
        };
        let counts = self.skeletons.entry(change.skeleton).or_default();
        match counts.iter_mut().find(|(coarse, _)| *coarse == change.coarse) {
            Some((_, count)) => *count += more,
            None => counts.push((change.coarse, more)),
        }
    }

    #[inline]
    pub(crate) fn find(&self, coarse: KeyHash) -> &[Box<[u8]>] {
        self.names.get(&coarse).map_or(&[], Vec::as_slice)
    }

    #[inline]
    pub(crate) fn find_skeleton(&self, skeleton: KeyHash) -> &[(KeyHash, i64)] {
        self.skeletons.get(&skeleton).map_or(&[], Vec::as_slice)
    }

    /// The number of names that changed.
    pub(crate) const fn len(&self) -> usize {
        self.records
    }

    /// The entries in order.
    pub(crate) fn scan(self: &Arc<Self>, kind: Kind) -> OverlayScan {
        let mut entries: Vec<(KeyHash, Vec<u8>)> = match kind {
            Kind::Names => {
                let entries = self.names.iter();
                entries.flat_map(|(hash, all)| all.iter().map(|entry| (*hash, entry.to_vec()))).collect()
            }
            Kind::Skeletons => {
                let all = self.skeletons.iter();
                let all = all.flat_map(|(hash, counts)| counts.iter().map(|counted| (*hash, *counted)));
                let changed = all.filter(|(_, (_, count))| *count != 0);
                changed
                    .map(|(hash, (coarse, count))| {
                        let mut entry = Vec::new();
                        push_skeleton(&mut entry, coarse, count);
                        (hash, entry)
                    })
                    .collect()
            }
        };
        entries.sort_unstable_by(|(hash, entry), (other_hash, other)| {
            hash.cmp(other_hash).then_with(|| kind.identity(entry).cmp(kind.identity(other)))
        });
        OverlayScan { entries, next: 0 }
    }
}

/// The entries of an overlay in order.
#[derive(Debug)]
pub(crate) struct OverlayScan {
    entries: Vec<(KeyHash, Vec<u8>)>,
    next: usize,
}

impl OverlayScan {
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    fn current(&self) -> Option<&(KeyHash, Vec<u8>)> {
        self.entries.get(self.next.checked_sub(1)?)
    }
}

impl Source for OverlayScan {
    fn advance(&mut self) -> Result<bool> {
        self.next += 1;
        Ok(self.next <= self.entries.len())
    }

    fn hash(&self) -> KeyHash {
        self.current().map_or(KeyHash::LAST, |(hash, _)| *hash)
    }

    fn entry(&self) -> &[u8] {
        self.current().map_or(&[], |(_, entry)| entry)
    }
}
