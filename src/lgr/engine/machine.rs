//! Automata over letters: one lookup a code point, whatever the rule.
//!
//! `regex-automata` builds and determinizes; what it gives is laid out here as one small table, since
//! the walk over variants needs states that are small, comparable and know when a match ends.

use alloc::boxed::Box;
use alloc::vec::Vec;
use std::collections::HashMap;

use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::nfa::thompson::{self, WhichCaptures};
use regex_automata::util::primitives::StateID;
use regex_automata::util::{start, syntax};
use regex_automata::{Anchored, MatchKind};

use super::limits::{Budget, MAX_DETERMINIZE_OCTETS, MAX_LETTERS, MAX_NFA_OCTETS, TooComplex};

/// The state from which nothing matches any more.
pub(super) const DEAD: u16 = 0;

/// A match ends in this state.
const HIT: u8 = 1;
/// A match ends in this state if the label ends (or, read backwards, begins) here.
const HIT_AT_END: u8 = 2;

/// What a machine is for: where it starts, and in which direction it reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A match anywhere in the label, read from its first code point.
    Search,
    /// A match that begins right after the anchor, read onwards.
    Ahead,
    /// A match that ends right before the anchor, read backwards from it.
    Behind,
    /// The same matches, read onwards from the start of the label: [`Machine::is_hit`] tells where they end.
    Trail,
}

/// A deterministic automaton over letters.
#[derive(Clone, Debug)]
pub(super) struct Machine {
    /// A row for each state, with the next state for each letter.
    next: Box<[u16]>,
    flags: Box<[u8]>,
    letters: usize,
    start: u16,
}

impl Machine {
    /// Builds the automaton of a pattern whose bytes are letters below `letters`.
    pub(super) fn build(
        pattern: &str,
        letters: usize,
        purpose: Purpose,
        budget: &mut Budget,
    ) -> Result<Self, TooComplex> {
        debug_assert!((1..=MAX_LETTERS).contains(&letters));
        budget.spend_pattern(pattern.len())?;
        let (kind, anchored) = match purpose {
            Purpose::Search | Purpose::Trail => (StartKind::Unanchored, Anchored::No),
            Purpose::Ahead | Purpose::Behind => (StartKind::Anchored, Anchored::Yes),
        };
        let dfa = dense::Builder::new()
            .syntax(syntax::Config::new().unicode(false).utf8(false))
            .thompson(
                thompson::Config::new()
                    .utf8(false)
                    .reverse(purpose == Purpose::Behind)
                    .which_captures(WhichCaptures::None)
                    .nfa_size_limit(Some(MAX_NFA_OCTETS)),
            )
            .configure(
                dense::Config::new()
                    .match_kind(MatchKind::All)
                    .start_kind(kind)
                    .accelerate(false)
                    .dfa_size_limit(Some(MAX_DETERMINIZE_OCTETS))
                    .determinize_size_limit(Some(MAX_DETERMINIZE_OCTETS)),
            )
            .build(pattern)
            .map_err(|_| TooComplex)?;
        // Letters end below 0xFF, so that byte stands for "in the midst of a label".
        let before = match purpose {
            Purpose::Search | Purpose::Trail => None,
            Purpose::Ahead | Purpose::Behind => Some(0xFF),
        };
        let start = dfa
            .start_state(&start::Config::new().anchored(anchored).look_behind(before))
            .map_err(|_| TooComplex)?;
        Self::lay_out(&dfa, start, letters, budget)
    }

