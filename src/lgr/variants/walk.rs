//! The walk over all variant labels at once, code point by code point.
//!
//! A state stands for all beginnings of variant labels with the same prospects: at which places of the
//! lattice their derivations are and what these used, how far the search of each rule is that an action
//! may ask, and what the test of the label's own eligibility has yet to see. States are made as they
//! are reached; each variant label is accepted on exactly one way. So ways can be counted, listed and
//! looked up without a list of labels, even where derivations are ambiguous.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cell::Cell;

use super::eligibility::{EligibilityTest, TestState};
use super::lattice::{Edge, Lattice};
use super::rule_search::{LiveRule, MATCHED, RETIRED, RuleSearch};
use crate::lgr::compile::CompiledLgr;
use crate::lgr::compile::action::Derivation;
use crate::lgr::compile::limits::{BoundExceeded, MAX_WALK_STEPS};
use crate::lgr::compile::machine::DEAD;
use crate::lgr::compile::repertoire::{CompiledContext, NONE};
use crate::lgr::evaluate::lookup::LabelLookup;

/// One derivation, or several that actions cannot tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Branch {
    /// The edge it is on; [`NONE`] at a place between edges.
    edge: u32,
    /// The number of code points of the edge that are in the label already; or the place.
    offset: u8,
    derivation: Derivation,
}

/// A state of the walk.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::lgr) struct State {
    branches: Vec<Branch>,
    /// Code points so far.
    length: u16,
    /// True if they are those of the label itself.
    same: bool,
    /// For each live rule, its state.
    rules: Vec<u16>,
    test: Option<TestState>,
}

/// How a walk can go on from a state.
#[derive(Debug, Default)]
pub(in crate::lgr) struct Steps {
    /// The code points that can come next, ascending, each with the number of the states after it.
    pub(in crate::lgr) code_points: Vec<(char, usize)>,
    /// States, each list for one or more code points.
    pub(in crate::lgr) states: Vec<Vec<State>>,
}

/// The properties of a code point that make a difference to the states after it, beside the derivations that it
/// is in.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Traits {
    class: u16,
    /// True if it is the one of the label itself and so were all before it.
    is_own: bool,
    tested: Tested,
}

/// The property of a code point that the test of eligibility depends on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tested {
    /// There is no test.
    Nothing,
    /// It has no entry, and so fails.
    NoEntry,
    /// The code point itself.
    Itself(char),
    /// The context of its entry, by its address, where it has one.
    Context(Option<*const CompiledContext>),
}

/// How a variant label ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::lgr) struct Outcome {
    /// The first action that a derivation reaches.
    pub(in crate::lgr) action: usize,
    /// The actions by which other derivations give other dispositions, ascending.
    pub(in crate::lgr) conflicts: Vec<usize>,
    /// True if this is the label itself.
    pub(in crate::lgr) is_original: bool,
}

/// A label, its lattice, and the automata to follow.
pub(in crate::lgr) struct Walk<'a> {
    pub(in crate::lgr) lgr: &'a CompiledLgr,
    pub(in crate::lgr) label: &'a LabelLookup,
    pub(in crate::lgr) lattice: &'a Lattice,
    live: Vec<LiveRule<'a>>,
    /// The test of eligibility; `None` if every variant label passes it.
    test: Option<EligibilityTest<'a>>,
    /// The steps that may still be taken.
    steps_left: Cell<usize>,
}

impl<'a> Walk<'a> {
    pub(in crate::lgr) fn new(lgr: &'a CompiledLgr, label: &'a LabelLookup, lattice: &'a Lattice) -> Self {
        Self::with_steps(MAX_WALK_STEPS, lgr, label, lattice)
    }

    /// A walk of so many steps at most.
    pub(in crate::lgr) fn with_steps(
        steps: usize,
        lgr: &'a CompiledLgr,
        label: &'a LabelLookup,
        lattice: &'a Lattice,
    ) -> Self {
        let live = lgr.live_rules(label, lattice).collect();
        let test = (!lattice.is_plain).then(|| EligibilityTest::new(lgr, label, lattice));
        Self { lgr, label, lattice, live, test, steps_left: Cell::new(steps) }
    }

