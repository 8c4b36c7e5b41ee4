//! The laws of policies; tests and fuzz targets call the same functions.

use ulabel::policy::{self, CompiledPolicy};
use ulabel::{Checker, Verdict};

use crate::invariants::order;

/// A policy file is taken or refused with every fault in its place, the same twice; a policy that is taken
/// prints and reads back equal, and checks labels.
pub fn policy_file_is_sound(text: &str) {
    let read = policy::read(text);
    assert_eq!(read, policy::read(text), "{text:?} twice");
    let faults = match &read {
        Ok(reading) => &reading.warnings[..],
        Err(refused) => refused.faults(),
    };
    let lines = text.split('\n').count() as u32;
    for fault in faults {
        let place = fault.position().expect("a place in the file");
        assert!((1..=lines).contains(&place.line) && place.column >= 1, "{text:?}: {fault:?}");
        assert!(!fault.sentence().chars().any(char::is_control), "{text:?}: {fault:?}");
    }
    let Ok(reading) = read else { return };
    let printed = reading.policy.to_toml();
    let again = policy::read(&printed).unwrap_or_else(|e| panic!("{text:?} prints {printed:?}: {e}"));
    assert_eq!(again.policy, reading.policy, "{text:?} prints {printed:?}");
    if let Ok(compiled) = CompiledPolicy::new(&reading.policy) {
        let checker = Checker::with_compiled_policy(compiled);
        for label in ["example", "bücher", "пример", "日本語", "مثال1", "a--b", "123", "e\u{301}\u{304}x"]
        {
            label_under_policy_is_sound(&checker, label);
        }
    }
}

/// A check with a policy says the same twice, in order, inside the label, with rule and source; and a
/// label that no table takes is never valid.
pub fn label_under_policy_is_sound(checker: &Checker, text: &str) {
    let report = checker.check_label(text);
    assert_eq!(report.findings(), checker.check_label(text).findings(), "{text:?} twice");
    let length = report.label().u_label().map_or(0, |u_label| u_label.chars().count());
    for finding in report.findings() {
        assert!(finding.span().end() <= length, "{text:?}: {finding:?} lies outside");
        assert!(finding.second_span().is_none_or(|span| span.end() <= length), "{text:?}: {finding:?}");
    }
    assert!(
        report.findings().windows(2).all(|pair| order(&pair[0]) <= order(&pair[1])),
        "{text:?}: findings out of order"
    );
    let policy = checker.policy().expect("a checker of a policy");
    let fits = policy.tables_that_fit(report.label()).count();
    let asks = !policy.policy().tables.is_empty() && policy.policy().outside_tables == policy::Stance::Refuse;
    if asks && report.verdict() == Verdict::Valid && !report.label().a_label().is_none_or(str::is_empty) {
        // A table's own bounds may be set to `allow` or `review`; then the label fits all the same.
        assert!(fits > 0, "{text:?} is valid and fits no table");
    }
    let name = checker.check(text);
    assert_eq!(name.findings(), checker.check(text).findings(), "{text:?} twice");
}
