//! The integration tests: the public API only.
#![allow(missing_docs)]

// The published vectors, read in place.
mod vectors;
// What the tests share.
mod support;
// Sentences: every code in every language.
mod messages;
