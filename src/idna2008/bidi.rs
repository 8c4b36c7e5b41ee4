//! The Bidi rule, RFC 5893 §2.

use alloc::vec::Vec;

use super::Protocol;
use crate::finding::{Code, Finding, Severity};
use crate::label::Span;
use crate::unicode::{BidiClass, Character, Characters};
use BidiClass::{AL, AN, BN, CS, EN, ES, ET, L, NSM, ON, R};

/// Tests a label of a Bidi domain name, given as text.
pub(crate) fn check_bidi_rule(label: &str, protocol: Protocol, findings: &mut Vec<Finding>) {
    check(&Characters::from(label), protocol, findings);
}

/// Tests the six conditions, each told once, at the first character that breaks it. In the lookup
/// protocol the rule is a SHOULD (RFC 5891 §5.4), so there the findings are warnings.
pub(super) fn check(label: &[Character], protocol: Protocol, findings: &mut Vec<Finding>) {
    let severity = match protocol {
        Protocol::Registration => Severity::Error,
        Protocol::Lookup => Severity::Warning,
    };
    let mut broken = |code, at| findings.push(Finding::new(code, Span::one(at)).with_severity(severity));
    let class = |character: &Character| character.record.bidi_class();
    match label.first().map(class) {
        None => {}
        Some(R | AL) => {
            let allowed = |c| matches!(c, R | AL | AN | EN | ES | CS | ET | ON | BN | NSM);
            if let Some(at) = position(label, |c| !allowed(c)) {
                broken(Code::BidiCondition2, at);
            }
            if let Some(at) = bad_end(label, |c| matches!(c, R | AL | EN | AN)) {
                broken(Code::BidiCondition3, at);
            }
            let number = label.iter().map(class).find(|c| matches!(c, EN | AN));
            let other = if number == Some(EN) { AN } else { EN };
            if let Some(at) = number.and_then(|_| position(label, |c| c == other)) {
                broken(Code::BidiCondition4, at);
            }
        }
        Some(L) => {
            let allowed = |c| matches!(c, L | EN | ES | CS | ET | ON | BN | NSM);
            if let Some(at) = position(label, |c| !allowed(c)) {
                broken(Code::BidiCondition5, at);
            }
            if let Some(at) = bad_end(label, |c| matches!(c, L | EN)) {
                broken(Code::BidiCondition6, at);
            }
        }
        // Without a direction the other conditions have nothing to say.
        Some(_) => broken(Code::BidiCondition1, 0),
    }
}

fn position(label: &[Character], test: impl Fn(BidiClass) -> bool) -> Option<usize> {
    label.iter().position(|character| test(character.record.bidi_class()))
}

/// The last character but for nonspacing marks, when it is not one the label may end with.
fn bad_end(label: &[Character], allowed: impl Fn(BidiClass) -> bool) -> Option<usize> {
    let at = label.iter().rposition(|character| character.record.bidi_class() != NSM)?;
    label.get(at).filter(|character| !allowed(character.record.bidi_class())).map(|_| at)
}
