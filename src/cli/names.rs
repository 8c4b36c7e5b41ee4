//! Names of characters: those that Unicode lists, those made by rule (the Unicode Standard §4.8), and
//! labels for code points that have no name.

use ulabel::unicode::{GeneralCategory, general_category};

/// The name of a character, or in angle brackets what stands for one.
pub(crate) fn name(c: char) -> String {
    let number = u32::from(c);
    let label = |kind: &str| format!("<{kind}-{number:04X}>");
    match general_category(c) {
        GeneralCategory::Cc => return label("control"),
        GeneralCategory::Co => return label("private-use"),
        GeneralCategory::Cn if is_noncharacter(number) => return label("noncharacter"),
        GeneralCategory::Cn => return label("reserved"),
        _ => {}
    }
    match charname::get_name_checked(number) {
        None => label("unnamed"),
        // Of a range made by rule the crate gives the name of the range, and that alone in lower case.
        Some(range) if range.bytes().any(|octet| octet.is_ascii_lowercase()) => made_by_rule(range, c),
        Some(name) => name.into(),
    }
}

fn is_noncharacter(number: u32) -> bool {
    (0xFDD0..=0xFDEF).contains(&number) || number & 0xFFFE == 0xFFFE
}

/// Rules NR1 and NR2. The ends of a range stand as `<…, First>` and `<…, Last>`.
fn made_by_rule(range: &str, c: char) -> String {
    let range = range.trim_start_matches('<').split(',').next().unwrap_or_default();
    let number = u32::from(c);
    if let Some(index) = hangul_index(number) {
        return hangul_syllable(index);
    }
    let prefix = if range.starts_with("CJK") {
        "CJK UNIFIED IDEOGRAPH"
    } else if range.starts_with("Tangut") {
        "TANGUT IDEOGRAPH"
    } else {
        return format!("{}-{number:04X}", range.to_ascii_uppercase());
    };
    format!("{prefix}-{number:04X}")
}

const HANGUL_FIRST: u32 = 0xAC00;
const HANGUL_LAST: u32 = 0xD7A3;

fn hangul_index(number: u32) -> Option<usize> {
    (HANGUL_FIRST..=HANGUL_LAST).contains(&number).then(|| (number - HANGUL_FIRST) as usize)
}

/// Rule NR1: the short names of the conjoining jamo that a syllable decomposes to (§3.12).
fn hangul_syllable(index: usize) -> String {
    let per_leading = VOWELS.len() * TRAILING.len();
    let leading = LEADING.get(index / per_leading).copied().unwrap_or_default();
    let vowel = VOWELS.get(index % per_leading / TRAILING.len()).copied().unwrap_or_default();
    let trailing = TRAILING.get(index % TRAILING.len()).copied().unwrap_or_default();
    format!("HANGUL SYLLABLE {leading}{vowel}{trailing}")
}

const LEADING: [&str; 19] =
    ["G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"];
const VOWELS: [&str; 21] = [
    "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI",
    "YU", "EU", "YI", "I",
];
const TRAILING: [&str; 28] = [
    "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS",
    "S", "SS", "NG", "J", "C", "K", "T", "P", "H",
];

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn listed_made_and_missing() {
        for (c, expected) in [
            ('a', "LATIN SMALL LETTER A"),
            ('\u{B7}', "MIDDLE DOT"),
            ('\u{4E2D}', "CJK UNIFIED IDEOGRAPH-4E2D"),
            ('\u{20000}', "CJK UNIFIED IDEOGRAPH-20000"),
            ('\u{F900}', "CJK COMPATIBILITY IDEOGRAPH-F900"),
            ('\u{17000}', "TANGUT IDEOGRAPH-17000"),
            ('\u{18D00}', "TANGUT IDEOGRAPH-18D00"),
            ('\u{1B170}', "NUSHU CHARACTER-1B170"),
            ('\u{AC00}', "HANGUL SYLLABLE GA"),
            ('\u{D55C}', "HANGUL SYLLABLE HAN"),
            ('\u{AE00}', "HANGUL SYLLABLE GEUL"),
            ('\u{D7A3}', "HANGUL SYLLABLE HIH"),
            ('\u{0}', "<control-0000>"),
            ('\u{E000}', "<private-use-E000>"),
            ('\u{FFFF}', "<noncharacter-FFFF>"),
            ('\u{378}', "<reserved-0378>"),
        ] {
            assert_eq!(name(c), expected);
        }
    }

    #[test]
    fn every_character_has_one() {
        for c in '\0'..=char::MAX {
            let name = name(c);
            assert!(!name.contains("unnamed"), "U+{:04X}", u32::from(c));
            let is_label = name.starts_with('<') && name.ends_with('>');
            let in_capitals =
                || name.bytes().all(|b| matches!(b, b'A'..=b'Z' | b'0'..=b'9' | b' ' | b'-' | b'(' | b')'));
            assert!(is_label || in_capitals(), "{name}");
        }
    }
}
