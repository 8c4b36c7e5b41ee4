//! Normalization Form C (UAX #15): the quick check from our own table, the rest from
//! `unicode-normalization`.

use alloc::string::String;
use unicode_normalization::UnicodeNormalization;

use super::characters::Character;
use super::values::NfcQuickCheck;

/// True if `text` is in Normalization Form C.
///
/// ```
/// use ulabel::unicode::is_nfc;
/// assert!(is_nfc("é")); // U+00E9 LATIN SMALL LETTER E WITH ACUTE
/// assert!(!is_nfc("e\u{301}")); // e, U+0301 COMBINING ACUTE ACCENT
/// ```
#[must_use]
pub fn is_nfc(text: &str) -> bool {
    decide(text.chars().map(Character::from)).unwrap_or_else(|| text.nfc().eq(text.chars()))
}

/// As [`is_nfc`], for characters that were looked up.
pub(crate) fn is_nfc_of(characters: &[Character]) -> bool {
    let chars = || characters.iter().map(|character| character.c);
    decide(characters.iter().copied()).unwrap_or_else(|| chars().nfc().eq(chars()))
}

/// Decides by the quick check (UAX #15 §9), and where that says Maybe by asking whether the character
/// composes with the one before it. `None` when only normalizing tells.
fn decide(characters: impl Iterator<Item = Character>) -> Option<bool> {
    let mut last_class = 0;
    let mut previous: Option<Character> = None;
    for character in characters {
        let Character { c, record } = character;
        let class = record.canonical_combining_class();
        if class != 0 && class < last_class {
            return Some(false);
        }
        match record.nfc_quick_check() {
            NfcQuickCheck::Yes => {}
            NfcQuickCheck::No => return Some(false),
            NfcQuickCheck::Maybe => {
                // Directly after a starter that has no decomposition, composing is a matter of the two.
                // Otherwise marks may have to be reordered first.
                let before = previous?;
                if before.record.has_decomposition() || before.record.canonical_combining_class() != 0 {
                    return None;
                }
                if compose(before.c, c).is_some() {
                    return Some(false);
                }
            }
        }
        last_class = class;
        previous = Some(character);
    }
    Some(true)
}

/// `text` in Normalization Form C.
#[must_use]
pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// `text` in Normalization Form D.
#[must_use]
pub fn nfd(text: &str) -> String {
    text.nfd().collect()
}

/// The primary composite of two code points, where there is one.
#[must_use]
pub fn compose(first: char, second: char) -> Option<char> {
    unicode_normalization::char::compose(first, second)
}
