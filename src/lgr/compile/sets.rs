//! Character classes (RFC 7940 section 6.2), resolved to sets of known code points.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use std::collections::HashMap;

use super::limits::{Budget, MAX_CLASSES, MAX_RULE_DEPTH, TooComplex};
use super::property::PropertyTest;
use super::universe::Universe;
use crate::lgr::compile::CompileError;
use crate::lgr::{Class, ClassExpression, Entry, Lgr, Origin};

/// The number of a set in its [`Sets`].
pub(in crate::lgr) type SetId = usize;

/// A set: its known members, and what decides about unknown code points.
#[derive(Clone, Debug)]
struct Set {
    bits: Vec<u64>,
    rest: Rest,
    depth: u32,
}

/// Membership of code points that the ruleset does not know.
#[derive(Clone, Debug)]
enum Rest {
    /// Tags stand on known code points only.
    None,
    Property(PropertyTest),
    Ranges(Vec<(char, char)>),
    Not(SetId),
    Any(Vec<SetId>),
    Both(SetId, SetId),
    Minus(SetId, SetId),
    OneOf(SetId, SetId),
}

/// The sets of one ruleset.
#[derive(Clone, Debug, Default)]
pub(in crate::lgr) struct Sets {
    sets: Vec<Set>,
}

/// Makes sets out of the classes of a ruleset.
pub(in crate::lgr) struct SetBuilder<'a, 'b> {
    universe: &'a Universe,
    pub(super) budget: &'b mut Budget,
    lgr: &'a Lgr,
    tags: Option<HashMap<&'a str, Vec<(char, char)>>>,
    names: HashMap<&'a str, SetId>,
    literals: HashMap<char, SetId>,
    properties: HashMap<(String, String), SetId>,
    sets: Sets,
}

impl<'a, 'b> SetBuilder<'a, 'b> {
    pub(in crate::lgr) fn new(lgr: &'a Lgr, universe: &'a Universe, budget: &'b mut Budget) -> Self {
        Self {
            universe,
            budget,
            lgr,
            tags: None,
            names: HashMap::new(),
            literals: HashMap::new(),
            properties: HashMap::new(),
            sets: Sets::default(),
        }
    }

    pub(in crate::lgr) fn finish(self) -> Sets {
        self.sets
    }

    /// Defines a named class.
    pub(in crate::lgr) fn define(&mut self, name: &'a str, class: &'a Class) -> Result<SetId, CompileError> {
        let set = self.expression(&class.expression, class.origin)?;
        self.names.insert(name, set);
        Ok(set)
    }

    /// The set of one code point.
    pub(in crate::lgr) fn literal(&mut self, c: char) -> Result<SetId, TooComplex> {
        if let Some(&set) = self.literals.get(&c) {
            return Ok(set);
        }
        let set = self.ranges(&[(c, c)], Rest::Ranges(alloc::vec![(c, c)]))?;
        self.literals.insert(c, set);
        Ok(set)
    }

