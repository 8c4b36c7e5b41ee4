//! Tests of the audit.
#![allow(missing_docs, unreachable_pub)]
// A test that panics has found something.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[cfg(feature = "parquet")]
mod parquet;
