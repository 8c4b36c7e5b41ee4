//! The vocabulary for what is found in a label or a file.
//!
//! A refused label is not an error of the program. A check returns [`Finding`]s: a stable [`Code`], a
//! [`Severity`], the [`Clause`] of the standard, where in the label ([`Span`]), and the arguments that a
//! sentence about it needs. The sentence itself is made last, in the reader's language
//! ([`crate::report`]).
//!
//! Every code, with its clause, is in [the table of codes](crate::_docs::codes).
//!
//! A fault in a file (a ruleset, a policy) is a `Fault` in the same way: a `FaultCode`, a severity, a
//! clause, a `Position` and arguments. A file with errors is `Refused`, with all its faults.
//!
//! Main types: [`Finding`], [`Code`], [`Severity`], [`Clause`], [`Argument`].

mod argument;
mod catalogue;
mod clause;
#[cfg(feature = "lgr")]
mod fault;
#[cfg(feature = "lgr")]
mod fault_code;
mod severity;

use alloc::vec::Vec;

pub use argument::{Argument, ArgumentName};
pub use catalogue::Code;
pub use clause::{Clause, Document};
#[cfg(feature = "lgr")]
pub use fault::{Fault, Position, Refused};
#[cfg(feature = "lgr")]
pub(crate) use fault::{Faults, limit};
#[cfg(feature = "lgr")]
pub use fault_code::FaultCode;
pub use severity::Severity;

use crate::label::Span;

/// One rule that a label breaks or brushes.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    code: Code,
    severity: Severity,
    span: Span,
    second_span: Option<Span>,
    clause: Clause,
    arguments: Vec<(ArgumentName, Argument)>,
}

impl Finding {
    /// A finding with the clause and severity that the catalogue gives its code.
    pub(crate) fn new(code: Code, span: Span) -> Self {
        Self {
            code,
            severity: code.severity(),
            span,
            second_span: None,
            clause: code.clause(),
            arguments: Vec::new(),
        }
    }

    pub(crate) fn with_clause(mut self, clause: Clause) -> Self {
        self.clause = clause;
        self
    }

    /// The finding without what tells where its rule stands.
    #[cfg(all(feature = "html", feature = "policy"))]
    pub(crate) fn without_source(mut self) -> Self {
        self.arguments.retain(|(name, _)| !matches!(name, ArgumentName::Rule | ArgumentName::Source));
        self
    }

    pub(crate) fn with_span(mut self, span: Span) -> Self {
        self.span = span;
        self
    }

    pub(crate) fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    pub(crate) fn with_second_span(mut self, span: Span) -> Self {
        self.second_span = Some(span);
        self
    }

    pub(crate) fn with(mut self, name: ArgumentName, argument: impl Into<Argument>) -> Self {
        self.arguments.push((name, argument.into()));
        self
    }

    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        self.code
    }

    /// How grave it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.severity
    }

    /// The rule's own reference.
    #[must_use]
    pub const fn clause(&self) -> Clause {
        self.clause
    }

    /// The code points it speaks of; empty when it speaks of the label as a whole, or when the label
    /// has no U-label.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// A second place, where the rule has one: the other side of a mixture.
    #[must_use]
    pub const fn second_span(&self) -> Option<Span> {
        self.second_span
    }

    /// The arguments of a sentence about the finding, beside the code points.
    #[must_use]
    pub fn arguments(&self) -> &[(ArgumentName, Argument)] {
        &self.arguments
    }

    /// Label order: by place, then by the order of the catalogue.
    pub(crate) fn order(&self) -> (Span, Code) {
        (self.span, self.code)
    }
}
