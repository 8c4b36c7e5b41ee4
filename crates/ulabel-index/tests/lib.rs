//! The tests of the index.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

// Bounds and errors: full disks, read-only folders, two writers, other policies, files that are not whole.
mod errors;
// Files of formats before this one.
mod formats;
// Random histories, power cuts and damaged files; the fuzz targets call the same.
mod laws;
// Laws on generated histories.
mod histories;
// Building from files, and what an index says of itself.
mod building;
// One writer beside readers, in threads and processes.
mod readers;
// Names that change their sets with the tables.
mod rebuilding;

mod support;
