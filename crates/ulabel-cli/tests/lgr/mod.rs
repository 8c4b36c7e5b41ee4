//! Label generation rulesets on the command line.

// `collide` and `key`.
mod collide;
// `check --lgr`.
mod labels;
// Tables of a policy in place of a ruleset.
mod of_policy;
// `lgr check`, `lgr show`, `lgr convert`.
mod rulesets;
// `variants`.
mod variants;

/// The ruleset that ships as a sample.
const SAMPLE: &str = "data/samples/sample-lgr.xml";
