//! `collide` and `key`.

use serde::Deserialize;

use super::SAMPLE;
use crate::support::{file, ulabel, ulabel_with};

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Group {
    by: String,
    key: String,
    names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Candidate {
    input: String,
    index_label: Option<String>,
    collisions: Vec<Collision>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Collision {
    name: String,
    by: String,
    relation: String,
    table: Option<String>,
    disposition: Option<String>,
    action: Option<usize>,
    derivations: Vec<Vec<Substitution>>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Substitution {
    start: usize,
    end: usize,
    target: String,
    r#type: Option<String>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Key {
    input: String,
    index_label: Option<String>,
    skeleton: Option<String>,
}

// xn--e1argc is the Cyrillic соре.
const NAMES: &str = "cope\nxn--e1argc\nabc\ncope\nёж\nеж\n\nmodern\nrnodern\n日本\n";

#[test]
fn groups_of_a_list() {
    let ran = ulabel_with(&["collide", "--lgr", SAMPLE, "--skeleton", "--format", "jsonl"], NAMES.as_bytes());
    assert_eq!(ran.status, 1);
    let groups: Vec<Group> = ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let group = |by: &str, key: &str, names: &[&str]| Group {
        by: by.into(),
        key: key.into(),
        names: names.iter().map(ToString::to_string).collect(),
    };
    assert_eq!(
        groups,
        [
            group("index-label", "cope", &["cope", "соре"]),
            group("index-label", "eж", &["ёж", "еж"]),
            group("skeleton", "cope", &["cope", "соре"]),
            group("skeleton", "rnodern", &["modern", "rnodern"]),
        ]
    );
    assert_eq!(ran.stderr, "9 names, 4 groups that collide, 1 name without an index label\n");
    let ran = ulabel_with(&["collide", "--lgr", SAMPLE], b"a\nb\na\n");
    assert_eq!((ran.status, ran.stdout.as_str()), (0, ""), "a name does not collide with itself");
    let ran = ulabel_with(&["collide", "--lgr", SAMPLE, "-q", "--format", "csv"], NAMES.as_bytes());
    assert_eq!(
        ran.stdout,
        "by,key,name\nindex-label,cope,cope\nindex-label,cope,соре\nindex-label,eж,ёж\nindex-label,eж,еж\n"
    );
    assert_eq!(ran.stderr, "");
}

#[test]
fn names_of_several_labels() {
    let names = "www.cope.example\nwww.соре.example\nшшш.соре.example\ncope.org\nсоре.org\n";
    let ran = ulabel_with(&["collide", "--lgr", SAMPLE], names.as_bytes());
    assert_eq!(
        ran.stdout,
        "index label www.cope.example\n  www.cope.example\n  www.соре.example\n\
         index label cope.org\n  cope.org\n  соре.org\n"
    );
}

#[test]
fn candidates_against_names_that_exist() {
    let existing = file("collide", "existing.txt", NAMES.as_bytes());
    let existing = existing.to_str().unwrap();
    let arguments = ["collide", "--lgr", SAMPLE, "--skeleton", "--against", existing, "--format", "jsonl"];
    let ran = ulabel_with(&arguments, "cope\nзоо\nёж\n日\n\u{FF}rnodern\nmodern.org\n".as_bytes());
    assert_eq!(ran.status, 1);
    let candidates: Vec<Candidate> =
        ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(candidates.len(), 6);

    let cope = &candidates[0];
    assert_eq!((cope.input.as_str(), cope.index_label.as_deref()), ("cope", Some("cope")));
    let told: Vec<_> = cope
        .collisions
        .iter()
        .map(|collision| (collision.name.as_str(), collision.by.as_str(), collision.relation.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("cope", "index-label", "same"),
            ("соре", "index-label", "variant"),
            ("cope", "skeleton", "same"),
            ("соре", "skeleton", "look-alike"),
        ]
    );
    let variant = &cope.collisions[1];
    assert_eq!(variant.table.as_deref(), Some("sample-lgr"));
    assert_eq!((variant.disposition.as_deref(), variant.action), (Some("blocked"), Some(1)));
    assert_eq!(variant.derivations.len(), 1);
    assert_eq!(variant.derivations[0].len(), 4);
    let blocked = Some("blocked".to_string());
    let expected = Substitution { start: 3, end: 4, target: "e".into(), r#type: blocked };
    assert_eq!(variant.derivations[0][3], expected);
    assert!(candidates[1].collisions.is_empty());
    assert_eq!(candidates[2].collisions[1].disposition.as_deref(), Some("allocatable"));
    assert_eq!((candidates[3].index_label.as_deref(), candidates[3].collisions.len()), (None, 0));
    assert_eq!(ran.stderr, "6 candidates: 2 collide with 9 existing names\n");

    let ran = ulabel_with(&["collide", "--lgr", SAMPLE, "--against", existing], "ёж\nzoo\n".as_bytes());
    assert_eq!(ran.stdout, "ёж\n  ёж  same\n  еж  variant: allocatable (sample-lgr)\n");
    let arguments = ["collide", "--lgr", SAMPLE, "--against", existing, "--format", "csv"];
    let ran = ulabel_with(&arguments, "еж\n".as_bytes());
    assert_eq!(
        ran.stdout,
        "input,name,by,relation,table,disposition,action\n\
         еж,ёж,index-label,variant,sample-lgr,allocatable,2\nеж,еж,index-label,same,,,\n"
    );
    let ran = ulabel_with(&["collide", "--lgr", SAMPLE, "--against", existing], b"zoo\n");
    assert_eq!((ran.status, ran.stdout.as_str()), (0, ""));
}

#[test]
fn what_cannot_be_asked() {
    for arguments in [
        &["collide"][..],
        &["collide", "--skeleton", "--against", "-"],
        &["collide", "--skeleton", "no-such-file"],
        &["collide", "--skeleton", "--against", "no-such-file"],
        &["collide", "--lgr", "no-such-file", SAMPLE],
        &["key", "--lgr", "no-such-file", "a"],
        &["key", "--lenient", "a"],
    ] {
        let ran = ulabel(arguments);
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(!ran.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn keys() {
    let ran = ulabel(&["key", "--lgr", SAMPLE, "--format", "json", "xn--e1argc", "modern.example", "日"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let keys: Vec<Key> = serde_json::from_str(&ran.stdout).unwrap();
    let key = |input: &str, index_label: Option<&str>, skeleton: &str| Key {
        input: input.into(),
        index_label: index_label.map(Into::into),
        skeleton: Some(skeleton.into()),
    };
    assert_eq!(
        keys,
        [
            key("xn--e1argc", Some("cope"), "cope"),
            key("modern.example", Some("modern.example"), "rnodern.exarnple"),
            key("日", None, "日"),
        ]
    );
    let ran = ulabel(&["key", "modern"]);
    assert_eq!(ran.stdout, "modern\t\trnodern\n");
    let ran = ulabel_with(&["key", "--format", "csv"], b"a\n\xFF\n");
    assert_eq!(ran.stdout, "input,index_label,skeleton\na,,a\n\\xFF,,\n");
}
