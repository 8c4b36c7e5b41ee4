//! Look-alikes: of names that exist, and of words of another script (UTS #39 §4).

use super::Findings;
use crate::label::Label;
use crate::policy::model::RuleName;
use crate::policy::names::LazySkeleton;
use crate::script::{self, Confusable, whole_script_confusables_of};
use crate::unicode::Character;

#[inline]
pub(super) fn check(
    label: &Label,
    text: &str,
    skeleton: &mut LazySkeleton<'_>,
    found: &mut Findings<'_, '_>,
) {
    let policy = found.policy;
    let rule = &policy.policy.confusables;
    if let Some(names) = &policy.existing
        && let Some(other) = names.look_alike(skeleton.get(), label)
    {
        // Names with one skeleton are confusable, in one of three ways.
        let kind = script::confusable(text, other).unwrap_or(Confusable::MixedScript);
        let finding = script::confusable_finding(text, kind, other);
        found.add(finding, rule.otherwise, RuleName::Confusables, "confusables");
    }
    if policy.look_alike_scripts.is_empty() {
        return;
    }
    let characters = text.chars().map(Character::from);
    if whole_script_confusables_of(characters).intersects(policy.look_alike_scripts) {
        let rules = script::Rules::new().no_whole_script_confusables(policy.look_alike_scripts);
        for finding in rules.check(text) {
            let stance = rule.otherwise_whole_script;
            found.add(finding, stance, RuleName::Confusables, "confusables.whole-script");
        }
    }
}
