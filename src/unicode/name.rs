//! Names of characters: those that Unicode lists, those made by rule, and labels for code points that have
//! no name (the Unicode Standard, section 4.8).

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;

use super::{GeneralCategory, general_category};

/// The name of a character (the Unicode Standard, section 4.8); `None` when it has none.
///
/// ```
/// use ulabel::unicode::character_name;
///
/// assert_eq!(character_name('é').unwrap(), "LATIN SMALL LETTER E WITH ACUTE"); // U+00E9
/// assert_eq!(character_name('万').unwrap(), "CJK UNIFIED IDEOGRAPH-4E07");
/// assert_eq!(character_name('한').unwrap(), "HANGUL SYLLABLE HAN"); // U+D55C
/// assert_eq!(character_name('\u{378}'), None);
/// ```
#[must_use]
pub fn character_name(c: char) -> Option<Cow<'static, str>> {
    use GeneralCategory::{Cc, Cn, Co};
    if matches!(general_category(c), Cc | Cn | Co) {
        return None;
    }
    let listed = charname::get_name_checked(u32::from(c))?;
    // Of a range made by rule the supplier gives the name of the range, and that alone in lower case.
    let is_range = listed.bytes().any(|octet| octet.is_ascii_lowercase());
    Some(if is_range { made_by_rule(listed, c).into() } else { Cow::Borrowed(listed) })
}

/// The name of a character, or the label that stands for one in its place: `<control-0000>`.
///
/// ```
/// assert_eq!(ulabel::unicode::name_or_label('\u{E000}'), "<private-use-E000>");
/// ```
#[must_use]
pub fn name_or_label(c: char) -> Cow<'static, str> {
    character_name(c).unwrap_or_else(|| {
        let number = u32::from(c);
        let kind = match general_category(c) {
            GeneralCategory::Cc => "control",
            GeneralCategory::Co => "private-use",
            GeneralCategory::Cn if is_noncharacter(number) => "noncharacter",
            GeneralCategory::Cn => "reserved",
            _ => "unnamed",
        };
        format!("<{kind}-{number:04X}>").into()
    })
}

fn is_noncharacter(number: u32) -> bool {
    (0xFDD0..=0xFDEF).contains(&number) || number & 0xFFFE == 0xFFFE
}

/// Rules NR1 and NR2. The ends of a range stand as `<…, First>` and `<…, Last>`.
fn made_by_rule(range: &str, c: char) -> String {
    let range = range.trim_start_matches('<').split(',').next().unwrap_or(range);
    let number = u32::from(c);
    if let Some(name) = hangul_syllable(number) {
        return name;
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

/// Rule NR1: the short names of the conjoining jamo that a syllable decomposes to (section 3.12).
fn hangul_syllable(number: u32) -> Option<String> {
    let index = number.checked_sub(0xAC00)? as usize;
    let leading = LEADING.get(index / (VOWELS.len() * TRAILING.len()))?;
    let vowel = VOWELS.get(index / TRAILING.len() % VOWELS.len())?;
    let trailing = TRAILING.get(index % TRAILING.len())?;
    Some(format!("HANGUL SYLLABLE {leading}{vowel}{trailing}"))
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
    use super::name_or_label as name;

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
            let name = name(c).into_owned();
            assert!(!name.contains("unnamed"), "U+{:04X}", u32::from(c));
            let is_label = name.starts_with('<') && name.ends_with('>');
            let in_capitals =
                || name.bytes().all(|b| matches!(b, b'A'..=b'Z' | b'0'..=b'9' | b' ' | b'-' | b'(' | b')'));
            assert!(is_label || in_capitals(), "{name}");
        }
    }
}
