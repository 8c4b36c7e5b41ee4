//! The named classes and rules, and the actions.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::{line, notation, strings, text};
use crate::lgr::{Action, NamedClass, Rule, RuleTrigger, VariantTrigger};
use crate::text::glyph;

/// Members of a class that are shown.
pub(super) const EXAMPLES: usize = 15;

/// A named class or rule.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct DefinitionView {
    /// Its name.
    pub name: String,
    /// The definition in [`notation`].
    pub definition: String,
    /// How many code points of the repertoire are in a class.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub members: Option<usize>,
    /// The first of them, as they look.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<String>,
    /// Ids of references.
    pub references: Vec<String>,
    /// Its comment.
    pub comment: Option<String>,
    /// The line it stands on.
    pub line: Option<u32>,
}

/// An action.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct ActionView {
    /// Its number, from 0, as reports have it.
    pub number: usize,
    /// The disposition.
    pub disposition: String,
    /// The rule that must match.
    #[serde(rename = "match")]
    pub matching: Option<String>,
    /// The rule that must not match.
    pub not_match: Option<String>,
    /// Types of which one variant must have one.
    pub any_variant: Vec<String>,
    /// Types of which every variant must have one.
    pub all_variants: Vec<String>,
    /// The same, with no code point left unmapped.
    pub only_variants: Vec<String>,
    /// True if it is one of the five that follow the last one of every LGR.
    pub default: bool,
    /// Ids of references.
    pub references: Vec<String>,
    /// Its comment.
    pub comment: Option<String>,
    /// The line it stands on.
    pub line: Option<u32>,
}

impl DefinitionView {
    /// A class with the number of its members in the repertoire and the first of them, `None` where they
    /// could not be worked out.
    pub(super) fn class(class: &NamedClass, members: Option<(usize, Vec<char>)>) -> Self {
        let (members, examples) = members.unzip();
        Self {
            name: class.name.to_string(),
            definition: notation::class(&class.class.expression),
            members,
            examples: examples.iter().flatten().map(|c| glyph(&[*c])).collect(),
            references: strings(&class.class.references),
            comment: text(class.class.comment.as_deref()),
            line: line(class.class.origin),
        }
    }

    pub(super) fn rule(rule: &Rule) -> Self {
        Self {
            name: rule.name.to_string(),
            definition: notation::rule(&rule.body),
            members: None,
            examples: Vec::new(),
            references: strings(&rule.references),
            comment: text(rule.comment.as_deref()),
            line: line(rule.origin),
        }
    }
}

impl ActionView {
    pub(super) fn new(number: usize, action: &Action, default: bool) -> Self {
        let none = Vec::new;
        let (any_variant, all_variants, only_variants) = match &action.variants {
            Some(VariantTrigger::Any(types)) => (strings(types), none(), none()),
            Some(VariantTrigger::All(types)) => (none(), strings(types), none()),
            Some(VariantTrigger::Only(types)) => (none(), none(), strings(types)),
            None => (none(), none(), none()),
        };
        let (matching, not_match) = match &action.rule {
            Some(RuleTrigger::Match(rule)) => (Some(rule.to_string()), None),
            Some(RuleTrigger::NotMatch(rule)) => (None, Some(rule.to_string())),
            None => (None, None),
        };
        Self {
            number,
            disposition: action.disposition.to_string(),
            matching,
            not_match,
            any_variant,
            all_variants,
            only_variants,
            default,
            references: strings(&action.references),
            comment: text(action.comment.as_deref()),
            line: line(action.origin),
        }
    }
}
