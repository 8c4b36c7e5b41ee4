//! Automata over letters: one lookup a code point, whatever the rule.
//!
//! `regex-automata` turns a pattern into a nondeterministic automaton. It is made deterministic here, by
//! sets of states: that library keeps states in the order of their priority, to tell which match is
//! first, and so needs very many more of them, while rules only ask whether there is a match. The walk
//! over variants also needs states that are small numbers and know when a match ends.
//!
//! A pattern that would need too many states stays nondeterministic, and is simulated: linear in the length of the
//! label times the states. The walk over variants cannot follow such a one, and says that a bound was reached.

use alloc::boxed::Box;
use alloc::vec::Vec;
use std::collections::HashMap;

use regex_automata::nfa::thompson::{self, NFA, State, WhichCaptures};
use regex_automata::util::look::Look;
use regex_automata::util::primitives::StateID;
use regex_automata::util::syntax;

use super::limits::{Budget, MAX_LETTERS, MAX_MACHINE_STATES, MAX_NFA_OCTETS, TooComplex};

/// The state from which nothing matches any more.
pub(in crate::lgr) const DEAD: u16 = 0;

/// A match ends in this state.
const HIT: u8 = 1;
/// A match ends in this state if the label ends (or, read backwards, begins) here.
const HIT_AT_END: u8 = 2;

/// The use of a machine, which decides where it starts and in which direction it reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lgr) enum Purpose {
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
pub(in crate::lgr) struct Machine {
    /// A row for each state, with the next state for each letter.
    next: Box<[u16]>,
    flags: Box<[u8]>,
    letters: usize,
    start: u16,
    /// The automaton that is simulated; then there are no rows.
    simulated: Option<Box<Simulation>>,
}

impl Machine {
    /// Builds the automaton of a pattern whose bytes are letters below `letters`.
    pub(in crate::lgr) fn build(
        pattern: &str,
        letters: usize,
        purpose: Purpose,
        budget: &mut Budget,
    ) -> Result<Self, TooComplex> {
        debug_assert!((1..=MAX_LETTERS).contains(&letters));
        budget.spend_pattern(pattern.len())?;
        let nfa = thompson::Compiler::new()
            .syntax(syntax::Config::new().unicode(false).utf8(false))
            .configure(
                thompson::Config::new()
                    .utf8(false)
                    .reverse(purpose == Purpose::Behind)
                    .which_captures(WhichCaptures::None)
                    .nfa_size_limit(Some(MAX_NFA_OCTETS)),
            )
            .build(pattern)
            .map_err(|_| TooComplex)?;
        let (start, at_start) = match purpose {
            Purpose::Search | Purpose::Trail => (nfa.start_unanchored(), true),
            // Next to an anchor, in the midst of a label.
            Purpose::Ahead | Purpose::Behind => (nfa.start_anchored(), false),
        };
        Self::determinize(&nfa, start, at_start, letters, budget).or_else(|TooComplex| {
            budget.spend_simulated(nfa.states().len())?;
            let simulated = Some(Box::new(Simulation { nfa, start, at_start }));
            Ok(Self { next: Box::default(), flags: Box::default(), letters, start: DEAD, simulated })
        })
    }

    /// True if the automaton has no states that can be followed, but is simulated.
    #[inline]
    pub(in crate::lgr) fn is_simulated(&self) -> bool {
        self.simulated.is_some()
    }

    /// Makes states out of sets of states, as far as letters lead.
    fn determinize(
        nfa: &NFA,
        start: StateID,
        at_start: bool,
        letters: usize,
        budget: &mut Budget,
    ) -> Result<Self, TooComplex> {
        let mut closure = Closure::new(nfa);
        let mut numbers: HashMap<Vec<StateID>, u16> = HashMap::new();
        let mut order: Vec<Vec<StateID>> = Vec::new();
        let mut number = |set: Vec<StateID>, order: &mut Vec<Vec<StateID>>| {
            if let Some(&known) = numbers.get(&set) {
                return Ok(known);
            }
            if order.len() >= MAX_MACHINE_STATES {
                return Err(TooComplex);
            }
            let new = order.len() as u16;
            order.push(set.clone());
            numbers.insert(set, new);
            Ok(new)
        };
        // The dead state is the empty set.
        number(Vec::new(), &mut order)?;
        closure.add(start, at_start, false);
        let start = number(closure.take(), &mut order)?;
        let (mut next, mut flags) = (Vec::new(), Vec::new());
        let mut row = 0;
        while let Some(set) = order.get(row).cloned() {
            budget.spend_states(letters)?;
            budget.spend_steps(set.len() * (letters + 1))?;
            for letter in 0..letters {
                for &id in &set {
                    if let Some(target) = target_of(nfa, id, letter as u8) {
                        closure.add(target, false, false);
                    }
                }
                next.push(number(closure.take(), &mut order)?);
            }
            let hit = set.iter().any(|&id| matches!(nfa.state(id), State::Match { .. }));
            for &id in &set {
                closure.add(id, false, true);
            }
            let at_end = closure.take().iter().any(|&id| matches!(nfa.state(id), State::Match { .. }));
            flags.push(if hit { HIT } else { 0 } | if at_end { HIT_AT_END } else { 0 });
            row += 1;
        }
        Ok(Self { next: next.into(), flags: flags.into(), letters, start, simulated: None })
    }

    /// The state before the first letter.
    #[inline]
    pub(in crate::lgr) fn start(&self) -> u16 {
        self.start
    }

