//! The variant labels of a label, found one by one.

use alloc::vec::Vec;
use core::cell::Cell;
use std::collections::HashMap;

use super::count::VariantCounts;
use super::lattice::{Lattice, Wanted};
use super::scratch::Scratch;
use super::tally::VariantCount;
use super::variant_label::VariantLabel;
use super::walk::{Outcome, State, Steps, Walk};
use crate::lgr::Identifier;
use crate::lgr::compile::CompiledLgr;
use crate::lgr::compile::limits::{BoundExceeded, MAX_EDGES, MAX_WALK_STATES, MAX_WALK_STEPS, Work};
use crate::lgr::evaluate::lookup::LabelLookup;

/// All variants of a label, not as a list but as a graph on which they are counted and found.
///
/// ```
/// use ulabel::lgr::{CharEntry, CompiledLgr, Entry, Lgr, Variant};
///
/// // U+0061 LATIN SMALL LETTER A and U+0430 CYRILLIC SMALL LETTER A
/// let mut lgr = Lgr::default();
/// for (own, other) in [('a', 'а'), ('а', 'a')] {
///     let variants = vec![Variant::new(other, Some("blocked".into()))];
///     lgr.data.push(Entry::Char(CharEntry { variants, ..CharEntry::new(own) }));
/// }
/// let lgr = CompiledLgr::new(&lgr).unwrap();
/// let variants = lgr.variants(&"a".repeat(40)).unwrap();
/// assert_eq!(variants.counts().total().to_u128(), Some((1 << 40) - 1));
/// assert_eq!(variants.iter().take(3).count(), 3);
/// ```
#[derive(Clone, Debug, Default)]
pub struct VariantLabelSet {
    /// In the order of their lengths, so that steps lead to later nodes only.
    nodes: Vec<VariantNode>,
    /// The disposition of each action, and whether it is `invalid`.
    actions: Vec<(Identifier, bool)>,
}

#[derive(Clone, Debug, Default)]
struct VariantNode {
    /// The next code points, ascending, and where they lead.
    steps: Vec<(char, u32)>,
    outcome: Option<Outcome>,
}

impl CompiledLgr {
    /// The variants of a label; none for a label that is not eligible.
    ///
    /// The label itself is not among them, nor are labels whose disposition is `invalid`.
    ///
    /// # Errors
    ///
    /// If the ruleset is made so that its variants cannot be found within the bounds of memory.
    pub fn variants(&self, label: &str) -> Result<VariantLabelSet, BoundExceeded> {
        let mut work = Work::new(usize::MAX);
        Ok(self.variants_within(label, &mut Scratch::new(), &mut work)?.unwrap_or_default())
    }

    /// The variants of a label, none if it is not eligible. The work is taken from `work`.
    pub(in crate::lgr) fn variants_within(
        &self,
        label: &str,
        scratch: &mut Scratch,
        work: &mut Work,
    ) -> Result<Option<VariantLabelSet>, BoundExceeded> {
        work.spend(1)?;
        if !scratch.label.look_up(self, label.chars()) || !self.judge_lookup(&scratch.label).is_eligible {
            return Ok(None);
        }
        let max_edges = work.left().min(MAX_EDGES);
        self.fill_lattice_within(&scratch.label, &mut scratch.lattice, max_edges, Wanted::ALL)?;
        work.spend(scratch.lattice.edges.len())?;
        let steps = work.left().min(MAX_WALK_STEPS);
        let walk = Walk::with_steps(steps, self, &scratch.label, &scratch.lattice);
        let set = walk.explore();
        work.spend(steps - walk.steps_left())?;
        set.map(Some)
    }

    /// Explores the walk of an eligible label.
    pub(in crate::lgr) fn walk(
        &self,
        label: &LabelLookup,
        lattice: &Lattice,
    ) -> Result<VariantLabelSet, BoundExceeded> {
        Walk::new(self, label, lattice).explore()
    }
}

