//! The walk over all variant labels at once, code point by code point.
//!
//! A state stands for all beginnings of variant labels with the same prospects: at which places of the
//! lattice their derivations are and what these used, how far the search of each rule is that an action
//! may ask, and what the test of the label's own eligibility has yet to see. States are made as they
//! are reached; each variant label is accepted on exactly one way. So ways can be counted, listed and
//! looked up without a list of labels, even where derivations are ambiguous.

use alloc::vec::Vec;
use core::cell::Cell;

use super::lattice::{Edge, Lattice};
use super::scan::{MATCHED, Scan, ScanPlan};
use crate::lgr::compile::CompiledLgr;
use crate::lgr::compile::action::Derivation;
use crate::lgr::compile::limits::{BoundExceeded, MAX_WALK_STEPS};
use crate::lgr::compile::machine::{DEAD, Machine};
use crate::lgr::compile::repertoire::{NONE, Slot};
use crate::lgr::evaluate::lookup::LabelLookup;

/// The state of a rule that no action will ask any more.
pub(in crate::lgr) const RETIRED: u16 = u16::MAX - 1;

/// One derivation, or several that actions cannot tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Thread {
    /// The edge it is on; [`NONE`] at a place between edges.
    edge: u32,
    /// How many code points of the edge are out; or the place.
    offset: u8,
    used: Derivation,
}

/// A state of the walk.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::lgr) struct State {
    threads: Vec<Thread>,
    /// Code points so far.
    length: u16,
    /// Whether they are those of the label itself.
    same: bool,
    rules: Vec<u16>,
    scan: Option<Scan>,
}

/// How a walk can go on from a state.
#[derive(Debug, Default)]
pub(in crate::lgr) struct Steps {
    /// The code points that can come next, ascending, each with the number of the states after it.
    pub(in crate::lgr) code_points: Vec<(char, usize)>,
    /// States, each list for one or more code points.
    pub(in crate::lgr) states: Vec<Vec<State>>,
}

/// What of a code point makes a difference to the states after it, beside the derivations that it is in.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Alike {
    class: u16,
    /// True if it is the one of the label itself and so were all before it.
    is_own: bool,
    tested: Tested,
}

/// What the test of eligibility asks of a code point.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tested {
    /// There is no test.
    Nothing,
    /// Which one it is.
    Itself(char),
    /// The context of its entry, where it has one.
    Context(Option<u32>),
}

/// How a variant label ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::lgr) struct Outcome {
    /// The action of each derivation, ascending, without repetition.
    pub(in crate::lgr) actions: Vec<usize>,
    /// Whether this is the label itself.
    pub(in crate::lgr) is_original: bool,
}

/// A label, its lattice, and what has to be followed.
pub(in crate::lgr) struct Walk<'a> {
    pub(in crate::lgr) lgr: &'a CompiledLgr,
    pub(in crate::lgr) label: &'a LabelLookup,
    pub(in crate::lgr) lattice: &'a Lattice,
    live: Vec<usize>,
    plan: Option<ScanPlan>,
    /// What is left of [`MAX_WALK_STEPS`].
    steps_left: Cell<usize>,
}

impl CompiledLgr {
    /// The automaton of a rule of actions, by its place.
    #[inline]
    pub(in crate::lgr) fn search_of(&self, place: usize) -> Option<&Machine> {
        let number = *self.actions.rules.get(place)?;
        self.rules.get(number)?.rule.machines().search.as_ref()
    }

    /// The state of such a rule after one more letter.
    #[inline]
    pub(in crate::lgr) fn follow(&self, place: usize, state: u16, letter: u8) -> u16 {
        if state >= RETIRED || state == DEAD {
            return state;
        }
        let Some(search) = self.search_of(place) else { return DEAD };
        let next = search.step(state, letter);
        if search.is_hit(next) { MATCHED } else { next }
    }
}

impl<'a> Walk<'a> {
    pub(in crate::lgr) fn new(lgr: &'a CompiledLgr, label: &'a LabelLookup, lattice: &'a Lattice) -> Self {
        let mut live = Vec::new();
        lgr.live_rules(label, lattice, &mut live, &mut Vec::new());
        let plan = (!lattice.is_plain).then(|| ScanPlan::new(lgr, label, lattice));
        Self { lgr, label, lattice, live, plan, steps_left: Cell::new(MAX_WALK_STEPS) }
    }

