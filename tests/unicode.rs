//! Properties at every code point, against sources that share no code with ours.

use ulabel::idna2008::property::{derived_property_of_code_point, ranges};
use ulabel::unicode::{
    self, BidiClass, DerivedProperty, GeneralCategory, JoiningType, NfcQuickCheck, Script, UNICODE_VERSION,
    Version,
};

use crate::support::shared;

const CODE_POINTS: u32 = 0x11_0000;

fn version_tuple() -> (u64, u64, u64) {
    (u64::from(UNICODE_VERSION.major()), u64::from(UNICODE_VERSION.minor()), 0)
}

#[test]
fn suppliers_are_of_one_version() {
    let (major, minor, update) = unicode_normalization::UNICODE_VERSION;
    assert_eq!((u64::from(major), u64::from(minor), u64::from(update)), version_tuple());
    assert_eq!(unicode_script::UNICODE_VERSION, version_tuple());
    assert_eq!(unicode_security::UNICODE_VERSION, version_tuple());
}

#[test]
fn there_are_nineteen_versions_of_idna2008() {
    let versions: Vec<String> = Version::idna2008().map(|version| version.to_string()).collect();
    assert_eq!(versions.len(), 19);
    assert_eq!(versions.first().map(String::as_str), Some("5.2"));
    assert_eq!(versions.last().map(String::as_str), Some("18.0"));
}

/// The registered table of one version: (first, last, value).
fn registered(version: &str) -> Option<Vec<(u32, u32, String)>> {
    let text = shared(&format!("idna/iana-idna2008-{version}.tsv"))?;
    let hexadecimal = |field: &str| u32::from_str_radix(field, 16).ok();
    let rows = text.lines().filter_map(|line| {
        let mut fields = line.split('\t');
        Some((hexadecimal(fields.next()?)?, hexadecimal(fields.next()?)?, fields.next()?.trim().to_owned()))
    });
    Some(rows.collect())
}

#[test]
fn derived_property_is_the_registered_one() {
    for version in ["6.3.0", "12.0.0"] {
        let Some(rows) = registered(version) else { return };
        let ours: Version = version.parse().unwrap();
        let mut compared = 0;
        for (first, last, value) in rows {
            for code_point in first..=last {
                let got = derived_property_of_code_point(code_point, ours).short_name();
                assert_eq!(got, value, "U+{code_point:04X} in Unicode {version}");
                compared += 1;
            }
        }
        assert_eq!(compared, CODE_POINTS, "the table of {version} covers every code point");
    }
}

#[test]
fn ranges_cover_every_code_point_once_and_are_as_long_as_can_be() {
    for version in Version::idna2008() {
        let mut next = 0;
        let mut previous = None;
        for range in ranges(version) {
            assert_eq!(range.first, next);
            assert!(range.last >= range.first);
            assert_ne!(previous, Some(range.value), "two ranges of one value touch");
            (next, previous) = (range.last + 1, Some(range.value));
        }
        assert_eq!(next, CODE_POINTS);
    }
}

#[test]
fn only_four_code_points_change_other_than_from_unassigned() {
    let mut changed = std::collections::BTreeSet::new();
    let versions: Vec<Version> = Version::idna2008().collect();
    for pair in versions.windows(2) {
        for code_point in 0..CODE_POINTS {
            let before = derived_property_of_code_point(code_point, pair[0]);
            let after = derived_property_of_code_point(code_point, pair[1]);
            if before != after && before != DerivedProperty::Unassigned {
                changed.insert(code_point);
            }
        }
    }
    assert_eq!(changed.into_iter().collect::<Vec<_>>(), [0x0CF1, 0x0CF2, 0x19DA, 0x111C9]);
}

