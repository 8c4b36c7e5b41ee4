//! The laws on generated labels.

use proptest::prelude::*;

use crate::invariants as laws;

/// Characters that labels are made of, and those that make trouble: every script's letters come up, and
/// marks, joiners, digits, hyphens and Bidi classes come up often.
fn character() -> impl Strategy<Value = char> {
    prop_oneof![
        4 => proptest::char::range('a', 'z'),
        2 => proptest::char::range('0', '9'),
        2 => Just('-'),
        2 => proptest::char::range('\u{DF}', '\u{24F}'),
        2 => proptest::char::range('\u{300}', '\u{36F}'),
        2 => proptest::char::range('\u{370}', '\u{52F}'),
        3 => proptest::char::range('\u{5D0}', '\u{8FF}'),
        3 => proptest::char::range('\u{900}', '\u{DFF}'),
        1 => proptest::char::range('\u{E00}', '\u{10FF}'),
        1 => proptest::char::range('\u{1100}', '\u{11FF}'),
        2 => proptest::char::range('\u{3040}', '\u{30FF}'),
        2 => proptest::char::range('\u{4E00}', '\u{9FFF}'),
        1 => proptest::char::range('\u{AC00}', '\u{D7A3}'),
        1 => prop_oneof![Just('\u{200C}'), Just('\u{200D}'), Just('\u{B7}'), Just('\u{375}'), Just('\u{5F3}'), Just('\u{30FB}'), Just('\u{94D}'), Just('l')],
        1 => any::<char>(),
    ]
}

fn label() -> impl Strategy<Value = String> {
    proptest::collection::vec(character(), 0..70).prop_map(|chars| chars.into_iter().collect())
}

fn digits() -> impl Strategy<Value = String> {
    "[a-zA-Z0-9-]{0,60}"
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn labels(text in label()) {
        laws::label_report_is_sound(&text);
        laws::forms_are_one_label(&text);
        laws::escaped_text_is_safe(&text);
        laws::nfc_is_what_normalizing_says(&text);
    }

    #[test]
    fn xn_labels(digits in digits()) {
        let text = format!("xn--{digits}");
        laws::label_report_is_sound(&text);
        laws::forms_are_one_label(&text);
    }

    #[test]
    fn punycode(text in label(), digits in digits()) {
        laws::punycode_round_trips(&text);
        laws::punycode_round_trips(&digits);
        laws::punycode_agrees_with_idna(&text);
        laws::punycode_agrees_with_idna(&digits);
        laws::decoded_labels_are_canonical(&digits);
    }

    #[test]
    fn names(name in proptest::collection::vec(label(), 0..6), noise in proptest::collection::vec(any::<u8>(), 0..40)) {
        laws::name_report_is_sound(name.join(".").as_bytes());
        laws::name_report_is_sound(&noise);
    }

    #[test]
    fn pairs(a_label in label(), u_label in label(), digits in digits()) {
        laws::pair_report_is_sound(&a_label, &u_label);
        laws::pair_report_is_sound(&format!("xn--{digits}"), &u_label);
        if let Some(encoded) = ulabel::Label::parse(&u_label).a_label() {
            laws::pair_report_is_sound(encoded, &u_label);
        }
    }
}
