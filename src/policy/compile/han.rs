//! Ideographs that are variants of each other, in the terms of RFC 7940: each mapping says whether it leads to a
//! simplified or a traditional form, and actions keep such labels apart from mixed ones (RFC 8228 sections 11 to 13).

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::lgr::{Action, CharEntry, CodePoints, IdentifierList, Variant, VariantTrigger};
use crate::policy::model::{HanForms, HanSet};

/// The types of a mapping that leaves an ideograph as it is, by what it is a form of.
const UNCHANGED: [&str; 4] = ["r-both", "r-simp", "r-trad", "r-neither"];

/// The type of a mapping to what is no form of the ideograph.
const BLOCKED: &str = "blocked";

/// Adds the variants that the sets give to the ideographs that a table has, and returns the actions they need.
pub(super) fn add(
    sets: &[HanSet],
    has: impl Fn(char) -> bool,
    chars: &mut BTreeMap<CodePoints, CharEntry>,
) -> Vec<Action> {
    let mut most = 0;
    for set in sets {
        let members: Vec<&HanForms> = set.members().iter().filter(|member| has(member.ideograph)).collect();
        if members.len() < 2 {
            continue;
        }
        for source in &members {
            let ideograph = source.ideograph;
            let char = chars.entry(ideograph.into()).or_insert_with(|| CharEntry::new(ideograph));
            for target in &members {
                let target = target.ideograph;
                let kind = kind_of(source, target);
                if char.variants.iter().all(|known| known.cp.single() != Some(target)) {
                    char.variants.push(Variant::new(target, Some(kind.as_str().into())));
                }
            }
            most = most.max(source.simplified.len()).max(source.traditional.len());
        }
    }
    if most == 0 { Vec::new() } else { actions(most) }
}

/// The type of the mapping from an ideograph to another of its set, or to itself.
fn kind_of(source: &HanForms, target: char) -> String {
    let place = |forms: &[char]| forms.iter().position(|form| *form == target);
    let (simplified, traditional) = (place(&source.simplified), place(&source.traditional));
    if target == source.ideograph {
        let kind = match (simplified.is_some(), traditional.is_some()) {
            (true, true) => 0,
            (true, false) => 1,
            (false, true) => 2,
            (false, false) => 3,
        };
        return UNCHANGED.get(kind).copied().unwrap_or_default().into();
    }
    match (simplified, traditional) {
        (Some(_), Some(_)) => "both".into(),
        (Some(place), None) => numbered("simp", source.simplified.len(), place),
        (None, Some(place)) => numbered("trad", source.traditional.len(), place),
        (None, None) => BLOCKED.into(),
    }
}

/// Of several forms each has a type of its own, so that a label does not mix them.
fn numbered(kind: &str, forms: usize, place: usize) -> String {
    if forms > 1 { format!("{kind}-{}", place + 1) } else { kind.into() }
}

/// A label as it is, is valid, and so are variants of it all in one of the two forms to its holder; no other is.
fn actions(most: usize) -> Vec<Action> {
    let of = |disposition: &str, variants: VariantTrigger| Action {
        variants: Some(variants),
        ..Action::new(disposition)
    };
    let mut actions = alloc::vec![
        of("blocked", VariantTrigger::Any(list([BLOCKED]))),
        of("valid", VariantTrigger::All(list(UNCHANGED))),
    ];
    let mut forms: Vec<String> = alloc::vec!["both".into()];
    for kind in ["simp", "trad"] {
        forms.push(kind.into());
        let numbered: Vec<String> = match most {
            1 => alloc::vec![String::new()],
            _ => (1..=most).map(|place| format!("{kind}-{place}")).collect(),
        };
        for one in &numbered {
            let reflexive = format!("r-{kind}");
            let all = [kind, &reflexive, "both", "r-both", one].into_iter().filter(|kind| !kind.is_empty());
            actions.push(of("allocatable", VariantTrigger::All(list(all))));
        }
        forms.extend(numbered.into_iter().filter(|kind| !kind.is_empty()));
    }
    actions.push(of("blocked", VariantTrigger::Any(list(forms.iter().map(String::as_str)))));
    actions
}

fn list<'k>(kinds: impl IntoIterator<Item = &'k str>) -> IdentifierList {
    kinds.into_iter().collect()
}
