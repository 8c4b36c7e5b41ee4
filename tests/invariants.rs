//! The laws. Property tests and fuzz targets call the same functions, so they use the public API only
//! and panic with the input when a law is broken.

#![allow(dead_code)] // each caller uses its own laws

use ulabel::script::{self, Direction, IdentifierProfile, RestrictionLevel, Rules, ScriptSet};
use ulabel::unicode::{self, BidiClass, Script};
use ulabel::{Checker, Finding, LabelKind, LabelReport, Protocol, Report, Settings, Severity, Verdict};

/// Punycode that decodes is what encoding gives, but for the case of letters and for a lone trailing
/// delimiter behind ASCII.
pub fn punycode_round_trips(text: &str) {
    if let Ok(decoded) = ulabel::punycode::decode(text) {
        let again = ulabel::punycode::encode(&decoded).expect("what was decoded is short enough");
        assert!(
            again.eq_ignore_ascii_case(text) || decoded.is_ascii(),
            "{text:?} decodes to {decoded:?}, which encodes to {again:?}"
        );
    }
    if let Ok(encoded) = ulabel::punycode::encode(text) {
        assert!(encoded.is_ascii(), "{text:?} encodes to {encoded:?}");
        assert_eq!(ulabel::punycode::decode(&encoded).as_deref(), Ok(text), "{encoded:?}");
    }
}

/// Our Punycode and that of crate `idna` agree.
pub fn punycode_agrees_with_idna(text: &str) {
    let theirs = idna::punycode::decode_to_string(text);
    let ours = ulabel::punycode::decode(text).ok();
    assert_eq!(ours, theirs, "decoding {text:?}");
    if text.chars().count() < 3000 {
        let theirs = idna::punycode::encode_str(text);
        assert_eq!(ulabel::punycode::encode(text).ok(), theirs, "encoding {text:?}");
    }
}

/// Checking a label never panics, says the same twice, and what it says holds together.
pub fn label_report_is_sound(text: &str) {
    for protocol in [Protocol::Registration, Protocol::Lookup] {
        for version in [ulabel::unicode::UNICODE_VERSION, ulabel::unicode::Version::new(6, 3)] {
            let checker = Checker::new(Settings::new(protocol, version));
            let report = checker.check_label(text);
            assert_eq!(report.findings(), checker.check_label(text).findings(), "{text:?} twice");
            report_holds_together(text, &report);
        }
    }
    // Lookup must not refuse a label that registration permits (RFC 5891 §5.4 asks for less).
    if Checker::registration().check_label(text).is_valid() {
        assert!(Checker::lookup().check_label(text).is_valid(), "{text:?}");
    }
}

fn report_holds_together(text: &str, report: &LabelReport) {
    let label = report.label();
    let length = label.u_label().map_or(0, |u_label| u_label.chars().count());
    for finding in report.findings() {
        assert!(finding.span().end() <= length, "{text:?}: {finding:?} lies outside");
        assert!(finding.span().start() <= finding.span().end());
    }
    assert!(
        report.findings().windows(2).all(|pair| order(&pair[0]) <= order(&pair[1])),
        "{text:?}: findings out of order"
    );
    let refused = report.findings().iter().any(|finding| finding.severity() == Severity::Error);
    assert_eq!(report.verdict() == Verdict::Invalid, refused);
    assert!(refused || label.kind().is_idna_valid(), "{text:?} is {}", label.kind());
    // A plain label may be refused for the company it keeps in a Bidi domain name; the others say of
    // themselves that they passed.
    assert!(!refused || !matches!(label.kind(), LabelKind::ALabel | LabelKind::ULabel), "{text:?}");
    if let Some(a_label) = label.a_label() {
        assert!(a_label.len() <= 63 && a_label.is_ascii(), "{text:?}: {a_label:?}");
        // Upper case in a U-label is refused, not folded, so it stays to be seen in what it encodes to.
        assert!(refused || !a_label.bytes().any(|octet| octet.is_ascii_uppercase()));
    } else {
        assert!(refused, "{text:?} is valid but has no A-label");
    }
}

pub fn order(finding: &Finding) -> (ulabel::Span, ulabel::Code) {
    (finding.span(), finding.code())
}

