//! Labels under label generation rulesets.

// What holds under any ruleset.
mod laws;
// A slow evaluator to compare with.
mod reference;
// Known traps.
mod semantics;
// Rulesets made at random.
mod small;
// The published rulesets, read once.
mod tables;
// The published answers.
mod vectors;
