//! Runs `data/cases`: a folder for each family of codes, a file for each code.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use ulabel::{Checker, Code, Protocol, Report, Settings};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

/// One name and what is to be said of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The name, or the U-label of a pair.
    input: String,
    /// Bytes in hexadecimal instead of `input`, for what is not UTF-8.
    #[serde(default)]
    bytes: Option<String>,
    /// The A-label of a pair.
    #[serde(default)]
    a_label: Option<String>,
    #[serde(default)]
    unicode: Option<String>,
    #[serde(default)]
    protocol: Option<String>,
    /// Each `code` or `code@start..end`, in order; the whole of what is found.
    expected: Vec<String>,
    /// Why, and from where.
    #[allow(dead_code)]
    comment: String,
}

fn check(case: &Case) -> Report {
    let protocol = match case.protocol.as_deref() {
        Some("lookup") => Protocol::Lookup,
        Some("registration") | None => Protocol::Registration,
        Some(other) => panic!("unknown protocol {other}"),
    };
    let version = case.unicode.as_ref();
    let version = version.map_or(ulabel::unicode::UNICODE_VERSION, |version| version.parse().unwrap());
    let settings = Settings::new(protocol, version);
    let checker = Checker::new(settings);
    let mut report = Report::new();
    match (&case.a_label, &case.bytes) {
        (Some(a_label), _) => checker.check_pair_into(a_label, &case.input, &mut report),
        (None, Some(bytes)) => {
            let bytes: Vec<u8> = bytes.split(' ').map(|byte| u8::from_str_radix(byte, 16).unwrap()).collect();
            checker.check_bytes_into(&bytes, &mut report);
        }
        (None, None) => checker.check_into(&case.input, &mut report),
    }
    report
}

/// Runs every case; the codes that came up.
pub fn run() -> BTreeSet<Code> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/cases");
    let mut raised = BTreeSet::new();
    for family in fs::read_dir(&folder).unwrap() {
        for file in fs::read_dir(family.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            let file: File = toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            for case in &file.case {
                let report = check(case);
                raised.extend(report.all_findings().map(ulabel::Finding::code));
                let got: Vec<String> = report
                    .all_findings()
                    .zip(&case.expected)
                    .map(|(finding, expected)| match expected.contains('@') {
                        true => {
                            format!("{}@{}..{}", finding.code(), finding.span().start(), finding.span().end())
                        }
                        false => finding.code().to_string(),
                    })
                    .chain(report.all_findings().skip(case.expected.len()).map(|f| f.code().to_string()))
                    .collect();
                assert_eq!(got, case.expected, "{}: {:?}", path.display(), case.input);
            }
        }
    }
    raised
}

#[test]
fn every_case_holds() {
    assert!(!run().is_empty());
}
