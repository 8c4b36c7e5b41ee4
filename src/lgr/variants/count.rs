//! The number of variants of a label, by disposition, without a list of them.

use alloc::boxed::Box;
use alloc::vec::Vec;

use arrayvec::ArrayVec;

use super::key::{
    CountScratch, Key, MATCHED, MAX_FOLLOWED_RULES, MAX_FOLLOWED_STATES, RETIRED, Reduction, Step, Way,
};
use super::lattice::{Edge, Lattice};
use super::rule_search::LiveRule;
use super::scratch::Scratch;
use super::tally::{Tally, VariantCount};
use super::variant_label::VariantLabel;
use crate::lgr::Identifier;
use crate::lgr::compile::CompiledLgr;
use crate::lgr::compile::action::Derivation;
use crate::lgr::compile::limits::{BoundExceeded, MAX_KEYS, MAX_WAYS};
use crate::lgr::compile::machine::DEAD;
use crate::lgr::compile::repertoire::NONE;
use crate::lgr::evaluate::lookup::LabelLookup;

/// The number of variants of a label by disposition; the label itself and `invalid` ones are not counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VariantCounts {
    by_disposition: Vec<(Identifier, VariantCount)>,
    duplicates: VariantCount,
    conflicts: VariantCount,
    duplicate: Option<Box<VariantLabel>>,
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

    /// The number of labels, this one and `invalid` ones included, that come out of several derivations: by different
    /// mappings, or by the same at different places. RFC 7940 section 8.4 calls that an error of the ruleset,
    /// whatever the dispositions.
    #[must_use]
    pub fn duplicates(&self) -> VariantCount {
        self.duplicates
    }

    /// The first of them; of those with different dispositions, where there are such.
    #[must_use]
    pub fn duplicate(&self) -> Option<&VariantLabel> {
        self.duplicate.as_deref()
    }

    /// The number of those to which derivations give different dispositions.
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

    pub(in crate::lgr) fn set_duplicate(&mut self, duplicate: Option<VariantLabel>) {
        self.duplicate = duplicate.map(Box::new);
    }

    /// Adds labels with several derivations, of the same disposition or of different ones.
    pub(in crate::lgr) fn add_duplicates(&mut self, count: VariantCount, is_conflict: bool) {
        self.duplicates = self.duplicates.plus(count);
        if is_conflict {
            self.conflicts = self.conflicts.plus(count);
        }
    }
}

/// The rules that the quick count follows.
type LiveRules<'a> = ArrayVec<LiveRule<'a>, MAX_FOLLOWED_RULES>;

