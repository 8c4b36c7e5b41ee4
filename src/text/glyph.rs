//! How a code point or sequence looks.

use alloc::format;
use alloc::string::String;

use crate::unicode::{GeneralCategory, general_category};

/// The glyph of a code point or sequence: a combining mark gets a dotted circle (U+25CC) to stand
/// on, and what cannot be seen, or would change what surrounds it, is named by its number.
pub(crate) fn glyph(cp: &[char]) -> String {
    let mut glyph = String::new();
    if cp.first().is_some_and(|c| general_category(*c).is_mark()) {
        glyph.push('\u{25CC}');
    }
    // A joiner inside a sequence shows by what it does to its neighbours.
    let alone = cp.len() == 1;
    for &c in cp.iter() {
        match general_category(c) {
            GeneralCategory::Cf if !alone && matches!(c, '\u{200C}' | '\u{200D}') => glyph.push(c),
            GeneralCategory::Cc
            | GeneralCategory::Cf
            | GeneralCategory::Zl
            | GeneralCategory::Zp
            | GeneralCategory::Co
            | GeneralCategory::Zs
            | GeneralCategory::Cs
            | GeneralCategory::Cn => glyph.push_str(&format!("[{:04X}]", u32::from(c))),
            _ => glyph.push(c),
        }
    }
    glyph
}

/// Text from outside as one line that does nothing to a terminal or to the text around it; joiners stay.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match general_category(c) {
            GeneralCategory::Cc | GeneralCategory::Zl | GeneralCategory::Zp => {
                line.push(' ');
            }
            GeneralCategory::Cf if !matches!(c, '\u{200C}' | '\u{200D}') => {
                line.push_str(&format!("[{:04X}]", u32::from(c)));
            }
            _ => line.push(c),
        }
    }
    line
}