    /// Before the first code point.
    pub(in crate::lgr) fn start(&self) -> State {
        let mut branches = alloc::vec![Branch { edge: NONE, offset: 0, derivation: Derivation::NOTHING }];
        self.skip_empty(&mut branches);
        let rules = self.live.iter().map(|live| live.search.start()).collect();
        let test = self.test.as_ref().map(EligibilityTest::start);
        State { branches, length: 0, same: true, rules, test }
    }

    /// The code points that can come next, and the states after them. There are several states where the test
    /// of eligibility must look ahead; at most one of them leads to the end of any one label.
    pub(in crate::lgr) fn steps(&self, state: &State) -> Result<Steps, BoundExceeded> {
        let mut branches = self.advance(state, |_| true)?;
        branches.sort_unstable();
        let own = self.label.points.get(usize::from(state.length)).filter(|_| state.same);
        let mut steps = Steps::default();
        // Code points that nothing tells apart lead to the same states: most variants of a letter do.
        let mut alike: Vec<(Traits, &[(char, Branch)])> = Vec::new();
        for group in branches.chunk_by(|a, b| a.0 == b.0) {
            let Some(&(c, _)) = group.first() else { continue };
            let key = self.traits(state, c, own == Some(&c));
            let is_alike = |(known, others): &(Traits, &[(char, Branch)])| {
                *known == key && others.iter().map(|other| other.1).eq(group.iter().map(|own| own.1))
            };
            let number = match alike.iter().position(is_alike) {
                Some(number) => {
                    self.spend(1)?;
                    number
                }
                None => {
                    alike.push((key, group));
                    steps.states.push(self.enter(
                        state,
                        c,
                        group.iter().map(|&(_, branch)| branch).collect(),
                    )?);
                    steps.states.len() - 1
                }
            };
            steps.code_points.push((c, number));
        }
        Ok(steps)
    }

    /// The states after one code point.
    pub(in crate::lgr) fn step(&self, state: &State, c: char) -> Result<Vec<State>, BoundExceeded> {
        let branches = self.advance(state, |next| next == c)?;
        if branches.is_empty() {
            return Ok(Vec::new());
        }
        self.enter(state, c, branches.into_iter().map(|(_, branch)| branch).collect())
    }

    /// Where derivations go on to with the next code point, and with which.
    fn advance(
        &self,
        state: &State,
        wanted: impl Fn(char) -> bool,
    ) -> Result<Vec<(char, Branch)>, BoundExceeded> {
        let mut branches = Vec::new();
        for branch in &state.branches {
            let mut add = |number: u32, edge: &Edge, offset: usize, derivation: Derivation| {
                let output = self.lgr.output(edge, self.label);
                if let Some(&c) = output.get(offset)
                    && wanted(c)
                {
                    branches.push((c, place_on(edge.to, number, offset + 1, output.len(), derivation)));
                }
            };
            match self.lattice.edges.get(branch.edge as usize) {
                Some(edge) => add(branch.edge, edge, usize::from(branch.offset), branch.derivation),
                None => {
                    let edges = self.lattice.from(usize::from(branch.offset));
                    self.spend(edges.size_hint().0)?;
                    for (number, edge) in edges {
                        add(number, edge, 0, branch.derivation.and(edge.types, edge.mapped));
                    }
                }
            }
        }
        Ok(branches)
    }

    /// The states after a code point that takes derivations to these places.
    fn enter(&self, state: &State, c: char, mut branches: Vec<Branch>) -> Result<Vec<State>, BoundExceeded> {
        self.spend(branches.len() + state.test.as_ref().map_or(0, TestState::weight))?;
        self.skip_empty(&mut branches);
        let class = self.lgr.table.slot(c).class;
        let mut rules = state.rules.clone();
        for (rule, live) in rules.iter_mut().zip(&self.live) {
            *rule = live.search.step(*rule, class);
        }
        let mut last = 0;
        for branch in &mut branches {
            let (reduced, reached) =
                self.lgr.actions.reduce(branch.derivation, |place, must_match| {
                    match self.rule_state(&rules, place) {
                        None | Some((_, DEAD)) => !must_match,
                        Some((_, MATCHED)) => must_match,
                        Some(_) => false,
                    }
                });
            branch.derivation = reduced;
            last = last.max(reached);
        }
        for (rule, live) in rules.iter_mut().zip(&self.live) {
            if !self.lgr.actions.asks(live.place, last) {
                *rule = RETIRED;
            }
        }
        branches.sort_unstable();
        branches.dedup();
        let same = state.same && self.label.points.get(usize::from(state.length)) == Some(&c);
        let after = State { branches, length: state.length.saturating_add(1), same, rules, test: None };
        match (&state.test, &self.test) {
            (Some(progress), Some(test)) => {
                let with = |progress| State { test: Some(progress), ..after.clone() };
                Ok(test.step(progress, c).into_iter().map(with).collect())
            }
            _ => Ok(alloc::vec![after]),
        }
    }

