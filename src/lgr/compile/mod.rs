//! Compiles a ruleset: code points become a dense table, rules become automata.
//!
//! Main types: [`CompiledLgr`], [`CompileError`].

#[cfg(feature = "policy")]
pub(in crate::lgr) mod acceptor;
pub(in crate::lgr) mod action;
#[cfg(feature = "policy")]
mod always_eligible;
mod build;
pub(in crate::lgr) mod limits;
pub(in crate::lgr) mod machine;
#[cfg(all(feature = "serde", feature = "language"))]
mod members;
mod pattern;
mod property;
#[cfg(feature = "policy")]
mod reach;
pub(in crate::lgr) mod repertoire;
pub(in crate::lgr) mod requirement;
pub(in crate::lgr) mod rule;
mod sets;
pub(in crate::lgr) mod universe;

#[cfg(feature = "policy")]
pub(crate) use always_eligible::AlwaysEligible;
pub use build::CompileError;
pub(crate) use limits::Work;
pub use limits::{BoundExceeded, MAX_LABEL, MAX_TABLES};
#[cfg(all(feature = "serde", feature = "language"))]
pub(crate) use members::class_members;
#[cfg(feature = "policy")]
pub(crate) use reach::Reach;

use super::Identifier;

/// A ruleset, compiled. It can be shared between threads.
#[derive(Debug)]
pub struct CompiledLgr {
    pub(in crate::lgr) sets: sets::Sets,
    /// The number of classes of code points that rules tell apart.
    pub(in crate::lgr) class_count: usize,
    pub(in crate::lgr) actions: action::Actions,
    pub(in crate::lgr) table: repertoire::Table,
    /// True if a rule has no automaton that the walk over variants can follow.
    pub(in crate::lgr) has_simulated_rules: bool,
}

impl CompiledLgr {
    /// The disposition of an action, by the number that [`Evaluation::action`](super::Evaluation::action) gives.
    #[must_use]
    pub fn action_disposition(&self, action: usize) -> Option<&Identifier> {
        self.actions.list.get(action).map(|action| &action.disposition)
    }

    /// The rule that an action asks, by the number that [`Evaluation::action`](super::Evaluation::action) gives.
    #[must_use]
    pub fn action_rule(&self, action: usize) -> Option<&Identifier> {
        let (place, _) = self.actions.list.get(action)?.rule?;
        self.actions.rules.get(place).map(|rule| &rule.name)
    }

    /// The number of actions, with the five default ones.
    #[must_use]
    pub fn action_count(&self) -> usize {
        self.actions.list.len()
    }

    /// True if the ruleset maps the null sequence to something, which is not carried out.
    #[must_use]
    pub fn has_null_source(&self) -> bool {
        self.table.has_null_source
    }

    /// True if any entry has a variant.
    #[must_use]
    pub fn has_variants(&self) -> bool {
        self.table.has_variants()
    }
}
