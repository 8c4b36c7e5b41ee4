//! The soundness of a ruleset.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::csv::CsvRows;
use crate::finding::Severity;
use crate::lgr::review::{Soundness, Statistics};
use crate::lgr::{Fault, Format};

/// The soundness of a ruleset, with the name of its file.
#[derive(Serialize)]
pub struct SoundnessView<'a> {
    file: &'a str,
    format: &'static str,
    sound: bool,
    /// Why labels cannot be held to it, if they cannot.
    unusable: Option<String>,
    errors: usize,
    warnings: usize,
    faults: Vec<FaultView<'a>>,
    statistics: Option<StatisticsView<'a>>,
}

impl<'a> SoundnessView<'a> {
    /// The soundness of the ruleset in `file`.
    #[must_use]
    pub fn new(file: &'a str, soundness: &'a Soundness) -> Self {
        Self {
            file,
            format: match soundness.format {
                Some(Format::Xml) => "xml",
                Some(Format::Rfc3743) => "rfc3743",
                Some(Format::Rfc4290) => "rfc4290",
                Some(Format::OnePerLine) => "one-per-line",
                None => "policy",
            },
            sound: soundness.is_sound(),
            unusable: soundness.unusable.as_ref().map(ToString::to_string),
            errors: soundness.count(Severity::Error),
            warnings: soundness.count(Severity::Warning),
            faults: soundness.faults.iter().map(FaultView::new).collect(),
            statistics: soundness.statistics.as_ref().map(StatisticsView::new),
        }
    }
}

impl CsvRows for SoundnessView<'_> {
    const HEADING: &'static [&'static str] =
        &["file", "line", "column", "severity", "code", "clause", "message", "left_out"];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        for fault in &self.faults {
            let text = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
            let (line, column) = (text(fault.line), text(fault.column));
            let left_out = if fault.left_out { "true" } else { "false" };
            let FaultView { severity, code, clause, message, .. } = fault;
            row(&[self.file, &line, &column, severity, code, clause, message, left_out]);
        }
    }
}

#[derive(Serialize)]
struct FaultView<'a> {
    code: &'static str,
    severity: &'static str,
    clause: String,
    line: Option<u32>,
    column: Option<u32>,
    arguments: &'a [String],
    message: String,
    left_out: bool,
}

impl<'a> FaultView<'a> {
    fn new(fault: &'a Fault) -> Self {
        let (line, column) = fault.position().map(|at| (at.line, at.column)).unzip();
        Self {
            code: fault.code().name(),
            severity: fault.severity().name(),
            clause: fault.clause().to_string(),
            line,
            column,
            arguments: fault.arguments(),
            message: fault.sentence(),
            left_out: fault.skipped(),
        }
    }
}

#[derive(Serialize)]
struct StatisticsView<'a> {
    entries: usize,
    ranges: usize,
    sequences: usize,
    entries_with_context: usize,
    entries_with_variants: usize,
    variants: usize,
    variants_with_context: usize,
    reflexive_variants: usize,
    untyped_variants: usize,
    variants_by_type: BTreeMap<&'a str, usize>,
    variant_sets: usize,
    largest_variant_set: usize,
    classes: usize,
    rules: usize,
    actions: usize,
}

impl<'a> StatisticsView<'a> {
    fn new(statistics: &'a Statistics) -> Self {
        let by_type = statistics.variants_by_type.iter();
        Self {
            entries: statistics.entries,
            ranges: statistics.ranges,
            sequences: statistics.sequences,
            entries_with_context: statistics.entries_with_context,
            entries_with_variants: statistics.entries_with_variants,
            variants: statistics.variants,
            variants_with_context: statistics.variants_with_context,
            reflexive_variants: statistics.reflexive_variants,
            untyped_variants: statistics.untyped_variants,
            variants_by_type: by_type.map(|(name, count)| (&**name, *count)).collect(),
            variant_sets: statistics.variant_sets,
            largest_variant_set: statistics.largest_variant_set,
            classes: statistics.classes,
            rules: statistics.rules,
            actions: statistics.actions,
        }
    }
}
