//! A policy as a TOML file, read and written from one description of its keys ([`keys`]). The format is
//! shown in `data/policies/example.toml`.

mod keys;
mod reader;
mod review;
pub(super) mod stated;
mod table_keys;
mod value;
mod write;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use toml::de::DeTable;

use super::model::Policy;
use crate::finding::{Fault, FaultCode, Refused, Severity};
pub(super) use keys::u_label;
pub use keys::{MAX_LEVELS, MAX_VARIANTS};
pub(super) use reader::shown;
use reader::{PolicyText, Section};
pub use table_keys::{MAX_SEQUENCES, MAX_TABLE_RULES, MAX_TABLES};
use value::Keys as _;
pub use value::MAX_SEQUENCE;

/// Octets of a policy file at most: ten times the largest that is known, so that a hostile file costs
/// no more than a moment.
pub const MAX_POLICY_OCTETS: usize = 4 << 20;

/// A policy that was read, with the faults of its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyReading {
    /// The policy.
    pub policy: Policy,
    /// Faults that do not stand in the way of using the file: parts that are unwise or without effect.
    pub warnings: Vec<Fault>,
}

/// Reads a policy.
///
/// # Errors
///
/// Every fault of the file, each with line and column.
///
/// ```
/// let reading = ulabel::policy::read(r#"
///     id = "ch"
///     tld = ["ch"]
///     [[table]]
///     id = "latin"
///     scripts = ["Latn"]
///     letters = ["a..z", "àéö"]
/// "#).unwrap();
/// assert_eq!(reading.policy.tables[0].letters.len(), 29);
/// ```
pub fn read(text: &str) -> Result<PolicyReading, Refused> {
    match parse(text, false) {
        Parsed { policy: Some(policy), faults } => Ok(PolicyReading { policy, warnings: faults }),
        Parsed { policy: None, faults } => Err(Refused::new(faults)),
    }
}

/// A policy that was reviewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyReview {
    /// The policy; none if the file has a fault that stands in the way of using it. One that is of no use,
    /// because no label can meet what it asks, is there all the same.
    pub policy: Option<Policy>,
    /// Every fault, in the order of the file.
    pub faults: Vec<Fault>,
}

/// Reads a policy as [`read`] does, and finds also what makes it of no use or contradicts itself (an error)
/// and what has no effect (a warning): letters that are never permitted, lengths that no label has,
/// requirements that no label of a table can meet, rules that refuse everything or nothing.
///
/// ```
/// use ulabel::policy::{self, FaultCode};
///
/// let review = policy::review(r#"
///     id = "x"
///     [[table]]
///     id = "latin"
///     letters = ["A..Z"]
/// "#);
/// let fault = &review.faults[0];
/// assert_eq!(fault.code(), FaultCode::NothingPermitted);
/// assert_eq!(fault.position().map(|at| (at.line, at.column)), Some((5, 16)));
/// ```
#[must_use]
pub fn review(text: &str) -> PolicyReview {
    let Parsed { policy, faults } = parse(text, true);
    PolicyReview { policy, faults }
}

/// A policy, unless its file is refused, and all faults.
struct Parsed {
    policy: Option<Policy>,
    faults: Vec<Fault>,
}

fn parse(text: &str, is_review: bool) -> Parsed {
    let document = PolicyText::new(text, is_review);
    if text.len() > MAX_POLICY_OCTETS {
        let message = format!("the file has {} octets, expected at most {MAX_POLICY_OCTETS}", text.len());
        document.fault(0, FaultCode::TooLarge, message);
        return Parsed { policy: None, faults: document.finish() };
    }
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        document.fault(at, FaultCode::Syntax, format!("not TOML: {}", shown(error.message())));
    }
    let policy = Policy::read_keys(Section::new(root.get_ref(), 0, &document));
    let mut faults = document.finish();
    if !errors.is_empty() {
        // What is missing or unknown, or of no use, may be so only because the text around it could not be read.
        faults.retain(|fault| {
            !matches!(fault.code(), FaultCode::Missing | FaultCode::UnknownKey)
                && !review::is_of(fault.code())
        });
    }
    let is_refused =
        faults.iter().any(|fault| fault.severity() == Severity::Error && !review::is_of(fault.code()));
    Parsed { policy: (!is_refused).then_some(policy), faults }
}

impl Policy {
    /// The policy as a file that [`read`] reads back equal. What has its default is left out.
    #[must_use]
    pub fn to_toml(&self) -> String {
        write::document(self.write_keys())
    }
}
