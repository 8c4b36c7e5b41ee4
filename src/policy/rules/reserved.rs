//! Reserved names: the label is one, is a variant of one, or looks like one.

use alloc::string::ToString;

use super::Findings;
use crate::finding::{ArgumentName, Code, Finding};
use crate::label::{Label, Span};
use crate::policy::model::ReservedSource;
use crate::policy::model::RuleName;
use crate::policy::names::LazySkeleton;

#[inline]
pub(super) fn check(
    label: &Label,
    text: &str,
    skeleton: &mut LazySkeleton<'_>,
    found: &mut Findings<'_, '_>,
) {
    let policy = found.policy;
    for (list, names) in policy.policy.reserved.iter().zip(&policy.reserved) {
        // A name that is on the list looks like itself too, so the closest match is told.
        let (reason, other, stance) = if names.has(label) {
            let is_word = matches!(list.from, ReservedSource::Builtin(_)) && policy.acronym_words.has(label);
            ("exact", None, if is_word { list.otherwise.min(list.otherwise_words) } else { list.otherwise })
        } else if let Some(other) = names.variant_of(label, policy.tables.as_deref()) {
            ("variant", Some(other), list.otherwise)
        } else if names.by_skeleton()
            && let Some(other) = names.look_alike(skeleton.get(), label)
        {
            ("skeleton", Some(other), list.otherwise_skeleton)
        } else {
            continue;
        };
        let mut finding = Finding::new(Code::Reserved, Span::new(0, text.chars().count()))
            .with(ArgumentName::Reason, reason);
        if let Some(other) = other {
            finding = finding.with(ArgumentName::Other, other.to_string());
        }
        let builtin = match &list.from {
            ReservedSource::Builtin(builtin) => Some(builtin.source()),
            _ => None,
        };
        let own = list.source.as_deref().or(builtin);
        let source = own.or_else(|| policy.policy.source(RuleName::Reserved)).map(ToString::to_string);
        found.add_with_source(finding, stance, alloc::format!("reserved.{}", list.name()), source);
    }
}
