//! The published answers for labels under 95 rulesets.

use std::collections::BTreeMap;

use serde_json::Value;
use ulabel::lgr::{CompiledLgr, Evaluation, FailureKind, Scratch};

use super::tables;
use crate::support::shared_path;

fn points(value: &Value) -> String {
    value.as_array().unwrap().iter().map(|n| char::from_u32(n.as_u64().unwrap() as u32).unwrap()).collect()
}

/// Failures in the form of the vectors.
fn failures(evaluation: &Evaluation, label: &[char]) -> Value {
    let one = |failure: &ulabel::lgr::Failure| {
        let cp = u32::from(label[failure.span.start()]);
        let names = match &failure.kind {
            FailureKind::NotInRepertoire => Value::Null,
            FailureKind::Context(contexts) => {
                contexts.iter().map(|context| context.context.rule().to_string()).collect()
            }
            other => panic!("{other:?}"),
        };
        serde_json::json!([cp, names])
    };
    evaluation.failures.iter().map(one).collect()
}

fn check(lgr: &CompiledLgr, case: &Value, scratch: &mut Scratch) -> Vec<String> {
    let label = points(&case["cps"]);
    let cps: Vec<char> = label.chars().collect();
    let mut wrong = Vec::new();
    let mut same = |what: &str, got: Value, want: &Value| {
        if got != *want {
            wrong.push(format!("{what}: got {got}, want {want}"));
        }
    };
    let evaluation = lgr.evaluate(&label);
    same("eligible", evaluation.is_eligible().into(), &case["eligible"]);
    same("fail", failures(&evaluation, &cps), &case["fail"]);
    same("disposition", (*evaluation.disposition).into(), &case["disposition"]);
    same("action", evaluation.action.map_or(-1, |action| action as i64).into(), &case["action"]);
    let repertoire = evaluation.failures.iter().any(|f| f.kind == FailureKind::NotInRepertoire);
    let context = evaluation.failures.iter().any(|f| matches!(f.kind, FailureKind::Context(_)));
    let reason = match (repertoire, context, evaluation.is_eligible()) {
        (true, true, _) => "repertoire+context",
        (true, false, _) => "repertoire",
        (false, true, _) => "context",
        (false, false, false) => "action",
        (false, false, true) => "none",
    };
    same("reason", reason.into(), &case["reason"]);
    let index_label = lgr.index_label(&label).map(|label| label.chars().map(u32::from).collect::<Vec<_>>());
    same("index_label", serde_json::json!(index_label), &case["index_label"]);
    if case["n_variants"].is_null() {
        return wrong;
    }
    let counts = lgr.variant_counts_with(&label, scratch).unwrap();
    let total = counts.total().to_u128().unwrap();
    same("n_variants", serde_json::json!(total as u64), &case["n_variants"]);
    let by_name: BTreeMap<&str, u64> = counts
        .by_disposition()
        .iter()
        .map(|(name, count)| (&**name, count.to_u128().unwrap() as u64))
        .collect();
    if let Some(want) = case.get("variant_counts") {
        same("variant_counts", serde_json::json!(by_name), want);
    }
    if let Some(want) = case.get("variants") {
        let set = lgr.variants(&label).unwrap();
        let mut list: Vec<(Vec<u32>, String, usize)> = set
            .iter()
            .map(|v| (v.label.chars().map(u32::from).collect(), v.disposition.to_string(), v.action))
            .collect();
        list.sort();
        same("variants", serde_json::json!(list), want);
        if set.counts() != counts {
            same("two counts", format!("{:?}", set.counts()).into(), &format!("{counts:?}").into());
        }
        for (cps, disposition, action) in list {
            let variant: String = cps.iter().map(|&c| char::from_u32(c).unwrap()).collect();
            let relation = lgr.relation_with(&label, &variant, scratch).unwrap();
            let relation = relation.map(|r| (r.disposition.to_string(), r.action, r.derivations.is_empty()));
            same("relation", serde_json::json!(relation), &serde_json::json!((disposition, action, false)));
        }
    }
    wrong
}

#[test]
fn labels() {
    let (Some(folder), Some(files)) = (shared_path("vectors/lgr"), tables::files()) else { return };
    let (mut cases, mut wrong) = (0, Vec::new());
    let mut scratch = Scratch::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if !name.starts_with("labels-") || !name.contains(&std::env::var("ULABEL_ONLY").unwrap_or_default()) {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let mut lgr: Option<(String, CompiledLgr)> = None;
        for line in text.lines() {
            let case: Value = serde_json::from_str(line).unwrap();
            let file = case["lgr"].as_str().unwrap();
            if lgr.as_ref().is_none_or(|(name, _)| name != file) {
                lgr = Some((file.to_owned(), tables::compile(&files[file])));
            }
            cases += 1;
            for difference in check(&lgr.as_ref().unwrap().1, &case, &mut scratch) {
                wrong.push(format!("{file} {}: {difference}", tables::hex(&points(&case["cps"]))));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {cases} cases:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(40)].join("\n")
    );
    eprintln!("{cases} labels");
}
