//! Which tables a code point is in: one look-up for all tables of a policy.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::lgr::{AlwaysEligible, TableSet};
use crate::policy::model::code_points::CodePointSet;
use crate::policy::model::table::Table;
use crate::unicode::{self, GeneralCategory, OwnedTrie};

/// Code points of a block.
const BLOCK: u32 = 128;

/// The knowledge of a policy about a code point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::policy) struct Class {
    /// The tables that it may stand in.
    pub(in crate::policy) tables: TableSet,
    /// See [`Traits`].
    pub(in crate::policy) traits: u32,
}

/// Bits that are or-ed over a label.
pub(in crate::policy) struct Traits;

impl Traits {
    pub(in crate::policy) const LETTER: u32 = 1;
    pub(in crate::policy) const DIGIT: u32 = 1 << 1;
    pub(in crate::policy) const HYPHEN: u32 = 1 << 2;
    /// Some table asks more of the code point than that it is there: it stands in some places or in sequences
    /// only, or a rule speaks of it.
    pub(in crate::policy) const PLACED: u32 = 1 << 3;
    /// No table has the code point.
    pub(in crate::policy) const UNKNOWN: u32 = 1 << 4;
    pub(in crate::policy) const NON_ASCII: u32 = 1 << 5;
    /// Neither letter, digit nor hyphen: a mark, a joiner.
    pub(in crate::policy) const OTHER: u32 = 1 << 6;
    /// A bit for each of the first sets of digits; the last stands for all others.
    pub(in crate::policy) const DIGIT_SETS: u32 = 0xFF00;
    const FIRST_DIGIT_SET: u32 = 8;
    const MAX_DIGIT_SETS: u32 = 8;
    /// A bit for each of the first must-contain rules of all tables.
    const FIRST_MUST: u32 = 16;
    pub(in crate::policy) const MAX_MUST: usize = 16;

    /// The bit of must-contain rule number `n` in the order of the tables.
    pub(in crate::policy) fn must(n: usize) -> Option<u32> {
        (n < Self::MAX_MUST).then(|| 1 << (Self::FIRST_MUST + n as u32))
    }

    /// The bits that properties give, without those that depend on the policy.
    pub(in crate::policy) fn of(c: char) -> u32 {
        use GeneralCategory::{Ll, Lm, Lo, Lt, Lu, Nd};
        let kind = match unicode::general_category(c) {
            Ll | Lm | Lo | Lt | Lu => Self::LETTER,
            Nd => Self::DIGIT,
            _ if c == '-' => Self::HYPHEN,
            _ => Self::OTHER,
        };
        if c.is_ascii() { kind } else { kind | Self::NON_ASCII }
    }
}

impl Class {
    /// The class of a code point that no table has.
    const UNKNOWN: Self = Self { tables: TableSet::EMPTY, traits: Traits::UNKNOWN };
}

/// The class of each code point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::policy) struct Lookup {
    /// The classes of ASCII, which most code points of most labels are.
    ascii: [Class; 128],
    numbers: OwnedTrie<u16, { BLOCK as usize }>,
    /// The classes by number; the first is that of code points that no table has.
    classes: Vec<Class>,
}

