//! Hashes of keys: which of them are there twice.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use extsort::{ExternalSorter, PushExternalSorter, Sortable};
use tempfile::TempDir;

/// Hashes of the keys of names, eight octets each; beyond a bound of memory they are sorted on the disk.
pub(crate) struct Hashes {
    most: usize,
    folder: PathBuf,
    held: Held,
}

enum Held {
    InMemory(Vec<u64>),
    OnDisk(Sorter),
}

struct Sorter {
    hashes: PushExternalSorter<Hash, fn(&Hash, &Hash) -> std::cmp::Ordering>,
    count: usize,
    /// Two sorters give their files the same names, so that each needs a folder of its own.
    _folder: TempDir,
}

#[derive(Clone, Copy)]
struct Hash(u64);

impl Sortable for Hash {
    fn encode<W: Write>(&self, writer: &mut W) -> io::Result<()> {
        writer.write_all(&self.0.to_le_bytes())
    }

    fn decode<R: Read>(reader: &mut R) -> io::Result<Self> {
        let mut octets = [0; 8];
        reader.read_exact(&mut octets)?;
        Ok(Self(u64::from_le_bytes(octets)))
    }
}

impl Hashes {
    /// No hashes yet; so many octets of them are held in memory at most, the rest in files of the folder.
    pub(crate) fn new(memory: usize, folder: &Path) -> Self {
        /// What sorting on the disk needs at least to be worth it.
        const LEAST: usize = 1 << 12;
        let most = (memory / 8).max(LEAST);
        Self { most, folder: folder.into(), held: Held::InMemory(Vec::new()) }
    }

    pub(crate) fn extend(&mut self, hashes: &[u64]) -> io::Result<()> {
        if let Held::InMemory(held) = &mut self.held {
            if held.len() + hashes.len() <= self.most {
                // As much as is needed and half of it more: twice as much could be beyond the bound.
                if held.capacity() < held.len() + hashes.len() {
                    held.reserve_exact((held.len() / 2).max(hashes.len()).min(self.most - held.len()));
                }
                held.extend_from_slice(hashes);
                return Ok(());
            }
            let held = std::mem::take(held);
            let mut sorter = Sorter::new(self.most / 2, &self.folder)?;
            sorter.extend(&held)?;
            self.held = Held::OnDisk(sorter);
        }
        match &mut self.held {
            Held::OnDisk(sorter) => sorter.extend(hashes),
            Held::InMemory(_) => Ok(()),
        }
    }

    /// The hashes that are there more than once, ascending, each once.
    pub(crate) fn shared(self) -> io::Result<Vec<u64>> {
        let mut shared = Shared::default();
        match self.held {
            Held::InMemory(mut held) => {
                held.sort_unstable();
                held.into_iter().for_each(|hash| shared.next(hash));
            }
            Held::OnDisk(sorter) => {
                sorter.for_each(self.most / 2, |hash| shared.next(hash))?;
            }
        }
        Ok(shared.found)
    }
}

impl Sorter {
    /// Sorts with so many hashes in memory.
    fn new(in_memory: usize, folder: &Path) -> io::Result<Self> {
        let own = TempDir::new_in(folder)?;
        let sorter = ExternalSorter::new().with_segment_size(in_memory).with_sort_dir(own.path().into());
        let by_value: fn(&Hash, &Hash) -> std::cmp::Ordering = |a, b| a.0.cmp(&b.0);
        Ok(Self { hashes: sorter.pushed_by(by_value), count: 0, _folder: own })
    }

    fn extend(&mut self, hashes: &[u64]) -> io::Result<()> {
        self.count += hashes.len();
        self.hashes.push_iter(hashes.iter().map(|hash| Hash(*hash)))
    }

    /// Gives the hashes in their order.
    fn for_each(mut self, in_memory: usize, mut take: impl FnMut(u64)) -> io::Result<()> {
        // extsort 0.5 forgets what is on the disk where nothing is in memory at the end: it writes when there is one more
        // than was asked for. One hash too many can at most make a name a candidate that is none.
        if self.count.is_multiple_of(in_memory + 1) {
            self.hashes.push(Hash(u64::MAX))?;
        }
        for hash in self.hashes.done()? {
            take(hash?.0);
        }
        Ok(())
    }
}

/// Finds what comes twice among what comes in order.
#[derive(Default)]
struct Shared {
    last: Option<u64>,
    found: Vec<u64>,
}

impl Shared {
    fn next(&mut self, hash: u64) {
        if self.last.replace(hash) == Some(hash) && self.found.last() != Some(&hash) {
            self.found.push(hash);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_twice_whatever_the_memory() {
        let folder = std::env::temp_dir();
        let numbers: Vec<u64> = (0..100_000_u64).map(|number| number * 7919 % 99_000).collect();
        let mut expected: Vec<u64> = Vec::new();
        let mut sorted = numbers.clone();
        sorted.sort_unstable();
        for two in sorted.windows(2) {
            if two[0] == two[1] && expected.last() != Some(&two[0]) {
                expected.push(two[0]);
            }
        }
        assert!(!expected.is_empty());
        for memory in [0, 100_000, 10_000_000] {
            // Two at a time do not meet.
            let mut hashes = [Hashes::new(memory, &folder), Hashes::new(memory, &folder)];
            for part in numbers.chunks(777) {
                hashes[0].extend(part).unwrap();
                hashes[1].extend(&part.iter().map(|number| number * 2).collect::<Vec<_>>()).unwrap();
            }
            let [first, second] = hashes.map(|hashes| hashes.shared().unwrap());
            assert_eq!(first, expected, "{memory}");
            assert_eq!(second, expected.iter().map(|number| number * 2).collect::<Vec<_>>(), "{memory}");
        }
    }

    #[test]
    fn what_fills_the_memory_exactly_is_not_lost() {
        // Those in memory are 2,048, and the next is written with them.
        let numbers: Vec<u64> = (0..3 * 2049).map(|number| number / 3).collect();
        let mut hashes = Hashes::new(0, &std::env::temp_dir());
        hashes.extend(&numbers).unwrap();
        assert_eq!(hashes.shared().unwrap(), (0..2049).collect::<Vec<u64>>());
    }
}
