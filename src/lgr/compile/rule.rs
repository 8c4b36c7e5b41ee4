//! Compiled rules: is a context given, does a label match (RFC 7940 sections 6.3 and 6.4).

use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use std::collections::HashMap;

use super::limits::{Budget, MAX_LETTERS, TooComplex};
use super::machine::{Machine, Purpose};
use super::pattern::{Alternative, Letters, PatternNode, Place, pattern};
use super::sets::{Classes, Sets};
use crate::lgr::Identifier;

/// The class of a code point that the ruleset does not know.
pub(in crate::lgr) const UNKNOWN: u16 = u16::MAX;

/// The compiled rule of each name.
pub(in crate::lgr) type RulesByName<'a> = HashMap<&'a str, Arc<CompiledRule>>;

/// A rule as automata.
#[derive(Debug)]
pub(in crate::lgr) struct CompiledRule {
    pub(in crate::lgr) name: Identifier,
    alternatives: Vec<Alternative>,
    letters: Letters,
    /// The letter of each class of code points.
    letter_of: Box<[u8]>,
    machines: Machines,
    /// Bit `class % 128` is set if that class can move a search from its start; all bits are set if the start
    /// itself can match.
    active: u128,
}

/// The automata of a rule.
#[derive(Debug)]
pub(in crate::lgr) struct Machines {
    /// The alternatives without an anchor, all in one: they match anywhere in the label.
    pub(in crate::lgr) search: Option<Machine>,
    /// The alternatives with an anchor.
    pub(in crate::lgr) contexts: Vec<ContextMachines>,
}

/// The automata of one alternative with an anchor; a side without one is always met.
#[derive(Debug)]
pub(in crate::lgr) struct ContextMachines {
    pub(in crate::lgr) behind: Option<Machine>,
    /// The same as `behind`, read onwards.
    pub(in crate::lgr) trail: Option<Machine>,
    pub(in crate::lgr) ahead: Option<Machine>,
}

/// A label as rules see it.
#[derive(Clone, Copy, Debug)]
pub(in crate::lgr) struct LabelView<'a> {
    /// The classes of its code points.
    pub(in crate::lgr) classes: &'a [u16],
    /// Its code points.
    pub(in crate::lgr) points: &'a [char],
    /// True if some classes are [`UNKNOWN`].
    pub(in crate::lgr) has_unknown: bool,
}

impl CompiledRule {
    pub(in crate::lgr) fn new(
        name: &Identifier,
        node: &Arc<PatternNode>,
        sets: &Sets,
        classes: &Classes,
        budget: &mut Budget,
    ) -> Result<Self, TooComplex> {
        let alternatives = node.alternatives()?;
        let mut letters = Letters::new(node.collect_sets(budget)?);
        budget.spend_steps(classes.samples.len() * (letters.sets().len() + 1))?;
        // Classes that the sets of this rule cannot tell apart share a letter.
        let mut known: HashMap<Vec<bool>, u8> = HashMap::new();
        let mut letter_of = Vec::with_capacity(classes.samples.len());
        for &sample in &classes.samples {
            let membership: Vec<bool> = letters.sets().iter().map(|&set| sets.has(set, sample)).collect();
            letter_of.push(match known.get(&membership) {
                Some(&letter) => letter,
                None => {
                    let letter = letters.add(membership.clone())?;
                    known.insert(membership, letter);
                    letter
                }
            });
        }
        let machines = Machines::build(&alternatives, &letters, budget)?;
        let active = match &machines.search {
            Some(search) if search.needs_letters() => letter_of
                .iter()
                .enumerate()
                .filter(|&(_, &letter)| !search.is_idle(letter))
                .fold(0, |bits, (class, _)| bits | class_bit(class as u16)),
            Some(_) => u128::MAX,
            None => 0,
        };
        let letter_of = letter_of.into();
        Ok(Self { name: name.clone(), alternatives, letters, letter_of, machines, active })
    }

    /// The letter of a class.
    #[inline]
    pub(in crate::lgr) fn letter(&self, class: u16) -> u8 {
        let letter = self.letter_of.get(usize::from(class)).copied();
        debug_assert!(letter.is_some(), "automata read labels of known code points only");
        letter.unwrap_or(0)
    }

