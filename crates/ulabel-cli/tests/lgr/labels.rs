//! `check --lgr`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Number;

use super::SAMPLE;
use crate::support::{file, root, ulabel};
use crate::support::{shared_lines, shared_path};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "every field is part of the shape")]
struct Report {
    input: String,
    name: String,
    ascii: Option<String>,
    verdict: String,
    labels: Vec<Label>,
    findings: Vec<Finding>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "every field is part of the shape")]
struct Label {
    input: String,
    kind: String,
    u_label: Option<String>,
    a_label: Option<String>,
    verdict: String,
    scripts: Vec<String>,
    findings: Vec<Finding>,
    lgr: Option<Lgr>,
    tables: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lgr {
    id: String,
    eligible: bool,
    disposition: String,
    action: Option<usize>,
    index_label: Option<String>,
    variants: BTreeMap<String, Number>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "every field is part of the shape")]
struct Finding {
    code: String,
    severity: String,
    clause: String,
    start: usize,
    end: usize,
    code_points: Vec<String>,
    arguments: Option<BTreeMap<String, serde_json::Value>>,
    message: String,
}

/// The reports of names, and how the program ended.
fn check(lgrs: &[&str], names: &[&str]) -> (Vec<Report>, i32) {
    let mut arguments = vec!["check", "--format", "jsonl"];
    for lgr in lgrs {
        arguments.extend(["--lgr", lgr]);
    }
    arguments.push("--");
    arguments.extend(names);
    let ran = ulabel(&arguments);
    assert_eq!(ran.stderr, "");
    (ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), ran.status)
}

fn codes(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.code.as_str()).collect()
}

fn counts(lgr: &Lgr) -> Vec<(&str, u64)> {
    lgr.variants.iter().map(|(name, count)| (name.as_str(), count.as_u64().unwrap())).collect()
}

#[test]
fn a_label_under_one_table() {
    let (reports, status) = check(&[SAMPLE], &["соре", "сopе", "ab·c", "a日", "xn--99999999"]);
    assert_eq!(status, 1);
    let [cyrillic, mixed, context, foreign, broken] = &reports[..] else { panic!("five reports") };

    // U+0441 U+043E U+0440 U+0435, all Cyrillic.
    let lgr = cyrillic.labels[0].lgr.as_ref().unwrap();
    assert_eq!(cyrillic.verdict, "valid");
    assert_eq!((lgr.id.as_str(), lgr.eligible, lgr.disposition.as_str()), ("sample-lgr", true, "valid"));
    assert_eq!(lgr.action, Some(7), "three actions of its own, then the five default ones");
    assert_eq!(lgr.index_label.as_deref(), Some("cope"));
    assert_eq!(counts(lgr), [("allocatable", 1), ("blocked", 1)]);
    assert!(cyrillic.labels[0].tables.is_none(), "there is one table only");

    // The first and the last letter are Cyrillic.
    let label = &mixed.labels[0];
    let lgr = label.lgr.as_ref().unwrap();
    assert_eq!(codes(&label.findings), ["lgr.whole-label-rule"]);
    let arguments = label.findings[0].arguments.as_ref().unwrap();
    assert_eq!(arguments["rule"], "mixed-scripts");
    assert_eq!(arguments["source"], "sample-lgr");
    assert_eq!(label.findings[0].clause, "RFC 7940 §7.2");
    assert_eq!((lgr.eligible, lgr.action, lgr.index_label.as_deref()), (false, Some(0), Some("cope")));
    assert_eq!(lgr.disposition, "invalid");
    assert!(lgr.variants.is_empty());

    let label = &context.labels[0];
    assert_eq!(codes(&label.findings), ["context.middle-dot", "lgr.context"], "each speaks for itself");
    assert_eq!((label.findings[1].start, label.findings[1].end), (2, 3));
    assert_eq!(label.findings[1].code_points, ["U+00B7"]);
    assert_eq!(label.lgr.as_ref().unwrap().index_label, None);

    let label = &foreign.labels[0];
    assert_eq!(codes(&label.findings), ["lgr.not-in-repertoire"]);
    assert_eq!(label.findings[0].code_points, ["U+65E5"]);
    assert_eq!((label.kind.as_str(), label.lgr.as_ref().unwrap().action), ("u-label", None));

    assert!(broken.labels[0].lgr.is_none(), "what does not decode cannot be asked about");
}

