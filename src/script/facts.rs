//! The facts about scripts that one pass over a label finds.

use super::set::ScriptSet;
use crate::unicode::{Character, Script};

/// The facts that the questions of UTS #39 §5 are answered from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts {
    /// The scripts that all characters have in common: the resolved script set.
    pub(super) resolved: ScriptSet,
    /// The scripts that the characters other than Latin have in common.
    pub(super) beside_latin: ScriptSet,
    /// The code points, or-ed: below U+0080 when all are.
    pub(super) code_points: u32,
    /// True if every character has Identifier_Status Allowed.
    pub(super) is_allowed: bool,
    /// True if there are digits of more than one numbering system.
    pub(super) has_mixed_numbers: bool,
}

impl Facts {
    #[inline]
    pub(super) fn of(label: impl Iterator<Item = Character>) -> Self {
        let mut facts = Self {
            resolved: ScriptSet::ALL,
            beside_latin: ScriptSet::ALL,
            code_points: 0,
            is_allowed: true,
            has_mixed_numbers: false,
        };
        let (mut last_set, mut system) = (usize::MAX, 0);
        for character in label {
            let Character { c, record } = character;
            facts.code_points |= c as u32;
            facts.is_allowed &= record.is_identifier_allowed();
            let own_system = record.numbering_system();
            if own_system != 0 {
                facts.has_mixed_numbers |= system != 0 && system != own_system;
                system = own_system;
            }
            // Most neighbours have the same set, which changes nothing.
            let number = record.script_set_number();
            if number == last_set {
                continue;
            }
            last_set = number;
            let set = ScriptSet::from(character);
            facts.resolved = facts.resolved.intersection(set);
            if !set.contains(Script::Latin) {
                facts.beside_latin = facts.beside_latin.intersection(set);
            }
        }
        facts
    }
}
