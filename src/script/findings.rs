//! Findings of UTS #39. Nothing is allocated when there is nothing to find.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::confusable::{Confusable, whole_script_confusables_within};
use super::digits::mixed_numbers_of;
use super::facts::Facts;
use super::level::{IdentifierProfile, RestrictionLevel};
use super::look_alike::latin_look_alike;
use super::mixing::{MixingRule, beyond_level};
use super::set::ScriptSet;
use crate::finding::{Argument, ArgumentName, Code, Finding};
use crate::label::Span;
use crate::unicode::{Character, Characters, Script};

/// Rules on the scripts of a label; none by default.
///
/// ```
/// use ulabel::script::{RestrictionLevel, Rules};
/// use ulabel::Code;
///
/// let rules = Rules::new().restriction_level(RestrictionLevel::HighlyRestrictive).no_mixed_digits();
/// let findings = rules.check("p\u{430}ypal"); // U+0430 CYRILLIC SMALL LETTER A
/// assert_eq!(findings[0].code(), Code::RestrictionLevel);
/// // The Cyrillic letter, and the Latin p before it.
/// assert_eq!(findings[0].span().range(), 1..2);
/// assert_eq!(findings[0].second_span().unwrap().range(), 0..1);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    single_script: bool,
    level: RestrictionLevel,
    profile: IdentifierProfile,
    no_mixed_digits: bool,
    whole_script_targets: ScriptSet,
}

impl Default for Rules {
    fn default() -> Self {
        Self::new()
    }
}

impl Rules {
    /// Asks nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            single_script: false,
            level: RestrictionLevel::Unrestricted,
            profile: IdentifierProfile::GeneralSecurity,
            no_mixed_digits: false,
            whole_script_targets: ScriptSet::EMPTY,
        }
    }

    /// Asks that the characters have a script in common (UTS #39 §5.1): `script.mixed`.
    #[must_use]
    pub const fn single_script(mut self) -> Self {
        self.single_script = true;
        self
    }

    /// Asks that the label is within a restriction level (§5.2): `script.restriction-level`.
    #[must_use]
    pub const fn restriction_level(mut self, limit: RestrictionLevel) -> Self {
        self.level = limit;
        self
    }

    /// Says which characters a restriction level takes before scripts are looked at.
    #[must_use]
    pub const fn identifier_profile(mut self, profile: IdentifierProfile) -> Self {
        self.profile = profile;
        self
    }

    /// Asks that all digits are of one numbering system (§5.3): `script.mixed-digits`.
    #[must_use]
    pub const fn no_mixed_digits(mut self) -> Self {
        self.no_mixed_digits = true;
        self
    }

    /// Asks that the label could not be written whole in one of `targets` (§4):
    /// `script.whole-script-confusable`.
    #[must_use]
    pub const fn no_whole_script_confusables(mut self, targets: ScriptSet) -> Self {
        self.whole_script_targets = targets;
        self
    }

    /// The findings of the rules on a U-label.
    #[must_use]
    pub fn check(&self, label: &str) -> Vec<Finding> {
        let mut findings = Vec::new();
        self.check_characters(&Characters::from(label), &mut findings);
        findings
    }

    /// As [`Rules::check`], of characters that were looked up; allocates only when it finds something.
    pub(crate) fn check_characters(&self, label: &[Character], findings: &mut Vec<Finding>) {
        let facts = Facts::of(label.iter().copied());
        if self.single_script && facts.resolved.is_empty() {
            findings.extend(MixingRule::SingleWritingSystem.check(label));
        }
        let level = facts.level(self.profile);
        if level > self.level {
            findings.push(beyond_level(label, level, self.level));
        }
        if self.no_mixed_digits && facts.has_mixed_numbers {
            findings.extend(mixed_digits(label));
        }
        let scripts =
            whole_script_confusables_within(label.iter().copied(), facts.resolved, self.whole_script_targets);
        if !scripts.is_empty() {
            findings.push(whole_script_confusable(label, facts.resolved, scripts));
        }
    }
}

/// `script.mixed-digits`: digits of two numbering systems (§5.3): the first of the second system, and the
/// first digit before it.
#[cold]
fn mixed_digits(label: &[Character]) -> Option<Finding> {
    let (one, other) = mixed_numbers_of(label.iter().copied())?;
    Some(Finding::new(Code::MixedDigits, Span::one(other)).with_second_span(Span::one(one)))
}

/// `script.whole-script-confusable`: the label could be written whole in `scripts` (§4). With Latin among
/// them, the finding shows the look-alike.
#[cold]
fn whole_script_confusable(label: &[Character], own: ScriptSet, scripts: ScriptSet) -> Finding {
    let finding = Finding::new(Code::WholeScriptConfusable, Span::new(0, label.len()))
        .with(ArgumentName::Scripts, own.scripts())
        .with(ArgumentName::OtherScripts, scripts.scripts());
    match latin_look_alike(label).filter(|_| scripts.contains(Script::Latin)) {
        Some(other) => finding.with(ArgumentName::Other, other),
        None => finding,
    }
}

/// `script.confusable`: the label looks like another name (§4). The keyword says how: `single-script`,
/// `whole-script` or `mixed-script`. Whether it does is for [`super::confusable`], or an index of
/// skeletons, to say.
#[must_use]
pub fn confusable_finding(label: &str, kind: Confusable, other: &str) -> Finding {
    Finding::new(Code::Confusable, Span::new(0, label.chars().count()))
        .with(ArgumentName::Reason, Argument::Keyword(kind.name()))
        .with(ArgumentName::Other, other.to_string())
}
