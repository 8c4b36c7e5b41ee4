//! Reports for people: a line a name, and under it a line a finding.

use std::io::Write;

use ulabel::language::{Messages, Sentences};
use ulabel::{Finding, LabelReport, Report, Verdict};
use unicode_width::UnicodeWidthStr;

use super::{Presentation, lgr_line, variant_set_line};

/// Adds one report. The sentences of findings are safe to show as they are made. `zone` is the domain that the policy
/// is of.
pub(crate) fn write(report: &Report, zone: Option<&str>, presentation: &Presentation, out: &mut Vec<u8>) {
    let Presentation { style, messages } = presentation;
    let verdict = report.verdict();
    let width = verdict_width(messages);
    // Writing to memory cannot fail.
    let _ = write!(
        out,
        "{:width$}  {}",
        style.verdict(verdict, messages.verdict(verdict)),
        style.escape(report.input())
    );
    if let Some(other) = other_form(report) {
        let _ = write!(out, "  {}", style.faint(&style.escape(&other)));
    }
    let _ = writeln!(out);
    let several = report.labels().len() > 1;
    for (input, label) in report.labels_with_input() {
        if let Some(outcome) = label.lgr() {
            let line = lgr_line(outcome, presentation);
            let line = if several { format!("{}: {line}", style.escape(input)) } else { line };
            let _ = writeln!(out, "  {}", style.faint(&line));
            let u_label = label.label().u_label();
            if let Some(line) = u_label.and_then(|label| variant_set_line(outcome, label, zone, presentation))
            {
                let _ = writeln!(out, "  {}", style.faint(&line));
            }
        }
        for finding in label.findings() {
            finding_line(finding, Some(label), several.then_some(input), presentation, out);
        }
    }
    for finding in report.findings() {
        finding_line(finding, None, None, presentation, out);
    }
}

/// The form of a name that the input is not: in Unicode or for the DNS.
fn other_form(report: &Report) -> Option<String> {
    let other = if report.input().is_ascii() {
        Some(report.name()).filter(|name| !name.is_ascii())
    } else {
        report.ascii()
    };
    other.filter(|other| other != report.input())
}

pub(super) fn verdict_width(messages: &Messages) -> usize {
    let verdicts = [Verdict::Valid, Verdict::Review, Verdict::Invalid];
    verdicts.into_iter().map(|verdict| messages.verdict(verdict).width()).fold(0, usize::max)
}

/// What a finding says, and its code and clause.
pub(super) fn told(finding: &Finding, label: Option<&LabelReport>, presentation: &Presentation) -> String {
    let Presentation { style, messages } = presentation;
    let sentence = messages.sentence(finding, label.map(LabelReport::label));
    let reference = format!("[{}, {}]", finding.code(), messages.clause(finding.clause()));
    format!("{sentence} {}", style.faint(&reference))
}

pub(super) fn finding_line(
    finding: &Finding,
    label: Option<&LabelReport>,
    input: Option<&str>,
    presentation: &Presentation,
    out: &mut Vec<u8>,
) {
    let Presentation { style, messages } = presentation;
    let severity = finding.severity();
    let _ = write!(out, "  {}: ", style.severity(severity, messages.severity(severity)));
    if let Some(input) = input {
        let _ = write!(out, "{}: ", style.escape(input));
    }
    let _ = writeln!(out, "{}", told(finding, label, presentation));
}
