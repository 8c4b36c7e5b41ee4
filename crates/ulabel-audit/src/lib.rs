//! The audit of the names of a zone: what is found in them, what collides, who holds it, and what other rules would change.
//!
//! 1. A [`Source`] is read by the reader of its format ([`input`]), in batches.
//! 2. Every processor judges batches ([`work`]), each name under the rules that a [`Judge`] has for it.
//! 3. What is found is counted, with the first names as examples: the [report](AuditReport). Each name that has something
//!    against it is given to an [`Observer`] too.
//! 4. For names that collide the sources are read again: see [`AuditOptions::memory`].
//!
//! Memory does not grow with the names, but for what collides: eight octets for each key of a name, within a bound, and the
//! names that share one.
#![forbid(unsafe_code)]

mod against;
mod audit;
mod collisions;
#[cfg(feature = "parquet")]
pub mod columns;
mod counts;
mod details;
mod error;
mod hashes;
mod holders;
pub mod input;
mod judge;
mod part;
pub mod report;
mod source;
pub mod work;

pub use audit::{AuditError, AuditOptions, Observer, Owners, audit};
pub use details::{Details, DetailsFormat, Offence};
pub use error::InputError;
pub use judge::{CheckerOfDomain, Judge};
pub use report::AuditReport;
pub use source::Source;
