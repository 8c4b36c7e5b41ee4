//! Reports in JSON: the same octets whatever features are on. `.ci/features` runs this test with the default
//! features and with all of them.
#![allow(missing_docs, clippy::unwrap_used)]

use std::sync::Arc;

use ulabel::collisions::VariantList;
use ulabel::lgr::{Scratch, Strictness, Tables, xml};
use ulabel::{Checker, Report, policy};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/reports.jsonl");

/// Every letter is a variant of every other: labels have more variants than a number of JSON holds.
const ALL_ALIKE: &str = r#"
id = "all-alike"
double-hyphens = "review"
scripts.mixing = "single-script"
[[table]]
id = "latin"
letters = ["abcdefgh"]
variant-sets = ["all"]
[variant-sets]
all = [["a", "b", "c", "d", "e", "f", "g", "h"]]
"#;

fn sample() -> Arc<Tables> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/samples/sample-lgr.xml");
    let lgr = xml::read(&std::fs::read(path).unwrap(), Strictness::Strict).unwrap().lgr;
    Arc::new(Tables::new([("sample-lgr", lgr)]).unwrap())
}

fn json() -> String {
    let mut reports = Vec::new();
    let protocol = Checker::registration();
    for name in ["bücher.example", "a·b.אבג", "xn--999999999", "1a\u{915}\u{967}2", ""] {
        reports.push(protocol.check(name));
    }
    let mut report = Report::new();
    protocol.check_bytes_into(b"a\xFFb", &mut report);
    reports.push(report);
    let all_alike = policy::read(ALL_ALIKE).unwrap().policy;
    let all_alike = Checker::with_policy(&all_alike).unwrap();
    for name in ["ab", "abcdefghabcdefghabcdefgh", "h\u{430}", "a-b--c"] {
        reports.push(all_alike.check(name));
    }
    let ch = policy::builtin::find("ch").unwrap().policy().unwrap();
    reports.push(Checker::with_policy(&ch).unwrap().check("zü.ch"));
    let tables = sample();
    for name in ["соре.example", "c\u{43E}pe.example"] {
        reports.push(Checker::registration().with_tables(tables.clone()).check(name));
    }
    for report in &mut reports {
        report.advise_display(None);
    }
    let mut lines: Vec<String> =
        reports.iter().map(|report| serde_json::to_string(report).unwrap()).collect();
    let list = VariantList::new(&tables, "соре".as_bytes(), None, 3, &mut Scratch::new());
    lines.push(serde_json::to_string(&list).unwrap());
    lines.join("\n") + "\n"
}

#[test]
fn reports_are_the_same_with_any_features() {
    let json = json();
    if std::env::var_os("ULABEL_REFRESH").is_some() {
        std::fs::write(PATH, &json).unwrap();
    }
    let expected = std::fs::read_to_string(PATH).unwrap();
    for (got, expected) in json.lines().zip(expected.lines()) {
        assert_eq!(got, expected, "`ULABEL_REFRESH=1 cargo test --test json` writes {PATH}");
    }
    assert_eq!(json.lines().count(), expected.lines().count());
    // A count beyond 2^53 - 1 is a string of its digits.
    assert!(json.contains(r#""blocked":"4722366482869645213695""#), "8^24 - 1 labels");
}
