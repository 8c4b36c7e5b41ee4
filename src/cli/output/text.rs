//! Reports for people: a line a name, and under it a line a finding.

use std::io::Write;

use ulabel::report::Sentences;
use ulabel::{Finding, LabelReport, Report};

use crate::style::Style;

/// Adds one report.
pub(super) fn report(report: &Report, words: &impl Sentences, style: Style, out: &mut Vec<u8>) {
    // Writing to memory cannot fail.
    let _ = write!(out, "{:8} {}", style.verdict(report.verdict()), style.outside(report.input()));
    // The other form, where there is one.
    match report.ascii() {
        Some(ascii) if ascii != report.input() && !report.input().is_ascii() => {
            let _ = write!(out, "  {}", style.faint(&ascii));
        }
        _ => {
            let name = report.name();
            if !name.is_ascii() {
                let _ = write!(out, "  {}", style.faint(&style.outside(&name)));
            }
        }
    }
    let _ = writeln!(out);
    let several = report.labels().len() > 1;
    for (input, label) in report.labels_with_input() {
        for finding in label.findings() {
            finding_line(finding, Some(label), several.then_some(input), words, style, out);
        }
    }
    for finding in report.findings() {
        finding_line(finding, None, None, words, style, out);
    }
}

fn finding_line(
    finding: &Finding,
    label: Option<&LabelReport>,
    input: Option<&str>,
    words: &impl Sentences,
    style: Style,
    out: &mut Vec<u8>,
) {
    let _ = write!(out, "  {:7} ", style.severity(finding.severity()));
    if let Some(input) = input {
        let _ = write!(out, "{}: ", style.outside(input));
    }
    let sentence = words.sentence(finding, label.map(LabelReport::label));
    let _ = write!(out, "{}", style.outside(&sentence));
    let code_points = label.map(|label| code_points(label, finding)).unwrap_or_default();
    if !code_points.is_empty() {
        let _ = write!(out, " {}", style.strong(&code_points));
    }
    let reference = format!("[{}, {}]", finding.code(), finding.clause());
    let _ = writeln!(out, " {}", style.faint(&reference));
}

/// The code points a finding speaks of: `U+00B7 U+0301`.
pub(super) fn code_points(label: &LabelReport, finding: &Finding) -> String {
    let mut text = String::new();
    for c in label.code_points(finding) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&format!("U+{:04X}", u32::from(c)));
    }
    text
}
