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
use core::ops::Range;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use arrayvec::ArrayVec;

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
    history: History,
}

/// The mappings that a derivation has used so far, as far as derivations in one state must be told apart:
/// two branches with the same number have used the same mappings at the same places. Derivations that
/// differ only in how unchanged code points are taken together are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct History(u32);

impl History {
    /// Before the first code point.
    const NOTHING: Self = Self(0);
    /// Several derivations have come together on one branch.
    const SEVERAL: Self = Self(u32::MAX);
}

/// A branch, and the mappings that it has used since the last code point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Step {
    branch: Branch,
    /// The edge of a mapping that begins here, or [`NONE`].
    begins: u32,
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

/// How a walk can go on from a state, in memory that is used again for the next one.
#[derive(Default)]
pub(in crate::lgr) struct Steps {
    /// The code points that can come next, ascending, each with the number of their kind.
    pub(in crate::lgr) code_points: Vec<(char, usize)>,
    /// The states after a code point, those of one kind after those of the other.
    pub(in crate::lgr) states: Vec<State>,
    /// For each kind, where its states end.
    ends: Vec<usize>,
    kinds: Kinds,
    /// Where derivations go on to, with each code point.
    advanced: Vec<(char, Step)>,
}

/// Where derivations go on to with one code point.
#[derive(Default)]
pub(super) struct Advanced(Vec<(char, Step)>);

impl Steps {
    /// Where the states of a kind are among [`Self::states`].
    pub(in crate::lgr) fn states_of(&self, kind: usize) -> Range<usize> {
        let end_of = |kind: usize| self.ends.get(kind).copied().unwrap_or(0);
        kind.checked_sub(1).map_or(0, end_of)..end_of(kind)
    }

    fn clear(&mut self) {
        self.code_points.clear();
        self.states.clear();
        self.ends.clear();
        self.kinds.clear();
        self.advanced.clear();
    }
}

/// The properties of a code point that make a difference to the states after it, beside the derivations that it
/// is in.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Traits {
    class: u16,
    /// True if it is the one of the label itself and so were all before it.
    is_own: bool,
    tested: Tested,
}

/// The property of a code point that the test of eligibility depends on.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
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

/// The kinds of code points that can come next, in the order in which they come up. Each is numbered.
#[derive(Default)]
struct Kinds {
    /// The steps of the first few kinds, one kind after the other, and where each ends; then those that are looked up.
    steps: Vec<Step>,
    few: ArrayVec<(Traits, usize), { Self::FEW }>,
    /// The other kinds: a search through a short list is faster than a hash, and not through a long one.
    others: HashMap<(Traits, Vec<Step>), usize>,
}

impl Kinds {
    const FEW: usize = 16;

    fn clear(&mut self) {
        self.steps.clear();
        self.few.clear();
        self.others.clear();
    }

    /// The number of a kind, and its steps if it comes up for the first time.
    fn find_or_add(&mut self, traits: Traits, steps: impl Iterator<Item = Step>) -> (usize, Option<&[Step]>) {
        let start = self.few.last().map_or(0, |&(_, end)| end);
        self.steps.truncate(start);
        self.steps.extend(steps);
        let (known, new) = self.steps.split_at_mut(start);
        Histories::make_alike(new);
        let mut from = 0;
        let found = self.few.iter().position(|&(other, end)| {
            let steps = known.get(from..end);
            from = end;
            other == traits && steps == Some(&*new)
        });
        if let Some(number) = found {
            return (number, None);
        }
        let number = self.few.len() + self.others.len();
        let end = start + new.len();
        if self.few.try_push((traits, end)).is_err() {
            match self.others.entry((traits, new.to_vec())) {
                Entry::Occupied(entry) => return (*entry.get(), None),
                Entry::Vacant(entry) => entry.insert(number),
            };
        }
        (number, self.steps.get(start..))
    }
}

