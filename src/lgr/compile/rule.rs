//! Compiled rules: is a context given, does a label match (RFC 7940 sections 6.3 and 6.4).

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::limits::{Budget, MAX_LETTERS, TooComplex};
use super::machine::{Machine, Purpose};
use super::pattern::{Alternative, LettersOf, Node, Place, pattern, write_letters};
use super::sets::{Classes, SetId, Sets};

/// The class of a code point that the ruleset does not know.
pub(in crate::lgr) const UNKNOWN: u16 = u16::MAX;

/// A rule, ready to be asked.
#[derive(Debug)]
pub(in crate::lgr) struct CompiledRule {
    alternatives: Vec<Alternative>,
    sets: Vec<SetId>,
    /// The letter of each class of code points.
    letter_of: Box<[u8]>,
    /// For each letter a code point, by number, that has it.
    samples: Vec<usize>,
    machines: Machines,
    /// Bit `class % 128` is set if that class can move a search from its start; all bits if the start
    /// says something by itself.
    active: u128,
}

/// The automata of a rule.
#[derive(Debug)]
pub(in crate::lgr) struct Machines {
    /// Parts without an anchor: matched anywhere in the label. All such alternatives in one.
    pub(in crate::lgr) search: Option<Machine>,
    /// Parts with an anchor.
    pub(in crate::lgr) contexts: Vec<ContextMachines>,
}

/// What one alternative asks around the anchor; what is missing is always given.
#[derive(Debug)]
pub(in crate::lgr) struct ContextMachines {
    pub(in crate::lgr) behind: Option<Machine>,
    pub(in crate::lgr) trail: Option<Machine>,
    pub(in crate::lgr) ahead: Option<Machine>,
}

/// A label as rules see it.
#[derive(Clone, Copy, Debug)]
pub(in crate::lgr) struct View<'a> {
    /// The classes of its code points.
    pub(in crate::lgr) classes: &'a [u16],
    /// Its code points.
    pub(in crate::lgr) points: &'a [char],
    /// Whether some classes are [`UNKNOWN`].
    pub(in crate::lgr) has_unknown: bool,
}

impl CompiledRule {
    pub(in crate::lgr) fn new(
        node: &Arc<Node>,
        sets: &Sets,
        classes: &Classes,
        budget: &mut Budget,
    ) -> Result<Self, TooComplex> {
        let alternatives = node.alternatives()?;
        let used = node.collect_sets(budget)?;
        // Letters: classes that the sets of this rule cannot tell apart.
        budget.spend_steps(classes.samples.len() * (used.len() + 1))?;
        let mut letter_of: Vec<u8> = alloc::vec![0; classes.samples.len()];
        let mut samples: Vec<usize> = classes.samples.first().copied().into_iter().collect();
        let mut seen: Vec<(u8, bool, u8)> = Vec::new();
        for &set in &used {
            budget.spend_steps(classes.samples.len() * samples.len() / 4)?;
            seen.clear();
            let mut count = samples.len();
            let mut renumbered: Vec<usize> = samples.clone();
            for (class, letter) in letter_of.iter_mut().enumerate() {
                let sample = classes.samples.get(class).copied().unwrap_or(usize::MAX);
                let inside = sets.has(set, sample);
                if let Some(&(_, _, new)) =
                    seen.iter().find(|&&(old, was, _)| old == *letter && was == inside)
                {
                    *letter = new;
                    continue;
                }
                // The first side met keeps the letter, the other gets a new one.
                let taken = seen.iter().any(|&(old, ..)| old == *letter);
                let new = if taken {
                    count += 1;
                    renumbered.push(sample);
                    u8::try_from(count - 1).map_err(|_| TooComplex)?
                } else {
                    if let Some(place) = renumbered.get_mut(usize::from(*letter)) {
                        *place = sample;
                    }
                    *letter
                };
                seen.push((*letter, inside, new));
                *letter = new;
            }
            samples = renumbered;
            if samples.len() > MAX_LETTERS {
                return Err(TooComplex);
            }
        }
        let known = KnownLetters { sets, samples: &samples, extra: &[] };
        let machines = Machines::build(&alternatives, &known, budget)?;
        let active = match &machines.search {
            Some(search) if search.needs_letters() => letter_of
                .iter()
                .enumerate()
                .filter(|&(_, &letter)| !search.is_idle(letter))
                .fold(0, |bits, (class, _)| bits | class_bit(class as u16)),
            Some(_) => u128::MAX,
            None => 0,
        };
        Ok(Self { alternatives, sets: used, letter_of: letter_of.into(), samples, machines, active })
    }