#[test]
fn the_label_under_the_domain_is_judged() {
    let (reports, status) = check(&[SAMPLE], &["日本.соре.example", "example", "日本.example.org"]);
    assert_eq!(status, 1);
    let labels = &reports[0].labels;
    assert_eq!(reports[0].verdict, "valid", "the table says it is for names under example");
    assert!(!labels[0].lgr.as_ref().unwrap().eligible, "what it says is told all the same");
    assert_eq!(labels[1].lgr.as_ref().unwrap().index_label.as_deref(), Some("cope"));
    assert_eq!(reports[1].verdict, "valid");
    assert_eq!(reports[2].verdict, "invalid", "under another domain every label is");
}

const LATIN: &str = "<lgr xmlns=\"urn:ietf:params:xml:ns:lgr-1.0\"><data>\
    <range first-cp=\"0061\" last-cp=\"007A\"/></data></lgr>";
const GREEK: &str = "<lgr xmlns=\"urn:ietf:params:xml:ns:lgr-1.0\"><data>\
    <char cp=\"0061\"/>\
    <range first-cp=\"03B1\" last-cp=\"03BE\"/>\
    <char cp=\"03BF\"><var cp=\"006F\" type=\"blocked\"/></char></data></lgr>";

#[test]
fn a_label_fits_one_of_several_tables() {
    let latin = file("check_lgr", "latin.xml", LATIN.as_bytes());
    let greek = file("check_lgr", "greek.xml", GREEK.as_bytes());
    let lgrs = [latin.to_str().unwrap(), greek.to_str().unwrap()];
    // U+03BF GREEK SMALL LETTER OMICRON
    let (reports, status) = check(&lgrs, &["a", "o", "ο", "oο", "αβo"]);
    assert_eq!(status, 1);
    let of = |at: usize| &reports[at].labels[0];
    let lgr = |at: usize| of(at).lgr.as_ref().unwrap();
    assert_eq!(of(0).tables.as_deref().unwrap(), ["latin", "greek"]);
    assert_eq!((lgr(0).id.as_str(), of(1).tables.as_deref().unwrap()), ("latin", &["latin".into()][..]));
    assert_eq!((lgr(2).id.as_str(), of(2).tables.as_deref().unwrap()), ("greek", &["greek".into()][..]));
    // Each has the index label of its table; that look-alikes of two tables collide is for `collide` to say.
    assert_eq!((lgr(1).index_label.as_deref(), lgr(2).index_label.as_deref()), (Some("o"), Some("o")));
    // No table has both letters: the one with the least against it speaks.
    assert_eq!(of(3).tables.as_deref().unwrap(), [""; 0]);
    assert_eq!(codes(&of(3).findings), ["lgr.not-in-repertoire"]);
    assert_eq!((lgr(4).id.as_str(), lgr(4).eligible), ("greek", false));
    assert_eq!((of(4).findings[0].start, of(4).findings[0].end), (2, 3));
}

#[test]
fn as_text() {
    let ran = ulabel(&["check", "--lgr", SAMPLE, "соре", "日"]);
    assert_eq!(ran.status, 1);
    assert_eq!(
        ran.stdout,
        "valid    соре  xn--e1argc\n  \
           LGR sample-lgr: disposition valid; index label cope; variants 1 blocked, 1 allocatable\n  \
           соре and сорё are one set under sample-lgr; the set has 3 labels\n\
         invalid  日  xn--wgv\n  \
           LGR sample-lgr: disposition invalid; index label none; variants none\n  \
           error: found U+65E5 (日) at position 1, expected only what is in the repertoire of the LGR \
         (sample-lgr) [lgr.not-in-repertoire, RFC 7940 §8.1]\n"
    );
}

