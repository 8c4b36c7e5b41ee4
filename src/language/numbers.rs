//! Numbers as each language writes them, in ASCII digits.

use alloc::format;
use alloc::string::{String, ToString};

use super::Language;

/// NARROW NO-BREAK SPACE, NO-BREAK SPACE.
const NNBSP: char = '\u{202F}';
const NBSP: char = '\u{A0}';

/// A number with its digits in groups of three (CLDR, `decimalFormats` of each language).
pub(super) fn grouped(number: u64, language: Language) -> String {
    let digits = number.to_string();
    // Spanish does not part a number of four digits.
    let (separator, least) = match language {
        Language::Es => ('.', 5),
        Language::Fr => (NNBSP, 4),
        Language::Ru => (NBSP, 4),
        Language::Ar | Language::En | Language::Zh => (',', 4),
    };
    if digits.len() < least {
        return digits;
    }
    let mut out = String::with_capacity(digits.len() * 2);
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// A part of a whole in per cent, with one decimal. What is neither nothing nor all is never told as such.
pub(super) fn share(part: u64, whole: u64, language: Language) -> String {
    let (comma, sign) = match language {
        Language::Ar | Language::En | Language::Zh => ('.', "%".to_string()),
        Language::Fr => (',', format!("{NNBSP}%")),
        Language::Es | Language::Ru => (',', format!("{NBSP}%")),
    };
    if whole == 0 || part == 0 {
        return format!("0{sign}");
    }
    if part >= whole {
        return format!("100{sign}");
    }
    // Tenths of a per cent, rounded; 128 bits hold them of any count.
    let (part, whole) = (u128::from(part), u128::from(whole));
    let tenths = (part * 2000 + whole) / (whole * 2);
    match tenths {
        0 => format!("<0{comma}1{sign}"),
        1000.. => format!(">99{comma}9{sign}"),
        tenths => format!("{}{comma}{}{sign}", tenths / 10, tenths % 10),
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, grouped, share};

    #[test]
    fn digits_stand_in_threes() {
        for (number, language, text) in [
            (0, Language::En, "0"),
            (999, Language::Fr, "999"),
            (1000, Language::En, "1,000"),
            (1234, Language::Es, "1234"),
            (12_345, Language::Es, "12.345"),
            (1_234_567, Language::Fr, "1\u{202F}234\u{202F}567"),
            (1_234_567, Language::Ru, "1\u{A0}234\u{A0}567"),
            (u64::MAX, Language::Zh, "18,446,744,073,709,551,615"),
        ] {
            assert_eq!(grouped(number, language), text);
        }
    }

    #[test]
    fn shares_do_not_round_to_nothing_or_all() {
        for (part, whole, text) in [
            (0, 0, "0%"),
            (0, 3, "0%"),
            (1, 3, "33.3%"),
            (2, 3, "66.7%"),
            (1, 1_000_000, "<0.1%"),
            (1, 2000, "0.1%"),
            (999_999, 1_000_000, ">99.9%"),
            (3, 3, "100%"),
            (u64::MAX - 1, u64::MAX, ">99.9%"),
        ] {
            assert_eq!(share(part, whole, Language::En), text, "{part} of {whole}");
        }
        assert_eq!(share(1, 8, Language::Ru), "12,5\u{A0}%");
    }
}
