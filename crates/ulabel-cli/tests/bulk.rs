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
            let counts = |text: &str| {
                let (verdicts, rest) = text.split_once(" in ").expect("counts in a time");
                let (_, codes) = rest.split_once('\n').expect("a line for each code");
                assert!(codes.contains("  2,857  syntax.not-ldh ["), "{codes}");
                format!("{verdicts}\n{codes}")
            };
            assert_eq!(counts(&several.stderr), counts(&alone.stderr));
        }
    }
    let found = ulabel(&["check", "--format", "jsonl", "--jobs", "3", "--file", &file]);
    for ((object, name), line) in found.stdout.lines().zip(names.lines()).zip(1..) {
        let object: serde_json::Value = serde_json::from_str(object).unwrap();
        assert_eq!(object["input"], name);
        assert_eq!((&object["file"], &object["line"]), (&file.as_str().into(), &line.into()));
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
    const JSON: &str =
        "{\"names\":3,\"valid\":2,\"review\":0,\"invalid\":1,\"codes\":{\"syntax.not-ldh\":1}}\n";
    let names = b"a\nb\na_b\n";
    for (format, expected) in [
        ("text", "3 names: 2 valid, 0 to review, 1 invalid\n  1  syntax.not-ldh [RFC 5890 §2.3.1]\n"),
        ("json", JSON),
        ("jsonl", JSON),
        ("csv", "names,valid,review,invalid\n3,2,0,1\n\ncode,names\nsyntax.not-ldh,1\n"),
    ] {
        let found = ulabel_with(&["check", "--summary-only", "--format", format], names);
        assert_eq!((found.stdout.as_str(), found.stderr.as_str()), (expected, ""));
    }
}

#[test]
fn codes_of_a_summary() {
    // Eleven codes, the most frequent of which stands last; a name counts once for each.
    let names = "-a\na-\nA\na..b\nxn--a-\nxn--a\nxn--abc-def\nab--c\na·b\nאa\n€\ne\u{301}\n\u{301}a\na_b_c\na_b\na_b-\n";
    let found = ulabel_with(&["check", "--summary-only"], names.as_bytes());
    let (summary, codes) = found.stdout.split_once('\n').unwrap();
    assert!(summary.starts_with("16 names: "), "{summary}");
    let codes: Vec<&str> = codes.lines().collect();
    assert!(codes.len() > 10, "{codes:?}");
    assert_eq!(codes[0], "  3  syntax.not-ldh [RFC 5890 §2.3.1]");
    let numbers: Vec<u64> =
        codes.iter().map(|line| line.split_whitespace().next().unwrap().parse().unwrap()).collect();
    assert!(numbers.is_sorted_by(|a, b| a >= b), "{numbers:?}");
    // Beside results, the ten most frequent.
    let beside = ulabel_with(&["check"], names.as_bytes());
    let noted: Vec<&str> = beside.stderr.lines().skip(1).collect();
    let (last, noted) = noted.split_last().unwrap();
    assert_eq!(noted, &codes[..10]);
    assert!(last.starts_with(&format!("  {} more ", codes.len() - 10)), "{last}");
    // Each count is that of the names that have the code.
    let json = ulabel_with(&["check", "--summary-only", "--format", "json"], names.as_bytes());
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    let counts = json["codes"].as_object().unwrap();
    assert_eq!(counts.len(), codes.len());
    for (code, count) in counts {
        let found = ulabel_with(&["check", "-q", "--format", "jsonl", "--code", code], names.as_bytes());
        assert_eq!(Some(found.stdout.lines().count() as u64), count.as_u64(), "{code}");
    }
    // Nothing found, nothing told.
    assert_eq!(ulabel_with(&["check", "--summary-only"], b"a\n").stdout.lines().count(), 1);
    assert_eq!(ulabel_with(&["check"], b"a\n").stderr.lines().count(), 1);
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
