//! Scripts and look-alikes: the vectors of UTS #39, the laws, unicode-security beside us.

use std::collections::BTreeSet;

use proptest::prelude::*;
use ulabel::finding::{Argument, ArgumentName};
use ulabel::script::{self, Confusable, Direction, IdentifierProfile, RestrictionLevel, Rules, ScriptSet};
use ulabel::unicode::{self, Script};
use ulabel::{Code, Finding, Span};
use unicode_security::RestrictionLevelDetection;

use crate::invariants as laws;
use crate::support::shared_lines;

fn hex(text: &str) -> String {
    text.chars().map(|c| format!("{:04X}", c as u32)).collect::<Vec<_>>().join(" ")
}

#[test]
fn vectors() {
    let Some(cases) = shared_lines("vectors/idna/uts39.jsonl") else { return };
    let mut differences = Vec::new();
    for case in &cases {
        let label = case["label"].as_str().expect("label");
        let expected = &case["uts39"];
        let mut compare = |what: &str, got: serde_json::Value| {
            if expected[what] != got {
                differences.push(format!("{} {label}: {what} {} got {got}", case["id"], expected[what]));
            }
        };
        let level = |profile| script::restriction_level(label, profile).name().into();
        compare("level", level(IdentifierProfile::GeneralSecurity));
        compare("level_any_character", level(IdentifierProfile::AnyCharacter));
        compare("mixed_script", (!script::is_single_script(label)).into());
        compare("mixed_numbers", script::mixed_numbers(label).is_some().into());
        compare("skeleton", hex(&script::skeleton(label)).into());
        let resolved: BTreeSet<&str> = script::resolved_script_set(label).codes().collect();
        compare("resolved", resolved.into_iter().collect::<Vec<_>>().into());
        if let Some(other) = case["other"].as_str() {
            let kind = script::confusable(label, other).map_or("none", Confusable::name);
            compare("confusable", kind.into());
        }
    }
    assert!(differences.is_empty(), "{} of {}:\n{}", differences.len(), cases.len(), differences.join("\n"));
}

#[test]
fn skeleton_of_every_character_is_the_suppliers() {
    for c in '\0'..=char::MAX {
        let text = c.to_string();
        let theirs: String = unicode_security::skeleton(&text).collect();
        assert_eq!(script::skeleton(&text), theirs, "U+{:04X}", c as u32);
    }
}

#[test]
fn augmented_script_set_of_every_character_is_the_suppliers() {
    for c in '\0'..=char::MAX {
        let theirs = unicode_security::mixed_script::AugmentedScriptSet::for_char(c);
        let ours = ScriptSet::of(c);
        if unicode::script(c) == Script::Unknown {
            // Its one script is Unknown (UAX #24 §2.2); unicode-security has no script for it.
            assert_eq!(ours, ScriptSet::only(Script::Unknown));
            continue;
        }
        if theirs.is_all() {
            assert!(ours.is_all(), "U+{:04X}", c as u32);
            continue;
        }
        let mut codes: BTreeSet<&str> = theirs.base.iter().map(|script| script.short_name()).collect();
        let systems = [("Hanb", theirs.hanb), ("Jpan", theirs.jpan), ("Kore", theirs.kore)];
        codes.extend(systems.iter().filter(|(_, held)| *held).map(|(code, _)| code));
        assert_eq!(ours.codes().collect::<BTreeSet<_>>(), codes, "U+{:04X}", c as u32);
    }
}

#[test]
fn recommended_scripts() {
    // UAX #31 Table 5 without Common and Inherited.
    let recommended = ScriptSet::recommended();
    for script in Script::ALL {
        let theirs = unicode_script::Script::from_full_name(script.long_name()).expect("known script");
        let expected = theirs.is_recommended() && !script.is_common_or_inherited();
        assert_eq!(recommended.contains(*script), expected, "{script}");
    }
}

#[test]
fn sets_hold_what_they_are_made_of() {
    let set: ScriptSet = [Script::Latin, *Script::ALL.last().expect("a script")].into_iter().collect();
    assert_eq!(set.scripts().len(), 2);
    assert!(ScriptSet::ALL.is_all() && ScriptSet::EMPTY.is_empty());
    assert_eq!(ScriptSet::ALL.scripts().len(), Script::ALL.len());
    assert!(!ScriptSet::ALL.without_writing_systems().is_all());
    assert_eq!(ScriptSet::ALL.to_string(), "all");
}

#[test]
fn mixtures_name_both_sides() {
    let of = |label: &str| {
        script::mixture(label).map(|m| {
            (m.before.range(), m.before_scripts.to_string(), m.after.range(), m.after_scripts.to_string())
        })
    };
    assert_eq!(of("example-1"), None);
    assert_eq!(of("1-2"), None);
    // The hyphen and the digit belong to neither side; U+0430 U+0431 are Cyrillic.
    assert_eq!(of("1-ab-2-\u{430}\u{431}c"), Some((2..4, "Latn".into(), 7..9, "Cyrl".into())));
    // U+65E5 is Han, U+3042 Hiragana, U+AC00 Hangul: Japanese up to the Hangul syllable.
    assert_eq!(of("\u{65E5}\u{3042}\u{AC00}"), Some((0..2, "Jpan".into(), 2..3, "Hang, Kore".into())));
    // U+0966 DEVANAGARI DIGIT ZERO is of several scripts, none of them Latin.
    assert_eq!(of("a\u{966}").map(|m| (m.0, m.2)), Some((0..1, 1..2)));
}

