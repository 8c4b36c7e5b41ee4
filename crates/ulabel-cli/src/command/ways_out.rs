//! Ways out of findings, each checked before it is offered.

use serde::Serialize;
use ulabel::finding::{Argument, ArgumentName};
use ulabel::unicode;
use ulabel::{Checker, Code, Finding, LabelReport, Report, Severity};

/// A name near the one given that is valid.
#[derive(Serialize)]
pub(super) struct WayOut {
    pub(super) name: String,
    pub(super) ascii: String,
}

/// Names near an invalid one that are valid: what mending each label gives.
pub(super) fn of_name(report: &Report, checker: &Checker) -> Vec<WayOut> {
    let mut found: Vec<WayOut> = Vec::new();
    if report.is_valid() || report.labels().is_empty() {
        return found;
    }
    for mend in [mapped, mended, mended_and_mapped] {
        let labels = report.labels_with_input().map(|(input, label)| {
            // The other labels stand as they are, and so does one that needs no mending.
            if label.is_valid() { Some(input.to_owned()) } else { mend(label) }
        });
        let Some(labels) = labels.collect::<Option<Vec<String>>>() else { continue };
        let candidate = checker.check(&labels.join("."));
        if !candidate.is_valid() || found.iter().any(|way| way.name == candidate.name()) {
            continue;
        }
        if let Some(ascii) = candidate.ascii() {
            found.push(WayOut { name: candidate.name(), ascii });
        }
    }
    found
}

/// Whether what a finding proposes rids the label of it.
pub(super) fn helps(finding: &Finding, report: &LabelReport, checker: &Checker) -> bool {
    let Some(text) = report.label().u_label() else { return true };
    let Some(proposed) = proposed(finding, text) else { return true };
    if proposed.is_empty() {
        return false;
    }
    let count = |findings: &[Finding]| findings.iter().filter(|other| other.code() == finding.code()).count();
    count(checker.check_label(&proposed).findings()) < count(report.findings())
}

/// The label that the way out of a finding proposes, where it proposes one.
fn proposed(finding: &Finding, text: &str) -> Option<String> {
    let span = finding.span();
    let expected = finding.arguments().iter().find_map(|(name, argument)| match argument {
        Argument::Text(text) if *name == ArgumentName::Expected => Some(text.as_str()),
        _ => None,
    });
    match (finding.code(), expected) {
        (Code::NotNfc, Some(nfc)) => Some(nfc.into()),
        (Code::Disallowed, Some(lower)) => Some(replaced(text, span.range(), lower)),
        (Code::DecodesToAscii | Code::PairMismatch | Code::NotCanonical | Code::Uts46Mapped, _) => None,
        _ if span.is_empty() => None,
        // To write digits of one kind is another thing than to leave some out.
        (Code::ArabicIndicDigits | Code::ExtendedArabicIndicDigits | Code::BidiCondition4, _) => None,
        _ => Some(replaced(text, span.range(), "")),
    }
}

fn replaced(text: &str, range: std::ops::Range<usize>, other: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.chars().enumerate() {
        if at == range.start {
            out.push_str(other);
        }
        if !range.contains(&at) {
            out.push(c);
        }
    }
    out
}

/// The label in lower case and in NFC.
fn mapped(label: &LabelReport) -> Option<String> {
    let text = label.label().u_label()?;
    let lower: String = text.chars().map(|c| unicode::lower_case(c).unwrap_or(c)).collect();
    Some(unicode::nfc(&lower))
}

/// The label with what its errors speak of mended: in lower case where that is the way out, else left
/// out.
fn mended(label: &LabelReport) -> Option<String> {
    let text = label.label().u_label()?;
    let errors = label.findings().iter().filter(|finding| finding.severity() == Severity::Error);
    let (mut drop, mut lower) = (Vec::new(), Vec::new());
    for finding in errors {
        let to_lower = finding.code() == Code::Disallowed
            && finding.arguments().iter().any(|(name, _)| *name == ArgumentName::Expected);
        match finding.code() {
            Code::NotNfc => {}
            _ if to_lower => lower.push(finding.span()),
            _ if finding.span().is_empty() => return None,
            _ => drop.push(finding.span()),
        }
    }
    let within = |spans: &[ulabel::Span], at: usize| spans.iter().any(|span| span.range().contains(&at));
    let kept = text.chars().enumerate().filter(|(at, _)| !within(&drop, *at));
    let kept: String = kept
        .map(|(at, c)| if within(&lower, at) { unicode::lower_case(c).unwrap_or(c) } else { c })
        .collect();
    Some(unicode::nfc(&kept)).filter(|text| !text.is_empty())
}

/// What a browser would make of what is left after mending.
fn mended_and_mapped(label: &LabelReport) -> Option<String> {
    let text = label.label().u_label()?;
    ulabel::display::uts46::map(text).ok().or_else(|| ulabel::display::uts46::map(&mended(label)?).ok())
}
