//! Input that means harm, or means nothing.

use crate::support::{program, ulabel, ulabel_with};

#[test]
fn escapes_on_a_terminal() {
    // A name that would colour the screen, ring, and turn the direction of what follows.
    let name = "a\u{1B}[35m\u{7}\u{202E}gpj.b";
    let found = ulabel(&["check", "--color", "always", name]);
    let shown = found.stdout.lines().next().unwrap();
    assert!(shown.contains(r"a\u{001B}[35m\u{0007}\u{202E}gpj.b"), "{shown}");
    for c in found.stdout.chars() {
        assert!(c == '\n' || c == '\u{1B}' || !c.is_control(), "{c:?} in {:?}", found.stdout);
        assert_ne!(c, '\u{202E}');
    }
    // Every escape character is one of our own colours.
    for (at, _) in found.stdout.match_indices('\u{1B}') {
        let sequence = &found.stdout[at + 1..];
        assert!(sequence.starts_with('[') && !sequence.starts_with("[35m"), "{sequence:?}");
    }
}

#[test]
fn pipes_are_byte_true() {
    let name = "a\u{1B}[31m\u{202E}gpj";
    let found = ulabel(&["check", name]);
    assert!(found.stdout.starts_with(&format!("invalid  {name}")), "{:?}", found.stdout);
    let found = ulabel(&["check", "--format", "jsonl", name]);
    let object: serde_json::Value = serde_json::from_str(&found.stdout).unwrap();
    assert_eq!(object["input"], name);
}

#[test]
fn octets_that_are_not_utf8() {
    let found = ulabel_with(&["check", "--format", "jsonl", "-q"], b"one\nb\xFCcher\n\xFF\xFE\x00\nfour\n");
    assert_eq!(found.status, 1);
    let objects: Vec<serde_json::Value> =
        found.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(objects.len(), 4);
    assert_eq!(objects[1]["input"], r"b\xFCcher");
    assert_eq!(objects[1]["findings"][0]["code"], "syntax.invalid-utf8");
    assert_eq!(objects[2]["verdict"], "invalid");
    assert_eq!(objects[3]["verdict"], "valid");
    for format in ["text", "csv", "json"] {
        assert_eq!(ulabel_with(&["check", "--format", format, "-q"], b"b\xFCcher").status, 1);
    }
    for command in [&["explain"][..], &["convert", "--to", "nfc"], &["convert", "--to", "a-label", "--map"]] {
        assert_eq!(ulabel_with(command, b"b\xFCcher\nb\n").status, 1, "{command:?}");
    }
}

#[cfg(unix)]
#[test]
fn arguments_that_are_not_utf8() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let output =
        program(&["check", "--format", "jsonl"]).arg(OsStr::from_bytes(b"b\xFCcher")).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stdout).unwrap().contains("syntax.invalid-utf8"));
}

#[test]
fn a_line_without_end() {
    let mut input = b"before\n".to_vec();
    input.extend("ü".repeat(4_000_000).bytes());
    input.extend(b"\nafter\n");
    input.extend(b"a.".repeat(1_000_000));
    for jobs in ["1", "2"] {
        let found = ulabel_with(&["check", "--format", "jsonl", "--jobs", jobs, "-q"], &input);
        let objects: Vec<serde_json::Value> =
            found.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let verdicts: Vec<&str> = objects.iter().map(|object| object["verdict"].as_str().unwrap()).collect();
        assert_eq!(verdicts, ["valid", "invalid", "valid", "invalid"]);
        assert!(found.stdout.len() < 3_000_000, "{}", found.stdout.len());
    }
}

#[test]
fn every_byte_alone() {
    let input: Vec<u8> =
        (0..=255u8).filter(|octet| *octet != b'\n').flat_map(|octet| [octet, b'\n']).collect();
    for format in ["text", "json", "jsonl", "csv"] {
        let found = ulabel_with(&["check", "--format", format], &input);
        assert_eq!(found.status, 1);
        assert!(found.stderr.starts_with("255 names: 62 valid"), "{}", found.stderr);
    }
    for command in [&["explain"][..], &["convert", "--to", "u-label", "--map"]] {
        assert_eq!(ulabel_with(command, &input).status, 1);
    }
}

/// Empty lines cost most output for their input: it must not pile up.
#[test]
fn a_flood_of_empty_lines() {
    let input = b"\n".repeat(300_000);
    let found = ulabel_with(&["check", "--format", "jsonl"], &input);
    assert_eq!(found.stdout.lines().count(), 300_000);
    assert!(
        found.stderr.starts_with("300000 names: 0 valid, 0 to review, 300000 invalid"),
        "{}",
        found.stderr
    );
}