/// How a variant label ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::lgr) struct Outcome {
    /// The first action that a derivation reaches.
    pub(in crate::lgr) action: usize,
    /// The actions by which other derivations give other dispositions, ascending.
    pub(in crate::lgr) conflicts: Vec<usize>,
    /// True if there are several derivations (RFC 7940 section 8.4).
    pub(in crate::lgr) is_duplicate: bool,
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
        let live: Vec<LiveRule<'a>> = lgr.live_rules(label, lattice).collect();
        let test = (!lattice.is_plain).then(|| EligibilityTest::new(lgr, label, lattice));
        // Automata that are simulated have no states to follow.
        let can_follow = live.iter().all(|live| !live.search.machine.is_simulated())
            && test.as_ref().is_none_or(EligibilityTest::can_follow);
        let steps = if can_follow { steps } else { 0 };
        Self { lgr, label, lattice, live, test, steps_left: Cell::new(steps) }
    }

    /// Before the first code point.
    pub(in crate::lgr) fn start(&self) -> State {
        let (derivation, history) = (Derivation::NOTHING, History::NOTHING);
        let branch = Branch { edge: NONE, offset: 0, derivation, history };
        let branches = self.merge(self.skip_empty(alloc::vec![branch], &mut Histories::default()));
        let rules = self.live.iter().map(|live| live.search.start()).collect();
        let test = self.test.as_ref().map(EligibilityTest::start);
        State { branches, length: 0, same: true, rules, test }
    }

    /// The code points that can come next, and the states after them. There are several states where the test
    /// of eligibility must look ahead; at most one of them leads to the end of any one label.
    pub(in crate::lgr) fn steps(&self, state: &State, steps: &mut Steps) -> Result<(), BoundExceeded> {
        steps.clear();
        let Steps { code_points, states, ends, kinds, advanced } = steps;
        self.advance(state, |_| true, advanced)?;
        advanced.sort_unstable();
        let own = self.label.points.get(usize::from(state.length)).filter(|_| state.same);
        // Code points that nothing tells apart lead to the same states: most variants of a letter do. Mappings
        // that begin are told apart only where derivations can come together.
        for group in advanced.chunk_by(|a, b| a.0 == b.0) {
            let Some(&(c, _)) = group.first() else { continue };
            let traits = self.traits(state, c, own == Some(&c));
            let (number, new) = kinds.find_or_add(traits, group.iter().map(|&(_, step)| step));
            match new {
                None => self.spend(1)?,
                Some(new) => {
                    self.enter(state, c, new.iter().copied(), states)?;
                    ends.push(states.len());
                }
            }
            code_points.push((c, number));
        }
        Ok(())
    }

    /// Adds the states after one code point; `advanced` is memory that is used again.
    pub(super) fn step(
        &self,
        state: &State,
        c: char,
        advanced: &mut Advanced,
        states: &mut Vec<State>,
    ) -> Result<(), BoundExceeded> {
        advanced.0.clear();
        self.advance(state, |next| next == c, &mut advanced.0)?;
        match &mut *advanced.0 {
            [] => return Ok(()),
            // There is nothing to be told apart from.
            [(_, one)] => one.begins = NONE,
            _ => {}
        }
        self.enter(state, c, advanced.0.iter().map(|&(_, step)| step), states)
    }

    /// Finds where derivations go on to with the next code point, and with which.
    fn advance(
        &self,
        state: &State,
        wanted: impl Fn(char) -> bool,
        advanced: &mut Vec<(char, Step)>,
    ) -> Result<(), BoundExceeded> {
        for branch in &state.branches {
            let mut add = |number: u32, edge: &Edge, offset: usize, derivation: Derivation| {
                let output = self.lgr.output(edge, self.label);
                if let Some(&c) = output.get(offset)
                    && wanted(c)
                {
                    let before = Branch { derivation, ..*branch };
                    let branch = before.on(edge.to, number, offset + 1, output.len());
                    let begins = if edge.mapped && offset == 0 { number } else { NONE };
                    advanced.push((c, Step { branch, begins }));
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
        Ok(())
    }

    /// Adds the states after a code point that takes derivations to these places.
    fn enter(
        &self,
        state: &State,
        c: char,
        steps: impl ExactSizeIterator<Item = Step>,
        states: &mut Vec<State>,
    ) -> Result<(), BoundExceeded> {
        self.spend(steps.len() + state.test.as_ref().map_or(0, TestState::weight))?;
        let mut histories = Histories::default();
        let begun = steps.map(|step| histories.with(step.branch, step.begins)).collect();
        let mut branches = self.skip_empty(begun, &mut histories);
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
        let branches = self.merge(branches);
        let same = state.same && self.label.points.get(usize::from(state.length)) == Some(&c);
        let after = State { branches, length: state.length.saturating_add(1), same, rules, test: None };
        match (&state.test, &self.test) {
            (Some(progress), Some(test)) => {
                let with = |progress| State { test: Some(progress), ..after.clone() };
                states.extend(test.step(progress, c).into_iter().map(with));
            }
            _ => states.push(after),
        }
        Ok(())
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
        let histories: Vec<History> =
            state.branches.iter().filter(ends).map(|branch| branch.history).collect();
        let is_duplicate = histories.contains(&History::SEVERAL)
            || histories.windows(2).any(|two| two.first() != two.last());
        let (&action, others) = actions.split_first()?;
        let disposition = |action| self.lgr.action_disposition(action);
        let differs = |&other: &usize| disposition(other) != disposition(action);
        let conflicts = others.iter().copied().filter(differs).collect();
        let is_original = state.same && usize::from(state.length) == count;
        Some(Outcome { action, conflicts, is_duplicate, is_original })
    }

    /// Adds the places that are reached by steps that put nothing into the label.
    fn skip_empty(&self, mut branches: Vec<Branch>, histories: &mut Histories) -> Vec<Branch> {
        if !self.lattice.has_empty {
            return branches;
        }
        let place = |branch: &Branch| (branch.edge, branch.offset, branch.derivation);
        let mut known: HashMap<_, usize> = branches.iter().map(place).zip(0..).collect();
        let mut open: Vec<usize> = (0..branches.len()).collect();
        while let Some(branch) = open.pop().and_then(|index| branches.get(index)).copied() {
            if branch.edge != NONE {
                continue;
            }
            for (number, edge) in self.lattice.from(usize::from(branch.offset)) {
                if !self.lgr.output(edge, self.label).is_empty() {
                    continue;
                }
                let derivation = branch.derivation.and(edge.types, edge.mapped);
                let skipped = histories.with(Branch { offset: edge.to, derivation, ..branch }, number);
                let index = *known.entry(place(&skipped)).or_insert(branches.len());
                match branches.get_mut(index) {
                    None => branches.push(skipped),
                    // Derivations that have come together go on together.
                    Some(other) if other.history != skipped.history && other.history != History::SEVERAL => {
                        other.history = History::SEVERAL;
                    }
                    Some(_) => continue,
                }
                open.push(index);
            }
        }
        branches
    }

    /// Puts branches in order, those together on which derivations have come together, and numbers their histories
    /// anew, so that states with the same prospects are equal.
    fn merge(&self, mut branches: Vec<Branch>) -> Vec<Branch> {
        branches.sort_unstable();
        branches.dedup_by(|next, kept| {
            let is_one =
                (next.edge, next.offset, next.derivation) == (kept.edge, kept.offset, kept.derivation);
            if is_one && next.history != kept.history {
                kept.history = History::SEVERAL;
            }
            is_one
        });
        let is_distinct = |branch: &&mut Branch| branch.history != History::SEVERAL;
        if let [branch] = &mut *branches {
            [branch].into_iter().filter(is_distinct).for_each(|branch| branch.history = History(0));
            return branches;
        }
        let mut numbers: HashMap<History, u32> = HashMap::new();
        for branch in branches.iter_mut().filter(is_distinct) {
            let new = numbers.len() as u32;
            branch.history = History(*numbers.entry(branch.history).or_insert(new));
        }
        branches
    }
}

impl Branch {
    /// After so many code points of an edge: on it, or at its end if all its code points are in the label.
    fn on(self, to: u8, edge: u32, out: usize, len: usize) -> Self {
        if out >= len {
            Self { edge: NONE, offset: to, ..self }
        } else {
            Self { edge, offset: out as u8, ..self }
        }
    }
}

/// Histories of derivations, numbered as they come up between two code points.
#[derive(Default)]
struct Histories {
    /// Each history that was added to, with the edge added, and its number.
    known: HashMap<(History, u32), History>,
}

impl Histories {
    /// Numbers from here on are new, and are no edges; those of a state are its branches at most.
    const FIRST: u32 = 1 << 31;

    /// Names the mappings that begin in a few steps by their places among these steps, so that steps with other code
    /// points are seen to be alike.
    fn make_alike(steps: &mut [Step]) {
        const FEW: usize = 16;
        match steps {
            [one] => one.begins = NONE,
            few if few.len() <= FEW => {
                let known: ArrayVec<(History, u32), FEW> =
                    few.iter().map(|step| (step.branch.history, step.begins)).collect();
                for (step, own) in few.iter_mut().zip(&known).filter(|(step, _)| step.begins != NONE) {
                    let place = known.iter().position(|known| known == own);
                    step.begins = Self::FIRST + place.unwrap_or(0) as u32;
                }
            }
            _ => {}
        }
    }

    /// The branch after a mapping is used; unchanged for [`NONE`].
    fn with(&mut self, branch: Branch, mapping: u32) -> Branch {
        if mapping == NONE || branch.history == History::SEVERAL {
            return branch;
        }
        let new = History(Self::FIRST + self.known.len() as u32);
        Branch { history: *self.known.entry((branch.history, mapping)).or_insert(new), ..branch }
    }
}
