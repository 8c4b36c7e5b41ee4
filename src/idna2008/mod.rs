//! IDNA2008: the registration and lookup protocols of RFC 5891, the code points of RFC 5892, the Bidi
//! rule of RFC 5893.
//!
//! A check is a list of tests in the order of the standard. Each test looks at the whole label and says
//! everything it finds; none stops the next.
//!
//! | test | registration (RFC 5891 §4) | lookup (§5) |
//! |---|---|---|
//! | Normalization Form C | §4.1 | §5.4 |
//! | hyphens in positions 3 and 4 | §4.2.3.1 | §5.4 |
//! | hyphens at the ends | §4.2.3.1 | not tested; an ASCII label must still be LDH |
//! | leading combining mark | §4.2.3.2 | §5.4 |
//! | DISALLOWED, UNASSIGNED | §4.2.2 | §5.4 |
//! | CONTEXTJ rules (A.1, A.2) | §4.2.3.3 | §5.4 |
//! | CONTEXTO rules (A.3 to A.9) | §4.2.3.3 | only that a rule exists, which always holds |
//! | Bidi rule | §4.2.3.4 | §5.4, "SHOULD": a warning |
//!
//! Main types: [`Protocol`], [`Settings`]. Functions: [`property::derived_property`].

pub mod property;

mod ascii;
mod bidi;
mod context;
mod pair;
mod structure;
mod unicode_label;

use alloc::vec::Vec;

use arrayvec::ArrayVec;

pub(crate) use bidi::check_bidi_rule;
pub(crate) use pair::check_pair;

use crate::finding::{Argument, ArgumentName, Code, Finding};
use crate::label::{ACE_PREFIX, Ace, Label, LabelKind, MAX_EXAMINED_OCTETS, MAX_LABEL_OCTETS, Span};
use crate::punycode;
use crate::unicode::{Record, UNICODE_VERSION, Version};

/// Which of the two protocols of RFC 5891 a label is tested by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Protocol {
    /// §4: may this label be registered?
    #[default]
    Registration,
    /// §5: may this label be looked up? More permissive.
    Lookup,
}

/// What a check of one label is asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The protocol.
    pub protocol: Protocol,
    /// The Unicode version that decides what is assigned.
    pub version: Version,
}

impl Default for Settings {
    fn default() -> Self {
        Self { protocol: Protocol::Registration, version: UNICODE_VERSION }
    }
}

/// What the tests of one label found. It is large, so tests fill it in place.
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    pub(crate) label: Label,
    pub(crate) findings: Vec<Finding>,
    /// Whether the label has a character of Bidi class R, AL or AN: an RTL label (RFC 5893 §1.4).
    pub(crate) is_rtl: bool,
}

impl Outcome {
    pub(crate) const fn new() -> Self {
        Self { label: Label::empty(), findings: Vec::new(), is_rtl: false }
    }

    /// Puts the findings into label order.
    fn sort(&mut self) {
        if self.findings.len() > 1 {
            self.findings.sort_by_key(Finding::order);
        }
    }

    fn is_valid(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity() != crate::finding::Severity::Error)
    }
}

/// Reads a label without testing it: what [`Label::parse`] does.
pub(crate) fn parse(text: &str) -> Label {
    let mut outcome = Outcome::new();
    check(text, &Settings::default(), &mut outcome);
    let label = &mut outcome.label;
    label.kind = match label.kind {
        LabelKind::ULabel => LabelKind::PutativeULabel,
        // The tests of a decoded label are not asked for here.
        LabelKind::FakeALabel if label.u_label().is_some_and(|text| !text.is_ascii()) => LabelKind::ALabel,
        kind => kind,
    };
    outcome.label
}

/// Tests one label, given alone in any of its forms; `outcome` is new.
#[inline]
pub(crate) fn check(text: &str, settings: &Settings, outcome: &mut Outcome) {
    if text.is_ascii() {
        check_ascii(text, settings, outcome);
    } else {
        check_unicode(text, settings, outcome);
    }
}

#[inline]
fn check_ascii(text: &str, settings: &Settings, outcome: &mut Outcome) {
    let octets = text.as_bytes();
    let traits = ascii::fold(text, &mut outcome.label.ace);
    let is_xn =
        octets.get(..ACE_PREFIX.len()).is_some_and(|head| head.eq_ignore_ascii_case(ACE_PREFIX.as_bytes()));
    if traits.is_clean() && !is_xn {
        outcome.label.kind = LabelKind::NrLdhLabel;
        return;
    }
    check_other_ascii(text, traits, is_xn, settings, outcome);
}

/// An ASCII label that is more than a plain one in lower case.
fn check_other_ascii(
    text: &str,
    traits: ascii::Traits,
    is_xn: bool,
    settings: &Settings,
    outcome: &mut Outcome,
) {
    let octets = text.as_bytes();
    if octets.len() > MAX_LABEL_OCTETS {
        outcome.label.set_unicode(text.get(..MAX_EXAMINED_OCTETS).unwrap_or(text));
    }
    ascii::report(octets, traits, is_xn, &mut outcome.findings);
    if is_xn {
        check_xn_label(octets, settings, outcome);
        outcome.sort();
        return;
    }
    outcome.label.kind = if octets.is_empty() {
        LabelKind::Empty
    } else if !outcome.is_valid() && !traits.is_ldh(octets.len()) {
        LabelKind::NonLdhLabel
    } else if traits.hyphens_three_four {
        LabelKind::ReservedLdhLabel
    } else {
        LabelKind::NrLdhLabel
    };
    outcome.sort();
}

