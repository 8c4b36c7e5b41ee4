//! Actions (RFC 7940 section 7).

use alloc::boxed::Box;

use super::{Identifier, IdentifierList, Origin};

/// An `action` element: the disposition that a label gets when the triggers hold.
///
/// Without triggers it holds for every label; with both, both must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// The `disp` attribute; five values are recommended, any other may be used.
    pub disposition: Identifier,
    /// A rule that must match, or must not (section 7.1).
    pub rule: Option<RuleTrigger>,
    /// The types that the variants used must have (section 7.2.1).
    pub variants: Option<VariantTrigger>,
    /// Ids of references.
    pub references: IdentifierList,
    /// The `comment` attribute.
    pub comment: Option<Box<str>>,
    /// Where it stands.
    pub origin: Origin,
}

impl Action {
    /// An action that every label triggers.
    #[must_use]
    pub fn new(disposition: &str) -> Self {
        Self {
            disposition: disposition.into(),
            rule: None,
            variants: None,
            references: IdentifierList::EMPTY,
            comment: None,
            origin: Origin::NONE,
        }
    }

    /// The five actions that follow the last one of every LGR (RFC 7940 section 7.6).
    #[must_use]
    pub fn defaults() -> [Self; 5] {
        let with = |disposition: &str, trigger: fn(IdentifierList) -> VariantTrigger| Self {
            variants: Some(trigger([disposition].into_iter().collect())),
            ..Self::new(disposition)
        };
        [
            with("invalid", VariantTrigger::Any),
            with("blocked", VariantTrigger::Any),
            with("allocatable", VariantTrigger::Any),
            with("activated", VariantTrigger::All),
            Self::new("valid"),
        ]
    }
}

/// The `match` or `not-match` attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleTrigger {
    /// The rule must match the label.
    Match(Identifier),
    /// The rule must not match the label.
    NotMatch(Identifier),
}

impl RuleTrigger {
    /// The name of the rule.
    #[must_use]
    pub fn rule(&self) -> &Identifier {
        match self {
            Self::Match(rule) | Self::NotMatch(rule) => rule,
        }
    }

    /// The name of the attribute.
    #[must_use]
    pub fn attribute(&self) -> &'static str {
        match self {
            Self::Match(_) => "match",
            Self::NotMatch(_) => "not-match",
        }
    }
}

/// One of the three attributes that look at the types of the variants used. The lists are not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VariantTrigger {
    /// `any-variant`: at least one variant has one of the types.
    Any(IdentifierList),
    /// `all-variants`: every variant has one of the types, and there is a variant.
    All(IdentifierList),
    /// `only-variants`: as `all-variants`, and no code point is unmapped.
    Only(IdentifierList),
}

impl VariantTrigger {
    /// The types it looks for.
    #[must_use]
    pub fn types(&self) -> &IdentifierList {
        match self {
            Self::Any(types) | Self::All(types) | Self::Only(types) => types,
        }
    }

    /// The name of the attribute.
    #[must_use]
    pub fn attribute(&self) -> &'static str {
        match self {
            Self::Any(_) => "any-variant",
            Self::All(_) => "all-variants",
            Self::Only(_) => "only-variants",
        }
    }
}
