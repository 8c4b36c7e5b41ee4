//! The contents of an LGR, in numbers.

use alloc::collections::BTreeMap;

use super::variants::variant_sets;
use crate::lgr::{CodePoints, Entry, Identifier, IdentifierList, Lgr};

/// The contents of an LGR, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// Code points and sequences; the members of a range count one each.
    pub entries: usize,
    /// Ranges.
    pub ranges: usize,
    /// Code points in the largest range.
    pub largest_range: usize,
    /// Sequences.
    pub sequences: usize,
    /// The longest sequence, the first if there are several.
    pub longest_sequence: Option<CodePoints>,
    /// Entries that have a `when` or `not-when`.
    pub entries_with_context: usize,
    /// Entries that have variants.
    pub entries_with_variants: usize,
    /// Variants; those with the same target under different contexts count one each.
    pub variants: usize,
    /// Variants that have a `when` or `not-when`.
    pub variants_with_context: usize,
    /// Variants that map a code point or sequence to itself.
    pub reflexive_variants: usize,
    /// Variants by their type.
    pub variants_by_type: BTreeMap<Identifier, usize>,
    /// Variants without a type.
    pub untyped_variants: usize,
    /// Variant sets.
    pub variant_sets: usize,
    /// Members of the largest variant set.
    pub largest_variant_set: usize,
    /// Code points by their tags.
    pub entries_by_tag: BTreeMap<Identifier, usize>,
    /// Named classes.
    pub classes: usize,
    /// Named rules.
    pub rules: usize,
    /// Actions, without the default ones.
    pub actions: usize,
}

impl Statistics {
    /// Counts.
    #[must_use]
    pub fn of(lgr: &Lgr) -> Self {
        let mut statistics = Self {
            classes: lgr.classes().count(),
            rules: lgr.rules().count(),
            actions: lgr.actions().count(),
            ..Self::default()
        };
        let mut tags: BTreeMap<usize, (&IdentifierList, usize)> = BTreeMap::new();
        for entry in &lgr.data {
            let size = match entry {
                Entry::Char(char) => {
                    statistics.sequence(&char.cp);
                    1
                }
                Entry::Range(range) => {
                    let size = (range.first..=range.last).count();
                    statistics.ranges += 1;
                    statistics.largest_range = statistics.largest_range.max(size);
                    size
                }
            };
            statistics.entries += size;
            statistics.entries_with_context += if entry.context().is_some() { size } else { 0 };
            if !entry.tags().is_empty() {
                // Equal lists are mostly one list; each is taken apart once.
                tags.entry(entry.tags().key()).or_insert((entry.tags(), 0)).1 += size;
            }
            statistics.variants(entry);
        }
        for (list, size) in tags.into_values() {
            for tag in list {
                *statistics.entries_by_tag.entry(tag.clone()).or_default() += size;
            }
        }
        let sets = variant_sets(lgr);
        statistics.variant_sets = sets.len();
        statistics.largest_variant_set = sets.iter().map(|set| set.members.len()).max().unwrap_or(0);
        statistics
    }

    fn sequence(&mut self, cp: &CodePoints) {
        if cp.is_sequence() {
            self.sequences += 1;
            if self.longest_sequence.as_ref().is_none_or(|longest| longest.len() < cp.len()) {
                self.longest_sequence = Some(cp.clone());
            }
        }
    }

    fn variants(&mut self, entry: &Entry) {
        let Entry::Char(char) = entry else { return };
        self.entries_with_variants += usize::from(!char.variants.is_empty());
        self.variants += char.variants.len();
        for variant in &char.variants {
            self.variants_with_context += usize::from(variant.context.is_some());
            self.reflexive_variants += usize::from(variant.cp == char.cp);
            match &variant.kind {
                Some(kind) => *self.variants_by_type.entry(kind.clone()).or_default() += 1,
                None => self.untyped_variants += 1,
            }
        }
    }
}
