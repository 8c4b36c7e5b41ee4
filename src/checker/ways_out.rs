//! Ways out of findings, each checked before it is offered.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::Checker;
use crate::finding::{Argument, ArgumentName, Code, Finding, Severity};
use crate::label::Span;
use crate::report::{LabelReport, Report};
use crate::unicode;

/// A name near the one given that is valid.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct WayOut {
    /// The name in Unicode.
    pub name: String,
    /// The name for the DNS.
    pub ascii: String,
}

/// Makes of a label that is not valid one that may be.
type Mend = fn(&LabelReport) -> Option<String>;

const MENDS: &[Mend] = &[
    mapped,
    mended,
    #[cfg(feature = "uts46")]
    mended_and_mapped,
];

impl Checker {
    /// Names near an invalid one that are valid: those that mending each label gives.
    ///
    /// ```
    /// let checker = ulabel::Checker::registration();
    /// let ways_out = checker.ways_out(&checker.check("Bücher"));
    /// assert_eq!(ways_out[0].name, "bücher");
    /// assert_eq!(ways_out[0].ascii, "xn--bcher-kva");
    /// ```
    #[must_use]
    pub fn ways_out(&self, report: &Report) -> Vec<WayOut> {
        let mut found: Vec<WayOut> = Vec::new();
        if report.is_valid() || report.labels().is_empty() {
            return found;
        }
        for mend in MENDS {
            let labels = report.labels_with_input().map(|(input, label)| {
                // The other labels stand as they are, and so does one that needs no mending.
                if label.is_valid() { Some(input.to_owned()) } else { mend(label) }
            });
            let Some(labels) = labels.collect::<Option<Vec<String>>>() else { continue };
            let candidate = self.check(&labels.join("."));
            if !candidate.is_valid() || found.iter().any(|way| way.name == candidate.name()) {
                continue;
            }
            if let Some(ascii) = candidate.ascii() {
                found.push(WayOut { name: candidate.name(), ascii });
            }
        }
        found
    }

    /// True unless the finding of a label proposes another label that has the same fault as often.
    #[must_use]
    pub fn is_way_out(&self, finding: &Finding, report: &LabelReport) -> bool {
        let Some(proposed) = report.label().u_label().and_then(|text| proposed(finding, text)) else {
            return true;
        };
        let count =
            |findings: &[Finding]| findings.iter().filter(|other| other.code() == finding.code()).count();
        !proposed.is_empty() && count(self.check_label(&proposed).findings()) < count(report.findings())
    }
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

fn replaced(text: &str, range: Range<usize>, other: &str) -> String {
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
    Some(unicode::nfc(&unicode::to_lower_case(text)))
}

/// The label without the code points of its errors, or with them in lower case where that is the
/// way out.
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
    let within = |spans: &[Span], at: usize| spans.iter().any(|span| span.range().contains(&at));
    let kept = text.chars().enumerate().filter(|(at, _)| !within(&drop, *at));
    let kept: String = kept
        .map(|(at, c)| if within(&lower, at) { unicode::lower_case(c).unwrap_or(c) } else { c })
        .collect();
    Some(unicode::nfc(&kept)).filter(|text| !text.is_empty())
}

/// The label as a browser maps it, or else as a browser maps what is left after mending.
#[cfg(feature = "uts46")]
fn mended_and_mapped(label: &LabelReport) -> Option<String> {
    use crate::display::uts46::map;
    let text = label.label().u_label()?;
    map(text).ok().or_else(|| map(&mended(label)?).ok())
}
