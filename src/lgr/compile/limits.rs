//! Bounds on what is compiled and on what is explored. Rulesets are untrusted; each bound is far above
//! what any published table needs.

use core::fmt;

/// Code points of a label. A label has at most 63 octets in its A-label form (RFC 5890 section 2.3.1),
/// and so at most 63 code points; longer ones are refused before work is done.
pub const MAX_LABEL: usize = 63;

/// Tables of a zone at most. The zone with the most today has fewer than a hundred.
pub const MAX_TABLES: usize = 128;

/// Letters that one rule may tell apart. Published rules tell fewer than twenty.
pub(in crate::lgr) const MAX_LETTERS: usize = 250;

/// Groups of code points that all rules together tell apart.
pub(in crate::lgr) const MAX_CLASSES: usize = 60_000;

/// Octets of a nondeterministic automaton, before it is made deterministic.
pub(in crate::lgr) const MAX_NFA_OCTETS: usize = 1 << 18;

/// States of one deterministic automaton; one that needs more is simulated. Published rules need fewer than a
/// hundred.
pub(in crate::lgr) const MAX_MACHINE_STATES: usize = 4_000;

/// States of all automata of a ruleset together that are simulated; a label takes at most its length squared times
/// as many steps of some nanoseconds.
pub(in crate::lgr) const MAX_SIMULATED_STATES: usize = 16_000;

/// Depth of a rule or class with all it refers to.
pub(in crate::lgr) const MAX_RULE_DEPTH: u32 = 120;

/// Alternatives with contexts of their own in one rule.
pub(in crate::lgr) const MAX_ALTERNATIVES: usize = 256;

/// Types of variants that actions tell apart.
pub(in crate::lgr) const MAX_TYPES: usize = 63;

/// Entries and variants at all places of one label together; each takes 32 octets.
pub(in crate::lgr) const MAX_EDGES: usize = 4_000_000;

/// States of the walk over the variants of one label; a state takes some hundred octets.
pub(in crate::lgr) const MAX_WALK_STATES: usize = 100_000;

/// Steps of derivations in the walk over the variants of one label; a step takes some ten nanoseconds.
pub(in crate::lgr) const MAX_WALK_STEPS: usize = 5_000_000;

/// Steps of the exact test of one pair of labels for a collision; a step takes some hundred nanoseconds.
pub(in crate::lgr) const MAX_COLLISION_WORK: usize = 200_000;

/// Steps of the search for labels that show what is wrong with the variants of a ruleset, and of the variants of
/// one such label.
pub(in crate::lgr) const MAX_REVIEW_WORK: usize = 4_000_000;
pub(in crate::lgr) const MAX_TRY_WORK: usize = 100_000;

/// Code points mapped to nothing that are put into a label from which two others may come.
pub(in crate::lgr) const MAX_VANISHING: usize = 3;

/// Beginnings that the quick count keeps apart; with more the walk is taken.
pub(in crate::lgr) const MAX_KEYS: usize = 1000;

/// Ways from one place of a label that the quick count tells apart; with more the walk is taken. Each variant of several
/// code points is a way of its own.
pub(in crate::lgr) const MAX_WAYS: usize = 250;

/// States times letters of the automaton of a whole ruleset; one that would need more has none.
#[cfg(feature = "policy")]
pub(in crate::lgr) const MAX_ACCEPTOR_CELLS: usize = 1 << 16;

/// Rules that it follows, of contexts and of actions each.
#[cfg(feature = "policy")]
pub(in crate::lgr) const MAX_ACCEPTOR_RULES: usize = 100;

/// Steps of making it; a step takes some ten nanoseconds.
#[cfg(feature = "policy")]
pub(in crate::lgr) const MAX_ACCEPTOR_WORK: usize = 2_000_000;

/// A bound was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lgr) struct TooComplex;

/// The error for a label whose variants cannot be found within the bounds of the engine.
///
/// Published tables stay far below; a ruleset made to exhaust memory does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoundExceeded;

impl fmt::Display for BoundExceeded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the variants of the label cannot be told within the bounds of time and memory")
    }
}

impl core::error::Error for BoundExceeded {}

/// The time and memory left for the rules of one ruleset together.
#[derive(Debug)]
pub(in crate::lgr) struct Budget {
    pattern: usize,
    states: usize,
    set_words: usize,
    steps: usize,
    simulated: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            pattern: 4 << 20,
            states: 4 << 20,
            set_words: 8 << 20,
            steps: 30_000_000,
            simulated: MAX_SIMULATED_STATES,
        }
    }
}

fn spend(purse: &mut usize, amount: usize) -> Result<(), TooComplex> {
    *purse = purse.checked_sub(amount).ok_or(TooComplex)?;
    Ok(())
}

impl Budget {
    /// Octets of patterns.
    pub(in crate::lgr) fn spend_pattern(&mut self, octets: usize) -> Result<(), TooComplex> {
        spend(&mut self.pattern, octets)
    }

    /// Entries of transition tables.
    pub(in crate::lgr) fn spend_states(&mut self, entries: usize) -> Result<(), TooComplex> {
        spend(&mut self.states, entries)
    }

    /// Words of sets of code points.
    pub(in crate::lgr) fn spend_set(&mut self, words: usize) -> Result<(), TooComplex> {
        spend(&mut self.set_words, words)
    }

    /// States of automata that are simulated.
    pub(in crate::lgr) fn spend_simulated(&mut self, states: usize) -> Result<(), TooComplex> {
        spend(&mut self.simulated, states)
    }

    /// True if an automaton is simulated.
    pub(in crate::lgr) fn has_simulated(&self) -> bool {
        self.simulated < MAX_SIMULATED_STATES
    }

    /// Elementary steps of any kind.
    pub(in crate::lgr) fn spend_steps(&mut self, steps: usize) -> Result<(), TooComplex> {
        spend(&mut self.steps, steps)
    }
}

/// The steps left for a piece of work.
#[derive(Debug)]
pub(crate) struct Work {
    left: usize,
}

impl Work {
    /// Work of so many steps at most.
    pub(crate) const fn new(steps: usize) -> Self {
        Self { left: steps }
    }

    /// The steps left.
    pub(crate) const fn left(&self) -> usize {
        self.left
    }

    /// Takes steps away; an error, with nothing left, if there are not so many.
    pub(crate) fn spend(&mut self, steps: usize) -> Result<(), BoundExceeded> {
        let left = self.left.checked_sub(steps);
        self.left = left.unwrap_or(0);
        left.map(|_| ()).ok_or(BoundExceeded)
    }
}
