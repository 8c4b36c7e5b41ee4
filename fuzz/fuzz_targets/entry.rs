//! What each target does with its input: decode it, call the laws of `tests/invariants.rs`. The ordinary
//! tests replay seeds and regressions through the same functions.

use crate::invariants as laws;

/// A target and its entry point.
pub type Target = (&'static str, fn(&[u8]));

/// The targets by name.
pub const TARGETS: &[Target] = &[
    ("punycode", punycode),
    ("label", label),
    ("name", name),
    ("pair", pair),
    ("skeleton", skeleton),
    #[cfg(feature = "lgr")]
    ("lgr_xml", lgr_xml),
    #[cfg(feature = "lgr")]
    ("lgr_text", lgr_text),
    #[cfg(feature = "policy")]
    ("policy", policy),
    #[cfg(feature = "policy")]
    ("check_policy", check_policy),
];

/// Punycode, both ways.
pub fn punycode(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else { return };
    laws::punycode_round_trips(text);
    laws::punycode_agrees_with_idna(text);
    laws::decoded_labels_are_canonical(text);
}

/// The check of one label.
pub fn label(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else { return };
    laws::label_report_is_sound(text);
    laws::forms_are_one_label(text);
    laws::escaped_text_is_safe(text);
    laws::nfc_is_what_normalizing_says(text);
}

/// The check of a name, of any bytes.
pub fn name(data: &[u8]) {
    laws::name_report_is_sound(data);
}

/// The check of a pair: the A-label, a space, the U-label.
pub fn pair(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else { return };
    let Some((a_label, u_label)) = text.split_once(' ') else { return };
    laws::pair_report_is_sound(a_label, u_label);
}

/// Scripts, look-alikes and display of a label: the label, a line end, the top-level domain.
pub fn skeleton(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else { return };
    let (label, tld) = text.split_once('\n').unwrap_or((text, ""));
    laws::skeleton_agrees_with_unicode_security(label);
    laws::skeletons_hold_together(label);
    laws::scripts_hold_together(label);
    laws::restriction_level_agrees_with_unicode_security(label);
    laws::display_advice_is_sound(label, tld);
}

/// A ruleset in XML.
#[cfg(feature = "lgr")]
pub fn lgr_xml(data: &[u8]) {
    crate::lgr_laws::xml_reads_back_equal(data);
}

/// A table as text.
#[cfg(feature = "lgr")]
pub fn lgr_text(data: &[u8]) {
    crate::lgr_laws::text_reads_back_equal(data);
}

/// A policy file.
#[cfg(feature = "policy")]
pub fn policy(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else { return };
    laws::policy_file_is_sound(text);
}

/// A label under a policy: the first octet picks a built-in one, with every rule switched on, the rest is
/// the label.
#[cfg(feature = "policy")]
pub fn check_policy(data: &[u8]) {
    use std::collections::BTreeMap;

    use ulabel::Checker;
    use ulabel::policy::{BuiltinList, Match, ReservedList, Stance, builtin};

    thread_local! {
        static CHECKERS: std::cell::RefCell<BTreeMap<u8, Checker>> = const { std::cell::RefCell::new(BTreeMap::new()) };
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
        laws::label_under_policy_is_sound(checker, label);
    });
}
