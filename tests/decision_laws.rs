//! Laws of decisions, which tests and the fuzz target `decision` call.

use std::cell::RefCell;
use std::collections::BTreeMap;

use ulabel::Label;
use ulabel::decision::{Decider, Decision, NameRecord, NamesInMemory, Request};
use ulabel::policy::{ReservedList, ReservedSource, builtin};

/// The policies that laws are held under: bundles of accents, of spellings, of letters, and a reserved name.
const POLICIES: &[&str] = &["ca", "br", "gr", "de"];

thread_local! {
    static DECIDERS: RefCell<BTreeMap<&'static str, Decider>> = const { RefCell::new(BTreeMap::new()) };
}

/// Makes a decider of one of the policies, with a reserved name in two forms, and calls `law` with it.
fn with_decider(number: u8, law: impl FnOnce(&Decider)) {
    let id = POLICIES[usize::from(number) % POLICIES.len()];
    DECIDERS.with_borrow_mut(|deciders| {
        let decider = deciders.entry(id).or_insert_with(|| {
            let mut policy = builtin::find(id).unwrap().policy().unwrap();
            policy.reserved.push(ReservedList::new(ReservedSource::Names(vec![
                "réservé".into(),
                "xn--strae-oqa".into(),
            ])));
            policy.confusables.protected.push("paypal".into());
            Decider::new(&policy).unwrap()
        });
        law(decider);
    });
}

/// The decision about a name is the same in every spelling of its label: as a U-label, as an A-label, and either in any
/// case of ASCII; so it is in whichever spelling the names that exist were put in. Deciding never panics, and what is
/// available has a command.
pub fn every_spelling_has_one_answer(number: u8, existing: &[&str], candidate: &str) {
    with_decider(number, |decider| {
        let names = store(decider, existing, |name| name.into());
        let decision = decide(decider, &names, candidate);
        assert_eq!(decision.available, decision.command().is_some(), "{candidate:?}");
        // A name under a domain is not the label alone, which is under that of the policy.
        let Some(label) = decision.u_label.clone().filter(|_| !candidate.contains('.')) else { return };
        let told = told(&decision);
        let a_label =
            Label::parse(&label).a_label().expect("what is a label has a form for the DNS").to_owned();
        for spelling in [label.clone(), a_label.clone(), a_label.to_ascii_uppercase()] {
            let other = decide(decider, &names, &spelling);
            assert_eq!(self::told(&other), told, "{candidate:?} as {spelling:?} beside {existing:?}");
        }
        let upper = store(decider, existing, |name| {
            let label = Label::parse(name);
            let form = label.a_label().filter(|_| !name.contains('.') && label.u_label() != Some(name));
            let form = form.or_else(|| name.is_ascii().then_some(name));
            form.map_or_else(|| name.into(), str::to_ascii_uppercase)
        });
        let other = decide(decider, &upper, candidate);
        assert_eq!(self::told(&other), told, "{candidate:?} beside {existing:?} in upper case");
    });
}

fn store(decider: &Decider, existing: &[&str], spell: impl Fn(&str) -> String) -> NamesInMemory {
    let (mut names, mut keys) = (NamesInMemory::new(), decider.keys());
    for (number, name) in existing.iter().enumerate() {
        keys.take(&spell(name));
        let holder = ["R1", "R2"][number % 3 / 2].to_owned();
        names.put(&keys, NameRecord { registrant: holder, registrar: "A".into(), ..NameRecord::default() });
    }
    names
}

fn decide(decider: &Decider, names: &NamesInMemory, name: &str) -> Decision {
    let request = Request { registrant: Some("R1"), registrar: Some("A"), ..Request::new(name) };
    decider.decide(&request, names).unwrap()
}

/// What must not depend on the spelling.
fn told(decision: &Decision) -> String {
    let Decision { name, u_label, a_label, available, reason, primary, colliding, look_alikes, .. } =
        decision;
    format!("{name} {u_label:?} {a_label:?} {available} {reason} {primary:?} {colliding:?} {look_alikes:?}")
}

#[test]
fn spellings_of_what_people_ask_for() {
    let existing = ["café", "xn--mnchen-3ya", "PAYPAL", "πάος", "strasse", "a-b"];
    for number in 0..4 {
        for candidate in [
            "cafe",
            "CAFÉ",
            "XN--CAF-DMA",
            "münchen",
            "straße",
            "réservé",
            "πάοσ",
            "paypa1",
            "ab",
            "xn--a",
            "",
            "ß",
        ] {
            every_spelling_has_one_answer(number, &existing, candidate);
        }
    }
}
