//! Many names: order, and the summary.

use super::names_file;
use crate::support::{ulabel, ulabel_with};

/// Names of all kinds, each with its number, so that none is like another.
fn names(count: usize) -> String {
    let mut text = String::new();
    for n in 0..count {
        match n % 7 {
            0 => text.push_str(&format!("bücher{n}\n")),
            1 => text.push_str(&format!("a_{n}\n")),
            2 => text.push_str(&format!("www.example{n}.org\n")),
            3 => text.push_str(&format!("xn--{n}\n")),
            4 => text.push_str(&format!("{}.{n}\n", "long".repeat(n % 40))),
            5 => text.push_str(&format!("ab{n}.אב{n}\r\n")),
            _ => text.push_str(&format!("plain{n}\n")),
        }
    }
    text
}

#[test]
fn order_whatever_the_jobs() {
    let names = names(20_000);
    let file = names_file("order", names.as_bytes());
    for format in ["text", "json", "jsonl", "csv"] {
        let alone = ulabel(&["check", "--format", format, "--jobs", "1", "--file", &file]);
        assert_eq!(alone.status, 1);
        for jobs in ["2", "5"] {
            let several = ulabel(&["check", "--format", format, "--jobs", jobs, "--file", &file]);
            assert!(several.stdout == alone.stdout, "{format} with {jobs} jobs");
            assert_eq!(several.status, 1);
            // Only how long it took may differ.
            let counts = |text: &str| text.rsplit_once(" in ").expect("counts in a time").0.to_owned();
            assert_eq!(counts(&several.stderr), counts(&alone.stderr));
        }
    }
    let found = ulabel(&["check", "--format", "jsonl", "--jobs", "3", "--file", &file]);
    for (object, name) in found.stdout.lines().zip(names.lines()) {
        let object: serde_json::Value = serde_json::from_str(object).unwrap();
        assert_eq!(object["input"], name);
    }
}

#[test]
fn summary() {
    let found = ulabel_with(&["check"], b"a\nb\na_b\n");
    assert!(found.stderr.starts_with("3 names: 2 valid, 0 to review, 1 invalid"), "{}", found.stderr);
    assert_eq!(ulabel_with(&["check", "--quiet"], b"a\n").stderr, "");
    // Names as arguments are no bulk.
    assert_eq!(ulabel(&["check", "a"]).stderr, "");
}

#[test]
fn only_the_summary() {
    let names = b"a\nb\na_b\n";
    for (format, expected) in [
        ("text", "3 names: 2 valid, 0 to review, 1 invalid\n"),
        ("json", "{\"names\":3,\"valid\":2,\"review\":0,\"invalid\":1}\n"),
        ("jsonl", "{\"names\":3,\"valid\":2,\"review\":0,\"invalid\":1}\n"),
        ("csv", "names,valid,review,invalid\n3,2,0,1\n"),
    ] {
        let found = ulabel_with(&["check", "--summary-only", "--format", format], names);
        assert_eq!((found.stdout.as_str(), found.stderr.as_str()), (expected, ""));
    }
}

#[test]
fn the_samples_that_ship() {
    let samples = crate::support::root().join("data/samples");
    let found =
        ulabel(&["check", "--summary-only", "--file", &samples.join("idn-cctlds.txt").display().to_string()]);
    assert_eq!(found.stdout, "61 names: 61 valid, 0 to review, 0 invalid\n");
    let found = ulabel(&[
        "check",
        "--format",
        "jsonl",
        "-q",
        "--file",
        &samples.join("registrations.txt").display().to_string(),
    ]);
    assert_eq!(found.status, 1);
    let verdicts =
        |verdict: &str| found.stdout.matches(&format!(",\"verdict\":\"{verdict}\",\"labels\"")).count();
    assert!(verdicts("valid") >= 10 && verdicts("invalid") >= 10, "{}", found.stdout);
}
