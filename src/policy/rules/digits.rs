//! Digits: of several sets, at the ends of a label, and nothing but digits.

use super::{Findings, LabelTraits};
use crate::finding::{ArgumentName, Code, Finding};
use crate::label::Span;
use crate::policy::compile::Traits;
use crate::policy::model::{DigitRule, RuleName, Stance};
use crate::script;
use crate::unicode::Character;

#[inline]
pub(super) fn check(traits: &LabelTraits<'_>, text: &str, found: &mut Findings<'_, '_>) {
    let DigitRule { several_sets, at_ends, all } = found.policy.policy.digits;
    let kinds = traits.all & (Traits::LETTER | Traits::DIGIT | Traits::HYPHEN | Traits::OTHER);
    if all != Stance::Allow && kinds == Traits::DIGIT {
        let finding = Finding::new(Code::AllDigits, Span::new(0, traits.code_points as usize));
        found.add(finding, all, RuleName::AllDigits, "digits.all");
    }
    if several_sets != Stance::Allow
        && (traits.all & Traits::DIGIT_SETS).count_ones() > 1
        && let Some((first, other)) = script::mixed_numbers_of(text.chars().map(Character::from))
    {
        let finding = Finding::new(Code::MixedDigits, Span::one(other)).with_second_span(Span::one(first));
        found.add(finding, several_sets, RuleName::Digits, "digits.several-sets");
    }
    if at_ends != Stance::Allow && traits.has_digit_at_end() {
        found.add(at_end(traits), at_ends, RuleName::Digits, "digits.at-ends");
    }
}

/// The digit first in the label, or else last.
pub(super) fn at_end(traits: &LabelTraits<'_>) -> Finding {
    let at = if traits.begins_with_digit() { 0 } else { (traits.code_points as usize).saturating_sub(1) };
    Finding::new(Code::DigitPlacement, Span::one(at)).with(ArgumentName::Reason, "at-ends")
}
