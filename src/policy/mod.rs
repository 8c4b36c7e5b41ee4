//! Registry policies: all that a registry asks of a label beyond the protocol.
//!
//! A policy names its top-level domains, the authority, its sources and how sure they are. It holds one
//! or more *tables*, each the letters, digits and rules of one language or script; a label must fit
//! **one** of them whole. Beside them stand rules for the label as a whole: how scripts may mix, digits,
//! hyphens, lengths, labels of ASCII alone, reserved names, look-alikes of existing names. Every rule
//! can be switched to `allow`, `review` or `refuse`, and a finding names the rule and its source.
//!
//! A policy is built in for every country-code top-level domain ([`builtin`]). Where the registry
//! publishes its letters the policy restates them (`published`); otherwise it is a start made from
//! public data (`derived`), and the registry has the last word.
//!
//! Policies are TOML files ([`read`], [`review`], [`Policy::to_toml`]); the commented `data/policies/example.toml`
//! documents the format. A policy is compiled before use ([`CompiledPolicy`]).
//!
//! ```
//! use ulabel::{Checker, policy};
//!
//! let policy = policy::builtin::find("рф").unwrap().policy().unwrap();
//! let checker = Checker::with_policy(&policy).unwrap();
//! assert!(checker.check_label("пример").is_valid());
//! let report = checker.check_label("примерљ"); // U+0459 is no letter of Russian
//! assert_eq!(report.findings()[0].code().name(), "policy.not-in-table");
//! ```
//!
//! Main types: [`Policy`], [`Table`], [`CompiledPolicy`], [`Fault`].

pub mod base;
pub mod builtin;

pub mod compare;
mod compile;
mod export;
mod fault;
mod file;
mod model;
mod names;
mod protected;
mod rules;
mod suffixes;

/// A policy file that explains every key of the format.
pub const EXAMPLE: &str = include_str!("../../data/policies/example.toml");

pub use crate::finding::{Fault, FaultCode, Refused};
pub use crate::script::ScriptCode;
pub(crate) use compile::Place;
pub use compile::{CompiledPolicy, base_ruleset};
pub use export::{Export, HeadField};
pub use file::{
    MAX_LEVELS, MAX_POLICY_OCTETS, MAX_SEQUENCE, MAX_SEQUENCES, MAX_TABLE_RULES, MAX_TABLES, MAX_VARIANTS,
    PolicyReading, PolicyReview, read, review,
};
pub use model::*;
pub(crate) use protected::ProtectedWords;
