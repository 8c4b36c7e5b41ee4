//! The relation of a label to one of its variants: the disposition and the derivations.

use alloc::vec::Vec;

use super::lattice::{Lattice, Wanted};
use super::scratch::Scratch;
use super::walk::{Advanced, Outcome, Walk};
use crate::label::Span;
use crate::lgr::compile::CompiledLgr;
use crate::lgr::compile::action::Derivation;
use crate::lgr::compile::limits::{BoundExceeded, MAX_EDGES, MAX_WALK_STEPS, Work};
use crate::lgr::compile::repertoire::{NONE, Slot};
use crate::lgr::evaluate::lookup::LabelLookup;
use crate::lgr::{CodePoints, Identifier};

/// How a label is a variant of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The disposition of the variant.
    pub disposition: Identifier,
    /// The action that gave it, as in [`Evaluation::action`](crate::lgr::Evaluation::action).
    pub action: usize,
    /// Further actions by which other derivations give other dispositions (RFC 7940 section 8.4).
    pub conflicts: Vec<usize>,
    /// The substitutions of each derivation, in label order; at most 16 derivations.
    pub derivations: Vec<Vec<Substitution>>,
}

/// Derivations of one variant that are returned. Published tables reach four.
const MAX_DERIVATIONS: usize = 16;

/// One use of a variant mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Substitution {
    /// The code points of the original label.
    pub source: Span,
    /// The code points in their place.
    pub target: CodePoints,
    /// The type of the variant.
    pub kind: Option<Identifier>,
}

/// States of one look-up; published tables need far fewer.
const MAX_STATES: usize = 10_000;

impl CompiledLgr {
    /// Tells whether `variant` is in the set of variants of `label`, and how; none if it is not, if it
    /// is the label itself, or if `label` is not eligible. A variant whose disposition is `invalid` is
    /// in no set.
    ///
    /// # Errors
    ///
    /// If the ruleset is made so that this cannot be told within the bounds of memory.
    pub fn relation(&self, label: &str, variant: &str) -> Result<Option<Relation>, BoundExceeded> {
        self.relation_with(label, variant, &mut Scratch::new())
    }

    /// As [`CompiledLgr::relation`], with memory that is used again.
    ///
    /// # Errors
    ///
    /// As for [`CompiledLgr::relation`].
    pub fn relation_with(
        &self,
        label: &str,
        variant: &str,
        scratch: &mut Scratch,
    ) -> Result<Option<Relation>, BoundExceeded> {
        if !self.can_have_variant(label, variant, &mut scratch.label) {
            return Ok(None);
        }
        self.fill_lattice_to(variant, scratch)?;
        let (looked_up, lattice) = (&scratch.label, &scratch.lattice);
        let walk = Walk::new(self, looked_up, lattice);
        let Some(outcome) = walk.outcome_of(variant)? else { return Ok(None) };
        let Outcome { action, conflicts, .. } = outcome;
        let disposition = self.disposition(Some(action)).clone();
        let target: Vec<char> = variant.chars().collect();
        let derivations = self.derivations(looked_up, lattice, &target);
        Ok(Some(Relation { disposition, action, conflicts, derivations }))
    }

    /// The disposition of `variant` as a variant of `label`, as [`CompiledLgr::relation`] has it and without the
    /// derivations.
    ///
    /// # Errors
    ///
    /// As for [`CompiledLgr::relation`].
    pub fn disposition_of_variant(
        &self,
        label: &str,
        variant: &str,
        scratch: &mut Scratch,
    ) -> Result<Option<&Identifier>, BoundExceeded> {
        if !self.can_have_variant(label, variant, &mut scratch.label) {
            return Ok(None);
        }
        let action = if self.has_one_way(&scratch.label) {
            self.action_by_one_way(variant, scratch)
        } else {
            self.fill_lattice_to(variant, scratch)?;
            let walk = Walk::new(self, &scratch.label, &scratch.lattice);
            walk.outcome_of(variant)?.map(|outcome| outcome.action)
        };
        Ok(action.map(|action| self.disposition(Some(action))))
    }

    /// True if `variant` is in the set of variants of `label`. The work is taken from `work`.
    pub(in crate::lgr) fn has_variant(
        &self,
        label: &str,
        variant: &str,
        scratch: &mut Scratch,
        work: &mut Work,
    ) -> Result<bool, BoundExceeded> {
        work.spend(1)?;
        if !self.can_have_variant(label, variant, &mut scratch.label) {
            return Ok(false);
        }
        if self.has_one_way(&scratch.label) {
            work.spend(scratch.label.points.len())?;
            return Ok(self.action_by_one_way(variant, scratch).is_some());
        }
        self.fill_lattice_to(variant, scratch)?;
        work.spend(scratch.lattice.looked_at)?;
        let steps = work.left().min(MAX_WALK_STEPS);
        let walk = Walk::with_steps(steps, self, &scratch.label, &scratch.lattice);
        let outcome = walk.outcome_of(variant);
        work.spend(steps - walk.steps_left())?;
        Ok(outcome?.is_some())
    }

    /// Looks a label up; false if it has no variants that could be this one: it is not eligible, or is the other itself.
    fn can_have_variant(&self, label: &str, variant: &str, looked_up: &mut LabelLookup) -> bool {
        label != variant && looked_up.look_up(self, label.chars()) && self.judge_lookup(looked_up).is_eligible
    }

