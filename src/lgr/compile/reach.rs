//! Which labels a rule matches: none, some or all of those that the code points of its ruleset can make.

use alloc::collections::BTreeSet;

use super::limits::MAX_LABEL;
use super::machine::Machine;
use super::rule::CompiledRule;
use super::{CompiledLgr, action};

/// How far a rule reaches over the labels that the code points of a ruleset make, in any order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    None,
    Some,
    All,
}

impl CompiledLgr {
    /// The reach of a rule that an action names; `None` if there is no such rule, or its automaton has too many
    /// states to be followed.
    pub(crate) fn reach(&self, name: &str) -> Option<Reach> {
        let action::Actions { rules, .. } = &self.actions;
        rules.iter().find(|rule| &*rule.name == name)?.reach()
    }
}

impl CompiledRule {
    fn reach(&self) -> Option<Reach> {
        let letters: BTreeSet<u8> = self.letters_in_use().collect();
        self.machines().search.as_ref()?.reach(&letters)
    }
}

impl Machine {
    /// Follows every label of these letters that is not empty, until no new state is met.
    fn reach(&self, letters: &BTreeSet<u8>) -> Option<Reach> {
        if self.is_simulated() {
            return None;
        }
        // A match stays one whatever follows.
        if self.is_hit(self.start()) {
            return Some(Reach::All);
        }
        let (mut seen, mut last) = (BTreeSet::new(), BTreeSet::from([self.start()]));
        let (mut matched, mut unmatched) = (false, false);
        for _ in 0..MAX_LABEL {
            let mut next = BTreeSet::new();
            for &state in &last {
                for &letter in letters {
                    let state = self.step(state, letter);
                    matched |= self.is_hit_at_end(state);
                    unmatched |= !self.is_hit_at_end(state);
                    if !self.is_hit(state) && seen.insert(state) {
                        next.insert(state);
                    }
                }
            }
            if matched && unmatched {
                return Some(Reach::Some);
            }
            last = next;
        }
        match (matched, unmatched) {
            (true, false) => Some(Reach::All),
            (false, true) => Some(Reach::None),
            _ => None,
        }
    }
}
