//! What can be said of a label: vocabulary only.
//!
//! A refused label is not an error of the program. A check returns [`Finding`]s: a stable [`Code`], a
//! [`Severity`], the [`Clause`] of the standard, where in the label ([`Span`]), and the arguments that a
//! sentence about it needs. The sentence itself is made last, in the reader's language
//! ([`crate::report`]).
//!
//! Every code, with its clause, is in [the table of codes](crate::_docs::codes).
//!
//! Main types: [`Finding`], [`Code`], [`Severity`], [`Clause`], [`Argument`].

mod argument;
mod catalogue;
mod clause;

use alloc::vec::Vec;
use core::fmt;

pub use argument::{Argument, ArgumentName};
pub use catalogue::{Code, Family};
pub use clause::{Clause, Document};

use crate::label::Span;

/// How grave a finding is. The worst of a label's findings is its verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; changes nothing.
    Info,
    /// A person should look: the verdict becomes `review`.
    Warning,
    /// The label may not be registered: the verdict becomes `invalid`.
    Error,
}

impl Severity {
    /// The name in reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

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

    /// What a sentence about the finding needs beside the code points.
    #[must_use]
    pub fn arguments(&self) -> &[(ArgumentName, Argument)] {
        &self.arguments
    }

    /// Label order: by place, then by the order of the catalogue.
    pub(crate) fn order(&self) -> (Span, Code) {
        (self.span, self.code)
    }
}
