//! The derived property, computed as RFC 5892 §3 says, from the categories of its §2.

use ulabel::unicode::{DerivedProperty, GeneralCategory};

use crate::source::{self, Sets};

/// Exceptions (F), RFC 5892 §2.6, in the order of the RFC.
const EXCEPTIONS: &[(u32, DerivedProperty)] = &[
    (0x00DF, DerivedProperty::Pvalid),     // LATIN SMALL LETTER SHARP S
    (0x03C2, DerivedProperty::Pvalid),     // GREEK SMALL LETTER FINAL SIGMA
    (0x06FD, DerivedProperty::Pvalid),     // ARABIC SIGN SINDHI AMPERSAND
    (0x06FE, DerivedProperty::Pvalid),     // ARABIC SIGN SINDHI POSTPOSITION MEN
    (0x0F0B, DerivedProperty::Pvalid),     // TIBETAN MARK INTERSYLLABIC TSHEG
    (0x3007, DerivedProperty::Pvalid),     // IDEOGRAPHIC NUMBER ZERO
    (0x00B7, DerivedProperty::ContextO),   // MIDDLE DOT
    (0x0375, DerivedProperty::ContextO),   // GREEK LOWER NUMERAL SIGN (KERAIA)
    (0x05F3, DerivedProperty::ContextO),   // HEBREW PUNCTUATION GERESH
    (0x05F4, DerivedProperty::ContextO),   // HEBREW PUNCTUATION GERSHAYIM
    (0x30FB, DerivedProperty::ContextO),   // KATAKANA MIDDLE DOT
    (0x0660, DerivedProperty::ContextO),   // ARABIC-INDIC DIGIT ZERO
    (0x0661, DerivedProperty::ContextO),   // ARABIC-INDIC DIGIT ONE
    (0x0662, DerivedProperty::ContextO),   // ARABIC-INDIC DIGIT TWO
    (0x0663, DerivedProperty::ContextO),   // ARABIC-INDIC DIGIT THREE
    (0x0664, DerivedProperty::ContextO),   // ARABIC-INDIC DIGIT FOUR
    (0x0665, DerivedProperty::ContextO),   // ARABIC-INDIC DIGIT FIVE
    (0x0666, DerivedProperty::ContextO),   // ARABIC-INDIC DIGIT SIX
    (0x0667, DerivedProperty::ContextO),   // ARABIC-INDIC DIGIT SEVEN
    (0x0668, DerivedProperty::ContextO),   // ARABIC-INDIC DIGIT EIGHT
    (0x0669, DerivedProperty::ContextO),   // ARABIC-INDIC DIGIT NINE
    (0x06F0, DerivedProperty::ContextO),   // EXTENDED ARABIC-INDIC DIGIT ZERO
    (0x06F1, DerivedProperty::ContextO),   // EXTENDED ARABIC-INDIC DIGIT ONE
    (0x06F2, DerivedProperty::ContextO),   // EXTENDED ARABIC-INDIC DIGIT TWO
    (0x06F3, DerivedProperty::ContextO),   // EXTENDED ARABIC-INDIC DIGIT THREE
    (0x06F4, DerivedProperty::ContextO),   // EXTENDED ARABIC-INDIC DIGIT FOUR
    (0x06F5, DerivedProperty::ContextO),   // EXTENDED ARABIC-INDIC DIGIT FIVE
    (0x06F6, DerivedProperty::ContextO),   // EXTENDED ARABIC-INDIC DIGIT SIX
    (0x06F7, DerivedProperty::ContextO),   // EXTENDED ARABIC-INDIC DIGIT SEVEN
    (0x06F8, DerivedProperty::ContextO),   // EXTENDED ARABIC-INDIC DIGIT EIGHT
    (0x06F9, DerivedProperty::ContextO),   // EXTENDED ARABIC-INDIC DIGIT NINE
    (0x0640, DerivedProperty::Disallowed), // ARABIC TATWEEL
    (0x07FA, DerivedProperty::Disallowed), // NKO LAJANYALAN
    (0x302E, DerivedProperty::Disallowed), // HANGUL SINGLE DOT TONE MARK
    (0x302F, DerivedProperty::Disallowed), // HANGUL DOUBLE DOT TONE MARK
    (0x3031, DerivedProperty::Disallowed), // VERTICAL KANA REPEAT MARK
    (0x3032, DerivedProperty::Disallowed), // VERTICAL KANA REPEAT WITH VOICED SOUND MARK
    (0x3033, DerivedProperty::Disallowed), // VERTICAL KANA REPEAT MARK UPPER HALF
    (0x3034, DerivedProperty::Disallowed), // VERTICAL KANA REPEAT WITH VOICED SOUND MARK UPPER HALF
    (0x3035, DerivedProperty::Disallowed), // VERTICAL KANA REPEAT MARK LOWER HALF
    (0x303B, DerivedProperty::Disallowed), // VERTICAL IDEOGRAPHIC ITERATION MARK
];

