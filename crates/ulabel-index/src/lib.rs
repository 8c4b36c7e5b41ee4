//! An index of the names that exist, on disk.
#![forbid(unsafe_code)]

mod build;
mod chunks;
mod entry;
mod error;
pub mod files;
mod filter;
mod folder;
mod hash;
mod index;
pub mod input;
mod log;
mod manifest;
mod merge;
mod merges;
mod octets;
mod overlay;
mod rebuild;
mod section;
mod segment;
mod state;
mod stats;
mod verify;
mod view;
mod writer;

pub use build::{BuildOptions, BuildReport, build, build_in};
pub use entry::MAX_TEXT;
pub use error::{IndexError, Result};
pub use index::{Index, Records};
pub use rebuild::{Moved, RebuildReport, SetChange, rebuild, rebuild_in};
pub use stats::Stats;
pub use verify::{MAX_FAULTS, VerifyReport, verify, verify_in};
pub use writer::{Change, IndexWriter, Outcome, WriterOptions};
