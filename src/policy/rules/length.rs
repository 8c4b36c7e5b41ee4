//! Lengths, of the policy and of one table.

use alloc::format;

use super::{Findings, LabelTraits};
use crate::finding::{ArgumentName, Code, Finding};
use crate::label::Span;
use crate::policy::compile::Lengths;
use crate::policy::model::{LengthRule, LengthUnit, RuleName, Stance};

/// A length outside its bounds.
#[derive(Clone, Copy)]
pub(super) struct OutOfBounds {
    is_short: bool,
    actual: u32,
    limit: u32,
    unit: LengthUnit,
}

impl OutOfBounds {
    /// The length of the label, and the bound that it breaks.
    #[inline]
    pub(super) fn of(traits: &LabelTraits<'_>, rule: &LengthRule) -> Option<Self> {
        if rule.otherwise == Stance::Allow {
            return None;
        }
        let outside = |limit: Option<u32>, unit: LengthUnit, is_short: bool| {
            let limit = limit?;
            let actual = traits.length(unit);
            let breaks = if is_short { actual < limit } else { actual > limit };
            breaks.then_some(Self { is_short, actual, limit, unit })
        };
        outside(rule.min, rule.min_unit, true).or_else(|| outside(rule.max, rule.max_unit, false))
    }

    pub(super) fn finding(self) -> Finding {
        let code = if self.is_short { Code::TooShort } else { Code::TooLong };
        Finding::new(code, Span::default())
            .with(ArgumentName::Actual, self.actual as usize)
            .with(ArgumentName::Limit, self.limit as usize)
            .with(ArgumentName::Reason, self.unit.name())
    }
}

#[inline]
pub(super) fn check(traits: &LabelTraits<'_>, lengths: &Lengths, found: &mut Findings<'_, '_>) {
    let rule = &lengths.rule;
    if let Some(outside) = OutOfBounds::of(traits, rule) {
        let key = if outside.is_short { "length.min" } else { "length.max" };
        let of_level = lengths.level.map(|level| format!("level.{}.{key}", level + 1));
        found.add(outside.finding(), rule.otherwise, RuleName::Length, of_level.as_deref().unwrap_or(key));
    }
}
