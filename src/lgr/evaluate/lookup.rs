//! A label, looked up in the repertoire of a ruleset.

use arrayvec::ArrayVec;

use crate::lgr::compile::CompiledLgr;
use crate::lgr::compile::limits::MAX_LABEL;
use crate::lgr::compile::repertoire::{NONE, Slot};
use crate::lgr::compile::rule::{UNKNOWN, View, class_bit};

/// A label and what the repertoire says of its code points, held in place.
#[derive(Debug, Default)]
pub(in crate::lgr) struct LabelLookup {
    pub(in crate::lgr) points: ArrayVec<char, MAX_LABEL>,
    pub(in crate::lgr) slots: ArrayVec<Slot, MAX_LABEL>,
    pub(in crate::lgr) classes: ArrayVec<u16, MAX_LABEL>,
    /// The bits of all classes.
    pub(in crate::lgr) class_bits: u128,
    pub(in crate::lgr) has_unknown: bool,
    /// Whether every code point is an entry by itself in every context.
    pub(in crate::lgr) is_plain: bool,
}

const UNKNOWN_SLOT: Slot = Slot { entry: NONE, sequences: NONE, class: UNKNOWN, is_plain: false };

impl LabelLookup {
    /// Looks a label up; false, with what fitted, if it is empty or longer than any label.
    #[inline]
    pub(in crate::lgr) fn look_up(&mut self, lgr: &CompiledLgr, label: impl Iterator<Item = char>) -> bool {
        self.points.clear();
        self.slots.clear();
        self.classes.clear();
        (self.class_bits, self.has_unknown, self.is_plain) = (0, false, true);
        for c in label {
            if self.points.try_push(c).is_err() {
                return false;
            }
            let slot = lgr
                .universe
                .number(c)
                .and_then(|number| lgr.table.slots.get(number as usize))
                .copied()
                .unwrap_or(UNKNOWN_SLOT);
            self.slots.push(slot);
            self.classes.push(slot.class);
            self.class_bits |= class_bit(slot.class);
            self.has_unknown |= slot.class == UNKNOWN;
            self.is_plain &= slot.is_plain;
        }
        !self.points.is_empty()
    }

    #[inline]
    pub(in crate::lgr) fn view(&self) -> View<'_> {
        View { classes: &self.classes, points: &self.points, has_unknown: self.has_unknown }
    }
}

/// Entries that match at one place, by ascending length.
#[derive(Clone, Copy, Debug)]
pub(in crate::lgr) struct Matching {
    found: [(u8, u32); MAX_LABEL],
    count: usize,
}

impl Matching {
    /// Length and entry, longest first.
    #[inline]
    pub(in crate::lgr) fn longest_first(&self) -> impl Iterator<Item = (usize, u32)> + '_ {
        self.found
            .get(..self.count)
            .unwrap_or_default()
            .iter()
            .rev()
            .map(|&(len, entry)| (usize::from(len), entry))
    }

    #[inline]
    fn push(&mut self, len: usize, entry: u32) {
        if let Some(place) = self.found.get_mut(self.count) {
            *place = (len as u8, entry);
            self.count += 1;
        }
    }
}

impl CompiledLgr {
    /// The entries that match at `start`, whatever their contexts.
    #[inline]
    pub(in crate::lgr) fn matching(&self, label: &LabelLookup, start: usize) -> Matching {
        let mut matching = Matching { found: [(0, NONE); MAX_LABEL], count: 0 };
        let Some(slot) = label.slots.get(start) else { return matching };
        if slot.entry != NONE {
            matching.push(1, slot.entry);
        }
        let mut node = slot.sequences;
        let rest = label.points.get(start + 1..).unwrap_or_default();
        for (index, &c) in rest.iter().enumerate() {
            let Some(next) = self.table.nodes.get(node as usize).and_then(|node| node.child(c)) else {
                break;
            };
            node = next;
            if let Some(entry) = self.table.nodes.get(node as usize).map(|node| node.entry)
                && entry != NONE
            {
                matching.push(index + 2, entry);
            }
        }
        matching
    }

    /// Whether the context with this number is given around `start..end` of the label.
    #[inline]
    pub(in crate::lgr) fn context_given(
        &self,
        context: u32,
        label: &LabelLookup,
        start: usize,
        end: usize,
    ) -> bool {
        if context == NONE {
            return true;
        }
        let Some(context) = self.table.contexts.get(context as usize) else { return false };
        let Some(rule) = self.rules.get(context.rule) else { return false };
        rule.rule.holds(label.view(), start, end, &self.sets) == context.must_hold
    }

    /// Whether the rule with this place among those of the actions matches the label.
    #[inline]
    pub(in crate::lgr) fn action_rule_matches(&self, place: usize, label: &LabelLookup) -> bool {
        let rule = self.actions.rules.get(place).and_then(|&rule| self.rules.get(rule));
        rule.is_some_and(|rule| {
            rule.rule.may_match(label.class_bits) && rule.rule.matches(label.classes.iter().copied())
        })
    }
}
