//! Laws that hold under any ruleset. Each law is a function of octets, so that a fuzzer can call it too.

use ulabel::lgr::{CompiledLgr, Evaluation, Scratch, Tables};

use super::reference::Reference;
use super::small::Octets;

/// More variants than this are not compared one by one.
const MANY: usize = 3000;

/// The engine says what the slow evaluator says: disposition, action, index label, every variant.
pub(crate) fn engine_agrees_with_reference(octets: &[u8]) {
    let mut octets = Octets(octets);
    let lgr = octets.ruleset();
    let compiled = CompiledLgr::new(&lgr).unwrap();
    let reference = Reference::new(&lgr);
    let mut scratch = Scratch::new();
    for _ in 0..4 {
        let label = octets.label();
        let points: Vec<char> = label.chars().collect();
        let Evaluation { disposition, action, failures, .. } = compiled.evaluate(&label);
        assert_eq!((disposition.to_string(), action), reference.evaluate(&points), "{label} {lgr:#?}");
        assert_eq!(failures.is_empty(), action.is_some());
        assert_eq!(compiled.is_eligible(&label), &*disposition != "invalid");
        let index_label = compiled.index_label(&label);
        assert_eq!(index_label, reference.index_label(&points).map(String::from_iter), "{label} {lgr:#?}");

        let set = compiled.variants(&label).unwrap();
        let counts = compiled.variant_counts_with(&label, &mut scratch).unwrap();
        assert_eq!(set.counts().by_disposition(), counts.by_disposition(), "{label} {lgr:#?}");
        if counts.total().to_u128().is_none_or(|total| total > MANY as u128) {
            continue;
        }
        let mut list: Vec<_> = set
            .iter()
            .map(|v| (v.label.chars().collect::<Vec<char>>(), v.action, v.disposition.to_string()))
            .collect();
        list.sort();
        let expected: Vec<_> = reference
            .variants(&points)
            .into_iter()
            .map(|(variant, actions)| {
                let (action, disposition) = actions.first().unwrap().clone();
                (variant, action, disposition)
            })
            .collect();
        assert_eq!(list, expected, "{label} {lgr:#?}");
        for (disposition, count) in counts.by_disposition() {
            let listed = set.with_disposition(disposition).collect::<Vec<_>>();
            assert_eq!(count.to_u128(), Some(listed.len() as u128));
            assert!(listed.iter().all(|variant| variant.disposition == *disposition));
        }
        // Membership is the list.
        for (variant, action, disposition) in list.iter().take(20) {
            let variant: String = variant.iter().collect();
            let relation = compiled.relation_with(&label, &variant, &mut scratch).unwrap().unwrap();
            assert_eq!((&*relation.disposition, relation.action), (&**disposition, *action));
            assert!(!relation.derivations.is_empty());
        }
        let other = octets.label();
        let relation = compiled.relation_with(&label, &other, &mut scratch).unwrap();
        assert_eq!(relation.is_some(), list.iter().any(|(v, ..)| v.iter().collect::<String>() == other));
        // Derivations disagree where the slow evaluator sees it.
        let conflicting = reference
            .variants(&points)
            .values()
            .filter(|actions| {
                let dispositions: std::collections::BTreeSet<_> = actions.iter().map(|(_, d)| d).collect();
                dispositions.len() > 1
            })
            .count();
        let listed = set.iter().filter(|variant| !variant.conflicts.is_empty()).count();
        assert_eq!(listed, conflicting, "{label} {lgr:#?}");
    }
}

/// Where mappings are symmetric and transitive, labels share an index label if, and only if, one is a
/// variant of the other; and then both ways.
pub(crate) fn index_labels_are_variant_sets(octets: &[u8]) {
    let mut octets = Octets(octets);
    let lgr = octets.symmetric_ruleset();
    let compiled = CompiledLgr::new(&lgr).unwrap();
    let set = Tables::new([("a", lgr.clone()), ("b", lgr)]).unwrap();
    let labels: Vec<String> = (0..6).map(|_| octets.label()).collect();
    for a in &labels {
        assert_eq!(compiled.index_label(a).is_some(), set.index_label(a).is_some());
        for b in labels.iter().filter(|b| *b != a) {
            let (index_a, index_b) = (compiled.index_label(a), compiled.index_label(b));
            let related = compiled.relation(a, b).unwrap().is_some();
            assert_eq!(index_a.is_some() && index_a == index_b, related, "{a} {b}");
            assert_eq!(set.index_label(a) == set.index_label(b), index_a == index_b, "{a} {b}");
            assert_eq!(related, compiled.relation(b, a).unwrap().is_some());
        }
    }
}
