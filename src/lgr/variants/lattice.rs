//! All partitions of a label into entries, with what may stand in place of each (RFC 7940 section 8.2).

use alloc::vec::Vec;

use arrayvec::ArrayVec;

use crate::lgr::compile::CompiledLgr;
use crate::lgr::compile::limits::{BoundExceeded, MAX_EDGES, MAX_LABEL};
use crate::lgr::compile::repertoire::{CompiledEntry, CompiledVariant, NONE};
use crate::lgr::evaluate::lookup::LabelLookup;

/// An edge from one place in the label to a later one.
#[derive(Clone, Copy, Debug)]
pub(in crate::lgr) struct Edge {
    pub(in crate::lgr) from: u8,
    pub(in crate::lgr) to: u8,
    /// The variant that is used, reflexive ones too; [`NONE`] for the code points themselves.
    pub(in crate::lgr) variant: u32,
    /// The bit of its type.
    pub(in crate::lgr) types: u64,
    /// True if the target of a variant stands here.
    pub(in crate::lgr) mapped: bool,
    /// True if the code points stay the same.
    pub(in crate::lgr) same: bool,
}

/// The edges that are on some way through the whole label, by where they begin.
#[derive(Debug, Default)]
pub(in crate::lgr) struct Lattice {
    pub(in crate::lgr) edges: Vec<Edge>,
    /// For each place, the first of its edges; one more at the end.
    firsts: Vec<u32>,
    /// True if each place has one entry, of one code point, and all targets are one code point too.
    is_simple: bool,
    /// True if at each place the next code point of a variant label tells which edge it takes, so that each variant
    /// label comes about in one way.
    pub(in crate::lgr) is_deterministic: bool,
    /// True if everything that can stand anywhere is an entry by itself in every context, so that every
    /// variant label passes RFC 7940 section 8.1.
    pub(in crate::lgr) is_plain: bool,
    /// True if an edge puts nothing into the label.
    pub(in crate::lgr) has_empty: bool,
    /// The bits of all classes that can occur.
    pub(in crate::lgr) class_bits: u128,
    /// The variants that were looked at.
    pub(in crate::lgr) looked_at: usize,
}

/// The code points that edges may put into a label: a filter that lets through all that are wanted, and a few more.
#[derive(Clone, Copy, Debug)]
pub(in crate::lgr) struct Wanted(u64);

impl Wanted {
    pub(in crate::lgr) const ALL: Self = Self(u64::MAX);

    pub(in crate::lgr) fn of(label: &str) -> Self {
        Self(label.chars().fold(0, |bits, c| bits | Self::bit(c)))
    }

    /// Neighbours in the code chart have different bits.
    const fn bit(c: char) -> u64 {
        1 << (c as u32 & 63)
    }

    fn has(self, points: &[char]) -> bool {
        points.iter().all(|c| self.0 & Self::bit(*c) != 0)
    }
}

impl Lattice {
    /// The edges that begin at a place.
    #[inline]
    pub(in crate::lgr) fn from(&self, place: usize) -> impl Iterator<Item = (u32, &Edge)> + '_ {
        let (first, end) = match self.firsts.get(place..) {
            Some([first, end, ..]) => (*first, *end),
            _ => (0, 0),
        };
        let edges = self.edges.get(first as usize..end as usize).unwrap_or_default();
        (first..end).zip(edges)
    }
}

const _: () = assert!(MAX_LABEL < 64, "the places of a label, its end included, are bits of a word");

impl CompiledLgr {
    /// True if no sequence in the label has a variant, and what can stand for a code point are single code points, all
    /// different. Then each variant comes about in one way.
    pub(in crate::lgr) fn has_simple_variants(&self, label: &LabelLookup) -> bool {
        label.slots.iter().enumerate().all(|(at, &slot)| match slot.sequences {
            NONE => self.table.entry(slot.entry).is_none_or(|entry| entry.has_simple_variants),
            _ => self.matching(label, at).all(|(len, entry)| match len {
                1 => entry.has_simple_variants,
                _ => entry.variant_count() == 0,
            }),
        })
    }

    /// True if that is so in every label, and the variants of each can be counted.
    #[cfg(feature = "policy")]
    pub(in crate::lgr) fn has_only_simple_variants(&self) -> bool {
        let mut are_single = true;
        self.table.for_each_mapping(|source, target| are_single &= source.len() == 1 && target.len() == 1);
        are_single && !self.has_simulated_rules && self.table.has_simple_variants()
    }

    /// Fills the lattice of a label that passed.
    pub(in crate::lgr) fn fill_lattice(
        &self,
        label: &LabelLookup,
        lattice: &mut Lattice,
    ) -> Result<(), BoundExceeded> {
        self.fill_lattice_within(label, lattice, MAX_EDGES, Wanted::ALL)
    }