/// IgnorableBlocks (D), RFC 5892 §2.4. The borders of a block never change.
const IGNORABLE_BLOCKS: &[(u32, u32)] = &[
    (0x20D0, 0x20FF),   // Combining Diacritical Marks for Symbols
    (0x1D100, 0x1D1FF), // Musical Symbols
    (0x1D200, 0x1D24F), // Ancient Greek Musical Notation
];

/// The derived property of a code point: the steps of RFC 5892 §3 in their order. BackwardCompatible
/// (G, §2.7) is empty, so it has no step.
pub(crate) fn derived_property(code_point: u32) -> DerivedProperty {
    let sets = source::sets(code_point);
    let category = source::general_category(code_point);
    if let Some((_, value)) = EXCEPTIONS.iter().find(|(exception, _)| *exception == code_point) {
        *value
    } else if category == GeneralCategory::Cn && !sets.noncharacter {
        DerivedProperty::Unassigned
    } else if is_ldh(code_point) {
        DerivedProperty::Pvalid
    } else if sets.join_control {
        DerivedProperty::ContextJ
    } else if is_unstable(code_point) || is_ignorable(code_point, &sets) || sets.conjoining_jamo {
        DerivedProperty::Disallowed
    } else if is_letter_digit(category) {
        DerivedProperty::Pvalid
    } else {
        DerivedProperty::Disallowed
    }
}

/// Asserts what must hold between the hand-written lists and the sources before anything is written.
pub(crate) fn assert_relations() -> Result<(), String> {
    for (code_point, _) in EXCEPTIONS {
        if source::general_category(*code_point) == GeneralCategory::Cn {
            return Err(format!("exception U+{code_point:04X} is not assigned"));
        }
    }
    for pair in IGNORABLE_BLOCKS {
        if pair.0 > pair.1 || pair.0 % 16 != 0 || pair.1 % 16 != 15 {
            return Err(format!("U+{:04X}..U+{:04X} are not the borders of a block", pair.0, pair.1));
        }
    }
    Ok(())
}

/// LDH (E), §2.5.
fn is_ldh(code_point: u32) -> bool {
    matches!(code_point, 0x2D | 0x30..=0x39 | 0x61..=0x7A)
}

/// Unstable (B), §2.2. A surrogate is no scalar value, so nothing folds or normalizes it.
fn is_unstable(code_point: u32) -> bool {
    char::from_u32(code_point).is_some_and(|c| source::nfkc_casefold_nfkc(c).chars().ne([c]))
}

/// IgnorableProperties (C), §2.3, and IgnorableBlocks (D), §2.4.
fn is_ignorable(code_point: u32, sets: &Sets) -> bool {
    sets.default_ignorable
        || sets.white_space
        || sets.noncharacter
        || IGNORABLE_BLOCKS.iter().any(|(first, last)| (*first..=*last).contains(&code_point))
}

/// LetterDigits (A), §2.1.
fn is_letter_digit(category: GeneralCategory) -> bool {
    use GeneralCategory::{Ll, Lm, Lo, Lu, Mc, Mn, Nd};
    matches!(category, Ll | Lu | Lo | Nd | Lm | Mn | Mc)
}
