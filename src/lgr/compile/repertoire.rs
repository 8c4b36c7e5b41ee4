//! The repertoire with its variants, laid out for look-up by code point (RFC 7940 section 5).
//!
//! Entries, variants and targets refer to each other by number. Numbers are looked up by the methods of
//! [`Table`] alone: a number that is not in its list would be a fault of this crate, which a debug assertion
//! shows and for which the look-up finds nothing, so that the label is not eligible.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ops::Range;
use std::collections::HashMap;

use super::action::TypeBits;
use super::limits::MAX_LABEL;
use super::rule::{CompiledRule, RulesByName, UNKNOWN, class_bit};
use super::sets::Classes;
use super::universe::Universe;
use crate::lgr::compile::CompileError;
use crate::lgr::{ContextRule, Entry, Identifier, Lgr, Origin, Variant};

/// The number of no entry, no variant and no tree of sequences.
pub(in crate::lgr) const NONE: u32 = u32::MAX;

/// The knowledge about one code point.
#[derive(Clone, Copy, Debug)]
pub(in crate::lgr) struct Slot {
    /// Its entry as a single code point, or [`NONE`].
    pub(in crate::lgr) entry: u32,
    /// The tree of the sequences that begin with it, or [`NONE`].
    pub(in crate::lgr) sequences: u32,
    /// Its class.
    pub(in crate::lgr) class: u16,
    /// True if it is an entry by itself, in every context.
    pub(in crate::lgr) is_plain: bool,
}

impl Slot {
    /// A code point that the ruleset does not know.
    const UNKNOWN: Self = Self { entry: NONE, sequences: NONE, class: UNKNOWN, is_plain: false };
}

/// A code point or sequence of the repertoire.
#[derive(Clone, Debug)]
pub(in crate::lgr) struct CompiledEntry {
    pub(in crate::lgr) context: Option<Arc<CompiledContext>>,
    /// The numbers of its variants.
    variants: Range<u32>,
    /// True if one of them is reflexive.
    pub(in crate::lgr) has_reflexive: bool,
    /// True if one of them has a context.
    pub(in crate::lgr) has_conditional: bool,
    /// True if their targets are single code points, each another.
    pub(in crate::lgr) has_simple_variants: bool,
    /// The least of its unconditional variants by code points, or [`NONE`] if none is below itself.
    pub(in crate::lgr) least: u32,
}

/// A variant mapping.
#[derive(Clone, Debug)]
pub(in crate::lgr) struct CompiledVariant {
    /// The place of its target among [`Table::targets`].
    target: Range<u32>,
    /// The bit of its type.
    pub(in crate::lgr) types: u64,
    pub(in crate::lgr) context: Option<Arc<CompiledContext>>,
    pub(in crate::lgr) is_reflexive: bool,
    /// True if all code points of the target are plain: entries by themselves, in every context.
    pub(in crate::lgr) is_plain: bool,
    /// The bits of the classes of the target.
    pub(in crate::lgr) class_bits: u128,
    pub(in crate::lgr) kind: Option<Identifier>,
}

impl CompiledVariant {
    /// True if the target is one code point.
    pub(in crate::lgr) fn is_single(&self) -> bool {
        self.target.len() == 1
    }
}

/// A `when` or `not-when`.
#[derive(Clone, Debug)]
pub(in crate::lgr) struct CompiledContext {
    pub(in crate::lgr) rule: Arc<CompiledRule>,
    /// True for `when`: the rule must be met. False for `not-when`: it must not.
    pub(in crate::lgr) must_hold: bool,
    pub(in crate::lgr) source: ContextRule,
}

/// A node in a tree of sequences.
#[derive(Clone, Debug, Default)]
pub(in crate::lgr) struct SequenceNode {
    /// The entry that ends here.
    pub(in crate::lgr) entry: Option<u32>,
    /// The nodes one code point further.
    pub(in crate::lgr) children: BTreeMap<char, Self>,
}

/// The repertoire.
#[derive(Clone, Debug, Default)]
pub(in crate::lgr) struct Table {
    universe: Universe,
    /// For each known code point by number, the knowledge about it.
    slots: Vec<Slot>,
    entries: Vec<CompiledEntry>,
    variants: Vec<CompiledVariant>,
    sequences: Vec<SequenceNode>,
    /// The code points of the targets of variants.
    targets: Vec<char>,
    /// Their classes.
    target_classes: Vec<u16>,
    /// True if a mapping from the null sequence was left out; see [`crate::lgr`].
    pub(in crate::lgr) has_null_source: bool,
}

/// Compiles contexts, each once.
struct Contexts<'a> {
    rules: &'a RulesByName<'a>,
    known: HashMap<&'a ContextRule, Arc<CompiledContext>>,
}