    /// Fills the lattice of a label that passed, with so many edges at most, of those that put wanted code points into
    /// the label.
    pub(in crate::lgr) fn fill_lattice_within(
        &self,
        label: &LabelLookup,
        lattice: &mut Lattice,
        max_edges: usize,
        wanted: Wanted,
    ) -> Result<(), BoundExceeded> {
        let count = label.points.len();
        lattice.edges.clear();
        lattice.firsts.clear();
        (lattice.is_simple, lattice.is_plain, lattice.has_empty) = (true, label.is_plain, false);
        (lattice.is_deterministic, lattice.looked_at) = (false, 0);
        lattice.class_bits = label.class_bits;
        let mut matching: ArrayVec<(usize, &CompiledEntry), MAX_LABEL> = ArrayVec::new();
        for at in 0..count {
            lattice.firsts.push(lattice.edges.len() as u32);
            matching.clear();
            matching.extend(self.matching(label, at));
            for &(len, entry) in matching.iter().rev() {
                lattice.is_simple &= len == 1;
                if lattice.edges.len() + entry.variant_count() >= max_edges {
                    lattice.edges.clear();
                    return Err(BoundExceeded);
                }
                self.add_entry(label, lattice, at, len, entry, wanted);
            }
        }
        lattice.firsts.push(lattice.edges.len() as u32);
        lattice.firsts.push(lattice.edges.len() as u32);
        if !lattice.is_simple {
            lattice.drop_unchanged_sequences();
            lattice.prune(count);
        }
        lattice.is_deterministic =
            lattice.is_simple || (0..count).all(|place| self.has_distinct_edges(label, lattice, place));
        Ok(())
    }

    fn add_entry(
        &self,
        label: &LabelLookup,
        lattice: &mut Lattice,
        start: usize,
        len: usize,
        entry: &CompiledEntry,
        wanted: Wanted,
    ) {
        lattice.looked_at += entry.variant_count() + 1;
        let end = start + len;
        if !self.context_given(entry.context.as_deref(), label, start, end) {
            return;
        }
        let (from, to) = (start as u8, end as u8);
        let mut unmapped = true;
        for (index, variant) in self.table.variants_of(entry) {
            let target = self.table.target(variant);
            if !wanted.has(target) || !self.variant_given(variant, label, start, end) {
                continue;
            }
            let same = variant.is_reflexive;
            // A code point with a reflexive variant is not left unmapped (section 8.2, step 3).
            unmapped &= !same;
            lattice.is_plain &= variant.is_plain;
            lattice.is_simple &= variant.is_single();
            lattice.class_bits |= variant.class_bits;
            lattice.has_empty |= target.is_empty();
            lattice.edges.push(Edge { from, to, variant: index, types: variant.types, mapped: true, same });
        }
        // The same target can stand there twice, under different contexts (section 5.3.5).
        lattice.is_simple &= !entry.has_conditional;
        if unmapped && label.points.get(start..end).is_some_and(|points| wanted.has(points)) {
            lattice.edges.push(Edge { from, to, variant: NONE, types: 0, mapped: false, same: true });
        }
    }

    /// True if the edges from a place put different code points into the label first.
    fn has_distinct_edges(&self, label: &LabelLookup, lattice: &Lattice, place: usize) -> bool {
        let mut firsts = lattice.from(place).map(|(_, edge)| self.output(edge, label).first().copied());
        // Most places have few edges.
        let mut known: ArrayVec<Option<char>, 16> = ArrayVec::new();
        for first in firsts.by_ref() {
            if first.is_none() || known.contains(&first) {
                return false;
            }
            if known.try_push(first).is_err() {
                let mut all: Vec<Option<char>> = firsts.chain(known).chain([first]).collect();
                all.sort_unstable();
                return all.first() != Some(&None) && all.windows(2).all(|two| two.first() != two.last());
            }
        }
        true
    }

    /// The variant that an edge uses; `None` if it leaves the code points as they are.
    #[inline]
    pub(in crate::lgr) fn variant_of(&self, edge: &Edge) -> Option<&CompiledVariant> {
        self.table.variant(edge.variant)
    }

    /// The code points that an edge puts into the label.
    #[inline]
    pub(in crate::lgr) fn output<'a>(&'a self, edge: &Edge, label: &'a LabelLookup) -> &'a [char] {
        match self.variant_of(edge) {
            Some(variant) => self.table.target(variant),
            None => label.points.get(usize::from(edge.from)..usize::from(edge.to)).unwrap_or_default(),
        }
    }
}

impl Lattice {
    /// Drops edges that leave a sequence unchanged where shorter ones do so too: both are one derivation.
    fn drop_unchanged_sequences(&mut self) {
        // For each place, the places to which edges leave the code points unchanged.
        let mut ends = [0_u64; MAX_LABEL];
        for edge in self.edges.iter().filter(|edge| edge.variant == NONE) {
            if let Some(ends) = ends.get_mut(usize::from(edge.from)) {
                *ends |= 1 << edge.to;
            }
        }
        let has_shorter = |edge: &Edge| {
            let mut reached: u64 = 1 << edge.from;
            for (place, ends) in (edge.from..edge.to).zip(ends.iter().skip(usize::from(edge.from))) {
                let itself = u64::from(place == edge.from) << edge.to;
                reached |= (reached >> place & 1) * (ends & !itself);
            }
            reached >> edge.to & 1 == 1
        };
        self.edges.retain(|edge| edge.variant != NONE || edge.to - edge.from == 1 || !has_shorter(edge));
    }

    /// Drops edges that do not lead to the end of the label, or that are not reached from its start.
    fn prune(&mut self, count: usize) {
        let Self { edges, firsts, .. } = self;
        let mut leads: u64 = 1 << count;
        for edge in edges.iter().rev() {
            leads |= (leads >> edge.to & 1) << edge.from;
        }
        let mut reached: u64 = 1;
        for edge in edges.iter() {
            reached |= (reached >> edge.from & 1) << edge.to;
        }
        edges.retain(|edge| leads >> edge.to & reached >> edge.from & 1 == 1);
        firsts.clear();
        let mut edge = 0;
        for place in 0..=count + 1 {
            while edges.get(edge).is_some_and(|edge| usize::from(edge.from) < place) {
                edge += 1;
            }
            firsts.push(edge as u32);
        }
    }
}
