//! Labels under label generation rulesets.

// Labels that collide.
mod collisions;
// Rulesets made to take time or memory.
mod hostile;
// Laws that hold under any ruleset.
pub(crate) mod laws;
// The laws at work.
mod properties;
// A slow evaluator to compare with.
mod reference;
// Known traps.
mod semantics;
// Several tables, and names that collide.
mod sets;
// Rulesets made at random.
mod small;
// The published rulesets, read once.
mod tables;
// The published answers.
mod vectors;
