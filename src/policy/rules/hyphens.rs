//! Consecutive hyphens. Hyphens at the ends and in the third and fourth position are the protocol's.

use super::{Findings, LabelTraits};
use crate::finding::{Code, Finding};
use crate::label::Span;
use crate::policy::compile::Traits;
use crate::policy::model::{RuleName, Stance};

#[inline]
pub(super) fn check(traits: &LabelTraits<'_>, text: &str, found: &mut Findings<'_, '_>) {
    let stance = found.policy.policy.double_hyphens;
    if stance == Stance::Allow || !traits.has(Traits::HYPHEN) || !text.contains("--") {
        return;
    }
    let before = text.split("--").next().map_or(0, |before| before.chars().count());
    let run = text.chars().skip(before).take_while(|c| *c == '-').count();
    let finding = Finding::new(Code::Hyphens, Span::new(before, before + run));
    found.add(finding, stance, RuleName::Hyphens, "double-hyphens");
}
