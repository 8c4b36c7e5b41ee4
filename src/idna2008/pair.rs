//! A label given in both forms: RFC 5891 §4.2.1.

use super::structure::INPUT_FORMAT;
use super::{Outcome, Settings, check};
use crate::finding::{ArgumentName, Code, Finding};
use crate::label::Span;

/// Tests a pair of A-label and U-label: the tests of the U-label, and that the A-label is in lower case,
/// decodes, and is the same label.
pub(crate) fn check_pair(a_label: &str, u_label: &str, settings: &Settings, outcome: &mut Outcome) {
    check(u_label, settings, outcome);
    let mut ace = Outcome::new();
    check(a_label, settings, &mut ace);
    // Of the A-label only its own faults are told; those of its U-label are told once, above.
    let of_its_own = |finding: &&Finding| {
        matches!(finding.code(), Code::BadPunycode | Code::DecodesToAscii | Code::NotLdh | Code::EmptyLabel)
            || (finding.code() == Code::LabelTooLong && outcome.label.a_label().is_some())
    };
    // Their places are in the A-label, and a span counts code points of the U-label.
    let unplaced = |finding: &Finding| finding.clone().with_span(Span::default());
    let own: alloc::vec::Vec<Finding> = ace.findings.iter().filter(of_its_own).map(unplaced).collect();
    outcome.findings.extend(own);
    if let Some(at) = a_label.chars().position(|c| !c.is_ascii()) {
        outcome.findings.push(
            Finding::new(Code::NotLdh, Span::default())
                .with(ArgumentName::Reason, "a-label")
                .with(ArgumentName::Actual, at),
        );
    }
    // The A-label must be the very octets that encoding gives: in lower case, and an A-label at all.
    let reason = if !a_label.is_ascii() {
        Some("not-an-a-label")
    } else if a_label.bytes().any(|octet| octet.is_ascii_uppercase()) {
        Some("upper-case")
    } else {
        None
    };
    if let Some(reason) = reason {
        outcome
            .findings
            .push(Finding::new(Code::NotCanonical, Span::default()).with(ArgumentName::Reason, reason));
    }
    let same = ace.label.a_label().is_some()
        && ace.label.a_label() == outcome.label.a_label()
        && ace.label.u_label() == outcome.label.u_label()
        && a_label.is_ascii();
    if !same {
        let mut finding = Finding::new(Code::PairMismatch, Span::default()).with_clause(INPUT_FORMAT);
        if let Some(expected) = outcome.label.a_label() {
            finding = finding.with(ArgumentName::Expected, alloc::string::String::from(expected));
        }
        outcome.findings.push(finding);
    }
    outcome.sort();
}
