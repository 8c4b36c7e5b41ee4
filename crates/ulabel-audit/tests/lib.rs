//! The tests of the audit, one program.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod audit; // what is found, what collides, who holds it, what would change
mod html; // the report as a page
mod input; // readers, each beside what it must read and what it must refuse
#[cfg(feature = "parquet")]
mod parquet; // names from Parquet, and rows as such a file
mod support;
