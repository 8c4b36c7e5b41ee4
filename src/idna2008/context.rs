//! The contextual rules of RFC 5892 appendix A, one function each.

use alloc::vec::Vec;

use crate::finding::{Code, Finding};
use crate::label::Span;
use crate::unicode::{JoiningType, Record, Script};

/// Canonical_Combining_Class Virama.
const VIRAMA: u8 = 9;

/// The contextual rule of a code point, named by the finding of a label that does not meet it; `None`
/// when there is no rule for it.
///
/// ```
/// use ulabel::{Code, idna2008::contextual_rule};
/// assert_eq!(contextual_rule('·'), Some(Code::MiddleDot)); // U+00B7 MIDDLE DOT
/// assert_eq!(contextual_rule('a'), None);
/// ```
#[must_use]
pub const fn contextual_rule(c: char) -> Option<Code> {
    Some(match c {
        '\u{200C}' => Code::Zwnj,
        '\u{200D}' => Code::Zwj,
        '\u{00B7}' => Code::MiddleDot,
        '\u{0375}' => Code::Keraia,
        '\u{05F3}' => Code::Geresh,
        '\u{05F4}' => Code::Gershayim,
        '\u{30FB}' => Code::KatakanaMiddleDot,
        '\u{0660}'..='\u{0669}' => Code::ArabicIndicDigits,
        '\u{06F0}'..='\u{06F9}' => Code::ExtendedArabicIndicDigits,
        _ => return None,
    })
}

/// Applies the rule of the code point at `at`, which is CONTEXTJ or CONTEXTO.
pub(super) fn check(chars: &[char], records: &[Record], at: usize, findings: &mut Vec<Finding>) {
    let Some(c) = chars.get(at) else { return };
    // A context-dependent code point without a rule is refused (RFC 5891 §4.2.3.3).
    let code = contextual_rule(*c).unwrap_or(Code::Disallowed);
    let met = match code {
        Code::Zwnj => zwnj(records, at),
        Code::Zwj => zwj(records, at),
        Code::MiddleDot => middle_dot(chars, at),
        Code::Keraia => keraia(records, at),
        Code::Geresh | Code::Gershayim => hebrew_before(records, at),
        Code::KatakanaMiddleDot => katakana_middle_dot(records),
        Code::ArabicIndicDigits => arabic_indic_digits(chars),
        Code::ExtendedArabicIndicDigits => extended_arabic_indic_digits(chars),
        _ => false,
    };
    if !met {
        findings.push(Finding::new(code, Span::one(at)));
    }
}

fn before(records: &[Record], at: usize) -> Option<Record> {
    at.checked_sub(1).and_then(|at| records.get(at).copied())
}

/// A.1: after a virama, or between letters that join: `(L|D) T* ZWNJ T* (R|D)`.
fn zwnj(records: &[Record], at: usize) -> bool {
    if zwj(records, at) {
        return true;
    }
    let joining = |record: &Record| record.joining_type();
    let not_transparent = |joining_type: &JoiningType| *joining_type != JoiningType::Transparent;
    let left = records.iter().take(at).rev().map(joining).find(not_transparent);
    let right = records.iter().skip(at + 1).map(joining).find(not_transparent);
    matches!(left, Some(JoiningType::LeftJoining | JoiningType::DualJoining))
        && matches!(right, Some(JoiningType::RightJoining | JoiningType::DualJoining))
}

/// A.2: after a virama.
fn zwj(records: &[Record], at: usize) -> bool {
    before(records, at).is_some_and(|record| record.canonical_combining_class() == VIRAMA)
}

/// A.3: between two letters l (the Catalan ela geminada).
fn middle_dot(chars: &[char], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| chars.get(before)) == Some(&'l') && chars.get(at + 1) == Some(&'l')
}

/// A.4: before a Greek character.
fn keraia(records: &[Record], at: usize) -> bool {
    records.get(at + 1).is_some_and(|record| record.script() == Script::Greek)
}

/// A.5 and A.6: after a Hebrew character.
fn hebrew_before(records: &[Record], at: usize) -> bool {
    before(records, at).is_some_and(|record| record.script() == Script::Hebrew)
}

/// A.7: in a label with a Hiragana, Katakana or Han character.
fn katakana_middle_dot(records: &[Record]) -> bool {
    records.iter().any(|record| matches!(record.script(), Script::Hiragana | Script::Katakana | Script::Han))
}

/// A.8: no extended Arabic-Indic digit in the label.
fn arabic_indic_digits(chars: &[char]) -> bool {
    !chars.iter().any(|c| matches!(c, '\u{06F0}'..='\u{06F9}'))
}

/// A.9: no Arabic-Indic digit in the label.
fn extended_arabic_indic_digits(chars: &[char]) -> bool {
    !chars.iter().any(|c| matches!(c, '\u{0660}'..='\u{0669}'))
}