#[test]
fn digits_of_two_systems() {
    assert_eq!(script::mixed_numbers("a1b2"), None);
    // U+0660 ARABIC-INDIC and U+06F0 EXTENDED ARABIC-INDIC digits are two systems.
    assert_eq!(script::mixed_numbers("\u{661}x\u{662}\u{6F3}"), Some((0, 3)));
    // U+00BD, a fraction, and U+4E09, a numeral of Han, are no decimal digits.
    assert_eq!(script::mixed_numbers("1\u{BD}\u{4E09}"), None);
}

/// A digit of several scripts beside Latin: Latin and one Recommended script of the digit cover the
/// label, so it is Moderately Restrictive. unicode-security asks for a set of one script.
#[test]
fn latin_beside_a_character_of_several_scripts() {
    let label = "a\u{966}"; // U+0966 DEVANAGARI DIGIT ZERO
    let profile = IdentifierProfile::GeneralSecurity;
    assert_eq!(script::restriction_level(label, profile), RestrictionLevel::ModeratelyRestrictive);
    assert_eq!(label.detect_restriction_level(), unicode_security::RestrictionLevel::MinimallyRestrictive);
}

#[test]
fn whole_script_confusables() {
    let latin = |label: &str| script::whole_script_confusables(label).contains(Script::Latin);
    // U+0440 U+0430 U+0441 U+0435, all Cyrillic; U+043B CYRILLIC SMALL LETTER EL looks like no letter.
    assert!(latin("\u{440}\u{430}\u{441}\u{435}"));
    assert!(latin("\u{440}\u{430}\u{441}\u{435}-1"));
    assert!(!latin("\u{440}\u{430}\u{43B}"));
    // A label is no look-alike of its own script, nor is one that mixes scripts or has none.
    assert!(!latin("cape"));
    assert!(script::whole_script_confusables("cape").contains(Script::Cyrillic));
    assert!(script::whole_script_confusables("c\u{430}pe").is_empty());
    assert!(script::whole_script_confusables("1-0").is_empty());
    assert!(script::whole_script_confusables("").is_empty());
    // A mark that both scripts use goes with the letter: U+00E9 and U+0435 U+0301.
    assert!(latin("\u{435}\u{301}"));
    assert!(script::whole_script_confusables("\u{E9}").contains(Script::Cyrillic));
}

/// The findings of all rules on a label.
fn findings(label: &str, limit: RestrictionLevel) -> Vec<Finding> {
    Rules::new()
        .single_script()
        .restriction_level(limit)
        .no_mixed_digits()
        .no_whole_script_confusables(ScriptSet::only(Script::Latin))
        .check(label)
}

fn argument(finding: &Finding, name: ArgumentName) -> Option<&Argument> {
    finding.arguments().iter().find(|(other, _)| *other == name).map(|(_, argument)| argument)
}

#[test]
fn nothing_to_say_allocates_nothing() {
    for label in ["example", "пример", "日本の店", "مثال", "1-2", ""] {
        assert_eq!(findings(label, RestrictionLevel::HighlyRestrictive).capacity(), 0, "{label}");
    }
    assert!(Rules::new().check("p\u{430}\u{2603}").is_empty());
}

#[test]
fn a_finding_names_both_sides() {
    // U+0430 CYRILLIC SMALL LETTER A
    let findings = findings("p\u{430}ypal", RestrictionLevel::HighlyRestrictive);
    let [mixed, level] = findings.as_slice() else { panic!("{findings:?}") };
    for finding in [mixed, level] {
        assert_eq!((finding.span(), finding.second_span()), (Span::one(1), Some(Span::one(0))));
        let scripts = argument(finding, ArgumentName::Scripts);
        assert_eq!(scripts, Some(&Argument::Scripts([Script::Latin].into())));
        let others = argument(finding, ArgumentName::OtherScripts);
        assert_eq!(others, Some(&Argument::Scripts([Script::Cyrillic].into())));
    }
    assert_eq!((mixed.code(), level.code()), (Code::ScriptMixed, Code::RestrictionLevel));
    assert_eq!(argument(level, ArgumentName::Reason), Some(&Argument::Keyword("mixture")));
    assert_eq!(argument(level, ArgumentName::Actual), Some(&Argument::Keyword("minimally-restrictive")));
    assert_eq!(argument(level, ArgumentName::Limit), Some(&Argument::Keyword("highly-restrictive")));
}

