//! How many variants a label has, by disposition, without listing them.

use alloc::vec::Vec;

use super::key::{CountScratch, FOLLOWED, GREATEST, Key, MATCHED, RETIRED, Reduced, Step};
use super::lattice::Lattice;
use super::scratch::Scratch;
use super::tally::{Tally, VariantCount};
use crate::lgr::Identifier;
use crate::lgr::compile::CompiledLgr;
use crate::lgr::compile::action::Derivation;
use crate::lgr::compile::limits::{BoundExceeded, MAX_KEYS};
use crate::lgr::compile::machine::{DEAD, Machine};
use crate::lgr::evaluate::lookup::LabelLookup;

/// How many variants of each disposition a label has; the label itself and `invalid` ones not counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VariantCounts {
    by_disposition: Vec<(Identifier, VariantCount)>,
    conflicts: VariantCount,
}

impl VariantCounts {
    /// The dispositions that occur, each with its count, in the order of the actions that give them.
    #[must_use]
    pub fn by_disposition(&self) -> &[(Identifier, VariantCount)] {
        &self.by_disposition
    }

    /// The count of one disposition.
    #[must_use]
    pub fn get(&self, disposition: &str) -> VariantCount {
        let found = self.by_disposition.iter().find(|(name, _)| &**name == disposition);
        found.map_or(VariantCount::ZERO, |&(_, count)| count)
    }

    /// The count of all.
    #[must_use]
    pub fn total(&self) -> VariantCount {
        self.by_disposition.iter().fold(VariantCount::ZERO, |sum, &(_, count)| sum.plus(count))
    }

    /// How many labels, this one included, come out of several derivations with different dispositions,
    /// which RFC 7940 section 8.4 calls an error of the ruleset.
    #[must_use]
    pub fn conflicts(&self) -> VariantCount {
        self.conflicts
    }

    pub(in crate::lgr) fn add(&mut self, disposition: &Identifier, count: VariantCount) {
        if count.is_zero() {
            return;
        }
        match self.by_disposition.iter_mut().find(|(name, _)| name == disposition) {
            Some((_, sum)) => *sum = sum.plus(count),
            None => self.by_disposition.push((disposition.clone(), count)),
        }
    }

    pub(in crate::lgr) fn add_conflicts(&mut self, count: VariantCount) {
        self.conflicts = self.conflicts.plus(count);
    }
}

impl CompiledLgr {
    /// The number of variants by disposition; none for a label that is not eligible.
    ///
    /// # Errors
    ///
    /// If the ruleset is made so that its variants cannot be told within the bounds of memory.
    pub fn variant_counts(&self, label: &str) -> Result<VariantCounts, BoundExceeded> {
        self.variant_counts_with(label, &mut Scratch::new())
    }

    /// As [`CompiledLgr::variant_counts`], with memory that is used again.
    ///
    /// # Errors
    ///
    /// As for [`CompiledLgr::variant_counts`].
    pub fn variant_counts_with(
        &self,
        label: &str,
        scratch: &mut Scratch,
    ) -> Result<VariantCounts, BoundExceeded> {
        if !scratch.label.look_up(self, label.chars()) {
            return Ok(VariantCounts::default());
        }
        if !self.judge_lookup(&scratch.label).is_eligible {
            return Ok(VariantCounts::default());
        }
        self.counts_of_eligible(scratch)
    }

    /// The counts for the label in `scratch`, which is eligible.
    pub(in crate::lgr) fn counts_of_eligible(
        &self,
        scratch: &mut Scratch,
    ) -> Result<VariantCounts, BoundExceeded> {
        let Scratch { label, lattice, count } = scratch;
        self.fill_lattice(label, lattice);
        if lattice.is_simple && lattice.is_plain {
            let CountScratch { fast, wide, steps, live, letters, reductions } = count;
            self.live_rules(label, lattice, live, letters);
            let small = |&place: &usize| self.search_of(place).is_some_and(|search| search.len() <= GREATEST);
            if live.len() <= FOLLOWED && live.iter().all(small) {
                reductions.clear();
                if let Some(counts) = self.count_simple(label, lattice, live, fast, steps, reductions) {
                    return Ok(counts);
                }
                if let Some(counts) = self.count_simple(label, lattice, live, wide, steps, reductions) {
                    return Ok(counts);
                }
            }
        }
        Ok(self.walk(label, lattice)?.counts())
    }

    /// The rules of actions, by their places, that some variant label could match.
    pub(in crate::lgr) fn live_rules(
        &self,
        label: &LabelLookup,
        lattice: &Lattice,
        live: &mut Vec<usize>,
        letters: &mut Vec<u8>,
    ) {
        live.clear();
        for (place, &number) in self.actions.rules.iter().enumerate() {
            let Some(rule) = self.rules.get(number).map(|rule| &rule.rule) else { continue };
            if !rule.may_match(lattice.class_bits) {
                continue;
            }
            letters.clear();
            let mut insert = |class: u16| {
                let letter = rule.letter(class);
                if !letters.contains(&letter) {
                    letters.push(letter);
                }
            };
            if self.class_count <= 128 {
                // The bits tell the classes.
                let mut rest = lattice.class_bits;
                while rest != 0 {
                    insert(rest.trailing_zeros() as u16);
                    rest &= rest - 1;
                }
            } else {
                label.classes.iter().for_each(|&class| insert(class));
                for variant in lattice.edges.iter().filter_map(|edge| self.variant_of(edge)) {
                    self.table.target_classes(variant).iter().for_each(|&class| insert(class));
                }
            }
            if rule.machines().search.as_ref().is_some_and(|search| search.can_match(letters)) {
                live.push(place);
            }
        }
    }

