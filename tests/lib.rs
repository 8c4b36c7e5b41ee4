//! The integration tests: the public API only.
#![allow(missing_docs, unreachable_pub)]
// A test that panics has found something, and may use the compiler's own idea of characters.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods
)]

// A check that finds nothing allocates nothing.
mod allocations;
// Runs data/cases: what is found in which label.
mod cases;
// Every code: named once, documented, raised by a case.
mod catalogue;
// The laws, shared with the fuzz targets.
mod invariants;
// Imports follow the list of folders.
mod layers;
// The laws on generated labels.
mod properties;
// Fixed bugs; replays the seeds and regressions of the fuzz targets.
mod regressions;
// The laws of rulesets, which the fuzz targets call too.
mod lgr_laws;
// Label generation rulesets in XML.
mod lgr_xml;
// Label generation rulesets shown to people.
mod lgr_show;
// Label generation rulesets as text.
mod lgr_text;
// The review of a label generation ruleset.
mod lgr_review;
// Labels under label generation rulesets.
mod lgr_engine;
// Labels as browsers would show them.
mod decision;
// Laws of decisions, fuzzed too.
mod decision_laws;
// What is withheld beside registered names.
mod display;
mod withheld;
// Scripts and look-alikes: the vectors of UTS #39, the laws, unicode-security beside us.
mod script;
// Registry policies: what they find, those built in.
mod policy;
// The laws of policies, which the fuzz targets call too.
mod policy_laws;
// The suffixes that policies have, and the label of a name that they judge.
mod suffixes;
// Labels of host names that are left out of the judgement.
mod host_syntax;
// What changes from one policy to another.
mod policy_base;
mod policy_compare;
// Tables of policies, published and read back.
mod policy_export;
// Policy files that no label can meet.
mod policy_review;
// Every table of a policy is a ruleset.
mod policy_rulesets;
// Policy files: faults, hostile input, the commented example.
mod policy_file;
// Files and folders that the tests share.
mod support;
// Properties at every code point.
mod unicode;
// Names as UTS #46 maps them; its conformance file, for our own rules too.
mod uts46;
// What the protocols say of a decision, held to their schemas.
mod protocol;
// The published vectors, read in place.
mod vectors;
// The pages of a site, as a browser reads them.
mod page;
// Sentences: every code in every language.
mod messages;
