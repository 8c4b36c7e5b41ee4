//! Lengths, hyphens, leading marks and normalization: RFC 5891 §4.1 and §4.2.3.

use alloc::string::String;
use alloc::vec::Vec;

use super::Protocol;
use crate::finding::{ArgumentName, Clause, Code, Document, Finding};
use crate::label::{MAX_LABEL_OCTETS, Span};
use crate::unicode::{self, Character};

/// Where RFC 5891 says what a registry must verify of an A-label.
pub(super) const INPUT_FORMAT: Clause = Clause::new(Document::Rfc(5891), "§4.2.1");
const REGISTRATION_LENGTH: Clause = Clause::new(Document::Rfc(5891), "§4.2.4");
const LOOKUP: Clause = Clause::new(Document::Rfc(5891), "§5.4");

/// The clause of a test that both protocols have.
pub(super) fn clause(protocol: Protocol, code: Code) -> Clause {
    match protocol {
        Protocol::Registration => code.clause(),
        Protocol::Lookup => LOOKUP,
    }
}

pub(super) fn label_too_long(octets: usize) -> Finding {
    Finding::new(Code::LabelTooLong, Span::default())
        .with(ArgumentName::Actual, octets)
        .with(ArgumentName::Limit, MAX_LABEL_OCTETS)
}

/// A label in Unicode whose A-label has more than 63 octets; one too long to be examined counts those of
/// its UTF-8.
#[cold]
pub(super) fn too_long(octets: usize) -> Finding {
    label_too_long(octets).with_clause(REGISTRATION_LENGTH)
}

/// Hyphens, RFC 5891 §4.2.3.1. The lookup protocol asks only for the third and fourth position (§5.4).
#[inline]
pub(super) fn check_hyphens(label: &[Character], protocol: Protocol, findings: &mut Vec<Finding>) {
    if protocol == Protocol::Registration {
        let is_hyphen = |character: Option<&Character>| character.is_some_and(|character| character.c == '-');
        if is_hyphen(label.first()) {
            findings.push(Finding::new(Code::HyphenStart, Span::one(0)));
        }
        if is_hyphen(label.last()) {
            findings.push(Finding::new(Code::HyphenEnd, Span::one(label.len() - 1)));
        }
    }
    if let Some([Character { c: '-', .. }, Character { c: '-', .. }]) = label.get(2..4) {
        findings.push(
            Finding::new(Code::HyphenThreeFour, Span::new(2, 4))
                .with_clause(clause(protocol, Code::HyphenThreeFour)),
        );
    }
}

/// A leading combining mark, RFC 5891 §4.2.3.2.
#[inline]
pub(super) fn check_leading_mark(label: &[Character], protocol: Protocol, findings: &mut Vec<Finding>) {
    if label.first().is_some_and(|character| character.record.is_mark()) {
        findings.push(
            Finding::new(Code::LeadingMark, Span::one(0)).with_clause(clause(protocol, Code::LeadingMark)),
        );
    }
}

/// Normalization Form C, RFC 5891 §4.1. The span is the stretch that normalization changes.
pub(super) fn check_nfc(label: &[Character], protocol: Protocol, findings: &mut Vec<Finding>) {
    if unicode::is_nfc_of(label) {
        return;
    }
    let chars = || label.iter().map(|character| character.c);
    let nfc = unicode::nfc(&chars().collect::<String>());
    let prefix = chars().zip(nfc.chars()).take_while(|(a, b)| a == b).count();
    let suffix = chars().rev().zip(nfc.chars().rev()).take_while(|(a, b)| a == b).count();
    let end = (label.len() - suffix).max(prefix + 1).min(label.len());
    findings.push(
        Finding::new(Code::NotNfc, Span::new(prefix.min(end), end))
            .with_clause(clause(protocol, Code::NotNfc))
            .with(ArgumentName::Expected, nfc),
    );
}
