//! Labels under label generation rulesets.

// The published rulesets, read once.
mod tables;
// The published answers.
mod vectors;
