//! How the scripts of a label may mix.

use alloc::string::String;
use alloc::vec::Vec;

use super::Findings;
use crate::finding::{ArgumentName, Code, Finding};
use crate::label::Span;
use crate::policy::model::{Mixing, RuleName, ScriptRule, Stance, Table};
use crate::script::ScriptCode;
use crate::script::{
    IdentifierProfile, RestrictionLevel, Rules, ScriptSet, level_of, mixture_of, with_sides,
};
use crate::unicode::{record, with_records};

impl Mixing {
    /// The restriction level of UTS #39 §5.2 that it asks for, where it is one.
    const fn level(self) -> Option<RestrictionLevel> {
        match self {
            Self::AsciiOnly => Some(RestrictionLevel::AsciiOnly),
            Self::HighlyRestrictive => Some(RestrictionLevel::HighlyRestrictive),
            Self::ModeratelyRestrictive => Some(RestrictionLevel::ModeratelyRestrictive),
            _ => None,
        }
    }
}

/// Adds what breaks the rule.
pub(super) fn check(text: &str, found: &mut Findings<'_, '_>) {
    let rule = &found.policy.policy.scripts;
    if rule.otherwise == Stance::Allow || rule.mixing == Mixing::Repertoire {
        return;
    }
    let broken = with_records(text, |label, _| if holds(rule, label) { None } else { finding(rule, label) });
    if let Some(finding) = broken {
        found.add(finding, rule.otherwise, RuleName::Scripts, "scripts.mixing");
    }
}

/// True if a label keeps the rule.
pub(in crate::policy) fn holds(rule: &ScriptRule, label: &[char]) -> bool {
    if rule.otherwise == Stance::Allow {
        return true;
    }
    if let Some(limit) = rule.mixing.level() {
        let characters = label.iter().map(|c| (*c, record(*c as u32)));
        return level_of(characters, IdentifierProfile::AnyCharacter) <= limit;
    }
    match rule.mixing {
        Mixing::TldScript | Mixing::ScriptAsciiLetters => {
            rule.of_tld.iter().any(|code| sets(rule, label).all(|set| set.intersects(scripts_of(*code))))
        }
        Mixing::SingleScript | Mixing::SingleScriptCjk => {
            let common = sets(rule, label).fold(ScriptSet::ALL, ScriptSet::intersection);
            !common.is_empty()
        }
        _ => true,
    }
}

/// True if a label of the table's letters never breaks the rule: what the whole repertoire keeps, each
/// part of it keeps.
pub(in crate::policy) fn is_safe(rule: &ScriptRule, table: &Table) -> bool {
    let sequences = table.sequences.iter().flat_map(|sequence| sequence.chars());
    let whole: Vec<char> = table.repertoire().iter().chain(sequences).collect();
    holds(rule, &whole)
}

/// How a label breaks the rule.
fn finding(rule: &ScriptRule, label: &[char]) -> Option<Finding> {
    if let Some(limit) = rule.mixing.level() {
        let text: String = label.iter().collect();
        let rules = Rules::new().restriction_level(limit).identifier_profile(IdentifierProfile::AnyCharacter);
        return rules.check(&text).pop();
    }
    if let Some(mixture) = mixture_of(sets(rule, label)) {
        return Some(with_sides(Code::ScriptMixed, &mixture));
    }
    let of_tld = rule.of_tld.iter().fold(ScriptSet::EMPTY, |set, code| set.union(scripts_of(*code)));
    // Where each code is covered by some script of the domain and not all by one, they mix.
    let outside = sets(rule, label).position(|set| !set.intersects(of_tld));
    let at = outside.or_else(|| sets(rule, label).position(|set| !set.is_all())).unwrap_or(0);
    let scripts = sets(rule, label).nth(at).unwrap_or(ScriptSet::EMPTY);
    Some(
        Finding::new(Code::ScriptWrongForTld, Span::one(at))
            .with(ArgumentName::Scripts, scripts.scripts())
            .with(ArgumentName::OtherScripts, of_tld.scripts()),
    )
}

/// What each character of a label says of its script under the rule.
fn sets<'l>(rule: &ScriptRule, label: &'l [char]) -> impl Iterator<Item = ScriptSet> + Clone + use<'l> {
    let mixing = rule.mixing;
    label.iter().map(move |c| match mixing {
        Mixing::ScriptAsciiLetters if c.is_ascii() => ScriptSet::ALL,
        // Japanese, Korean and Chinese with Bopomofo do not count as one script.
        Mixing::SingleScript => ScriptSet::of(*c).without_writing_systems(),
        _ => ScriptSet::of(*c),
    })
}

fn scripts_of(code: ScriptCode) -> ScriptSet {
    code.scripts().iter().copied().collect::<ScriptSet>()
}