    /// The letter of a class.
    #[inline]
    pub(in crate::lgr) fn letter(&self, class: u16) -> u8 {
        self.letter_of.get(usize::from(class)).copied().unwrap_or(0)
    }

    pub(in crate::lgr) fn machines(&self) -> &Machines {
        &self.machines
    }

    /// Whether a label whose classes have these bits can match at all; a quick look.
    #[inline]
    pub(in crate::lgr) fn may_match(&self, class_bits: u128) -> bool {
        self.active & class_bits != 0 || self.active == u128::MAX
    }

    /// Whether the rule matches the label, at whatever place (RFC 7940 section 6.3). Anchors are not met.
    #[inline]
    pub(in crate::lgr) fn matches(&self, classes: impl Iterator<Item = u16>) -> bool {
        self.machines
            .search
            .as_ref()
            .is_some_and(|search| search.run(classes.map(|class| self.letter(class))))
    }

    /// Whether the rule is met around `start..end` of the label (RFC 7940 section 6.4).
    #[inline]
    pub(in crate::lgr) fn holds(&self, label: View<'_>, start: usize, end: usize, sets: &Sets) -> bool {
        if label.has_unknown {
            return self.holds_among_unknown(label, start, end, sets);
        }
        let before = label.classes.get(..start).unwrap_or_default();
        let after = label.classes.get(end..).unwrap_or_default();
        self.surrounds(before, after)
            || (self.machines.search.is_some() && self.matches(label.classes.iter().copied()))
    }

    /// Whether one of the anchored alternatives is met between these.
    #[inline]
    pub(in crate::lgr) fn surrounds(&self, before: &[u16], after: &[u16]) -> bool {
        self.machines.contexts.iter().any(|context| {
            context
                .behind
                .as_ref()
                .is_none_or(|machine| machine.run(before.iter().rev().map(|&class| self.letter(class))))
                && context
                    .ahead
                    .as_ref()
                    .is_none_or(|machine| machine.run(after.iter().map(|&class| self.letter(class))))
        })
    }

