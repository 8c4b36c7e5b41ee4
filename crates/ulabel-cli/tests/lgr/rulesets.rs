//! `lgr check`, `lgr show`, `lgr convert`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::SAMPLE;
use crate::support::{file, ulabel, ulabel_with};
use crate::support::{root, shared_path};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Checked {
    file: String,
    format: String,
    sound: bool,
    unusable: Option<String>,
    errors: usize,
    warnings: usize,
    faults: Vec<Fault>,
    statistics: Option<Statistics>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fault {
    code: String,
    severity: String,
    clause: String,
    line: Option<u32>,
    column: Option<u32>,
    arguments: Vec<String>,
    message: String,
    left_out: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Statistics {
    entries: usize,
    ranges: usize,
    sequences: usize,
    entries_with_context: usize,
    entries_with_variants: usize,
    variants: usize,
    variants_with_context: usize,
    reflexive_variants: usize,
    untyped_variants: usize,
    variants_by_type: BTreeMap<String, usize>,
    variant_sets: usize,
    largest_variant_set: usize,
    classes: usize,
    rules: usize,
    actions: usize,
}

const DUPLICATE: &str = "<lgr xmlns=\"urn:ietf:params:xml:ns:lgr-1.0\"><data>\n  <char cp=\"0061\"/>\n  \
    <char cp=\"0061\"/>\n</data></lgr>";

const ASYMMETRIC: &str = "<lgr xmlns=\"urn:ietf:params:xml:ns:lgr-1.0\"><data>\n\
    <char cp=\"0061\"><var cp=\"00E1\" type=\"blocked\"/></char>\n<char cp=\"00E1\"/>\n</data></lgr>";

#[test]
fn the_sample_is_sound() {
    let ran = ulabel(&["lgr", "check", SAMPLE, "--strict", "--format", "jsonl"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    let checked: Checked = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!((checked.file.as_str(), checked.format.as_str()), (SAMPLE, "xml"));
    assert!(checked.sound && checked.unusable.is_none() && checked.faults.is_empty());
    assert_eq!((checked.errors, checked.warnings), (0, 0));
    let statistics = checked.statistics.unwrap();
    assert_eq!((statistics.entries, statistics.ranges, statistics.sequences), (74, 1, 0));
    assert_eq!((statistics.entries_with_context, statistics.entries_with_variants), (2, 21));
    assert_eq!((statistics.variants, statistics.variants_with_context), (24, 0));
    assert_eq!((statistics.reflexive_variants, statistics.untyped_variants), (0, 0));
    let by_type = [("allocatable".to_string(), 2), ("blocked".to_string(), 22)];
    assert_eq!(statistics.variants_by_type, BTreeMap::from(by_type));
    assert_eq!((statistics.variant_sets, statistics.largest_variant_set), (10, 3));
    assert_eq!((statistics.classes, statistics.rules, statistics.actions), (2, 3, 3));
}

#[test]
fn a_fault_has_its_place_and_clause() {
    let path = file("lgr_check", "duplicate.xml", DUPLICATE.as_bytes());
    let path = path.to_str().unwrap();
    let ran = ulabel(&["lgr", "check", path]);
    assert_eq!(ran.status, 1);
    let first = ran.stdout.lines().next().unwrap();
    assert_eq!(
        first,
        format!("{path}:3:3: error: 0061 is already defined at 2:3 [duplicate-code-point, RFC 7940 §5]")
    );
    assert_eq!(ran.stdout.lines().nth(1).unwrap(), format!("{path}: 1 error, 0 warnings, 0 notes"));

    let ran = ulabel(&["lgr", "check", path, "--lenient", "--format", "json"]);
    assert_eq!(ran.status, 1, "an error that is left out is one still");
    let [checked]: [Checked; 1] = serde_json::from_str(&ran.stdout).unwrap();
    let fault = &checked.faults[0];
    assert!(!checked.sound && fault.left_out);
    assert_eq!((fault.code.as_str(), fault.severity.as_str()), ("duplicate-code-point", "error"));
    assert_eq!((fault.line, fault.column, fault.clause.as_str()), (Some(3), Some(3), "RFC 7940 §5"));
    assert_eq!(fault.arguments[0], "0061");
    assert_eq!(fault.message, "0061 is already defined at 2:3");
    assert_eq!(checked.statistics.unwrap().entries, 1);

    let ran = ulabel(&["lgr", "check", path, "--format", "csv"]);
    assert_eq!(
        ran.stdout,
        format!(
            "file,line,column,severity,code,clause,message,left_out\n\
             {path},3,3,error,duplicate-code-point,RFC 7940 §5,0061 is already defined at 2:3,false\n"
        )
    );
}

#[test]
fn what_is_unwise_is_said() {
    let ran = ulabel_with(&["lgr", "check", "-"], ASYMMETRIC.as_bytes());
    assert!(ran.stdout.starts_with("-:2:"), "{}", ran.stdout);
    assert!(ran.stdout.contains("[asymmetric-variant, "), "{}", ran.stdout);
}

#[test]
fn every_file_is_checked_and_the_worst_decides() {
    let path = file("lgr_check", "duplicate-2.xml", DUPLICATE.as_bytes());
    let path = path.to_str().unwrap();
    let ran = ulabel(&["lgr", "check", "no-such-file.xml", path, SAMPLE]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.starts_with("ulabel: cannot read no-such-file.xml: "), "{}", ran.stderr);
    assert!(
        ran.stdout.contains(&format!("{path}: 1 error"))
            && ran.stdout.contains(&format!("{SAMPLE}: 0 errors"))
    );
    assert_eq!(ulabel(&["lgr", "check", path, SAMPLE]).status, 1);
    let ran = ulabel(&["lgr", "check", "tests"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
    assert_eq!(ran.stderr, "ulabel: cannot read tests: it is a directory\n");
}

#[test]
fn hostile_files_end_in_a_fault() {
    let entities = "<?xml version=\"1.0\"?><!DOCTYPE lgr [<!ENTITY a \"b\">]><lgr/>";
    let deep = format!("<lgr xmlns=\"urn:ietf:params:xml:ns:lgr-1.0\">{}", "<data>".repeat(100_000));
    let control = "<lgr xmlns=\"urn:ietf:params:xml:ns:lgr-1.0\"><data><char cp=\"\u{202E}\"/></data></lgr>";
    for content in [entities.as_bytes(), deep.as_bytes(), control.as_bytes(), b"", b"\0\xFF\xFE", b"<lgr"] {
        let ran = ulabel_with(&["lgr", "check", "-", "--color", "always"], content);
        let shown = content.get(..40).unwrap_or(content).escape_ascii();
        assert_eq!(ran.status, 1, "{shown}: {}", ran.stdout);
        assert!(!ran.stdout.contains('\u{202E}'), "{shown}");
        for command in [&["lgr", "show", "-"][..], &["lgr", "convert", "-", "--to", "xml"]] {
            let ran = ulabel_with(command, content);
            assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{shown}: {command:?}");
            assert!(ran.stderr.ends_with("ulabel: - is not an LGR that can be used\n"), "{}", ran.stderr);
        }
    }
}

#[test]
fn published_faults_are_found() {
    let Some(folder) = shared_path("lgr/synthetic") else { return };
    for (name, code, line) in [
        ("bad-duplicate-char", "duplicate-code-point", 4),
        ("bad-duplicate-rule-name", "duplicate-name", 5),
        ("bad-overlapping-ranges", "overlapping-range", 4),
        ("bad-two-variant-conditions", "several-variant-triggers", 5),
    ] {
        let path = folder.join(format!("{name}.xml"));
        let ran = ulabel(&["lgr", "check", path.to_str().unwrap()]);
        assert_eq!(ran.status, 1, "{name}");
        let line = format!("{}:{line}:", path.display());
        let found = ran.stdout.lines().any(|fault| fault.starts_with(&line) && fault.contains(code));
        assert!(found, "{name}: {}", ran.stdout);
    }
}

#[test]
fn shown_in_every_format() {
    let ran = ulabel(&["lgr", "show", SAMPLE]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.contains("U+0061  a  LATIN SMALL LETTER A"), "{}", ran.stdout);
    let ran = ulabel(&["lgr", "show", SAMPLE, "--format", "json"]);
    let view: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(view["statistics"]["entries"], 74);
    assert_eq!(view["actions"].as_array().unwrap().len(), 8, "the default ones are there");
    let ran = ulabel(&["lgr", "show", SAMPLE, "--format", "html", "--lang", "ar"]);
    assert!(ran.stdout.starts_with("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">"));
    assert!(ran.stdout.trim_end().ends_with("</html>"));
}

#[test]
fn converted_with_what_is_lost() {
    let sample = std::fs::read_to_string(root().join(SAMPLE)).unwrap();
    let ran = ulabel(&["lgr", "convert", SAMPLE, "--to", "xml"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    // The comment at the top is not part of the ruleset.
    let without_comment: Vec<&str> = sample.lines().filter(|line| !line.starts_with("<!--")).collect();
    assert_eq!(ran.stdout.lines().collect::<Vec<_>>(), without_comment);

    let ran = ulabel(&["lgr", "convert", SAMPLE, "--to", "rfc4290"]);
    assert_eq!(ran.status, 0);
    assert!(ran.stdout.contains("U+0435|U+0065:U+0451"), "{}", ran.stdout);
    assert!(ran.stderr.contains("lost: 5 rules and classes, 3 actions, 2 contexts"), "{}", ran.stderr);
    let again = ulabel_with(&["lgr", "convert", "-", "--to", "rfc4290"], ran.stdout.as_bytes());
    assert_eq!(again.status, 0);
    assert!(
        again.stderr.contains("they are read as blocked, both ways (0 ways back added)"),
        "{}",
        again.stderr
    );
    assert_eq!(again.stdout, ran.stdout);
    let arguments = ["lgr", "convert", "-", "--to", "xml", "--variants-as-written"];
    let written = ulabel_with(&arguments, ran.stdout.as_bytes());
    assert_eq!((written.status, written.stderr.as_str()), (0, ""));
    assert!(written.stdout.contains("<var cp=\"0451\"/>"), "{}", written.stdout);

    let ran = ulabel(&["lgr", "convert", SAMPLE, "--to", "one-per-line", "--lossless"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("lost: "));
    assert_eq!(ulabel(&["lgr", "convert", SAMPLE]).status, 2, "the format must be said");
}
