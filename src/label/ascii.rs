//! The spelling of an ASCII label: RFC 5890 §2.3.1.

use super::{Ace, MAX_EXAMINED_OCTETS};

/// Facts that one pass over an ASCII label finds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AsciiTraits {
    pub(crate) has_upper: bool,
    /// True if something is neither a letter nor a digit nor a hyphen.
    pub(crate) has_other: bool,
    pub(crate) hyphen_start: bool,
    pub(crate) hyphen_end: bool,
    pub(crate) hyphens_three_four: bool,
    /// True if the label has from 1 to 63 octets.
    pub(crate) fits: bool,
}

impl AsciiTraits {
    /// True if the label is an LDH label in lower case that is not reserved.
    pub(crate) const fn is_lower_nr_ldh(self) -> bool {
        self.is_ldh() & !self.has_upper & !self.hyphens_three_four
    }

    /// True if the label is an LDH label.
    pub(crate) const fn is_ldh(self) -> bool {
        self.fits & !(self.has_other | self.hyphen_start | self.hyphen_end)
    }
}

/// Looks at an ASCII label once and writes it in lower case to `ace` when it fits.
#[inline]
pub(super) fn fold(text: &str, ace: &mut Ace) -> AsciiTraits {
    let octets = text.as_bytes();
    let fits = !octets.is_empty() && ace.try_push_str(text).is_ok();
    let seen = classes(octets.get(..MAX_EXAMINED_OCTETS).unwrap_or(octets));
    let has_upper = seen & UPPER != 0;
    if has_upper {
        ace.make_ascii_lowercase();
    }
    AsciiTraits {
        has_upper,
        has_other: seen & OTHER != 0,
        hyphen_start: octets.first() == Some(&b'-'),
        hyphen_end: octets.last() == Some(&b'-'),
        hyphens_three_four: octets.get(2..4) == Some(b"--"),
        fits,
    }
}

const UPPER: u8 = 1;
const OTHER: u8 = 2;

/// The classes of all octets together.
#[inline]
fn classes(octets: &[u8]) -> u8 {
    octets.iter().fold(0, |seen, octet| seen | class(*octet))
}

// Without short-circuits, so that the loop above needs no branches.
#[inline]
const fn class(octet: u8) -> u8 {
    let upper = octet.wrapping_sub(b'A') < 26;
    let ldh = (octet.wrapping_sub(b'a') < 26) | (octet.wrapping_sub(b'0') < 10) | (octet == b'-');
    if upper {
        UPPER
    } else if ldh {
        0
    } else {
        OTHER
    }
}
