//! The variant labels of a label, listed as far as one wants.

use alloc::string::String;
use alloc::vec::Vec;
use std::collections::HashMap;

use super::count::VariantCounts;
use super::lattice::Lattice;
use super::scratch::Scratch;
use super::tally::{Tally, VariantCount};
use super::walk::{Outcome, State, Steps, Walk};
use crate::lgr::Identifier;
use crate::lgr::compile::CompiledLgr;
use crate::lgr::compile::limits::{BoundExceeded, MAX_WALK_STATES};
use crate::lgr::evaluate::lookup::LabelLookup;

/// A variant label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VariantLabel {
    /// The label.
    pub label: String,
    /// Its disposition.
    pub disposition: Identifier,
    /// The action that gave it, as in [`Evaluation::action`](crate::lgr::Evaluation::action).
    pub action: usize,
    /// Further actions by which other derivations give the label other dispositions: an error of the
    /// ruleset by RFC 7940 section 8.4. The first action by number decides.
    pub conflicts: Vec<usize>,
}

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
    nodes: Vec<Node>,
    /// The disposition of each action, and whether it is `invalid`.
    actions: Vec<(Identifier, bool)>,
}

#[derive(Clone, Debug, Default)]
struct Node {
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
    /// If the ruleset is made so that its variants cannot be told within the bounds of memory.
    pub fn variants(&self, label: &str) -> Result<VariantLabelSet, BoundExceeded> {
        let mut scratch = Scratch::new();
        if !scratch.label.look_up(self, label.chars()) || !self.judge_lookup(&scratch.label).is_eligible {
            return Ok(VariantLabelSet::default());
        }
        self.fill_lattice(&scratch.label, &mut scratch.lattice);
        self.walk(&scratch.label, &scratch.lattice)
    }

    /// Explores the walk of an eligible label.
    pub(in crate::lgr) fn walk(
        &self,
        label: &LabelLookup,
        lattice: &Lattice,
    ) -> Result<VariantLabelSet, BoundExceeded> {
        let walk = Walk::new(self, label, lattice);
        let start = walk.start();
        let mut nodes: Vec<Node> = alloc::vec![Node::default()];
        let mut known: HashMap<State, u32> = HashMap::new();
        // States of one length come one after the other, so a list of open ones is a list of nodes.
        let mut open: Vec<(u32, State)> = alloc::vec![(0, start)];
        let mut next_open: Vec<(u32, State)> = Vec::new();
        while !open.is_empty() {
            known.clear();
            for (number, state) in open.drain(..) {
                let Steps { code_points, states } = walk.steps(&state)?;
                let mut targets: Vec<Vec<u32>> = Vec::with_capacity(states.len());
                for states in states {
                    let numbers = states.into_iter().map(|next| {
                        let new = nodes.len() as u32;
                        *known.entry(next).or_insert_with_key(|next| {
                            nodes.push(Node { steps: Vec::new(), outcome: walk.outcome(next) });
                            next_open.push((new, next.clone()));
                            new
                        })
                    });
                    targets.push(numbers.collect());
                }
                let mut steps = Vec::with_capacity(code_points.len());
                for (c, number) in code_points {
                    let targets = targets.get(number).map_or(&[][..], Vec::as_slice);
                    steps.extend(targets.iter().map(|&target| (c, target)));
                }
                if nodes.len() > MAX_WALK_STATES {
                    return Err(BoundExceeded);
                }
                if let Some(node) = nodes.get_mut(number as usize) {
                    node.steps = steps;
                }
            }
            core::mem::swap(&mut open, &mut next_open);
        }
        let actions =
            self.actions.list.iter().map(|action| (action.disposition.clone(), action.is_invalid)).collect();
        Ok(VariantLabelSet { nodes, actions })
    }
}