    /// Makes the lattice of the label that was looked up, as far as it can lead to the variant.
    fn fill_lattice_to(&self, variant: &str, scratch: &mut Scratch) -> Result<(), BoundExceeded> {
        self.fill_lattice_within(&scratch.label, &mut scratch.lattice, MAX_EDGES, Wanted::of(variant))
    }

    /// True if each variant of the label comes about in one way, code point by code point, and rules can be asked about it
    /// without a walk.
    fn has_one_way(&self, label: &LabelLookup) -> bool {
        let is_alone = |(at, slot): (usize, &Slot)| {
            slot.sequences == NONE || self.matching(label, at).all(|(len, _)| len == 1)
        };
        !self.has_simulated_rules
            && label.slots.iter().enumerate().all(is_alone)
            && self.has_simple_variants(label)
    }

    /// The action that decides on a variant of a label each of which comes about in one way; none if it is no variant, or
    /// an `invalid` one.
    fn action_by_one_way(&self, variant: &str, scratch: &mut Scratch) -> Option<usize> {
        let Scratch { label, variant: looked_up, .. } = scratch;
        if !looked_up.look_up(self, variant.chars()) || looked_up.points.len() != label.points.len() {
            return None;
        }
        let mut derivation = Derivation::NOTHING;
        for (at, (&c, slot)) in looked_up.points.iter().zip(&label.slots).enumerate() {
            let entry = self.table.entry(slot.entry)?;
            let mapping =
                self.table.variants_of(entry).find(|(_, mapping)| self.table.target(mapping) == [c]);
            let given = mapping.filter(|(_, mapping)| self.variant_given(mapping, label, at, at + 1));
            derivation = match given {
                Some((_, mapping)) => derivation.and(mapping.types, true),
                None if label.points.get(at) == Some(&c) => derivation.and(0, false),
                None => return None,
            };
        }
        if !self.passes(looked_up) {
            return None;
        }
        let action = self.actions.decide(derivation, |rule| self.action_rule_matches(rule, looked_up));
        self.actions.list.get(action).filter(|action| !action.is_invalid).map(|_| action)
    }

    /// The ways through the lattice that give these code points, without those that differ only in how
    /// unchanged code points are taken together.
    fn derivations(&self, label: &LabelLookup, lattice: &Lattice, target: &[char]) -> Vec<Vec<Substitution>> {
        let (places, points) = (label.points.len(), target.len());
        // True if the end can be reached from a place of the label and a place of the target.
        let width = points + 1;
        let mut reaches = alloc::vec![false; (places + 1) * width];
        if let Some(last) = reaches.last_mut() {
            *last = true;
        }
        let follows = |edge: &super::lattice::Edge, at: usize| {
            let output = self.output(edge, label);
            target.get(at..).is_some_and(|rest| rest.starts_with(output)).then(|| at + output.len())
        };
        for place in (0..places).rev() {
            for at in 0..=points {
                let any = lattice.from(place).any(|(_, edge)| {
                    follows(edge, at)
                        .is_some_and(|next| reaches.get(usize::from(edge.to) * width + next) == Some(&true))
                });
                if any && let Some(reached) = reaches.get_mut(place * width + at) {
                    *reached = true;
                }
            }
        }
        let mut found: Vec<Vec<Substitution>> = Vec::new();
        let mut open = alloc::vec![(0_usize, 0_usize, Vec::new())];
        // Ways that differ only in unchanged code points are many, so their number is bounded as well.
        let mut turns = 0;
        while let Some((place, at, substitutions)) = open.pop() {
            turns += 1;
            if found.len() >= MAX_DERIVATIONS || turns > 100 * MAX_DERIVATIONS * (places + 1) {
                break;
            }
            if place == places && at == points {
                if !found.contains(&substitutions) {
                    found.push(substitutions);
                }
                continue;
            }
            for (_, edge) in lattice.from(place) {
                let Some(next) = follows(edge, at) else { continue };
                if reaches.get(usize::from(edge.to) * width + next) != Some(&true) {
                    continue;
                }
                let mut substitutions = substitutions.clone();
                if edge.variant != NONE {
                    substitutions.push(Substitution {
                        source: Span::new(usize::from(edge.from), usize::from(edge.to)),
                        target: self.output(edge, label).into(),
                        kind: self.variant_of(edge).and_then(|variant| variant.kind.clone()),
                    });
                }
                open.push((usize::from(edge.to), next, substitutions));
            }
        }
        found
    }
}

impl Walk<'_> {
    /// The outcome of one variant label; none if it is no variant, or an `invalid` one.
    fn outcome_of(&self, variant: &str) -> Result<Option<Outcome>, BoundExceeded> {
        let mut states = alloc::vec![self.start()];
        let (mut next, mut advanced) = (Vec::new(), Advanced::default());
        for c in variant.chars() {
            next.clear();
            for state in &states {
                self.step(state, c, &mut advanced, &mut next)?;
            }
            core::mem::swap(&mut states, &mut next);
            if states.len() > MAX_STATES {
                return Err(BoundExceeded);
            }
            if states.is_empty() {
                return Ok(None);
            }
        }
        let outcome = states.iter().find_map(|state| self.outcome(state));
        let is_invalid = |outcome: &Outcome| {
            self.lgr.actions.list.get(outcome.action).is_none_or(|action| action.is_invalid)
        };
        Ok(outcome.filter(|outcome| !is_invalid(outcome)))
    }
}
