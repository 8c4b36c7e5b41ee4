//! Every table of a policy is a ruleset: what the quick first step decides is what the ruleset says.

use std::collections::BTreeSet;

use ulabel::lgr::{CompiledLgr, Detail, Strictness, structure, xml};
use ulabel::policy::{self, CompiledPolicy, builtin};
use ulabel::{Checker, Label};

/// The rulesets of every built-in policy obey RFC 7940, and read back from XML equal.
#[test]
fn rulesets_of_built_in_policies_are_sound() {
    for builtin in builtin::all() {
        let policy = builtin.policy().unwrap();
        for (id, lgr) in policy.to_rulesets(&mut |_| Err("no files".into())).unwrap() {
            let faults = structure::check(&lgr);
            let errors: Vec<_> =
                faults.iter().filter(|fault| fault.severity() == ulabel::Severity::Error).collect();
            assert!(errors.is_empty(), "{id}: {errors:?}");
            let text = xml::write(&lgr);
            let read = xml::read(text.as_bytes(), Strictness::Strict);
            let read = read.unwrap_or_else(|refused| panic!("{id}: {refused}\n{text}")).lgr;
            assert_eq!(xml::write(&read), text, "{id}");
        }
    }
}

/// Labels made of the first characters, sequences and digits of a table.
fn labels(table: &policy::Table) -> Vec<String> {
    let letters: Vec<char> = table.repertoire().iter().step_by(7).take(12).collect();
    let mut parts: Vec<String> = letters.iter().map(char::to_string).collect();
    parts.extend(table.sequences.iter().cloned());
    parts.extend(table.neighbours.iter().flat_map(|rule| rule.letters.iter()).map(String::from));
    parts.extend(["l", "1", "-", "é", "д"].map(String::from));
    let mut labels = Vec::new();
    for first in &parts {
        labels.push(first.clone());
        for second in &parts {
            labels.push(format!("{first}{second}"));
            labels.extend(parts.iter().step_by(3).map(|third| format!("{first}{second}{third}")));
        }
    }
    labels
}

#[test]
fn the_quick_step_says_what_the_ruleset_says() {
    let (mut asked, mut special) = (0, 0);
    for builtin in builtin::all() {
        let policy = builtin.policy().unwrap();
        let compiled = CompiledPolicy::new(&policy).unwrap();
        for table in &policy.tables {
            let tables = compiled.tables().unwrap();
            let asks = table.base.is_some()
                || !table.sequences.is_empty()
                || !table.must_contain.is_empty()
                || !table.neighbours.is_empty();
            special += usize::from(asks);
            let ruleset: &CompiledLgr = tables.get(&table.id).unwrap();
            for label in labels(table).iter().step_by(if asks { 1 } else { 41 }) {
                let parsed = Label::parse(label);
                let fits: BTreeSet<&str> =
                    compiled.tables_that_fit(&parsed).map(|table| table.id.as_str()).collect();
                if table.length == policy::LengthRule::default() {
                    let eligible = ruleset.is_eligible(label);
                    assert_eq!(fits.contains(&*table.id), eligible, "{} {label:?}", table.id);
                    asked += 1;
                }
            }
        }
    }
    assert!(asked > 10_000 && special >= 20, "{asked} {special}");
}