impl<'a> Contexts<'a> {
    fn get(
        &mut self,
        context: Option<&'a ContextRule>,
        origin: Origin,
    ) -> Result<Option<Arc<CompiledContext>>, CompileError> {
        let Some(context) = context else { return Ok(None) };
        if let Some(known) = self.known.get(context) {
            return Ok(Some(Arc::clone(known)));
        }
        let name = context.rule();
        let rule = self.rules.get(&**name).ok_or_else(|| CompileError::unknown_rule(name, origin))?;
        let compiled = Arc::new(CompiledContext {
            rule: Arc::clone(rule),
            must_hold: matches!(context, ContextRule::When(_)),
            source: context.clone(),
        });
        self.known.insert(context, Arc::clone(&compiled));
        Ok(Some(compiled))
    }
}

impl Table {
    pub(in crate::lgr) fn new(
        lgr: &Lgr,
        universe: Universe,
        classes: &Classes,
        types: &TypeBits,
        rules: &RulesByName<'_>,
    ) -> Result<Self, CompileError> {
        let slots = classes.of.iter().map(|&class| Slot { class, ..Slot::UNKNOWN }).collect();
        let mut table = Self { universe, slots, ..Self::default() };
        // The first entry is shared by all code points of which nothing more is said.
        table.entries.push(CompiledEntry::bare(None));
        let mut contexts = Contexts { rules, known: HashMap::new() };
        for entry in &lgr.data {
            let context = contexts.get(entry.context(), entry.origin())?;
            match entry {
                Entry::Range(range) => {
                    let is_plain = context.is_none();
                    let entry = table.bare(context);
                    let numbers = table.universe.range(range.first, range.last);
                    for slot in table.slots.iter_mut().take(numbers.end).skip(numbers.start) {
                        (slot.entry, slot.is_plain) = (entry, is_plain);
                    }
                }
                Entry::Char(char) if char.cp.is_empty() => table.has_null_source = true,
                Entry::Char(char) => {
                    let is_plain = context.is_none();
                    let number = if char.variants.is_empty() {
                        table.bare(context)
                    } else {
                        let mut compiled = CompiledEntry::bare(context);
                        let first = table.variants.len() as u32;
                        let mut lowest = &char.cp;
                        for variant in &char.variants {
                            let context = contexts.get(variant.context.as_ref(), variant.origin)?;
                            let is_reflexive = variant.cp == char.cp;
                            compiled.has_reflexive |= is_reflexive;
                            compiled.has_conditional |= context.is_some();
                            if context.is_none() && *variant.cp < **lowest {
                                (lowest, compiled.least) = (&variant.cp, table.variants.len() as u32);
                            }
                            let start = table.targets.len() as u32;
                            table.targets.extend_from_slice(&variant.cp);
                            table.variants.push(CompiledVariant {
                                target: start..table.targets.len() as u32,
                                types: types.of(variant.kind.as_ref()),
                                context,
                                is_reflexive,
                                is_plain: false,
                                class_bits: 0,
                                kind: variant.kind.clone(),
                            });
                        }
                        compiled.variants = first..table.variants.len() as u32;
                        compiled.has_simple_variants = has_simple_variants(&char.variants);
                        table.add(compiled)
                    };
                    table.place(&char.cp, number, is_plain);
                }
            }
        }
        table.finish_targets();
        Ok(table)
    }

    fn add(&mut self, entry: CompiledEntry) -> u32 {
        self.entries.push(entry);
        self.entries.len() as u32 - 1
    }

    /// The entry of code points with this context and nothing else.
    fn bare(&mut self, context: Option<Arc<CompiledContext>>) -> u32 {
        if context.is_none() { 0 } else { self.add(CompiledEntry::bare(context)) }
    }

    /// Enters a code point or sequence under its first code point.
    fn place(&mut self, cp: &[char], entry: u32, is_plain: bool) {
        let Some((&first, rest)) = cp.split_first() else { return };
        let slot = self.universe.number(first).and_then(|number| self.slots.get_mut(number as usize));
        debug_assert!(slot.is_some(), "code points of the repertoire are known");
        let Some(slot) = slot else { return };
        if rest.is_empty() {
            (slot.entry, slot.is_plain) = (entry, is_plain);
            return;
        }
        // A longer sequence occurs in no label.
        if cp.len() > MAX_LABEL {
            return;
        }
        if slot.sequences == NONE {
            slot.sequences = self.sequences.len() as u32;
            self.sequences.push(SequenceNode::default());
        }
        let tree = self.sequences.get_mut(slot.sequences as usize);
        debug_assert!(tree.is_some(), "slots refer to trees that exist");
        if let Some(tree) = tree {
            rest.iter().fold(tree, |node, &c| node.children.entry(c).or_default()).entry = Some(entry);
        }
    }

    /// Notes with each variant how its target stands in the repertoire, once all code points are placed.
    fn finish_targets(&mut self) {
        let mut variants = core::mem::take(&mut self.variants);
        self.target_classes = self.targets.iter().map(|&c| self.slot(c).class).collect();
        for variant in &mut variants {
            variant.is_plain = self.target(variant).iter().all(|&c| self.slot(c).is_plain);
            variant.class_bits =
                self.target_classes(variant).iter().fold(0, |bits, &class| bits | class_bit(class));
        }
        self.variants = variants;
    }

