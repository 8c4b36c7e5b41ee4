//! Laws that hold under any ruleset. Each law is a function of octets, so that a fuzzer can call it too.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ulabel::collisions::{ExistingNames, Key, NameKeys};
use ulabel::lgr::{CompiledLgr, Evaluation, LabelCollision, Scratch, Tables};

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
        let duplicates = counts.duplicates().to_u128().map(|count| count as usize);
        assert_eq!(duplicates, Some(reference.duplicates(&points)), "{label} {lgr:#?}");
        assert_eq!(set.duplicates().count(), reference.duplicates(&points));
        // Derivations disagree where the slow evaluator sees it.
        let conflicting = reference
            .variants(&points)
            .values()
            .filter(|actions| {
                let dispositions: BTreeSet<_> = actions.iter().map(|(_, d)| d).collect();
                dispositions.len() > 1
            })
            .count();
        let listed = set.iter().filter(|variant| !variant.conflicts.is_empty()).count();
        assert_eq!(listed, conflicting, "{label} {lgr:#?}");
    }
}

/// Where mappings are symmetric and transitive, without contexts and sequences, labels share an index label if, and
/// only if, one is a variant of the other; and then both ways.
pub(crate) fn index_labels_are_variant_sets(octets: &[u8]) {
    let mut octets = Octets(octets);
    let lgr = octets.symmetric_ruleset();
    let compiled = CompiledLgr::new(&lgr).unwrap();
    let set = Tables::new([("a", lgr.clone()), ("b", lgr)]).unwrap();
    let labels: Vec<String> = (0..6).map(|_| octets.label()).collect();
    for a in &labels {
        assert_eq!(compiled.index_label(a), set.index_label(a));
        for b in labels.iter().filter(|b| *b != a) {
            let (index_a, index_b) = (compiled.index_label(a), compiled.index_label(b));
            let related = compiled.relation(a, b).unwrap().is_some();
            assert_eq!(index_a.is_some() && index_a == index_b, related, "{a} {b}");
            assert_eq!(related, compiled.relation(b, a).unwrap().is_some());
            let collision = set.collision(a, b, &mut Scratch::new()).unwrap();
            assert_eq!(collision.is_some(), related, "{a} {b}");
        }
    }
}

