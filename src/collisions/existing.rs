//! Names that exist, and what collides with them.

use alloc::borrow::Cow;
use alloc::sync::Arc;
use alloc::vec::Vec;
use std::collections::HashSet;

use super::groups::NameGroups;
use super::keys::{Key, NameKeys};
use crate::lgr::Relation;

/// The existing names that are listed for one candidate and one key, at most.
pub const MAX_COLLISIONS: usize = 1000;

/// Names that exist, grouped by each key that is asked for.
#[derive(Clone, Debug)]
pub struct ExistingNames {
    groups: Vec<(Key, NameGroups)>,
    len: u64,
    without_index_label: u64,
}

/// Different names that share a key.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CollidingNames<'a> {
    /// The key that they share.
    pub key: Key,
    /// Its value.
    pub value: &'a str,
    /// The names, each once, in the order in which they first came.
    pub names: Vec<&'a str>,
}

/// A candidate and the existing names that it collides with.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Candidate<'a> {
    /// The candidate as it was given.
    pub input: &'a str,
    /// Its index label, if it has one.
    pub index_label: Option<&'a str>,
    /// The existing names, key by key.
    pub collisions: Vec<Collision<'a>>,
}

/// An existing name that a candidate collides with.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Collision<'a> {
    /// The existing name.
    pub name: &'a str,
    /// The key that the two share.
    pub key: Key,
    /// How the two collide.
    pub kind: CollisionKind,
}

/// How a candidate collides with an existing name.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CollisionKind {
    /// The name exists.
    Same,
    /// The candidate is a variant of the existing name.
    Variant {
        /// The first table that says so.
        table: Arc<str>,
        /// How it is a variant.
        relation: Relation,
    },
    /// The two share an index label, but no table derives the candidate from the existing name within the
    /// bounds of memory: they are joined by a chain of mappings through several tables, or by mappings that
    /// lack the symmetry and transitivity that RFC 7940 section 8.5 builds upon.
    IndexLabel,
    /// The two share a skeleton.
    LookAlike,
}

impl CollisionKind {
    /// The name in JSON and CSV.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Variant { .. } => "variant",
            Self::IndexLabel => "index-label",
            Self::LookAlike => "look-alike",
        }
    }
}

impl ExistingNames {
    /// No names yet, to be grouped by these keys.
    #[must_use]
    pub fn new(keys: &[Key]) -> Self {
        let groups = keys.iter().map(|key| (*key, NameGroups::new())).collect();
        Self { groups, len: 0, without_index_label: 0 }
    }

    /// Adds the name whose keys these are. One that lacks a key is in no group of that key.
    pub fn insert(&mut self, keys: &NameKeys) {
        self.len += 1;
        if !keys.is_readable() {
            self.without_index_label += 1;
            return;
        }
        for (key, groups) in &mut self.groups {
            match key {
                Key::IndexLabel => match keys.index_label() {
                    Some(index_label) => {
                        groups.insert(keys.name(), index_label);
                    }
                    None => self.without_index_label += 1,
                },
                Key::Skeleton => {
                    if let Some(skeleton) = keys.skeleton() {
                        groups.insert(keys.name(), &skeleton);
                    }
                }
            }
        }
    }

    /// The number of names.
    #[must_use]
    pub const fn len(&self) -> u64 {
        self.len
    }

    /// True if there are no names.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The number of names that were to be grouped by index label and have none.
    #[must_use]
    pub const fn without_index_label(&self) -> u64 {
        self.without_index_label
    }

    /// The names that collide with each other, key by key. A name that came twice does not collide with itself.
    pub fn colliding(&self) -> impl Iterator<Item = CollidingNames<'_>> {
        let all = self.groups.iter().flat_map(|(key, groups)| groups.groups().map(|group| (*key, group)));
        let distinct = all.map(|(key, group)| {
            let mut seen = HashSet::new();
            let names = group.names().filter(|name| seen.insert(*name)).collect();
            CollidingNames { key, value: group.key(), names }
        });
        distinct.filter(|colliding| colliding.names.len() > 1)
    }

    /// Holds the name whose keys these are against all existing names: those that it collides with, key by
    /// key, each once and at most [`MAX_COLLISIONS`] for a key.
    pub fn candidate<'a>(&'a self, keys: &'a mut NameKeys) -> Candidate<'a> {
        let mut collisions = Vec::new();
        for (key, groups) in &self.groups {
            let shared = match key {
                Key::IndexLabel => keys.index_label().map(Cow::Borrowed),
                Key::Skeleton => keys.skeleton().map(Cow::Owned),
            };
            let Some(shared) = shared else { continue };
            let mut seen = HashSet::new();
            let names = groups.sharing(&shared).filter(|name| seen.insert(*name)).take(MAX_COLLISIONS);
            for name in names.collect::<Vec<_>>() {
                collisions.push(Collision { name, key: *key, kind: kind_of(keys, name, *key) });
            }
        }
        Candidate { input: keys.input(), index_label: keys.index_label(), collisions }
    }
}

fn kind_of(candidate: &mut NameKeys, existing: &str, key: Key) -> CollisionKind {
    if candidate.name() == existing {
        return CollisionKind::Same;
    }
    match key {
        Key::Skeleton => CollisionKind::LookAlike,
        Key::IndexLabel => match candidate.relation_to(existing) {
            Ok(Some((table, relation))) => CollisionKind::Variant { table, relation },
            Ok(None) | Err(_) => CollisionKind::IndexLabel,
        },
    }
}
