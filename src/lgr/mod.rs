//! Label generation rulesets (RFC 7940).
//!
//! A label generation ruleset, LGR, says which code points a label may hold (its *repertoire*), in
//! which contexts, which code points stand for each other (*variants*), which rules a label as a
//! whole obeys, and what becomes of a label or a variant label (*actions* and *dispositions*).
//!
//! # Main types
//!
//! * [`Lgr`], the ruleset as written; see [`model`].
//! * [`xml::read`] and `xml::write`, its own format; `text`, the older formats of RFC 4290 and RFC 3743.
//! * [`Fault`], what is wrong with a file, where, and by which clause.

mod fault;
pub mod model;
mod engine;
pub mod structure;
pub mod xml;

pub use engine::{
    BoundExceeded, CompileError, CompiledLgr, Evaluation, FailedContext, Failure, FailureKind, MAX_LABEL,
    Relation, Scratch, Substitution, VariantCount, VariantCounts, VariantLabel, VariantLabels, VariantSet,
};
pub use fault::{Fault, FaultCode, Refused};
pub use model::*;

/// How strictly a file is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Strictness {
    /// A file that breaks a requirement is refused, with all its faults.
    #[default]
    Strict,
    /// What breaks a requirement is left out, and what depends on it, so that the rest can be used;
    /// the faults say what was left out. A code point whose context rule is unknown is left out:
    /// reading leniently never makes more labels eligible than the author meant.
    Lenient,
}

/// What a reader returns: a ruleset, and the faults that did not stand in its way.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The ruleset.
    pub lgr: Lgr,
    /// Warnings and notes; in lenient mode also errors, with what was skipped.
    pub faults: alloc::vec::Vec<Fault>,
}
