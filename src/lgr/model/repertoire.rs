//! The `data` element: code points, ranges and variants (RFC 7940 section 5).

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::{CodePoints, Identifier, IdentifierList, Origin};

/// A child of the `data` element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A code point or a sequence.
    Char(CharEntry),
    /// A range of code points.
    Range(RangeEntry),
}

impl Entry {
    /// Its `when` or `not-when`.
    #[must_use]
    pub fn context(&self) -> Option<&ContextRule> {
        match self {
            Self::Char(char) => char.context.as_ref(),
            Self::Range(range) => range.context.as_ref(),
        }
    }

    /// Its tags.
    #[must_use]
    pub fn tags(&self) -> &IdentifierList {
        match self {
            Self::Char(char) => &char.tags,
            Self::Range(range) => &range.tags,
        }
    }

    /// Its references.
    #[must_use]
    pub fn references(&self) -> &IdentifierList {
        match self {
            Self::Char(char) => &char.references,
            Self::Range(range) => &range.references,
        }
    }

    /// Its variants; a range has none.
    #[must_use]
    pub fn variants(&self) -> &[Variant] {
        match self {
            Self::Char(char) => &char.variants,
            Self::Range(_) => &[],
        }
    }

    /// Where it stands.
    #[must_use]
    pub fn origin(&self) -> Origin {
        match self {
            Self::Char(char) => char.origin,
            Self::Range(range) => range.origin,
        }
    }
}

/// A `char` element of the repertoire: a code point or a sequence, and its variants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CharEntry {
    /// The code point or sequence that it defines. Empty only for the source of null variants (RFC 7940 section 5.3.3).
    pub cp: CodePoints,
    /// When it may be used (RFC 7940 section 5.2).
    pub context: Option<ContextRule>,
    /// Its tags (RFC 7940 section 5.5); a sequence has none.
    pub tags: IdentifierList,
    /// Its variants in document order.
    pub variants: Vec<Variant>,
    /// Ids of references.
    pub references: IdentifierList,
    /// The `comment` attribute.
    pub comment: Option<Box<str>>,
    /// Where it stands.
    pub origin: Origin,
}

impl CharEntry {
    /// A code point or a sequence with nothing else said of it.
    #[must_use]
    pub fn new(cp: impl Into<CodePoints>) -> Self {
        Self { cp: cp.into(), ..Self::default() }
    }
}

/// A `range` element: what it says holds for each code point from the first to the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RangeEntry {
    /// The first code point.
    pub first: char,
    /// The last code point, itself inside.
    pub last: char,
    /// When they may be used.
    pub context: Option<ContextRule>,
    /// Their tags.
    pub tags: IdentifierList,
    /// Ids of references.
    pub references: IdentifierList,
    /// The `comment` attribute.
    pub comment: Option<Box<str>>,
    /// Where it stands.
    pub origin: Origin,
}

impl RangeEntry {
    /// A range with nothing else said of it.
    #[must_use]
    pub fn new(first: char, last: char) -> Self {
        Self {
            first,
            last,
            context: None,
            tags: IdentifierList::EMPTY,
            references: IdentifierList::EMPTY,
            comment: None,
            origin: Origin::NONE,
        }
    }
}

/// A `var` element: a mapping from the `char` that holds it (RFC 7940 section 5.3).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variant {
    /// The code point or sequence that its source is mapped to. Empty for a null variant; equal to its source
    /// for a reflexive one.
    pub cp: CodePoints,
    /// Its type (RFC 7940 section 5.3.2).
    pub kind: Option<Identifier>,
    /// When the mapping exists (RFC 7940 section 5.3.5).
    pub context: Option<ContextRule>,
    /// Ids of references.
    pub references: IdentifierList,
    /// The `comment` attribute.
    pub comment: Option<Box<str>>,
    /// Where it stands.
    pub origin: Origin,
}

impl Variant {
    /// A mapping to `cp` of that type.
    #[must_use]
    pub fn new(cp: impl Into<CodePoints>, kind: Option<Identifier>) -> Self {
        Self { cp: cp.into(), kind, ..Self::default() }
    }
}

/// A conditional context: the rule of a `when` or of a `not-when` attribute (RFC 7940 section 5.2).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContextRule {
    /// The rule must match.
    When(Identifier),
    /// The rule must not match.
    NotWhen(Identifier),
}

impl ContextRule {
    /// The name of the rule.
    #[must_use]
    pub fn rule(&self) -> &Identifier {
        match self {
            Self::When(rule) | Self::NotWhen(rule) => rule,
        }
    }

    /// The name of the attribute, `when` or `not-when`.
    #[must_use]
    pub fn attribute(&self) -> &'static str {
        match self {
            Self::When(_) => "when",
            Self::NotWhen(_) => "not-when",
        }
    }
}
