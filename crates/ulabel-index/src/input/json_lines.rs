//! Records as JSON, one object on a line.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::BufRead;

use serde::Deserialize;
use ulabel::decision::NameRecord;

use super::lines::Lines;
use super::{Column, error, named};
use crate::error::Result;

/// Octets that a line may have.
const MAX_LINE: u64 = 1 << 20;

/// Records of a file of JSON Lines. Empty lines are left out.
///
/// ```
/// use ulabel_index::input::JsonRecords;
///
/// let text = r#"{"name":"example.ca","registrar":"A","primary":true}"#;
/// let record = JsonRecords::new(text.as_bytes()).next().unwrap().unwrap();
/// assert!(record.primary);
/// ```
#[derive(Debug)]
pub struct JsonRecords<R> {
    lines: Lines<R>,
    unknown: BTreeSet<String>,
}

/// The value of a member, as far as a record can have it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Value<'v> {
    Text(#[serde(borrow)] Cow<'v, str>),
    Truth(bool),
    Nothing(()),
    Other(serde::de::IgnoredAny),
}

/// The members of an object in their order.
struct Members<'m>(Vec<(Cow<'m, str>, Value<'m>)>);

impl<'de: 'm, 'm> Deserialize<'de> for Members<'m> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                #[derive(Deserialize)]
                struct Key<'k>(#[serde(borrow)] Cow<'k, str>);
                let mut members = Vec::new();
                while let Some((Key(name), value)) = map.next_entry()? {
                    members.push((name, value));
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Visitor)
    }
}

impl<R: BufRead> JsonRecords<R> {
    /// Reads records of this.
    pub const fn new(input: R) -> Self {
        Self { lines: Lines::new(input, MAX_LINE, "record"), unknown: BTreeSet::new() }
    }

    /// Members that no record has, of the objects that were read: at most 100.
    pub const fn unknown_members(&self) -> &BTreeSet<String> {
        &self.unknown
    }
}

/// The record that an object is; a member that no record has is an error.
///
/// ```
/// use ulabel_index::input::json_record;
///
/// assert_eq!(json_record(br#"{"name":"example.ca","registrar":"A"}"#).unwrap().registrar, "A");
/// let error = json_record(br#"{"name":"example.ca","registrer":"A"}"#).unwrap_err();
/// assert_eq!(error.to_string(), "line 1, registrer: is no member of a record");
/// ```
///
/// # Errors
///
/// What is wrong with it, and in which member.
pub fn json_record(text: &[u8]) -> Result<NameRecord> {
    let mut unknown = BTreeSet::new();
    let record = record(text, 1, &mut unknown)?;
    if let Some(member) = unknown.first() {
        return Err(error(
            1,
            &ulabel::text::escape(&ulabel::text::excerpt(member, 40)),
            "is no member of a record",
        ));
    }
    record.ok_or_else(|| error(1, "record", "is empty, expected an object"))
}

/// The record of a line; members that no record has are added to `unknown`.
fn record(text: &[u8], line: u64, unknown: &mut BTreeSet<String>) -> Result<Option<NameRecord>> {
    if text.trim_ascii().is_empty() {
        return Ok(None);
    }
    let Members(members) = serde_json::from_slice(text)
        .map_err(|read| error(line, "record", format!("column {}: {read}", read.column())))?;
    let mut record = NameRecord::default();
    let mut seen = Vec::new();
    for (name, value) in members {
        let Some(column) = Column::from_name(&name) else {
            if unknown.len() < 100 {
                unknown.insert(name.into_owned());
            }
            continue;
        };
        if seen.contains(&column) {
            return Err(error(line, column.name(), "is there twice"));
        }
        seen.push(column);
        let is_truth = matches!(column, Column::Primary | Column::Exempted);
        let put = match value {
            Value::Text(text) if !is_truth => column.put(&text, &mut record),
            Value::Truth(truth) if is_truth => column.put(if truth { "true" } else { "false" }, &mut record),
            Value::Nothing(()) => Ok(()),
            _ if is_truth => Err("is neither true nor false".into()),
            _ => Err("is no text".into()),
        };
        put.map_err(|what| error(line, column.name(), what))?;
    }
    named(record, line).map(Some)
}

impl<R: BufRead> Iterator for JsonRecords<R> {
    type Item = Result<NameRecord>;

    fn next(&mut self) -> Option<Self::Item> {
        let Self { lines, unknown } = self;
        lines.next(|text, line| record(text, line, unknown))
    }
}
