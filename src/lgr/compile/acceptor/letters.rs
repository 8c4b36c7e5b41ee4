//! The letters of the automaton: code points of which it can tell no difference share one.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use std::collections::HashMap;

use super::letter::{Alone, Letter, OTHER};
use super::progress::Followed;
use crate::lgr::compile::limits::MAX_LETTERS;
use crate::lgr::compile::repertoire::{NONE, SequenceNode};

/// All letters, by number; the first is that of code points that are not followed.
pub(super) struct Letters<'a> {
    pub(super) of_code_points: Vec<(u32, u8)>,
    pub(super) list: Vec<Letter<'a>>,
}

impl<'a> Letters<'a> {
    /// The letters of a ruleset; none if there are too many.
    pub(super) fn new(followed: &Followed<'a>) -> Option<Self> {
        let table = &followed.lgr.table;
        let mut further: BTreeSet<char> = BTreeSet::new();
        let mut open: Vec<&SequenceNode> =
            table.slots().filter_map(|(_, slot)| table.sequences(slot)).collect();
        while let Some(node) = open.pop() {
            further.extend(node.children.keys());
            open.extend(node.children.values());
        }
        let nothing = Letter { of_rules: Vec::new(), alone: None, code_point: None, sequences: None };
        let mut list = alloc::vec![nothing];
        let mut of_code_points = Vec::new();
        // Code points of one class and one entry, so that thousands of ideographs are looked at once.
        let mut of_slots: HashMap<(u16, u32), u8> = HashMap::new();
        let mut known: HashMap<(Vec<u8>, Option<Alone>), u8> = HashMap::new();
        for (c, slot) in table.slots() {
            let in_sequences = slot.sequences != NONE || further.contains(&c);
            let number = match of_slots.get(&(slot.class, slot.entry)) {
                Some(number) if !in_sequences => *number,
                _ => {
                    let (of_rules, alone) = (followed.letters_of(slot.class), followed.alone(slot));
                    if in_sequences {
                        let sequences = table.sequences(slot);
                        push(&mut list, Letter { of_rules, alone, code_point: Some(c), sequences })?
                    } else {
                        let number = number_of(&mut list, &mut known, of_rules, alone)?;
                        of_slots.insert((slot.class, slot.entry), number);
                        number
                    }
                }
            };
            of_code_points.push((c.into(), number));
        }
        Some(Self { of_code_points, list })
    }
}

fn number_of(
    list: &mut Vec<Letter<'_>>,
    known: &mut HashMap<(Vec<u8>, Option<Alone>), u8>,
    of_rules: Vec<u8>,
    alone: Option<Alone>,
) -> Option<u8> {
    if alone.is_none() {
        return Some(OTHER);
    }
    let key = (of_rules, alone);
    if let Some(number) = known.get(&key) {
        return Some(*number);
    }
    let letter = Letter { of_rules: key.0.clone(), alone: key.1, code_point: None, sequences: None };
    let number = push(list, letter)?;
    known.insert(key, number);
    Some(number)
}

fn push<'a>(list: &mut Vec<Letter<'a>>, letter: Letter<'a>) -> Option<u8> {
    let number = list.len();
    list.push(letter);
    (number < MAX_LETTERS).then_some(number as u8)
}
