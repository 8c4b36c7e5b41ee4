//! The repertoire with its variants, laid out for look-up by code point (RFC 7940 section 5).

use alloc::vec::Vec;
use core::ops::Range;
use std::collections::HashMap;

use super::action::TypeBits;
use super::limits::MAX_LABEL;
use super::rule::class_bit;
use super::sets::Classes;
use super::universe::Universe;
use crate::lgr::compile::CompileError;
use crate::lgr::{ContextRule, Entry, Identifier, Lgr};

/// No entry, no context, no node.
pub(in crate::lgr) const NONE: u32 = u32::MAX;

/// What is known of a code point.
#[derive(Clone, Copy, Debug)]
pub(in crate::lgr) struct Slot {
    /// Its entry as a single code point, or [`NONE`].
    pub(in crate::lgr) entry: u32,
    /// The node of the sequences that begin with it, or [`NONE`].
    pub(in crate::lgr) sequences: u32,
    /// Its class.
    pub(in crate::lgr) class: u16,
    /// Whether it is an entry by itself and in every context.
    pub(in crate::lgr) is_plain: bool,
}

/// A code point or sequence of the repertoire.
#[derive(Clone, Debug)]
pub(in crate::lgr) struct CompiledEntry {
    /// Its number in [`Table::contexts`], or [`NONE`].
    pub(in crate::lgr) context: u32,
    /// Its variants.
    pub(in crate::lgr) variants: Range<u32>,
    /// Whether one of them is reflexive.
    pub(in crate::lgr) has_reflexive: bool,
    /// Whether one of them has a context.
    pub(in crate::lgr) has_conditional: bool,
    /// The least of its unconditional variants by code points, or [`NONE`] if none is below itself.
    pub(in crate::lgr) least: u32,
}

/// A variant mapping.
#[derive(Clone, Debug)]
pub(in crate::lgr) struct CompiledVariant {
    /// Its target, in [`Table::pool`].
    pub(in crate::lgr) target: Range<u32>,
    /// The bit of its type.
    pub(in crate::lgr) types: u64,
    /// Its number in [`Table::contexts`], or [`NONE`].
    pub(in crate::lgr) context: u32,
    pub(in crate::lgr) is_reflexive: bool,
    /// Whether all code points of the target are plain: entries by themselves, in every context.
    pub(in crate::lgr) is_plain: bool,
    /// The bits of the classes of the target.
    pub(in crate::lgr) class_bits: u128,
    pub(in crate::lgr) kind: Option<Identifier>,
}

/// A `when` or `not-when`.
#[derive(Clone, Debug)]
pub(in crate::lgr) struct CompiledContext {
    /// The rule by its number among compiled rules.
    pub(in crate::lgr) rule: usize,
    /// Whether the rule must be met, or must not.
    pub(in crate::lgr) must_hold: bool,
    pub(in crate::lgr) source: ContextRule,
}

/// A node in the tree of sequences.
#[derive(Clone, Debug, Default)]
pub(in crate::lgr) struct Node {
    /// The entry that ends here, or [`NONE`].
    pub(in crate::lgr) entry: u32,
    /// The next code points and their nodes, in order.
    children: Vec<(char, u32)>,
}

impl Node {
    #[inline]
    pub(in crate::lgr) fn child(&self, c: char) -> Option<u32> {
        let place = self.children.binary_search_by_key(&c, |child| child.0).ok()?;
        self.children.get(place).map(|child| child.1)
    }

    /// The nodes one code point further.
    pub(in crate::lgr) fn children(&self) -> impl Iterator<Item = u32> + '_ {
        self.children.iter().map(|child| child.1)
    }

    fn new() -> Self {
        Self { entry: NONE, children: Vec::new() }
    }
}

