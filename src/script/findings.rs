//! What UTS #39 has to say of a label, as findings. Nothing is allocated when there is nothing to say.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::confusable::{Confusable, whole_script_confusables_of};
use super::digits::mixed_numbers_of;
use super::level::{IdentifierProfile, RestrictionLevel, level_of};
use super::look_alike::latin_look_alike;
use super::resolve::{Mixture, mixture_of, resolve};
use super::set::ScriptSet;
use crate::finding::{Argument, ArgumentName, Code, Finding};
use crate::label::Span;
use crate::unicode::{Record, Script, record};

/// What is asked of the scripts of a label. Nothing by default.
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

    /// What the rules find in a U-label.
    #[must_use]
    pub fn check(&self, label: &str) -> Vec<Finding> {
        let chars: Vec<char> = label.chars().collect();
        let records: Vec<Record> = chars.iter().map(|c| record(*c as u32)).collect();
        let mut findings = Vec::new();
        self.check_characters(&chars, &records, &mut findings);
        findings
    }

    /// As [`Rules::check`], from characters and their records; allocates only to say something.
    pub(crate) fn check_characters(&self, chars: &[char], records: &[Record], findings: &mut Vec<Finding>) {
        if self.single_script {
            check_single_script(records, findings);
        }
        if self.level < RestrictionLevel::Unrestricted {
            check_restriction_level(chars, records, self.profile, self.level, findings);
        }
        if self.no_mixed_digits {
            check_mixed_digits(records, findings);
        }
        if !self.whole_script_targets.is_empty() {
            check_whole_script_confusable(chars, records, self.whole_script_targets, findings);
        }
    }
}

/// `script.mixed`: the characters have no script in common (§5.1). The finding speaks of what follows the
/// first change of script, and names both sides.
fn check_single_script(records: &[Record], findings: &mut Vec<Finding>) {
    if let Some(mixture) = mixture_of_records(records) {
        findings.push(with_sides(Code::ScriptMixed, &mixture));
    }
}

/// The first change of script, from records.
pub(crate) fn mixture_of_records(records: &[Record]) -> Option<Mixture> {
    if !resolve(records.iter().copied()).is_empty() {
        return None;
    }
    mixture_of(records.iter().map(|record| ScriptSet::of_record(*record)))
}

/// A finding about a mixture: what follows the change, and what stands before it.
pub(crate) fn with_sides(code: Code, mixture: &Mixture) -> Finding {
    Finding::new(code, mixture.after)
        .also(mixture.before)
        .with(ArgumentName::Scripts, mixture.before_scripts.scripts())
        .with(ArgumentName::OtherScripts, mixture.after_scripts.scripts())
}

/// `script.restriction-level`: the label is beyond the level asked for (§5.2). The reason is either a
/// `restricted-character`, the first that the General Security Profile does not hold, or a `mixture`.
fn check_restriction_level(
    chars: &[char],
    records: &[Record],
    profile: IdentifierProfile,
    limit: RestrictionLevel,
    findings: &mut Vec<Finding>,
) {
    let level = level_of(chars.iter().copied().zip(records.iter().copied()), profile);
    if level <= limit {
        return;
    }
    let restricted = || records.iter().position(|record| !record.is_identifier_allowed());
    let (finding, reason) = match (level, mixture_of_records(records)) {
        (RestrictionLevel::Unrestricted, _) => {
            let at = restricted().map_or_else(Span::default, Span::one);
            (Finding::new(Code::RestrictionLevel, at), "restricted-character")
        }
        (_, Some(mixture)) => (with_sides(Code::RestrictionLevel, &mixture), "mixture"),
        // In one script, and the limit is ASCII.
        (_, None) => {
            let at = chars.iter().position(|c| !c.is_ascii()).map_or_else(Span::default, Span::one);
            (Finding::new(Code::RestrictionLevel, at), "not-ascii")
        }
    };
    findings.push(
        finding
            .with(ArgumentName::Reason, reason)
            .with(ArgumentName::Actual, level.name())
            .with(ArgumentName::Limit, limit.name()),
    );
}

/// `script.mixed-digits`: digits of two numbering systems (§5.3): the first of the second
/// system, and the first digit before it.
fn check_mixed_digits(records: &[Record], findings: &mut Vec<Finding>) {
    if let Some((one, other)) = mixed_numbers_of(records.iter().copied()) {
        findings.push(Finding::new(Code::MixedDigits, Span::one(other)).also(Span::one(one)));
    }
}

/// `script.whole-script-confusable`: the label could be written whole in one of `targets` (§4). With
/// Latin among them, the finding shows the look-alike.
fn check_whole_script_confusable(
    chars: &[char],
    records: &[Record],
    targets: ScriptSet,
    findings: &mut Vec<Finding>,
) {
    let characters = chars.iter().copied().zip(records.iter().copied());
    let scripts = whole_script_confusables_of(characters).intersection(targets);
    if scripts.is_empty() {
        return;
    }
    let own = resolve(records.iter().copied());
    let mut finding = Finding::new(Code::WholeScriptConfusable, Span::new(0, chars.len()))
        .with(ArgumentName::Scripts, own.scripts())
        .with(ArgumentName::OtherScripts, scripts.scripts());
    if let Some(other) = latin_look_alike(chars).filter(|_| scripts.contains(Script::Latin)) {
        finding = finding.with(ArgumentName::Other, other);
    }
    findings.push(finding);
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
