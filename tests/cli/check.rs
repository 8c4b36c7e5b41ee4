//! `check` for people, and where its names come from.

use super::{TemporaryFile, assert_snapshot, pipe, run};

const NAMES: [&str; 7] =
    ["bücher.example", "xn--bcher-kva.example", "WWW.Example", "a·b.example", "-pаypal-", "xn--a", "אב1.1a"];

#[test]
fn text() {
    let mut arguments = vec!["check", "--compare-uts46", "--"];
    arguments.extend(NAMES);
    let found = run(&arguments);
    assert_eq!((found.status, found.stderr.as_str()), (1, ""));
    assert_snapshot("check.txt", found.text());
}

#[test]
fn csv() {
    let mut arguments = vec!["check", "--format", "csv", "--"];
    arguments.extend(NAMES);
    arguments.push("quoted\",comma");
    let found = run(&arguments);
    assert_eq!(found.status, 1);
    assert_snapshot("check.csv", found.text());
    let heading = found.text().lines().next().unwrap();
    let mut rows = 0;
    for line in found.text().lines().skip(1) {
        rows += 1;
        if !line.contains('"') {
            assert_eq!(line.matches(',').count(), heading.matches(',').count(), "{line}");
        }
    }
    assert!(rows > NAMES.len());
}

#[test]
fn colours_when_asked_for() {
    let painted = run(&["check", "--color", "always", "a"]);
    assert_eq!(painted.text(), "\u{1B}[32mvalid  \u{1B}[0m  a\n");
    for choice in ["auto", "never"] {
        assert_eq!(run(&["check", "--color", choice, "a"]).text(), "valid    a\n");
    }
}

#[test]
fn names_from_everywhere_in_order() {
    let file = TemporaryFile::new("everywhere", b"three\r\nfour");
    let found = pipe(&["check", "-q", "one", "two", "--file", file.path(), "--file", "-"], b"five\nsix\n");
    assert_eq!(
        found.text().split_whitespace().filter(|word| *word != "valid").collect::<Vec<_>>(),
        ["one", "two", "three", "four", "five", "six"]
    );
    assert_eq!(found.stderr, "");
}

#[test]
fn byte_order_mark_and_line_ends() {
    let found = pipe(&["check", "-q"], "\u{FEFF}eins\r\nzwei\r\n\r\nvier".as_bytes());
    let names: Vec<&str> = found.text().lines().filter(|line| !line.starts_with("  ")).collect();
    assert_eq!(names, ["valid    eins", "valid    zwei", "invalid  ", "valid    vier"]);
    assert!(found.text().contains("syntax.empty-label"));
}

#[test]
fn pairs() {
    let lines = "xn--bcher-kva  bücher\nxn--bcher-kva\tbucher\nexample example\nXN--BCHER-KVA bücher\nxn--bcher-kva\n";
    let found = pipe(&["check", "--pair", "-q"], lines.as_bytes());
    assert_eq!(found.status, 1);
    let verdicts: Vec<&str> = found.text().lines().filter(|line| !line.starts_with("  ")).collect();
    let verdicts: Vec<&str> = verdicts.iter().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(verdicts, ["valid", "invalid", "valid", "invalid", "invalid"]);

    let found = run(&["check", "--pair", "xn--bcher-kva", "bücher"]);
    assert_eq!(found.status, 0);
    let found = run(&["check", "--pair", "xn--bcher-kva"]);
    assert_eq!((found.status, found.text()), (2, ""));
    assert!(found.stderr.contains("two by two"), "{}", found.stderr);
}

#[test]
fn another_version_and_protocol() {
    // U+0529 came in with Unicode 7.0.
    assert_eq!(run(&["check", "ԩ"]).status, 0);
    let found = run(&["check", "--unicode", "6.3", "ԩ"]);
    assert_eq!(found.status, 1);
    assert!(found.text().contains("UNASSIGNED in Unicode 6.3"), "{}", found.text());
    // Lookup does not apply the contextual rules of CONTEXTO (RFC 5891 §5.4).
    assert_eq!(run(&["check", "a·b"]).status, 1);
    assert_eq!(run(&["check", "--protocol", "lookup", "a·b"]).status, 0);
}

#[test]
fn language_of_the_environment() {
    let with = |name: &str, value: &str| {
        let output = super::program(&["check", "a·b"]).env(name, value).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let french = with("LC_ALL", "fr_CH.UTF-8");
    assert_eq!(french, with("LANG", "fr"));
    assert_eq!(french, run(&["check", "--lang", "fr", "a·b"]).text());
    let english = run(&["check", "a·b"]);
    assert_ne!(french, english.text());
    assert_eq!(english.text(), with("LANG", "C.UTF-8"));
    // The first variable that is set decides.
    let output = super::program(&["check", "a·b"]).env("LC_ALL", "C").env("LANG", "fr").output().unwrap();
    assert_eq!(output.stdout, english.stdout);
    for language in ["ar", "zh", "fr", "ru", "es"] {
        let found = run(&["check", "--lang", language, "a·b"]);
        assert!(found.text().contains("[context.middle-dot, RFC 5892 A.3]"), "{}", found.text());
    }
}