impl VariantLabelSet {
    /// How many there are, by disposition.
    #[must_use]
    pub fn counts(&self) -> VariantCounts {
        let mut ways = alloc::vec![VariantCount::ZERO; self.nodes.len()];
        if let Some(first) = ways.first_mut() {
            *first = <VariantCount as Tally>::ONE;
        }
        let mut totals: Vec<VariantCount> = alloc::vec![VariantCount::ZERO; self.actions.len()];
        let mut counts = VariantCounts::default();
        for (number, node) in self.nodes.iter().enumerate() {
            let here = ways.get(number).copied().unwrap_or_default();
            for &(_, target) in &node.steps {
                if let Some(sum) = ways.get_mut(target as usize) {
                    *sum = sum.plus(here);
                }
            }
            let Some(outcome) = &node.outcome else { continue };
            if self.is_conflict(outcome) {
                counts.add_conflicts(here);
            }
            if !outcome.is_original
                && let Some(total) = outcome.actions.first().and_then(|&action| totals.get_mut(action))
            {
                *total = total.plus(here);
            }
        }
        for ((disposition, is_invalid), count) in self.actions.iter().zip(totals) {
            if !is_invalid {
                counts.add(disposition, count);
            }
        }
        counts
    }

    /// All variants, found as the iterator goes; their number may be beyond any list.
    ///
    /// They come in the order of their code points, except that where a context rule looks ahead,
    /// labels that meet it and labels that do not come one after the other.
    #[must_use]
    pub fn iter(&self) -> VariantLabels<'_> {
        self.select(|_| true, false)
    }

    /// The variants with one disposition. The way to each is as short as if there were no others.
    #[must_use]
    pub fn with_disposition(&self, disposition: &str) -> VariantLabels<'_> {
        self.select(|name| name == disposition, false)
    }

    /// The variants that several derivations give different dispositions (RFC 7940 section 8.4), the
    /// label itself and `invalid` ones included.
    #[must_use]
    pub fn conflicting(&self) -> VariantLabels<'_> {
        self.select(|_| true, true)
    }

    fn is_conflict(&self, outcome: &Outcome) -> bool {
        let mut dispositions =
            outcome.actions.iter().filter_map(|&action| self.actions.get(action)).map(|action| &action.0);
        let first = dispositions.next();
        dispositions.any(|disposition| Some(disposition) != first)
    }

    fn select(&self, disposition: impl Fn(&str) -> bool, conflicts_only: bool) -> VariantLabels<'_> {
        let wanted = |node: &Node| {
            node.outcome.as_ref().is_some_and(|outcome| {
                if conflicts_only {
                    return self.is_conflict(outcome);
                }
                let action = outcome.actions.first().and_then(|&action| self.actions.get(action));
                !outcome.is_original
                    && action.is_some_and(|(name, is_invalid)| !is_invalid && disposition(name))
            })
        };
        let ends: Vec<bool> = self.nodes.iter().map(wanted).collect();
        // From the end: steps lead to later nodes.
        let mut leads = ends.clone();
        for (number, node) in self.nodes.iter().enumerate().rev() {
            let any = node.steps.iter().any(|&(_, next)| leads.get(next as usize).copied().unwrap_or(false));
            if any && let Some(place) = leads.get_mut(number) {
                *place = true;
            }
        }
        let path = if leads.first().copied().unwrap_or(false) { alloc::vec![(0, 0)] } else { Vec::new() };
        VariantLabels { set: self, ends, leads, path, label: Vec::new() }
    }

    fn variant(&self, label: &[char], outcome: &Outcome) -> Option<VariantLabel> {
        let (&action, others) = outcome.actions.split_first()?;
        let disposition = self.actions.get(action)?.0.clone();
        let conflicts = others
            .iter()
            .copied()
            .filter(|&other| self.actions.get(other).is_some_and(|other| other.0 != disposition))
            .collect();
        Some(VariantLabel { label: label.iter().collect(), disposition, action, conflicts })
    }
}

impl<'a> IntoIterator for &'a VariantLabelSet {
    type Item = VariantLabel;
    type IntoIter = VariantLabels<'a>;

    fn into_iter(self) -> VariantLabels<'a> {
        self.iter()
    }
}

/// VariantLabels, found one by one.
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
                if self.ends.get(at).copied().unwrap_or(false)
                    && let Some(outcome) = &node.outcome
                {
                    return self.set.variant(&self.label, outcome);
                }
                continue;
            };
            match node.steps.get(step) {
                Some(&(c, next)) if self.leads.get(next as usize).copied().unwrap_or(false) => {
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
