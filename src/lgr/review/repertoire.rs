//! Code points against IDNA2008, in the Unicode version of the LGR itself (RFC 5892).

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::Reviewer;
use crate::finding::FaultCode;
use crate::idna2008::property::derived_property;
use crate::lgr::{CharEntry, CodePoints, Entry, Origin};
use crate::text::CodePoint;
use crate::unicode::{DerivedProperty, UNICODE_VERSION, Version, is_nfc, nfc};

impl Reviewer<'_> {
    pub(super) fn repertoire(&mut self) {
        let lgr = self.lgr;
        let stated = lgr.metadata.unicode_version.map(|located| located.value);
        if let Some(located) =
            lgr.metadata.unicode_version.filter(|located| located.value.published().is_none())
        {
            let arguments = vec![located.value.to_string(), UNICODE_VERSION.to_string()];
            self.fault(FaultCode::UnknownUnicodeVersion, located.origin, arguments);
        }
        // The derived property is defined from Unicode 5.2 on, and known up to ours.
        let version = stated.unwrap_or(UNICODE_VERSION).clamp(Version::new(5, 2), UNICODE_VERSION);
        for entry in &lgr.data {
            match entry {
                Entry::Char(char) if is_out_of_repertoire(char) => {}
                Entry::Char(char) => {
                    self.nfc(char);
                    for &c in char.cp.iter() {
                        self.idna(c, c, derived_property(c, version), version, char.origin, entry);
                    }
                }
                Entry::Range(range) => {
                    let properties: Vec<(char, DerivedProperty)> =
                        (range.first..=range.last).map(|c| (c, derived_property(c, version))).collect();
                    for run in properties.chunk_by(|a, b| a.1 == b.1) {
                        if let (Some(&(first, property)), Some(&(last, _))) = (run.first(), run.last()) {
                            self.idna(first, last, property, version, range.origin, entry);
                        }
                    }
                }
            }
        }
    }

    /// A sequence that NFC changes can be in no label (RFC 5891 section 4.2.1). A single code point that it changes
    /// is DISALLOWED, which is told as such.
    fn nfc(&mut self, char: &CharEntry) {
        let text: String = char.cp.iter().collect();
        if char.cp.is_sequence() && !is_nfc(&text) {
            let composed: CodePoints = nfc(&text).chars().collect();
            self.fault(FaultCode::NeverNfc, char.origin, vec![char.cp.to_string(), composed.to_string()]);
        }
    }

    fn idna(
        &mut self,
        first: char,
        last: char,
        property: DerivedProperty,
        version: Version,
        origin: Origin,
        entry: &Entry,
    ) {
        let name = property.short_name().to_string();
        match property {
            DerivedProperty::Disallowed | DerivedProperty::Unassigned => {
                let arguments = vec![span(first, last), name, version.to_string()];
                self.fault(FaultCode::NotIdna2008, origin, arguments);
            }
            DerivedProperty::ContextJ | DerivedProperty::ContextO
                if entry.context().is_none() && !is_sequence(entry) =>
            {
                self.fault(FaultCode::NoContextRule, origin, vec![span(first, last), name]);
            }
            _ => {}
        }
    }
}

/// A sequence may be the context that a code point needs.
fn is_sequence(entry: &Entry) -> bool {
    matches!(entry, Entry::Char(char) if char.cp.is_sequence())
}

/// A code point that is listed only as the target of variants, by the convention of RFC 7940
/// section 7.2.1: a reflexive variant of type `out-of-repertoire-var`.
pub(crate) fn is_out_of_repertoire(char: &CharEntry) -> bool {
    char.variants.iter().any(|variant| {
        variant.cp == char.cp
            && variant.kind.as_deref().is_some_and(|kind| kind.starts_with("out-of-repertoire"))
    })
}

pub(super) fn span(first: char, last: char) -> String {
    if first == last {
        CodePoint(first).to_string()
    } else {
        format!("{}..{}", CodePoint(first), CodePoint(last))
    }
}
