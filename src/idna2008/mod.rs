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
mod xn_label;

use alloc::vec::Vec;

pub use context::contextual_rule;

pub(crate) use bidi::check_bidi_rule;
pub(crate) use pair::check_pair;

use crate::finding::{Finding, Severity};
use crate::label::{Decoding, Label, MAX_LABEL_OCTETS, Spelling};
use crate::unicode::{Characters, UNICODE_VERSION, Version};

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

/// The settings of a check: protocol and Unicode version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Settings {
    /// The protocol.
    pub protocol: Protocol,
    /// The Unicode version that decides what is assigned.
    pub version: Version,
}

impl Settings {
    /// A protocol in a Unicode version.
    #[must_use]
    pub const fn new(protocol: Protocol, version: Version) -> Self {
        Self { protocol, version }
    }
}

impl Default for Settings {
    /// The registration protocol in the newest Unicode version.
    fn default() -> Self {
        Self::new(Protocol::Registration, UNICODE_VERSION)
    }
}

/// The results of the tests of one label. It is large, so tests fill it in place.
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    pub(crate) label: Label,
    pub(crate) findings: Vec<Finding>,
    /// True if the label has a character of Bidi class R, AL or AN: an RTL label (RFC 5893 §1.4).
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
}

/// Tests one label, given alone in any of its forms; `outcome` is new.
#[inline]
pub(crate) fn check(text: &str, settings: &Settings, outcome: &mut Outcome) {
    let mut characters = Characters::new();
    match outcome.label.read(text, &mut characters) {
        Spelling::Ascii(traits) if traits.is_lower_nr_ldh() => {}
        spelling => check_spelling(text, spelling, &characters, settings, outcome),
    }
}

/// Tests a label that is more than an LDH label in lower case.
fn check_spelling(
    text: &str,
    spelling: Spelling,
    characters: &Characters,
    settings: &Settings,
    outcome: &mut Outcome,
) {
    let Outcome { label, findings, is_rtl } = outcome;
    match spelling {
        Spelling::Ascii(traits) => ascii::check(text.as_bytes(), traits, false, findings),
        Spelling::Xn(traits, decoding) => {
            if !traits.fits || traits.has_upper {
                ascii::check(text.as_bytes(), traits, true, findings);
            }
            xn_label::check(text, decoding, characters.len(), findings);
            if decoding == Decoding::Unicode {
                *is_rtl = unicode_label::check(characters, settings, findings);
            }
        }
        Spelling::Unicode { octets } => {
            *is_rtl = unicode_label::check(characters, settings, findings);
            if octets > MAX_LABEL_OCTETS {
                findings.push(structure::too_long(octets));
            }
        }
        Spelling::TooLong { octets } => findings.push(structure::too_long(octets)),
    }
    let is_valid = findings.iter().all(|finding| finding.severity() != Severity::Error);
    label.set_valid(is_valid);
    outcome.sort();
}
