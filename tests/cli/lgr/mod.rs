//! Label generation rulesets on the command line.

// `lgr check`, `lgr show`, `lgr convert`.
mod rulesets;

/// The ruleset that ships as a sample.
const SAMPLE: &str = "data/samples/sample-lgr.xml";
