//! UTS #46: comparison findings, and the conformance file `IdnaTestV2.txt`, by which our own Bidi and
//! ContextJ results are tested too.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use ulabel::display::uts46::{Comparison, compare, map};
use ulabel::{Checker, Code, Verdict};

/// A line of the conformance file.
struct Case {
    line: usize,
    source: String,
    to_unicode: String,
    status: BTreeSet<String>,
}

/// The cases; lines that hold a surrogate, which no string can, are left out.
fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (n, text) in include_str!("data/idna/IdnaTestV2.txt").lines().enumerate() {
        let text = text.split('#').next().unwrap().trim();
        if text.is_empty() {
            continue;
        }
        let columns: Vec<&str> = text.split(';').map(str::trim).collect();
        let (Some(source), Some(to_unicode)) = (unescape(columns[0]), unescape(columns[1])) else { continue };
        let to_unicode = if columns[1].is_empty() { source.clone() } else { to_unicode };
        let status = columns[2].trim_matches(['[', ']']).split(',').map(|code| code.trim().to_owned());
        let status = status.filter(|code| !code.is_empty()).collect();
        cases.push(Case { line: n + 1, source, to_unicode, status });
    }
    assert!(cases.len() > 6000);
    cases
}

/// Resolves `\uXXXX`, `\x{…}` and `""`; `None` for a surrogate.
fn unescape(text: &str) -> Option<String> {
    if text == "\"\"" {
        return Some(String::new());
    }
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let (digits, after) = match &rest[at + 1..at + 2] {
            "u" => (&rest[at + 2..at + 6], &rest[at + 6..]),
            _ => rest[at + 3..].split_once('}').unwrap(),
        };
        out.push(char::from_u32(u32::from_str_radix(digits, 16).unwrap())?);
        rest = after;
    }
    out.push_str(rest);
    Some(out)
}

/// Differences that are known, each with its reason.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    #[serde(default)]
    difference: Vec<Difference>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Difference {
    test: String,
    lines: Vec<usize>,
    reason: String,
}

/// Fails when a case differs that is not listed, and when one is listed that does not differ.
fn compare_with_known(test: &str, found: &BTreeMap<usize, String>) {
    let known: Known = toml::from_str(include_str!("known_differences/idna_test_v2.toml")).unwrap();
    let mut listed = BTreeSet::new();
    for difference in known.difference.iter().filter(|difference| difference.test == test) {
        assert!(!difference.reason.is_empty());
        listed.extend(difference.lines.iter().copied());
    }
    let unlisted: Vec<_> = found.iter().filter(|(line, _)| !listed.contains(line)).collect();
    let gone: Vec<_> = listed.iter().filter(|line| !found.contains_key(line)).collect();
    let shown: Vec<String> = unlisted.iter().take(60).map(|(line, what)| format!("{line}: {what}")).collect();
    assert!(unlisted.is_empty(), "{} differ:\n{}", unlisted.len(), shown.join("\n"));
    assert!(gone.is_empty(), "listed as differing, but the same: {gone:?}");
}

/// Statuses of tests that browsers do not make: hyphens, lengths, the stricter choice of ASCII.
const NOT_ASKED: [&str; 6] = ["V2", "V3", "U1", "A4_1", "A4_2", "X4_2"];

#[test]
fn conformance_of_the_mapping() {
    let mut found = BTreeMap::new();
    for case in cases() {
        let refused = case.status.iter().any(|code| !NOT_ASKED.contains(&code.as_str()));
        // Some of the ASCII characters of status U1 are refused in hosts, some not.
        let either = !refused && case.status.contains("U1");
        match map(&case.source) {
            Ok(mapped) if refused => {
                found.insert(case.line, format!("{:?} is taken as {mapped:?}", case.source));
            }
            Ok(mapped) if mapped != case.to_unicode => {
                found.insert(case.line, format!("{:?} gives {mapped:?}", case.source));
            }
            Err(error) if !refused && !either => {
                found.insert(case.line, format!("{:?}: {error}", case.source));
            }
            _ => {}
        }
    }
    compare_with_known("mapping", &found);
}

/// The rule that a status names, as a finding of ours.
fn code(status: &str) -> Option<Code> {
    Some(match status {
        "B1" => Code::BidiCondition1,
        "B2" => Code::BidiCondition2,
        "B3" => Code::BidiCondition3,
        "B4" => Code::BidiCondition4,
        "B5" => Code::BidiCondition5,
        "B6" => Code::BidiCondition6,
        "C1" => Code::Zwnj,
        "C2" => Code::Zwj,
        _ => return None,
    })
}

#[test]
fn bidi_and_joiners_by_the_conformance_file() {
    let asked: BTreeSet<Code> =
        ["B1", "B2", "B3", "B4", "B5", "B6", "C1", "C2"].into_iter().filter_map(code).collect();
    let mut found = BTreeMap::new();
    let mut broken = 0;
    for case in cases() {
        let expected: BTreeSet<Code> = case.status.iter().filter_map(|status| code(status)).collect();
        let report = Checker::registration().check(&case.to_unicode);
        let got: BTreeSet<Code> =
            report.all_findings().map(|finding| finding.code()).filter(|code| asked.contains(code)).collect();
        broken += usize::from(!expected.is_empty());
        if expected != got {
            let all = report.all_findings().map(|finding| finding.code().name());
            let all: BTreeSet<_> = all.collect();
            found.insert(case.line, format!("{:?} {:?}: found {all:?}", case.to_unicode, case.status));
        }
    }
    assert!(broken > 1000, "{broken}");
    compare_with_known("bidi-and-joiners", &found);
}

#[test]
fn what_a_label_is_compared_with() {
    let mapped = |text: &str| Comparison::Mapped(text.into());
    for (label, comparison) in [
        ("bücher", Comparison::Same),
        ("straße", Comparison::Same), // deviation characters are kept
        ("EXAMPLE", Comparison::Same),
        ("xn--bcher-kva", Comparison::Same),
        ("XN--BCHER-KVA", Comparison::Same),
        ("Bücher", mapped("bücher")),
        ("a\u{3002}b", mapped("a.b")),
        ("e\u{301}", mapped("é")),
        ("a\u{AD}b", mapped("ab")), // U+00AD SOFT HYPHEN is ignored
        ("a\u{202E}b", Comparison::Refused),
        ("xn--a", Comparison::Refused),
        ("a b", Comparison::Refused),
        ("♥", Comparison::Same), // valid in UTS #46, DISALLOWED in IDNA2008
    ] {
        assert_eq!(compare(label), comparison, "{label:?}");
    }
    assert_eq!(compare(&"a".repeat(3000)), Comparison::Refused);
}

#[test]
fn findings_are_advice() {
    let mut report = Checker::registration().check("bücher.example");
    report.compare_uts46();
    assert_eq!(report.all_findings().count(), 0);

    // The first label is right-to-left, which takes the digit of the second out of its place.
    let mut report = Checker::lookup().check("א.1a");
    report.compare_uts46();
    assert!(report.findings().iter().any(|finding| finding.code() == Code::Uts46Refused));

    let mut report = Checker::registration().check("Straße");
    report.compare_uts46();
    assert_eq!(report.verdict(), Verdict::Invalid);
    let codes: Vec<&str> = report.all_findings().map(|finding| finding.code().name()).collect();
    assert_eq!(codes, ["idna.uts46-mapped", "idna.disallowed"]);
}