    /// The state after one more letter.
    #[inline]
    pub(in crate::lgr) fn step(&self, state: u16, letter: u8) -> u16 {
        debug_assert!(!self.is_simulated(), "a simulated automaton is run as a whole");
        debug_assert!(usize::from(letter) < self.letters, "a machine reads the letters of its own rule");
        let next = self.next.get(usize::from(state) * self.letters + usize::from(letter)).copied();
        debug_assert!(next.is_some(), "a state has a row");
        next.unwrap_or(DEAD)
    }

    #[inline]
    fn flags(&self, state: u16) -> u8 {
        if self.is_simulated() {
            return 0;
        }
        let flags = self.flags.get(usize::from(state)).copied();
        debug_assert!(flags.is_some(), "a state has flags");
        flags.unwrap_or(0)
    }

    /// True if a match ends in this state.
    #[inline]
    pub(in crate::lgr) fn is_hit(&self, state: u16) -> bool {
        self.flags(state) & HIT != 0
    }

    /// True if a match ends in this state when there are no more letters.
    #[inline]
    pub(in crate::lgr) fn is_hit_at_end(&self, state: u16) -> bool {
        self.flags(state) & (HIT | HIT_AT_END) != 0
    }

    /// True if there is a match in the letters, which go on to the end of the label.
    #[inline]
    pub(in crate::lgr) fn run(&self, letters: impl Iterator<Item = u8>) -> bool {
        if let Some(simulated) = &self.simulated {
            return simulated.run(letters);
        }
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

    /// True if this letter changes nothing in the start state. If all letters of a label are idle and
    /// [`Machine::needs_letters`], there is no match.
    pub(in crate::lgr) fn is_idle(&self, letter: u8) -> bool {
        !self.is_simulated() && self.step(self.start, letter) == self.start
    }

    /// True if nothing matches before a letter has changed the state.
    pub(in crate::lgr) fn needs_letters(&self) -> bool {
        !self.is_simulated() && self.flags(self.start) == 0
    }

    /// True if it has states, and so few of them.
    pub(in crate::lgr) fn has_states_below(&self, limit: usize) -> bool {
        !self.is_simulated() && self.flags.len() <= limit
    }

    /// False if no label made of these letters alone can match. True also for automata that are too big to
    /// find that out quickly.
    pub(in crate::lgr) fn can_match(&self, letters: &[u8]) -> bool {
        if !self.has_states_below(128) {
            return true;
        }
        let mut seen = 0_u128;
        let mut open = 1_u128 << self.start;
        while open != 0 {
            let state = open.trailing_zeros() as u16;
            if self.flags(state) != 0 {
                return true;
            }
            seen |= 1 << state;
            for &letter in letters {
                open |= 1 << self.step(state, letter);
            }
            open &= !seen;
        }
        false
    }
}

/// A nondeterministic automaton.
#[derive(Clone, Debug)]
struct Simulation {
    nfa: NFA,
    start: StateID,
    /// True if it starts where the label starts.
    at_start: bool,
}

impl Simulation {
    #[cold]
    fn run(&self, letters: impl Iterator<Item = u8>) -> bool {
        let is_match = |&id: &StateID| matches!(self.nfa.state(id), State::Match { .. });
        let mut closure = Closure::new(&self.nfa);
        closure.add(self.start, self.at_start, false);
        let mut states = closure.take();
        for letter in letters {
            if states.iter().any(is_match) {
                return true;
            }
            if states.is_empty() {
                return false;
            }
            for &id in &states {
                if let Some(target) = target_of(&self.nfa, id, letter) {
                    closure.add(target, false, false);
                }
            }
            states = closure.take();
        }
        states.iter().for_each(|&id| closure.add(id, false, true));
        closure.take().iter().any(is_match)
    }
}

/// The states that are reached from others without a letter.
struct Closure<'a> {
    nfa: &'a NFA,
    seen: Vec<bool>,
    touched: Vec<StateID>,
    open: Vec<StateID>,
}

impl<'a> Closure<'a> {
    fn new(nfa: &'a NFA) -> Self {
        let seen = alloc::vec![false; nfa.states().len()];
        Self { nfa, seen, touched: Vec::new(), open: Vec::new() }
    }

    /// Adds a state and what follows from it, at the start of the label, at its end, or in between.
    fn add(&mut self, state: StateID, at_start: bool, at_end: bool) {
        self.open.push(state);
        while let Some(id) = self.open.pop() {
            match self.seen.get_mut(id.as_usize()) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            self.touched.push(id);
            match self.nfa.state(id) {
                State::Look { look: Look::Start, next } if at_start => self.open.push(*next),
                State::Look { look: Look::End, next } if at_end => self.open.push(*next),
                State::Capture { next, .. } => self.open.push(*next),
                State::Union { alternates } => self.open.extend(alternates.iter()),
                State::BinaryUnion { alt1, alt2 } => self.open.extend([*alt1, *alt2]),
                _ => {}
            }
        }
    }

    /// The states that wait for a letter or the end, or have matched; in order.
    fn take(&mut self) -> Vec<StateID> {
        let mut set = Vec::new();
        for id in self.touched.drain(..) {
            if let Some(seen) = self.seen.get_mut(id.as_usize()) {
                *seen = false;
            }
            match self.nfa.state(id) {
                State::ByteRange { .. }
                | State::Sparse(_)
                | State::Dense(_)
                | State::Match { .. }
                | State::Look { look: Look::End, .. } => set.push(id),
                _ => {}
            }
        }
        set.sort_unstable();
        set
    }
}

/// Where a letter leads.
fn target_of(nfa: &NFA, id: StateID, letter: u8) -> Option<StateID> {
    match nfa.state(id) {
        State::ByteRange { trans } => trans.matches_byte(letter).then_some(trans.next),
        State::Sparse(sparse) => sparse.matches_byte(letter),
        State::Dense(dense) => dense.matches_byte(letter),
        _ => None,
    }
}
