//! Names counted by what they have in common.

use std::borrow::Borrow;

use serde::Serialize;

/// A name, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The name in Unicode, as far as it decodes.
    pub name: String,
    /// The number of its file among those of the audit.
    pub file: usize,
    /// Its line, from 1 on; its row where a file has no lines.
    pub line: u64,
}

/// Names that have something in common: how many, and the first of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Count<K> {
    /// What they have in common.
    pub key: K,
    /// How many they are.
    pub names: u64,
    /// The first of them.
    pub examples: Vec<Place>,
}

/// Counts by a key, of which there are few.
#[derive(Debug)]
pub(crate) struct Counts<K>(Vec<Count<K>>);

impl<K> Default for Counts<K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: PartialEq> Counts<K> {
    /// Counts a name; `place` is asked while there are fewer than `most` examples.
    pub(crate) fn count<Q>(&mut self, key: &Q, most: usize, place: impl FnOnce() -> Place)
    where
        K: Borrow<Q>,
        Q: ?Sized + PartialEq + ToOwned<Owned = K>,
    {
        let count = match self.0.iter().position(|count| count.key.borrow() == key) {
            Some(at) => at,
            None => {
                self.0.push(Count { key: key.to_owned(), names: 0, examples: Vec::new() });
                self.0.len() - 1
            }
        };
        if let Some(count) = self.0.get_mut(count) {
            count.names += 1;
            if count.examples.len() < most {
                count.examples.push(place());
            }
        }
    }

    /// Takes over what another has counted of names that come later.
    pub(crate) fn take(&mut self, other: &mut Self, most: usize) {
        for count in other.0.drain(..) {
            match self.0.iter_mut().find(|known| known.key == count.key) {
                None => self.0.push(count),
                Some(known) => {
                    known.names += count.names;
                    let room = most.saturating_sub(known.examples.len());
                    known.examples.extend(count.examples.into_iter().take(room));
                }
            }
        }
    }

    /// The counts, the greatest first.
    pub(crate) fn into_sorted(self) -> Vec<Count<K>>
    where
        K: Ord,
    {
        let mut counts = self.0;
        counts.sort_by(|a, b| b.names.cmp(&a.names).then_with(|| a.key.cmp(&b.key)));
        counts
    }
}
