//! A policy as a TOML file, read and written from one description of its keys ([`keys`]). The format is
//! shown in `data/policies/example.toml`.

mod keys;
mod reader;
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
    let document = PolicyText::new(text);
    if text.len() > MAX_POLICY_OCTETS {
        let message = format!("the file has {} octets, expected at most {MAX_POLICY_OCTETS}", text.len());
        document.fault(0, FaultCode::TooLarge, message);
        return Err(Refused::new(document.finish()));
    }
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        document.fault(at, FaultCode::Syntax, format!("not TOML: {}", shown(error.message())));
    }
    let policy = Policy::read_keys(Section::new(root.get_ref(), 0, &document));
    let mut faults = document.finish();
    if !errors.is_empty() {
        // What is missing or unknown may be so only because the text around it could not be read.
        faults.retain(|fault| !matches!(fault.code(), FaultCode::Missing | FaultCode::UnknownKey));
    }
    if faults.iter().any(|fault| fault.severity() == Severity::Error) {
        return Err(Refused::new(faults));
    }
    Ok(PolicyReading { policy, warnings: faults })
}

impl Policy {
    /// The policy as a file that [`read`] reads back equal. What has its default is left out.
    #[must_use]
    pub fn to_toml(&self) -> String {
        write::document(self.write_keys())
    }
}
