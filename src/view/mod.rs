//! Reports, explanations, variants, collisions and rulesets as JSON and CSV: the contract that other
//! programs rely on. Nothing is evaluated here.

#[cfg(feature = "lgr")]
mod lgr;
mod plain;
mod report;
#[cfg(all(feature = "lgr", feature = "language"))]
pub mod ruleset;

pub use report::{LabelView, ReportView};