impl Walk<'_> {
    /// All states, as a graph.
    fn explore(&self) -> Result<VariantLabelSet, BoundExceeded> {
        let start = self.start();
        let mut nodes: Vec<VariantNode> = alloc::vec![VariantNode::default()];
        // States of one length come one after the other, so a list of open ones is a list of nodes.
        let mut open: Vec<(u32, State)> = alloc::vec![(0, start)];
        let mut next = StatesOfLength::default();
        let mut steps = Steps::default();
        let mut targets: Vec<u32> = Vec::new();
        while !open.is_empty() {
            for (number, state) in open.drain(..) {
                self.steps(&state, &mut steps)?;
                targets.clear();
                targets.extend(steps.states.drain(..).map(|state| {
                    next.find(&state).unwrap_or_else(|| {
                        let new = nodes.len() as u32;
                        nodes.push(VariantNode { steps: Vec::new(), outcome: self.outcome(&state) });
                        next.add(new, state);
                        new
                    })
                }));
                let mut followed = Vec::with_capacity(steps.code_points.len());
                for &(c, kind) in &steps.code_points {
                    let targets = targets.get(steps.states_of(kind)).unwrap_or_default();
                    followed.extend(targets.iter().map(|&target| (c, target)));
                }
                if nodes.len() > MAX_WALK_STATES {
                    return Err(BoundExceeded);
                }
                if let Some(node) = nodes.get_mut(number as usize) {
                    node.steps = followed;
                }
            }
            next.by_state.clear();
            core::mem::swap(&mut open, &mut next.numbered);
        }
        let actions = self
            .lgr
            .actions
            .list
            .iter()
            .map(|action| (action.disposition.clone(), action.is_invalid))
            .collect();
        Ok(VariantLabelSet { nodes, actions })
    }
}

/// The states after the same number of code points, each with the number of its node.
#[derive(Default)]
struct StatesOfLength {
    numbered: Vec<(u32, State)>,
    /// Their numbers, once there are more than a few: to compare few states is faster than to hash one.
    by_state: HashMap<State, u32>,
}

impl StatesOfLength {
    const FEW: usize = 8;

    fn find(&self, state: &State) -> Option<u32> {
        if self.by_state.is_empty() {
            let found = self.numbered.iter().find(|(_, known)| known == state);
            return found.map(|&(number, _)| number);
        }
        self.by_state.get(state).copied()
    }

    fn add(&mut self, number: u32, state: State) {
        self.numbered.push((number, state));
        if self.numbered.len() > Self::FEW {
            let new = self.by_state.len();
            let new = self.numbered.iter().skip(new).map(|(number, state)| (state.clone(), *number));
            self.by_state.extend(new);
        }
    }
}

impl VariantLabelSet {
    /// The number of variants, by disposition.
    #[must_use]
    pub fn counts(&self) -> VariantCounts {
        // For each node, the number of ways to it.
        let ways = alloc::vec![Cell::new(VariantCount::ZERO); self.nodes.len()];
        ways.iter().take(1).for_each(|start| start.set(VariantCount::from(1)));
        let mut totals: Vec<VariantCount> = alloc::vec![VariantCount::ZERO; self.actions.len()];
        let mut counts = VariantCounts::default();
        for (node, here) in self.nodes.iter().zip(&ways) {
            let here = here.get();
            for &(_, target) in &node.steps {
                let sum = ways.get(target as usize);
                debug_assert!(sum.is_some(), "steps lead to nodes that exist");
                sum.into_iter().for_each(|sum| sum.set(sum.get().plus(here)));
            }
            let Some(outcome) = &node.outcome else { continue };
            if outcome.is_duplicate {
                counts.add_duplicates(here, !outcome.conflicts.is_empty());
            }
            let total = totals.get_mut(outcome.action);
            debug_assert!(total.is_some(), "outcomes refer to actions that exist");
            if let Some(total) = total.filter(|_| !outcome.is_original) {
                *total = total.plus(here);
            }
        }
        for ((disposition, is_invalid), count) in self.actions.iter().zip(totals) {
            if !is_invalid {
                counts.add(disposition, count);
            }
        }
        if !counts.duplicates().is_zero() {
            counts.set_duplicate(self.conflicting().next().or_else(|| self.duplicates().next()));
        }
        counts
    }

