//! Restriction levels, UTS #39 §5.2.

use super::facts::Facts;
use super::set::ScriptSet;
use crate::text::keywords;
use crate::unicode::{Character, Script};

keywords! {
    /// How far a label mixes scripts, from the strictest level to none. A level holds all labels of the
    /// stricter ones.
    #[non_exhaustive]
    RestrictionLevel {
        /// All characters are ASCII.
        AsciiOnly = "ascii-only",
        /// The characters have a script or writing system in common.
        SingleScript = "single-script",
        /// Latin beside Han with Bopomofo, or beside Japanese, or beside Korean.
        HighlyRestrictive = "highly-restrictive",
        /// Latin beside one other Recommended script that is neither Cyrillic nor Greek.
        ModeratelyRestrictive = "moderately-restrictive",
        /// Any mixture.
        MinimallyRestrictive = "minimally-restrictive",
        /// A character is outside the General Security Profile.
        Unrestricted = "unrestricted",
    }
}

/// Which characters a label may hold before scripts are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IdentifierProfile {
    /// Those with Identifier_Status Allowed (UTS #39 §3.1). Any other makes a label
    /// [`RestrictionLevel::Unrestricted`].
    #[default]
    GeneralSecurity,
    /// All: the level speaks of the mixture of scripts alone. A registry whose own repertoire says which
    /// characters it takes wants this one.
    AnyCharacter,
}

/// The restriction level of a label under a profile.
///
/// ```
/// use ulabel::script::{restriction_level, IdentifierProfile, RestrictionLevel};
/// let level = |label| restriction_level(label, IdentifierProfile::GeneralSecurity);
/// assert_eq!(level("example"), RestrictionLevel::AsciiOnly);
/// assert_eq!(level("пример"), RestrictionLevel::SingleScript);
/// assert_eq!(level("dvd店"), RestrictionLevel::HighlyRestrictive); // U+5E97 beside Latin
/// assert_eq!(level("ip\u{430}"), RestrictionLevel::MinimallyRestrictive); // U+0430 CYRILLIC SMALL LETTER A
///
/// // U+1E900.. ADLAM is a script of limited use.
/// assert_eq!(level("\u{1E922}\u{1E923}"), RestrictionLevel::Unrestricted);
/// assert_eq!(
///     restriction_level("\u{1E922}\u{1E923}", IdentifierProfile::AnyCharacter),
///     RestrictionLevel::SingleScript,
/// );
/// ```
#[must_use]
pub fn restriction_level(label: &str, profile: IdentifierProfile) -> RestrictionLevel {
    if label.is_ascii() && profile == IdentifierProfile::AnyCharacter {
        return RestrictionLevel::AsciiOnly;
    }
    level_of(label.chars().map(Character::from), profile)
}

/// As [`restriction_level`], of characters that were looked up.
#[inline]
pub(crate) fn level_of(
    label: impl Iterator<Item = Character>,
    profile: IdentifierProfile,
) -> RestrictionLevel {
    // A restricted character decides, whatever follows it.
    let mut is_decided = false;
    let facts = Facts::of(label.take_while(|character| {
        is_decided =
            profile == IdentifierProfile::GeneralSecurity && !character.record.is_identifier_allowed();
        !is_decided
    }));
    if is_decided { RestrictionLevel::Unrestricted } else { facts.level(profile) }
}

impl Facts {
    /// The restriction level, UTS #39 §5.2. Together with Latin, each script that the characters beside
    /// Latin have in common covers the label.
    #[inline]
    pub(super) fn level(&self, profile: IdentifierProfile) -> RestrictionLevel {
        const CJK: ScriptSet = ScriptSet::HANB.union(ScriptSet::JPAN).union(ScriptSet::KORE);
        const NEVER: ScriptSet = ScriptSet::only(Script::Cyrillic).union(ScriptSet::only(Script::Greek));
        if profile == IdentifierProfile::GeneralSecurity && !self.is_allowed {
            RestrictionLevel::Unrestricted
        } else if self.code_points < 0x80 {
            RestrictionLevel::AsciiOnly
        } else if !self.resolved.is_empty() {
            RestrictionLevel::SingleScript
        } else if self.beside_latin.intersects(CJK) {
            RestrictionLevel::HighlyRestrictive
        } else if self.beside_latin.intersects(ScriptSet::recommended().difference(NEVER)) {
            RestrictionLevel::ModeratelyRestrictive
        } else {
            RestrictionLevel::MinimallyRestrictive
        }
    }
}