/// A valid label keeps its identity through both forms: from A-label to U-label and back, with the same
/// verdict and findings of the same codes.
pub fn forms_are_one_label(text: &str) {
    let checker = Checker::registration();
    let report = checker.check_label(text);
    let (LabelKind::ULabel | LabelKind::ALabel) = report.label().kind() else { return };
    let (Some(a_label), Some(u_label)) = (report.label().a_label(), report.label().u_label()) else {
        panic!("{text:?} is valid without both forms")
    };
    let (from_a, from_u) = (checker.check_label(a_label), checker.check_label(u_label));
    assert_eq!(from_a.label().kind(), LabelKind::ALabel, "{a_label:?}");
    assert_eq!(from_u.label().kind(), LabelKind::ULabel, "{u_label:?}");
    assert_eq!(from_a.label().u_label(), Some(u_label));
    assert_eq!(from_u.label().a_label(), Some(a_label));
    let pair = checker.check_label_pair(a_label, u_label);
    assert_eq!(pair.verdict(), Verdict::Valid, "{a_label:?} {u_label:?}: {:?}", pair.findings());
}

/// An XN-label that decodes to something beyond ASCII encodes to itself again: the reason why a check
/// need not encode it (`ace.not-canonical` is about pairs alone).
pub fn decoded_labels_are_canonical(digits: &str) {
    let Ok(decoded) = ulabel::punycode::decode(digits) else { return };
    if decoded.is_ascii() {
        return;
    }
    let again = ulabel::punycode::encode(&decoded).expect("short enough");
    assert_eq!(again.to_ascii_lowercase(), digits.to_ascii_lowercase());
}

/// Checking a name never panics, and its verdict is the worst of its findings.
pub fn name_report_is_sound(name: &[u8]) {
    let checker = Checker::registration();
    let mut report = Report::new();
    checker.check_bytes_into(name, &mut report);
    let worst = report.all_findings().map(Finding::severity).max();
    let expected = match worst {
        Some(Severity::Error) => Verdict::Invalid,
        Some(Severity::Warning) => Verdict::Review,
        _ => Verdict::Valid,
    };
    assert_eq!(report.verdict(), expected);
    for (input, label) in report.labels_with_input() {
        report_holds_together(input, label);
    }
    if let (true, Some(ascii)) = (report.is_valid(), report.ascii()) {
        assert!(ascii.len() <= 253, "{ascii:?}");
        // The name in its other forms is the same name. Folding upper case is told, so that alone may
        // differ.
        assert_eq!(checker.check(&ascii).ascii(), Some(ascii.clone()));
        assert_eq!(checker.check(&report.name()).ascii(), Some(ascii));
    }
    // The same report object gives the same answer again.
    let before = report.clone();
    checker.check_bytes_into(name, &mut report);
    assert_eq!(before.input(), report.input());
    assert!(before.all_findings().eq(report.all_findings()));
}

/// Checking a pair never panics, and a pair without findings is one valid label in both forms.
pub fn pair_report_is_sound(a_label: &str, u_label: &str) {
    let report = Checker::registration().check_label_pair(a_label, u_label);
    report_holds_together_pair(&report);
    // Labels of ASCII alone compare without case, RFC 5890 §2.3.2.4; they are no pair of two forms.
    if report.is_valid() && !u_label.is_ascii() {
        assert_eq!(report.label().a_label(), Some(a_label));
        assert_eq!(report.label().u_label(), Some(u_label));
    }
}

fn report_holds_together_pair(report: &LabelReport) {
    let length = report.label().u_label().map_or(0, |u_label| u_label.chars().count());
    assert!(report.findings().iter().all(|finding| finding.span().end() <= length));
}

/// Escaped text holds nothing that controls a terminal or turns the direction of writing.
pub fn escaped_text_is_safe(text: &str) {
    let escaped = ulabel::text::escape(text);
    let unsafe_character = |c: char| {
        c.is_control()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    };
    assert!(!escaped.chars().any(unsafe_character), "{text:?} became {escaped:?}");
    assert_eq!(ulabel::text::escape(&escaped), escaped, "escaping twice changes {text:?}");
}

/// Our answer to "is it NFC" is that of normalizing.
pub fn nfc_is_what_normalizing_says(text: &str) {
    use unicode_normalization::UnicodeNormalization;
    assert_eq!(ulabel::unicode::is_nfc(text), text.nfc().eq(text.chars()), "{text:?}");
}

/// Our skeleton is that of crate `unicode-security`, which takes the steps one after the other.
pub fn skeleton_agrees_with_unicode_security(text: &str) {
    let theirs: String = unicode_security::skeleton(text).collect();
    assert_eq!(script::skeleton(text), theirs, "{text:?}");
}

