//! References to the rules.

use core::fmt;

/// A document that states rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Document {
    /// An RFC, by its number.
    Rfc(u16),
    /// Unicode Standard Annex.
    Uax(u16),
    /// Unicode Technical Standard.
    Uts(u16),
    /// The policy that the label was checked under.
    Policy,
    /// The label generation ruleset that the label was checked under.
    Lgr,
    /// draft-ietf-regext-epp-same-entity, the editors' copy of 2026-07-16: sections by their headings.
    SameEntityDraft,
    /// How browsers decide to display a label: no standard, but published behaviour.
    BrowserDisplay,
}

/// A rule's own reference: a document and a place in it.
///
/// ```
/// use ulabel::finding::{Clause, Document};
/// assert_eq!(Clause::new(Document::Rfc(5892), "A.1").to_string(), "RFC 5892 A.1");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Clause {
    document: Document,
    section: &'static str,
}

impl Clause {
    /// The place `section` in `document`; the section is written as the document writes it, with its
    /// sign: `§2`, `A.1`, `§2 condition 3`.
    #[must_use]
    pub const fn new(document: Document, section: &'static str) -> Self {
        Self { document, section }
    }

    /// The document.
    #[must_use]
    pub const fn document(self) -> Document {
        self.document
    }

    /// The place in the document.
    #[must_use]
    pub const fn section(self) -> &'static str {
        self.section
    }
}

impl fmt::Display for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rfc(number) => write!(f, "RFC {number}"),
            Self::Uax(number) => write!(f, "UAX #{number}"),
            Self::Uts(number) => write!(f, "UTS #{number}"),
            Self::Policy => f.write_str("policy"),
            Self::Lgr => f.write_str("LGR"),
            Self::SameEntityDraft => f.write_str("draft-ietf-regext-epp-same-entity"),
            Self::BrowserDisplay => f.write_str("browser display"),
        }
    }
}

impl fmt::Display for Clause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.section.is_empty() {
            return write!(f, "{}", self.document);
        }
        write!(f, "{} {}", self.document, self.section)
    }
}
