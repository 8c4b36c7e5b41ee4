//! The explanation of a name: the page that a support desk sends to the person who asked for it, as data.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use super::csv::CsvRows;
use super::report::{LabelView, ReportView};
use crate::checker::{Checker, WayOut};
use crate::finding::{Finding, Severity};
use crate::idna2008::contextual_rule;
use crate::idna2008::property::derived_property;
use crate::language::{Messages, Sentences};
use crate::report::{LabelReport, Report};
use crate::unicode::{self, Script, Version};

/// The explanation of a name. What text needs and JSON has elsewhere is not serialized.
///
/// ```
/// use ulabel::Checker;
/// use ulabel::language::{Language, Messages};
/// use ulabel::view::explanation::Explanation;
///
/// let (checker, messages) = (Checker::registration(), Messages::new(Language::En));
/// let report = checker.check("Bücher");
/// let explanation = Explanation::new(&report, &checker, &messages);
/// assert_eq!(explanation.labels[0].code_points[1].name, "LATIN SMALL LETTER U WITH DIAERESIS");
/// assert_eq!(explanation.ways_out[0].name, "bücher");
/// ```
#[derive(Serialize)]
#[non_exhaustive]
pub struct Explanation<'a> {
    /// The name as it was given.
    pub input: &'a str,
    /// The name in Unicode.
    pub name: String,
    /// The name for the DNS, if every label has such a form.
    pub ascii: Option<String>,
    /// The name of the verdict.
    pub verdict: &'static str,
    /// The labels, from the leftmost.
    pub labels: Vec<LabelExplanation<'a>>,
    /// The findings on the name as a whole.
    pub findings: Vec<FindingExplanation>,
    /// Names nearby that were checked and are valid.
    pub ways_out: Vec<WayOut>,
    /// The report that is explained.
    #[serde(skip)]
    pub report: &'a Report,
    #[serde(skip)]
    messages: &'a Messages,
}

/// The explanation of a label.
#[derive(Serialize)]
#[non_exhaustive]
pub struct LabelExplanation<'a> {
    /// The label as a check returns it.
    #[serde(flatten)]
    pub view: LabelView<'a, Messages>,
    /// Its code points, in order.
    pub code_points: Vec<CodePointExplanation>,
    /// Its findings, in label order.
    pub explanations: Vec<FindingExplanation>,
    /// The report that is explained.
    #[serde(skip)]
    pub report: &'a LabelReport,
}

/// A finding in full sentences.
#[derive(Serialize)]
#[non_exhaustive]
pub struct FindingExplanation {
    /// Its code.
    pub code: &'static str,
    /// Its clause, in the language of the reader.
    pub clause: String,
    /// Its sentence, which JSON has with the finding.
    #[serde(skip)]
    pub sentence: String,
    /// Its severity.
    #[serde(skip)]
    pub severity: Severity,
    /// The reason of the rule.
    pub explanation: String,
    /// A way out, if there is one that helps.
    pub way_out: Option<String>,
}

/// The facts about a code point of a label.
#[derive(Serialize)]
#[non_exhaustive]
pub struct CodePointExplanation {
    /// The position in the label, counted from 1.
    pub position: usize,
    /// The number, as `U+00FC`.
    pub code_point: String,
    /// The character.
    pub character: char,
    /// The name of the character.
    pub name: String,
    /// The script, by its ISO 15924 code.
    #[serde(serialize_with = "short_name")]
    pub script: Script,
    /// The derived property of RFC 5892.
    pub derived_property: &'static str,
    /// The Unicode version that the character came in with.
    pub age: Option<String>,
    /// The Bidi class.
    pub bidi_class: &'static str,
    /// The clauses of its contextual rule and of those that it breaks.
    pub rules: Vec<String>,
}

impl<'a> Explanation<'a> {
    /// Explains what `checker` reported of a name.
    #[must_use]
    pub fn new(report: &'a Report, checker: &Checker, messages: &'a Messages) -> Self {
        let explain = |findings: &[Finding], label: Option<&LabelReport>| {
            let explain = |finding| FindingExplanation::new(finding, label, checker, messages);
            findings.iter().map(explain).collect::<Vec<_>>()
        };
        let labels = report.labels_with_input().map(|(input, label)| LabelExplanation {
            view: label.view(input, messages),
            code_points: code_points(label, checker.settings().version, messages),
            explanations: explain(label.findings(), Some(label)),
            report: label,
        });
        Self {
            input: report.input(),
            name: report.name(),
            ascii: report.ascii(),
            verdict: report.verdict().name(),
            labels: labels.collect(),
            findings: explain(report.findings(), None),
            ways_out: checker.ways_out(report),
            report,
            messages,
        }
    }
}

/// The rows of the report: cells do not hold a page.
impl CsvRows for Explanation<'_> {
    const HEADING: &'static [&'static str] = ReportView::<Messages>::HEADING;

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        self.report.view(self.messages).csv_rows(row);
    }
}

impl FindingExplanation {
    fn new(finding: &Finding, of: Option<&LabelReport>, checker: &Checker, messages: &Messages) -> Self {
        let label = of.map(LabelReport::label);
        let helps = of.is_none_or(|report| checker.is_way_out(finding, report));
        Self {
            code: finding.code().name(),
            clause: messages.clause(finding.clause()),
            sentence: messages.sentence(finding, label),
            severity: finding.severity(),
            explanation: messages.explanation(finding, label),
            way_out: messages.way_out(finding, label).filter(|_| helps),
        }
    }
}

fn code_points(label: &LabelReport, version: Version, messages: &Messages) -> Vec<CodePointExplanation> {
    let text = label.label().u_label().unwrap_or_default();
    let one = |(at, c): (usize, char)| CodePointExplanation {
        position: at + 1,
        code_point: crate::text::CodePoint(c).to_string(),
        character: c,
        name: unicode::name_or_label(c).into_owned(),
        script: unicode::script(c),
        derived_property: derived_property(c, version).short_name(),
        age: unicode::age(c).map(|age| age.to_string()),
        bidi_class: unicode::bidi_class(c).short_name(),
        rules: rules(label, at, c, messages),
    };
    text.chars().enumerate().map(one).collect()
}

/// The clauses of the contextual rule of a code point, and of the rules that it breaks.
fn rules(label: &LabelReport, at: usize, c: char, messages: &Messages) -> Vec<String> {
    let touches = |finding: &&Finding| {
        finding.span().range().contains(&at)
            || finding.second_span().is_some_and(|span| span.range().contains(&at))
    };
    let broken = label.findings().iter().filter(touches).map(Finding::clause);
    let mut rules = Vec::new();
    for clause in contextual_rule(c).map(|code| code.clause()).into_iter().chain(broken) {
        let clause = messages.clause(clause);
        if !rules.contains(&clause) {
            rules.push(clause);
        }
    }
    rules
}

fn short_name<S: Serializer>(script: &Script, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(script.short_name())
}

impl Serialize for WayOut {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("WayOut", 2)?;
        out.serialize_field("name", &self.name)?;
        out.serialize_field("ascii", &self.ascii)?;
        out.end()
    }
}
