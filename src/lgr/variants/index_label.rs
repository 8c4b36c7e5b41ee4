//! The label that stands for a variant set (RFC 7940 section 8.5).
//!
//! Of each entry of a partition the least of itself and its variants by code points is taken, the
//! context of a variant being read in the label with that one substitution; of the labels that the
//! partitions give, the least. Two labels are held to collide when theirs are equal.

use alloc::string::String;
use alloc::vec::Vec;

use super::scratch::Scratch;
use crate::lgr::compile::CompiledLgr;
use crate::lgr::compile::repertoire::{CompiledEntry, CompiledVariant, NONE};
use crate::lgr::evaluate::lookup::LabelLookup;

impl CompiledLgr {
    /// The index label; none for a label that fails by its code points or their contexts.
    ///
    /// An action that makes the label invalid does not matter here.
    #[must_use]
    pub fn index_label(&self, label: &str) -> Option<String> {
        let mut index_label = String::new();
        self.index_label_into(label, &mut Scratch::new(), &mut index_label).then_some(index_label)
    }

    /// As [`CompiledLgr::index_label`], into memory that is used again; false if there is none.
    pub fn index_label_into(&self, label: &str, scratch: &mut Scratch, index_label: &mut String) -> bool {
        index_label.clear();
        if !scratch.label.look_up(self, label.chars()) || !self.passes(&scratch.label) {
            return false;
        }
        self.index_label_of(&scratch.label, index_label);
        true
    }

    /// The index label of a label that passed.
    pub(in crate::lgr) fn index_label_of(&self, label: &LabelLookup, index_label: &mut String) {
        index_label.clear();
        for (at, slot) in label.slots.iter().enumerate() {
            let alone = slot.sequences == NONE || self.matching(label, at).all(|(len, _)| len == 1);
            let Some(entry) = self.table.entry(slot.entry).filter(|_| alone) else {
                return self.least_of_partitions(label, index_label);
            };
            index_label.extend(self.least(entry, label, at, at + 1));
        }
    }

    /// True if the label can be taken apart into entries whose contexts are given.
    pub(in crate::lgr) fn has_partition(&self, label: &LabelLookup) -> bool {
        let count = label.points.len();
        let mut reached: u64 = 1;
        for at in 0..count {
            if reached >> at & 1 == 0 {
                continue;
            }
            for (len, entry) in self.matching(label, at) {
                if self.context_given(entry.context.as_deref(), label, at, at + len) {
                    reached |= 1 << (at + len);
                }
            }
        }
        reached >> count & 1 == 1
    }

    /// The least of an entry and its variants.
    #[inline]
    fn least<'a>(
        &'a self,
        entry: &'a CompiledEntry,
        label: &'a LabelLookup,
        start: usize,
        end: usize,
    ) -> &'a [char] {
        let mut least = match self.table.variant(entry.least) {
            Some(variant) => self.table.target(variant),
            None => label.points.get(start..end).unwrap_or_default(),
        };
        if entry.has_conditional {
            for (_, variant) in self.table.variants_of(entry) {
                let target = self.table.target(variant);
                if variant.context.is_some()
                    && target < least
                    && self.variant_given(variant, label, start, end)
                {
                    least = target;
                }
            }
        }
        least
    }

    /// True if a variant exists at this place: its context is read in the label with this one
    /// substitution.
    #[inline]
    pub(in crate::lgr) fn variant_given(
        &self,
        variant: &CompiledVariant,
        label: &LabelLookup,
        start: usize,
        end: usize,
    ) -> bool {
        let Some(context) = &variant.context else { return true };
        let before = label.classes.get(..start).unwrap_or_default();
        let after = label.classes.get(end..).unwrap_or_default();
        let holds = context.rule.surrounds(before, after) || {
            let target = self.table.target_classes(variant);
            context.rule.matches(before.iter().chain(target).chain(after).copied())
        };
        holds == context.must_hold
    }

    /// The index label where sequences let the label be taken apart in several ways: the least rest of
    /// the label from each place on, from the end to the start.
    #[cold]
    fn least_of_partitions(&self, label: &LabelLookup, index_label: &mut String) {
        let count = label.points.len();
        let mut rests: Vec<Option<Vec<char>>> = alloc::vec![None; count];
        rests.push(Some(Vec::new()));
        for at in (0..count).rev() {
            let mut best: Option<Vec<char>> = None;
            for (len, entry) in self.matching(label, at) {
                let Some(Some(rest)) = rests.get(at + len) else { continue };
                if !self.context_given(entry.context.as_deref(), label, at, at + len) {
                    continue;
                }
                let mut candidate = self.least(entry, label, at, at + len).to_vec();
                candidate.extend_from_slice(rest);
                if best.as_ref().is_none_or(|best| candidate < *best) {
                    best = Some(candidate);
                }
            }
            if let Some(place) = rests.get_mut(at) {
                *place = best;
            }
        }
        index_label.clear();
        index_label.extend(rests.into_iter().next().flatten().unwrap_or_default());
    }
}