    /// Before the first code point.
    pub(in crate::lgr) fn start(&self) -> State {
        let mut threads = alloc::vec![Thread { edge: NONE, offset: 0, used: Derivation::NOTHING }];
        self.skip_empty(&mut threads);
        let rules = self
            .live
            .iter()
            .map(|&place| {
                let search = self.lgr.search_of(place);
                search.map_or(
                    DEAD,
                    |search| if search.is_hit(search.start()) { MATCHED } else { search.start() },
                )
            })
            .collect();
        let scan = self.plan.as_ref().map(|plan| plan.start(self.lgr));
        State { threads, length: 0, same: true, rules, scan }
    }

    /// The code points that can come next, and the states after them. There are several states where the test
    /// of eligibility must look ahead; at most one of them leads to the end of any one label.
    pub(in crate::lgr) fn steps(&self, state: &State) -> Result<Steps, BoundExceeded> {
        let mut threads = self.advance(state, |_| true)?;
        threads.sort_unstable();
        let own = self.label.points.get(usize::from(state.length)).filter(|_| state.same);
        let mut steps = Steps::default();
        // Code points that nothing tells apart lead to the same states: most variants of a letter do.
        let mut alike: Vec<(Alike, &[(char, Thread)])> = Vec::new();
        for group in threads.chunk_by(|a, b| a.0 == b.0) {
            let Some(&(c, _)) = group.first() else { continue };
            let key = self.alike(state, c, own == Some(&c));
            let is_alike = |(known, others): &(Alike, &[(char, Thread)])| {
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
                        group.iter().map(|&(_, thread)| thread).collect(),
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
        let threads = self.advance(state, |next| next == c)?;
        if threads.is_empty() {
            return Ok(Vec::new());
        }
        self.enter(state, c, threads.into_iter().map(|(_, thread)| thread).collect())
    }

    /// Where derivations go on to with the next code point, and with which.
    fn advance(
        &self,
        state: &State,
        wanted: impl Fn(char) -> bool,
    ) -> Result<Vec<(char, Thread)>, BoundExceeded> {
        let mut threads = Vec::new();
        for thread in &state.threads {
            let mut add = |number: u32, edge: &Edge, offset: usize, used: Derivation| {
                let output = self.lgr.output(edge, self.label);
                if let Some(&c) = output.get(offset)
                    && wanted(c)
                {
                    threads.push((c, place_on(edge.to, number, offset + 1, output.len(), used)));
                }
            };
            match self.lattice.edges.get(thread.edge as usize) {
                Some(edge) => add(thread.edge, edge, usize::from(thread.offset), thread.used),
                None => {
                    let edges = self.lattice.from(usize::from(thread.offset));
                    self.spend(edges.size_hint().0)?;
                    for (number, edge) in edges {
                        add(number, edge, 0, thread.used.and(edge.types, edge.mapped));
                    }
                }
            }
        }
        Ok(threads)
    }

    /// The states after a code point that takes derivations to these places.
    fn enter(&self, state: &State, c: char, mut threads: Vec<Thread>) -> Result<Vec<State>, BoundExceeded> {
        self.spend(threads.len() + state.scan.as_ref().map_or(0, Scan::weight))?;
        self.skip_empty(&mut threads);
        let class = self.slot(c).map_or(0, |slot| slot.class);
        let mut rules = state.rules.clone();
        for (rule, &place) in rules.iter_mut().zip(&self.live) {
            let number = self.lgr.actions.rules.get(place).and_then(|&number| self.lgr.rules.get(number));
            *rule = self.lgr.follow(place, *rule, number.map_or(0, |rule| rule.rule.letter(class)));
        }
        let mut last = 0;
        for thread in &mut threads {
            let (used, reached) = self.lgr.actions.reduce(thread.used, |rule, must_match| {
                match self.live.iter().position(|&place| place == rule) {
                    None => !must_match,
                    Some(index) => match rules.get(index) {
                        Some(&MATCHED) => must_match,
                        Some(&DEAD) => !must_match,
                        _ => false,
                    },
                }
            });
            thread.used = used;
            last = last.max(reached);
        }
        for (rule, &place) in rules.iter_mut().zip(&self.live) {
            if !self.lgr.actions.asks(place, last) {
                *rule = RETIRED;
            }
        }
        threads.sort_unstable();
        threads.dedup();
        let same = state.same && self.label.points.get(usize::from(state.length)) == Some(&c);
        let length = state.length.saturating_add(1);
        match (&state.scan, &self.plan) {
            (Some(scan), Some(plan)) => {
                let with = |scan| State {
                    threads: threads.clone(),
                    length,
                    same,
                    rules: rules.clone(),
                    scan: Some(scan),
                };
                Ok(plan.step(self.lgr, scan, c).into_iter().map(with).collect())
            }
            _ => Ok(alloc::vec![State { threads, length, same, rules, scan: None }]),
        }
    }

    fn slot(&self, c: char) -> Option<&'a Slot> {
        self.lgr.universe.number(c).and_then(|number| self.lgr.table.slots.get(number as usize))
    }

    /// What tells a code point apart at this state.
    fn alike(&self, state: &State, c: char, is_own: bool) -> Alike {
        let slot = self.slot(c);
        let class = slot.map_or(0, |slot| slot.class);
        let tested = match &state.scan {
            None => Tested::Nothing,
            // A sequence may begin or go on with it.
            Some(scan) if scan.is_pending() || slot.is_none_or(|slot| slot.sequences != NONE) => {
                Tested::Itself(c)
            }
            Some(_) => Tested::Context(
                slot.and_then(|slot| self.lgr.table.entry(slot.entry)).map(|entry| entry.context),
            ),
        };
        Alike { class, is_own, tested }
    }

    fn spend(&self, steps: usize) -> Result<(), BoundExceeded> {
        self.steps_left.set(self.steps_left.get().checked_sub(steps).ok_or(BoundExceeded)?);
        Ok(())
    }

    /// What the label that ends here comes to; nothing if none does, or if it is not eligible by its
    /// code points and contexts, or empty.
    pub(in crate::lgr) fn outcome(&self, state: &State) -> Option<Outcome> {
        let count = self.label.points.len();
        let ends = |thread: &&Thread| thread.edge == NONE && usize::from(thread.offset) == count;
        if state.length == 0 || !state.threads.iter().any(|thread| ends(&thread)) {
            return None;
        }
        if let (Some(scan), Some(plan)) = (&state.scan, &self.plan)
            && !plan.accepts(self.lgr, scan)
        {
            return None;
        }
        let matches = |rule: usize| {
            let followed = self.live.iter().position(|&place| place == rule);
            followed.and_then(|index| state.rules.get(index)).is_some_and(|&rule_state| {
                rule_state == MATCHED
                    || self.lgr.search_of(rule).is_some_and(|search| search.is_hit_at_end(rule_state))
            })
        };
        let mut actions: Vec<usize> = state
            .threads
            .iter()
            .filter(ends)
            .map(|thread| self.lgr.actions.decide(thread.used, matches))
            .collect();
        actions.sort_unstable();
        actions.dedup();
        Some(Outcome { actions, is_original: state.same && usize::from(state.length) == count })
    }

    /// Adds the places that are reached by steps that put nothing into the label.
    fn skip_empty(&self, threads: &mut Vec<Thread>) {
        let mut index = 0;
        while let Some(&thread) = threads.get(index) {
            index += 1;
            if thread.edge != NONE {
                continue;
            }
            for (_, edge) in self.lattice.from(usize::from(thread.offset)) {
                if self.lgr.output(edge, self.label).is_empty() {
                    let used = thread.used.and(edge.types, edge.mapped);
                    let skipped = Thread { edge: NONE, offset: edge.to, used };
                    if !threads.contains(&skipped) {
                        threads.push(skipped);
                    }
                }
            }
        }
        threads.sort_unstable();
        threads.dedup();
    }
}

/// On the edge, or at its end if all of it is out.
fn place_on(to: u8, edge: u32, out: usize, len: usize, used: Derivation) -> Thread {
    if out >= len {
        Thread { edge: NONE, offset: to, used }
    } else {
        Thread { edge, offset: out as u8, used }
    }
}
