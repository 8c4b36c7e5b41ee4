//! The published vectors: every verdict, every broken rule.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::Value;
use ulabel::{Checker, LabelReport, Severity};

use crate::support::shared_lines;

/// The code that stands for a rule of the vectors.
fn code_of(rule: &str) -> &'static str {
    match rule {
        "empty" => "syntax.empty-label",
        "too-long" => "syntax.label-too-long",
        "hyphen-start" => "syntax.hyphen-start",
        "hyphen-end" => "syntax.hyphen-end",
        "hyphen-3-4" | "r-ldh" => "syntax.hyphen-3-4",
        "not-ldh" => "syntax.not-ldh",
        "fake-alabel-ascii" => "ace.decodes-to-ascii",
        "pair-mismatch" => "ace.pair-mismatch",
        "pair-case" => "ace.not-canonical",
        "nfc" => "idna.not-nfc",
        "leading-mark" => "idna.leading-mark",
        "disallowed" => "idna.disallowed",
        "unassigned" => "idna.unassigned",
        "context-A.1" => "context.zwnj",
        "context-A.2" => "context.zwj",
        "context-A.3" => "context.middle-dot",
        "context-A.4" => "context.keraia",
        "context-A.5" => "context.geresh",
        "context-A.6" => "context.gershayim",
        "context-A.7" => "context.katakana-middle-dot",
        "context-A.8" => "context.arabic-indic-digits",
        "context-A.9" => "context.extended-arabic-indic-digits",
        "bidi-1" => "bidi.condition-1",
        "bidi-2" => "bidi.condition-2",
        "bidi-3" => "bidi.condition-3",
        "bidi-4" => "bidi.condition-4",
        "bidi-5" => "bidi.condition-5",
        "bidi-6" => "bidi.condition-6",
        punycode if punycode.starts_with("punycode-") => "ace.bad-punycode",
        other => panic!("unknown rule {other}"),
    }
}

fn text<'a>(case: &'a Value, field: &str) -> &'a str {
    case[field].as_str().unwrap_or_default()
}

fn check(case: &Value) -> LabelReport {
    let checker = Checker::registration();
    match text(case, "kind") {
        "pair" => checker.check_label_pair(text(case, "alabel"), text(case, "label")),
        _ => checker.check_label(text(case, "label")),
    }
}

/// Where we differ from the vectors, and why.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    difference: Vec<Difference>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Difference {
    id: u64,
    #[allow(dead_code)]
    reason: String,
}

#[test]
fn registration() {
    let Some(cases) = shared_lines("vectors/idna/registration.jsonl") else { return };
    let known: Known = toml::from_str(include_str!("known_differences/registration.toml")).expect("TOML");
    let mut known: BTreeSet<u64> = known.difference.iter().map(|difference| difference.id).collect();
    let mut differences = Vec::new();
    for case in &cases {
        let report = check(case);
        // A rule about one code point is compared with its place; others by name.
        let place = |code: &str, at: Option<u64>| {
            let placed =
                code.starts_with("context.") || code.starts_with("bidi.") || code.starts_with("idna.dis");
            (code.to_owned(), at.filter(|_| placed))
        };
        let expected: BTreeSet<_> = case["rules"]
            .as_array()
            .expect("rules")
            .iter()
            .map(|rule| place(code_of(text(rule, "rule")), rule["pos"].as_u64()))
            .collect();
        let got: BTreeSet<_> = report
            .findings()
            .iter()
            .filter(|finding| finding.severity() == Severity::Error)
            .map(|finding| place(finding.code().name(), Some(finding.span().start() as u64)))
            .collect();
        if expected != got && !known.remove(&case["id"].as_u64().expect("id")) {
            differences.push(format!(
                "{} {:?}: expected {expected:?}, got {got:?}",
                case["id"],
                text(case, "label")
            ));
        }
        if report.is_valid() != case["valid"].as_bool().expect("valid") {
            differences.push(format!("{}: verdict", case["id"]));
        }
        if let Some(out) = case["out"].as_str().filter(|_| report.is_valid()) {
            assert_eq!(report.label().a_label(), Some(out));
        }
        if let Some(decoded) = case["decoded"].as_str() {
            assert_eq!(report.label().u_label(), Some(decoded), "{case}");
        }
    }
    assert!(known.is_empty(), "listed as different, but the same or gone: {known:?}");
    assert!(differences.is_empty(), "{} of {}:\n{}", differences.len(), cases.len(), differences.join("\n"));
}

#[test]
fn punycode() {
    let Some(cases) = shared_lines("vectors/idna/punycode.jsonl") else { return };
    for case in &cases {
        let digits = text(case, "punycode");
        let decoded = ulabel::punycode::decode(digits).ok();
        assert_eq!(decoded.as_deref(), case["unicode"].as_str(), "{case}");
        if let Some(canonical) = case["canonical"].as_str() {
            assert_eq!(ulabel::punycode::encode(text(case, "unicode")).as_deref(), Ok(canonical), "{case}");
        }
    }
}
