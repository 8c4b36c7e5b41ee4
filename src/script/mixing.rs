//! The rules on how the scripts of a label may mix, and the findings of what breaks one.

use super::code::ScriptCode;
use super::level::{IdentifierProfile, RestrictionLevel, level_of};
use super::resolve::{Mixture, mixture_of, mixture_of_sets};
use super::set::ScriptSet;
use crate::finding::{ArgumentName, Code, Finding};
use crate::label::Span;
use crate::unicode::Character;

/// A rule on the scripts that the characters of a label must have in common.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(feature = "policy"), allow(dead_code))] // policies ask by more rules than `Rules`
pub(crate) enum MixingRule<'a> {
    /// As much as a restriction level asks for (UTS #39 §5.2).
    Level(RestrictionLevel, IdentifierProfile),
    /// One script; Japanese, Korean and Chinese with Bopomofo do not count as one.
    SingleScript,
    /// One script or writing system (UTS #39 §5.1).
    SingleWritingSystem,
    /// One of these scripts or writing systems.
    OneOf(&'a [ScriptCode]),
    /// One of these scripts or writing systems, ASCII left aside.
    OneOfBesideAscii(&'a [ScriptCode]),
}

impl MixingRule<'_> {
    /// True if the label keeps the rule.
    pub(crate) fn is_kept(self, label: &[Character]) -> bool {
        let sets = self.sets(label);
        match self {
            Self::Level(limit, profile) => level_of(label.iter().copied(), profile) <= limit,
            Self::SingleScript | Self::SingleWritingSystem => {
                !sets.fold(ScriptSet::ALL, ScriptSet::intersection).is_empty()
            }
            Self::OneOf(codes) | Self::OneOfBesideAscii(codes) => codes.iter().any(|code| {
                let scripts = ScriptSet::from(*code);
                sets.clone().all(|set| set.intersects(scripts))
            }),
        }
    }

    /// How the label breaks the rule: `script.restriction-level`, `script.mixed` or `script.wrong-for-tld`.
    pub(crate) fn check(self, label: &[Character]) -> Option<Finding> {
        if self.is_kept(label) {
            return None;
        }
        if let Self::Level(limit, profile) = self {
            return Some(beyond_level(label, level_of(label.iter().copied(), profile), limit));
        }
        if let Some(mixture) = mixture_of_sets(self.sets(label)) {
            return Some(with_sides(Code::ScriptMixed, &mixture));
        }
        let (Self::OneOf(codes) | Self::OneOfBesideAscii(codes)) = self else { return None };
        let asked = codes.iter().fold(ScriptSet::EMPTY, |set, code| set.union((*code).into()));
        // Where each character is of some script that is asked for, and not all of one, they mix.
        let outside = self.sets(label).position(|set| !set.intersects(asked));
        let at = outside.or_else(|| self.sets(label).position(|set| !set.is_all())).unwrap_or(0);
        let scripts = self.sets(label).nth(at).unwrap_or(ScriptSet::EMPTY);
        Some(
            Finding::new(Code::ScriptWrongForTld, Span::one(at))
                .with(ArgumentName::Scripts, scripts.scripts())
                .with(ArgumentName::OtherScripts, asked.scripts()),
        )
    }

    /// The scripts of each character, as far as they count under the rule.
    fn sets(self, label: &[Character]) -> impl Iterator<Item = ScriptSet> + Clone {
        label.iter().map(move |character| match self {
            Self::OneOfBesideAscii(_) if character.c.is_ascii() => ScriptSet::ALL,
            Self::SingleScript => ScriptSet::from(*character).without_writing_systems(),
            _ => ScriptSet::from(*character),
        })
    }
}

/// A finding about a mixture, such as `script.mixed`: its span is what follows the change, and it names both
/// sides.
#[cold]
fn with_sides(code: Code, mixture: &Mixture) -> Finding {
    Finding::new(code, mixture.after)
        .with_second_span(mixture.before)
        .with(ArgumentName::Scripts, mixture.before_scripts.scripts())
        .with(ArgumentName::OtherScripts, mixture.after_scripts.scripts())
}

/// `script.restriction-level`: the label is beyond the level asked for (§5.2). The reason is a
/// `restricted-character`, the first that the General Security Profile does not hold, a `mixture`, or
/// `not-ascii`.
#[cold]
pub(super) fn beyond_level(label: &[Character], level: RestrictionLevel, limit: RestrictionLevel) -> Finding {
    let at = |position: Option<usize>| position.map_or_else(Span::default, Span::one);
    let (finding, reason) = match (level, mixture_of(label)) {
        (RestrictionLevel::Unrestricted, _) => {
            let restricted = label.iter().position(|character| !character.record.is_identifier_allowed());
            (Finding::new(Code::RestrictionLevel, at(restricted)), "restricted-character")
        }
        (_, Some(mixture)) => (with_sides(Code::RestrictionLevel, &mixture), "mixture"),
        // In one script, and the limit is ASCII.
        (_, None) => {
            let beyond = label.iter().position(|character| !character.c.is_ascii());
            (Finding::new(Code::RestrictionLevel, at(beyond)), "not-ascii")
        }
    };
    finding
        .with(ArgumentName::Reason, reason)
        .with(ArgumentName::Actual, level.name())
        .with(ArgumentName::Limit, limit.name())
}
