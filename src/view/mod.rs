//! Reports, explanations, variants, collisions and rulesets as JSON and CSV: the contract that other
//! programs rely on. Nothing is evaluated here.
//!
//! What the protocols of a registry say of a decision is in [`epp`], [`rde`] and [`rdap`]: plain functions, whose
//! documents follow the schemas of their standards. What cannot be said there is refused ([`Unwritable`]).

#[cfg(feature = "lgr")]
mod collisions;
mod csv;
#[cfg(feature = "policy")]
mod decision;
#[cfg(feature = "policy")]
pub mod epp;
#[cfg(feature = "language")]
pub mod explanation;
#[cfg(feature = "lgr")]
mod lgr;
#[cfg(feature = "policy")]
mod placement;
mod plain;
#[cfg(feature = "policy")]
mod policy;
#[cfg(feature = "policy")]
pub mod rdap;
#[cfg(feature = "policy")]
pub mod rde;
mod report;
#[cfg(all(feature = "lgr", feature = "language"))]
pub mod ruleset;
#[cfg(feature = "lgr")]
mod soundness;
#[cfg(feature = "policy")]
mod token;
#[cfg(feature = "lgr")]
mod variants;
#[cfg(feature = "policy")]
mod xml;

pub use csv::CsvRows;
#[cfg(feature = "policy")]
pub use decision::DecisionView;
#[cfg(feature = "policy")]
pub use placement::PlacementView;
#[cfg(feature = "policy")]
pub use policy::{PolicyRow, PolicyView};
pub use report::{LabelView, ReportView};
#[cfg(feature = "policy")]
pub use token::{Unwritable, UnwritableReason};
