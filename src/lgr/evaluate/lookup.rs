//! A label, looked up in the repertoire of a ruleset.

use arrayvec::ArrayVec;

use crate::lgr::compile::CompiledLgr;
use crate::lgr::compile::limits::MAX_LABEL;
use crate::lgr::compile::repertoire::{CompiledContext, CompiledEntry, NONE, Slot};
use crate::lgr::compile::rule::{LabelView, UNKNOWN, class_bit};

/// A label and the knowledge of the repertoire about its code points, held in place.
#[derive(Debug, Default)]
pub(in crate::lgr) struct LabelLookup {
    pub(in crate::lgr) points: ArrayVec<char, MAX_LABEL>,
    pub(in crate::lgr) slots: ArrayVec<Slot, MAX_LABEL>,
    pub(in crate::lgr) classes: ArrayVec<u16, MAX_LABEL>,
    /// The bits of all classes.
    pub(in crate::lgr) class_bits: u128,
    pub(in crate::lgr) has_unknown: bool,
    /// True if every code point is an entry by itself in every context.
    pub(in crate::lgr) is_plain: bool,
}

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
            let slot = lgr.table.slot(c);
            self.slots.push(slot);
            self.classes.push(slot.class);
            self.class_bits |= class_bit(slot.class);
            self.has_unknown |= slot.class == UNKNOWN;
            self.is_plain &= slot.is_plain;
        }
        !self.points.is_empty()
    }

    #[inline]
    fn view(&self) -> LabelView<'_> {
        LabelView { classes: &self.classes, points: &self.points, has_unknown: self.has_unknown }
    }
}

impl CompiledLgr {
    /// The entries that match at `start`, whatever their contexts, each with its length; by ascending length.
    #[inline]
    pub(in crate::lgr) fn matching<'a>(
        &'a self,
        label: &'a LabelLookup,
        start: usize,
    ) -> impl Iterator<Item = (usize, &'a CompiledEntry)> + 'a {
        let slot = label.slots.get(start);
        let single = slot.and_then(|slot| self.table.entry(slot.entry)).map(|entry| (1, entry));
        let mut node =
            slot.filter(|slot| slot.sequences != NONE).and_then(|slot| self.table.sequences(*slot));
        let nodes = label.points.iter().skip(start + 1).map_while(move |c| {
            node = node?.children.get(c);
            node
        });
        let sequences =
            (2..).zip(nodes).filter_map(|(len, node)| Some((len, self.table.entry(node.entry?)?)));
        single.into_iter().chain(sequences)
    }

    /// True if a context is given around `start..end` of the label, or if there is none to be given.
    #[inline]
    pub(in crate::lgr) fn context_given(
        &self,
        context: Option<&CompiledContext>,
        label: &LabelLookup,
        start: usize,
        end: usize,
    ) -> bool {
        context.is_none_or(|context| {
            context.rule.holds(label.view(), start, end, &self.sets) == context.must_hold
        })
    }

    /// True if the rule with this place among those of the actions matches the label.
    #[inline]
    pub(in crate::lgr) fn action_rule_matches(&self, place: usize, label: &LabelLookup) -> bool {
        let rule = self.actions.rules.get(place);
        debug_assert!(rule.is_some(), "actions refer to rules that exist");
        rule.is_some_and(|rule| {
            rule.may_match(label.class_bits) && rule.matches(label.classes.iter().copied())
        })
    }
}