    /// The knowledge about a code point.
    #[inline]
    pub(in crate::lgr) fn slot(&self, c: char) -> Slot {
        let number = self.universe.number(c);
        debug_assert!(number.is_none_or(|number| (number as usize) < self.slots.len()));
        number.and_then(|number| self.slots.get(number as usize)).copied().unwrap_or(Slot::UNKNOWN)
    }

    /// The known code points, in order, each with the knowledge about it.
    #[cfg(feature = "policy")]
    pub(in crate::lgr) fn slots(&self) -> impl Iterator<Item = (char, Slot)> + '_ {
        self.universe.points().iter().copied().zip(self.slots.iter().copied())
    }

    /// The entry with this number; `None` for [`NONE`].
    #[inline]
    pub(in crate::lgr) fn entry(&self, number: u32) -> Option<&CompiledEntry> {
        find(&self.entries, number)
    }

    /// True if what can stand for each entry are single code points, all different.
    #[cfg(feature = "policy")]
    pub(in crate::lgr) fn has_simple_variants(&self) -> bool {
        self.entries.iter().all(|entry| entry.has_simple_variants)
    }

    /// The root of the tree of sequences that begin with a code point.
    #[inline]
    pub(in crate::lgr) fn sequences(&self, slot: Slot) -> Option<&SequenceNode> {
        find(&self.sequences, slot.sequences)
    }

    /// The variant with this number; `None` for [`NONE`].
    #[inline]
    pub(in crate::lgr) fn variant(&self, number: u32) -> Option<&CompiledVariant> {
        find(&self.variants, number)
    }

    /// True if any code point or sequence is a variant of itself, so that an action may look for its type.
    pub(in crate::lgr) fn has_reflexive(&self) -> bool {
        self.entries.iter().any(|entry| entry.has_reflexive)
    }

    /// True if any entry has a variant.
    pub(in crate::lgr) fn has_variants(&self) -> bool {
        !self.variants.is_empty()
    }

    /// Visits the source and the target of every mapping that is not reflexive.
    pub(in crate::lgr) fn for_each_mapping(&self, mut visit: impl FnMut(&[char], &[char])) {
        let mut visit_all = |source: &[char], entry: Option<&CompiledEntry>| {
            let variants = entry.into_iter().flat_map(|entry| self.variants_of(entry));
            for (_, variant) in variants.filter(|(_, variant)| !variant.is_reflexive) {
                visit(source, self.target(variant));
            }
        };
        for (&c, &slot) in self.universe.points().iter().zip(&self.slots) {
            visit_all(&[c], self.entry(slot.entry));
            let mut open = Vec::from_iter(self.sequences(slot).map(|node| (alloc::vec![c], node)));
            while let Some((source, node)) = open.pop() {
                visit_all(&source, node.entry.and_then(|entry| self.entry(entry)));
                for (&next, child) in &node.children {
                    let mut longer = source.clone();
                    longer.push(next);
                    open.push((longer, child));
                }
            }
        }
    }

    /// The variants of an entry, with their numbers.
    #[inline]
    pub(in crate::lgr) fn variants_of(
        &self,
        entry: &CompiledEntry,
    ) -> impl Iterator<Item = (u32, &CompiledVariant)> {
        entry.variants.clone().zip(span(&self.variants, &entry.variants))
    }

    /// The code points of the target of a variant.
    #[inline]
    pub(in crate::lgr) fn target(&self, variant: &CompiledVariant) -> &[char] {
        span(&self.targets, &variant.target)
    }

    /// The classes of the code points of the target of a variant.
    #[inline]
    pub(in crate::lgr) fn target_classes(&self, variant: &CompiledVariant) -> &[u16] {
        span(&self.target_classes, &variant.target)
    }
}

#[inline]
fn find<T>(list: &[T], number: u32) -> Option<&T> {
    debug_assert!(number == NONE || (number as usize) < list.len(), "compiled numbers are in their lists");
    list.get(number as usize)
}

#[inline]
fn span<'a, T>(list: &'a [T], range: &Range<u32>) -> &'a [T] {
    let span = list.get(range.start as usize..range.end as usize);
    debug_assert!(span.is_some(), "compiled ranges are in their lists");
    span.unwrap_or_default()
}

impl CompiledEntry {
    /// The number of its variants.
    pub(in crate::lgr) fn variant_count(&self) -> usize {
        self.variants.len()
    }

    fn bare(context: Option<Arc<CompiledContext>>) -> Self {
        Self {
            context,
            variants: 0..0,
            has_reflexive: false,
            has_conditional: false,
            has_simple_variants: true,
            least: NONE,
        }
    }
}

/// True if the targets are single code points, each another.
fn has_simple_variants(variants: &[Variant]) -> bool {
    let mut targets: Vec<char> = variants.iter().filter_map(|variant| variant.cp.single()).collect();
    targets.sort_unstable();
    targets.dedup();
    targets.len() == variants.len()
}
