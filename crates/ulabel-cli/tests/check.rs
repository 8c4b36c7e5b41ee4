//! `check` for people, and where its names come from.

use super::{assert_snapshot, names_file};
use crate::support::{program, ulabel, ulabel_with};

const NAMES: [&str; 7] =
    ["bücher.example", "xn--bcher-kva.example", "WWW.Example", "a·b.example", "-pаypal-", "xn--a", "אב1.1a"];

#[test]
fn text() {
    let mut arguments = vec!["check", "--compare-uts46", "--"];
    arguments.extend(NAMES);
    let found = ulabel(&arguments);
    assert_eq!((found.status, found.stderr.as_str()), (1, ""));
    assert_snapshot("check.txt", &found.stdout);
}

#[test]
fn csv() {
    let mut arguments = vec!["check", "--format", "csv", "--"];
    arguments.extend(NAMES);
    arguments.push("quoted\",comma");
    let found = ulabel(&arguments);
    assert_eq!(found.status, 1);
    assert_snapshot("check.csv", &found.stdout);
    let heading = found.stdout.lines().next().unwrap();
    let mut rows = 0;
    for line in found.stdout.lines().skip(1) {
        rows += 1;
        if !line.contains('"') {
            assert_eq!(line.matches(',').count(), heading.matches(',').count(), "{line}");
        }
    }
    assert!(rows > NAMES.len());
}

#[test]
fn colours_when_asked_for() {
    let painted = ulabel(&["check", "--color", "always", "a"]);
    assert_eq!(painted.stdout, "\u{1B}[32mvalid  \u{1B}[0m  a\n");
    for choice in ["auto", "never"] {
        assert_eq!(ulabel(&["check", "--color", choice, "a"]).stdout, "valid    a\n");
    }
}

#[test]
fn names_from_everywhere_in_order() {
    let file = names_file("everywhere", b"three\r\nfour");
    let found = ulabel_with(&["check", "-q", "one", "two", "--file", &file, "--file", "-"], b"five\nsix\n");
    assert_eq!(
        found.stdout.split_whitespace().filter(|word| *word != "valid").collect::<Vec<_>>(),
        ["one", "two", "three", "four", "five", "six"]
    );
    assert_eq!(found.stderr, "");
}

#[test]
fn byte_order_mark_and_line_ends() {
    let found = ulabel_with(&["check", "-q"], "\u{FEFF}eins\r\nzwei\r\n\r\nvier".as_bytes());
    let names: Vec<&str> = found.stdout.lines().filter(|line| !line.starts_with("  ")).collect();
    assert_eq!(names, ["valid    eins", "valid    zwei", "invalid  ", "valid    vier"]);
    assert!(found.stdout.contains("syntax.empty-label"));
}

#[test]
fn pairs() {
    let lines = "xn--bcher-kva  bücher\nxn--bcher-kva\tbucher\nexample example\nXN--BCHER-KVA bücher\nxn--bcher-kva\n";
    let found = ulabel_with(&["check", "--pair", "-q"], lines.as_bytes());
    assert_eq!(found.status, 1);
    let verdicts: Vec<&str> = found.stdout.lines().filter(|line| !line.starts_with("  ")).collect();
    let verdicts: Vec<&str> = verdicts.iter().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(verdicts, ["valid", "invalid", "valid", "invalid", "invalid"]);

    let found = ulabel(&["check", "--pair", "xn--bcher-kva", "bücher"]);
    assert_eq!(found.status, 0);
    let found = ulabel(&["check", "--pair", "xn--bcher-kva"]);
    assert_eq!((found.status, found.stdout.as_str()), (2, ""));
    assert!(found.stderr.contains("two by two"), "{}", found.stderr);
}

#[test]
fn another_version_and_protocol() {
    // U+0529 came in with Unicode 7.0.
    assert_eq!(ulabel(&["check", "ԩ"]).status, 0);
    let found = ulabel(&["check", "--unicode", "6.3", "ԩ"]);
    assert_eq!(found.status, 1);
    assert!(found.stdout.contains("UNASSIGNED in Unicode 6.3"), "{}", found.stdout);
    // Lookup does not apply the contextual rules of CONTEXTO (RFC 5891 §5.4).
    assert_eq!(ulabel(&["check", "a·b"]).status, 1);
    assert_eq!(ulabel(&["check", "--protocol", "lookup", "a·b"]).status, 0);
}

#[test]
fn language_of_the_environment() {
    let with = |name: &str, value: &str| {
        let output = program(&["check", "a·b"]).env(name, value).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let french = with("LC_ALL", "fr_CH.UTF-8");
    assert_eq!(french, with("LANG", "fr"));
    assert_eq!(french, ulabel(&["check", "--lang", "fr", "a·b"]).stdout);
    let english = ulabel(&["check", "a·b"]);
    assert_ne!(french, english.stdout);
    assert_eq!(english.stdout, with("LANG", "C.UTF-8"));
    // The first variable that is set decides.
    let output = program(&["check", "a·b"]).env("LC_ALL", "C").env("LANG", "fr").output().unwrap();
    assert_eq!(output.stdout, english.stdout.as_bytes());
    for language in ["ar", "zh", "fr", "ru", "es"] {
        let found = ulabel(&["check", "--lang", language, "a·b"]);
        assert!(found.stdout.contains("[context.middle-dot, RFC 5892 A.3]"), "{}", found.stdout);
    }
}

/// Advice on display names the step, refuses nothing, and takes the top-level domain from the name or
/// from the policy.
#[test]
fn display_is_advice() {
    // Cyrillic letters that look like Latin ones: hidden under .com, shown under .рф.
    let hidden = ulabel(&["check", "--display", "--format", "jsonl", "аррӏе.com", "аррӏе.рф"]);
    assert_eq!(hidden.status, 0);
    let mut lines = hidden.stdout.lines();
    let (com, rf) = (lines.next().unwrap(), lines.next().unwrap());
    assert!(com.contains("display.chrome") && com.contains("whole-script"), "{com}");
    assert!(!rf.contains("display."), "{rf}");
    // U+00FE LATIN SMALL LETTER THORN is shown under .is alone.
    let under = |tld| ulabel(&["check", "--display", "--tld", tld, "--format", "jsonl", "þing"]).stdout;
    assert!(under("de").contains("display.chrome"));
    assert!(!under("is").contains("display.chrome"));
    let explained = ulabel(&["explain", "--display", "аррӏе.com"]);
    assert!(explained.stdout.contains("display.chrome"), "{}", explained.stdout);
}
