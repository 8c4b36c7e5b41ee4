//! The variants of a label.

use alloc::string::ToString;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::csv::CsvRows;
use crate::collisions::VariantList;
use crate::label::Label;
use crate::lgr::VariantLabel;

impl Serialize for VariantList {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("VariantList", 3)?;
        out.serialize_field("input", &self.input)?;
        out.serialize_field("counts", &self.counts)?;
        out.serialize_field("variants", self.variants.as_deref().unwrap_or_default())?;
        out.end()
    }
}

impl CsvRows for VariantList {
    const HEADING: &'static [&'static str] =
        &["input", "u_label", "a_label", "disposition", "action", "duplicate"];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        for VariantLabel { label, disposition, action, is_duplicate, .. } in self.variants.iter().flatten() {
            let parsed = Label::parse(label);
            let a_label = parsed.a_label().unwrap_or_default();
            let duplicate = if *is_duplicate { "true" } else { "false" };
            row(&[&self.input, label, a_label, disposition, &action.to_string(), duplicate]);
        }
    }
}

impl Serialize for VariantLabel {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("VariantLabel", 6)?;
        out.serialize_field("u_label", &self.label)?;
        out.serialize_field("a_label", &Label::parse(&self.label).a_label())?;
        out.serialize_field("disposition", &*self.disposition)?;
        out.serialize_field("action", &self.action)?;
        out.serialize_field("duplicate", &self.is_duplicate)?;
        out.serialize_field("conflicts", &self.conflicts)?;
        out.end()
    }
}
