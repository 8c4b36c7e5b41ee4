//! Lengths, hyphens, leading marks and normalization: RFC 5891 §4.1 and §4.2.3.

use alloc::string::String;
use alloc::vec::Vec;

use super::Protocol;
use crate::finding::{ArgumentName, Clause, Code, Document, Finding};
use crate::label::{MAX_LABEL_OCTETS, Span};
use crate::unicode::{self, Record};

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
pub(super) fn check_hyphens(chars: &[char], protocol: Protocol, findings: &mut Vec<Finding>) {
    if protocol == Protocol::Registration {
        if chars.first() == Some(&'-') {
            findings.push(Finding::new(Code::HyphenStart, Span::one(0)));
        }
        if chars.last() == Some(&'-') {
            findings.push(Finding::new(Code::HyphenEnd, Span::one(chars.len() - 1)));
        }
    }
    if chars.get(2..4) == Some(&['-', '-']) {
        findings.push(
            Finding::new(Code::HyphenThreeFour, Span::new(2, 4))
                .with_clause(clause(protocol, Code::HyphenThreeFour)),
        );
    }
}

/// A leading combining mark, RFC 5891 §4.2.3.2.
#[inline]
pub(super) fn check_leading_mark(records: &[Record], protocol: Protocol, findings: &mut Vec<Finding>) {
    if records.first().is_some_and(|record| record.is_mark()) {
        findings.push(
            Finding::new(Code::LeadingMark, Span::one(0)).with_clause(clause(protocol, Code::LeadingMark)),
        );
    }
}

/// Normalization Form C, RFC 5891 §4.1. The span is the stretch that normalization changes.
pub(super) fn check_nfc(chars: &[char], records: &[Record], protocol: Protocol, findings: &mut Vec<Finding>) {
    if unicode::is_nfc_of(chars, records) {
        return;
    }
    let text: String = chars.iter().collect();
    let nfc = unicode::nfc(&text);
    let prefix = chars.iter().zip(nfc.chars()).take_while(|(a, b)| **a == *b).count();
    let suffix = chars.iter().rev().zip(nfc.chars().rev()).take_while(|(a, b)| **a == *b).count();
    let end = (chars.len() - suffix).max(prefix + 1).min(chars.len());
    findings.push(
        Finding::new(Code::NotNfc, Span::new(prefix.min(end), end))
            .with_clause(clause(protocol, Code::NotNfc))
            .with(ArgumentName::Expected, nfc),
    );
}