#[test]
fn table_agrees_with_its_suppliers_at_every_code_point() {
    use unicode_script::UnicodeScript;
    for c in (0..CODE_POINTS).filter_map(char::from_u32) {
        assert_eq!(unicode::script(c).long_name(), c.script().full_name(), "script of {c:?}");
        let class = unicode_normalization::char::canonical_combining_class(c);
        assert_eq!(unicode::canonical_combining_class(c), class, "combining class of {c:?}");
        let mut ours: Vec<&str> =
            unicode::script_extensions(c).iter().map(|script| script.short_name()).collect();
        let mut theirs: Vec<&str> = c.script_extension().iter().map(|script| script.short_name()).collect();
        if c.script_extension().is_common() || c.script_extension().is_inherited() {
            theirs = vec![c.script().short_name()];
        }
        if c.script() == unicode_script::Script::Unknown {
            // Without an entry of its own it has the set of its script (UAX #24 §2.4); theirs is empty.
            theirs = vec!["Zzzz"];
        }
        ours.sort_unstable();
        theirs.sort_unstable();
        assert_eq!(ours, theirs, "script extensions of {c:?}");
        let allowed = unicode_security::GeneralSecurityProfile::identifier_allowed(c);
        assert_eq!(unicode::is_identifier_allowed(c), allowed, "Identifier_Status of {c:?}");
        assert_eq!(unicode::age(c).is_some(), unicode::derived_property(c) != DerivedProperty::Unassigned);
    }
}

#[test]
fn single_characters_are_nfc_exactly_when_normalizing_says_so() {
    use unicode_normalization::UnicodeNormalization;
    for c in (0..CODE_POINTS).filter_map(char::from_u32) {
        let text = c.to_string();
        assert_eq!(unicode::is_nfc(&text), text.nfc().eq(text.chars()), "{c:?}");
    }
}

#[test]
fn known_characters_have_their_known_properties() {
    // U+0627 ARABIC LETTER ALEF
    assert_eq!(unicode::bidi_class('\u{627}'), BidiClass::AL);
    assert_eq!(unicode::joining_type('\u{627}'), JoiningType::RightJoining);
    // U+0660 ARABIC-INDIC DIGIT ZERO, U+06F0 EXTENDED ARABIC-INDIC DIGIT ZERO
    assert_eq!(unicode::bidi_class('\u{660}'), BidiClass::AN);
    assert_eq!(unicode::bidi_class('\u{6F0}'), BidiClass::EN);
    // U+094D DEVANAGARI SIGN VIRAMA
    assert_eq!(unicode::canonical_combining_class('\u{94D}'), 9);
    assert_eq!(unicode::general_category('\u{94D}'), GeneralCategory::Mn);
    // U+1D7D8 MATHEMATICAL DOUBLE-STRUCK DIGIT ZERO follows directly on another set of ten.
    assert_eq!(unicode::digit_zero('\u{1D7D9}'), Some('\u{1D7D8}'));
    // U+0558, assigned in 18.0; U+33479, a Han character of 17.0
    assert_eq!(unicode::age('\u{558}'), Some(Version::new(18, 0)));
    assert_eq!(unicode::age('\u{33479}'), Some(Version::new(17, 0)));
    assert_eq!(unicode::script('\u{33479}'), Script::Han);
}

#[test]
fn every_decimal_digit_lies_within_nine_of_its_zero() {
    for c in (0..CODE_POINTS).filter_map(char::from_u32) {
        match unicode::digit_zero(c) {
            Some(zero) => {
                assert_eq!(unicode::general_category(c), GeneralCategory::Nd);
                assert!((0..10).contains(&(c as u32 - zero as u32)), "{c:?} and {zero:?}");
            }
            None => assert_ne!(unicode::general_category(c), GeneralCategory::Nd, "{c:?}"),
        }
    }
}

#[test]
fn names_of_values_and_scripts_go_both_ways() {
    for script in Script::ALL {
        assert_eq!(Script::from_name(script.short_name()), Some(*script));
        assert_eq!(Script::from_name(script.long_name()), Some(*script));
    }
    let numbers = NfcQuickCheck::ALL.iter().enumerate().all(|(n, value)| *value as usize == n);
    assert!(numbers && GeneralCategory::ALL.len() == 30 && BidiClass::ALL.len() == 23);
}
