//! A ruleset as one automaton that takes most of its labels in one pass: code points, contexts, sequences and the
//! rules of actions together.
//!
//! It never takes a label that the ruleset does not. What it does not follow (a sequence whose context depends on what
//! comes behind it, a context that asks for a match anywhere in the label) and what it refuses is left to the
//! evaluation, which knows the reasons.
//!
//! Main type: [`Acceptor`].

mod letter;
mod letters;
mod progress;
#[cfg(test)]
mod tests;

use alloc::boxed::Box;
use std::collections::HashMap;

use self::letters::Letters;
use self::progress::{Followed, Progress};
use super::CompiledLgr;
use super::limits::{MAX_ACCEPTOR_CELLS, MAX_ACCEPTOR_WORK, MAX_LABEL, Work};
use crate::unicode::OwnedTrie;

/// The state in which a label is left to the evaluation.
const LOST: u16 = 0;
/// The state before the first letter.
const START: u16 = 1;

/// The automaton.
#[derive(Debug)]
pub(in crate::lgr) struct Acceptor {
    letters: OwnedTrie<u8, 128>,
    letter_count: usize,
    /// A row for each state, with the next state for each letter.
    next: Box<[u16]>,
    /// For each state, true if a label that ends in it is eligible.
    takes: Box<[bool]>,
}

impl Acceptor {
    /// The automaton of a ruleset; none if it would be too big, or would follow nothing.
    #[cold]
    pub(in crate::lgr) fn new(lgr: &CompiledLgr) -> Option<Self> {
        let followed = Followed::new(lgr)?;
        let Letters { of_code_points, list } = Letters::new(&followed)?;
        let mut work = Work::new(MAX_ACCEPTOR_WORK);
        let start = followed.start();
        let mut numbers: HashMap<Progress, u16> = HashMap::from([(start.clone(), START)]);
        let mut states = alloc::vec![start];
        let mut next = alloc::vec![LOST; list.len()];
        let mut takes = alloc::vec![false];
        let mut at = 0;
        while let Some(state) = states.get(at).cloned() {
            takes.push(followed.takes(&list, &state));
            work.spend(list.len() * state.weight()).ok()?;
            if next.len() + list.len() > MAX_ACCEPTOR_CELLS {
                return None;
            }
            for letter in 0..list.len() {
                let reached = followed.step(&list, &state, letter as u8);
                next.push(reached.map_or(LOST, |reached| {
                    let number = states.len() as u16 + START;
                    *numbers.entry(reached).or_insert_with_key(|reached| {
                        states.push(reached.clone());
                        number
                    })
                }));
            }
            at += 1;
        }
        let letters = of_code_points.into_iter().collect();
        Some(Self { letters, letter_count: list.len(), next: next.into(), takes: takes.into() })
    }

    /// True if the label is eligible; false if it is not, or if that is not seen here.
    #[inline]
    pub(in crate::lgr) fn takes(&self, label: &str) -> bool {
        let mut state = START;
        let mut left = MAX_LABEL;
        for c in label.chars() {
            let letter = self.letters.get(c.into());
            let cell = usize::from(state) * self.letter_count + usize::from(letter);
            state = self.next.get(cell).copied().unwrap_or(LOST);
            if state == LOST || left == 0 {
                return false;
            }
            left -= 1;
        }
        !label.is_empty() && self.takes.get(usize::from(state)).copied().unwrap_or(false)
    }
}
