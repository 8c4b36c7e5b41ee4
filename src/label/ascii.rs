//! The spelling of an ASCII label: RFC 5890 §2.3.1.

use super::Ace;

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

/// Looks at a label once and, if it is ASCII, writes it in lower case to `ace` when it fits; `None` if it is not
/// ASCII.
#[inline]
pub(super) fn fold(text: &str, ace: &mut Ace) -> Option<AsciiTraits> {
    let octets = text.as_bytes();
    let seen = classes(octets)?;
    let has_upper = seen & UPPER != 0;
    let fits = !octets.is_empty() && ace.try_push_str(text).is_ok();
    if has_upper {
        ace.make_ascii_lowercase();
    }
    Some(AsciiTraits {
        has_upper,
        has_other: seen & OTHER != 0,
        hyphen_start: octets.first() == Some(&b'-'),
        hyphen_end: octets.last() == Some(&b'-'),
        hyphens_three_four: octets.get(2..4) == Some(b"--"),
        fits,
    })
}

const UPPER: u64 = EACH << 6;
const OTHER: u64 = EACH << 5;
const NOT_ASCII: u64 = EACH << 7;

/// The lowest bit of each octet of a word.
const EACH: u64 = 0x0101_0101_0101_0101;

/// The classes of all octets together, in any octet of the result; `None` when one is not ASCII. Eight octets
/// are looked at together, and some twice: a label of any length then takes few branches.
#[inline]
fn classes(octets: &[u8]) -> Option<u64> {
    let Some(last) = octets.last_chunk::<8>() else {
        return classes_of_word(short_word(octets));
    };
    let (words, _) = octets.as_chunks::<8>();
    let mut seen = classes_of_word(*last)?;
    for word in words {
        seen |= classes_of_word(*word)?;
    }
    Some(seen)
}

/// Fewer than eight octets in a word, and letters besides.
#[inline]
fn short_word(octets: &[u8]) -> [u8; 8] {
    if let (Some([a, b, c, d]), Some([e, f, g, h])) = (octets.first_chunk(), octets.last_chunk()) {
        return [*a, *b, *c, *d, *e, *f, *g, *h];
    }
    let octet = |at: usize| octets.get(at).copied().unwrap_or(b'a');
    [octet(0), octet(1), octet(2), b'a', b'a', b'a', b'a', b'a']
}

#[inline]
fn classes_of_word(octets: [u8; 8]) -> Option<u64> {
    let word = u64::from_le_bytes(octets);
    if word & NOT_ASCII != 0 {
        return None;
    }
    // With 7 bits to an octet, the sum sets the eighth where the octet is `least` or more, and carries nowhere.
    let from = |least: u8| word + EACH * (0x80 - u64::from(least));
    let within = |first: u8, last: u8| from(first) & !from(last + 1) & NOT_ASCII;
    let upper = within(b'A', b'Z');
    let ldh = within(b'a', b'z') | within(b'0', b'9') | within(b'-', b'-');
    Some(upper >> 1 | ((upper | ldh) ^ NOT_ASCII) >> 2)
}
