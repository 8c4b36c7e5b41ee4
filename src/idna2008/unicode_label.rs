//! The tests of a label in Unicode, in the order of RFC 5891 §4.2.

use alloc::string::String;
use alloc::vec::Vec;

use super::structure;
use super::{Examined, Protocol, Settings, bidi, context, property};
use crate::finding::{ArgumentName, Code, Finding, Severity};
use crate::label::Span;
use crate::unicode::{DerivedProperty, Record, UNICODE_VERSION};

/// Runs every test on a label; whether it is an RTL label.
#[inline]
pub(super) fn examine(label: &Examined<'_>, settings: &Settings, findings: &mut Vec<Finding>) -> bool {
    let Examined { chars, records, union } = *label;
    structure::check_hyphens(chars, settings.protocol, findings);
    structure::check_leading_mark(records, settings.protocol, findings);
    if union.0 & Record::ATTENTION == 0 && settings.version == UNICODE_VERSION {
        return false;
    }
    if union.needs_nfc_look() {
        structure::check_nfc(chars, records, settings.protocol, findings);
    }
    if union.derived_bits() != 0 || settings.version != UNICODE_VERSION {
        check_code_points(chars, records, settings, findings);
    }
    if union.is_right_to_left() {
        bidi::check(records, settings.protocol, findings);
    }
    union.is_right_to_left()
}

/// What each code point is under the Unicode version asked for, RFC 5891 §4.2.2 and §4.2.3.3.
fn check_code_points(chars: &[char], records: &[Record], settings: &Settings, findings: &mut Vec<Finding>) {
    for (at, (c, record)) in chars.iter().zip(records).enumerate() {
        let span = Span::one(at);
        let newest = record.derived_property();
        let value = property::of_record(*c, *record, settings.version);
        match value {
            DerivedProperty::Pvalid => {}
            DerivedProperty::ContextJ => context::check(chars, records, at, findings),
            // The lookup protocol asks only that a rule exists (RFC 5891 §5.4), and all have one.
            DerivedProperty::ContextO => {
                if settings.protocol == Protocol::Registration {
                    context::check(chars, records, at, findings);
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
