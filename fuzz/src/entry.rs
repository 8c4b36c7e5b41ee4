//! The targets: each decodes its input and calls the laws. The ordinary tests replay seeds and
//! regressions through the same functions.

use std::cell::RefCell;
use std::collections::BTreeMap;

use ulabel::Checker;
use ulabel::policy::{BuiltinList, Match, ReservedList, Stance, builtin};

use crate::{decision_laws, invariants as laws, lgr_engine, lgr_laws, policy_laws};

/// A fuzz target.
pub struct Target {
    /// The name of its binary and of its folders.
    pub name: &'static str,
    /// How its input is read, for the README.
    pub input: &'static str,
    /// The entry point.
    pub run: fn(&[u8]),
}

/// Every target.
#[rustfmt::skip]
pub const TARGETS: &[Target] = &[
    Target { name: "punycode", input: "text", run: punycode },
    Target { name: "label", input: "a label", run: label },
    Target { name: "name", input: "a name, of any octets", run: name },
    Target { name: "pair", input: "an A-label, a space, a U-label", run: pair },
    Target { name: "skeleton", input: "a label, a line end, a top-level domain", run: skeleton },
    Target { name: "lgr_xml", input: "a ruleset in XML", run: lgr_xml },
    Target { name: "lgr_text", input: "a table as text", run: lgr_text },
    Target { name: "lgr_label", input: "octets, of which a small ruleset and labels are made", run: lgr_label },
    Target { name: "collisions", input: "octets, of which small rulesets and labels are made", run: collisions },
    Target { name: "policy", input: "a policy file", run: policy },
    Target { name: "check_policy", input: "an octet, which chooses a built-in policy, and a label", run: check_policy },
    Target { name: "decision", input: "an octet, which chooses a policy, and names that exist, a line each; the last line is the candidate", run: decision },
];

/// The targets of the index, name and input. Their laws stand with the tests of its crate, which replay their seeds
/// and regressions: `index.rs`.
pub const INDEX_TARGETS: &[(&str, &str)] = &[
    ("index_file", "octets: which file of an index, how it is changed, and where"),
    ("index_history", "octets, which choose changes of an index, look-ups, power cuts and full disks"),
];

pub fn punycode(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else { return };
    laws::punycode_round_trips(text);
    laws::punycode_agrees_with_idna(text);
    laws::decoded_labels_are_canonical(text);
}

pub fn label(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else { return };
    laws::label_report_is_sound(text);
    laws::forms_are_one_label(text);
    laws::escaped_text_is_safe(text);
    laws::nfc_is_what_normalizing_says(text);
}

pub fn name(data: &[u8]) {
    laws::name_report_is_sound(data);
}

pub fn pair(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else { return };
    let Some((a_label, u_label)) = text.split_once(' ') else { return };
    laws::pair_report_is_sound(a_label, u_label);
}

pub fn skeleton(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else { return };
    let (label, tld) = text.split_once('\n').unwrap_or((text, ""));
    laws::skeleton_agrees_with_unicode_security(label);
    laws::skeletons_hold_together(label);
    laws::scripts_hold_together(label);
    laws::restriction_level_agrees_with_unicode_security(label);
    laws::display_advice_is_sound(label, tld);
}

pub fn lgr_xml(data: &[u8]) {
    lgr_laws::xml_reads_back_equal(data);
}

pub fn lgr_text(data: &[u8]) {
    lgr_laws::text_reads_back_equal(data);
}

pub fn lgr_label(data: &[u8]) {
    lgr_engine::laws::engine_agrees_with_reference(data);
    lgr_engine::laws::index_labels_are_variant_sets(data);
}

/// The slow evaluator makes every variant of every short label, so the rulesets are small.
pub fn collisions(data: &[u8]) {
    lgr_engine::laws::collisions_agree_with_reference(data.get(..300).unwrap_or(data), 2);
}

pub fn policy(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else { return };
    policy_laws::policy_file_is_sound(text);
}

/// Every rule of the policy is switched on.
pub fn check_policy(data: &[u8]) {
    thread_local! {
        static CHECKERS: RefCell<BTreeMap<u8, Checker>> = const { RefCell::new(BTreeMap::new()) };
    }
    let Some((pick, label)) = data.split_first() else { return };
    let Ok(label) = core::str::from_utf8(label) else { return };
    CHECKERS.with_borrow_mut(|checkers| {
        let checker = checkers.entry(*pick).or_insert_with(|| {
            let all = builtin::all();
            let builtin = &all[usize::from(*pick) * all.len() / 256];
            let mut policy = builtin.policy().expect("a built-in policy reads");
            policy.double_hyphens = Stance::Review;
            policy.digits.several_sets = Stance::Refuse;
            policy.digits.at_ends = Stance::Review;
            policy.digits.all = Stance::Review;
            let mut reserved = ReservedList::builtin(BuiltinList::IgoNames);
            reserved.matching.push(Match::Skeleton);
            policy.reserved.push(reserved);
            policy.confusables.names = vec!["modern".into(), "пример".into()];
            Checker::with_policy(&policy).expect("a built-in policy compiles")
        });
        policy_laws::label_under_policy_is_sound(checker, label);
    });
}

pub fn decision(data: &[u8]) {
    let Some((policy, text)) = data.split_first() else { return };
    let Ok(text) = core::str::from_utf8(text) else { return };
    let (existing, candidate) = text.rsplit_once('\n').unwrap_or(("", text));
    let existing: Vec<&str> = existing.lines().filter(|name| !name.is_empty()).take(16).collect();
    decision_laws::every_spelling_has_one_answer(*policy, &existing, candidate);
}
