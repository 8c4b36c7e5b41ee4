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

pub use context::contextual_rule;

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
    if !is_xn || !traits.is_plain_xn() {
        ascii::report(octets, traits, is_xn, &mut outcome.findings);
    }
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
        outcome.findings.push(bad("trailing-hyphen").with_clause(structure::INPUT_FORMAT));
    }
    if octets.len() > MAX_LABEL_OCTETS {
        check_long_xn_label(digits, settings, outcome, bad);
        return;
    }
    let mut scalars = Scalars::new();
    let decoded = outcome.label.set_decoded(|text| {
        punycode::decode_label(digits, |c| {
            // Basic code points may be in upper case. No more code points than the label has octets:
            // both have room.
            let c = c.to_ascii_lowercase();
            let _ = (scalars.push(c), text.try_push(c));
        })
    });
    let extended = match decoded {
        Ok(extended) => extended,
        Err(error) => {
            outcome.label.set_undecodable();
            outcome.findings.push(bad(error.name()));
            return;
        }
    };
    check_decoded(&scalars.view(), extended, settings, outcome);
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
            if text.is_ascii() {
                outcome.findings.push(decodes_to_ascii(&chars));
            } else {
                examine_long(&chars, settings, outcome);
            }
        }
        Err(error) => {
            outcome.label.set_undecodable();
            outcome.findings.push(bad(error.name()));
        }
    }
}

fn decodes_to_ascii(chars: &[char]) -> Finding {
    Finding::new(Code::DecodesToAscii, Span::new(0, chars.len()))
}

fn check_decoded(label: &Examined<'_>, extended: bool, settings: &Settings, outcome: &mut Outcome) {
    if !extended {
        outcome.findings.push(decodes_to_ascii(label.chars));
        return;
    }
    outcome.is_rtl = unicode_label::examine(label, settings, &mut outcome.findings);
    if outcome.is_valid() {
        outcome.label.kind = LabelKind::ALabel;
    }
}

fn check_unicode(text: &str, settings: &Settings, outcome: &mut Outcome) {
    outcome.label.kind = LabelKind::PutativeULabel;
    let mut scalars = Scalars::new();
    for c in text.chars() {
        if !scalars.push(c) {
            check_long_unicode(text, settings, outcome);
            outcome.sort();
            return;
        }
    }
    outcome.label.set_unicode(text);
    outcome.is_rtl = unicode_label::examine(&scalars.view(), settings, &mut outcome.findings);
    let octets = encode(&scalars.chars, &mut outcome.label.ace);
    if octets > MAX_LABEL_OCTETS {
        outcome.findings.push(structure::too_long(octets));
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
        outcome.findings.push(structure::too_long(text.len()));
        return;
    }
    examine_long(&chars, settings, outcome);
    let octets = punycode::encode(examined).map_or(text.len(), |digits| ACE_PREFIX.len() + digits.len());
    outcome.findings.push(structure::too_long(octets));
}

/// The digits of an A-label. Aligned and validated whole, zeros and all, since that is how the standard
/// library validates by words instead of octets.
#[repr(align(16))]
struct Digits([u8; MAX_LABEL_OCTETS + 1]);

/// Writes the A-label of `chars` when it fits into 63 octets; how many it takes.
fn encode(chars: &[char], ace: &mut Ace) -> usize {
    let mut digits = Digits([0; MAX_LABEL_OCTETS + 1]);
    let len = punycode::encode_label(chars, &mut digits.0).unwrap_or(usize::MAX - ACE_PREFIX.len());
    let octets = ACE_PREFIX.len() + len;
    if octets <= MAX_LABEL_OCTETS {
        let digits = core::str::from_utf8(&digits.0).unwrap_or_default().get(..len).unwrap_or_default();
        let _ = (ace.try_push_str(ACE_PREFIX), ace.try_push_str(digits));
    }
    octets
}

/// The code points of a label, each looked up once as it is read; as many as a label can have.
struct Scalars {
    chars: ArrayVec<char, { punycode::IN_PLACE }>,
    records: ArrayVec<Record, { punycode::IN_PLACE }>,
    union: u64,
}

impl Scalars {
    const fn new() -> Self {
        Self { chars: ArrayVec::new_const(), records: ArrayVec::new_const(), union: 0 }
    }

    /// Adds a code point; `false` when there is no room.
    #[inline]
    fn push(&mut self, c: char) -> bool {
        let record = crate::unicode::record(c as u32);
        self.union |= record.0;
        self.chars.try_push(c).is_ok() && self.records.try_push(record).is_ok()
    }

    fn view(&self) -> Examined<'_> {
        Examined { chars: &self.chars, records: &self.records, union: Record(self.union) }
    }
}

/// A label as the tests see it: its code points, their records, and what any of the records has.
#[derive(Clone, Copy)]
struct Examined<'a> {
    chars: &'a [char],
    records: &'a [Record],
    union: Record,
}

/// As [`Scalars`], for a label longer than one can be.
#[cold]
fn examine_long(chars: &[char], settings: &Settings, outcome: &mut Outcome) {
    let records: Vec<Record> = chars.iter().map(|c| crate::unicode::record(*c as u32)).collect();
    let union = Record(records.iter().fold(0, |union, record| union | record.0));
    let label = Examined { chars, records: &records, union };
    outcome.is_rtl = unicode_label::examine(&label, settings, &mut outcome.findings);
}
