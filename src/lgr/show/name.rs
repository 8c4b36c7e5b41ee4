//! Names of characters.

use alloc::borrow::Cow;
use alloc::format;

/// The name of a character (the Unicode Standard, section 4.8), or nothing if it has none.
///
/// ```
/// use ulabel::lgr::show::character_name;
///
/// assert_eq!(character_name('é').unwrap(), "LATIN SMALL LETTER E WITH ACUTE");
/// assert_eq!(character_name('万').unwrap(), "CJK UNIFIED IDEOGRAPH-4E07");
/// assert_eq!(character_name('한').unwrap(), "HANGUL SYLLABLE HAN");
/// assert_eq!(character_name('\u{378}'), None);
/// ```
#[must_use]
pub fn character_name(c: char) -> Option<Cow<'static, str>> {
    let code_point = u32::from(c);
    let listed = charname::get_name_checked(code_point)?;
    // The supplier gives the name of a range where the standard derives the name of each member.
    let prefix = match listed.trim_start_matches('<') {
        range if range.starts_with("Hangul Syllable") => return hangul_syllable(code_point),
        range if range.starts_with("CJK Ideograph") => "CJK UNIFIED IDEOGRAPH",
        range if range.starts_with("Tangut Ideograph") => "TANGUT IDEOGRAPH",
        // Control codes, surrogates, private use and ranges whose rule is not known here.
        range if range.bytes().any(|byte| byte.is_ascii_lowercase()) => return None,
        _ => return Some(Cow::Borrowed(listed)),
    };
    Some(Cow::Owned(format!("{prefix}-{code_point:04X}")))
}

/// The name of a Hangul syllable: that of its letters (the Unicode Standard, section 3.12).
fn hangul_syllable(code_point: u32) -> Option<Cow<'static, str>> {
    const LEADING: [&str; 19] =
        ["G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"];
    const VOWEL: [&str; 21] = [
        "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI",
        "YU", "EU", "YI", "I",
    ];
    const TRAILING: [&str; 28] = [
        "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B",
        "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H",
    ];
    let index = usize::try_from(code_point.checked_sub(0xAC00)?).ok()?;
    let leading = LEADING.get(index / (VOWEL.len() * TRAILING.len()))?;
    let vowel = VOWEL.get(index / TRAILING.len() % VOWEL.len())?;
    let trailing = TRAILING.get(index % TRAILING.len())?;
    Some(Cow::Owned(format!("HANGUL SYLLABLE {leading}{vowel}{trailing}")))
}
