//! Code points and lines as a page or a table shows them.

use alloc::string::String;
use core::fmt::Write;

use super::escape::is_hidden;
use crate::unicode::{GeneralCategory, general_category};

/// A code point or sequence in a column of its own: a combining mark gets a dotted circle (U+25CC) to stand
/// on, and what cannot be seen, or would change what surrounds it, is named by its number.
pub(crate) fn glyph(cp: &[char]) -> String {
    let mut glyph = String::new();
    if cp.first().is_some_and(|c| general_category(*c).is_mark()) {
        glyph.push('\u{25CC}');
    }
    for &c in cp {
        // A joiner inside a sequence shows by what it does to its neighbours.
        let joins = cp.len() > 1 && is_joiner(c);
        push(&mut glyph, c, !joins && (c == ' ' || is_hidden(c)));
    }
    glyph
}

/// Text of a file in one line that does nothing to a terminal or to the text around it.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match general_category(c) {
            GeneralCategory::Cc | GeneralCategory::Zl | GeneralCategory::Zp => line.push(' '),
            category => push(&mut line, c, category == GeneralCategory::Cf && !is_joiner(c)),
        }
    }
    line
}

fn push(out: &mut String, c: char, by_number: bool) {
    if by_number {
        // Writing to a String cannot fail.
        let _ = write!(out, "[{:04X}]", u32::from(c));
    } else {
        out.push(c);
    }
}

/// True of U+200C ZERO WIDTH NON-JOINER and U+200D ZERO WIDTH JOINER.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}
