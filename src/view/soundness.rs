//! The soundness of a ruleset.

use alloc::collections::BTreeMap;
use alloc::string::ToString;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::csv::CsvRows;
use crate::finding::{Fault, Severity};
use crate::lgr::Format;
use crate::lgr::review::{Soundness, Statistics};

impl Serialize for Soundness {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Soundness", 8)?;
        out.serialize_field("file", &self.file)?;
        out.serialize_field("format", self.format.map_or("policy", Format::name))?;
        out.serialize_field("sound", &self.is_sound())?;
        out.serialize_field("unusable", &self.unusable.as_ref().map(ToString::to_string))?;
        out.serialize_field("errors", &self.count(Severity::Error))?;
        out.serialize_field("warnings", &self.count(Severity::Warning))?;
        out.serialize_field("faults", &self.faults)?;
        out.serialize_field("statistics", &self.statistics)?;
        out.end()
    }
}

impl CsvRows for Soundness {
    const HEADING: &'static [&'static str] =
        &["file", "line", "column", "severity", "code", "clause", "message", "left_out"];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        for fault in &self.faults {
            let place = fault.position().map(|at| (at.line.to_string(), at.column.to_string()));
            let (line, column) = place.unwrap_or_default();
            row(&[
                &self.file,
                &line,
                &column,
                fault.severity().name(),
                fault.code().name(),
                &fault.clause().to_string(),
                &fault.sentence(),
                if fault.skipped() { "true" } else { "false" },
            ]);
        }
    }
}

impl Serialize for Fault {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (line, column) = self.position().map(|at| (at.line, at.column)).unzip();
        let mut out = serializer.serialize_struct("Fault", 8)?;
        out.serialize_field("code", self.code().name())?;
        out.serialize_field("severity", self.severity().name())?;
        out.serialize_field("clause", &self.clause().to_string())?;
        out.serialize_field("line", &line)?;
        out.serialize_field("column", &column)?;
        out.serialize_field("arguments", self.arguments())?;
        out.serialize_field("message", &self.sentence())?;
        out.serialize_field("left_out", &self.skipped())?;
        out.end()
    }
}

impl Serialize for Statistics {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let by_type = self.variants_by_type.iter().map(|(name, count)| (&**name, count));
        let mut out = serializer.serialize_struct("Statistics", 15)?;
        out.serialize_field("entries", &self.entries)?;
        out.serialize_field("ranges", &self.ranges)?;
        out.serialize_field("sequences", &self.sequences)?;
        out.serialize_field("entries_with_context", &self.entries_with_context)?;
        out.serialize_field("entries_with_variants", &self.entries_with_variants)?;
        out.serialize_field("variants", &self.variants)?;
        out.serialize_field("variants_with_context", &self.variants_with_context)?;
        out.serialize_field("reflexive_variants", &self.reflexive_variants)?;
        out.serialize_field("untyped_variants", &self.untyped_variants)?;
        out.serialize_field("variants_by_type", &by_type.collect::<BTreeMap<_, _>>())?;
        out.serialize_field("variant_sets", &self.variant_sets)?;
        out.serialize_field("largest_variant_set", &self.largest_variant_set)?;
        out.serialize_field("classes", &self.classes)?;
        out.serialize_field("rules", &self.rules)?;
        out.serialize_field("actions", &self.actions)?;
        out.end()
    }
}
