//! ASCII labels: LDH labels, RFC 5890 §2.3.1.

use alloc::vec::Vec;

use super::structure;
use crate::finding::{ArgumentName, Clause, Code, Document, Finding};
use crate::label::{AsciiTraits, MAX_EXAMINED_OCTETS, MAX_LABEL_OCTETS, Span};

/// Where RFC 5890 defines what an ASCII label may be made of.
const LDH_LABEL: Clause = Clause::new(Document::Rfc(5890), "§2.3.1");

/// Finds everything that is wrong with the spelling of an ASCII label.
#[cold]
pub(super) fn check(octets: &[u8], traits: AsciiTraits, is_xn: bool, findings: &mut Vec<Finding>) {
    if octets.is_empty() {
        findings.push(Finding::new(Code::EmptyLabel, Span::default()));
        return;
    }
    let span = |at| if is_xn { Span::default() } else { Span::one(at) };
    if octets.len() > MAX_LABEL_OCTETS {
        findings.push(structure::label_too_long(octets.len()).with_clause(LDH_LABEL));
    }
    if octets.len() > MAX_EXAMINED_OCTETS {
        return;
    }
    if traits.hyphen_start {
        findings.push(Finding::new(Code::HyphenStart, span(0)).with_clause(LDH_LABEL));
    }
    // In an XN-label both are spoken of as what they are there: the prefix, and a fault of the encoding.
    if traits.hyphen_end && !is_xn {
        findings.push(Finding::new(Code::HyphenEnd, span(octets.len() - 1)).with_clause(LDH_LABEL));
    }
    if traits.hyphens_three_four && !is_xn {
        findings.push(Finding::new(Code::HyphenThreeFour, Span::new(2, 4)).with_clause(LDH_LABEL));
    }
    if traits.has_other && !is_xn {
        for (at, octet) in octets.iter().enumerate() {
            if !octet.is_ascii_alphanumeric() && *octet != b'-' {
                findings.push(Finding::new(Code::NotLdh, span(at)));
            }
        }
    }
    if let Some(first) = octets.iter().position(u8::is_ascii_uppercase) {
        let upper = octets.iter().filter(|octet| octet.is_ascii_uppercase()).count();
        findings.push(Finding::new(Code::Uppercase, span(first)).with(ArgumentName::Actual, upper));
    }
}
