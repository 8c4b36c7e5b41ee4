//! Reports as rows: one a finding, and one for a name without any.

use ulabel::language::Sentences;
use ulabel::{Finding, LabelReport, Report};

/// The heading line.
pub(super) const HEADING: [&str; 12] = [
    "input",
    "name",
    "ascii",
    "verdict",
    "label",
    "code",
    "severity",
    "clause",
    "start",
    "end",
    "code_points",
    "message",
];

/// Adds the rows of one report.
pub(super) fn report(report: &Report, words: &impl Sentences, out: &mut Vec<u8>) {
    let mut rows = csv::WriterBuilder::new().buffer_capacity(256).from_writer(out);
    let name = report.name();
    let ascii = report.ascii().unwrap_or_default();
    let common = [report.input(), name.as_str(), ascii.as_str(), report.verdict().name()];
    let mut row = |cells: [&str; 8]| {
        // Writing to memory cannot fail, and every row has as many cells.
        let _ = rows.write_record(common.iter().chain(&cells));
    };
    let mut any = false;
    for (input, label) in report.labels_with_input() {
        for finding in label.findings() {
            any = true;
            finding_row(finding, Some((input, label)), words, &mut row);
        }
    }
    for finding in report.findings() {
        any = true;
        finding_row(finding, None, words, &mut row);
    }
    if !any {
        row([""; 8]);
    }
}

fn finding_row(
    finding: &Finding,
    of: Option<(&str, &LabelReport)>,
    words: &impl Sentences,
    row: &mut impl FnMut([&str; 8]),
) {
    let (input, label) = of.unzip();
    let code_points = label.map(|label| code_points(label, finding)).unwrap_or_default();
    row([
        input.unwrap_or_default(),
        finding.code().name(),
        finding.severity().name(),
        &finding.clause().to_string(),
        &finding.span().start().to_string(),
        &finding.span().end().to_string(),
        &code_points,
        &words.sentence(finding, label.map(LabelReport::label)),
    ]);
}

/// The code points a finding speaks of: `U+00B7 U+0301`.
fn code_points(label: &LabelReport, finding: &Finding) -> String {
    ulabel::text::CodePoint::list(label.code_points(finding))
}
