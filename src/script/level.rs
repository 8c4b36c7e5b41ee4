//! Restriction levels, UTS #39 §5.2.

use core::fmt;

use super::facts::Facts;
use crate::unicode::Character;

/// How far a label mixes scripts, from the strictest level to none. A level holds all labels of the
/// stricter ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RestrictionLevel {
    /// All characters are ASCII.
    AsciiOnly,
    /// The characters have a script or writing system in common.
    SingleScript,
    /// Latin beside Han with Bopomofo, or beside Japanese, or beside Korean.
    HighlyRestrictive,
    /// Latin beside one other Recommended script that is neither Cyrillic nor Greek.
    ModeratelyRestrictive,
    /// Any mixture.
    MinimallyRestrictive,
    /// A character is outside the General Security Profile.
    Unrestricted,
}

impl RestrictionLevel {
    /// Every level, the strictest first.
    pub const ALL: [Self; 6] = [
        Self::AsciiOnly,
        Self::SingleScript,
        Self::HighlyRestrictive,
        Self::ModeratelyRestrictive,
        Self::MinimallyRestrictive,
        Self::Unrestricted,
    ];

    /// The name in policies and reports, in kebab case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AsciiOnly => "ascii-only",
            Self::SingleScript => "single-script",
            Self::HighlyRestrictive => "highly-restrictive",
            Self::ModeratelyRestrictive => "moderately-restrictive",
            Self::MinimallyRestrictive => "minimally-restrictive",
            Self::Unrestricted => "unrestricted",
        }
    }

    /// The level with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }
}

impl fmt::Display for RestrictionLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
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