/// Real labels under every built-in policy, asked often enough that tables have made what takes them at a glance: they
/// fit what they did when first asked, and have the same findings whatever is told beside.
#[test]
fn the_answer_stays_the_same_however_often_and_in_whatever_detail() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/data/samples/bench/idn-u.txt"))
        .unwrap();
    let labels: Vec<Label> = text.lines().step_by(2).map(Label::parse).collect();
    let fitting = |compiled: &CompiledPolicy, label: &Label| -> Vec<String> {
        compiled.tables_that_fit(label).map(|table| table.id.clone()).collect()
    };
    let mut fits = 0;
    for builtin in builtin::all() {
        let policy = builtin.policy().unwrap();
        if !policy.tables.iter().any(|table| table.base.is_some() || !table.rules.is_empty()) {
            continue;
        }
        let compiled = CompiledPolicy::new(&policy).unwrap();
        let mine: Vec<&Label> = labels.iter().filter(|label| !fitting(&compiled, label).is_empty()).collect();
        let fresh = CompiledPolicy::new(&policy).unwrap();
        let first: Vec<_> = mine.iter().take(300).map(|label| fitting(&fresh, label)).collect();
        for _ in 0..2000 / mine.len().max(1) {
            mine.iter().for_each(|label| drop(fitting(&compiled, label)));
        }
        for (label, first) in mine.iter().zip(&first) {
            assert_eq!(&fitting(&compiled, label), first, "{} {label:?}", policy.id);
        }
        fits += first.len();
        let often = Checker::with_compiled_policy(compiled).with_detail(Detail::Findings);
        let once = Checker::with_compiled_policy(fresh);
        for label in mine.iter().take(100).copied().chain(labels.iter().step_by(97)) {
            let text = label.u_label().unwrap_or_default();
            let (often, once) = (often.check_label(text), once.check_label(text));
            assert_eq!(often.findings(), once.findings(), "{} {text:?}", policy.id);
        }
    }
    assert!(fits > 1000, "{fits}");
}

const BUNDLES: &str = r#"
id = "bundles"
tld = ["test"]
[variant-sets]
accents = [["e", "é", "è"], ["oe", "œ"]]
[[table]]
id = "fr"
languages = ["fr"]
letters = ["a..z", "éèœ"]
variant-sets = ["accents"]
variant-type = "allocatable"
classes = { vowel = ["aeiouyéèœ"] }
rules = [
    { name = "has-a-vowel", require = "{vowel}" },
    { name = "three-alike", refuse = "zzz" },
]
"#;

#[test]
fn variants_and_rules_written_in_toml_run() {
    let policy = policy::read(BUNDLES).unwrap().policy;
    let checker = Checker::with_policy(&policy).unwrap();
    let report = checker.check_label("été");
    assert!(report.is_valid(), "{:?}", report.findings());
    let outcome = report.lgr().unwrap();
    assert_eq!((outcome.id(), outcome.disposition()), ("fr", "valid"));
    // Each of two letters may be any of three: eight labels beside this one.
    assert_eq!(outcome.variants().unwrap().get("allocatable").to_u128(), Some(8));
    let same_set = |a: &str, b: &str| {
        let index_label = |label: &str| {
            checker.check_label(label).lgr().and_then(|outcome| outcome.index_label().map(str::to_owned))
        };
        index_label(a).is_some() && index_label(a) == index_label(b)
    };
    assert!(same_set("ete", "été") && same_set("coeur", "cœur") && !same_set("ete", "eta"));
    for (label, rule) in [("bcd", "has-a-vowel"), ("azzz", "three-alike")] {
        let report = checker.check_label(label);
        let codes: Vec<_> = report.findings().iter().map(|finding| finding.code().name()).collect();
        assert_eq!(codes, ["lgr.whole-label-rule"], "{label}");
        assert!(format!("{:?}", report.findings()).contains(rule), "{label}");
    }
    // Both are told, not the first alone.
    assert_eq!(checker.check_label("zzz").findings().len(), 2);
}

#[test]
fn what_is_not_asked_for_is_not_told() {
    let policy = policy::read(BUNDLES).unwrap().policy;
    let compiled = CompiledPolicy::new(&policy).unwrap();
    let mut findings = Vec::new();
    let label = Label::parse("été");
    let mut ask = |detail| compiled.check(&label, detail, &mut None, &mut findings);
    assert!(ask(Detail::Findings).is_none());
    assert!(ask(Detail::Tables).unwrap().variants().is_none());
    assert!(ask(Detail::Variants).unwrap().variants().is_some());
}
