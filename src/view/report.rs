//! The shape of reports in JSON, the contract other programs rely on.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};

use crate::finding::{Argument, Finding};
use crate::language::{Sentences, Summaries};
use crate::report::{LabelReport, Report};
use crate::text::CodePoint;

/// A report with its sentences, for serializing.
pub struct ReportView<'a, S> {
    pub(super) report: &'a Report,
    pub(super) sentences: &'a S,
}

/// A label's report with its sentences, for serializing.
pub struct LabelView<'a, S> {
    input: &'a str,
    report: &'a LabelReport,
    sentences: &'a S,
}

impl Report {
    /// The report with sentences from `sentences`, for serializing.
    pub fn view<'a, S: Sentences>(&'a self, sentences: &'a S) -> ReportView<'a, S> {
        ReportView { report: self, sentences }
    }
}

impl LabelReport {
    /// The report of the label given as `input`, with sentences from `sentences`, for serializing.
    pub fn view<'a, S: Sentences>(&'a self, input: &'a str, sentences: &'a S) -> LabelView<'a, S> {
        LabelView { input, report: self, sentences }
    }
}

impl Serialize for Report {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        self.view(&Summaries).serialize(serializer)
    }
}

impl<S: Sentences> Serialize for ReportView<'_, S> {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        let report = self.report;
        let mut out = serializer.serialize_struct("Report", 6)?;
        out.serialize_field("input", report.input())?;
        out.serialize_field("name", &report.name())?;
        out.serialize_field("ascii", &report.ascii())?;
        out.serialize_field("verdict", report.verdict().name())?;
        out.serialize_field("labels", &Labels { view: self })?;
        out.serialize_field(
            "findings",
            &Findings { findings: report.findings(), label: None, sentences: self.sentences },
        )?;
        out.end()
    }
}

struct Labels<'a, S> {
    view: &'a ReportView<'a, S>,
}

impl<S: Sentences> Serialize for Labels<'_, S> {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        let ReportView { report, sentences } = *self.view;
        let mut out = serializer.serialize_seq(Some(report.labels().len()))?;
        for (input, report) in report.labels_with_input() {
            out.serialize_element(&LabelView { input, report, sentences })?;
        }
        out.end()
    }
}

impl<S: Sentences> Serialize for LabelView<'_, S> {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        let label = self.report.label();
        #[cfg(feature = "lgr")]
        let (lgr, tables) = (self.report.lgr(), self.report.tables());
        #[cfg(feature = "lgr")]
        let fields = 7 + usize::from(lgr.is_some()) + usize::from(tables.is_some());
        #[cfg(not(feature = "lgr"))]
        let fields = 7;
        let mut out = serializer.serialize_struct("Label", fields)?;
        out.serialize_field("input", self.input)?;
        out.serialize_field("kind", label.kind().name())?;
        out.serialize_field("u_label", &label.u_label())?;
        out.serialize_field("a_label", &label.a_label())?;
        out.serialize_field("verdict", self.report.verdict().name())?;
        let scripts: Vec<&str> =
            self.report.scripts().into_iter().map(|script| script.short_name()).collect();
        out.serialize_field("scripts", &scripts)?;
        out.serialize_field(
            "findings",
            &Findings {
                findings: self.report.findings(),
                label: Some(self.report),
                sentences: self.sentences,
            },
        )?;
        #[cfg(feature = "lgr")]
        if let Some(lgr) = lgr {
            out.serialize_field("lgr", lgr)?;
        }
        #[cfg(feature = "lgr")]
        if let Some(tables) = tables {
            let tables: Vec<&str> = tables.collect();
            out.serialize_field("tables", &tables)?;
        }
        out.end()
    }
}

struct Findings<'a, S> {
    findings: &'a [Finding],
    label: Option<&'a LabelReport>,
    sentences: &'a S,
}

impl<S: Sentences> Serialize for Findings<'_, S> {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        let mut out = serializer.serialize_seq(Some(self.findings.len()))?;
        for finding in self.findings {
            out.serialize_element(&FindingView { finding, label: self.label, sentences: self.sentences })?;
        }
        out.end()
    }
}

pub(super) struct FindingView<'a, S> {
    pub(super) finding: &'a Finding,
    pub(super) label: Option<&'a LabelReport>,
    pub(super) sentences: &'a S,
}

impl<S: Sentences> Serialize for FindingView<'_, S> {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        let finding = self.finding;
        let code_points: Vec<String> = match self.label {
            Some(label) => label.code_points(finding).map(|c| format!("{}", CodePoint(c))).collect(),
            None => Vec::new(),
        };
        let mut out = serializer.serialize_struct("Finding", 10)?;
        out.serialize_field("code", finding.code().name())?;
        out.serialize_field("severity", finding.severity().name())?;
        out.serialize_field("clause", &format!("{}", finding.clause()))?;
        out.serialize_field("start", &finding.span().start())?;
        out.serialize_field("end", &finding.span().end())?;
        out.serialize_field("code_points", &code_points)?;
        if let Some(second) = finding.second_span() {
            out.serialize_field("second_start", &second.start())?;
            out.serialize_field("second_end", &second.end())?;
        }
        if !finding.arguments().is_empty() {
            out.serialize_field("arguments", &Arguments(finding))?;
        }
        out.serialize_field(
            "message",
            &self.sentences.sentence(finding, self.label.map(LabelReport::label)),
        )?;
        out.end()
    }
}

struct Arguments<'a>(&'a Finding);

impl Serialize for Arguments<'_> {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        let arguments = self.0.arguments();
        let mut out = serializer.serialize_map(Some(arguments.len()))?;
        for (name, argument) in arguments {
            match argument {
                Argument::Number(number) => out.serialize_entry(name.name(), number)?,
                Argument::Scripts(scripts) => {
                    let scripts: Vec<&str> = scripts.iter().map(|script| script.short_name()).collect();
                    out.serialize_entry(name.name(), &scripts)?;
                }
                other => out.serialize_entry(name.name(), &format!("{other}"))?,
            }
        }
        out.end()
    }
}
