//! From octets to text, for every reader.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec;

use crate::finding::{Fault, FaultCode, limit};

/// Octets of a file. The largest published table has 3.5 million.
pub(super) const MAX_OCTETS: usize = 64 << 20;

/// The octets of a file, by its byte order mark.
pub(super) enum Octets<'a> {
    /// No mark or that of UTF-8, which is left away here.
    Narrow(&'a [u8]),
    /// A mark of UTF-16.
    Wide(String),
}

/// Looks at the size and the byte order mark.
pub(super) fn open(octets: &[u8]) -> Result<Octets<'_>, Fault> {
    if octets.len() > MAX_OCTETS {
        return Err(Fault::new(FaultCode::Limit, None, limit("octets", MAX_OCTETS)));
    }
    let wide = |unit: fn([u8; 2]) -> u16, octets: &[u8]| {
        let (pairs, rest) = octets.as_chunks::<2>();
        let text: Result<String, _> = char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).collect();
        text.ok().filter(|_| rest.is_empty()).map(Octets::Wide).ok_or_else(|| bad_encoding("UTF-16"))
    };
    match octets {
        [0xFE, 0xFF, rest @ ..] => wide(u16::from_be_bytes, rest),
        [0xFF, 0xFE, rest @ ..] => wide(u16::from_le_bytes, rest),
        _ => Ok(Octets::Narrow(octets.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(octets))),
    }
}

pub(super) fn bad_encoding(encoding: &str) -> Fault {
    Fault::new(FaultCode::BadEncoding, None, vec![encoding.to_string()])
}

/// The text, with U+FFFD REPLACEMENT CHARACTER for what is not UTF-8, and whether there was any.
pub(super) fn lossy(octets: &[u8]) -> Result<(Cow<'_, str>, bool), Fault> {
    match open(octets)? {
        Octets::Wide(text) => Ok((Cow::Owned(text), false)),
        Octets::Narrow(octets) => {
            let text = String::from_utf8_lossy(octets);
            let lost = matches!(text, Cow::Owned(_));
            Ok((text, lost))
        }
    }
}

/// True for a page of HTML.
pub(super) fn is_html(octets: &[u8]) -> bool {
    let begin = octets.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(octets).trim_ascii_start();
    let begins_with =
        |mark: &[u8]| begin.get(..mark.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(mark));
    begins_with(b"<!doctype html") || begins_with(b"<html")
}
