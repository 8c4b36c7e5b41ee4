//! How the scripts of a label may mix.

use super::Findings;
use crate::policy::model::RuleName;
use crate::unicode::Characters;

/// Adds what breaks the rule.
pub(super) fn check(text: &str, found: &mut Findings<'_, '_>) {
    let rule = &found.policy.policy.scripts;
    if let Some(finding) = rule.mixing_rule().and_then(|rule| rule.check(&Characters::from(text))) {
        found.add(finding, rule.otherwise, RuleName::Scripts, "scripts.mixing");
    }
}
