//! Code points as the text formats write them, and what stands at the front of a line.

use alloc::vec::Vec;

use crate::lgr::CodePoints;
use crate::text::CodePoint;
use crate::unicode::{general_category, script};

/// Code points of a sequence: a label has at most 63 octets.
const MAX_SEQUENCE: usize = 63;

/// The marks before the digits of a code point.
const MARKS: [&str; 6] = ["U+", "u+", "0x", "0X", "\\u", "\\U"];

/// Splits a code point, with or without a mark, from the front of a text.
pub(super) fn split_code_point(text: &str) -> Option<(char, &str)> {
    let digits = MARKS.iter().find_map(|mark| text.strip_prefix(mark)).unwrap_or(text);
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

fn has_mark(text: &str) -> bool {
    MARKS.iter().any(|mark| text.starts_with(mark))
}

/// True if a line is meant as an entry: it begins with a code point. One without a mark must not be part of a word.
pub(super) fn is_entry(content: &str) -> bool {
    let content = behind_character(content);
    if has_mark(content) {
        let digits = content.get(2..).unwrap_or_default();
        return digits.starts_with(|c: char| c.is_ascii_hexdigit());
    }
    split_code_point(content).is_some_and(|(_, rest)| {
        rest.is_empty() || rest.starts_with([';', '|', ',', '(', ' ', '\t', '+']) || rest.starts_with("..")
    })
}

/// Some tables write the character itself before its number.
fn behind_character(content: &str) -> &str {
    let mut rest = content.chars();
    let Some(first) = rest.next() else { return content };
    let rest = rest.as_str();
    let behind = rest.trim_ascii_start();
    let repeats = behind.len() < rest.len() && split_code_point(behind).is_some_and(|(c, _)| c == first);
    if repeats { behind } else { content }
}

/// The entry at the front of a line.
pub(super) enum Front {
    Sequence(CodePoints),
    Range {
        first: char,
        last: char,
        /// True if it is written with a hyphen, which joins the characters of a string in RFC 4290.
        is_hyphen: bool,
    },
}

/// Splits the entry from the front of a line.
pub(super) fn front(content: &str) -> Option<(Front, &str)> {
    let (first, mut rest) = split_code_point(behind_character(content))?;
    let after = rest.trim_ascii_start();
    if let Some(last) = after.strip_prefix("..") {
        let (last, rest) = split_code_point(last.trim_ascii_start())?;
        return (first <= last).then_some((Front::Range { first, last, is_hyphen: false }, rest));
    }
    let mut sequence = alloc::vec![first];
    let is_hyphen = after.starts_with('-');
    while sequence.len() < MAX_SEQUENCE {
        let after = rest.trim_ascii_start();
        let next = match after.strip_prefix('-') {
            Some(next) => Some(next.trim_ascii_start()),
            None => rest.strip_prefix('+').or_else(|| Some(after).filter(|after| has_mark(after))),
        };
        let Some(next) = next else { break };
        let (c, after) = split_code_point(next)?;
        sequence.push(c);
        rest = after;
    }
    // What has variants, or room for them, is a string.
    let is_range = is_hyphen && !rest.trim_ascii_start().starts_with('|') && is_like_a_range(&sequence);
    if let (&[first, last], true) = (&*sequence, is_range) {
        return Some((Front::Range { first, last, is_hyphen }, rest));
    }
    Some((Front::Sequence(CodePoints::from(&*sequence)), rest))
}

/// True if two code points with a hyphen between are meant as a range and not as a string: they are letters or digits
/// of one kind in ascending order. Strings that tables list are mostly a letter and a mark.
pub(super) fn is_like_a_range(pair: &[char]) -> bool {
    let &[first, last] = pair else { return false };
    let category = general_category(first);
    first < last && !category.is_mark() && category == general_category(last) && script(first) == script(last)
}

/// Code points with a separator between. One mark at least tells them from words.
pub(super) fn sequence(text: &str, separator: char) -> Option<CodePoints> {
    let mut code_points = Vec::new();
    for part in text.split(separator).map(str::trim_ascii) {
        if part.is_empty() && separator == ' ' {
            continue;
        }
        if code_points.len() == MAX_SEQUENCE {
            return None;
        }
        match split_code_point(part)? {
            (c, "") => code_points.push(c),
            _ => return None,
        }
    }
    (!code_points.is_empty()).then(|| CodePoints::from(&*code_points))
}

/// As [`sequence`] with hyphens, for text that could be a word.
pub(super) fn marked_sequence(text: &str) -> Option<CodePoints> {
    has_mark(text).then(|| sequence(text, '-')).flatten()
}
