//! The test of RFC 7940 section 8.1, carried out on all variant labels at once.
//!
//! A variant label is only in the set if its own code points are in the repertoire and in context
//! (section 8.3, step 1). The test goes from left to right, the longest entry first, as in
//! [`CompiledLgr::scan`](super::CompiledLgr). The code points before an entry are known when it is reached: a
//! forward automaton for each look-behind tells if a match ends here. The code points after it are not: where
//! the outcome depends on them, both outcomes are pursued, each with a requirement on the code points to come.
//! For any one label exactly one outcome is true, so that no label is accepted twice.

use alloc::vec::Vec;
use core::ptr;

use super::lattice::Lattice;
use super::rule_search::{MATCHED, RuleSearch};
use crate::lgr::compile::CompiledLgr;
use crate::lgr::compile::machine::{DEAD, Machine};
use crate::lgr::compile::repertoire::CompiledEntry;
use crate::lgr::compile::requirement::{self, LookAhead, Requirement, Settled};
use crate::lgr::compile::rule::{CompiledRule, ContextMachines};
use crate::lgr::evaluate::lookup::LabelLookup;

/// The automata that the test needs for one label and its variants.
pub(super) struct EligibilityTest<'a> {
    lgr: &'a CompiledLgr,
    /// The alternatives with an anchor.
    alternatives: Vec<Alternative<'a>>,
    /// The rules that are searched for in the whole label.
    searches: Vec<RuleSearch<'a>>,
}

/// An alternative of a rule around its anchor.
struct Alternative<'a> {
    rule: &'a CompiledRule,
    machines: &'a ContextMachines,
}

/// The progress of the test.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct TestState {
    /// Code points for which no entry was found yet.
    pending: Vec<char>,
    /// For each alternative, the state of its look-behind before the first of them.
    behinds: Vec<u16>,
    /// For each search, its state after the last code point, and the assumption about its result.
    searches: Vec<(u16, Option<bool>)>,
    requirements: Vec<Requirement>,
}

impl TestState {
    /// True if entries are still looked for that begin before the next code point.
    pub(super) fn is_pending(&self) -> bool {
        !self.pending.is_empty()
    }

    /// The work of one more code point.
    pub(super) fn weight(&self) -> usize {
        self.behinds.len() + self.searches.len() + 4 * self.requirements.len() + 8
    }

    /// True if a rule has matched that was assumed not to match.
    fn contradicts_assumption(&self) -> bool {
        self.searches.contains(&(MATCHED, Some(false)))
    }
}