impl Lookup {
    /// The classes under these tables; `always_eligible` has for each that is a ruleset the code points of which it asks no
    /// more.
    pub(in crate::policy) fn new(tables: &[Table], always_eligible: &[Option<AlwaysEligible<'_>>]) -> Self {
        let contexts = tables.iter().flat_map(|table| &table.neighbours);
        let in_contexts: CodePointSet = contexts.map(|context| context.letters.clone()).collect();
        let mut digit_sets: Vec<char> = Vec::new();
        let mut classes = alloc::vec![Class::UNKNOWN];
        let mut known: BTreeMap<Class, u16> = BTreeMap::new();
        let mut number_of = |c: char, bits: Bits| {
            let asks = |number: usize| {
                always_eligible
                    .get(number)
                    .and_then(Option::as_ref)
                    .is_some_and(|always_eligible| !always_eligible.has(c))
            };
            let is_placed = bits.in_sequences_only || in_contexts.contains(c) || bits.tables.iter().any(asks);
            let class = class_of(c, bits.tables, is_placed, tables, &mut digit_sets);
            *known.entry(class).or_insert_with(|| {
                classes.push(class);
                (classes.len() - 1) as u16
            })
        };
        let members = members(tables);
        let members = members.iter().flat_map(|(block, bits)| (block * BLOCK..).zip(bits));
        let numbers = members
            .filter(|(_, bits)| !bits.tables.is_empty())
            .filter_map(|(code_point, bits)| {
                Some((code_point, number_of(char::from_u32(code_point)?, *bits)))
            })
            .collect();
        let mut lookup = Self { ascii: [Class::UNKNOWN; 128], numbers, classes };
        lookup.ascii = core::array::from_fn(|octet| lookup.numbered(octet as u32));
        lookup
    }

    /// The class of a code point.
    #[inline]
    pub(in crate::policy) fn class(&self, c: char) -> Class {
        match self.ascii.get(c as usize) {
            Some(class) => *class,
            None => self.numbered(c.into()),
        }
    }

    #[inline]
    fn numbered(&self, code_point: u32) -> Class {
        let number = self.numbers.get(code_point);
        self.classes.get(usize::from(number)).copied().unwrap_or(Class::UNKNOWN)
    }
}

/// Tables that have a code point, and those that have it in sequences only.
#[derive(Clone, Copy, Default)]
struct Bits {
    tables: TableSet,
    in_sequences_only: bool,
}

type Members = BTreeMap<u32, [Bits; BLOCK as usize]>;

/// The code points of all tables, block by block.
fn members(tables: &[Table]) -> Members {
    let mut members = Members::new();
    for (n, table) in tables.iter().enumerate() {
        let repertoire = table.repertoire();
        for (first, last) in repertoire.ranges() {
            change(&mut members, (*first, *last), |bits| bits.tables.insert(n));
        }
        for c in table.sequences.iter().flat_map(|sequence| sequence.chars()) {
            let only = !repertoire.contains(c);
            change(&mut members, (c, c), |bits| {
                bits.tables.insert(n);
                bits.in_sequences_only |= only;
            });
        }
    }
    members
}

/// Changes the bits of a range, block by block.
fn change(members: &mut Members, (first, last): (char, char), change: impl Fn(&mut Bits)) {
    let (first, last) = (first as u32, last as u32);
    for block in first / BLOCK..=last / BLOCK {
        let start = block * BLOCK;
        let from = first.saturating_sub(start) as usize;
        let to = (last - start).min(BLOCK - 1) as usize;
        let bits = members.entry(block).or_insert([Bits::default(); BLOCK as usize]);
        bits.get_mut(from..=to).into_iter().flatten().for_each(&change);
    }
}

fn class_of(
    c: char,
    of_tables: TableSet,
    is_placed: bool,
    tables: &[Table],
    digit_sets: &mut Vec<char>,
) -> Class {
    let mut traits = Traits::of(c);
    if is_placed {
        traits |= Traits::PLACED;
    }
    if let Some(zero) = unicode::digit_zero(c) {
        let number = digit_sets.iter().position(|known| *known == zero).unwrap_or_else(|| {
            digit_sets.push(zero);
            digit_sets.len() - 1
        });
        traits |= 1 << (Traits::FIRST_DIGIT_SET + (number as u32).min(Traits::MAX_DIGIT_SETS - 1));
    }
    let rules = tables.iter().flat_map(|table| &table.must_contain);
    for (bit, rule) in
        rules.take(Traits::MAX_MUST).enumerate().filter_map(|(n, rule)| Traits::must(n).zip(Some(rule)))
    {
        if rule.is_met_by(c) {
            traits |= bit;
        }
    }
    Class { tables: of_tables, traits }
}
