//! Constraints on the repertoire (RFC 7940 section 5).

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::slice;
use std::collections::HashMap;

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

    fn overlaps(&mut self) {
        let lgr = self.lgr;
        let mut known: HashMap<&CodePoints, Origin> = HashMap::new();
        let mut spans: Vec<(char, char, usize)> = Vec::new();
        for (index, entry) in lgr.data.iter().enumerate() {
            match entry {
                Entry::Char(char) => {
                    if let Some(&before) = known.get(&char.cp) {
                        self.unsound.entries.insert(index);
                        if !self.faults.is_full() {
                            let arguments = vec![subject(entry), at(before)];
                            self.fault(FaultCode::DuplicateCodePoint, char.origin, arguments);
                        }
                        continue;
                    }
                    known.insert(&char.cp, char.origin);
                    spans.extend(char.cp.single().map(|c| (c, c, index)));
                }
                Entry::Range(range) if range.first <= range.last => {
                    spans.push((range.first, range.last, index));
                }
                Entry::Range(_) => {}
            }
        }
        spans.sort_unstable();
        let mut widest: Option<(char, usize)> = None;
        for (first, last, index) in spans {
            match widest {
                Some((end, other)) if first <= end => {
                    self.overlapping(index.min(other), index.max(other));
                    if last > end {
                        widest = Some((last, index));
                    }
                }
                _ => widest = Some((last, index)),
            }
        }
    }

    /// Of two entries that overlap, one of them a range, the later one is at fault.
    fn overlapping(&mut self, earlier: usize, later: usize) {
        let lgr = self.lgr;
        let (Some(before), Some(entry)) = (lgr.data.get(earlier), lgr.data.get(later)) else { return };
        if !self.unsound.entries.insert(later) || self.faults.is_full() {
            return;
        }
        let arguments = vec![subject(entry), subject(before), at(before.origin())];
        self.fault(FaultCode::OverlappingRange, entry.origin(), arguments);
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
