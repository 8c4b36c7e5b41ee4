//! Keys, groups of names that share one, and candidates with what they collide with.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use super::csv::CsvRows;
use crate::collisions::{Collision, CollisionKind, Key, NameKeys};
use crate::lgr::Substitution;

/// The keys of a name.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct KeysView<'a> {
    /// The name as it was given.
    pub input: &'a str,
    /// Its index label, if it has one.
    pub index_label: Option<&'a str>,
    /// Its skeleton, unless it is not UTF-8.
    pub skeleton: Option<String>,
}

impl<'a> KeysView<'a> {
    /// The keys of the name that was taken last.
    #[must_use]
    pub fn new(keys: &'a NameKeys) -> Self {
        Self { input: keys.input(), index_label: keys.index_label(), skeleton: keys.skeleton() }
    }
}

impl CsvRows for KeysView<'_> {
    const HEADING: &'static [&'static str] = &["input", "index_label", "skeleton"];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        let text = Option::unwrap_or_default;
        row(&[self.input, text(self.index_label), text(self.skeleton.as_deref())]);
    }
}

/// Names that share a key.
#[derive(Clone, Debug, Serialize)]
pub struct GroupView<'a> {
    /// Which key they share.
    #[serde(rename = "by")]
    pub kind: Key,
    /// The key.
    pub key: &'a str,
    /// The names, each once.
    pub names: &'a [&'a str],
}

impl CsvRows for GroupView<'_> {
    const HEADING: &'static [&'static str] = &["by", "key", "name"];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        self.names.iter().for_each(|name| row(&[self.kind.name(), self.key, name]));
    }
}

/// A candidate and the existing names that it collides with.
#[derive(Clone, Debug, Serialize)]
pub struct CandidateView<'a> {
    /// The candidate as it was given.
    pub input: &'a str,
    /// Its index label, if it has one.
    pub index_label: Option<&'a str>,
    /// The existing names.
    pub collisions: &'a [Collision<'a>],
}

impl CsvRows for CandidateView<'_> {
    const HEADING: &'static [&'static str] =
        &["input", "name", "by", "relation", "table", "disposition", "action"];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        for collision in self.collisions {
            let (table, disposition, action) = match &collision.kind {
                CollisionKind::Variant { table, relation } => {
                    (&**table, &*relation.disposition, relation.action.to_string())
                }
                _ => ("", "", String::new()),
            };
            let (by, relation) = (collision.key.name(), collision.kind.name());
            row(&[self.input, collision.name, by, relation, table, disposition, &action]);
        }
    }
}

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl Serialize for Collision<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (table, relation) = match &self.kind {
            CollisionKind::Variant { table, relation } => (Some(&**table), Some(relation)),
            _ => (None, None),
        };
        let derivations = relation.map_or(&[][..], |relation| &relation.derivations);
        let derivations: Vec<Vec<SubstitutionView>> =
            derivations.iter().map(|used| used.iter().map(SubstitutionView::new).collect()).collect();
        let mut out = serializer.serialize_struct("Collision", 7)?;
        out.serialize_field("name", self.name)?;
        out.serialize_field("by", &self.key)?;
        out.serialize_field("relation", self.kind.name())?;
        out.serialize_field("table", &table)?;
        out.serialize_field("disposition", &relation.map(|relation| &*relation.disposition))?;
        out.serialize_field("action", &relation.map(|relation| relation.action))?;
        out.serialize_field("derivations", &derivations)?;
        out.end()
    }
}

/// What is substituted in the existing name.
#[derive(Serialize)]
struct SubstitutionView<'a> {
    start: usize,
    end: usize,
    target: String,
    #[serde(rename = "type")]
    kind: Option<&'a str>,
}

impl<'a> SubstitutionView<'a> {
    fn new(used: &'a Substitution) -> Self {
        Self {
            start: used.source.start(),
            end: used.source.end(),
            target: used.target.iter().collect(),
            kind: used.kind.as_deref(),
        }
    }
}
