//! Reserved names.

use alloc::string::String;
use alloc::vec::Vec;

use super::rule::Stance;
use crate::text::keywords;

keywords! {
    /// The lists that are built in: what ICANN reserves at the second level of generic top-level
    /// domains. A ccTLD is not bound by them; an administration may adopt them.
    #[non_exhaustive]
    BuiltinList {
        /// Full names of intergovernmental organisations.
        IgoNames = "igo-names",
        /// Acronyms of intergovernmental organisations, an interim reservation.
        IgoAcronyms = "igo-acronyms",
        /// Designations of the Red Cross and Red Crescent movement.
        RedCross = "red-cross",
        /// Olympic words.
        Olympic = "olympic",
        /// Names, acronyms and designations in the six languages of the United Nations that the other lists do not have; from general
        /// knowledge, so they are held for review unless a policy says otherwise.
        SixLanguages = "six-languages",
    }
}

impl BuiltinList {
    /// The list as text: comments after `#`, then a line per name.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::IgoNames => include_str!("../../../data/reserved/igo-names.txt"),
            Self::IgoAcronyms => include_str!("../../../data/reserved/igo-acronyms.txt"),
            Self::RedCross => include_str!("../../../data/reserved/red-cross.txt"),
            Self::Olympic => include_str!("../../../data/reserved/olympic.txt"),
            Self::SixLanguages => include_str!("../../../data/reserved/six-languages.txt"),
        }
    }

    /// Where the list comes from, with its date.
    #[must_use]
    pub const fn source(self) -> &'static str {
        match self {
            Self::SixLanguages => "general knowledge of November 2026, not looked up",
            _ => "ICANN, IOC, Red Cross and IGO reserved names for new gTLDs, state of 2020-02-18",
        }
    }
}

keywords! {
    /// How a name matches a reserved one.
    #[non_exhaustive]
    Match {
        /// The A-labels are equal; ASCII without regard to case.
        Exact = "exact",
        /// The skeletons of UTS #39 §4 are equal: one looks like the other.
        Skeleton = "skeleton",
        /// They collide under the policy's tables: one is in the variant set of the other, or both are in
        /// that of a third label.
        Variant = "variant",
    }
}

/// Where reserved names come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReservedSource {
    /// A list that is built in.
    Builtin(BuiltinList),
    /// A file with a name a line.
    File(String),
    /// The names themselves, as U-labels or A-labels.
    Names(Vec<String>),
}

/// A list of reserved names, how a label matches it, and the stance on a label that does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReservedList {
    /// The names.
    pub from: ReservedSource,
    /// How a label matches: in one of these ways.
    pub matching: Vec<Match>,
    /// The stance on a label that is a reserved name, or a variant of one.
    pub otherwise: Stance,
    /// The stance on a reserved acronym that is an everyday word too, where it is milder than `otherwise`.
    pub otherwise_words: Stance,
    /// The stance on a label that looks like a reserved name.
    pub otherwise_skeleton: Stance,
    /// The source of the list, where it is not the policy's.
    pub source: Option<String>,
}

impl ReservedList {
    /// A list that refuses exact matches, and holds look-alikes for review where they are asked for.
    #[must_use]
    pub fn new(from: ReservedSource) -> Self {
        Self {
            matching: alloc::vec![Match::Exact],
            otherwise: match from {
                ReservedSource::Builtin(BuiltinList::SixLanguages) => Stance::Review,
                _ => Stance::Refuse,
            },
            otherwise_words: Stance::Review,
            otherwise_skeleton: Stance::Review,
            source: None,
            from,
        }
    }

    /// A list that is built in.
    #[must_use]
    pub fn builtin(list: BuiltinList) -> Self {
        Self::new(ReservedSource::Builtin(list))
    }

    /// The file it is read from, if it is.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        match &self.from {
            ReservedSource::File(file) => Some(file),
            _ => None,
        }
    }

    /// The name of the list in findings.
    #[must_use]
    pub fn name(&self) -> &str {
        match &self.from {
            ReservedSource::Builtin(list) => list.name(),
            ReservedSource::File(file) => file,
            ReservedSource::Names(_) => "names",
        }
    }
}

/// Acronyms that are everyday words too, as text.
pub(in crate::policy) const ACRONYMS_THAT_ARE_WORDS: &str =
    include_str!("../../../data/reserved/acronyms-that-are-words.txt");

/// The names of a list as text: a label a line, in either form, blank lines and comments left out. A line
/// may hold several forms of one name, separated by commas.
pub(in crate::policy) fn names_of(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().map(|line| line.split_once('#').map_or(line, |(name, _)| name));
    lines.flat_map(|line| line.split(',')).map(str::trim).filter(|name| !name.is_empty())
}
