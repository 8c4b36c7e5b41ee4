//! Labels of ASCII alone.

use super::{Findings, LabelTraits};
use crate::finding::{Code, Finding};
use crate::label::Span;
use crate::policy::compile::Traits;
use crate::policy::model::{RuleName, Stance};

#[inline]
pub(super) fn check(traits: &LabelTraits<'_>, found: &mut Findings<'_, '_>) {
    let stance = found.policy.policy.ascii_labels;
    if stance != Stance::Allow && !traits.has(Traits::NON_ASCII) && traits.code_points > 0 {
        let finding = Finding::new(Code::AsciiNotAllowed, Span::new(0, traits.code_points as usize));
        found.add(finding, stance, RuleName::AsciiLabels, "ascii-labels");
    }
}
