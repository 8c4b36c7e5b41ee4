//! Text from outside, made safe to show. JSON and pipes stay byte-true; this is for terminals and sentences.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt::Write;

use crate::unicode::{GeneralCategory, general_category};

/// Text that is safe to show: what is invisible, controls the terminal or turns the direction of writing
/// is replaced by `\u{…}`, and a leading combining mark gets a dotted circle (U+25CC) to stand on.
///
/// ```
/// use ulabel::text::escape;
/// assert_eq!(escape("bücher"), "bücher");
/// // U+202E RIGHT-TO-LEFT OVERRIDE
/// assert_eq!(escape("a\u{202E}b"), "a\\u{202E}b");
/// ```
#[must_use]
pub fn escape(text: &str) -> Cow<'_, str> {
    let leading_mark = text.chars().next().is_some_and(|c| general_category(c).is_mark());
    if !leading_mark && !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    if leading_mark {
        out.push('\u{25CC}');
    }
    for c in text.chars() {
        if is_hidden(c) {
            // Writing to a String cannot fail.
            let _ = write!(out, "\\u{{{:04X}}}", c as u32);
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Bytes as text: what is UTF-8 stands as it is, every other byte becomes `\x` and two hexadecimal
/// digits.
///
/// ```
/// assert_eq!(ulabel::text::escape_bytes(b"b\xFCcher"), "b\\xFCcher");
/// ```
#[must_use]
pub fn escape_bytes(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() + 16);
    for chunk in bytes.utf8_chunks() {
        out.push_str(chunk.valid());
        for byte in chunk.invalid() {
            let _ = write!(out, "\\x{byte:02X}");
        }
    }
    out
}

/// The first `most` characters, with an ellipsis where there are more.
///
/// ```
/// assert_eq!(ulabel::text::excerpt("abcdef", 3), "abc…");
/// ```
#[must_use]
pub fn excerpt(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        Some((end, _)) => Cow::Owned(alloc::format!("{}…", text.get(..end).unwrap_or(text))),
        None => Cow::Borrowed(text),
    }
}

/// True if a character cannot be seen, or does something to what surrounds it.
pub(super) fn is_hidden(c: char) -> bool {
    use GeneralCategory::{Cc, Cf, Cn, Co, Cs, Zl, Zp, Zs};
    match general_category(c) {
        Zs => c != ' ',
        Cc | Cf | Cn | Co | Cs | Zl | Zp => true,
        // Fillers and variation selectors, invisible though they are letters or marks.
        _ => matches!(
            c,
            '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{3164}'
                | '\u{FE00}'..='\u{FE0F}' | '\u{FFA0}' | '\u{E0100}'..='\u{E01EF}'
        ),
    }
}
