//! Mixed numbers, UTS #39 §5.3.

use crate::unicode::{Record, record};

/// The first digits of two different numbering systems in a label, by the index of the code point.
///
/// Digits are characters with General_Category Nd, and two are of one system when their zeros are the
/// same.
///
/// ```
/// // U+0663 ARABIC-INDIC DIGIT THREE beside U+0033 DIGIT THREE
/// assert_eq!(ulabel::script::mixed_numbers("a3b\u{663}"), Some((1, 3)));
/// assert_eq!(ulabel::script::mixed_numbers("a33"), None);
/// ```
#[must_use]
pub fn mixed_numbers(label: &str) -> Option<(usize, usize)> {
    mixed_numbers_of(label.chars().map(|c| record(c as u32)))
}

/// As [`mixed_numbers`], from records.
pub(crate) fn mixed_numbers_of(records: impl Iterator<Item = Record>) -> Option<(usize, usize)> {
    let mut first = None;
    for (at, record) in records.enumerate() {
        let Some(zero) = record.digit_zero() else { continue };
        match first {
            None => first = Some((at, zero)),
            Some((first_at, first_zero)) if first_zero != zero => return Some((first_at, at)),
            Some(_) => {}
        }
    }
    None
}