    /// All variants, found as the iterator goes; their number may be beyond any list.
    ///
    /// They come in the order of their code points, except that where a context rule looks ahead,
    /// labels that meet it and labels that do not come one after the other.
    #[must_use]
    pub fn iter(&self) -> VariantLabels<'_> {
        self.variants_with(|_| true)
    }

    /// The variants with one disposition. The way to each is as short as if there were no others.
    #[must_use]
    pub fn with_disposition(&self, disposition: &str) -> VariantLabels<'_> {
        self.variants_with(|name| name == disposition)
    }

    /// The labels that have several derivations (RFC 7940 section 8.4), the label itself and `invalid` ones
    /// included.
    #[must_use]
    pub fn duplicates(&self) -> VariantLabels<'_> {
        self.select(|outcome, _| outcome.is_duplicate)
    }

    /// Those of them to which derivations give different dispositions.
    #[must_use]
    pub fn conflicting(&self) -> VariantLabels<'_> {
        self.select(|outcome, _| !outcome.conflicts.is_empty())
    }

    /// The variants, as far as their dispositions are wanted.
    fn variants_with(&self, wanted: impl Fn(&str) -> bool) -> VariantLabels<'_> {
        self.select(|outcome, (disposition, is_invalid)| {
            !outcome.is_original && !is_invalid && wanted(disposition)
        })
    }

    /// The labels that are wanted by their outcomes and the dispositions of their actions.
    fn select(&self, wanted: impl Fn(&Outcome, &(Identifier, bool)) -> bool) -> VariantLabels<'_> {
        let is_wanted = |node: &VariantNode| {
            node.outcome.as_ref().is_some_and(|outcome| {
                self.actions.get(outcome.action).is_some_and(|action| wanted(outcome, action))
            })
        };
        let ends: Vec<bool> = self.nodes.iter().map(is_wanted).collect();
        // From the end: steps lead to later nodes.
        let leads: Vec<Cell<bool>> = ends.iter().copied().map(Cell::new).collect();
        for (node, here) in self.nodes.iter().zip(&leads).rev() {
            let mut targets = node.steps.iter().filter_map(|&(_, next)| leads.get(next as usize));
            here.set(here.get() || targets.any(Cell::get));
        }
        let leads: Vec<bool> = leads.into_iter().map(Cell::into_inner).collect();
        let path = if leads.first() == Some(&true) { alloc::vec![(0, 0)] } else { Vec::new() };
        VariantLabels { set: self, ends, leads, path, label: Vec::new() }
    }

    fn variant(&self, label: &[char], outcome: &Outcome) -> Option<VariantLabel> {
        let Outcome { action, is_duplicate, ref conflicts, .. } = *outcome;
        let (disposition, _) = self.actions.get(action)?.clone();
        Some(VariantLabel {
            label: label.iter().collect(),
            disposition,
            action,
            is_duplicate,
            conflicts: conflicts.clone(),
        })
    }
}

impl<'a> IntoIterator for &'a VariantLabelSet {
    type Item = VariantLabel;
    type IntoIter = VariantLabels<'a>;

    fn into_iter(self) -> VariantLabels<'a> {
        self.iter()
    }
}

/// An iterator over variant labels, which finds them one by one.
#[derive(Clone, Debug)]
pub struct VariantLabels<'a> {
    set: &'a VariantLabelSet,
    ends: Vec<bool>,
    leads: Vec<bool>,
    /// The nodes on the way, each with the number of the step to take next, one more than it; 0 before
    /// the node's own label was given.
    path: Vec<(u32, usize)>,
    label: Vec<char>,
}

impl Iterator for VariantLabels<'_> {
    type Item = VariantLabel;

    fn next(&mut self) -> Option<VariantLabel> {
        while let Some((number, turn)) = self.path.last_mut() {
            let (at, this_turn) = (*number as usize, *turn);
            *turn += 1;
            let node = self.set.nodes.get(at)?;
            let Some(step) = this_turn.checked_sub(1) else {
                if self.ends.get(at) == Some(&true)
                    && let Some(outcome) = &node.outcome
                {
                    return self.set.variant(&self.label, outcome);
                }
                continue;
            };
            match node.steps.get(step) {
                Some(&(c, next)) if self.leads.get(next as usize) == Some(&true) => {
                    self.label.push(c);
                    self.path.push((next, 0));
                }
                Some(_) => {}
                None => {
                    self.path.pop();
                    self.label.pop();
                }
            }
        }
        None
    }
}
