//! The variants of a label.

use alloc::string::ToString;

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use super::csv::CsvRows;
use crate::collisions::VariantList;
use crate::label::Label;
use crate::lgr::{VariantCounts, VariantLabel};

/// The variants of a label, as far as they are listed, and their counts.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct VariantsView<'a> {
    /// The label as it was given.
    pub input: &'a str,
    /// How many variants there are of each disposition.
    pub counts: VariantCounts,
    /// Those that are listed.
    pub variants: &'a [VariantLabel],
}

impl<'a> VariantsView<'a> {
    /// The variants of the label given as `input`; none without a list, or when they cannot be listed.
    #[must_use]
    pub fn new(input: &'a str, list: Option<&'a VariantList>) -> Self {
        let counts = list.map(|list| list.counts.clone()).unwrap_or_default();
        let variants = list.and_then(|list| list.variants.as_deref().ok()).unwrap_or_default();
        Self { input, counts, variants }
    }
}

impl Serialize for VariantLabel {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("VariantLabel", 4)?;
        out.serialize_field("u_label", &self.label)?;
        out.serialize_field("a_label", &Label::parse(&self.label).a_label())?;
        out.serialize_field("disposition", &*self.disposition)?;
        out.serialize_field("action", &self.action)?;
        out.end()
    }
}

impl CsvRows for VariantsView<'_> {
    const HEADING: &'static [&'static str] = &["input", "u_label", "a_label", "disposition", "action"];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        for VariantLabel { label, disposition, action, .. } in self.variants {
            let parsed = Label::parse(label);
            let a_label = parsed.a_label().unwrap_or_default();
            row(&[self.input, label, a_label, disposition, &action.to_string()]);
        }
    }
}
