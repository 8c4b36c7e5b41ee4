//! `tables`: whole, for any version, in every format.

use ulabel::idna2008::property::derived_property_of_code_point;
use ulabel::unicode::Version;

use crate::support::ulabel;

/// Ranges as `first,last,value…` of a CSV with its heading line.
fn rows(text: &str, heading: &str) -> Vec<(u32, u32, Vec<String>)> {
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some(heading));
    let number = |text: &str| u32::from_str_radix(text, 16).unwrap();
    lines
        .map(|line| {
            let mut cells = line.split(',');
            let (first, last) = (number(cells.next().unwrap()), number(cells.next().unwrap()));
            (first, last, cells.map(str::to_owned).collect())
        })
        .collect()
}

#[test]
fn every_code_point_of_a_version() {
    for text in ["5.2", "12.0.0", "18.0"] {
        let version: Version = text.parse().unwrap();
        let found = ulabel(&["tables", "--unicode", text, "--format", "csv"]);
        let mut next = 0;
        for (first, last, value) in rows(&found.stdout, "first,last,value") {
            assert_eq!(first, next);
            next = last + 1;
            for code_point in [first, last] {
                assert_eq!(value, [derived_property_of_code_point(code_point, version).short_name()]);
            }
        }
        assert_eq!(next, 0x11_0000);
    }
}

#[test]
fn formats_say_the_same() {
    let csv = ulabel(&["tables", "--unicode", "12.0", "--format", "csv"]);
    let rows = rows(&csv.stdout, "first,last,value");
    let json = ulabel(&["tables", "--unicode", "12.0", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(json["unicode"], "12.0");
    assert_eq!(json["ranges"].as_array().unwrap().len(), rows.len());
    assert_eq!(json["ranges"][1], serde_json::json!({"first": "002D", "last": "002D", "value": "PVALID"}));
    let text = ulabel(&["tables", "--unicode", "12.0"]);
    assert_eq!(text.stdout.lines().count(), rows.len());
    assert!(text.stdout.starts_with("0000..002C      DISALLOWED\n002D            PVALID\n"));
}

#[test]
fn changes_lead_from_one_version_to_the_other() {
    let (from, to) = (Version::new(5, 2), Version::new(6, 0));
    let found = ulabel(&["tables", "--changes", "5.2", "6.0", "--format", "csv"]);
    let rows = rows(&found.stdout, "first,last,from,to");
    let mut changed = 0;
    let mut expected = 0;
    for code_point in 0..0x11_0000 {
        let before = derived_property_of_code_point(code_point, from);
        let after = derived_property_of_code_point(code_point, to);
        if before != after {
            expected += 1;
            let row = rows.iter().find(|(first, last, _)| (*first..=*last).contains(&code_point)).unwrap();
            assert_eq!(row.2, [before.short_name(), after.short_name()]);
        }
    }
    for (first, last, _) in &rows {
        changed += last - first + 1;
    }
    assert_eq!(changed, expected);
    // U+19DA NEW TAI LUE THAM DIGIT ONE stopped being PVALID (RFC 6452).
    assert!(found.stdout.contains("\n19DA,19DA,PVALID,DISALLOWED\n"));
    assert_eq!(
        ulabel(&["tables", "--changes", "12.0", "12.0", "--format", "csv"]).stdout,
        "first,last,from,to\n"
    );
    let json = ulabel(&["tables", "--changes", "5.2", "6.0", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(json["changes"].as_array().unwrap().len(), rows.len());
}