    /// The letters of all classes.
    #[cfg(feature = "policy")]
    pub(in crate::lgr) fn letters_in_use(&self) -> impl Iterator<Item = u8> + '_ {
        self.letter_of.iter().copied()
    }

    pub(in crate::lgr) fn machines(&self) -> &Machines {
        &self.machines
    }

    /// False if no label whose classes have these bits can match; a quick look.
    #[inline]
    pub(in crate::lgr) fn may_match(&self, class_bits: u128) -> bool {
        self.active & class_bits != 0 || self.active == u128::MAX
    }

    /// False if the rule is met nowhere in any label of these letters.
    pub(in crate::lgr) fn can_hold(&self, letters: &[u8]) -> bool {
        let can_match = |machine: &Option<Machine>| machine.as_ref().is_none_or(|m| m.can_match(letters));
        let Machines { search, contexts } = &self.machines;
        search.as_ref().is_some_and(|search| search.can_match(letters))
            || contexts.iter().any(|context| can_match(&context.behind) && can_match(&context.ahead))
    }

    /// True if the rule matches the label, at whatever place (RFC 7940 section 6.3). Alternatives with an
    /// anchor match no label.
    #[inline]
    pub(in crate::lgr) fn matches(&self, classes: impl Iterator<Item = u16>) -> bool {
        let search = self.machines.search.as_ref();
        search.is_some_and(|search| search.run(classes.map(|class| self.letter(class))))
    }

    /// True if the rule is met around `start..end` of the label (RFC 7940 section 6.4).
    #[inline]
    pub(in crate::lgr) fn holds(&self, label: LabelView<'_>, start: usize, end: usize, sets: &Sets) -> bool {
        if label.has_unknown {
            return self.holds_among_unknown(label, start, end, sets);
        }
        let before = label.classes.get(..start).unwrap_or_default();
        let after = label.classes.get(end..).unwrap_or_default();
        self.surrounds(before, after) || self.matches(label.classes.iter().copied())
    }

    /// True if one of the alternatives with an anchor is met between these classes.
    #[inline]
    pub(in crate::lgr) fn surrounds(&self, before: &[u16], after: &[u16]) -> bool {
        let letter = |&class: &u16| self.letter(class);
        self.machines.surround(before.iter().rev().map(letter), after.iter().map(letter))
    }

    /// As [`CompiledRule::holds`], in a label with code points that the ruleset does not know. They may be in
    /// combinations of sets in which no known code point is; then the automata are made anew. Such a label is
    /// not eligible in any case: the answer only decides which further reasons are reported.
    #[cold]
    fn holds_among_unknown(&self, label: LabelView<'_>, start: usize, end: usize, sets: &Sets) -> bool {
        let mut all = self.letters.clone();
        let mut letters: Vec<u8> = Vec::new();
        for (&class, &c) in label.classes.iter().zip(label.points) {
            let letter = if class == UNKNOWN {
                let membership = all.sets().iter().map(|&set| sets.has_unknown(set, c)).collect();
                all.find_or_add(membership)
            } else {
                Ok(self.letter(class))
            };
            let Ok(letter) = letter else { return false };
            letters.push(letter);
        }
        let extended;
        let machines = if all.count() == self.letters.count() {
            &self.machines
        } else {
            match Machines::build(&self.alternatives, &all, &mut Budget::default()) {
                Ok(machines) => extended = machines,
                Err(TooComplex) => return false,
            }
            &extended
        };
        let before = letters.get(..start).unwrap_or_default();
        let after = letters.get(end..).unwrap_or_default();
        machines.surround(before.iter().rev().copied(), after.iter().copied())
            || machines.search.as_ref().is_some_and(|search| search.run(letters.iter().copied()))
    }
}

/// The bit of a class in masks of classes. Classes share bits if there are more than 128 of them.
#[inline]
pub(in crate::lgr) fn class_bit(class: u16) -> u128 {
    1 << (class % 128)
}

impl Machines {
    fn build(
        alternatives: &[Alternative],
        letters: &Letters,
        budget: &mut Budget,
    ) -> Result<Self, TooComplex> {
        debug_assert!((1..=MAX_LETTERS).contains(&letters.count()));
        let mut searches = String::new();
        let mut contexts = Vec::new();
        for alternative in alternatives {
            if !alternative.anchored {
                if !searches.is_empty() {
                    searches.push('|');
                }
                searches.push_str(&pattern(&alternative.before, Place::Label, letters)?);
                continue;
            }
            let mut build = |nodes: &[_], place, purpose| {
                (!nodes.is_empty())
                    .then(|| {
                        Machine::build(&pattern(nodes, place, letters)?, letters.count(), purpose, budget)
                    })
                    .transpose()
            };
            contexts.push(ContextMachines {
                behind: build(&alternative.before, Place::BeforeAnchor, Purpose::Behind)?,
                trail: build(&alternative.before, Place::BeforeAnchor, Purpose::Trail)?,
                ahead: build(&alternative.after, Place::AfterAnchor, Purpose::Ahead)?,
            });
        }
        let search = (!searches.is_empty())
            .then(|| Machine::build(&searches, letters.count(), Purpose::Search, budget))
            .transpose()?;
        Ok(Self { search, contexts })
    }

    /// True if an alternative with an anchor is met between these letters; those before the anchor are given
    /// backwards.
    #[inline]
    fn surround(
        &self,
        before: impl Iterator<Item = u8> + Clone,
        after: impl Iterator<Item = u8> + Clone,
    ) -> bool {
        self.contexts.iter().any(|context| {
            context.behind.as_ref().is_none_or(|machine| machine.run(before.clone()))
                && context.ahead.as_ref().is_none_or(|machine| machine.run(after.clone()))
        })
    }
}
