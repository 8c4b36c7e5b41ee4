//! JSON Lines, the contract that other programs rely on: read with structures that take no field too
//! many and none too few.

use serde::Deserialize;
use ulabel::{Checker, Code, Report};

use crate::support::{ulabel, ulabel_with};

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Name {
    input: String,
    name: String,
    ascii: Option<String>,
    verdict: Verdict,
    labels: Vec<Label>,
    findings: Vec<Finding>,
    file: Option<String>,
    line: Option<u64>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Label {
    input: String,
    kind: String,
    u_label: Option<String>,
    a_label: Option<String>,
    verdict: Verdict,
    scripts: Vec<String>,
    findings: Vec<Finding>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Finding {
    code: String,
    severity: Severity,
    clause: String,
    start: usize,
    end: usize,
    second_start: Option<usize>,
    second_end: Option<usize>,
    code_points: Vec<String>,
    #[serde(default)]
    arguments: serde_json::Map<String, serde_json::Value>,
    message: String,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Verdict {
    Valid,
    Review,
    Invalid,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Severity {
    Info,
    Warning,
    Error,
}

/// One name of every sort that there is.
const NAMES: [&str; 17] = [
    "example",
    "www.example.",
    "127",
    "a-1.b",
    "WWW.example",
    "xn--bcher-kva.example",
    "bücher.example",
    "Bücher",
    "e\u{301}",
    "a·b",
    "xn--a",
    "אב1.1a",
    "a..b",
    ".",
    "a\"\\\u{7}\u{2028}b",
    "xn--.-",
    "abcא",
];

#[test]
fn shape() {
    let found = ulabel_with(&["check", "--format", "jsonl", "-q"], NAMES.join("\n").as_bytes());
    assert_eq!(found.stdout.lines().count(), NAMES.len());
    for ((line, input), number) in found.stdout.lines().zip(NAMES).zip(1..) {
        let name: Name = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        assert_eq!(name.input, input);
        assert_eq!((name.file.as_deref(), name.line), (Some("-"), Some(number)));
        let report = Checker::registration().check(input);
        assert_eq!(name.name, report.name());
        assert_eq!(name.ascii, report.ascii());
        assert_eq!(name.labels.len(), report.labels().len());
        for (label, report) in name.labels.iter().zip(report.labels()) {
            assert_eq!(label.kind, report.label().kind().name());
            assert_eq!(label.u_label.as_deref(), report.label().u_label());
            assert_eq!(label.a_label.as_deref(), report.label().a_label());
            for finding in &label.findings {
                check_finding(finding, label.u_label.as_deref().unwrap_or_default());
            }
            assert_eq!(label.verdict, worst(&label.findings));
        }
        let all = name.labels.iter().map(|label| label.verdict).chain([worst(&name.findings)]);
        assert_eq!(name.verdict, all.max_by_key(|verdict| *verdict as u8).unwrap());
    }
}

fn check_finding(finding: &Finding, u_label: &str) {
    assert!(Code::from_name(&finding.code).is_some(), "{finding:?}");
    assert!(!finding.clause.is_empty() && !finding.message.is_empty());
    let second = finding.second_start.zip(finding.second_end);
    assert_eq!(second.is_some(), finding.second_start.or(finding.second_end).is_some());
    assert!(second.is_none_or(|(start, end)| start < end && end <= u_label.chars().count()));
    let chars: Vec<String> = u_label
        .chars()
        .skip(finding.start)
        .take(finding.end - finding.start)
        .map(|c| format!("U+{:04X}", u32::from(c)))
        .collect();
    assert_eq!(finding.code_points, chars);
}

fn worst(findings: &[Finding]) -> Verdict {
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        Verdict::Invalid
    } else if findings.iter().any(|finding| finding.severity == Severity::Warning) {
        Verdict::Review
    } else {
        Verdict::Valid
    }
}

#[test]
fn the_example_of_the_contract() {
    let found = ulabel(&["check", "--format", "jsonl", "xn--bcher-kva.example"]);
    let expected = concat!(
        r#"{"input":"xn--bcher-kva.example","name":"bücher.example","ascii":"xn--bcher-kva.example","#,
        r#""verdict":"valid","labels":[{"input":"xn--bcher-kva","kind":"a-label","u_label":"bücher","#,
        r#""a_label":"xn--bcher-kva","verdict":"valid","scripts":["Latn"],"findings":[]},"#,
        r#"{"input":"example","kind":"nr-ldh-label","u_label":"example","a_label":"example","#,
        r#""verdict":"valid","scripts":["Latn"],"findings":[]}],"findings":[]}"#,
        "\n"
    );
    assert_eq!(found.stdout, expected);
}

/// Names written directly are as serializing gives them.
#[test]
fn plain_names_are_written_alike() {
    let mut plain = 0;
    for name in NAMES.into_iter().chain(["a", "1", "a.1.b2-3.", "x--y", "a.-b", "ab--c"]) {
        let report: Report = Checker::registration().check(name);
        let mut out = Vec::new();
        if report.append_plain_json(&mut out) {
            plain += 1;
            assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string(&report).unwrap());
        } else {
            assert!(out.is_empty());
        }
    }
    assert!(plain >= 7, "{plain}");
}

#[test]
fn an_array_is_the_same_objects() {
    let input = NAMES.join("\n");
    let lines = ulabel_with(&["check", "--format", "jsonl", "-q"], input.as_bytes());
    let array = ulabel_with(&["check", "--format", "json", "-q"], input.as_bytes());
    let lines: Vec<Name> = lines.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let array: Vec<Name> = serde_json::from_str(&array.stdout).unwrap();
    assert_eq!(lines, array);
}

#[test]
fn only_messages_depend_on_the_language() {
    let input = NAMES.join("\n");
    let read = |language: &str| -> Vec<Name> {
        let found = ulabel_with(&["check", "--format", "jsonl", "-q", "--lang", language], input.as_bytes());
        let mut names: Vec<Name> =
            found.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        for name in &mut names {
            let of_labels = name.labels.iter_mut().flat_map(|label| &mut label.findings);
            for finding in of_labels.chain(&mut name.findings) {
                finding.message.clear();
            }
        }
        names
    };
    assert_eq!(read("en"), read("fr"));
    assert_eq!(read("en"), read("ar"));
}
