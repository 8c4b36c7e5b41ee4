//! ASCII labels: LDH labels, RFC 5890 §2.3.1.

use alloc::vec::Vec;

use super::structure;
use crate::finding::{ArgumentName, Clause, Code, Document, Finding};
use crate::label::{AceBuffer, MAX_EXAMINED_OCTETS, MAX_LABEL_OCTETS, Span};

/// What one pass over an ASCII label saw.
#[derive(Clone, Copy)]
pub(super) struct Traits {
    has_upper: bool,
    has_other: bool,
    hyphen_start: bool,
    hyphen_end: bool,
    pub(super) hyphens_three_four: bool,
    fits: bool,
}

impl Traits {
    pub(super) fn is_clean(self) -> bool {
        self.fits
            & !(self.has_upper
                | self.has_other
                | self.hyphen_start
                | self.hyphen_end
                | self.hyphens_three_four)
    }

    /// Whether a label of `len` octets is an LDH label.
    pub(super) fn is_ldh(self, len: usize) -> bool {
        len > 0 && self.fits && !(self.has_other || self.hyphen_start || self.hyphen_end)
    }
}

/// What an octet is in an LDH label.
const LOWER_OR_DIGIT: u8 = 0;
const HYPHEN: u8 = 1;
const UPPER: u8 = 2;
const OTHER: u8 = 4;

static CLASS: [u8; 256] = {
    let mut table = [OTHER; 256];
    let mut octet = 0;
    while octet < 256 {
        table[octet] = match octet as u8 {
            b'a'..=b'z' | b'0'..=b'9' => LOWER_OR_DIGIT,
            b'A'..=b'Z' => UPPER,
            b'-' => HYPHEN,
            _ => OTHER,
        };
        octet += 1;
    }
    table
};

/// Looks at an ASCII label once and writes it in lower case to `ace` when it fits.
#[inline]
pub(super) fn fold(octets: &[u8], ace: &mut AceBuffer) -> Traits {
    let mut seen = 0;
    for octet in octets.iter().take(MAX_EXAMINED_OCTETS) {
        seen |= CLASS.get(usize::from(*octet)).copied().unwrap_or(OTHER);
    }
    let fits = octets.len() <= MAX_LABEL_OCTETS && !octets.is_empty();
    if let Some(place) = ace.octets_mut().get_mut(..octets.len()) {
        place.copy_from_slice(octets);
        if seen & UPPER != 0 {
            place.make_ascii_lowercase();
        }
        ace.set_len(octets.len());
    }
    let has_hyphen = seen & HYPHEN != 0;
    Traits {
        has_upper: seen & UPPER != 0,
        has_other: seen & OTHER != 0,
        hyphen_start: has_hyphen && octets.first() == Some(&b'-'),
        hyphen_end: has_hyphen && octets.last() == Some(&b'-'),
        hyphens_three_four: has_hyphen && octets.get(2..4) == Some(b"--"),
        fits,
    }
}

/// Where RFC 5890 defines what an ASCII label may be made of.
const LDH_LABEL: Clause = Clause::new(Document::Rfc(5890), "§2.3.1");

/// Says everything that is wrong with the spelling of an ASCII label.
#[cold]
pub(super) fn report(octets: &[u8], traits: Traits, is_xn: bool, findings: &mut Vec<Finding>) {
    if octets.is_empty() {
        findings.push(Finding::new(Code::EmptyLabel, Span::default()));
        return;
    }
    let span = |at| if is_xn { Span::default() } else { Span::one(at) };
    if octets.len() > MAX_LABEL_OCTETS {
        findings.push(structure::label_too_long(octets.len()).clause_is(LDH_LABEL));
    }
    if octets.len() > MAX_EXAMINED_OCTETS {
        return;
    }
    if traits.hyphen_start {
        findings.push(Finding::new(Code::HyphenStart, span(0)).clause_is(LDH_LABEL));
    }
    // In an XN-label both are spoken of as what they are there: the prefix, and a fault of the encoding.
    if traits.hyphen_end && !is_xn {
        findings.push(Finding::new(Code::HyphenEnd, span(octets.len() - 1)).clause_is(LDH_LABEL));
    }
    if traits.hyphens_three_four && !is_xn {
        findings.push(Finding::new(Code::HyphenThreeFour, Span::new(2, 4)).clause_is(LDH_LABEL));
    }
    if traits.has_other && !is_xn {
        for (at, octet) in octets.iter().enumerate() {
            if !octet.is_ascii_alphanumeric() && *octet != b'-' {
                findings.push(Finding::new(Code::NotLdh, span(at)));
            }
        }
    }
    if traits.has_upper {
        let upper = octets.iter().filter(|octet| octet.is_ascii_uppercase()).count();
        let first = octets.iter().position(u8::is_ascii_uppercase).unwrap_or(0);
        findings.push(Finding::new(Code::Uppercase, span(first)).with(ArgumentName::Actual, upper));
    }
}