    /// The set that an expression stands for.
    pub(in crate::lgr) fn expression(
        &mut self,
        expression: &'a ClassExpression,
        origin: Origin,
    ) -> Result<SetId, CompileError> {
        let too_complex = |TooComplex| CompileError::too_complex("class", "", origin);
        let set = match expression {
            ClassExpression::ByRef(name) => {
                return self
                    .names
                    .get(&**name)
                    .copied()
                    .ok_or_else(|| CompileError::unknown_class(name, origin));
            }
            ClassExpression::FromTag(tag) => {
                let ranges = self.tagged(tag);
                self.ranges(&ranges, Rest::None)
            }
            ClassExpression::Property(property) => {
                let key = ((*property.name).to_owned(), (*property.value).to_owned());
                if let Some(&set) = self.properties.get(&key) {
                    return Ok(set);
                }
                let version = self.lgr.metadata.unicode_version.as_ref().map(|version| version.value);
                let test = PropertyTest::new(property, version)
                    .map_err(|why| CompileError::unknown_property(property, why, origin))?;
                let mut bits = self.empty().map_err(too_complex)?;
                self.budget.spend_steps(self.universe.points().len()).map_err(too_complex)?;
                for (number, &c) in self.universe.points().iter().enumerate() {
                    if test.contains(c) {
                        insert(&mut bits, number);
                    }
                }
                let set = self.push(bits, Rest::Property(test), 0);
                if let Ok(set) = set {
                    self.properties.insert(key, set);
                }
                set
            }
            ClassExpression::CodePoints(ranges) => {
                let ranges: Vec<_> = ranges.iter().map(|range| (range.first, range.last)).collect();
                self.ranges(&ranges, Rest::Ranges(ranges.clone()))
            }
            ClassExpression::Complement(operand) => {
                let operand = self.expression(&operand.expression, operand.origin)?;
                self.combine(operand, operand, Rest::Not(operand), |a, _| !a)
            }
            ClassExpression::Union(operands) => {
                let mut members = Vec::new();
                let mut bits = self.empty().map_err(too_complex)?;
                let mut depth = 0;
                for operand in operands {
                    let member = self.expression(&operand.expression, operand.origin)?;
                    members.push(member);
                    let set = self.sets.get(member).ok_or(TooComplex).map_err(too_complex)?;
                    depth = depth.max(set.depth);
                    bits.iter_mut().zip(&set.bits).for_each(|(word, &other)| *word |= other);
                }
                self.push(bits, Rest::Any(members), depth + 1)
            }
            ClassExpression::Intersection(pair) => {
                let (a, b) = self.pair(pair)?;
                self.combine(a, b, Rest::Both(a, b), |a, b| a & b)
            }
            ClassExpression::Difference(pair) => {
                let (a, b) = self.pair(pair)?;
                self.combine(a, b, Rest::Minus(a, b), |a, b| a & !b)
            }
            ClassExpression::SymmetricDifference(pair) => {
                let (a, b) = self.pair(pair)?;
                self.combine(a, b, Rest::OneOf(a, b), |a, b| a ^ b)
            }
        };
        set.map_err(too_complex)
    }

    fn pair(&mut self, pair: &'a [Class; 2]) -> Result<(SetId, SetId), CompileError> {
        let [a, b] = pair;
        Ok((self.expression(&a.expression, a.origin)?, self.expression(&b.expression, b.origin)?))
    }

    /// The ranges of code points with a tag.
    fn tagged(&mut self, tag: &str) -> Vec<(char, char)> {
        let lgr = self.lgr;
        let tags = self.tags.get_or_insert_with(|| {
            let mut tags: HashMap<&'a str, Vec<(char, char)>> = HashMap::new();
            for entry in &lgr.data {
                let (first, last) = match entry {
                    Entry::Char(char) => match char.cp.single() {
                        Some(c) => (c, c),
                        None => continue,
                    },
                    Entry::Range(range) => (range.first, range.last),
                };
                for tag in entry.tags() {
                    let list = tags.entry(&**tag).or_default();
                    match list.last_mut() {
                        // Neighbours in the file are mostly neighbours in Unicode.
                        Some(before) if u32::from(before.1) + 1 == u32::from(first) => before.1 = last,
                        _ => list.push((first, last)),
                    }
                }
            }
            tags
        });
        tags.get(tag).cloned().unwrap_or_default()
    }

    /// The bits of the empty set.
    fn empty(&mut self) -> Result<Vec<u64>, TooComplex> {
        let words = self.universe.points().len().div_ceil(64);
        self.budget.spend_set(words)?;
        Ok(alloc::vec![0; words])
    }

    /// The set of the code points in these ranges.
    fn ranges(&mut self, ranges: &[(char, char)], rest: Rest) -> Result<SetId, TooComplex> {
        let mut bits = self.empty()?;
        for &(first, last) in ranges {
            let numbers = self.universe.range(first, last);
            self.budget.spend_steps(numbers.len() + 16)?;
            for number in numbers {
                insert(&mut bits, number);
            }
        }
        self.push(bits, rest, 0)
    }

    fn combine(
        &mut self,
        a: SetId,
        b: SetId,
        rest: Rest,
        operation: fn(u64, u64) -> u64,
    ) -> Result<SetId, TooComplex> {
        let (first, second) = (self.sets.get(a).ok_or(TooComplex)?, self.sets.get(b).ok_or(TooComplex)?);
        self.budget.spend_set(first.bits.len())?;
        let mut bits: Vec<u64> =
            first.bits.iter().zip(&second.bits).map(|(&a, &b)| operation(a, b)).collect();
        let spare = bits.len() * 64 - self.universe.points().len();
        if let Some(last) = bits.last_mut()
            && spare > 0
        {
            *last &= u64::MAX >> spare;
        }
        let depth = first.depth.max(second.depth) + 1;
        self.push(bits, rest, depth)
    }

