//! Labels as browsers would show them: published behaviour, step by step.

use ulabel::display::{self, Browser, Step};
use ulabel::finding::{Argument, ArgumentName, Code};
use ulabel::{Severity, Span};

fn step(browser: Browser, label: &str, tld: &str) -> Option<Step> {
    display::refusal(browser, label, tld).map(|refusal| refusal.step())
}

/// The names that registries permit and Chrome shows as A-labels.
#[test]
fn chrome_hides_what_registries_permit() {
    let chrome = |label, tld| step(Browser::Chrome, label, tld);
    // U+02BC MODIFIER LETTER APOSTROPHE in .укр and .бел
    assert_eq!(chrome("п\u{2BC}ять", "укр"), Some(Step::DeniedCharacter));
    assert_eq!(chrome("м\u{2BC}яса", "xn--90ais"), Some(Step::DeniedCharacter));
    assert_eq!(chrome("b\u{259}la", "se"), Some(Step::TldLetter));
    assert_eq!(chrome("\u{FE}or", "ch"), Some(Step::TldLetter));
    assert_eq!(chrome("ma\u{F0}ur", "de"), Some(Step::TldLetter));
    assert_eq!(chrome("a\u{138}a", "de"), Some(Step::RestrictedCharacter));
    assert_eq!(chrome("col·lega", "es"), Some(Step::MiddleDot));
    // U+1F00 GREEK SMALL LETTER ALPHA WITH PSILI
    assert_eq!(chrome("\u{1F00}ρχή", "gr"), Some(Step::RestrictedCharacter));
}

#[test]
fn chrome_shows_ordinary_labels() {
    for (label, tld) in [
        ("bücher", "de"),
        ("пример", "рф"),
        ("пример", "com"),
        ("例え", "jp"),
        ("dvd店", "jp"),
        ("مثال", "eg"),
        ("\u{FE}or", "is"),
        ("b\u{259}la", "az"),
        ("col·lega", "cat"),
        ("example", "com"),
        ("ビタミンb6", "jp"),
        ("한국", "kr"),
    ] {
        assert_eq!(step(Browser::Chrome, label, tld), None, "{label}.{tld}");
        assert_eq!(step(Browser::Firefox, label, tld), None, "{label}.{tld}");
    }
}

#[test]
fn look_alikes_depend_on_the_tld() {
    // U+0441 U+043E U+0440 U+0435, all Cyrillic, look like "cope".
    let cope = "\u{441}\u{43E}\u{440}\u{435}";
    for browser in Browser::ALL {
        assert_eq!(step(browser, cope, "com"), Some(Step::WholeScriptConfusable));
        assert_eq!(step(browser, cope, "ru"), None);
        assert_eq!(step(browser, cope, "рф"), None);
        assert_eq!(step(browser, cope, "xn--p1ai"), None);
    }
    // U+03BF GREEK SMALL LETTER OMICRON, U+03C1 RHO
    assert_eq!(step(Browser::Chrome, "\u{3BF}\u{3C1}", "com"), Some(Step::WholeScriptConfusable));
    assert_eq!(step(Browser::Chrome, "\u{3BF}\u{3C1}", "gr"), None);
    assert_eq!(step(Browser::Firefox, "\u{3BF}\u{3C1}", "com"), None);
}

#[test]
fn each_step_where_it_applies() {
    let of = |label| {
        display::refusal(Browser::Chrome, label, "com").map(|r| (r.step(), r.span(), r.second_span()))
    };
    // U+2603 SNOWMAN
    assert_eq!(of("a\u{2603}"), Some((Step::RestrictedCharacter, Span::one(1), None)));
    // U+0430 CYRILLIC SMALL LETTER A
    assert_eq!(of("p\u{430}ypal"), Some((Step::ScriptMix, Span::one(1), Some(Span::one(0)))));
    // U+0967 DEVANAGARI DIGIT ONE
    assert_eq!(of("क\u{967}2"), Some((Step::MixedDigits, Span::one(2), Some(Span::one(1)))));
    // U+0323 COMBINING DOT BELOW, twice
    assert_eq!(of("é\u{323}\u{323}"), Some((Step::RepeatedMark, Span::one(2), None)));
    // U+00E9 holds U+0301.
    assert_eq!(of("é\u{301}"), Some((Step::RepeatedMark, Span::one(1), None)));
    assert_eq!(of("é店"), Some((Step::LatinBesideOther, Span::one(0), None)));
    let patterns = [
        ("i\u{307}é", 1),    // U+0307 COMBINING DOT ABOVE
        ("aノb", 1),         // U+30CE KATAKANA LETTER NO
        ("aーb", 1),         // U+30FC KATAKANA-HIRAGANA PROLONGED SOUND MARK
        ("a一店", 1),        // U+4E00, one stroke
        ("ア\u{3078}イ", 1), // U+3078 HIRAGANA LETTER HE
    ];
    for (label, at) in patterns {
        assert_eq!(of(label), Some((Step::MisleadingPattern, Span::one(at), None)), "{label}");
    }
}

#[test]
fn findings_are_advice() {
    let findings = display::findings("p\u{430}ypal", "com");
    let codes: Vec<Code> = findings.iter().map(|finding| finding.code()).collect();
    assert_eq!(codes, [Code::DisplayChrome, Code::DisplayFirefox]);
    for finding in &findings {
        assert_eq!(finding.severity(), Severity::Info);
        assert!(finding.arguments().contains(&(ArgumentName::Reason, Argument::Keyword("script-mix"))));
    }
    assert!(display::findings("example", "com").is_empty());
    assert!(display::findings("", "").is_empty());
}
