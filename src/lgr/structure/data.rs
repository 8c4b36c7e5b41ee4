//! Constraints on the repertoire (RFC 7940 section 5).

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::slice;
use std::collections::{HashMap, hash_map};

use super::{Definition, StructureCheck, at};
use crate::finding::FaultCode;
use crate::lgr::{CharEntry, CodePoints, ContextRule, Entry, Origin, Variant};

impl<'a> StructureCheck<'a> {
    pub(super) fn data(&mut self) {
        self.order_and_overlap();
        let lgr = self.lgr;
        for (index, entry) in lgr.data.iter().enumerate() {
            self.references(entry.references(), entry.origin());
            if let Some(context) = entry.context()
                && !self.context_rule(context, entry.origin(), || subject(entry))
            {
                self.unsound.entries.insert(index);
            }
            match entry {
                Entry::Char(char) => self.char(index, char),
                Entry::Range(range) => {
                    if range.last < range.first {
                        self.fault(FaultCode::ReversedRange, range.origin, vec![subject(entry)]);
                        self.unsound.entries.insert(index);
                    }
                }
            }
            self.tags_once(entry);
        }
    }

    fn tags_once(&mut self, entry: &'a Entry) {
        let tags = entry.tags();
        for (index, tag) in tags.iter().enumerate() {
            if tags.iter().take(index).any(|before| before == tag) {
                self.fault(FaultCode::RepeatedTag, entry.origin(), vec![(**tag).to_owned()]);
            }
        }
        if let Entry::Char(char) = entry
            && !tags.is_empty()
            && char.cp.len() != 1
        {
            self.fault(FaultCode::TagOnSequence, char.origin, vec![char.cp.to_string()]);
        }
    }

    /// True if the rule of a context is defined; a fault says so if it is not.
    fn context_rule(
        &mut self,
        context: &'a ContextRule,
        origin: Origin,
        subject: impl Fn() -> String,
    ) -> bool {
        let rule = &**context.rule();
        if matches!(self.known.get(rule), Some(Definition::Rule(..))) {
            return true;
        }
        if !self.broken.contains(rule) {
            let arguments = vec![rule.to_owned(), subject()];
            self.fault(FaultCode::UnknownContextRule, origin, arguments);
        }
        false
    }

    fn char(&mut self, index: usize, char: &'a CharEntry) {
        if char.cp.is_empty() {
            if char.variants.is_empty() {
                self.fault(FaultCode::EmptyChar, char.origin, Vec::new());
                self.unsound.entries.insert(index);
            }
            for variant in &char.variants {
                if variant.kind.as_deref() != Some("invalid") {
                    let arguments = vec![variant.cp.to_string()];
                    self.fault(FaultCode::NullVariantType, variant.origin, arguments);
                }
            }
        }
        for (position, variant) in char.variants.iter().enumerate() {
            self.references(&variant.references, variant.origin);
            if let Some(context) = &variant.context
                && !self.context_rule(context, variant.origin, || format!("variant {}", variant.cp))
            {
                self.unsound.variants.insert((index, position));
            }
        }
        self.variants_once(index, char);
    }

    /// Target and context are unique among the variants of a `char` (section 5.3.1).
    fn variants_once(&mut self, index: usize, char: &'a CharEntry) {
        let key = |variant: &'a Variant| (&*variant.cp, &variant.context);
        // In ascending order, as recommended, equal ones are neighbours.
        if char.variants.is_sorted_by(|a, b| key(a) < key(b)) {
            return;
        }
        let mut first: HashMap<(&[char], &Option<ContextRule>), Origin> = HashMap::new();
        for (position, variant) in char.variants.iter().enumerate() {
            match first.get(&key(variant)) {
                Some(&before) => {
                    let arguments = vec![variant.cp.to_string(), char.cp.to_string(), at(before)];
                    self.fault(FaultCode::DuplicateVariant, variant.origin, arguments);
                    self.unsound.variants.insert((index, position));
                }
                None => {
                    first.insert(key(variant), variant.origin);
                }
            }
        }
    }

    /// No code point twice, and preferably in ascending order (section 5).
    fn order_and_overlap(&mut self) {
        let lgr = self.lgr;
        let mut descent = None;
        let mut greatest: Option<&Entry> = None;
        for entry in &lgr.data {
            match greatest {
                Some(before) if !precedes(before, entry) => {
                    descent = descent.or(Some((before, entry)));
                }
                _ => greatest = Some(entry),
            }
        }
        // Strictly ascending means that nothing overlaps.
        let Some((before, entry)) = descent else { return };
        // What comes before it stands after it; what does neither overlaps.
        if precedes(entry, before) {
            let arguments = vec![subject(entry), subject(before)];
            self.fault(FaultCode::NotAscending, entry.origin(), arguments);
        }
        self.overlaps();
    }

    /// An entry that shares a code point with one before it, or is the same sequence, is at fault.
    fn overlaps(&mut self) {
        let lgr = self.lgr;
        let mut sequences: HashMap<&CodePoints, &Entry> = HashMap::new();
        // What the entries without fault span, by the first code point; no two overlap.
        let mut spans: BTreeMap<char, (char, &Entry)> = BTreeMap::new();
        for (index, entry) in lgr.data.iter().enumerate() {
            let span = match entry {
                Entry::Char(char) => char.cp.single().map(|c| (c, c)),
                Entry::Range(range) if range.first <= range.last => Some((range.first, range.last)),
                Entry::Range(_) => continue,
            };
            let before = match (span, entry) {
                (Some((first, last)), _) => {
                    let below = spans.range(..=last).next_back();
                    let before = below.filter(|&(_, &(end, _))| first <= end).map(|(_, &(_, before))| before);
                    if before.is_none() {
                        spans.insert(first, (last, entry));
                    }
                    before
                }
                (None, Entry::Char(char)) => match sequences.entry(&char.cp) {
                    hash_map::Entry::Occupied(known) => Some(*known.get()),
                    hash_map::Entry::Vacant(vacant) => {
                        vacant.insert(entry);
                        None
                    }
                },
                _ => None,
            };
            let Some(before) = before else { continue };
            self.unsound.entries.insert(index);
            if self.faults.is_full() {
                continue;
            }
            let is_range = |entry: &Entry| matches!(entry, Entry::Range(_));
            if is_range(entry) || is_range(before) {
                let arguments = vec![subject(entry), subject(before), at(before.origin())];
                self.fault(FaultCode::OverlappingRange, entry.origin(), arguments);
            } else {
                let arguments = vec![subject(entry), at(before.origin())];
                self.fault(FaultCode::DuplicateCodePoint, entry.origin(), arguments);
            }
        }
    }
}

fn subject(entry: &Entry) -> String {
    match entry {
        Entry::Char(char) => char.cp.to_string(),
        Entry::Range(range) => format!("{}-{}", CodePoints::from(range.first), CodePoints::from(range.last)),
    }
}

/// The first and the last that an entry defines.
fn bounds(entry: &Entry) -> (&[char], &[char]) {
    match entry {
        Entry::Char(char) => (&char.cp, &char.cp),
        Entry::Range(range) => (slice::from_ref(&range.first), slice::from_ref(&range.last)),
    }
}

/// True if all of `before` comes before all of `entry`.
fn precedes(before: &Entry, entry: &Entry) -> bool {
    bounds(before).1 < bounds(entry).0
}
