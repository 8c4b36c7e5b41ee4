//! `explain`: the page, and that every way out it offers is one.

use serde_json::Value;
use ulabel::Checker;

use super::assert_snapshot;
use crate::support::{ulabel, ulabel_with};

#[test]
fn page() {
    let found = ulabel(&["explain", "--", "a·b.example", "Bücher", "-ábc", "中한ب", "xn--a", "\u{301}e"]);
    assert_eq!(found.status, 1);
    assert_snapshot("explain.txt", &found.stdout);
}

#[test]
fn valid_page() {
    let found = ulabel(&["explain", "bücher"]);
    assert_snapshot("explain-valid.txt", &found.stdout);
    assert!(found.stdout.contains("U+00FC"));
    assert!(found.stdout.contains("LATIN SMALL LETTER U WITH DIAERESIS"));
}

#[test]
fn json() {
    let found = ulabel(&["explain", "--format", "json", "l·l", "a\u{FC}\u{301}B"]);
    let pages: Value = serde_json::from_str(&found.stdout).unwrap();
    let dot = &pages[0]["labels"][0]["code_points"][1];
    assert_eq!(dot["code_point"], "U+00B7");
    assert_eq!(dot["name"], "MIDDLE DOT");
    assert_eq!(dot["derived_property"], "CONTEXTO");
    assert_eq!(dot["age"], "1.1");
    assert_eq!(dot["rules"], serde_json::json!(["RFC 5892 A.3"]));
    assert_eq!(pages[1]["ways_out"][0]["name"], "a\u{1D8}b");
}

/// Every name that is offered is valid.
#[test]
fn ways_out_are_valid() {
    let names = [
        "Bücher.example",
        "STRAßE",
        "a·b",
        "--a",
        "ü--",
        "e\u{301}",
        "\u{301}\u{302}x",
        "ﬁsh",
        "a\u{AD}b",
        "aא",
        "אa",
        "٠۰",
        "a\u{200D}b",
        "Ⅷ",
        "中\u{3002}国",
        "a b",
        "a_b",
        "♥",
        "ab--cd",
        "אב1.1a",
    ];
    let found = ulabel_with(&["explain", "--format", "jsonl"], names.join("\n").as_bytes());
    let mut offered = 0;
    for line in found.stdout.lines() {
        let page: Value = serde_json::from_str(line).unwrap();
        for way in page["ways_out"].as_array().unwrap() {
            offered += 1;
            let report = Checker::registration().check(way["name"].as_str().unwrap());
            assert!(report.is_valid(), "{way} for {}", page["input"]);
            assert_eq!(report.ascii().as_deref(), way["ascii"].as_str());
        }
    }
    assert!(offered >= 14, "{offered}");
}

#[test]
fn no_way_out_is_offered_that_does_not_help() {
    // Without the first mark the label still begins with one.
    let found = ulabel(&["explain", "--format", "jsonl", "\u{301}\u{302}x"]);
    let page: Value = serde_json::from_str(&found.stdout).unwrap();
    let explanations = page["labels"][0]["explanations"].as_array().unwrap();
    let mark = explanations.iter().find(|explained| explained["code"] == "idna.leading-mark").unwrap();
    assert_eq!(mark["way_out"], Value::Null);
}