/// Labels collide as the slow evaluator says, which lists the variants of every short label under every table; and
/// the names that collide are the connected components of such pairs. A table more loses no collision.
///
/// The slow evaluator lets two labels come from one of `original` code points at most, and its time grows with their
/// number very fast.
pub(crate) fn collisions_agree_with_reference(octets: &[u8], original: usize) {
    let mut octets = Octets(octets);
    let lgrs: Vec<_> = (0..1 + octets.below(3)).map(|_| octets.ruleset()).collect();
    let numbered =
        |count: usize| lgrs.iter().take(count).enumerate().map(|(n, lgr)| (n.to_string(), lgr.clone()));
    let tables = Arc::new(Tables::new(numbered(lgrs.len())).unwrap());
    let fewer = Tables::new(numbered(lgrs.len() - 1)).unwrap();
    let references: Vec<Reference<'_>> = lgrs.iter().map(Reference::new).collect();
    let set_under = |table: usize, label: &str| -> BTreeSet<String> {
        let points: Vec<char> = label.chars().collect();
        references[table].variants(&points).into_keys().map(String::from_iter).collect()
    };
    let set_of = |label: &str| -> BTreeSet<String> {
        (0..lgrs.len()).flat_map(|table| set_under(table, label)).collect()
    };

    // The slow evaluator makes every variant: long labels have too many.
    let is_short = |label: &String| label.chars().count() <= original + 2;
    let mut labels: BTreeSet<String> = (0..3).map(|_| octets.label()).filter(is_short).collect();
    let near: Vec<String> = labels.iter().flat_map(|label| set_of(label)).filter(is_short).collect();
    let stride = near.len() / 8 + 1;
    labels.extend(near.into_iter().step_by(stride));
    let sets: BTreeMap<&str, BTreeSet<String>> =
        labels.iter().map(|label| (label.as_str(), set_of(label))).collect();
    let short_sets: Vec<BTreeSet<String>> = Octets::short_labels(original)
        .iter()
        .map(|label| set_of(label))
        .filter(|set| set.len() > 1)
        .collect();
    let is_vanishing = lgrs
        .iter()
        .flat_map(|lgr| lgr.chars())
        .any(|char| !char.cp.is_empty() && char.variants.iter().any(|variant| variant.cp.is_empty()));

    let mut scratch = Scratch::new();
    let mut pairs: Vec<[&str; 2]> = Vec::new();
    let mut is_decided = true;
    for a in &labels {
        for b in labels.iter().filter(|b| *b != a) {
            let direct = sets[&**a].contains(b) || sets[&**b].contains(a);
            let is_known = direct || short_sets.iter().any(|set| set.contains(a) && set.contains(b));
            let collision = tables.collision(a, b, &mut scratch);
            let [key_a, key_b] = [a, b].map(|label| tables.coarse_key(label));
            assert!(key_a == key_b || !is_known, "{a} {b} {lgrs:#?}");
            match &collision {
                Err(_) => assert!(is_vanishing && !direct, "{a} {b} {lgrs:#?}"),
                Ok(None) => assert!(!is_known, "{a} {b} {lgrs:#?}"),
                Ok(Some(LabelCollision::IsVariant { table, .. })) => {
                    assert!(set_under(table.parse().unwrap(), b).contains(a), "{a} {b} {lgrs:#?}");
                }
                Ok(Some(LabelCollision::HasVariant { table, .. })) => {
                    assert!(set_under(table.parse().unwrap(), a).contains(b), "{a} {b} {lgrs:#?}");
                    assert!(!sets[&**b].contains(a), "{a} {b} {lgrs:#?}");
                }
                Ok(Some(LabelCollision::SharedOriginal { original, tables: [own, other] })) => {
                    assert!(!direct, "{a} {b} {lgrs:#?}");
                    assert!(set_under(own.parse().unwrap(), original).contains(a), "{a} {b} {lgrs:#?}");
                    assert!(set_under(other.parse().unwrap(), original).contains(b), "{a} {b} {lgrs:#?}");
                }
                Ok(Some(other)) => panic!("{other:?}"),
            }
            match collision {
                Ok(None) => {}
                Ok(Some(_)) => pairs.push([a, b]),
                Err(_) => is_decided = false,
            }
            if !matches!(fewer.collision(a, b, &mut scratch), Ok(None)) {
                assert!(!matches!(collision, Ok(None)), "{a} {b} {lgrs:#?}");
            }
        }
    }

    let mut keys = NameKeys::new(Some(tables.clone()));
    let mut existing = ExistingNames::new(&[Key::Coarse], Some(tables.clone()));
    for label in &labels {
        keys.take(label);
        existing.insert(&keys);
    }
    let found: Vec<_> = existing.colliding().collect();
    let groups: BTreeSet<BTreeSet<String>> =
        found.iter().map(|group| group.names.iter().map(|&name| name.to_owned()).collect()).collect();
    let components = components(&pairs);
    if is_decided && found.iter().all(|group| group.is_decided) {
        assert_eq!(groups, components, "{lgrs:#?}");
    } else {
        // The work on a list has another bound than that on one pair.
        assert!(is_vanishing, "{lgrs:#?}");
        let is_within = |component: &BTreeSet<String>| groups.iter().any(|group| component.is_subset(group));
        assert!(components.iter().all(is_within), "{lgrs:#?}");
    }
}

/// The sets that pairs connect.
fn components(pairs: &[[&str; 2]]) -> BTreeSet<BTreeSet<String>> {
    let mut sets: Vec<BTreeSet<String>> = Vec::new();
    for [a, b] in pairs {
        let (joined, mut others): (Vec<_>, Vec<_>) =
            sets.into_iter().partition(|set| set.contains(*a) || set.contains(*b));
        let pair = [a, b].map(|label| (*label).to_owned());
        others.push(joined.into_iter().flatten().chain(pair).collect());
        sets = others;
    }
    sets.into_iter().collect()
}