    /// Numbers the states that are reached by letters and writes down where each leads.
    fn lay_out(
        dfa: &dense::DFA<Vec<u32>>,
        start: StateID,
        letters: usize,
        budget: &mut Budget,
    ) -> Result<Self, TooComplex> {
        let mut numbers: HashMap<StateID, u16> = HashMap::new();
        // The dead state is row 0.
        let mut order: Vec<Option<StateID>> = alloc::vec![None];
        let mut number = |id: StateID, order: &mut Vec<Option<StateID>>| {
            if dfa.is_dead_state(id) {
                return Ok(DEAD);
            }
            if let Some(&known) = numbers.get(&id) {
                return Ok(known);
            }
            let new = u16::try_from(order.len()).map_err(|_| TooComplex)?;
            // Two values are kept free for states that are no longer looked at.
            if new >= u16::MAX - 2 {
                return Err(TooComplex);
            }
            numbers.insert(id, new);
            order.push(Some(id));
            Ok(new)
        };
        let start = number(start, &mut order)?;
        let mut next = alloc::vec![DEAD; letters];
        let mut flags = alloc::vec![0];
        let mut row = 1;
        while let Some(&id) = order.get(row) {
            budget.spend_states(letters)?;
            let Some(id) = id else { break };
            for letter in 0..letters {
                let target = dfa.next_state(id, letter as u8);
                next.push(number(target, &mut order)?);
            }
            // A match is reported one byte late, and whichever byte it is.
            let hit = if dfa.is_match_state(dfa.next_state(id, 0)) { HIT } else { 0 };
            let at_end = if dfa.is_match_state(dfa.next_eoi_state(id)) { HIT_AT_END } else { 0 };
            flags.push(hit | at_end);
            row += 1;
        }
        Ok(Self { next: next.into(), flags: flags.into(), letters, start })
    }

    /// The state before the first letter.
    #[inline]
    pub(super) fn start(&self) -> u16 {
        self.start
    }

    /// The state after one more letter.
    #[inline]
    pub(super) fn step(&self, state: u16, letter: u8) -> u16 {
        self.next.get(usize::from(state) * self.letters + usize::from(letter)).copied().unwrap_or(DEAD)
    }

    #[inline]
    fn flags(&self, state: u16) -> u8 {
        self.flags.get(usize::from(state)).copied().unwrap_or(0)
    }

    /// Whether a match ends in this state.
    #[inline]
    pub(super) fn is_hit(&self, state: u16) -> bool {
        self.flags(state) & HIT != 0
    }

    /// Whether a match ends in this state when there are no more letters.
    #[inline]
    pub(super) fn is_hit_at_end(&self, state: u16) -> bool {
        self.flags(state) & (HIT | HIT_AT_END) != 0
    }

    /// Whether there is a match in the letters, which go on to the end of the label.
    #[inline]
    pub(super) fn run(&self, letters: impl Iterator<Item = u8>) -> bool {
        let mut state = self.start;
        if self.is_hit(state) {
            return true;
        }
        for letter in letters {
            state = self.step(state, letter);
            if self.is_hit(state) {
                return true;
            }
            if state == DEAD {
                return false;
            }
        }
        self.is_hit_at_end(state)
    }

    /// Whether this letter changes nothing in the start state. If all letters of a label are idle and
    /// [`Machine::needs_letters`], there is no match.
    pub(super) fn is_idle(&self, letter: u8) -> bool {
        self.step(self.start, letter) == self.start
    }

    /// Whether nothing matches before a letter has changed the state.
    pub(super) fn needs_letters(&self) -> bool {
        self.flags(self.start) == 0
    }

    /// Whether a label made of these letters alone can match.
    pub(super) fn can_match(&self, letters: &[u64; 4]) -> bool {
        let mut seen = alloc::vec![false; self.flags.len()];
        let mut open = alloc::vec![self.start];
        while let Some(state) = open.pop() {
            match seen.get_mut(usize::from(state)) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            if self.flags(state) != 0 {
                return true;
            }
            for (index, &word) in letters.iter().enumerate() {
                let mut rest = word;
                while rest != 0 {
                    let letter = (index as u32 * 64 + rest.trailing_zeros()) as u8;
                    open.push(self.step(state, letter));
                    rest &= rest - 1;
                }
            }
        }
        false
    }
}
