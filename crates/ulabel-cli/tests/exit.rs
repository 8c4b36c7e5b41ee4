//! The exit status, and what goes where.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use super::names_file;
use crate::support::{program, ulabel, ulabel_with};

#[test]
fn valid_invalid_failed() {
    for (arguments, status) in [
        (&["check", "example"][..], 0),
        (&["check", "example", "-q", "a_b"], 1),
        (&["check", "--summary-only", "a_b"], 1),
        (&["explain", "bücher"], 0),
        (&["explain", "a·b"], 1),
        (&["convert", "--to", "a-label", "bücher"], 0),
        (&["convert", "--to", "a-label", "Bücher"], 1),
        (&["tables", "--unicode", "12.0"], 0),
        (&["--help"], 0),
        (&["--version"], 0),
        (&[], 2),
        (&["frobnicate"], 2),
        (&["check", "--unicode", "12.7", "a"], 2),
        (&["check", "--unicode", "twelve", "a"], 2),
        (&["check", "--format", "xml", "a"], 2),
        (&["check", "--jobs", "0", "a"], 2),
        (&["check", "--lang", "xx", "a"], 2),
        (&["check", "--file", "/nonexistent/names"], 2),
        (&["check", "--file", "."], 2),
        (&["check", "-abc"], 2),
        (&["check", "a\nb"], 2),
        (&["tables", "--changes", "12.0"], 2),
    ] {
        let found = ulabel(arguments);
        assert_eq!(found.status, status, "{arguments:?}: {}", found.stderr);
        match status {
            2 => {
                assert_eq!(found.stdout, "", "{arguments:?}");
                assert!(!found.stderr.is_empty(), "{arguments:?}");
            }
            _ => assert!(!found.stdout.is_empty(), "{arguments:?}"),
        }
    }
}

#[test]
fn review_fails_only_when_strict() {
    // The Bidi rule is a SHOULD of the lookup protocol (RFC 5891 §5.4), so a warning.
    let name = "אa";
    assert_eq!(ulabel(&["check", "--protocol", "lookup", name]).status, 0);
    assert_eq!(ulabel(&["check", "--protocol", "lookup", "--strict", name]).status, 1);
    assert_eq!(ulabel(&["check", "--strict", "a"]).status, 0);
}

#[test]
fn nothing_to_check_is_no_fault() {
    for format in ["text", "jsonl"] {
        let found = ulabel_with(&["check", "--format", format], b"");
        assert_eq!((found.status, found.stdout.as_str()), (0, ""));
        assert!(found.stderr.starts_with("0 names"), "{}", found.stderr);
    }
    assert_eq!(ulabel_with(&["check", "--format", "json"], b"").stdout, "[\n]\n");
    assert_eq!(ulabel_with(&["check", "--format", "csv"], b"").stdout.lines().count(), 1);
}

#[test]
fn a_missing_file_is_named_before_any_work() {
    let found = ulabel(&["check", "example", "--file", "/nonexistent/names"]);
    assert_eq!((found.status, found.stdout.as_str()), (2, ""));
    assert!(found.stderr.contains("/nonexistent/names"), "{}", found.stderr);
}

#[test]
fn a_closed_pipe_is_silence() {
    let mut names = b"a_b\n".to_vec();
    names.extend(b"example\n".repeat(500_000));
    let file = names_file("closed-pipe", &names);
    for jobs in ["1", "2"] {
        let mut child = program(&["check", "--format", "jsonl", "--jobs", jobs, "--file", &file])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        assert!(first.contains("syntax.not-ldh"), "{first}");
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
        // One name is known to be invalid.
        assert_eq!(output.status.code(), Some(1));
    }
}

/// A reader that goes away ends the program even while its own source says nothing more.
#[test]
fn a_closed_pipe_does_not_wait_for_input() {
    use std::io::Write;
    let mut child =
        program(&["check", "--jobs", "2"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(b"one\n").unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    // The answer comes though the source is still open.
    stdout.read_line(&mut line).unwrap();
    assert_eq!(line, "-:1: valid    one\n");
    drop(stdout);
    stdin.write_all(b"two\n").unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    drop(stdin);
}
