//! Keys, names that collide with each other, and candidates with what they collide with.

use alloc::string::{String, ToString};

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::csv::CsvRows;
use crate::collisions::{Candidate, CollidingNames, Collision, CollisionKind, NameKeys};
use crate::lgr::{Relation, Substitution};

impl Serialize for NameKeys {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("NameKeys", 5)?;
        out.serialize_field("input", self.input())?;
        out.serialize_field("name", self.name())?;
        out.serialize_field("coarse_key", &self.coarse_key())?;
        out.serialize_field("index_label", &self.index_label())?;
        out.serialize_field("skeleton", &self.skeleton())?;
        out.end()
    }
}

impl CsvRows for NameKeys {
    const HEADING: &'static [&'static str] = &["input", "name", "coarse_key", "index_label", "skeleton"];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        let [coarse_key, index_label] =
            [self.coarse_key(), self.index_label()].map(Option::unwrap_or_default);
        let skeleton = self.skeleton().unwrap_or_default();
        row(&[self.input(), self.name(), coarse_key, index_label, &skeleton]);
    }
}

impl Serialize for CollidingNames<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("CollidingNames", 4)?;
        out.serialize_field("by", self.key.name())?;
        out.serialize_field("key", self.value)?;
        out.serialize_field("names", &self.names)?;
        out.serialize_field("decided", &self.is_decided)?;
        out.end()
    }
}

impl CsvRows for CollidingNames<'_> {
    const HEADING: &'static [&'static str] = &["by", "key", "name", "decided"];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        let decided = if self.is_decided { "true" } else { "false" };
        self.names.iter().for_each(|name| row(&[self.key.name(), self.value, name, decided]));
    }
}

impl Serialize for Candidate<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Candidate", 3)?;
        out.serialize_field("input", self.input)?;
        out.serialize_field("coarse_key", &self.coarse_key)?;
        out.serialize_field("collisions", &self.collisions)?;
        out.end()
    }
}

impl CsvRows for Candidate<'_> {
    const HEADING: &'static [&'static str] =
        &["input", "name", "by", "relation", "table", "disposition", "action", "original", "other_table"];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        for collision in &self.collisions {
            let Parts { table, relation, original, other_table } = Parts::of(collision);
            let disposition = relation.map(|relation| &*relation.disposition).unwrap_or_default();
            let action = relation.map(|relation| relation.action.to_string()).unwrap_or_default();
            let (by, kind) = (collision.key.name(), collision.kind.name());
            let [table, original, other_table] =
                [table, original, other_table].map(Option::unwrap_or_default);
            row(&[self.input, collision.name, by, kind, table, disposition, &action, original, other_table]);
        }
    }
}

impl Serialize for Collision<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Parts { table, relation, original, other_table } = Parts::of(self);
        let derivations = relation.map_or(&[][..], |relation| &relation.derivations);
        let mut out = serializer.serialize_struct("Collision", 9)?;
        out.serialize_field("name", self.name)?;
        out.serialize_field("by", self.key.name())?;
        out.serialize_field("relation", self.kind.name())?;
        out.serialize_field("table", &table)?;
        out.serialize_field("disposition", &relation.map(|relation| &*relation.disposition))?;
        out.serialize_field("action", &relation.map(|relation| relation.action))?;
        out.serialize_field("derivations", derivations)?;
        out.serialize_field("original", &original)?;
        out.serialize_field("other_table", &other_table)?;
        out.end()
    }
}

/// The parts of a collision that depend on its kind.
#[derive(Default)]
struct Parts<'a> {
    /// The table of the candidate.
    table: Option<&'a str>,
    relation: Option<&'a Relation>,
    original: Option<&'a str>,
    /// The table of the existing name, where a third label has both as variants.
    other_table: Option<&'a str>,
}

impl<'a> Parts<'a> {
    fn of(collision: &'a Collision<'_>) -> Self {
        match &collision.kind {
            CollisionKind::Variant { table, relation } | CollisionKind::HasVariant { table, relation } => {
                Self { table: Some(table), relation: Some(relation), ..Self::default() }
            }
            CollisionKind::SharedOriginal { original, tables: [own, other] } => Self {
                table: Some(own),
                original: Some(original),
                other_table: Some(other),
                ..Self::default()
            },
            _ => Self::default(),
        }
    }
}

impl Serialize for Substitution {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Substitution", 4)?;
        out.serialize_field("start", &self.source.start())?;
        out.serialize_field("end", &self.source.end())?;
        out.serialize_field("target", &self.target.iter().collect::<String>())?;
        out.serialize_field("type", &self.kind.as_deref())?;
        out.end()
    }
}
