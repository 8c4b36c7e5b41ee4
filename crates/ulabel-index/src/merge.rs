//! Several sources of entries, each in order, made one.

use crate::entry::{Entry, push_skeleton, read_skeleton};
use crate::error::Result;
use crate::hash::KeyHash;
use crate::section::{Kind, Source};

/// Entries of all sources in the order of hash, identity and number of the source.
pub(crate) struct Merge<S> {
    kind: Kind,
    sources: Vec<S>,
    /// The hash of the entry at which each source stands; [`KeyHash::LAST`] for one that has ended.
    heads: Vec<KeyHash>,
    current: Option<usize>,
}

impl<S: Source> Merge<S> {
    pub(crate) fn new(kind: Kind, mut sources: Vec<S>) -> Result<Self> {
        let heads = sources.iter_mut().map(advance).collect::<Result<_>>()?;
        Ok(Self { kind, sources, heads, current: None })
    }

    /// Goes to the next entry, and gives the source that has it.
    #[inline]
    pub(crate) fn advance(&mut self) -> Result<Option<&S>> {
        if let Some(current) = self.current
            && let (Some(source), Some(head)) = (self.sources.get_mut(current), self.heads.get_mut(current))
        {
            *head = advance(source)?;
        }
        let mut least = (KeyHash::LAST, None);
        for (number, head) in self.heads.iter().enumerate() {
            let is_less = *head < least.0
                || *head == least.0
                    && *head != KeyHash::LAST
                    && least.1.is_some_and(|least| self.identity(number) < self.identity(least));
            if is_less {
                least = (*head, Some(number));
            }
        }
        self.current = least.1;
        Ok(self.current.and_then(|current| self.sources.get(current)))
    }

    fn identity(&self, number: usize) -> &[u8] {
        self.sources.get(number).map_or(&[], |source| self.kind.identity(source.entry()))
    }
}

fn advance<S: Source>(source: &mut S) -> Result<KeyHash> {
    Ok(if source.advance()? { source.hash() } else { KeyHash::LAST })
}

impl Source for Box<dyn Source + Send> {
    fn advance(&mut self) -> Result<bool> {
        (**self).advance()
    }

    fn hash(&self) -> KeyHash {
        (**self).hash()
    }

    fn entry(&self) -> &[u8] {
        (**self).entry()
    }
}

/// The names of sources, the newest first: of one name the newest entry alone.
pub(crate) struct NewestNames<S> {
    merge: Merge<S>,
    /// The entry at which it stands.
    hash: KeyHash,
    entry: Vec<u8>,
    has_entry: bool,
    /// Names that were taken out are told too: they hide those of sources that are not here.
    with_removed: bool,
}

impl<S: Source> NewestNames<S> {
    pub(crate) fn new(sources: Vec<S>, with_removed: bool) -> Result<Self> {
        let merge = Merge::new(Kind::Names, sources)?;
        Ok(Self { merge, hash: KeyHash::LAST, entry: Vec::new(), has_entry: false, with_removed })
    }
}

impl<S: Source> Source for NewestNames<S> {
    fn advance(&mut self) -> Result<bool> {
        loop {
            let Some(source) = self.merge.advance()? else { return Ok(false) };
            let (hash, entry) = (source.hash(), source.entry());
            let is_hidden = self.has_entry
                && hash == self.hash
                && Kind::Names.identity(entry) == Kind::Names.identity(&self.entry);
            if is_hidden {
                continue;
            }
            (self.hash, self.has_entry) = (hash, true);
            self.entry.clear();
            self.entry.extend_from_slice(entry);
            if self.with_removed || !Entry::read(entry).is_some_and(|entry| entry.is_removed()) {
                return Ok(true);
            }
        }
    }

    fn hash(&self) -> KeyHash {
        self.hash
    }

    fn entry(&self) -> &[u8] {
        &self.entry
    }
}

/// The skeletons of sources: of one skeleton and coarse key the sum.
pub(crate) struct SkeletonSums<S> {
    merge: Merge<S>,
    /// What is summed up.
    next: Option<(KeyHash, KeyHash, i64)>,
    hash: KeyHash,
    entry: Vec<u8>,
}

impl<S: Source> SkeletonSums<S> {
    pub(crate) fn new(sources: Vec<S>) -> Result<Self> {
        let merge = Merge::new(Kind::Skeletons, sources)?;
        Ok(Self { merge, next: None, hash: KeyHash::LAST, entry: Vec::new() })
    }
}

impl<S: Source> Source for SkeletonSums<S> {
    fn advance(&mut self) -> Result<bool> {
        loop {
            let read = match self.merge.advance()? {
                Some(source) => {
                    read_skeleton(source.entry()).map(|(coarse, count)| (source.hash(), coarse, count))
                }
                None => None,
            };
            let summed = match (self.next, read) {
                (Some((hash, coarse, sum)), Some((other, other_coarse, count)))
                    if (hash, coarse) == (other, other_coarse) =>
                {
                    self.next = Some((hash, coarse, sum.saturating_add(count)));
                    continue;
                }
                (summed, read) => {
                    self.next = read;
                    summed
                }
            };
            match summed {
                Some((hash, coarse, sum)) if sum != 0 => {
                    self.hash = hash;
                    self.entry.clear();
                    push_skeleton(&mut self.entry, coarse, sum);
                    return Ok(true);
                }
                None if self.next.is_none() => return Ok(false),
                _ => {}
            }
        }
    }

    fn hash(&self) -> KeyHash {
        self.hash
    }

    fn entry(&self) -> &[u8] {
        &self.entry
    }
}
