//! Names that exist, and what collides with them.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use std::collections::HashSet;

use super::exact::{Component, ExactTest};
use super::groups::NameGroups;
use super::keys::{Key, NameKeys};
use crate::lgr::{BoundExceeded, LabelCollision, Relation, Tables};

/// The existing names that are listed for one candidate and one key, at most.
pub const MAX_COLLISIONS: usize = 1000;

/// Names that exist, grouped by each key that is asked for.
#[derive(Clone, Debug)]
pub struct ExistingNames {
    groups: Vec<(Key, NameGroups)>,
    tables: Option<Arc<Tables>>,
    len: u64,
    unreadable: u64,
}

/// Different names that collide with each other, directly or through others of them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CollidingNames<'a> {
    /// The key that they share.
    pub key: Key,
    /// Its value.
    pub value: &'a str,
    /// The names, each once, in the order in which they first came.
    pub names: Vec<&'a str>,
    /// False if a bound on time or memory was reached, so that some of the names may not collide.
    pub is_decided: bool,
}

/// A candidate and the existing names that it collides with.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Candidate<'a> {
    /// The candidate as it was given.
    pub input: &'a str,
    /// Its coarse key; none without tables, or for a name that is not UTF-8.
    pub coarse_key: Option<&'a str>,
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
    /// The candidate is in the variant set of the existing name.
    Variant {
        /// The first table that says so.
        table: Arc<str>,
        /// How it is a variant.
        relation: Relation,
    },
    /// The existing name is in the variant set of the candidate, which is not in that of the name.
    HasVariant {
        /// The first table that says so.
        table: Arc<str>,
        /// How the name is a variant.
        relation: Relation,
    },
    /// Neither is in the variant set of the other, and both are in that of a third label.
    SharedOriginal {
        /// The third label.
        original: String,
        /// The tables that say so, of the candidate and of the existing name.
        tables: [Arc<str>; 2],
    },
    /// A bound on time or memory was reached before it could be told whether the two collide.
    Undecided,
    /// The two share a skeleton, or a wide one.
    LookAlike,
}

impl CollisionKind {
    /// The name in JSON and CSV.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Variant { .. } => "variant",
            Self::HasVariant { .. } => "has-variant",
            Self::SharedOriginal { .. } => "shared-original",
            Self::Undecided => "undecided",
            Self::LookAlike => "look-alike",
        }
    }
}

impl ExistingNames {
    /// No names yet, to be grouped by these keys; the exact test of [`Key::Coarse`] is that of these tables.
    #[must_use]
    pub fn new(keys: &[Key], tables: Option<Arc<Tables>>) -> Self {
        let groups = keys.iter().map(|key| (*key, NameGroups::new())).collect();
        Self { groups, tables, len: 0, unreadable: 0 }
    }

    /// Adds the name whose keys these are. One that lacks a key is in no group of that key.
    pub fn insert(&mut self, keys: &NameKeys) {
        self.len += 1;
        self.unreadable += u64::from(!keys.is_readable());
        for (key, groups) in &mut self.groups {
            if let Some(value) = value_of(keys, *key) {
                groups.insert(keys.name(), &value);
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

    /// The number of names that are not UTF-8, and so are held against none.
    #[must_use]
    pub const fn unreadable(&self) -> u64 {
        self.unreadable
    }

    /// The names that collide with each other, key by key, as sets connected by collisions. A name that came
    /// twice does not collide with itself.
    pub fn colliding(&self) -> impl Iterator<Item = CollidingNames<'_>> {
        let all = self.groups.iter().flat_map(|(key, groups)| groups.groups().map(|group| (*key, group)));
        let mut exact = self.tables.as_ref().map(ExactTest::new);
        all.flat_map(move |(key, group)| {
            let mut seen = HashSet::new();
            let names: Vec<&str> = group.names().filter(|name| seen.insert(*name)).collect();
            let components = match (&mut exact, key) {
                _ if names.len() < 2 => Vec::new(),
                (Some(exact), Key::Coarse) => exact.components(names),
                _ => alloc::vec![Component { names, is_decided: true }],
            };
            let colliding = components.into_iter().filter(|component| component.names.len() > 1);
            colliding.map(move |Component { names, is_decided }| CollidingNames {
                key,
                value: group.key(),
                names,
                is_decided,
            })
        })
    }

    /// Holds the name whose keys these are against all existing names: those that it collides with, key by
    /// key, each once and at most [`MAX_COLLISIONS`] for a key.
    pub fn candidate<'a>(&'a self, keys: &'a NameKeys) -> Candidate<'a> {
        let mut collisions = Vec::new();
        let mut exact = self.tables.as_ref().map(ExactTest::new);
        for (key, groups) in &self.groups {
            let Some(shared) = value_of(keys, *key) else { continue };
            if let Some(exact) = &mut exact {
                exact.allow(MAX_COLLISIONS);
            }
            let mut seen = HashSet::new();
            let second = match key {
                Key::WideSkeleton => keys.second_wide_skeleton(),
                Key::Coarse | Key::Skeleton => None,
            };
            let second = second.iter().flat_map(|shared| groups.sharing(shared));
            let names = groups.sharing(&shared).chain(second).filter(|name| seen.insert(*name));
            let colliding = names.filter_map(|name| {
                let kind = kind_of(keys.name(), name, *key, exact.as_mut())?;
                Some(Collision { name, key: *key, kind })
            });
            collisions.extend(colliding.take(MAX_COLLISIONS));
        }
        Candidate { input: keys.input(), coarse_key: keys.coarse_key(), collisions }
    }
}

fn value_of(keys: &NameKeys, key: Key) -> Option<Cow<'_, str>> {
    match key {
        Key::Coarse => keys.coarse_key().map(Cow::Borrowed),
        Key::Skeleton => keys.skeleton().map(Cow::Owned),
        Key::WideSkeleton => keys.wide_skeleton().map(Cow::Owned),
    }
}

/// How a candidate collides with an existing name that shares a key; none if it does not.
fn kind_of(
    candidate: &str,
    existing: &str,
    key: Key,
    exact: Option<&mut ExactTest<'_>>,
) -> Option<CollisionKind> {
    if candidate == existing {
        return Some(CollisionKind::Same);
    }
    Some(match (key, exact) {
        (Key::Skeleton | Key::WideSkeleton, _) => CollisionKind::LookAlike,
        (Key::Coarse, None) => return None,
        (Key::Coarse, Some(exact)) => match exact.collision(candidate, existing) {
            Ok(None) => return None,
            Ok(Some(LabelCollision::IsVariant { table, relation })) => {
                CollisionKind::Variant { table, relation }
            }
            Ok(Some(LabelCollision::HasVariant { table, relation })) => {
                CollisionKind::HasVariant { table, relation }
            }
            Ok(Some(LabelCollision::SharedOriginal { original, tables })) => {
                CollisionKind::SharedOriginal { original, tables }
            }
            Err(BoundExceeded) => CollisionKind::Undecided,
        },
    })
}
