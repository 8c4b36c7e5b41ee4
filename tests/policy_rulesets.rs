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