/// What each rule sees in a code point of a class.
fn letters(class: u16, live: &[LiveRule<'_>]) -> [u8; MAX_FOLLOWED_RULES] {
    let mut letters = [0; MAX_FOLLOWED_RULES];
    for (letter, live) in letters.iter_mut().zip(live) {
        *letter = live.search.rule.letter(class);
    }
    letters
}

impl CompiledLgr {
    /// The number of variants by disposition; none for a label that is not eligible.
    ///
    /// # Errors
    ///
    /// If the ruleset is made so that its variants cannot be counted within the bounds of memory.
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
        if !scratch.label.look_up(self, label.chars()) || !self.judge_lookup(&scratch.label).is_eligible {
            return Ok(VariantCounts::default());
        }
        self.counts_of_eligible(scratch)
    }

    /// The counts for the label in `scratch`, which is eligible.
    pub(in crate::lgr) fn counts_of_eligible(
        &self,
        scratch: &mut Scratch,
    ) -> Result<VariantCounts, BoundExceeded> {
        let Scratch { label, lattice, count, .. } = scratch;
        self.fill_lattice(label, lattice)?;
        if lattice.edges.iter().all(|edge| edge.variant == NONE) {
            return Ok(VariantCounts::default());
        }
        lattice.is_plain = lattice.is_plain || self.every_variant_passes(label, lattice);
        if lattice.is_deterministic && lattice.is_plain {
            let mut live: LiveRules<'_> = ArrayVec::new();
            let mut rules = self.live_rules(label, lattice);
            if rules.all(|rule| {
                rule.search.machine.has_states_below(MAX_FOLLOWED_STATES) && live.try_push(rule).is_ok()
            }) {
                let CountScratch { fast, wide, ways, reductions } = count;
                reductions.clear();
                if let Some(counts) = self
                    .count_distinct(label, lattice, &live, fast, ways, reductions)
                    .or_else(|| self.count_distinct(label, lattice, &live, wide, ways, reductions))
                {
                    return Ok(counts);
                }
            }
        }
        Ok(self.walk(label, lattice)?.counts())
    }

    /// Counts where every variant label has one derivation and passes section 8.1: place by place, only the
    /// differences that actions depend on are kept apart. `None` if numbers overflow or there is too much to
    /// keep apart.
    fn count_distinct<T: Tally>(
        &self,
        label: &LabelLookup,
        lattice: &Lattice,
        live: &[LiveRule<'_>],
        places: &mut Vec<Vec<(Key, T)>>,
        ways: &mut Vec<(Way, u64)>,
        reductions: &mut Vec<Reduction>,
    ) -> Option<VariantCounts> {
        let mut rules = [RETIRED; MAX_FOLLOWED_RULES];
        for (state, rule) in rules.iter_mut().zip(live) {
            let machine = rule.search.machine;
            *state = if machine.is_hit(machine.start()) { MATCHED } else { machine.start() as u8 };
        }
        let end = label.classes.len();
        places.resize_with(places.len().max(end + 1), Vec::new);
        places.iter_mut().for_each(Vec::clear);
        let (start, _) = places.split_first_mut()?;
        start.push((Key { types: 0, rules, all_mapped: true, same: true }, T::from(1)));
        for place in 0..end {
            let (before, after) = places.split_at_mut(place + 1);
            let before = before.last()?;
            if before.is_empty() {
                continue;
            }
            self.ways_from(label, lattice, place, live, ways)?;
            for &(way, factor) in ways.iter() {
                let after = after.get_mut(usize::from(way.to) - place - 1)?;
                for &(key, count) in before {
                    let mut key = self.advance(key, way.first, live, reductions);
                    if let Some(edge) = lattice.edges.get(way.longer as usize) {
                        for &class in self.classes_of(edge, label).iter().skip(1) {
                            let step = Step { letters: letters(class, live), types: 0, ..way.first };
                            key = self.advance(key, step, live, reductions);
                        }
                    }
                    let more = count.checked_times(factor)?;
                    match after.iter_mut().find(|(known, _)| *known == key) {
                        Some((_, sum)) => *sum = sum.checked_plus(more)?,
                        None => after.push((key, more)),
                    }
                }
                if after.len() > MAX_KEYS {
                    return None;
                }
            }
        }
        let all = places.get(end)?;
        let mut totals: Vec<(usize, T)> = Vec::new();
        for &(key, count) in all.iter().filter(|(key, _)| !key.same) {
            let derivation = Derivation { types: key.types, all_mapped: key.all_mapped };
            let action = self.actions.decide(derivation, |rule| {
                live.iter().zip(key.rules).any(|(live, state)| {
                    live.place == rule
                        && (state == MATCHED || live.search.machine.is_hit_at_end(u16::from(state)))
                })
            });
            match totals.iter_mut().find(|(known, _)| *known == action) {
                Some((_, sum)) => *sum = sum.checked_plus(count)?,
                None => totals.push((action, count)),
            }
        }
        totals.sort_unstable_by_key(|&(action, _)| action);
        let mut counts = VariantCounts::default();
        for (action, count) in totals {
            if let Some(action) = self.actions.list.get(action).filter(|action| !action.is_invalid) {
                counts.add(&action.disposition, count.into());
            }
        }
        Some(counts)
    }

    /// The different ways from a place, each with the number of variants that take it; `None` if there are too many.
    fn ways_from(
        &self,
        label: &LabelLookup,
        lattice: &Lattice,
        place: usize,
        live: &[LiveRule<'_>],
        ways: &mut Vec<(Way, u64)>,
    ) -> Option<()> {
        ways.clear();
        for (number, edge) in lattice.from(place) {
            let classes = self.classes_of(edge, label);
            let letters = classes.first().map_or([0; MAX_FOLLOWED_RULES], |&class| letters(class, live));
            let first = Step { letters, types: edge.types, mapped: edge.mapped, same: edge.same };
            let longer = if classes.len() > 1 { number } else { NONE };
            let way = Way { to: edge.to, first, longer };
            let is_full = ways.len() == MAX_WAYS;
            match ways.iter_mut().find(|(known, _)| *known == way) {
                Some((_, count)) => *count += 1,
                None if is_full => return None,
                None => ways.push((way, 1)),
            }
        }
        Some(())
    }

    /// The classes of the code points that an edge puts into the label.
    fn classes_of<'a>(&'a self, edge: &Edge, label: &'a LabelLookup) -> &'a [u16] {
        match self.variant_of(edge) {
            Some(variant) => self.table.target_classes(variant),
            None => label.classes.get(usize::from(edge.from)..usize::from(edge.to)).unwrap_or_default(),
        }
    }

    /// The key after one more code point.
    fn advance(&self, key: Key, step: Step, live: &[LiveRule<'_>], reductions: &mut Vec<Reduction>) -> Key {
        let mut next = Key {
            types: key.types | step.types,
            rules: key.rules,
            all_mapped: key.all_mapped && step.mapped,
            same: key.same && step.same,
        };
        let (mut matched, mut dead) = (0_u16, 0_u16);
        for (index, ((state, live), letter)) in next.rules.iter_mut().zip(live).zip(step.letters).enumerate()
        {
            if *state < RETIRED && *state != DEAD as u8 {
                let after = live.search.machine.step(u16::from(*state), letter);
                *state = if live.search.machine.is_hit(after) { MATCHED } else { after as u8 };
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
    fn reduced(&self, types: u64, matched: u16, dead: u16, live: &[LiveRule<'_>]) -> Reduction {
        let sure = |rule: usize, must_match: bool| match live.iter().position(|live| live.place == rule) {
            // It cannot match.
            None => !must_match,
            Some(index) if (matched >> index) & 1 == 1 => must_match,
            Some(index) => (dead >> index) & 1 == 1 && !must_match,
        };
        let (reduced, last) = self.actions.reduce(Derivation { types, all_mapped: false }, sure);
        let mut retired = 0;
        for (index, live) in live.iter().enumerate() {
            retired |= u16::from(!self.actions.asks(live.place, last)) << index;
        }
        Reduction { types, matched, dead, to: reduced.types, asks_all_mapped: !reduced.all_mapped, retired }
    }
}
