//! Decisions and the records of names as JSON and CSV.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::csv::CsvRows;
use super::report::FindingView;
use crate::decision::{Decision, LookAlike, NameRecord};
use crate::language::{Sentences, Summaries};
use crate::report::LabelReport;

/// A decision on the name given as `input`, with its sentences, for serializing.
#[derive(Debug)]
pub struct DecisionView<'a, S> {
    input: &'a str,
    decision: &'a Decision,
    sentences: &'a S,
}

impl Decision {
    /// The decision on the name given as `input`, with sentences from `sentences`, for serializing.
    pub fn view<'a, S: Sentences>(&'a self, input: &'a str, sentences: &'a S) -> DecisionView<'a, S> {
        DecisionView { input, decision: self, sentences }
    }
}

impl<S: Sentences> DecisionView<'_, S> {
    /// What would make the name possible, where it cannot be had, or which command makes it a member.
    #[must_use]
    pub fn way_out(&self) -> Option<String> {
        let (finding, label) = self.decision.telling()?;
        self.sentences.way_out(finding, label.map(LabelReport::label))
    }

    /// The sentence that tells the reason; none for a free name.
    #[must_use]
    pub fn sentence(&self) -> Option<String> {
        let (finding, label) = self.decision.telling()?;
        Some(self.sentences.sentence(finding, label.map(LabelReport::label)))
    }
}

impl Serialize for Decision {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        self.view(self.report.input(), &Summaries).serialize(serializer)
    }
}

impl<S: Sentences> Serialize for DecisionView<'_, S> {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        let Self { input, decision, sentences } = *self;
        let findings = decision.findings();
        let findings: Vec<_> =
            findings.map(|(finding, label)| FindingView { finding, label, sentences }).collect();
        let mut out = serializer.serialize_struct("Decision", 15)?;
        out.serialize_field("input", input)?;
        out.serialize_field("name", &decision.name)?;
        out.serialize_field("u_label", &decision.u_label)?;
        out.serialize_field("a_label", &decision.a_label)?;
        out.serialize_field("available", &decision.available)?;
        out.serialize_field("status", &decision.status().map(|status| status.name()))?;
        out.serialize_field("reason", decision.reason.name())?;
        out.serialize_field("primary", &decision.primary)?;
        out.serialize_field("colliding", &decision.colliding)?;
        out.serialize_field("elsewhere", &decision.elsewhere)?;
        out.serialize_field("command", &decision.command().map(|command| command.name()))?;
        out.serialize_field("way_out", &self.way_out())?;
        out.serialize_field("verdict", decision.verdict().name())?;
        out.serialize_field("findings", &findings)?;
        out.serialize_field("look_alikes", &decision.look_alikes)?;
        out.end()
    }
}

impl Serialize for LookAlike {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        let mut out = serializer.serialize_struct("LookAlike", 2)?;
        out.serialize_field("name", &self.name)?;
        out.serialize_field("likeness", self.likeness.name())?;
        out.end()
    }
}

/// One row a decision; several names in one cell are parted by spaces.
impl<S: Sentences> CsvRows for DecisionView<'_, S> {
    const HEADING: &'static [&'static str] = &[
        "input",
        "name",
        "available",
        "status",
        "reason",
        "primary",
        "colliding",
        "elsewhere",
        "command",
        "look_alikes",
        "message",
        "way_out",
    ];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        let Self { input, decision, .. } = *self;
        let look_alikes: Vec<&str> = decision.look_alikes.iter().map(|other| &*other.name).collect();
        row(&[
            input,
            &decision.name,
            if decision.available { "true" } else { "false" },
            decision.status().map_or("", |status| status.name()),
            decision.reason.name(),
            decision.primary.as_deref().unwrap_or_default(),
            &decision.colliding.join(" "),
            &decision.elsewhere.join(" "),
            decision.command().map_or("", |command| command.name()),
            &look_alikes.join(" "),
            &self.sentence().unwrap_or_default(),
            &self.way_out().unwrap_or_default(),
        ]);
    }
}

impl Serialize for NameRecord {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        let mut out = serializer.serialize_struct("NameRecord", 9)?;
        out.serialize_field("name", &self.name)?;
        out.serialize_field("registrant", &self.registrant)?;
        out.serialize_field("registrar", &self.registrar)?;
        out.serialize_field("created", &self.created.map(|created| created.to_string()))?;
        out.serialize_field("state", self.state.name())?;
        out.serialize_field("original", &self.original)?;
        out.serialize_field("table", &self.table)?;
        out.serialize_field("primary", &self.primary)?;
        out.serialize_field("exempted", &self.exempted)?;
        out.end()
    }
}

impl CsvRows for NameRecord {
    const HEADING: &'static [&'static str] = NameRecord::COLUMNS;

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        let created = self.created.map(|created| created.to_string()).unwrap_or_default();
        let shown = |flag: bool| if flag { "true" } else { "false" };
        row(&[
            &self.name,
            &self.registrant,
            &self.registrar,
            &created,
            self.state.name(),
            self.original.as_deref().unwrap_or_default(),
            self.table.as_deref().unwrap_or_default(),
            shown(self.primary),
            shown(self.exempted),
        ]);
    }
}
