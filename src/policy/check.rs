//! Checking a label against a compiled policy. What finds nothing is here; the sentences' matter is
//! gathered in `explain`, where speed no longer counts.

use alloc::vec::Vec;

use super::compile::{CompiledPolicy, CompiledTable};
use super::lookup::{Class, Marks};
use super::mixing;
use super::model::{LengthRule, LengthUnit, Stance};
use super::names::LazySkeleton;
use super::table::Table;
use crate::finding::Finding;
use crate::label::{Label, LabelKind, MAX_LABEL_OCTETS};
use crate::lgr::Scratch;
use crate::script::whole_script_confusables_of;
use crate::unicode::record;

/// What one walk over a label gathers.
#[derive(Clone, Copy)]
pub(super) struct Sum {
    /// The tables that have every code point.
    pub(super) tables: u64,
    /// All marks together.
    pub(super) marks: u32,
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) double_hyphen: bool,
    pub(super) code_points: u32,
    pub(super) letters: u32,
    pub(super) octets: u32,
}

impl Sum {
    const EMPTY: Self = Self {
        tables: u64::MAX,
        marks: 0,
        first: 0,
        last: 0,
        double_hyphen: false,
        code_points: 0,
        letters: 0,
        octets: 0,
    };

    #[inline]
    fn add(&mut self, class: Class) {
        self.tables &= class.tables;
        self.double_hyphen |= self.last & class.marks & Marks::HYPHEN != 0;
        if self.code_points == 0 {
            self.first = class.marks;
        }
        self.marks |= class.marks;
        self.last = class.marks;
        self.code_points += 1;
        self.letters += class.marks & Marks::LETTER;
    }

    #[inline]
    fn length(&self, unit: LengthUnit) -> u32 {
        match unit {
            LengthUnit::CodePoints => self.code_points,
            LengthUnit::Octets => self.octets,
            LengthUnit::Letters => self.letters,
        }
    }

    /// The length and the bound that it is below, and whether it is beyond the other.
    #[inline]
    pub(super) fn outside(&self, rule: &LengthRule) -> Option<Outside> {
        if rule.otherwise == Stance::Allow {
            return None;
        }
        let outside = |bound: Option<(u32, LengthUnit)>, breaks: fn(u32, u32) -> bool| {
            let (limit, unit) = bound?;
            let actual = self.length(unit);
            breaks(actual, limit).then_some((actual, limit, unit))
        };
        let short = outside(rule.min, |actual, limit| actual < limit);
        let long = outside(rule.max, |actual, limit| actual > limit);
        let make = |is_short| move |(actual, limit, unit)| Outside { is_short, actual, limit, unit };
        short.map(make(true)).or_else(|| long.map(make(false)))
    }

    pub(super) const fn has(&self, mark: u32) -> bool {
        self.marks & mark != 0
    }

    /// Whether the label is made of digits alone.
    #[inline]
    pub(super) const fn is_all_digits(&self) -> bool {
        self.marks & (Marks::LETTER | Marks::DIGIT | Marks::HYPHEN | Marks::OTHER) == Marks::DIGIT
    }

    #[inline]
    pub(super) const fn has_digit_at_end(&self) -> bool {
        (self.first | self.last) & Marks::DIGIT != 0
    }
}

/// A length outside its bounds.
pub(super) struct Outside {
    pub(super) is_short: bool,
    pub(super) actual: u32,
    pub(super) limit: u32,
    pub(super) unit: LengthUnit,
}

impl CompiledPolicy {
    /// Adds what the policy has against the label. A label that has no U-label, because it does not
    /// decode, is not looked at: what stands against it has been said.
    #[inline]
    pub fn check(&self, label: &Label, findings: &mut Vec<Finding>) {
        let Some(text) = label.u_label() else { return };
        if label.kind() == LabelKind::NrLdhLabel && self.is_plain_ascii(text.as_bytes()) {
            return;
        }
        let sum = self.sum(label, text);
        if !self.is_quiet(&sum, text)
            || self.has_names() && self.names_match(label, text)
            || !self.look_alike_scripts.is_empty() && self.is_look_alike(text)
        {
            self.explain(label, text, &sum, findings);
        }
    }

