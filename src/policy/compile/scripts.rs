//! The rule on scripts in terms of UTS #39.

use crate::policy::model::{Mixing, ScriptRule, Stance, Table};
use crate::script::{IdentifierProfile, MixingRule, RestrictionLevel};
use crate::unicode::{Character, LabelVec};

impl ScriptRule {
    /// The rule in terms of UTS #39; `None` where any scripts may mix.
    pub(in crate::policy) fn mixing_rule(&self) -> Option<MixingRule<'_>> {
        let level = |level| Some(MixingRule::Level(level, IdentifierProfile::AnyCharacter));
        match self.mixing {
            _ if self.otherwise == Stance::Allow => None,
            Mixing::AsciiOnly => level(RestrictionLevel::AsciiOnly),
            Mixing::HighlyRestrictive => level(RestrictionLevel::HighlyRestrictive),
            Mixing::ModeratelyRestrictive => level(RestrictionLevel::ModeratelyRestrictive),
            Mixing::SingleScript => Some(MixingRule::SingleScript),
            Mixing::SingleScriptCjk => Some(MixingRule::SingleWritingSystem),
            Mixing::TldScript => Some(MixingRule::OneOf(&self.of_tld)),
            Mixing::ScriptAsciiLetters => Some(MixingRule::OneOfBesideAscii(&self.of_tld)),
            Mixing::Repertoire => None,
        }
    }
}

/// True if a label of the code points keeps the rule, and so each label of some of them.
pub(super) fn holds(rule: &ScriptRule, code_points: impl IntoIterator<Item = char>) -> bool {
    let characters = || code_points.into_iter().map(Character::from).collect::<LabelVec<_>>();
    rule.mixing_rule().is_none_or(|rule| rule.is_kept(&characters()))
}

/// True if a label of the table's letters never breaks the rule.
pub(in crate::policy) fn is_safe(rule: &ScriptRule, table: &Table) -> bool {
    let sequences = table.sequences.iter().flat_map(|sequence| sequence.chars());
    holds(rule, table.repertoire().iter().chain(sequences))
}
