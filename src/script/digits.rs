//! Mixed numbers, UTS #39 §5.3.

use crate::unicode::Character;

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
    mixed_numbers_of(label.chars().map(Character::from))
}

/// As [`mixed_numbers`], of characters that were looked up.
pub(crate) fn mixed_numbers_of(label: impl Iterator<Item = Character>) -> Option<(usize, usize)> {
    let mut first = None;
    for (at, character) in label.enumerate() {
        let Some(zero) = character.record.digit_zero() else { continue };
        match first {
            None => first = Some((at, zero)),
            Some((first_at, first_zero)) if first_zero != zero => return Some((first_at, at)),
            Some(_) => {}
        }
    }
    None
}