    /// Whether an LDH label is seen at a glance to break no rule.
    #[inline]
    fn is_plain_ascii(&self, label: &[u8]) -> bool {
        let (least, most) = self.plain_ascii;
        let octets = label.len() as u32;
        let policy = &self.policy;
        let ends_in_digit = || [label.first(), label.last()].into_iter().flatten().any(u8::is_ascii_digit);
        octets >= least
            && octets <= most
            && (policy.digits.all == Stance::Allow || label.iter().any(u8::is_ascii_lowercase))
            && (policy.double_hyphens == Stance::Allow || !label.windows(2).any(|pair| pair == b"--"))
            && (policy.digits.at_ends == Stance::Allow || !ends_in_digit())
    }

    /// Which labels of a name the policy judges, given their U-labels from the left: the one right before
    /// the longest of its suffixes, or all when it has none of them.
    pub(crate) fn judged(&self, labels: &[impl AsRef<Label>]) -> core::ops::Range<usize> {
        let ends_in = |suffix: &str| {
            let mut parts = suffix.rsplit('.');
            let mut of_name = labels.iter().rev().map(|label| label.as_ref().u_label());
            parts.all(|part| of_name.next().flatten() == Some(part))
        };
        let suffixes = self.policy.tlds.iter().filter(|suffix| ends_in(suffix));
        let longest = suffixes.map(|suffix| suffix.split('.').count()).max();
        match longest.and_then(|count| labels.len().checked_sub(count + 1)) {
            Some(at) => at..at + 1,
            None => 0..labels.len(),
        }
    }

    /// Walks over the label.
    #[inline]
    pub(super) fn sum(&self, label: &Label, text: &str) -> Sum {
        let mut sum = Sum::EMPTY;
        if text.is_ascii() {
            for octet in text.bytes() {
                sum.add(self.complete(self.lookup.ascii_class(octet), octet.into()));
            }
        } else {
            for c in text.chars() {
                sum.add(self.complete(self.lookup.class(c), c));
            }
        }
        sum.octets = label.a_label().map_or(text.len(), str::len) as u32;
        sum
    }

    /// A code point that no table has gets its marks from its properties.
    #[inline]
    fn complete(&self, class: Class, c: char) -> Class {
        if class.tables != 0 {
            return class;
        }
        let tables = if self.tables.is_empty() { u64::MAX } else { 0 };
        Class { tables, marks: Marks::of(c) | Marks::DIGIT_SETS }
    }

    /// Whether no rule about the label's own characters has anything against it. Erring is to say no.
    #[inline]
    fn is_quiet(&self, sum: &Sum, text: &str) -> bool {
        let policy = &self.policy;
        let digits = &policy.digits;
        let quiet = (!sum.double_hyphen || policy.double_hyphens == Stance::Allow)
            && (sum.has(Marks::NON_ASCII) || policy.ascii_labels == Stance::Allow)
            && (!sum.is_all_digits() || digits.all == Stance::Allow)
            && (!sum.has_digit_at_end() || digits.at_ends == Stance::Allow)
            && ((sum.marks & Marks::DIGIT_SETS).count_ones() < 2 || digits.several_sets == Stance::Allow)
            && sum.outside(&policy.length).is_none();
        if !quiet {
            return false;
        }
        if sum.tables & self.plain & self.script_safe != 0 {
            return true;
        }
        let mut buffer = ['\0'; MAX_LABEL_OCTETS];
        let long: Vec<char>;
        let label = match fill(&mut buffer, text) {
            Some(label) => label,
            None => {
                long = text.chars().collect();
                &long
            }
        };
        let accepting = self.accepting(sum, label, text);
        let in_table = self.tables.is_empty() || accepting != 0 || policy.outside_tables == Stance::Allow;
        in_table && (accepting & self.script_safe != 0 || mixing::holds(&policy.scripts, label))
    }

    fn has_names(&self) -> bool {
        !self.reserved.is_empty() || self.existing.is_some()
    }

    /// Whether the label could be written whole in one of the scripts that the policy names.
    fn is_look_alike(&self, text: &str) -> bool {
        let characters = text.chars().map(|c| (c, record(c as u32)));
        whole_script_confusables_of(characters).intersects(self.look_alike_scripts)
    }

    /// Whether the label is, or looks like, one of the names that the policy lists. Looking at look-alikes
    /// makes a skeleton, which allocates.
    fn names_match(&self, label: &Label, text: &str) -> bool {
        let mut skeleton = LazySkeleton::new(text);
        self.reserved.iter().chain(&self.existing).any(|names| {
            names.has(label)
                || names.variant_of(label, self.rulesets.set()).is_some()
                || names.by_skeleton() && names.look_alike(skeleton.get(), label).is_some()
        })
    }