    fn push(&mut self, bits: Vec<u64>, rest: Rest, depth: u32) -> Result<SetId, TooComplex> {
        if depth > MAX_RULE_DEPTH {
            return Err(TooComplex);
        }
        self.sets.sets.push(Set { bits, rest, depth });
        Ok(self.sets.sets.len() - 1)
    }
}

fn insert(bits: &mut [u64], number: usize) {
    if let Some(word) = bits.get_mut(number >> 6) {
        *word |= 1 << (number & 63);
    }
}

impl Sets {
    fn get(&self, set: SetId) -> Option<&Set> {
        let found = self.sets.get(set);
        debug_assert!(found.is_some(), "the number of a set is in the list of sets");
        found
    }

    /// True if the code point with that number is in the set.
    pub(in crate::lgr) fn has(&self, set: SetId, number: usize) -> bool {
        let word = self.get(set).and_then(|set| set.bits.get(number >> 6));
        word.is_some_and(|word| word & (1 << (number & 63)) != 0)
    }

    /// True if a code point that the ruleset does not know is in the set.
    pub(in crate::lgr) fn has_unknown(&self, set: SetId, c: char) -> bool {
        let Some(set) = self.get(set) else { return false };
        match &set.rest {
            Rest::None => false,
            Rest::Property(test) => test.contains(c),
            Rest::Ranges(ranges) => ranges.iter().any(|&(first, last)| (first..=last).contains(&c)),
            Rest::Not(a) => !self.has_unknown(*a, c),
            Rest::Any(members) => members.iter().any(|&member| self.has_unknown(member, c)),
            Rest::Both(a, b) => self.has_unknown(*a, c) && self.has_unknown(*b, c),
            Rest::Minus(a, b) => self.has_unknown(*a, c) && !self.has_unknown(*b, c),
            Rest::OneOf(a, b) => self.has_unknown(*a, c) != self.has_unknown(*b, c),
        }
    }

    /// Groups the known code points so that each of these sets holds a group whole or not at all.
    pub(in crate::lgr) fn classify(
        &self,
        asked: &[SetId],
        points: usize,
        budget: &mut Budget,
    ) -> Result<Classes, TooComplex> {
        let mut of: Vec<u16> = alloc::vec![0; points];
        let mut sizes: Vec<u32> = alloc::vec![points as u32];
        let mut inside: Vec<u32> = Vec::new();
        let mut split: Vec<u16> = Vec::new();
        for &set in asked {
            let set = self.get(set).ok_or(TooComplex)?;
            budget.spend_steps(set.bits.len() + sizes.len())?;
            inside.clear();
            inside.resize(sizes.len(), 0);
            for number in members(&set.bits) {
                budget.spend_steps(2)?;
                if let Some(count) = of.get(number).and_then(|&class| inside.get_mut(usize::from(class))) {
                    *count += 1;
                }
            }
            split.clear();
            let mut new_sizes = Vec::new();
            for (class, (&count, size)) in inside.iter().zip(&mut sizes).enumerate() {
                if count == 0 || count == *size {
                    split.push(class as u16);
                    continue;
                }
                let new = inside.len() + new_sizes.len();
                if new >= MAX_CLASSES {
                    return Err(TooComplex);
                }
                split.push(new as u16);
                new_sizes.push(count);
                *size -= count;
            }
            sizes.append(&mut new_sizes);
            for number in members(&set.bits) {
                if let Some(class) = of.get_mut(number)
                    && let Some(&new) = split.get(usize::from(*class))
                {
                    *class = new;
                }
            }
        }
        let mut samples = alloc::vec![usize::MAX; sizes.len()];
        for (number, &class) in of.iter().enumerate() {
            if let Some(sample) = samples.get_mut(usize::from(class)) {
                *sample = number.min(*sample);
            }
        }
        Ok(Classes { of, samples })
    }
}

fn members(bits: &[u64]) -> impl Iterator<Item = usize> + '_ {
    bits.iter().enumerate().flat_map(|(index, &word)| {
        let mut rest = word;
        core::iter::from_fn(move || {
            (rest != 0).then(|| {
                let bit = rest.trailing_zeros() as usize;
                rest &= rest - 1;
                index * 64 + bit
            })
        })
    })
}

/// The groups of known code points that rules cannot tell apart.
#[derive(Clone, Debug, Default)]
pub(in crate::lgr) struct Classes {
    /// For each code point by number, its group.
    pub(in crate::lgr) of: Vec<u16>,
    /// For each group, one of its code points by number.
    pub(in crate::lgr) samples: Vec<usize>,
}
