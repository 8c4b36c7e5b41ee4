//! Results as rows of CSV. Here are the cells; any CSV writer quotes them.

use alloc::string::{String, ToString};

use super::report::ReportView;
use crate::finding::Finding;
use crate::language::Sentences;
use crate::report::LabelReport;
use crate::text::CodePoint;

/// A result as rows of CSV.
///
/// ```
/// use ulabel::language::Summaries;
/// use ulabel::view::CsvRows;
///
/// let report = ulabel::Checker::registration().check("a·b");
/// let mut codes = Vec::new();
/// report.view(&Summaries).csv_rows(&mut |cells| codes.push(cells[5].to_owned()));
/// assert_eq!(codes, ["context.middle-dot"]);
/// ```
pub trait CsvRows {
    /// The cells of the heading line.
    const HEADING: &'static [&'static str];

    /// Gives the cells of each row to `row`, as many as the heading has.
    fn csv_rows(&self, row: &mut dyn FnMut(&[&str]));
}

/// One row a finding, and one for a name without any.
impl<S: Sentences> CsvRows for ReportView<'_, S> {
    const HEADING: &'static [&'static str] = &[
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
        "second_start",
        "second_end",
    ];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        let Self { report, sentences } = self;
        let (name, ascii) = (report.name(), report.ascii().unwrap_or_default());
        let (input, verdict) = (report.input(), report.verdict().name());
        let mut finding_row = |finding: &Finding, of: Option<(&str, &LabelReport)>| {
            let (label_input, label) = of.unzip();
            let second = finding.second_span().map(|span| (span.start().to_string(), span.end().to_string()));
            let (second_start, second_end) = second.unwrap_or_default();
            row(&[
                input,
                &name,
                &ascii,
                verdict,
                label_input.unwrap_or_default(),
                finding.code().name(),
                finding.severity().name(),
                &finding.clause().to_string(),
                &finding.span().start().to_string(),
                &finding.span().end().to_string(),
                &label.map(|label| code_points(label, finding)).unwrap_or_default(),
                &sentences.sentence(finding, label.map(LabelReport::label)),
                &second_start,
                &second_end,
            ]);
        };
        for (input, label) in report.labels_with_input() {
            label.findings().iter().for_each(|finding| finding_row(finding, Some((input, label))));
        }
        report.findings().iter().for_each(|finding| finding_row(finding, None));
        if report.all_findings().next().is_none() {
            row(&[input, &name, &ascii, verdict, "", "", "", "", "", "", "", "", "", ""]);
        }
    }
}

/// The code points of a finding: `U+00B7 U+0301`.
fn code_points(label: &LabelReport, finding: &Finding) -> String {
    CodePoint::list(label.code_points(finding))
}