    /// The tables that take the label whole, with all that they ask.
    pub(super) fn accepting(&self, sum: &Sum, label: &[char], text: &str) -> u64 {
        let mut accepting = sum.tables & self.plain;
        for (compiled, table) in self.tables.iter().zip(&self.policy.tables) {
            let fits = sum.tables & compiled.bit & !self.plain != 0;
            if fits && accepts(compiled, table, sum, label) && self.is_eligible(table, text) {
                accepting |= compiled.bit;
            }
        }
        accepting
    }

    /// Whether the ruleset of a table, where it is one, takes the label.
    fn is_eligible(&self, table: &Table, text: &str) -> bool {
        table.lgr.is_none()
            || self.rulesets.of(table).is_some_and(|lgr| lgr.is_eligible_with(text, &mut Scratch::new()))
    }

    /// The tables that the label fits whole, a bit each.
    pub(super) fn fitting_tables(&self, label: &Label) -> u64 {
        let Some(text) = label.u_label().filter(|text| !text.is_empty()) else { return 0 };
        let code_points: Vec<char> = text.chars().collect();
        self.accepting(&self.sum(label, text), &code_points, text)
    }
}

/// The code points of a text, in place when it is short enough to be a label.
fn fill<'b>(buffer: &'b mut [char; MAX_LABEL_OCTETS], text: &str) -> Option<&'b [char]> {
    let mut characters = text.chars();
    let mut len = 0;
    for (place, c) in buffer.iter_mut().zip(&mut characters) {
        *place = c;
        len += 1;
    }
    characters.next().is_none().then(|| buffer.get(..len).unwrap_or_default())
}

/// Whether a table that has every code point of the label takes it whole.
fn accepts(compiled: &CompiledTable, table: &Table, sum: &Sum, label: &[char]) -> bool {
    let met = |(n, rule): (usize, &super::table::MustContain)| match compiled.must.get(n).copied().flatten() {
        Some(bit) => sum.has(bit),
        None => label.iter().any(|c| rule.is_met_by(*c)),
    };
    table.must_contain.iter().enumerate().all(met)
        && (table.digits_at_ends == Stance::Allow || !sum.has_digit_at_end())
        && sum.outside(&table.length).is_none()
        && (!sum.has(Marks::CONTEXT) || contexts_hold(table, label).is_none())
        && (!sum.has(Marks::SEQUENCE) || first_gap(compiled, label).is_none())
}

/// The first place where a character stands outside its context.
pub(super) fn contexts_hold(table: &Table, label: &[char]) -> Option<usize> {
    let broken = |at: usize, c: char| {
        let mut contexts = table.neighbours.iter().filter(|context| context.letters.contains(c)).peekable();
        contexts.peek().is_some() && !contexts.any(|context| context.is_met(label, at))
    };
    label.iter().enumerate().find(|(at, c)| broken(*at, **c)).map(|(at, _)| at)
}

/// The first place up to which the label cannot be read as letters and sequences of the table; `None`
/// when all of it can.
pub(super) fn first_gap(compiled: &CompiledTable, label: &[char]) -> Option<usize> {
    if compiled.sequences.is_empty() {
        return None; // each code point stands alone
    }
    let mut inline = [false; 64];
    let mut long = Vec::new();
    let reachable: &mut [bool] = match inline.get_mut(..=label.len()) {
        Some(reachable) => reachable,
        None => {
            long.resize(label.len() + 1, false);
            &mut long
        }
    };
    let reach = |reachable: &mut [bool], at: usize| {
        reachable.get_mut(at).into_iter().for_each(|place| *place = true);
    };
    reach(reachable, 0);
    let mut furthest = 0;
    for (at, c) in label.iter().enumerate() {
        if !reachable.get(at).copied().unwrap_or(false) {
            continue;
        }
        furthest = at;
        if compiled.alone.contains(*c) {
            reach(reachable, at + 1);
        }
        for sequence in compiled.sequences.get(c).into_iter().flatten() {
            if label.get(at..).is_some_and(|rest| rest.starts_with(sequence)) {
                reach(reachable, at + sequence.len());
            }
        }
    }
    let whole = reachable.get(label.len()).copied().unwrap_or(false);
    (!whole).then_some(furthest)
}
