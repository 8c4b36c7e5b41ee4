//! The tests of a label in Unicode, in the order of RFC 5891 §4.2.

use alloc::string::String;
use alloc::vec::Vec;

use super::structure;
use super::{Protocol, Settings, bidi, context, property};
use crate::finding::{ArgumentName, Code, Finding, Severity};
use crate::label::Span;
use crate::unicode::{Character, Characters, DerivedProperty, Record, UNICODE_VERSION};

/// Runs every test on a label, and returns true if it is an RTL label.
#[inline]
pub(super) fn check(label: &Characters, settings: &Settings, findings: &mut Vec<Finding>) -> bool {
    let (characters, union) = (&**label, label.union());
    structure::check_hyphens(characters, settings.protocol, findings);
    structure::check_leading_mark(characters, settings.protocol, findings);
    if union.0 & Record::ATTENTION == 0 && settings.version == UNICODE_VERSION {
        return false;
    }
    if union.needs_nfc_look() {
        structure::check_nfc(characters, settings.protocol, findings);
    }
    if union.derived_bits() != 0 || settings.version != UNICODE_VERSION {
        check_code_points(characters, settings, findings);
    }
    if union.is_right_to_left() {
        bidi::check(characters, settings.protocol, findings);
    }
    union.is_right_to_left()
}

/// Tests each code point under the Unicode version asked for, RFC 5891 §4.2.2 and §4.2.3.3.
fn check_code_points(label: &[Character], settings: &Settings, findings: &mut Vec<Finding>) {
    for (at, Character { c, record }) in label.iter().enumerate() {
        let span = Span::one(at);
        let newest = record.derived_property();
        let value = property::of_record(*c, *record, settings.version);
        match value {
            DerivedProperty::Pvalid => {}
            DerivedProperty::ContextJ => context::check(label, at, findings),
            // The lookup protocol asks only that a rule exists (RFC 5891 §5.4), and all have one.
            DerivedProperty::ContextO => {
                if settings.protocol == Protocol::Registration {
                    context::check(label, at, findings);
                }
            }
            DerivedProperty::Disallowed => findings.push(disallowed(*c, span)),
            DerivedProperty::Unassigned => findings
                .push(Finding::new(Code::Unassigned, span).with(ArgumentName::Version, settings.version)),
        }
        if value != newest {
            findings.push(changed(*record, value, settings, span));
        }
    }
}

fn disallowed(c: char, span: Span) -> Finding {
    let finding = Finding::new(Code::Disallowed, span);
    match c {
        // Separators that mappings turn into U+002E; registration takes no mapping (RFC 5891 §4.1).
        '\u{3002}' | '\u{FF0E}' | '\u{FF61}' => finding.with(ArgumentName::Reason, "full-stop"),
        _ => match property::lower_case(c) {
            Some(lower) => {
                finding.with(ArgumentName::Reason, "upper-case").with(ArgumentName::Expected, lower)
            }
            None if c.is_ascii() => finding.with(ArgumentName::Reason, "not-ldh"),
            None => finding,
        },
    }
}

/// A code point whose derived property is another in the newest version.
fn changed(record: Record, value: DerivedProperty, settings: &Settings, span: Span) -> Finding {
    let finding = if value == DerivedProperty::Unassigned {
        let age = record.age().unwrap_or(UNICODE_VERSION);
        Finding::new(Code::NewerThanPolicy, span).with(ArgumentName::Version, age)
    } else {
        let newest: String = record.derived_property().short_name().into();
        Finding::new(Code::ChangedBetweenVersions, span)
            .with(ArgumentName::Value, newest)
            .with(ArgumentName::Version, UNICODE_VERSION)
    };
    finding.with_severity(Severity::Info).with(ArgumentName::OtherVersion, settings.version)
}