    /// Counts where every variant label has one derivation and passes section 8.1: code point by code
    /// point, only what actions will ask is kept apart. Nothing if numbers overflow or there is
    /// too much to keep apart.
    fn count_simple<T: Tally>(
        &self,
        label: &LabelLookup,
        lattice: &Lattice,
        live: &[usize],
        [before, after]: &mut [Vec<(Key, T)>; 2],
        steps: &mut Vec<(Step, u64)>,
        reductions: &mut Vec<Reduced>,
    ) -> Option<VariantCounts> {
        let mut rules = [RETIRED; FOLLOWED];
        for (state, &place) in rules.iter_mut().zip(live) {
            let search = self.search_of(place)?;
            *state = if search.is_hit(search.start()) { MATCHED } else { search.start() as u8 };
        }
        before.clear();
        before.push((Key { types: 0, rules, all_mapped: true, same: true }, T::ONE));
        for (place, &class) in label.classes.iter().enumerate() {
            self.steps_at(lattice, place, class, live, steps);
            after.clear();
            for &(key, count) in before.iter() {
                for &(step, factor) in steps.iter() {
                    let key = self.advance(key, step, live, reductions);
                    let more = count.times(factor)?;
                    match after.iter_mut().find(|(known, _)| *known == key) {
                        Some((_, sum)) => *sum = sum.plus(more)?,
                        None => after.push((key, more)),
                    }
                }
            }
            if after.len() > MAX_KEYS {
                return None;
            }
            core::mem::swap(before, after);
        }
        let mut totals: Vec<(usize, T)> = Vec::new();
        for &(key, count) in before.iter().filter(|(key, _)| !key.same) {
            let used = Derivation { types: key.types, all_mapped: key.all_mapped };
            let action = self.actions.decide(used, |rule| {
                let followed = live.iter().position(|&place| place == rule);
                followed.and_then(|index| key.rules.get(index)).is_some_and(|&state| {
                    let ends = |search: &Machine| search.is_hit_at_end(u16::from(state));
                    state == MATCHED || self.search_of(rule).is_some_and(ends)
                })
            });
            match totals.iter_mut().find(|(known, _)| *known == action) {
                Some((_, sum)) => *sum = sum.plus(count)?,
                None => totals.push((action, count)),
            }
        }
        totals.sort_unstable_by_key(|&(action, _)| action);
        let mut counts = VariantCounts::default();
        for (action, count) in totals {
            if let Some(action) = self.actions.list.get(action).filter(|action| !action.is_invalid) {
                counts.add(&action.disposition, count.to_count());
            }
        }
        Some(counts)
    }

    /// The different things that can stand at a place, and how many of each.
    fn steps_at(
        &self,
        lattice: &Lattice,
        place: usize,
        own: u16,
        live: &[usize],
        steps: &mut Vec<(Step, u64)>,
    ) {
        steps.clear();
        for (_, edge) in lattice.from(place) {
            let class = self
                .variant_of(edge)
                .and_then(|variant| self.table.target_classes(variant).first())
                .copied()
                .unwrap_or(own);
            let mut letters = [0; FOLLOWED];
            for (letter, &place) in letters.iter_mut().zip(live) {
                let rule = self.actions.rules.get(place).and_then(|&number| self.rules.get(number));
                *letter = rule.map_or(0, |rule| rule.rule.letter(class));
            }
            let step = Step { letters, types: edge.types, mapped: edge.mapped, same: edge.same };
            match steps.iter_mut().find(|(known, _)| *known == step) {
                Some((_, count)) => *count += 1,
                None => steps.push((step, 1)),
            }
        }
    }

    /// What a key becomes with one more code point.
    fn advance(&self, key: Key, step: Step, live: &[usize], reductions: &mut Vec<Reduced>) -> Key {
        let mut next = Key {
            types: key.types | step.types,
            rules: key.rules,
            all_mapped: key.all_mapped && step.mapped,
            same: key.same && step.same,
        };
        let (mut matched, mut dead) = (0_u16, 0_u16);
        for (index, ((state, &place), letter)) in
            next.rules.iter_mut().zip(live).zip(step.letters).enumerate()
        {
            if *state < RETIRED
                && *state != DEAD as u8
                && let Some(search) = self.search_of(place)
            {
                let after = search.step(u16::from(*state), letter);
                *state = if search.is_hit(after) { MATCHED } else { after as u8 };
            }
            matched |= u16::from(*state == MATCHED) << index;
            dead |= u16::from(*state == DEAD as u8) << index;
        }
        let known = reductions
            .iter()
            .find(|known| known.types == next.types && known.matched == matched && known.dead == dead)
            .copied();
        let reduced = known.unwrap_or_else(|| {
            let reduced = self.reduced(next.types, matched, dead, live);
            reductions.push(reduced);
            reduced
        });
        next.types = reduced.to;
        next.all_mapped |= !reduced.asks_all_mapped;
        for (index, state) in next.rules.iter_mut().enumerate() {
            if (reduced.retired >> index) & 1 == 1 {
                *state = RETIRED;
            }
        }
        next
    }

    #[cold]
    fn reduced(&self, types: u64, matched: u16, dead: u16, live: &[usize]) -> Reduced {
        let sure = |rule: usize, must_match: bool| match live.iter().position(|&place| place == rule) {
            // It cannot match.
            None => !must_match,
            Some(index) if (matched >> index) & 1 == 1 => must_match,
            Some(index) => (dead >> index) & 1 == 1 && !must_match,
        };
        let (used, last) = self.actions.reduce(Derivation { types, all_mapped: false }, sure);
        let mut retired = 0;
        for (index, &place) in live.iter().enumerate() {
            retired |= u16::from(!self.actions.asks(place, last)) << index;
        }
        Reduced { types, matched, dead, to: used.types, asks_all_mapped: !used.all_mapped, retired }
    }
}