#[test]
fn reasons_of_a_level() {
    let of = |label: &str, limit| findings(label, limit).into_iter().next().expect("a finding");
    // U+0138 LATIN SMALL LETTER KRA is Restricted.
    let finding = of("a\u{138}", RestrictionLevel::MinimallyRestrictive);
    assert_eq!(finding.span(), Span::one(1));
    assert_eq!(argument(&finding, ArgumentName::Reason), Some(&Argument::Keyword("restricted-character")));
    let finding = of("aé", RestrictionLevel::AsciiOnly);
    assert_eq!(finding.span(), Span::one(1));
    assert_eq!(argument(&finding, ArgumentName::Reason), Some(&Argument::Keyword("not-ascii")));
}

#[test]
fn digits_at_the_first_of_each_system() {
    // U+0915 DEVANAGARI LETTER KA, U+0967 DEVANAGARI DIGIT ONE
    let findings = findings("\u{915}\u{967}22", RestrictionLevel::Unrestricted);
    let [finding] = findings.as_slice() else { panic!("{findings:?}") };
    assert_eq!(finding.code(), Code::MixedDigits);
    assert_eq!((finding.span(), finding.second_span()), (Span::one(2), Some(Span::one(1))));
}

#[test]
fn the_look_alike_is_shown() {
    // U+0441 U+043E U+0440 U+0435, all Cyrillic
    let findings = findings("\u{441}\u{43E}\u{440}\u{435}-1", RestrictionLevel::SingleScript);
    let [finding] = findings.as_slice() else { panic!("{findings:?}") };
    assert_eq!(finding.code(), Code::WholeScriptConfusable);
    assert_eq!(argument(finding, ArgumentName::Other), Some(&Argument::Text("cope-1".into())));
    let finding = script::confusable_finding("rnodern", Confusable::SingleScript, "modern");
    assert_eq!((finding.code(), finding.span()), (Code::Confusable, Span::new(0, 7)));
    assert_eq!(argument(&finding, ArgumentName::Other), Some(&Argument::Text("modern".into())));
}

/// The display of a right-to-left label, step by step.
#[test]
fn order_of_display() {
    let ltr = |label: &str| script::bidi_skeleton(label, Direction::LeftToRight);
    let rtl = |label: &str| script::bidi_skeleton(label, Direction::RightToLeft);
    // U+05D1 U+05D2 are displayed from right to left; U+05B0 stays behind its letter (L3).
    assert_eq!(ltr("\u{5D1}\u{5D2}"), script::skeleton("\u{5D2}\u{5D1}"));
    assert_eq!(ltr("\u{5D1}\u{5B0}\u{5D2}"), script::skeleton("\u{5D2}\u{5D1}\u{5B0}"));
    // A number keeps its order within right-to-left text.
    assert_eq!(ltr("\u{5D1}12"), script::skeleton("12\u{5D1}"));
    assert_eq!(rtl("ab"), script::skeleton("ab"));
    // Brackets are mirrored where they run right to left (L4), and paired (N0).
    assert_eq!(ltr("\u{5D1}(\u{5D2})"), script::skeleton("(\u{5D2})\u{5D1}"));
    assert_eq!(ltr("m"), "rn");
}

#[test]
fn keys_part_labels() {
    // U+06F0 EXTENDED ARABIC-INDIC DIGIT ZERO has a full stop for a skeleton.
    assert_eq!(script::skeleton("\u{6F0}"), ".");
    assert_ne!(script::skeleton_key("a\u{6F0}b"), script::skeleton_key("a.b"));
    assert_eq!(script::skeleton_key("a.b."), "a.b.");
    assert_eq!(script::skeleton_key(""), "");
}

/// Labels that lean towards what is awkward: look-alikes, marks, scripts side by side, any character.
fn label() -> impl Strategy<Value = String> {
    let awkward = prop::sample::select(
        "abcdehilmorstuvwxz0123456789-áéöüßłıþñấ\u{300}\u{301}\u{307}\u{323}\u{338}\u{345}\u{344}аесорхуіјһмткив         αικνρυωοτאבגדהו\u{5B0}\u{5BC}\u{5C1}ابتثهو٠١٢۰۱\u{64B}\u{651}\u{670}กขคเแ\u{E38}\u{E49}०१क\u{93C}\u{94D}         日本語一丶のアイウンノー가한\u{1100}\u{1161}\u{11A8}ㄅ\u{200C}\u{200D}\u{F73}\u{F71}\u{9CB}\u{1E922}ﬁﷺ"
            .chars()
            .collect::<Vec<_>>(),
    );
    prop::collection::vec(prop_oneof![4 => awkward, 1 => any::<char>()], 0..16)
        .prop_map(|characters| characters.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn labels_of_look_alikes(label in label(), tld in label()) {
        laws::skeleton_agrees_with_unicode_security(&label);
        laws::skeletons_hold_together(&label);
        laws::scripts_hold_together(&label);
        laws::restriction_level_agrees_with_unicode_security(&label);
        laws::display_advice_is_sound(&label, &tld);
    }
}
