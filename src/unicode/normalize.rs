//! Normalization Form C (UAX #15): the quick check from our own table, the rest from
//! `unicode-normalization`.

use alloc::string::String;
use unicode_normalization::UnicodeNormalization;

use super::packed::{Record, record};
use super::values::NfcQuickCheck;

/// Whether `text` is in Normalization Form C.
///
/// ```
/// use ulabel::unicode::is_nfc;
/// assert!(is_nfc("é")); // U+00E9 LATIN SMALL LETTER E WITH ACUTE
/// assert!(!is_nfc("e\u{301}")); // e, U+0301 COMBINING ACUTE ACCENT
/// ```
#[must_use]
pub fn is_nfc(text: &str) -> bool {
    decide(text.chars().map(|c| (c, record(c as u32)))).unwrap_or_else(|| text.nfc().eq(text.chars()))
}

/// As [`is_nfc`], for characters whose records are at hand.
pub(crate) fn is_nfc_of(chars: &[char], records: &[Record]) -> bool {
    decide(chars.iter().copied().zip(records.iter().copied()))
        .unwrap_or_else(|| chars.iter().copied().nfc().eq(chars.iter().copied()))
}

/// Decides by the quick check (UAX #15 §9), and where that says Maybe by asking whether the character
/// composes with the one before it. `None` when only normalizing tells.
fn decide(characters: impl Iterator<Item = (char, Record)>) -> Option<bool> {
    let mut last_class = 0;
    let mut previous: Option<(char, Record)> = None;
    for (c, record) in characters {
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
                let (before, before_record) = previous?;
                if before_record.has_decomposition() || before_record.canonical_combining_class() != 0 {
                    return None;
                }
                if compose(before, c).is_some() {
                    return Some(false);
                }
            }
        }
        last_class = class;
        previous = Some((c, record));
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
