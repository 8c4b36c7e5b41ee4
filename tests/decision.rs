//! The registration decision: the published vectors, and laws on both forms of a name.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;
use ulabel::decision::{Decider, NameRecord, NameState, NamesInMemory, Request};
use ulabel::policy::{self, Policy};

use crate::support::{shared, shared_lines};

/// The policy of a case, with its tables named as `t0`, `t1`, and so on.
fn policy_of(case: &Value, domain: Option<&str>) -> Policy {
    let rules = &case["policy"];
    let mut text = String::from("id = \"case\"\nunicode = \"18.0\"\nsuffixes = \"own\"\n");
    if let Some(domain) = domain {
        text += &format!("tld = [{domain:?}]\n");
    }
    if rules["ascii_labels"] == "refuse" {
        text += "ascii-labels = \"refuse\"\n";
    }
    if let Some(reserved) = rules["reserved"].as_array() {
        let lists: Vec<String> = reserved
            .iter()
            .map(|list| format!("{{ names = [{}], match = {} }}", list["label"], list["match"]))
            .collect();
        text += &format!("reserved = [{}]\n", lists.join(", "));
    }
    text +=
        &format!("[variants]\ndisposition = {}\nsame-entity = {}\n", rules["variants"], rules["same_entity"]);
    if let Some(most) = rules["max_members"].as_u64() {
        text += &format!("max-members = {most}\n");
    }
    for (number, file) in case["tables"].as_array().unwrap().iter().enumerate() {
        text += &format!("[[table]]\nid = \"t{number}\"\nlgr = {file}\n");
    }
    policy::read(&text).unwrap_or_else(|e| panic!("{text}\n{e}")).policy
}

/// The text of a ruleset that a case names.
fn ruleset(file: &str) -> Result<String, String> {
    let path = match file.starts_with("tables/") {
        true => format!("vectors/decision/{file}"),
        false => format!("lgr/{file}"),
    };
    shared(&path).ok_or(path)
}

fn text(value: &Value) -> Option<&str> {
    value.as_str()
}

/// A name of a case: its label, under the domain if it has one.
fn name(of: &Value) -> String {
    let label = of["label"].as_str().unwrap();
    of["tld"].as_str().map_or_else(|| label.into(), |tld| format!("{label}.{tld}"))
}

fn record(holder: &Value, tables: &[&str]) -> NameRecord {
    let state =
        text(&holder["state"]).map_or(NameState::Registered, |name| NameState::from_name(name).unwrap());
    let table = text(&holder["table"]).and_then(|file| tables.iter().position(|table| *table == file));
    let string = |value: &Value| text(value).unwrap_or_default().to_string();
    NameRecord {
        registrant: string(&holder["registrant"]),
        registrar: string(&holder["registrar"]),
        created: text(&holder["created"]).map(|created| created.parse().unwrap()),
        state,
        original: text(&holder["original"]).map(Into::into),
        table: table.map(|number| format!("t{number}")),
        primary: holder["primary"] == true,
        exempted: holder["exempted"] == true,
        ..NameRecord::default()
    }
}

/// The decision in the form of the vectors, without members that are not expected.
fn answer(decider: &Decider, names: &NamesInMemory, case: &Value, name: &str) -> Value {
    let candidate = &case["candidate"];
    let request = Request {
        registrant: text(&candidate["registrant"]),
        registrar: text(&candidate["registrar"]),
        is_aware: candidate["aware"] != false,
        ..Request::new(name)
    };
    let decision = decider.decide(&request, names).unwrap();
    let has_tlds = case["tlds"].is_object();
    let label = |name: &str| match name.split_once('.') {
        Some((label, _)) if has_tlds => label.to_string(),
        _ => name.to_string(),
    };
    let at = |name: &String| name.replacen('.', "@", 1);
    let mut answer = serde_json::json!({
        "available": decision.available,
        "status": decision.status().map(|status| status.name()),
        "primary": decision.primary.as_deref().map(label),
        "reason": decision.reason.name(),
        "colliding": decision.colliding.iter().map(|name| label(name)).collect::<Vec<_>>(),
    });
    let fields = answer.as_object_mut().unwrap();
    if let (Some(u_label), Some(a_label)) = (&decision.u_label, &decision.a_label) {
        fields.insert("u_label".into(), u_label.clone().into());
        fields.insert("a_label".into(), a_label.clone().into());
    }
    if has_tlds {
        fields.insert("elsewhere".into(), decision.elsewhere.iter().map(at).collect());
    }
    answer
}