    /// A rule of actions, by its place, and its state; `None` if it can match no variant label.
    fn rule_state(&self, rules: &[u16], place: usize) -> Option<(RuleSearch<'a>, u16)> {
        let mut followed = self.live.iter().zip(rules);
        followed.find(|(live, _)| live.place == place).map(|(live, &state)| (live.search, state))
    }

    /// The properties of a code point that make a difference at this state.
    fn traits(&self, state: &State, c: char, is_own: bool) -> Traits {
        let slot = self.lgr.table.slot(c);
        let tested = match &state.test {
            None => Tested::Nothing,
            // A sequence may begin or go on with it.
            Some(test) if test.is_pending() || slot.sequences != NONE => Tested::Itself(c),
            Some(_) => match self.lgr.table.entry(slot.entry) {
                Some(entry) => Tested::Context(entry.context.as_ref().map(Arc::as_ptr)),
                None => Tested::NoEntry,
            },
        };
        Traits { class: slot.class, is_own, tested }
    }

    /// The steps that may still be taken.
    pub(in crate::lgr) fn steps_left(&self) -> usize {
        self.steps_left.get()
    }

    fn spend(&self, steps: usize) -> Result<(), BoundExceeded> {
        self.steps_left.set(self.steps_left.get().checked_sub(steps).ok_or(BoundExceeded)?);
        Ok(())
    }

    /// The outcome of the label that ends here; `None` if no label does, or if it is empty or not eligible by its
    /// code points and contexts.
    pub(in crate::lgr) fn outcome(&self, state: &State) -> Option<Outcome> {
        let count = self.label.points.len();
        let ends = |branch: &&Branch| branch.edge == NONE && usize::from(branch.offset) == count;
        if state.length == 0 || !state.branches.iter().any(|branch| ends(&branch)) {
            return None;
        }
        if let (Some(progress), Some(test)) = (&state.test, &self.test)
            && !test.accepts(progress)
        {
            return None;
        }
        let matches = |place: usize| {
            self.rule_state(&state.rules, place).is_some_and(|(search, state)| search.matches_at_end(state))
        };
        let mut actions: Vec<usize> = state
            .branches
            .iter()
            .filter(ends)
            .map(|branch| self.lgr.actions.decide(branch.derivation, matches))
            .collect();
        actions.sort_unstable();
        actions.dedup();
        let (&action, others) = actions.split_first()?;
        let disposition = |action| self.lgr.action_disposition(action);
        let differs = |&other: &usize| disposition(other) != disposition(action);
        let conflicts = others.iter().copied().filter(differs).collect();
        let is_original = state.same && usize::from(state.length) == count;
        Some(Outcome { action, conflicts, is_original })
    }

    /// Adds the places that are reached by steps that put nothing into the label.
    fn skip_empty(&self, branches: &mut Vec<Branch>) {
        let mut index = 0;
        while let Some(&branch) = branches.get(index) {
            index += 1;
            if branch.edge != NONE {
                continue;
            }
            for (_, edge) in self.lattice.from(usize::from(branch.offset)) {
                if self.lgr.output(edge, self.label).is_empty() {
                    let derivation = branch.derivation.and(edge.types, edge.mapped);
                    let skipped = Branch { edge: NONE, offset: edge.to, derivation };
                    if !branches.contains(&skipped) {
                        branches.push(skipped);
                    }
                }
            }
        }
        branches.sort_unstable();
        branches.dedup();
    }
}

/// On the edge, or at its end if all its code points are in the label.
fn place_on(to: u8, edge: u32, out: usize, len: usize, derivation: Derivation) -> Branch {
    if out >= len {
        Branch { edge: NONE, offset: to, derivation }
    } else {
        Branch { edge, offset: out as u8, derivation }
    }
}
