//! Code points as the text formats write them.

use alloc::vec::Vec;

use crate::lgr::CodePoints;
use crate::text::CodePoint;

/// Code points of a sequence: a label has at most 63 octets.
const MAX_SEQUENCE: usize = 63;

/// Splits a code point, with or without `U+`, from the front of a text.
pub(super) fn split_code_point(text: &str) -> Option<(char, &str)> {
    let digits = text.strip_prefix("U+").or_else(|| text.strip_prefix("u+")).unwrap_or(text);
    let length = digits.bytes().take_while(u8::is_ascii_hexdigit).count();
    let (digits, rest) = digits.split_at_checked(length)?;
    // Some tables write eight digits.
    let digits = match length {
        7 => digits.strip_prefix('0')?,
        8 => digits.strip_prefix("00")?,
        _ => digits,
    };
    Some((CodePoint::from_digits(digits)?.0, rest))
}

/// The code point at the front of a text.
pub(super) fn code_point(text: &str) -> Option<char> {
    split_code_point(text).map(|(c, _)| c)
}

/// Code points with a separator between, each with `U+`.
pub(super) fn sequence(text: &str, separator: char) -> Option<CodePoints> {
    let mut code_points = Vec::new();
    for part in text.split(separator).map(str::trim_ascii) {
        if part.is_empty() && separator == ' ' {
            continue;
        }
        if !part.starts_with(['U', 'u']) || code_points.len() == MAX_SEQUENCE {
            return None;
        }
        match split_code_point(part)? {
            (c, "") => code_points.push(c),
            _ => return None,
        }
    }
    (!code_points.is_empty()).then(|| CodePoints::from(&*code_points))
}