    /// As [`CompiledRule::holds`], in a label with code points that the ruleset does not know. They may
    /// be in sets in combinations that no known code point is; then the automata are made anew. Such a
    /// label is not eligible in any case: this finds out for which reasons.
    fn holds_among_unknown(&self, label: View<'_>, start: usize, end: usize, sets: &Sets) -> bool {
        let mut extra: Vec<Vec<bool>> = Vec::new();
        let mut letters: Vec<u8> = Vec::new();
        for (&class, &c) in label.classes.iter().zip(label.points) {
            if class != UNKNOWN {
                letters.push(self.letter(class));
                continue;
            }
            let signature: Vec<bool> = self.sets.iter().map(|&set| sets.has_unknown(set, c)).collect();
            let known = self.samples.iter().position(|&sample| {
                self.sets.iter().zip(&signature).all(|(&set, &inside)| sets.has(set, sample) == inside)
            });
            let letter = known.unwrap_or_else(|| {
                let place = extra.iter().position(|other| *other == signature).unwrap_or_else(|| {
                    extra.push(signature);
                    extra.len() - 1
                });
                self.samples.len() + place
            });
            letters.push(u8::try_from(letter).unwrap_or(0));
        }
        let machines = if extra.is_empty() {
            Cow::Borrowed(&self.machines)
        } else {
            let extra: Vec<(&[SetId], Vec<bool>)> =
                extra.into_iter().map(|signature| (&*self.sets, signature)).collect();
            let known = KnownLetters { sets, samples: &self.samples, extra: &extra };
            match Machines::build(&self.alternatives, &known, &mut Budget::default()) {
                Ok(machines) => Cow::Owned(machines),
                Err(TooComplex) => Cow::Borrowed(&self.machines),
            }
        };
        let before = letters.get(..start).unwrap_or_default();
        let after = letters.get(end..).unwrap_or_default();
        let surrounded = machines.contexts.iter().any(|context| {
            context.behind.as_ref().is_none_or(|machine| machine.run(before.iter().rev().copied()))
                && context.ahead.as_ref().is_none_or(|machine| machine.run(after.iter().copied()))
        });
        surrounded || machines.search.as_ref().is_some_and(|search| search.run(letters.iter().copied()))
    }
}

impl Clone for Machines {
    fn clone(&self) -> Self {
        Self {
            search: self.search.clone(),
            contexts: self
                .contexts
                .iter()
                .map(|context| ContextMachines {
                    behind: context.behind.clone(),
                    trail: context.trail.clone(),
                    ahead: context.ahead.clone(),
                })
                .collect(),
        }
    }
}

/// The bit of a class in the masks that tell labels without interest apart.
#[inline]
pub(in crate::lgr) fn class_bit(class: u16) -> u128 {
    1 << (class % 128)
}

impl Machines {
    fn build(
        alternatives: &[Alternative],
        letters: &KnownLetters<'_>,
        budget: &mut Budget,
    ) -> Result<Self, TooComplex> {
        let count = letters.count().max(1);
        if count > MAX_LETTERS {
            return Err(TooComplex);
        }
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
            let (mut behind, mut trail, mut ahead) = (None, None, None);
            if !alternative.before.is_empty() {
                let pattern = pattern(&alternative.before, Place::BeforeAnchor, letters)?;
                behind = Some(Machine::build(&pattern, count, Purpose::Behind, budget)?);
                trail = Some(Machine::build(&pattern, count, Purpose::Trail, budget)?);
            }
            if !alternative.after.is_empty() {
                let pattern = pattern(&alternative.after, Place::AfterAnchor, letters)?;
                ahead = Some(Machine::build(&pattern, count, Purpose::Ahead, budget)?);
            }
            contexts.push(ContextMachines { behind, trail, ahead });
        }
        let search = if searches.is_empty() {
            None
        } else {
            Some(Machine::build(&searches, count, Purpose::Search, budget)?)
        };
        Ok(Self { search, contexts })
    }
}

/// Letters known from samples, and more that no known code point has.
struct KnownLetters<'a> {
    sets: &'a Sets,
    samples: &'a [usize],
    /// The sets asked, and which of them hold the letter.
    extra: &'a [(&'a [SetId], Vec<bool>)],
}

impl KnownLetters<'_> {
    fn count(&self) -> usize {
        self.samples.len() + self.extra.len()
    }
}

impl LettersOf for KnownLetters<'_> {
    fn write_set(&self, set: SetId, out: &mut String) {
        let known = self.samples.iter().map(|&sample| self.sets.has(set, sample));
        let extra = self.extra.iter().map(|(sets, signature)| {
            sets.iter().zip(signature).any(|(&other, &inside)| other == set && inside)
        });
        let inside = known.chain(extra).enumerate().filter(|&(_, inside)| inside);
        write_letters(inside.map(|(letter, _)| letter as u8), out);
    }

    fn write_any(&self, out: &mut String) {
        write_letters(0..self.count().max(1) as u8, out);
    }
}
