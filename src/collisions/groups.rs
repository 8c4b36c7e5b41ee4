//! Names grouped by a key.

use alloc::string::String;
use alloc::vec::Vec;
use core::hash::BuildHasher;
use std::collections::HashMap;
use std::collections::hash_map::{Entry, RandomState};

/// Names, grouped by a key as they come in.
///
/// A name of 25 octets costs up to 140 octets while the memory grows, so a million take up to 140 megabytes.
///
/// ```
/// use ulabel::collisions::NameGroups;
///
/// let mut names = NameGroups::new();
/// names.insert("strasse", "strasse");
/// names.insert("straße", "strasse"); // U+00DF LATIN SMALL LETTER SHARP S
/// names.insert("weg", "weg");
/// assert_eq!(names.groups().count(), 1);
/// assert_eq!(names.sharing("strasse").collect::<Vec<_>>(), ["strasse", "straße"]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct NameGroups {
    names: Strings,
    keys: Strings,
    /// The group of each key hash; keys with one hash are told apart by looking.
    groups_by_hash: HashMap<u64, u32>,
    groups: Vec<Group>,
    /// For each name, the next name of its group.
    next: Vec<u32>,
    state: RandomState,
}

#[derive(Clone, Copy, Debug)]
struct Group {
    key: u32,
    first: u32,
    last: u32,
    count: u32,
    /// Another group with the same hash.
    other: u32,
}

const NONE: u32 = u32::MAX;

impl NameGroups {
    /// No names yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a name with its key. Returns true if another name has the same key.
    ///
    /// A name that comes again is kept again.
    pub fn insert(&mut self, name: &str, key: &str) -> bool {
        let number = self.names.push(name);
        self.next.push(NONE);
        let hash = self.state.hash_one(key);
        match self.find(hash, key).and_then(|place| self.groups.get_mut(place as usize)) {
            Some(group) => {
                if let Some(next) = self.next.get_mut(group.last as usize) {
                    *next = number;
                }
                group.last = number;
                group.count += 1;
                true
            }
            None => {
                let key = self.keys.push(key);
                let place = self.groups.len() as u32;
                let mut group = Group { key, first: number, last: number, count: 1, other: NONE };
                match self.groups_by_hash.entry(hash) {
                    Entry::Occupied(mut entry) => group.other = entry.insert(place),
                    Entry::Vacant(entry) => {
                        entry.insert(place);
                    }
                }
                self.groups.push(group);
                false
            }
        }
    }

    /// The names with that key, in the order in which they came.
    pub fn sharing(&self, key: &str) -> impl Iterator<Item = &str> + '_ {
        let place = self.find(self.state.hash_one(key), key);
        let group = place.and_then(|place| self.groups.get(place as usize));
        self.chain(group.map_or(NONE, |group| group.first))
    }

    /// The groups of two or more names, in the order of their first names.
    pub fn groups(&self) -> impl Iterator<Item = NameGroup<'_>> + '_ {
        self.groups.iter().filter(|group| group.count > 1).map(|&group| NameGroup { all: self, group })
    }

    /// The number of names.
    #[must_use]
    pub fn len(&self) -> usize {
        self.next.len()
    }

    /// True if there are no names.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.next.is_empty()
    }

    fn find(&self, hash: u64, key: &str) -> Option<u32> {
        let mut place = *self.groups_by_hash.get(&hash)?;
        while let Some(group) = self.groups.get(place as usize) {
            if self.keys.get(group.key) == key {
                return Some(place);
            }
            place = group.other;
        }
        None
    }

    fn chain(&self, first: u32) -> impl Iterator<Item = &str> + '_ {
        let mut at = first;
        core::iter::from_fn(move || {
            let next = *self.next.get(at as usize)?;
            let name = self.names.get(at);
            at = next;
            Some(name)
        })
    }
}

/// Names that share an index label.
#[derive(Clone, Copy, Debug)]
pub struct NameGroup<'a> {
    all: &'a NameGroups,
    group: Group,
}

impl<'a> NameGroup<'a> {
    /// The key.
    #[must_use]
    pub fn key(&self) -> &'a str {
        self.all.keys.get(self.group.key)
    }

    /// The names, in the order in which they came.
    pub fn names(&self) -> impl Iterator<Item = &'a str> + 'a {
        self.all.chain(self.group.first)
    }

    /// The number of names, counting each as often as it came.
    #[must_use]
    pub fn count(&self) -> usize {
        self.group.count as usize
    }
}

/// Strings one after the other in one piece of memory.
#[derive(Clone, Debug, Default)]
struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    fn push(&mut self, text: &str) -> u32 {
        self.text.push_str(text);
        self.ends.push(self.text.len());
        self.ends.len() as u32 - 1
    }

    fn get(&self, number: u32) -> &str {
        debug_assert!((number as usize) < self.ends.len(), "numbers come from `push`");
        let end = self.ends.get(number as usize).copied().unwrap_or(0);
        let start = (number as usize).checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        self.text.get(start.unwrap_or(0)..end).unwrap_or_default()
    }
}
