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
    decided: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Candidate {
    input: String,
    coarse_key: Option<String>,
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
    original: Option<String>,
    other_table: Option<String>,
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
    name: String,
    coarse_key: Option<String>,
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
        decided: true,
    };
    assert_eq!(
        groups,
        [
            group("coarse-key", "cope", &["cope", "соре"]),
            group("coarse-key", "eж", &["ёж", "еж"]),
            group("skeleton", "cope", &["cope", "соре"]),
            group("skeleton", "rnodern", &["modern", "rnodern"]),
        ]
    );
    assert_eq!(ran.stderr, "9 names, 4 groups that collide\n");
    let ran = ulabel_with(&["collide", "--lgr", SAMPLE], b"a\nb\na\n");
    assert_eq!((ran.status, ran.stdout.as_str()), (0, ""), "a name does not collide with itself");
    let ran = ulabel_with(&["collide", "--lgr", SAMPLE, "-q", "--format", "csv"], NAMES.as_bytes());
    assert_eq!(
        ran.stdout,
        "by,key,name,decided\ncoarse-key,cope,cope,true\ncoarse-key,cope,соре,true\ncoarse-key,eж,ёж,true\ncoarse-key,eж,еж,true\n"
    );
    assert_eq!(ran.stderr, "");
}

#[test]
fn names_of_several_labels() {
    let names = "www.cope.example\nwww.соре.example\nшшш.соре.example\ncope.org\nсоре.org\n";
    let ran = ulabel_with(&["collide", "--lgr", SAMPLE], names.as_bytes());
    assert_eq!(
        ran.stdout,
        "coarse key www.cope.example\n  www.cope.example\n  www.соре.example\n\
         coarse key cope.org\n  cope.org\n  соре.org\n"
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
    assert_eq!((cope.input.as_str(), cope.coarse_key.as_deref()), ("cope", Some("cope")));
    let told: Vec<_> = cope
        .collisions
        .iter()
        .map(|collision| (collision.name.as_str(), collision.by.as_str(), collision.relation.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("cope", "coarse-key", "same"),
            ("соре", "coarse-key", "variant"),
            ("cope", "skeleton", "same"),
            ("соре", "skeleton", "look-alike"),
        ]
    );
    let variant = &cope.collisions[1];
    assert_eq!(variant.table.as_deref(), Some("sample-lgr"));
    assert_eq!((variant.disposition.as_deref(), variant.action), (Some("blocked"), Some(1)));
    assert_eq!((variant.original.as_deref(), variant.other_table.as_deref()), (None, None));
    assert_eq!(variant.derivations.len(), 1);
    assert_eq!(variant.derivations[0].len(), 4);
    let blocked = Some("blocked".to_string());
    let expected = Substitution { start: 3, end: 4, target: "e".into(), r#type: blocked };
    assert_eq!(variant.derivations[0][3], expected);
    assert!(candidates[1].collisions.is_empty());
    assert_eq!(candidates[2].collisions[1].disposition.as_deref(), Some("allocatable"));
    assert_eq!((candidates[3].coarse_key.as_deref(), candidates[3].collisions.len()), (Some("日"), 0));
    assert_eq!(ran.stderr, "6 candidates: 2 collide with 9 existing names\n");

    let ran = ulabel_with(&["collide", "--lgr", SAMPLE, "--against", existing], "ёж\nzoo\n".as_bytes());
    assert_eq!(ran.stdout, "ёж\n  ёж  same\n  еж  variant: allocatable (sample-lgr)\n");
    let arguments = ["collide", "--lgr", SAMPLE, "--against", existing, "--format", "csv"];
    let ran = ulabel_with(&arguments, "еж\n".as_bytes());
    assert_eq!(
        ran.stdout,
        "input,name,by,relation,table,disposition,action,original,other_table\n\
         еж,ёж,coarse-key,variant,sample-lgr,allocatable,2,,\nеж,еж,coarse-key,same,,,,,\n"
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
    let key = |input: &str, name: &str, key: &str, index_label: Option<&str>, skeleton: &str| Key {
        input: input.into(),
        name: name.into(),
        coarse_key: Some(key.into()),
        index_label: index_label.map(Into::into),
        skeleton: Some(skeleton.into()),
    };
    assert_eq!(
        keys,
        [
            key("xn--e1argc", "соре", "cope", Some("cope"), "cope"),
            key(
                "modern.example",
                "modern.example",
                "modern.example",
                Some("modern.example"),
                "rnodern.exarnple"
            ),
            key("日", "日", "日", None, "日"),
        ]
    );
    let ran = ulabel(&["key", "modern"]);
    assert_eq!(ran.stdout, "modern\tmodern\t\t\trnodern\n");
    let ran = ulabel_with(&["key", "--format", "csv"], b"a\n\xFF\n");
    assert_eq!(ran.stdout, "input,name,coarse_key,index_label,skeleton\na,a,,,a\n\\xFF,,,,\n");
}

/// Names that collide by a third one, and a folder of rulesets.
#[test]
fn a_third_name_and_a_folder() {
    let lgr =
        |chars: &str| format!("<lgr xmlns=\"urn:ietf:params:xml:ns:lgr-1.0\"><data>{chars}</data></lgr>");
    let var = |cp: &str| format!("<var cp=\"{cp}\" type=\"blocked\"/>");
    let first = lgr(&format!("<char cp=\"0061\"/><char cp=\"006F\">{}</char>", var("0061")));
    let second = lgr(&format!("<char cp=\"0062\"/><char cp=\"006F\">{}</char>", var("0062")));
    let path = file("collide_folder", "1-first.xml", first.as_bytes());
    file("collide_folder", "2-second.xml", second.as_bytes());
    file("collide_folder", "readme.md", b"no table");
    let existing = file("collide_existing", "existing.csv", b"bb\n");
    let folder = path.parent().unwrap().to_str().unwrap();
    let arguments = ["collide", "--lgr", folder, "--against", existing.to_str().unwrap(), "--format", "csv"];
    let ran = ulabel_with(&arguments, b"aa\nab\noo\n");
    assert_eq!(
        ran.stdout.lines().skip(1).collect::<Vec<_>>(),
        [
            "aa,bb,coarse-key,shared-original,1-first,,,oo,2-second",
            "oo,bb,coarse-key,has-variant,2-second,blocked,1,,",
        ]
    );
    let ran = ulabel(&["check", "--lgr", folder, "oo"]);
    assert!(ran.stdout.contains("LGR 1-first, 2-second: disposition valid"), "{}", ran.stdout);
    let empty = file("collide_empty", "readme.md", b"no table");
    let ran = ulabel(&["check", "--lgr", empty.parent().unwrap().to_str().unwrap(), "a"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("the folder has no .xml or .txt file"), "{}", ran.stderr);
}
