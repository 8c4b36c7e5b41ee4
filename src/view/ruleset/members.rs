//! What is in the classes of a ruleset, as far as its own code points go.

use alloc::vec;
use alloc::vec::Vec;
use std::collections::HashMap;

use crate::lgr::compile::PropertyTest;
use crate::lgr::{Class, ClassExpression, CodePointRange, Entry, Lgr};

/// Classes times code points: above this, members are not worked out. Published tables stay below two
/// million; a hostile one could have thousands of classes over all of Unicode.
const MAX_WORK: usize = 50_000_000;

/// The code points of the repertoire that are in each named class, in the order of the classes; nothing
/// for a class that cannot be worked out.
pub(super) fn of_classes(lgr: &Lgr) -> Vec<Option<Vec<char>>> {
    let classes = lgr.classes().count();
    let Some(universe) = universe(lgr, MAX_WORK / classes.max(1)) else { return vec![None; classes] };
    let mut members = Members { lgr, universe: &universe, named: HashMap::new() };
    lgr.classes()
        .map(|class| {
            let bits = members.class(&class.class)?;
            let found = universe.iter().zip(&bits).filter(|(_, is_in)| **is_in).map(|(c, _)| *c).collect();
            members.named.insert(&class.name, bits);
            Some(found)
        })
        .collect()
}

/// Every code point of the repertoire, sequences taken apart, in ascending order; nothing if there are
/// more than `limit`.
fn universe(lgr: &Lgr, limit: usize) -> Option<Vec<char>> {
    let mut points: Vec<char> = Vec::new();
    for entry in &lgr.data {
        match entry {
            Entry::Char(char) => points.extend(char.cp.iter()),
            Entry::Range(range) => points.extend(range.first..=range.last),
        }
        if points.len() > limit {
            return None;
        }
    }
    points.sort_unstable();
    points.dedup();
    Some(points)
}

struct Members<'a> {
    lgr: &'a Lgr,
    universe: &'a [char],
    named: HashMap<&'a str, Vec<bool>>,
}

impl<'a> Members<'a> {
    /// For each code point of the universe, whether it is in the class.
    fn class(&self, class: &'a Class) -> Option<Vec<bool>> {
        let each = |test: &dyn Fn(char) -> bool| self.universe.iter().map(|c| test(*c)).collect();
        let join = |pair: &'a [Class; 2], test: fn(bool, bool) -> bool| {
            let [first, second] = pair;
            let (first, second) = (self.class(first)?, self.class(second)?);
            Some(first.into_iter().zip(second).map(|(first, second)| test(first, second)).collect())
        };
        match &class.expression {
            ClassExpression::ByRef(name) => self.named.get(&**name).cloned(),
            ClassExpression::FromTag(tag) => Some(self.tagged(tag)),
            ClassExpression::Property(property) => {
                let version = self.lgr.metadata.unicode_version.map(|version| version.value);
                let test = PropertyTest::new(property, version)?;
                Some(each(&|c| test.contains(c)))
            }
            ClassExpression::CodePoints(ranges) => {
                let ranges = disjoint(ranges);
                Some(each(&|c| {
                    let before = ranges.partition_point(|range| range.first <= c);
                    before
                        .checked_sub(1)
                        .and_then(|index| ranges.get(index))
                        .is_some_and(|range| c <= range.last)
                }))
            }
            ClassExpression::Complement(operand) => {
                Some(self.class(operand)?.into_iter().map(|is_in| !is_in).collect())
            }
            ClassExpression::Union(operands) => {
                let mut all = vec![false; self.universe.len()];
                for operand in operands {
                    all.iter_mut().zip(self.class(operand)?).for_each(|(all, is_in)| *all |= is_in);
                }
                Some(all)
            }
            ClassExpression::Intersection(pair) => join(pair, |first, second| first && second),
            ClassExpression::Difference(pair) => join(pair, |first, second| first && !second),
            ClassExpression::SymmetricDifference(pair) => join(pair, |first, second| first != second),
        }
    }

    fn tagged(&self, tag: &str) -> Vec<bool> {
        let mut bits = vec![false; self.universe.len()];
        for entry in self.lgr.data.iter().filter(|entry| entry.tags().has(tag)) {
            let (first, last) = match entry {
                Entry::Char(char) => match char.cp.single() {
                    Some(c) => (c, c),
                    None => continue,
                },
                Entry::Range(range) => (range.first, range.last),
            };
            let (from, to) = (
                self.universe.partition_point(|c| *c < first),
                self.universe.partition_point(|c| *c <= last),
            );
            if let Some(bits) = bits.get_mut(from..to) {
                bits.fill(true);
            }
        }
        bits
    }
}

/// The ranges in ascending order, those that touch made one.
fn disjoint(ranges: &[CodePointRange]) -> Vec<CodePointRange> {
    let mut sorted = ranges.to_vec();
    sorted.sort_unstable();
    let mut disjoint: Vec<CodePointRange> = Vec::new();
    for range in sorted {
        match disjoint.last_mut() {
            Some(before) if range.first <= before.last => before.last = before.last.max(range.last),
            _ => disjoint.push(range),
        }
    }
    disjoint
}