/// A skeleton is its own skeleton and that of every canonically equivalent string; display moves
/// characters and loses none.
pub fn skeletons_hold_together(text: &str) {
    let skeleton = script::skeleton(text);
    assert_eq!(script::skeleton(&skeleton), skeleton, "{text:?}");
    assert_eq!(script::skeleton(&unicode::nfd(text)), skeleton, "{text:?}");
    assert_eq!(script::skeleton(&unicode::nfc(text)), skeleton, "{text:?}");
    assert!(script::confusable(text, text).is_some());
    assert_eq!(script::skeleton_key(text).split('.').count(), text.split('.').count(), "{text:?}");
    for direction in [Direction::LeftToRight, Direction::RightToLeft] {
        let displayed = script::bidi_skeleton(text, direction);
        assert!(script::bidi_confusable(text, text, direction).is_some());
        if !text.chars().any(is_removed_or_mirrored) {
            assert_eq!(displayed.chars().count(), skeleton.chars().count(), "{text:?} {direction:?}");
        }
        let is_plain = direction == Direction::LeftToRight
            && text.chars().all(|c| unicode::bidi_class(c) == BidiClass::L);
        assert!(!is_plain || displayed == skeleton, "{text:?}");
    }
}

/// A mirrored character may have a skeleton of another length.
fn is_removed_or_mirrored(c: char) -> bool {
    use unicode::GeneralCategory::{Pe, Pf, Pi, Po, Ps, Sm, So};
    matches!(unicode::general_category(c), Pe | Pf | Pi | Po | Ps | Sm | So)
}

/// The statements about the scripts of a label hold together.
pub fn scripts_hold_together(text: &str) {
    let resolved = script::resolved_script_set(text);
    let mixture = script::mixture(text);
    assert_eq!(resolved.is_empty(), mixture.is_some(), "{text:?}");
    if let Some(mixture) = mixture {
        assert!(mixture.before.end() <= mixture.after.start(), "{text:?}");
        assert!(mixture.after.end() <= text.chars().count(), "{text:?}");
        assert!(!mixture.before.is_empty() && !mixture.after.is_empty(), "{text:?}");
        assert!(!mixture.before_scripts.is_empty() && !mixture.after_scripts.is_empty(), "{text:?}");
    }
    assert!(!script::whole_script_confusables(text).intersects(resolved), "{text:?}");
    let any = script::restriction_level(text, IdentifierProfile::AnyCharacter);
    let general = script::restriction_level(text, IdentifierProfile::GeneralSecurity);
    assert!(any < RestrictionLevel::Unrestricted, "{text:?}");
    assert!(general == any || general == RestrictionLevel::Unrestricted, "{text:?}");
    let rules = Rules::new()
        .single_script()
        .restriction_level(RestrictionLevel::AsciiOnly)
        .no_mixed_digits()
        .no_whole_script_confusables(ScriptSet::ALL);
    for finding in rules.check(text) {
        let spans = [Some(finding.span()), finding.second_span()];
        assert!(spans.into_iter().flatten().all(|span| span.end() <= text.chars().count()), "{text:?}");
    }
}

/// Our restriction level is that of crate `unicode-security`, but for two things. Latin beside characters
/// that have several scripts in common, one of them Recommended, is Moderately Restrictive: Latin and that
/// script cover the label (UTS #39 §5.1), where theirs asks for a set of one script. And an unassigned
/// character, which both leave to no level but Unrestricted, is of no script to them.
pub fn restriction_level_agrees_with_unicode_security(text: &str) {
    use RestrictionLevel as Ours;
    use unicode_security::{RestrictionLevel as Theirs, RestrictionLevelDetection};
    let ours = script::restriction_level(text, IdentifierProfile::GeneralSecurity);
    let theirs = match text.detect_restriction_level() {
        Theirs::ASCIIOnly => Ours::AsciiOnly,
        Theirs::SingleScript => Ours::SingleScript,
        Theirs::HighlyRestrictive => Ours::HighlyRestrictive,
        Theirs::ModeratelyRestrictive => Ours::ModeratelyRestrictive,
        Theirs::MinimallyRestrictive => Ours::MinimallyRestrictive,
        Theirs::Unrestricted => Ours::Unrestricted,
    };
    let beside_latin = text
        .chars()
        .map(ScriptSet::of)
        .filter(|set| !set.contains(Script::Latin))
        .fold(ScriptSet::ALL, ScriptSet::intersection);
    let explained = (ours, theirs) == (Ours::ModeratelyRestrictive, Ours::MinimallyRestrictive)
        && beside_latin.scripts().len() > 1;
    assert!(ours == theirs || explained, "{text:?}: {ours}, theirs {theirs}");
}

/// Advice on display never panics, lies inside the label, and leaves ASCII alone.
pub fn display_advice_is_sound(label: &str, tld: &str) {
    let findings = ulabel::display::findings(label, tld);
    assert!(findings.is_empty() || !label.is_ascii(), "{label:?}");
    assert!(findings.len() <= 2, "{label:?}");
    for finding in &findings {
        assert_eq!(finding.severity(), Severity::Info);
        let spans = [Some(finding.span()), finding.second_span()];
        assert!(spans.into_iter().flatten().all(|span| span.end() <= label.chars().count()), "{label:?}");
    }
}
