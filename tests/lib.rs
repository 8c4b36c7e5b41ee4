//! The integration tests: the public API only.
#![allow(missing_docs)]

// What browsers would show.
mod display;
// Scripts and look-alikes: the vectors of UTS #39, the laws, unicode-security beside us.
mod script;
// The published vectors, read in place.
mod vectors;
// What the tests share.
mod support;
