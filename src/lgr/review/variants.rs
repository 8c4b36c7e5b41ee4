//! Symmetry and transitivity of variants (RFC 7940 sections 5.3.1 and 5.3.5), and variant sets.

use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;
use std::collections::HashMap;

use super::Reviewer;
use crate::finding::{FaultCode, limit};
use crate::lgr::connected::connected;
use crate::lgr::{CharEntry, CodePoints, ContextRule, Entry, Lgr, Origin, Variant};

/// Code points and sequences that are connected by variants, contexts left aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VariantSet {
    /// At least two members, in ascending order; some may not be in the repertoire.
    pub members: Vec<CodePoints>,
}

/// The variant sets of an LGR, ordered by their first members.
///
/// Null variants connect nothing: two letters that may both be left out are not variants of each other.
#[must_use]
pub fn variant_sets(lgr: &Lgr) -> Vec<VariantSet> {
    let pairs = mappings(lgr).map(|(source, variant)| (&source.cp, &variant.cp));
    let sets = connected(pairs).into_iter();
    sets.map(|set| VariantSet { members: set.into_iter().cloned().collect() }).collect()
}

/// Every mapping from a code point or sequence to another; reflexive and null ones left out.
fn mappings(lgr: &Lgr) -> impl Iterator<Item = (&CharEntry, &Variant)> {
    lgr.chars()
        .filter(|char| !char.cp.is_empty())
        .flat_map(|char| char.variants.iter().map(move |variant| (char, variant)))
        .filter(|(char, variant)| !variant.cp.is_empty() && variant.cp != char.cp)
}

impl<'a> Reviewer<'a> {
    pub(super) fn variants(&mut self) {
        let lgr = self.lgr;
        let repertoire = Repertoire::of(lgr);
        let mut contexts: HashMap<(&CodePoints, &CodePoints), Vec<Option<&ContextRule>>> = HashMap::new();
        for (char, variant) in mappings(lgr) {
            contexts.entry((&char.cp, &variant.cp)).or_default().push(variant.context.as_ref());
        }
        for (char, variant) in mappings(lgr) {
            self.symmetry(char, variant, &repertoire, &contexts);
        }
        self.transitivity(&repertoire, &contexts);
    }

    fn symmetry(
        &mut self,
        char: &'a CharEntry,
        variant: &'a Variant,
        repertoire: &Repertoire<'a>,
        contexts: &HashMap<(&'a CodePoints, &'a CodePoints), Vec<Option<&'a ContextRule>>>,
    ) {
        let arguments = vec![char.cp.to_string(), variant.cp.to_string()];
        if !repertoire.has(&variant.cp) {
            self.fault(FaultCode::VariantNotInRepertoire, variant.origin, arguments);
            return;
        }
        match contexts.get(&(&variant.cp, &char.cp)) {
            None => self.fault(FaultCode::Asymmetric, variant.origin, arguments),
            Some(reverse) if !reverse.contains(&variant.context.as_ref()) => {
                let context = match &variant.context {
                    Some(context) => alloc::format!("{} \"{}\"", context.attribute(), context.rule()),
                    None => "without a context".to_string(),
                };
                let arguments = arguments.into_iter().chain([context]).collect();
                self.fault(FaultCode::AsymmetricContext, variant.origin, arguments);
            }
            Some(_) => {}
        }
    }

    /// Within a set, every member has every other as a variant; what lacks only one direction is a
    /// matter of symmetry.
    fn transitivity(
        &mut self,
        repertoire: &Repertoire<'a>,
        contexts: &HashMap<(&'a CodePoints, &'a CodePoints), Vec<Option<&'a ContextRule>>>,
    ) {
        let mut mapped: HashMap<&CodePoints, usize> = HashMap::new();
        for (source, _) in contexts.keys() {
            *mapped.entry(source).or_default() += 1;
        }
        let mut left = MAX_PAIRS;
        for set in variant_sets(self.lgr) {
            for source in &set.members {
                // A member with a mapping to each of the others misses nothing.
                if mapped.get(source).is_some_and(|&count| count + 1 == set.members.len()) {
                    continue;
                }
                let Some(origin) = repertoire.origin(source) else { continue };
                for target in set.members.iter().filter(|target| *target != source) {
                    left = left.saturating_sub(1);
                    if left == 0 {
                        let arguments = limit("pairs of variants", MAX_PAIRS);
                        self.fault(FaultCode::Limit, origin, arguments);
                        return;
                    }
                    let related =
                        contexts.contains_key(&(source, target)) || contexts.contains_key(&(target, source));
                    if !related && repertoire.has(target) {
                        let arguments = vec![source.to_string(), target.to_string()];
                        self.fault(FaultCode::Intransitive, origin, arguments);
                    }
                }
            }
        }
    }
}

/// Pairs that are looked at for transitivity. A set of n members has n² of them, and a hostile table
/// could make one set of a million members; published tables have fewer than a thousand gaps.
const MAX_PAIRS: usize = 2_000_000;

/// The repertoire, to look code points up in.
pub(crate) struct Repertoire<'a> {
    chars: HashMap<&'a [char], Origin>,
    ranges: Vec<(char, char)>,
}

impl<'a> Repertoire<'a> {
    pub(crate) fn of(lgr: &'a Lgr) -> Self {
        let mut repertoire = Self { chars: HashMap::new(), ranges: Vec::new() };
        for entry in &lgr.data {
            match entry {
                Entry::Char(char) => {
                    repertoire.chars.insert(&char.cp, char.origin);
                }
                Entry::Range(range) => repertoire.ranges.push((range.first, range.last)),
            }
        }
        repertoire.ranges.sort_unstable();
        repertoire
    }

    /// Where the `char` of a code point or sequence stands; a range has no variants.
    pub(crate) fn origin(&self, cp: &CodePoints) -> Option<Origin> {
        self.chars.get(&**cp).copied()
    }

    pub(crate) fn has(&self, cp: &CodePoints) -> bool {
        self.chars.contains_key(&**cp)
            || cp.single().is_some_and(|c| {
                let after = self.ranges.partition_point(|&(first, _)| first <= c);
                self.ranges.get(..after).and_then(<[_]>::last).is_some_and(|&(_, last)| c <= last)
            })
    }
}