/// The repertoire.
#[derive(Clone, Debug, Default)]
pub(in crate::lgr) struct Table {
    pub(in crate::lgr) slots: Vec<Slot>,
    pub(in crate::lgr) entries: Vec<CompiledEntry>,
    pub(in crate::lgr) variants: Vec<CompiledVariant>,
    pub(in crate::lgr) contexts: Vec<CompiledContext>,
    pub(in crate::lgr) nodes: Vec<Node>,
    /// Code points of the targets of variants.
    pub(in crate::lgr) pool: Vec<char>,
    /// Their classes.
    pub(in crate::lgr) pool_classes: Vec<u16>,
    /// Code points of the longest sequence.
    pub(in crate::lgr) longest: usize,
    /// Whether a mapping from the null sequence was left out; see [`super`].
    pub(in crate::lgr) has_null_source: bool,
}

impl Table {
    pub(in crate::lgr) fn new(
        lgr: &Lgr,
        universe: &Universe,
        classes: &Classes,
        types: &TypeBits,
        mut rule: impl FnMut(&Identifier) -> Option<usize>,
    ) -> Result<Self, CompileError> {
        let mut table = Self { longest: 1, ..Self::default() };
        let of = |number: usize| classes.of.get(number).copied().unwrap_or(0);
        table.slots = (0..universe.points().len())
            .map(|number| Slot { entry: NONE, sequences: NONE, class: of(number), is_plain: false })
            .collect();
        // Entry 0 is shared by all code points of which nothing more is said.
        table.entries.push(CompiledEntry::bare(NONE));
        let mut contexts: HashMap<&ContextRule, u32> = HashMap::new();
        for entry in &lgr.data {
            let context = match entry.context() {
                None => NONE,
                Some(context) => table.context(context, &mut contexts, &mut rule, entry.origin())?,
            };
            match entry {
                Entry::Range(range) => {
                    let entry = table.bare(context);
                    for number in universe.range(range.first, range.last) {
                        if let Some(slot) = table.slots.get_mut(number) {
                            slot.entry = entry;
                            slot.is_plain = context == NONE;
                        }
                    }
                }
                Entry::Char(char) if char.cp.is_empty() => table.has_null_source = true,
                Entry::Char(char) => {
                    let number = if char.variants.is_empty() {
                        table.bare(context)
                    } else {
                        let first = table.variants.len() as u32;
                        for variant in &char.variants {
                            let context = match &variant.context {
                                None => NONE,
                                Some(c) => table.context(c, &mut contexts, &mut rule, variant.origin)?,
                            };
                            let start = table.pool.len() as u32;
                            table.pool.extend_from_slice(&variant.cp);
                            table.variants.push(CompiledVariant {
                                target: start..table.pool.len() as u32,
                                types: types.of(variant.kind.as_ref()),
                                context,
                                is_reflexive: variant.cp == char.cp,
                                is_plain: false,
                                class_bits: 0,
                                kind: variant.kind.clone(),
                            });
                        }
                        table.entries.push(CompiledEntry {
                            variants: first..table.variants.len() as u32,
                            ..CompiledEntry::bare(context)
                        });
                        let number = table.entries.len() as u32 - 1;
                        table.finish_entry(number, &char.cp);
                        number
                    };
                    table.place(&char.cp, number, universe);
                }
            }
        }
        table.finish_pool(universe, of);
        Ok(table)
    }

