//! Keys, names that collide with each other, and candidates with what they collide with.

use alloc::string::{String, ToString};

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::csv::CsvRows;
use crate::collisions::{Candidate, CollidingNames, Collision, CollisionKind, NameKeys};
use crate::lgr::{Relation, Substitution};

impl Serialize for NameKeys {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("NameKeys", 3)?;
        out.serialize_field("input", self.input())?;
        out.serialize_field("index_label", &self.index_label())?;
        out.serialize_field("skeleton", &self.skeleton())?;
        out.end()
    }
}

impl CsvRows for NameKeys {
    const HEADING: &'static [&'static str] = &["input", "index_label", "skeleton"];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        let (index_label, skeleton) = (self.index_label(), self.skeleton());
        row(&[self.input(), index_label.unwrap_or_default(), skeleton.as_deref().unwrap_or_default()]);
    }
}

impl Serialize for CollidingNames<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("CollidingNames", 3)?;
        out.serialize_field("by", self.key.name())?;
        out.serialize_field("key", self.value)?;
        out.serialize_field("names", &self.names)?;
        out.end()
    }
}

impl CsvRows for CollidingNames<'_> {
    const HEADING: &'static [&'static str] = &["by", "key", "name"];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        self.names.iter().for_each(|name| row(&[self.key.name(), self.value, name]));
    }
}

impl Serialize for Candidate<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Candidate", 3)?;
        out.serialize_field("input", self.input)?;
        out.serialize_field("index_label", &self.index_label)?;
        out.serialize_field("collisions", &self.collisions)?;
        out.end()
    }
}

impl CsvRows for Candidate<'_> {
    const HEADING: &'static [&'static str] =
        &["input", "name", "by", "relation", "table", "disposition", "action"];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        for collision in &self.collisions {
            let (table, relation) = variant(collision).unzip();
            let disposition = relation.map(|relation| &*relation.disposition).unwrap_or_default();
            let action = relation.map(|relation| relation.action.to_string()).unwrap_or_default();
            let (by, kind) = (collision.key.name(), collision.kind.name());
            row(&[self.input, collision.name, by, kind, table.unwrap_or_default(), disposition, &action]);
        }
    }
}

impl Serialize for Collision<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (table, relation) = variant(self).unzip();
        let derivations = relation.map_or(&[][..], |relation| &relation.derivations);
        let mut out = serializer.serialize_struct("Collision", 7)?;
        out.serialize_field("name", self.name)?;
        out.serialize_field("by", self.key.name())?;
        out.serialize_field("relation", self.kind.name())?;
        out.serialize_field("table", &table)?;
        out.serialize_field("disposition", &relation.map(|relation| &*relation.disposition))?;
        out.serialize_field("action", &relation.map(|relation| relation.action))?;
        out.serialize_field("derivations", derivations)?;
        out.end()
    }
}

/// The table by which the candidate of a collision is a variant, and how.
fn variant<'a>(collision: &'a Collision<'_>) -> Option<(&'a str, &'a Relation)> {
    match &collision.kind {
        CollisionKind::Variant { table, relation } => Some((table, relation)),
        _ => None,
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