#[test]
fn a_bad_table_stops_the_check() {
    let bad = file("check_lgr", "bad.xml", b"<lgr xmlns=\"urn:ietf:params:xml:ns:lgr-1.0\"><data>\n<char cp=\"0061\"/><char cp=\"61\"/></data></lgr>");
    let bad = bad.to_str().unwrap();
    let ran = ulabel(&["check", "--lgr", SAMPLE, "--lgr", bad, "a"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.starts_with(&format!("{bad}:2:28: error: ")), "{}", ran.stderr);
    let ran = ulabel(&["check", "--lgr", bad, "--lenient", "a"]);
    assert_eq!(ran.status, 0);
    assert!(ran.stderr.contains("; left out ["), "{}", ran.stderr);
    let ran = ulabel(&["check", "--lgr", "no-such-file.xml", "a"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
}

#[test]
fn a_table_that_asks_for_the_unknown() {
    let text = "<lgr xmlns=\"urn:ietf:params:xml:ns:lgr-1.0\"><meta><unicode-version>6.3.0</unicode-version></meta>\
        <data><char cp=\"0061\" when=\"r\"/></data><rules><class name=\"c\" property=\"zzz:zzz\"/>\
        <rule name=\"r\"><look-behind><class by-ref=\"c\"/></look-behind><anchor/></rule></rules></lgr>";
    let path = file("check_lgr", "unknown-property.xml", text.as_bytes());
    let path = path.to_str().unwrap();
    let ran = ulabel(&["check", "--lgr", SAMPLE, "--lgr", path, "a"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.starts_with(&format!("ulabel: cannot use {path}: 1:")), "{}", ran.stderr);
    assert!(ran.stderr.contains("\"zzz:zzz\" is not a property"), "{}", ran.stderr);
    let ran = ulabel(&["lgr", "check", path]);
    assert_eq!(ran.status, 1);
    assert!(ran.stdout.contains(" error: ") && ran.stdout.contains("zzz"), "{}", ran.stdout);
}

#[test]
fn published_answers() {
    for name in ["lgr-second-level-german-language-31may22-en", "lgr-5-greek-script-26may22-en"] {
        let (Some(lgr), Some(vectors)) =
            (find("lgr", &format!("{name}.xml")), shared_lines(&format!("vectors/lgr/labels-{name}.jsonl")))
        else {
            continue;
        };
        // A full stop would part a label in two.
        let vectors: Vec<_> = vectors
            .iter()
            .filter(|vector| !vector["label"].as_str().unwrap().contains('.'))
            .take(60)
            .collect();
        let labels: Vec<&str> = vectors.iter().map(|vector| vector["label"].as_str().unwrap()).collect();
        let (reports, _) = check(&[&lgr], &labels);
        assert_eq!(reports.len(), vectors.len());
        let mut asked = 0;
        for (report, vector) in reports.iter().zip(vectors) {
            // An ASCII label in upper case is folded before anything is asked of it.
            let Some(lgr) = report.labels[0]
                .lgr
                .as_ref()
                .filter(|_| report.labels[0].u_label.as_deref() == vector["label"].as_str())
            else {
                continue;
            };
            asked += 1;
            assert_eq!(lgr.eligible, vector["eligible"], "{vector}");
            assert_eq!(lgr.disposition, vector["disposition"], "{vector}");
            assert_eq!(lgr.action.map_or(-1, |action| action as i64), vector["action"], "{vector}");
            let index_label = vector["index_label"].as_array().map(|points| {
                points.iter().map(|c| char::from_u32(c.as_u64().unwrap() as u32).unwrap()).collect()
            });
            assert_eq!(lgr.index_label, index_label, "{vector}");
            if let Some(total) = vector["n_variants"].as_u64() {
                assert_eq!(counts(lgr).iter().map(|(_, count)| count).sum::<u64>(), total, "{vector}");
            }
        }
        assert!(asked > 40, "{name}: {asked} labels were asked about");
    }
}

/// The path of a published ruleset in a folder or below it.
fn find(folder: &str, name: &str) -> Option<String> {
    let mut folders = vec![shared_path(folder)?];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().is_some_and(|file| file == name) {
                return Some(path.to_str().unwrap().into());
            }
        }
    }
    eprintln!("SKIPPED: {name} is absent, so what is published of it is not tested");
    None
}

#[test]
fn the_ruleset_of_a_policy() {
    file("policy_lgr", "table.xml", &std::fs::read(root().join(SAMPLE)).unwrap());
    let policy = "id = \"ours\"\ntld = [\"example\"]\n[[table]]\nid = \"both\"\nlgr = \"table.xml\"\n";
    let policy = file("policy_lgr", "ours.toml", policy.as_bytes());
    let policy = policy.to_str().unwrap();
    let ran = ulabel(&["check", "--policy", policy, "--format", "jsonl", "www.соре.example"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let report: Report = serde_json::from_str(&ran.stdout).unwrap();
    let lgr = report.labels[1].lgr.as_ref().unwrap();
    assert_eq!((lgr.id.as_str(), lgr.eligible, lgr.index_label.as_deref()), ("both", true, Some("cope")));
    let ran = ulabel(&["key", "--policy", policy, "www.соре.example"]);
    assert_eq!(ran.stdout.split('\t').nth(2), Some("www.cope.example"));
    let ran = ulabel(&["variants", "--policy", policy, "соре", "--format", "csv"]);
    assert_eq!(ran.stdout.lines().count(), 3, "{}", ran.stdout);
    // A table written as letters is a ruleset too.
    let ran = ulabel(&["variants", "--policy", "ch", "a"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.contains("LGR ch-latn: disposition valid; index label a"), "{}", ran.stdout);
}