impl<'a> EligibilityTest<'a> {
    pub(super) fn new(lgr: &'a CompiledLgr, label: &LabelLookup, lattice: &Lattice) -> Self {
        let mut rules: Vec<&'a CompiledRule> = Vec::new();
        let mut add = |entry: Option<&'a CompiledEntry>| {
            if let Some(context) = entry.and_then(|entry| entry.context.as_deref())
                && !rules.iter().any(|known| ptr::eq(*known, &*context.rule))
            {
                rules.push(&context.rule);
            }
        };
        let variants = lattice.edges.iter().filter_map(|edge| lgr.variant_of(edge));
        let targets = variants.flat_map(|variant| lgr.table.target(variant));
        for &c in label.points.iter().chain(targets) {
            let slot = lgr.table.slot(c);
            add(lgr.table.entry(slot.entry));
            let mut open = Vec::from_iter(lgr.table.sequences(slot));
            while let Some(node) = open.pop() {
                add(node.entry.and_then(|entry| lgr.table.entry(entry)));
                open.extend(node.children.values());
            }
        }
        let alternatives = rules.iter().flat_map(|&rule| {
            rule.machines().contexts.iter().map(move |machines| Alternative { rule, machines })
        });
        let searches = rules.iter().filter_map(|&rule| RuleSearch::new(rule));
        Self { lgr, alternatives: alternatives.collect(), searches: searches.collect() }
    }

    /// False if one of the automata has no states to follow.
    pub(super) fn can_follow(&self) -> bool {
        let machines = self.alternatives.iter().flat_map(|alternative| {
            let ContextMachines { trail, ahead, .. } = alternative.machines;
            trail.iter().chain(ahead)
        });
        let searches = self.searches.iter().map(|search| search.machine);
        !machines.chain(searches).any(Machine::is_simulated)
    }

    /// Before the first code point.
    pub(super) fn start(&self) -> TestState {
        let behind = |alternative: &Alternative<'_>| alternative.machines.trail.as_ref().map(Machine::start);
        TestState {
            pending: Vec::new(),
            behinds: self
                .alternatives
                .iter()
                .map(|alternative| behind(alternative).unwrap_or(DEAD))
                .collect(),
            searches: self.searches.iter().map(|search| (search.start(), None)).collect(),
            requirements: Vec::new(),
        }
    }

    /// After one more code point: one state for each outcome that the code points to come may prove true.
    pub(super) fn step(&self, state: &TestState, c: char) -> Vec<TestState> {
        let class = self.lgr.table.slot(c).class;
        let mut state = state.clone();
        for ((reached, _), search) in state.searches.iter_mut().zip(&self.searches) {
            *reached = search.step(*reached, class);
        }
        if !self.advance(&mut state.requirements, class) || state.contradicts_assumption() {
            return Vec::new();
        }
        state.pending.push(c);
        self.resolve(state, false)
    }

    /// True if the label may end here.
    pub(super) fn accepts(&self, state: &TestState) -> bool {
        let ends = |ahead: &LookAhead| {
            self.look_ahead(*ahead).is_some_and(|(_, machine)| machine.is_hit_at_end(ahead.state))
        };
        self.resolve(state.clone(), true).iter().any(|state| {
            let are_met = state.requirements.iter().all(|requirement| requirement.is_met_at_end(ends));
            let mut searches = state.searches.iter().zip(&self.searches);
            are_met
                && searches.all(|(&(reached, assumed), search)| {
                    assumed.is_none_or(|assumed| assumed == search.matches_at_end(reached))
                })
        })
    }

    /// Finds entries for pending code points as far as that does not depend on more of them.
    fn resolve(&self, state: TestState, at_end: bool) -> Vec<TestState> {
        let mut done = Vec::new();
        let mut open = alloc::vec![state];
        while let Some(mut state) = open.pop() {
            match self.candidates(&state.pending, at_end) {
                None => {
                    state.requirements.sort_unstable();
                    state.requirements.dedup();
                    done.push(state);
                }
                // Longest last, so that it is taken first.
                Some(candidates) => self.try_each(state, candidates, &mut open),
            }
        }
        done
    }

    /// The entries that begin the pending code points, shortest first; `None` if there are no pending code
    /// points, or if more of them could make a longer entry.
    fn candidates(&self, pending: &[char], at_end: bool) -> Option<Vec<(usize, &'a CompiledEntry)>> {
        let (&first, rest) = pending.split_first()?;
        let table = &self.lgr.table;
        let slot = table.slot(first);
        let mut found = Vec::from_iter(table.entry(slot.entry).map(|entry| (1, entry)));
        let mut node = table.sequences(slot);
        for (len, c) in (2..).zip(rest) {
            node = node.and_then(|node| node.children.get(c));
            let Some(node) = node else { return Some(found) };
            found.extend(node.entry.and_then(|entry| table.entry(entry)).map(|entry| (len, entry)));
        }
        let could_go_on = node.is_some_and(|node| !node.children.is_empty());
        (at_end || !could_go_on).then_some(found)
    }

    /// Takes the longest candidate whose context is given; pursues both outcomes where that is open.
    fn try_each(
        &self,
        mut state: TestState,
        mut candidates: Vec<(usize, &CompiledEntry)>,
        open: &mut Vec<TestState>,
    ) {
        while let Some((len, entry)) = candidates.pop() {
            let Some(context) = &entry.context else {
                self.consume(&mut state, len);
                open.push(state);
                return;
            };
            let (mut given, mut not_given) = self.ask(&state, &context.rule, len);
            if !context.must_hold {
                core::mem::swap(&mut given, &mut not_given);
            }
            for mut state in given {
                self.consume(&mut state, len);
                open.push(state);
            }
            let mut rest = not_given.into_iter();
            let Some(next) = rest.next() else { return };
            for other in rest {
                self.try_each(other, candidates.clone(), open);
            }
            state = next;
        }
    }

    /// The ways in which a rule is met around the first `len` pending code points, and those in which
    /// it is not.
    fn ask(&self, state: &TestState, rule: &CompiledRule, len: usize) -> (Vec<TestState>, Vec<TestState>) {
        let (mut met, mut unmet) = (Vec::new(), Vec::new());
        let mut ways = alloc::vec![state.clone()];
        let search = self.searches.iter().position(|search| ptr::eq(search.rule, rule));
        // The result of a search is settled once for the whole label.
        match search.and_then(|search| state.searches.get(search)) {
            Some((MATCHED, _) | (_, Some(true))) => return (ways, unmet),
            Some((_, Some(false))) | None => {}
            Some((_, None)) => {
                let assuming = |result: bool| {
                    let mut state = state.clone();
                    if let Some(place) = search.and_then(|search| state.searches.get_mut(search)) {
                        place.1 = Some(result);
                    }
                    alloc::vec![state]
                };
                (ways, met) = (assuming(false), assuming(true));
            }
        }
        // The look-aheads that would do, given the code points before.
        let after = state.pending.get(len..).unwrap_or_default();
        let mut wanted = Vec::new();
        for (number, (alternative, &behind)) in self.alternatives.iter().zip(&state.behinds).enumerate() {
            let ContextMachines { trail, ahead, .. } = alternative.machines;
            if !ptr::eq(alternative.rule, rule) || trail.as_ref().is_some_and(|trail| !trail.is_hit(behind)) {
                continue;
            }
            let Some(ahead) = ahead else {
                met.append(&mut ways);
                return (met, unmet);
            };
            wanted.push(LookAhead { alternative: number, state: ahead.start() });
        }
        for way in ways {
            let mut meeting = way.clone();
            if self.require(&mut meeting, Requirement::AnyOf(wanted.clone()), after) {
                met.push(meeting);
            }
            let mut denying = way;
            if wanted.iter().all(|&ahead| self.require(&mut denying, Requirement::Not(ahead), after)) {
                unmet.push(denying);
            }
        }
        (met, unmet)
    }

    /// Goes past the first `len` pending code points.
    fn consume(&self, state: &mut TestState, len: usize) {
        for c in state.pending.drain(..len.min(state.pending.len())) {
            let class = self.lgr.table.slot(c).class;
            for (behind, Alternative { rule, machines }) in state.behinds.iter_mut().zip(&self.alternatives) {
                if let Some(trail) = &machines.trail {
                    *behind = trail.step(*behind, rule.letter(class));
                }
            }
        }
    }

    /// Adds a requirement on the code points to come, some of which are already there; false if it is broken
    /// at once.
    fn require(&self, state: &mut TestState, requirement: Requirement, after: &[char]) -> bool {
        let mut requirements = match requirement.settle(|ahead| self.is_hit(ahead)) {
            Settled::Met => return true,
            Settled::Broken => return false,
            Settled::Open(requirement) => alloc::vec![requirement],
        };
        let kept = after.iter().all(|&c| self.advance(&mut requirements, self.lgr.table.slot(c).class));
        state.requirements.append(&mut requirements);
        kept
    }

    /// Takes one more code point, of this class, into account; false if a requirement is broken. Requirements
    /// that are met are dropped.
    fn advance(&self, requirements: &mut Vec<Requirement>, class: u16) -> bool {
        let step = |ahead: LookAhead| {
            let (rule, machine) = self.look_ahead(ahead)?;
            Some(LookAhead { state: machine.step(ahead.state, rule.letter(class)), ..ahead })
        };
        requirement::advance(requirements, step, |ahead| self.is_hit(ahead))
    }

    fn is_hit(&self, ahead: &LookAhead) -> bool {
        self.look_ahead(*ahead).is_some_and(|(_, machine)| machine.is_hit(ahead.state))
    }

    /// The rule and the automaton of a look-ahead.
    fn look_ahead(&self, ahead: LookAhead) -> Option<(&CompiledRule, &Machine)> {
        let found = self
            .alternatives
            .get(ahead.alternative)
            .and_then(|Alternative { rule, machines }| Some((*rule, machines.ahead.as_ref()?)));
        debug_assert!(found.is_some(), "a look-ahead is of an alternative that has one");
        found
    }
}
