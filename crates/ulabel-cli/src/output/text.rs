//! Reports for people: a line a name, and under it a line a finding.

use std::io::Write;

use ulabel::language::Messages;
use ulabel::language::Sentences;
use ulabel::{Finding, LabelReport, Report, Verdict};

use super::{Look, lgr_line};

/// Adds one report. The sentences of findings are safe to show as they are made.
pub(super) fn report(report: &Report, look: &Look, out: &mut Vec<u8>) {
    let Look { style, words } = look;
    let verdict = report.verdict();
    let width = verdict_width(words);
    // Writing to memory cannot fail.
    let _ = write!(
        out,
        "{:width$}  {}",
        style.verdict(verdict, words.verdict(verdict)),
        style.outside(report.input())
    );
    if let Some(other) = other_form(report) {
        let _ = write!(out, "  {}", style.faint(&style.outside(&other)));
    }
    let _ = writeln!(out);
    let several = report.labels().len() > 1;
    for (input, label) in report.labels_with_input() {
        if let Some(outcome) = label.lgr() {
            let line = lgr_line(outcome, look);
            let line = if several { format!("{}: {line}", style.outside(input)) } else { line };
            let _ = writeln!(out, "  {}", style.faint(&line));
        }
        for finding in label.findings() {
            finding_line(finding, Some(label), several.then_some(input), look, out);
        }
    }
    for finding in report.findings() {
        finding_line(finding, None, None, look, out);
    }
}

/// The form of a name that the input is not: in Unicode or for the DNS.
pub(crate) fn other_form(report: &Report) -> Option<String> {
    let other = if report.input().is_ascii() {
        Some(report.name()).filter(|name| !name.is_ascii())
    } else {
        report.ascii()
    };
    other.filter(|other| other != report.input())
}

fn verdict_width(words: &Messages) -> usize {
    [Verdict::Valid, Verdict::Review, Verdict::Invalid]
        .into_iter()
        .map(|verdict| words.verdict(verdict).chars().count())
        .max()
        .unwrap_or(0)
}

fn finding_line(
    finding: &Finding,
    label: Option<&LabelReport>,
    input: Option<&str>,
    look: &Look,
    out: &mut Vec<u8>,
) {
    let Look { style, words } = look;
    let severity = finding.severity();
    let _ = write!(out, "  {}: ", style.severity(severity, words.severity(severity)));
    if let Some(input) = input {
        let _ = write!(out, "{}: ", style.outside(input));
    }
    let sentence = words.sentence(finding, label.map(LabelReport::label));
    let reference = format!("[{}, {}]", finding.code(), words.clause(finding.clause()));
    let _ = writeln!(out, "{sentence} {}", style.faint(&reference));
}