/// Tests a label that begins with `xn--`: it must decode to a U-label. Decoding is one-to-one but for
/// case (each variable-length integer has one spelling, RFC 3492 §3.3, and each string one order of
/// insertions), so what decodes to something beyond ASCII encodes to the same label again; a property
/// test holds us to it.
fn check_xn_label(octets: &[u8], settings: &Settings, outcome: &mut Outcome) {
    outcome.label.kind = LabelKind::FakeALabel;
    let bad = |reason: &'static str| {
        Finding::new(Code::BadPunycode, Span::default()).with(ArgumentName::Reason, Argument::Keyword(reason))
    };
    if octets.len() > MAX_EXAMINED_OCTETS {
        outcome.label.set_undecodable();
        return;
    }
    let digits = octets.get(ACE_PREFIX.len()..).unwrap_or_default();
    if digits.is_empty() {
        outcome.label.set_undecodable();
        outcome.findings.push(bad("empty"));
        return;
    }
    if digits.last() == Some(&b'-') {
        // RFC 5891 §4.2.1: "the prohibition on trailing hyphen-minus".
        outcome.findings.push(bad("trailing-hyphen").clause_is(structure::INPUT_FORMAT));
    }
    if octets.len() > MAX_LABEL_OCTETS {
        check_long_xn_label(digits, settings, outcome, bad);
        return;
    }
    let folded = outcome.label.ace;
    let folded = folded.as_bytes().get(ACE_PREFIX.len()..).unwrap_or_default();
    let mut chars = ArrayVec::new();
    let extended = match punycode::decode_label(folded, &mut chars) {
        Ok(extended) => extended,
        Err(error) => {
            outcome.label.set_undecodable();
            outcome.findings.push(bad(error.name()));
            return;
        }
    };
    outcome.label.set_decoded(&chars);
    check_decoded(&chars, extended, settings, outcome);
}

/// A label of more than 63 octets still has its other findings told.
#[cold]
fn check_long_xn_label(
    digits: &[u8],
    settings: &Settings,
    outcome: &mut Outcome,
    bad: impl Fn(&'static str) -> Finding,
) {
    let folded = digits.to_ascii_lowercase();
    let decoded = core::str::from_utf8(&folded).map_err(|_| punycode::PunycodeError::InvalidDigit);
    match decoded.and_then(punycode::decode) {
        Ok(text) => {
            let chars: Vec<char> = text.chars().collect();
            outcome.label.set_unicode(&text);
            check_decoded(&chars, !text.is_ascii(), settings, outcome);
        }
        Err(error) => {
            outcome.label.set_undecodable();
            outcome.findings.push(bad(error.name()));
        }
    }
}

fn check_decoded(chars: &[char], extended: bool, settings: &Settings, outcome: &mut Outcome) {
    if !extended {
        outcome.findings.push(Finding::new(Code::DecodesToAscii, Span::new(0, chars.len())));
        return;
    }
    examine(chars, settings, outcome);
    if outcome.is_valid() {
        outcome.label.kind = LabelKind::ALabel;
    }
}

fn check_unicode(text: &str, settings: &Settings, outcome: &mut Outcome) {
    outcome.label.kind = LabelKind::PutativeULabel;
    let mut chars = ArrayVec::<char, { punycode::IN_PLACE }>::new();
    for c in text.chars() {
        if chars.try_push(c).is_err() {
            check_long_unicode(text, settings, outcome);
            outcome.sort();
            return;
        }
    }
    outcome.label.set_unicode(text);
    examine(&chars, settings, outcome);
    if !encode(&chars, &mut outcome.label.ace) {
        outcome.findings.push(structure::too_long(&chars));
    }
    if outcome.is_valid() {
        outcome.label.kind = LabelKind::ULabel;
    }
    outcome.sort();
}

/// More than 63 code points never fit into 63 octets; the other findings are still told, up to the
/// bound on what is examined.
#[cold]
fn check_long_unicode(text: &str, settings: &Settings, outcome: &mut Outcome) {
    let examined = (0..=MAX_EXAMINED_OCTETS).rev().find_map(|end| text.get(..end)).unwrap_or_default();
    let chars: Vec<char> = examined.chars().collect();
    outcome.label.set_unicode(examined);
    if examined.len() < text.len() {
        outcome.findings.push(structure::not_examined(text.len()));
        return;
    }
    examine(&chars, settings, outcome);
    outcome.findings.push(structure::too_long(&chars));
}

/// Writes the A-label of `chars`; whether it fits into 63 octets.
fn encode(chars: &[char], ace: &mut Ace) -> bool {
    let mut digits = [0; MAX_LABEL_OCTETS - ACE_PREFIX.len()];
    let digits = punycode::encode_label(chars, &mut digits).and_then(|len| digits.get(..len));
    let Some(Ok(digits)) = digits.map(core::str::from_utf8) else { return false };
    ace.try_push_str(ACE_PREFIX).is_ok() && ace.try_push_str(digits).is_ok()
}

/// Tests a Unicode string with at least one character beyond ASCII.
#[inline]
fn examine(chars: &[char], settings: &Settings, outcome: &mut Outcome) {
    let mut union = 0;
    let mut short = ArrayVec::<Record, { punycode::IN_PLACE }>::new();
    let mut long = Vec::new();
    for c in chars {
        let record = crate::unicode::record(*c as u32);
        union |= record.0;
        if let Err(full) = short.try_push(record) {
            if long.is_empty() {
                long.extend_from_slice(&short);
            }
            long.push(full.element());
        }
    }
    let records = if long.is_empty() { short.as_slice() } else { long.as_slice() };
    outcome.is_rtl = unicode_label::examine(chars, records, Record(union), settings, &mut outcome.findings);
}
