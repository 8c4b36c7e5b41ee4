//! `where`: in which top-level domains a label may be registered.

use serde_json::Value;

use crate::support::{file, ulabel, ulabel_with};

#[test]
fn each_policy_answers_with_its_main_reason() {
    let ran = ulabel(&["where", "straße", "--policy", "ch,de", "--policy", "fr"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let lines: Vec<&str> = ran.stdout.lines().collect();
    assert_eq!(lines.len(), 4, "{}", ran.stdout);
    assert_eq!((lines[0], lines[2], lines[3]), ("straße", "valid    .de", "valid    .fr"));
    assert!(
        lines[1].starts_with("invalid  .ch  ") && lines[1].contains("[policy.not-in-table, "),
        "{}",
        lines[1]
    );

    let ran = ulabel(&["where", "straße", "--policy", "ch,de", "--format", "json", "--lang", "fr"]);
    let places: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(places.as_array().unwrap().len(), 2);
    assert_eq!(places[0]["tld"], "ch");
    assert_eq!(places[0]["reason"]["code_points"], serde_json::json!(["U+00DF"]));
    assert_eq!((&places[1]["verdict"], &places[1]["reason"]), (&"valid".into(), &Value::Null));
    let keys: Vec<&String> = places[0].as_object().unwrap().keys().collect();
    assert_eq!(keys.len(), 5, "{keys:?}");
    assert!(ran.stdout.contains(
        "{\"input\":\"straße\",\"tld\":\"ch\",\"policy\":\"ch\",\"verdict\":\"invalid\",\"reason\":{"
    ));

    let csv = ulabel(&["where", "straße", "--policy", "de", "--format", "csv"]).stdout;
    assert_eq!(csv, "input,tld,policy,verdict,code,clause,message\nstraße,de,de,valid,,,\n");
}

#[test]
fn all_that_is_built_in_is_asked_without_a_policy() {
    let ran = ulabel(&["where", "bücher", "--verdict", "valid", "--format", "jsonl"]);
    let tlds: Vec<Value> =
        ran.stdout.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["tld"].clone()).collect();
    assert!(
        tlds.contains(&"ch".into()) && tlds.contains(&"de".into()) && !tlds.contains(&"uk".into()),
        "{tlds:?}"
    );
    let all = ulabel(&["where", "bücher", "--format", "jsonl"]);
    assert_eq!((all.status, all.stdout.lines().count()), (0, 308));
}

#[test]
fn the_status_tells_whether_each_label_has_a_place() {
    assert_eq!(ulabel(&["where", "--policy", "ch", "--", "-a"]).status, 1);
    assert_eq!(ulabel(&["where", "--policy", "ch", "--", "bücher", "-a"]).status, 1);
    assert_eq!(ulabel(&["where", "bücher", "--policy", "uk,ch"]).status, 0);
    let unknown = ulabel(&["where", "a", "--policy", "nowhere"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.stderr.contains("nowhere"), "{}", unknown.stderr);
    let ran = ulabel_with(&["where", "--policy", "ch", "--quiet"], b"good\n\xFF\n");
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("not UTF-8") && ran.stdout.starts_with("good\nvalid    .ch\n"), "{ran:?}");
}

#[test]
fn a_policy_of_a_file_is_one_of_them() {
    let policy =
        file("places", "own.toml", b"id = \"own\"\ntld = [\"example\"]\nascii-labels = \"refuse\"\n");
    let ran = ulabel(&["where", "abc", "--policy", policy.to_str().unwrap()]);
    assert_eq!(ran.status, 1);
    assert!(ran.stdout.starts_with("abc\ninvalid  .example (own)  "), "{}", ran.stdout);
}
