//! ASCII labels: LDH labels, RFC 5890 §2.3.1.

use alloc::vec::Vec;

use super::structure;
use crate::finding::{ArgumentName, Clause, Code, Document, Finding};
use crate::label::{Ace, MAX_EXAMINED_OCTETS, MAX_LABEL_OCTETS, Span};

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

    /// Whether there is nothing to say of the spelling of an XN-label.
    pub(super) fn is_plain_xn(self) -> bool {
        self.fits & !self.has_upper
    }

    /// Whether a label of `len` octets is an LDH label.
    pub(super) fn is_ldh(self, len: usize) -> bool {
        len > 0 && self.fits && !(self.has_other || self.hyphen_start || self.hyphen_end)
    }
}

/// Looks at an ASCII label once and writes it in lower case to `ace` when it fits.
#[inline]
pub(super) fn fold(text: &str, ace: &mut Ace) -> Traits {
    let octets = text.as_bytes();
    let mut has_upper = false;
    let mut has_other = false;
    // A label filled up with zeros can be looked at whole, by loops whose end does not depend on it;
    // the zeros are known and not counted.
    let mut padded = [0u8; MAX_LABEL_OCTETS + 1];
    let fits = !octets.is_empty() && ace.try_push_str(text).is_ok();
    if let Some(place) = padded.get_mut(..octets.len()).filter(|_| fits) {
        place.copy_from_slice(octets);
        let upper = padded.iter().map(|octet| u8::from(is_upper(*octet))).sum::<u8>();
        let ldh = padded.iter().map(|octet| u8::from(is_lower_ldh(*octet))).sum::<u8>();
        has_upper = upper != 0;
        has_other = usize::from(ldh + upper) != octets.len();
        if has_upper {
            ace.make_ascii_lowercase();
        }
    } else {
        for octet in octets.iter().take(MAX_EXAMINED_OCTETS) {
            has_upper |= is_upper(*octet);
            has_other |= !is_upper(*octet) && !is_lower_ldh(*octet);
        }
    }
    Traits {
        has_upper,
        has_other,
        hyphen_start: octets.first() == Some(&b'-'),
        hyphen_end: octets.last() == Some(&b'-'),
        hyphens_three_four: octets.get(2..4) == Some(b"--"),
        fits,
    }
}

// Without short-circuits, so that the loops above need no branches.
#[inline]
const fn is_upper(octet: u8) -> bool {
    octet.wrapping_sub(b'A') < 26
}

#[inline]
const fn is_lower_ldh(octet: u8) -> bool {
    (octet.wrapping_sub(b'a') < 26) | (octet.wrapping_sub(b'0') < 10) | (octet == b'-')
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
    if traits.has_upper {
        let upper = octets.iter().filter(|octet| octet.is_ascii_uppercase()).count();
        let first = octets.iter().position(u8::is_ascii_uppercase).unwrap_or(0);
        findings.push(Finding::new(Code::Uppercase, span(first)).with(ArgumentName::Actual, upper));
    }
}
