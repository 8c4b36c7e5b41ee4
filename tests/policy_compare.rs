//! What changes from one policy to another.

use ulabel::Checker;
use ulabel::policy::compare::{ChangeKind, PolicyChange, compare};
use ulabel::policy::{self, CompiledPolicy, builtin};

fn compiled(text: &str) -> CompiledPolicy {
    let policy = policy::read(text).unwrap_or_else(|refused| panic!("{refused}")).policy;
    CompiledPolicy::new(&policy).unwrap()
}

/// Every change as one line.
fn lines(changes: &[PolicyChange]) -> Vec<String> {
    let value = |value: &Option<String>| value.clone().unwrap_or_default();
    let line = |change: &PolicyChange| {
        let example =
            change.example.as_ref().map(|e| format!(" {}={}", e.label, e.is_taken)).unwrap_or_default();
        let table = change.table.as_deref().unwrap_or("-");
        let (key, kind) = (&change.key, change.kind);
        format!("{table} {key} {kind} {}|{}{example}", value(&change.old), value(&change.new))
    };
    changes.iter().map(line).collect()
}

const OLD: &str = r#"
id = "x"
note = "one"
sources = ["a", "b"]
reserved = ["olympic"]
double-hyphens = "refuse"
[length]
min = 2
[variant-sets]
s = [["a", "á"]]
[[table]]
id = "latin"
languages = ["fr"]
letters = ["a..z", "éè", "·"]
context = [{ letters = ["·"], after = ["l"], before = ["l"] }]
rules = [{ name = "r", refuse = "zz" }]
[table.variants]
"é" = ["e"]
[[table]]
id = "gone"
languages = ["el"]
letters = ["αβγ"]
"#;

const NEW: &str = r#"
id = "x"
note = "two"
sources = ["b", "c"]
reserved = ["igo-names"]
[length]
min = 3
[variant-sets]
s = [["a", "á"]]
[[table]]
id = "latin"
languages = ["fr"]
letters = ["a..z", "éø"]
digits = ["ascii", "U+0660..U+0669"]
rules = [{ name = "r", refuse = "zzz" }]
[table.variants]
"é" = ["e", "ø"]
[[table]]
id = "renamed"
languages = ["ru"]
letters = ["абв"]
"#;

#[test]
fn every_part_is_compared() {
    let changes = compare(&compiled(OLD), &compiled(NEW));
    assert_eq!(
        lines(&changes),
        [
            "- double-hyphens removed refuse|",
            "- length.min changed 2|3",
            "- note changed one|two",
            "- reserved removed olympic|",
            "- reserved added |igo-names",
            "- sources removed a|",
            "- sources added |c",
            "latin context removed { letters = [\"U+00B7\"], after = [\"l\"], before = [\"l\"] }|",
            "latin digits added |U+0660..U+0669",
            "latin letters removed U+00B7 è| l·l=false",
            "latin letters added |ø øéé=true",
            "latin rules removed { name = \"r\", refuse = \"zz\" }|",
            "latin rules added |{ name = \"r\", refuse = \"zzz\" }",
            "latin variants.é added |ø",
            "renamed table added |абв абб=true",
            "gone table removed αβγ| αβ=false",
        ],
        "{:#?}",
        lines(&changes)
    );
    assert_eq!(compare(&compiled(OLD), &compiled(OLD)), []);
}

/// The way back says the opposite.
#[test]
fn the_way_back_has_the_same_changes() {
    let there = compare(&compiled(OLD), &compiled(NEW));
    let back = compare(&compiled(NEW), &compiled(OLD));
    assert_eq!(there.len(), back.len());
    let count = |changes: &[PolicyChange], kind| changes.iter().filter(|change| change.kind == kind).count();
    assert_eq!(count(&there, ChangeKind::Added), count(&back, ChangeKind::Removed));
    assert_eq!(count(&there, ChangeKind::Changed), count(&back, ChangeKind::Changed));
}

/// An example is taken by the one policy and refused by the other, whatever else they ask.
#[test]
fn examples_hold() {
    let mut seen = 0;
    let policies: Vec<_> = builtin::all().iter().map(|found| found.policy().unwrap()).collect();
    for pair in policies.windows(2).step_by(3) {
        let [old, new] = [&pair[0], &pair[1]].map(|policy| CompiledPolicy::new(policy).unwrap());
        let changes = compare(&old, &new);
        assert!(!changes.is_empty());
        let [old, new] = [old, new].map(Checker::with_compiled_policy);
        for example in changes.iter().filter_map(|change| change.example.as_ref()) {
            let is_taken =
                |checker: &Checker| checker.check_label(&example.label).verdict() != ulabel::Verdict::Invalid;
            assert_eq!(
                (is_taken(&new), is_taken(&old)),
                (example.is_taken, !example.is_taken),
                "{example:?}"
            );
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen}");
}

/// Tables of different names that serve the same languages are one table.
#[test]
fn tables_belong_together_by_what_they_serve() {
    let text = |id: &str, letters: &str| {
        format!("id = \"x\"\n[[table]]\nid = \"{id}\"\nlanguages = [\"de\"]\nletters = [{letters}]")
    };
    let changes = compare(&compiled(&text("a", "\"a..z\"")), &compiled(&text("b", "\"a..z\", \"ß\"")));
    assert_eq!(lines(&changes), ["b id changed a|b", "b letters added |ß ß=true"]);
}
