//! `variants`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::SAMPLE;
use crate::support::{file, ulabel, ulabel_with};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed<'a> {
    input: String,
    #[serde(borrow)]
    counts: BTreeMap<String, &'a serde_json::value::RawValue>,
    variants: Vec<Variant>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Variant {
    u_label: String,
    a_label: Option<String>,
    disposition: String,
    action: usize,
    duplicate: bool,
    conflicts: Vec<usize>,
}

fn counts<'a>(listed: &'a Listed<'a>) -> Vec<(&'a str, &'a str)> {
    listed.counts.iter().map(|(name, count)| (name.as_str(), count.get())).collect()
}

#[test]
fn listed_and_counted() {
    let ran = ulabel(&["variants", "--lgr", SAMPLE, "--format", "jsonl", "xn--e1argc", "zebra"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let listed: Vec<Listed<'_>> =
        ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(listed[0].input, "xn--e1argc");
    assert_eq!(counts(&listed[0]), [("allocatable", "1"), ("blocked", "1")]);
    let variant = |u_label: &str, a_label: &str, disposition: &str, action| Variant {
        u_label: u_label.into(),
        a_label: Some(a_label.into()),
        disposition: disposition.into(),
        action,
        duplicate: false,
        conflicts: Vec::new(),
    };
    assert_eq!(
        listed[0].variants,
        [variant("cope", "cope", "blocked", 1), variant("сорё", "xn--n1aeb0e", "allocatable", 2)]
    );
    assert_eq!(counts(&listed[1]), [], "z has no look-alike, and without one the label mixes scripts");
    assert!(listed[1].variants.is_empty());
}

#[test]
fn only_allocatable_ones_and_only_some() {
    let ran = ulabel(&["variants", "--lgr", SAMPLE, "соре", "--allocatable", "--format", "csv"]);
    assert_eq!(
        ran.stdout,
        "input,u_label,a_label,disposition,action,duplicate\nсоре,сорё,xn--n1aeb0e,allocatable,2,false\n"
    );
    let ran = ulabel(&["variants", "--lgr", SAMPLE, "щедрое", "--limit", "1"]);
    assert_eq!(
        ran.stdout,
        "щедрое\n  LGR sample-lgr: disposition valid; index label щeдpoe; variants 3 allocatable\n  \
           щедроё  xn--d1ab2ah6byc  allocatable\n  2 more are not shown\n"
    );
    let ran = ulabel(&["variants", "--lgr", SAMPLE, "соре", "--limit", "0", "--format", "json"]);
    let [listed]: [Listed<'_>; 1] = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!((listed.variants.len(), listed.counts.len()), (0, 2));
}

#[test]
fn a_label_that_is_not_eligible_has_none() {
    let ran = ulabel(&["variants", "--lgr", SAMPLE, "--format", "jsonl", "日", "xn--99999999", "соре"]);
    assert_eq!(ran.status, 1);
    let listed: Vec<Listed<'_>> =
        ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(listed[0].counts.is_empty() && listed[0].variants.is_empty());
    assert!(listed[1].counts.is_empty() && listed[1].input == "xn--99999999");
    assert_eq!(listed[2].variants.len(), 2);
    let complaints: Vec<&str> = ran.stderr.lines().collect();
    assert!(complaints[0].starts_with("ulabel: 日: ") && complaints[0].contains("[lgr.not-in-repertoire, "));
    assert_eq!(complaints[1], "ulabel: xn--99999999: it cannot be decoded as a label");
    assert_eq!(complaints.len(), 2);
    let ran = ulabel_with(&["variants", "--lgr", SAMPLE], b"\xFF\n");
    assert_eq!(ran.status, 1);
}

/// A table in which every letter has 150 variants.
fn many() -> String {
    let mut text = String::from("<lgr xmlns=\"urn:ietf:params:xml:ns:lgr-1.0\"><data><char cp=\"0061\">");
    for c in 0x4E00..0x4E00 + 150 {
        text.push_str(&format!("<var cp=\"{c:04X}\" type=\"blocked\"/>"));
    }
    text.push_str("</char></data><rules><action disp=\"blocked\" any-variant=\"blocked\"/></rules></lgr>");
    text
}

#[test]
fn counts_are_exact_however_many() {
    let lgr = file("variants", "many.xml", many().as_bytes());
    let label = "a".repeat(40);
    // The targets of its variants are not in the repertoire, so none is left.
    let ran = ulabel(&["variants", "--lgr", lgr.to_str().unwrap(), &label, "--format", "jsonl"]);
    let listed: Listed<'_> = serde_json::from_str(&ran.stdout).unwrap();
    assert!(counts(&listed).is_empty());
    let text = many().replace("</data>", "<range first-cp=\"4E00\" last-cp=\"4E95\"/></data>");
    let lgr = file("variants", "many-in-repertoire.xml", text.as_bytes());
    let ran =
        ulabel(&["variants", "--lgr", lgr.to_str().unwrap(), &label, "--format", "jsonl", "--limit", "3"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let listed: Listed<'_> = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(listed.variants.len(), 3);
    assert_eq!(counts(&listed), [("blocked", POWER)]);
}

/// 151 to the power of 40, less one for the label itself: in JSON a string, for it is above 2^53 - 1.
const POWER: &str =
    "\"1442374021467607519607475742450016195151513350886067008150756350283853912162532050056000\"";

#[test]
fn a_ruleset_is_needed() {
    let ran = ulabel(&["variants", "a"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("--lgr <FILE>"), "{}", ran.stderr);
}
