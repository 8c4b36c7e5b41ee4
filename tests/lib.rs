//! The integration tests: the public API only.
#![allow(missing_docs)]

// The published vectors, read in place.
mod vectors;
// Label generation rulesets in XML.
#[cfg(feature = "lgr")]
mod lgr_xml;
// Label generation rulesets as text.
#[cfg(feature = "lgr")]
mod lgr_text;
// Whether a label generation ruleset is sound.
#[cfg(feature = "lgr")]
mod lgr_review;
// Labels under label generation rulesets.
#[cfg(feature = "lgr")]
mod lgr_engine;
// What the tests share.
mod support;