    fn context<'a>(
        &mut self,
        context: &'a ContextRule,
        known: &mut HashMap<&'a ContextRule, u32>,
        rule: &mut impl FnMut(&Identifier) -> Option<usize>,
        origin: crate::lgr::Origin,
    ) -> Result<u32, CompileError> {
        if let Some(&number) = known.get(context) {
            return Ok(number);
        }
        let rule = rule(context.rule()).ok_or_else(|| CompileError::unknown_rule(context.rule(), origin))?;
        self.contexts.push(CompiledContext {
            rule,
            must_hold: matches!(context, ContextRule::When(_)),
            source: context.clone(),
        });
        let number = self.contexts.len() as u32 - 1;
        known.insert(context, number);
        Ok(number)
    }

    /// The entry of code points with this context and nothing else.
    fn bare(&mut self, context: u32) -> u32 {
        if context == NONE {
            return 0;
        }
        self.entries.push(CompiledEntry::bare(context));
        self.entries.len() as u32 - 1
    }

    fn finish_entry(&mut self, number: u32, cp: &[char]) {
        let Some(entry) = self.entries.get(number as usize) else { return };
        let (mut has_reflexive, mut has_conditional, mut least) = (false, false, NONE);
        let mut lowest = cp;
        for index in entry.variants.clone() {
            let Some(variant) = self.variants.get(index as usize) else { continue };
            has_reflexive |= variant.is_reflexive;
            has_conditional |= variant.context != NONE;
            let target = span(&self.pool, &variant.target);
            if variant.context == NONE && target < lowest {
                (lowest, least) = (target, index);
            }
        }
        if let Some(entry) = self.entries.get_mut(number as usize) {
            (entry.has_reflexive, entry.has_conditional, entry.least) =
                (has_reflexive, has_conditional, least);
        }
    }

    /// Enters a code point or sequence under its first code point.
    fn place(&mut self, cp: &[char], entry: u32, universe: &Universe) {
        let Some((&first, rest)) = cp.split_first() else { return };
        let Some(number) = universe.number(first) else { return };
        let is_plain = self.entries.get(entry as usize).is_some_and(|entry| entry.context == NONE);
        let Some(slot) = self.slots.get_mut(number as usize) else { return };
        if rest.is_empty() {
            (slot.entry, slot.is_plain) = (entry, is_plain);
            return;
        }
        // A longer sequence occurs in no label.
        if cp.len() > MAX_LABEL {
            return;
        }
        self.longest = self.longest.max(cp.len());
        if slot.sequences == NONE {
            slot.sequences = self.nodes.len() as u32;
            self.nodes.push(Node::new());
        }
        let mut at = slot.sequences;
        for &c in rest {
            let next = self.nodes.len() as u32;
            let Some(node) = self.nodes.get_mut(at as usize) else { return };
            at = match node.children.binary_search_by_key(&c, |child| child.0) {
                Ok(place) => node.children.get(place).map_or(NONE, |child| child.1),
                Err(place) => {
                    node.children.insert(place, (c, next));
                    self.nodes.push(Node::new());
                    next
                }
            };
        }
        if let Some(node) = self.nodes.get_mut(at as usize) {
            node.entry = entry;
        }
    }

    /// What variants need to know of their targets, once all code points are placed.
    fn finish_pool(&mut self, universe: &Universe, class_of: impl Fn(usize) -> u16) {
        let number = |c: char| universe.number(c).map_or(usize::MAX, |number| number as usize);
        self.pool_classes = self.pool.iter().map(|&c| class_of(number(c))).collect();
        for variant in &mut self.variants {
            let target = span(&self.pool, &variant.target);
            variant.is_plain =
                target.iter().all(|&c| self.slots.get(number(c)).is_some_and(|slot| slot.is_plain));
            variant.class_bits = span(&self.pool_classes, &variant.target)
                .iter()
                .fold(0, |bits, &class| bits | class_bit(class));
        }
    }

    #[inline]
    pub(in crate::lgr) fn entry(&self, number: u32) -> Option<&CompiledEntry> {
        self.entries.get(number as usize)
    }

    /// The variants of an entry, with their numbers.
    #[inline]
    pub(in crate::lgr) fn variants_of(
        &self,
        entry: &CompiledEntry,
    ) -> impl Iterator<Item = (u32, &CompiledVariant)> {
        let range = entry.variants.start as usize..entry.variants.end as usize;
        entry.variants.clone().zip(self.variants.get(range).unwrap_or_default())
    }

    #[inline]
    pub(in crate::lgr) fn target(&self, variant: &CompiledVariant) -> &[char] {
        span(&self.pool, &variant.target)
    }

    #[inline]
    pub(in crate::lgr) fn target_classes(&self, variant: &CompiledVariant) -> &[u16] {
        span(&self.pool_classes, &variant.target)
    }
}

#[inline]
fn span<'a, T>(pool: &'a [T], range: &Range<u32>) -> &'a [T] {
    pool.get(range.start as usize..range.end as usize).unwrap_or_default()
}

impl CompiledEntry {
    fn bare(context: u32) -> Self {
        Self { context, variants: 0..0, has_reflexive: false, has_conditional: false, least: NONE }
    }
}
