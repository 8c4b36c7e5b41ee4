//! The contextual rules of RFC 5892 appendix A, one function each.

use alloc::vec::Vec;

use crate::finding::{Code, Finding};
use crate::label::Span;
use crate::unicode::{Character, JoiningType, Record, Script};

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
pub(super) fn check(label: &[Character], at: usize, findings: &mut Vec<Finding>) {
    let Some(character) = label.get(at) else { return };
    // A context-dependent code point without a rule is refused (RFC 5891 §4.2.3.3).
    let code = contextual_rule(character.c).unwrap_or(Code::Disallowed);
    let met = match code {
        Code::Zwnj => zwnj(label, at),
        Code::Zwj => zwj(label, at),
        Code::MiddleDot => middle_dot(label, at),
        Code::Keraia => keraia(label, at),
        Code::Geresh | Code::Gershayim => hebrew_before(label, at),
        Code::KatakanaMiddleDot => katakana_middle_dot(label),
        Code::ArabicIndicDigits => arabic_indic_digits(label),
        Code::ExtendedArabicIndicDigits => extended_arabic_indic_digits(label),
        _ => false,
    };
    if !met {
        findings.push(Finding::new(code, Span::one(at)));
    }
}

fn before(label: &[Character], at: usize) -> Option<Record> {
    at.checked_sub(1).and_then(|at| label.get(at).map(|character| character.record))
}

/// A.1: after a virama, or between letters that join: `(L|D) T* ZWNJ T* (R|D)`.
fn zwnj(label: &[Character], at: usize) -> bool {
    if zwj(label, at) {
        return true;
    }
    let joining = |character: &Character| character.record.joining_type();
    let not_transparent = |joining_type: &JoiningType| *joining_type != JoiningType::Transparent;
    let left = label.iter().take(at).rev().map(joining).find(not_transparent);
    let right = label.iter().skip(at + 1).map(joining).find(not_transparent);
    matches!(left, Some(JoiningType::LeftJoining | JoiningType::DualJoining))
        && matches!(right, Some(JoiningType::RightJoining | JoiningType::DualJoining))
}

/// A.2: after a virama.
fn zwj(label: &[Character], at: usize) -> bool {
    before(label, at).is_some_and(|record| record.canonical_combining_class() == VIRAMA)
}

/// A.3: between two letters l (the Catalan ela geminada).
fn middle_dot(label: &[Character], at: usize) -> bool {
    let is_l = |at: usize| label.get(at).is_some_and(|character| character.c == 'l');
    at.checked_sub(1).is_some_and(is_l) && is_l(at + 1)
}

/// A.4: before a Greek character.
fn keraia(label: &[Character], at: usize) -> bool {
    label.get(at + 1).is_some_and(|character| character.record.script() == Script::Greek)
}

/// A.5 and A.6: after a Hebrew character.
fn hebrew_before(label: &[Character], at: usize) -> bool {
    before(label, at).is_some_and(|record| record.script() == Script::Hebrew)
}

/// A.7: in a label with a Hiragana, Katakana or Han character.
fn katakana_middle_dot(label: &[Character]) -> bool {
    label.iter().any(|character| {
        matches!(character.record.script(), Script::Hiragana | Script::Katakana | Script::Han)
    })
}

/// A.8: no extended Arabic-Indic digit in the label.
fn arabic_indic_digits(label: &[Character]) -> bool {
    !label.iter().any(|character| matches!(character.c, '\u{06F0}'..='\u{06F9}'))
}

/// A.9: no Arabic-Indic digit in the label.
fn extended_arabic_indic_digits(label: &[Character]) -> bool {
    !label.iter().any(|character| matches!(character.c, '\u{0660}'..='\u{0669}'))
}
