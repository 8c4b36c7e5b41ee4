//! Reports, explanations, variants, collisions and rulesets as JSON and CSV: the contract that other
//! programs rely on. Nothing is evaluated here.

#[cfg(feature = "lgr")]
mod collisions;
mod csv;
#[cfg(feature = "policy")]
mod decision;
#[cfg(feature = "language")]
pub mod explanation;
#[cfg(feature = "lgr")]
mod lgr;
mod plain;
mod report;
#[cfg(all(feature = "lgr", feature = "language"))]
pub mod ruleset;
#[cfg(feature = "lgr")]
mod soundness;
#[cfg(feature = "lgr")]
mod variants;

pub use csv::CsvRows;
#[cfg(feature = "policy")]
pub use decision::DecisionView;
pub use report::{LabelView, ReportView};
