//! The laws. Property tests and fuzz targets call the same functions, so they use the public API only
//! and panic with the input when a law is broken.

#![allow(dead_code)] // each caller uses its own laws

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
            let checker = Checker::new(Settings { protocol, version });
            let report = checker.check_label(text);
            assert_eq!(report.findings(), checker.check_label(text).findings(), "{text:?} twice");
            report_holds_together(text, &report);
        }
    }
    // What registration permits, lookup must not refuse (RFC 5891 §5.4 asks for less).
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

fn order(finding: &Finding) -> (ulabel::Span, ulabel::Code) {
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

/// What escaping gives holds nothing that controls a terminal or turns the direction of writing.
pub fn escaped_text_is_safe(text: &str) {
    let escaped = ulabel::report::escape(text);
    let unsafe_character = |c: char| {
        c.is_control()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    };
    assert!(!escaped.chars().any(unsafe_character), "{text:?} became {escaped:?}");
    assert_eq!(ulabel::report::escape(&escaped), escaped, "escaping twice changes {text:?}");
}

/// Our answer to "is it NFC" is that of normalizing.
pub fn nfc_is_what_normalizing_says(text: &str) {
    use unicode_normalization::UnicodeNormalization;
    assert_eq!(ulabel::unicode::is_nfc(text), text.nfc().eq(text.chars()), "{text:?}");
}
