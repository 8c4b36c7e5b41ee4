//! The results of checks: verdicts and findings, for people and programs.
//!
//! A [`Report`] holds the input, each label in both forms, the verdict, and all findings in label order.
//! Sentences are made here and nowhere below.
//!
//! Main types: [`Report`], [`LabelReport`], [`Verdict`].

mod label_report;

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

pub use label_report::LabelReport;
#[cfg(feature = "lgr")]
pub(crate) use label_report::TablesTold;

use crate::finding::{Finding, Severity};
use crate::idna2008::Outcome;
use crate::label::Label;
#[cfg(feature = "lgr")]
use crate::lgr::Scratch;
use crate::text::keywords;

keywords! {
    /// The worst of a label's or name's findings.
    Verdict {
        /// Nothing stands against registering it.
        Valid = "valid",
        /// A person should look first.
        Review = "review",
        /// It may not be registered.
        Invalid = "invalid",
    }
}

impl Verdict {
    /// The verdict that findings amount to.
    #[must_use]
    pub fn of(findings: &[Finding]) -> Self {
        match findings.iter().map(Finding::severity).max() {
            Some(Severity::Error) => Self::Invalid,
            Some(Severity::Warning) => Self::Review,
            Some(Severity::Info) | None => Self::Valid,
        }
    }

    /// The severity of the findings that it rests on; none for `valid`, against which nothing stands.
    #[must_use]
    pub const fn severity(self) -> Option<Severity> {
        match self {
            Self::Valid => None,
            Self::Review => Some(Severity::Warning),
            Self::Invalid => Some(Severity::Error),
        }
    }
}

/// The result of a check of a name.
#[derive(Clone, Debug, Default)]
pub struct Report {
    input: String,
    labels: Vec<LabelReport>,
    /// Where in the input each label stands.
    inputs: Vec<Range<usize>>,
    findings: Vec<Finding>,
    /// Memory that tables use again.
    #[cfg(feature = "lgr")]
    scratch: Reused,
}

/// A copy of a report gets memory of its own.
#[cfg(feature = "lgr")]
#[derive(Debug, Default)]
struct Reused(Option<alloc::boxed::Box<Option<Scratch>>>);

#[cfg(feature = "lgr")]
impl Clone for Reused {
    fn clone(&self) -> Self {
        Self(None)
    }
}

impl Report {
    /// An empty report, to be filled by [`crate::Checker::check_into`].
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The name as it was given; bytes that are not UTF-8 are escaped.
    #[must_use]
    pub fn input(&self) -> &str {
        &self.input
    }

    /// The labels, from the leftmost.
    #[must_use]
    pub fn labels(&self) -> &[LabelReport] {
        &self.labels
    }

    /// Each label as it was given, with its report.
    pub fn labels_with_input(&self) -> impl Iterator<Item = (&str, &LabelReport)> {
        self.inputs.iter().map(|range| self.input.get(range.clone()).unwrap_or_default()).zip(&self.labels)
    }

    /// The findings on the name as a whole; those on a label are with the label.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Every finding: those of each label in turn, then those of the name.
    pub fn all_findings(&self) -> impl Iterator<Item = &Finding> {
        self.labels.iter().flat_map(LabelReport::findings).chain(&self.findings)
    }

    /// The worst of all findings.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let labels = self.labels.iter().map(LabelReport::verdict).max();
        labels.unwrap_or(Verdict::Valid).max(Verdict::of(&self.findings))
    }

    /// True if the verdict is not `invalid`.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.verdict() != Verdict::Invalid
    }

    /// The name in Unicode: the U-labels joined by dots. A label that does not decode stands as given.
    #[must_use]
    pub fn name(&self) -> String {
        let mut name = String::with_capacity(self.input.len());
        for (at, (input, label)) in self.labels_with_input().enumerate() {
            if at > 0 {
                name.push('.');
            }
            name.push_str(label.label().u_label().unwrap_or(input));
        }
        name
    }

    /// The name for the DNS: the A-labels joined by dots; `None` when a label has none.
    #[must_use]
    pub fn ascii(&self) -> Option<String> {
        if self.labels.is_empty() {
            return None;
        }
        let mut name = String::with_capacity(self.input.len());
        for (at, label) in self.labels.iter().enumerate() {
            if at > 0 {
                name.push('.');
            }
            name.push_str(label.label().a_label()?);
        }
        Some(name)
    }

    pub(crate) fn begin(&mut self, input: &str) {
        self.input.clear();
        self.input.push_str(input);
        self.labels.clear();
        self.inputs.clear();
        self.findings.clear();
    }

    /// Adds the report of the label that stands at `input`, which `fill` fills in place.
    pub(crate) fn push_label(&mut self, input: Range<usize>, fill: impl FnOnce(&mut Outcome)) {
        self.inputs.push(input);
        self.labels.push(LabelReport::new());
        if let Some(report) = self.labels.last_mut() {
            fill(report.outcome_mut());
        }
    }

    /// Adds a label that stands at `input` and is not judged.
    pub(crate) fn push_left_out(&mut self, input: Range<usize>, label: &str) {
        self.inputs.push(input);
        let mut report = LabelReport::new();
        report.leave_out(label);
        self.labels.push(report);
    }

    /// The reports of the labels, to add to.
    pub(crate) fn labels_mut(&mut self) -> &mut [LabelReport] {
        &mut self.labels
    }

    /// The reports of the labels, to add to, and memory for rulesets.
    #[cfg(feature = "lgr")]
    pub(crate) fn labels_and_scratch(&mut self) -> (&mut [LabelReport], &mut Option<Scratch>) {
        (&mut self.labels, self.scratch.0.get_or_insert_default())
    }

    pub(crate) fn push_finding(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Lets `add` add findings to each label that is judged, given as it was written.
    pub(crate) fn amend_labels(&mut self, mut add: impl FnMut(&str, &Label, &mut Vec<Finding>)) {
        let labels = self.inputs.iter().zip(&mut self.labels);
        for (range, report) in labels.filter(|(_, report)| report.is_judged()) {
            let input = self.input.get(range.clone()).unwrap_or_default();
            report.amend(|label, findings| add(input, label, findings));
        }
    }

    /// Octets of the name in the form for the DNS, without a trailing dot. A label that has no such
    /// form counts as it was given.
    pub(crate) fn ascii_octets(&self) -> usize {
        let octets =
            |(input, label): (&str, &LabelReport)| label.label().a_label().map_or(input.len(), str::len);
        let dots = self.labels.len().saturating_sub(1);
        self.labels_with_input().map(octets).sum::<usize>() + dots
    }
}