#[test]
fn the_vectors() {
    let Some(lines) = shared_lines("vectors/decision/cases.jsonl") else { return };
    // Compiling a ruleset takes longer than all cases under it, so each is compiled once.
    let mut deciders: BTreeMap<String, Decider> = BTreeMap::new();
    let mut wrong = Vec::new();
    let mut count = 0;
    for case in lines {
        let setting = format!("{} {} {}", case["tables"], case["policy"], case["tlds"]);
        let own = text(&case["candidate"]["tld"]);
        let decider = deciders.entry(setting).or_insert_with(|| {
            let policies: Vec<Policy> = match case["tlds"].as_object() {
                Some(tlds) => tlds.iter().map(|(tld, case)| policy_of(case, Some(tld))).collect(),
                None => vec![policy_of(&case, None)],
            };
            Decider::of_variant_tlds(&policies, &mut ruleset).unwrap()
        });
        let tables: Vec<&str> = case["tables"].as_array().into_iter().flatten().filter_map(text).collect();
        let mut names = NamesInMemory::new();
        let mut keys = decider.keys();
        for holder in case["holders"].as_array().unwrap() {
            keys.take(&name(holder));
            names.put(&keys, record(holder, &tables));
        }
        let candidate = name(&case["candidate"]);
        let got = answer(decider, &names, &case, &candidate);
        if got != case["expect"] {
            wrong.push(format!("{} {candidate}\n  {got}\n  {}", case["id"], case["expect"]));
        }
        // Both forms by construction: every spelling of one label has the same answer.
        keys.take(&candidate);
        let (label, rest) = keys.name().split_once('.').map_or((keys.name(), None), |(l, r)| (l, Some(r)));
        if let Some(a_label) =
            ulabel::Label::parse(label).a_label().filter(|_| own.is_none() && rest.is_none())
        {
            for spelling in [label, a_label, &a_label.to_ascii_uppercase()] {
                assert_eq!(answer(decider, &names, &case, spelling), got, "{} as {spelling}", case["id"]);
            }
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "{} of {count} differ:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(count, 242);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every spelling of one label has the same answer, and every spelling of what exists gives the same one.
    #[test]
    fn spellings_are_one_label(
        candidate in "[a-eàâçéèxn0-3-]{1,5}",
        holders in proptest::collection::vec(("[a-eàâçéè]{1,5}", 0..4_usize, 0..2_u8), 0..4),
        near in proptest::option::of("[aàâcçeéè]{1,3}"),
        listed in 0..3_u8,
        capitals in any::<u16>(),
    ) {
        let label = near.unwrap_or(candidate);
        let spellings = spellings(&label, capitals);
        prop_assert!(!spellings.is_empty());
        let mut answers = Vec::new();
        // The list of reserved names and the holders are in one spelling and then in the other.
        for form in 0..2 {
            let written = |label: &str| {
                let spellings = self::spellings(label, capitals);
                spellings[form.min(spellings.len() - 1)].clone()
            };
            let mut policy = ulabel::policy::builtin::find("ca").unwrap().policy().unwrap();
            if listed > 0 {
                let list = format!(
                    "id = \"x\"\nunicode = \"18.0\"\nreserved = [{{ names = [{:?}], match = {:?} }}]\n",
                    written(&label), if listed == 1 { "exact" } else { "variant" },
                );
                policy.reserved = match policy::read(&list) {
                    Ok(read) => read.policy.reserved,
                    // A list holds labels alone.
                    Err(refused) => {
                        prop_assert!(!ulabel::Checker::registration().check_label(&label).is_valid(), "{refused}");
                        Vec::new()
                    }
                };
            }
            let decider = Decider::new(&policy).unwrap();
            let mut names = NamesInMemory::new();
            let mut keys = decider.keys();
            for (holder, day, registrar) in &holders {
                keys.take(&format!("{}.ca", written(holder)));
                names.put(&keys, NameRecord {
                    registrar: registrar.to_string(),
                    created: Some(format!("2020-01-0{}", day + 1).parse().unwrap()),
                    ..NameRecord::default()
                });
            }
            for spelling in &spellings {
                let name = format!("{spelling}.ca");
                let request = Request { registrar: Some("0"), ..Request::new(&name) };
                let decision = decider.decide(&request, &names).unwrap();
                answers.push((
                    decision.available,
                    decision.reason,
                    decision.status(),
                    decision.primary,
                    decision.colliding,
                    decision.name,
                ));
            }
        }
        for answer in &answers {
            prop_assert_eq!(answer, &answers[0], "{:?}", spellings);
        }
    }
}

/// The spellings of a label that are one label: as it is; its A-label, in both cases and mixed; in upper case where it
/// is of ASCII.
fn spellings(label: &str, capitals: u16) -> Vec<String> {
    let mixed = |text: &str| -> String {
        let is_capital = |at: usize| capitals >> (at % 16) & 1 == 1;
        let mix = |(at, c): (usize, char)| if is_capital(at) { c.to_ascii_uppercase() } else { c };
        text.chars().enumerate().map(mix).collect()
    };
    let parsed = ulabel::Label::parse(label);
    let ascii = parsed.a_label().filter(|_| !label.starts_with("xn--"));
    let ascii = ascii.map(|ascii| [ascii.to_string(), ascii.to_ascii_uppercase(), mixed(ascii)]);
    std::iter::once(label.to_string()).chain(ascii.into_iter().flatten()).collect()
}
