//! A policy as written: plain data.

pub(super) mod code_points;
mod han;
mod pattern;
mod policy;
pub(super) mod reserved;
mod rule;
pub(super) mod table;
mod variants;

pub use code_points::CodePointSet;
pub use han::{HanForms, HanSet, MAX_HAN_SET};
pub use pattern::{MAX_PATTERN, MAX_PATTERN_DEPTH, Pattern, PatternError};
pub use policy::{Certainty, IdnOffered, Policy, RuleName, Status, SuffixSource};
pub use reserved::{BuiltinList, Match, ReservedList, ReservedSource};
pub use rule::{
    ConfusableRule, DigitRule, LengthRule, LengthUnit, Level, Mixing, SameEntity, ScriptRule, Stance,
    VariantDisposition, VariantRule, Withhold,
};
pub use table::{
    AsciiLetters, Demand, DigitSet, MustContain, Neighbours, Table, UnknownTable, WholeLabelRule,
};
pub use variants::{VariantGroups, VariantTarget, VariantType};
