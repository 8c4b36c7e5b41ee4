//! The LGR as it was written: everything RFC 7940 lets an author say, in document order.
//!
//! The model does not interpret. A class is the expression that defines it, a rule the operators
//! that make it up, a name the name of what it points to. What it *means* is for the compiler.
//! A model that came out of a reader in strict mode obeys every constraint that RFC 7940 puts on a
//! document: names are defined before they are used, no code point is defined twice, and so on
//! (see [`structure`](crate::lgr::structure)); a model put together by hand may not.
//!
//! # Main types
//!
//! * [`Lgr`], with its [`Metadata`], its repertoire of [`Entry`] values ([`CharEntry`] and [`RangeEntry`]),
//!   and its [`Declaration`]s: classes, rules and actions.
//! * [`CodePoints`], one code point or a sequence of them.
//! * [`Class`] and [`ClassExpression`]; [`Rule`], [`Operator`] and [`Match`]; [`Action`].
//! * [`Origin`], where an element stands in its file; it takes no part in comparing two models.

mod action;
mod class;
mod code_points;
mod identifier;
pub(in crate::lgr) mod language_tag;
mod metadata;
mod origin;
mod repertoire;
mod rule;

use alloc::vec::Vec;

pub use action::{Action, RuleTrigger, VariantTrigger};
pub use class::{Class, ClassExpression, CodePointRange, NamedClass, Property};
pub use code_points::CodePoints;
pub use identifier::{Identifier, IdentifierList};
pub(crate) use metadata::full_date;
pub use metadata::{Date, Description, LgrVersion, Located, Metadata, Reference, Scope};
pub use origin::Origin;
pub use repertoire::{CharEntry, ContextRule, Entry, RangeEntry, Variant};
pub use rule::{Count, Match, Operator, Rule};

/// A label generation ruleset, as written (RFC 7940 section 4.2).
///
/// Two rulesets are equal when they say the same in the same order, wherever in a file they say it.
///
/// ```
/// use ulabel::lgr::{CharEntry, Entry, Lgr};
///
/// let mut lgr = Lgr::default();
/// lgr.data.push(Entry::Char(CharEntry::new('a'))); // U+0061 LATIN SMALL LETTER A
/// assert_eq!(lgr.chars().count(), 1);
/// assert_eq!(lgr.rules().count(), 0);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lgr {
    /// The `meta` element; all empty when the document has none.
    pub metadata: Metadata,
    /// The children of the `data` element in document order.
    pub data: Vec<Entry>,
    /// The children of the `rules` element in document order.
    ///
    /// Classes and rules come before what refers to them; the order of actions is their precedence.
    pub declarations: Vec<Declaration>,
}

/// A child of the `rules` element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Declaration {
    /// A named class or set combination (RFC 7940 section 6.2).
    Class(NamedClass),
    /// A named rule (RFC 7940 section 6.3.1).
    Rule(Rule),
    /// An action (RFC 7940 section 7).
    Action(Action),
}

impl Declaration {
    /// Where the declaration stands.
    #[must_use]
    pub fn origin(&self) -> Origin {
        match self {
            Self::Class(class) => class.class.origin,
            Self::Rule(rule) => rule.origin,
            Self::Action(action) => action.origin,
        }
    }

    /// The name it declares; actions have none.
    #[must_use]
    pub fn name(&self) -> Option<&Identifier> {
        match self {
            Self::Class(class) => Some(&class.name),
            Self::Rule(rule) => Some(&rule.name),
            Self::Action(_) => None,
        }
    }
}

impl Lgr {
    /// The `char` elements in document order.
    pub fn chars(&self) -> impl Iterator<Item = &CharEntry> + '_ {
        self.data.iter().filter_map(|entry| match entry {
            Entry::Char(char) => Some(char),
            Entry::Range(_) => None,
        })
    }

    /// The `range` elements in document order.
    pub fn ranges(&self) -> impl Iterator<Item = &RangeEntry> + '_ {
        self.data.iter().filter_map(|entry| match entry {
            Entry::Range(range) => Some(range),
            Entry::Char(_) => None,
        })
    }

    /// The named classes in document order.
    pub fn classes(&self) -> impl Iterator<Item = &NamedClass> + '_ {
        self.declarations.iter().filter_map(|declaration| match declaration {
            Declaration::Class(class) => Some(class),
            _ => None,
        })
    }

    /// The named rules in document order.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> + '_ {
        self.declarations.iter().filter_map(|declaration| match declaration {
            Declaration::Rule(rule) => Some(rule),
            _ => None,
        })
    }

    /// The actions in document order, without the default ones ([`Action::defaults`]).
    pub fn actions(&self) -> impl Iterator<Item = &Action> + '_ {
        self.declarations.iter().filter_map(|declaration| match declaration {
            Declaration::Action(action) => Some(action),
            _ => None,
        })
    }

    /// The class of that name; a look through the list, for occasional use.
    #[must_use]
    pub fn class(&self, name: &str) -> Option<&NamedClass> {
        self.classes().find(|class| &*class.name == name)
    }

    /// The rule of that name; a look through the list, for occasional use.
    #[must_use]
    pub fn rule(&self, name: &str) -> Option<&Rule> {
        self.rules().find(|rule| &*rule.name == name)
    }

    /// The reference of that id; a look through the list, for occasional use.
    #[must_use]
    pub fn reference(&self, id: &str) -> Option<&Reference> {
        self.metadata.references.iter().find(|reference| &*reference.id == id)
    }
}
