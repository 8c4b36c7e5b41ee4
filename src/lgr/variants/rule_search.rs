//! The search of a rule, followed through the variants of a label.

use alloc::sync::Arc;

use arrayvec::ArrayVec;

use super::lattice::Lattice;
use crate::lgr::compile::CompiledLgr;
use crate::lgr::compile::limits::MAX_LETTERS;
use crate::lgr::compile::machine::{DEAD, Machine};
use crate::lgr::compile::repertoire::{CompiledContext, CompiledEntry};
use crate::lgr::compile::rule::CompiledRule;
use crate::lgr::evaluate::lookup::LabelLookup;

/// The state of a rule that has matched.
pub(super) const MATCHED: u16 = u16::MAX;
/// The state of a rule that no action will ask any more.
pub(super) const RETIRED: u16 = u16::MAX - 1;

/// A rule with the automaton that searches for it anywhere in a label.
#[derive(Clone, Copy)]
pub(super) struct RuleSearch<'a> {
    pub(super) rule: &'a CompiledRule,
    pub(super) machine: &'a Machine,
}

impl<'a> RuleSearch<'a> {
    /// The search of a rule; `None` for a rule whose alternatives all have an anchor.
    pub(super) fn new(rule: &'a CompiledRule) -> Option<Self> {
        Some(Self { rule, machine: rule.machines().search.as_ref()? })
    }

    fn state(self, reached: u16) -> u16 {
        if self.machine.is_hit(reached) { MATCHED } else { reached }
    }

    /// The state before the first code point.
    pub(super) fn start(self) -> u16 {
        self.state(self.machine.start())
    }

    /// The state after one more code point, of this class.
    pub(super) fn step(self, state: u16, class: u16) -> u16 {
        match state {
            MATCHED | RETIRED | DEAD => state,
            state => self.state(self.machine.step(state, self.rule.letter(class))),
        }
    }

    /// True if the rule matches a label that ends in this state.
    pub(super) fn matches_at_end(self, state: u16) -> bool {
        state == MATCHED || (state != RETIRED && self.machine.is_hit_at_end(state))
    }
}

type Letters = ArrayVec<u8, MAX_LETTERS>;

/// A rule of actions that some variant of a label could match.
#[derive(Clone, Copy)]
pub(super) struct LiveRule<'a> {
    /// Its place among the rules of actions.
    pub(super) place: usize,
    pub(super) search: RuleSearch<'a>,
}

impl CompiledLgr {
    /// The rules of actions that some variant label could match.
    pub(super) fn live_rules(
        &self,
        label: &LabelLookup,
        lattice: &Lattice,
    ) -> impl Iterator<Item = LiveRule<'_>> {
        self.actions.rules.iter().enumerate().filter_map(move |(place, rule)| {
            if !rule.may_match(lattice.class_bits) {
                return None;
            }
            let search = RuleSearch::new(rule)?;
            let letters = self.letters_in(rule, label, lattice);
            search.machine.can_match(&letters).then_some(LiveRule { place, search })
        })
    }

    /// What a rule sees in the code points of all variant labels together.
    fn letters_in(&self, rule: &CompiledRule, label: &LabelLookup, lattice: &Lattice) -> Letters {
        let mut letters = Letters::new();
        let mut insert = |class: u16| {
            let letter = rule.letter(class);
            if !letters.contains(&letter) {
                // A rule has no more letters than that.
                let _ = letters.try_push(letter);
            }
        };
        if self.class_count <= 128 {
            // Each class has a bit of its own.
            let mut rest = lattice.class_bits;
            while rest != 0 {
                insert(rest.trailing_zeros() as u16);
                rest &= rest - 1;
            }
        } else {
            let variants = lattice.edges.iter().filter_map(|edge| self.variant_of(edge));
            let classes = variants.flat_map(|variant| self.table.target_classes(variant));
            label.classes.iter().chain(classes).copied().for_each(&mut insert);
        }
        letters
    }

    /// True if every variant label passes RFC 7940 section 8.1, as far as is seen without making any: each of its code
    /// points is an entry by itself, in any context that can occur among them. Most `not-when` rules ask for code
    /// points that labels of another script do not have.
    pub(super) fn every_variant_passes(&self, label: &LabelLookup, lattice: &Lattice) -> bool {
        let mut known: ArrayVec<(*const CompiledContext, bool), 8> = ArrayVec::new();
        let mut is_met_always = |context: &Arc<CompiledContext>| {
            let address = Arc::as_ptr(context);
            if let Some(&(_, answer)) = known.iter().find(|(known, _)| *known == address) {
                return answer;
            }
            let CompiledContext { rule, must_hold, .. } = &**context;
            // More contexts than a few are left to the walk: each takes a look at all edges.
            let is_one_of_few = known.len() < known.capacity();
            let answer =
                is_one_of_few && !must_hold && !rule.can_hold(&self.letters_in(rule, label, lattice));
            let _ = known.try_push((address, answer));
            answer
        };
        let mut passes = |c: char| {
            let slot = self.table.slot(c);
            let context = |entry: &CompiledEntry| entry.context.as_ref().is_none_or(&mut is_met_always);
            slot.is_plain || self.table.entry(slot.entry).is_some_and(context)
        };
        lattice.edges.iter().all(|edge| self.output(edge, label).iter().all(|&c| passes(c)))
    }
}
