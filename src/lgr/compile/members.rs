//! The members of named classes.

use alloc::vec::Vec;

use super::limits::Budget;
use super::sets::SetBuilder;
use super::universe::Universe;
use crate::lgr::{Entry, Lgr};

/// For each named class, how many code points of the repertoire are in it, and the first of them, at most
/// `limit`; `None` for a class with an unknown property or beyond the bounds of compiling.
pub(crate) fn class_members(lgr: &Lgr, limit: usize) -> Vec<Option<(usize, Vec<char>)>> {
    let mut budget = Budget::default();
    let mut points: Vec<char> = Vec::new();
    for entry in &lgr.data {
        match entry {
            Entry::Char(char) => points.extend_from_slice(&char.cp),
            Entry::Range(range) => {
                let size = u32::from(range.last).saturating_sub(u32::from(range.first)) as usize;
                if budget.spend_steps(size).is_err() {
                    return alloc::vec![None; lgr.classes().count()];
                }
                points.extend(range.first..=range.last);
            }
        }
    }
    let universe = Universe::new(points);
    let mut sets = SetBuilder::new(lgr, &universe);
    let found: Vec<_> =
        lgr.classes().map(|class| sets.define(&class.name, &class.class, &mut budget).ok()).collect();
    let sets = sets.finish();
    let members = |set| {
        let numbered = universe.points().iter().enumerate();
        let members = numbered.filter(|(number, _)| sets.has(set, *number)).map(|(_, c)| *c);
        (members.clone().count(), members.take(limit).collect())
    };
    found.into_iter().map(|set| set.map(members)).collect()
}
