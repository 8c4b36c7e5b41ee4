//! The members of named classes.

use alloc::vec::Vec;

use super::build::code_points;
use super::limits::Budget;
use super::sets::SetBuilder;
use super::universe::Universe;
use crate::lgr::Lgr;

/// For each named class, how many code points of the repertoire are in it, and the first of them, at most
/// `limit`; `None` for a class with an unknown property or beyond the bounds of compiling.
pub(crate) fn class_members(lgr: &Lgr, limit: usize) -> Vec<Option<(usize, Vec<char>)>> {
    let mut budget = Budget::default();
    let Ok(points) = code_points(lgr, false, &mut budget) else {
        return alloc::vec![None; lgr.classes().count()];
    };
    let universe = Universe::new(points);
    let mut sets = SetBuilder::new(lgr, &universe, &mut budget);
    let found: Vec<_> = lgr.classes().map(|class| sets.define(&class.name, &class.class).ok()).collect();
    let sets = sets.finish();
    let members = |set| {
        let numbered = universe.points().iter().enumerate();
        let members = numbered.filter(|(number, _)| sets.has(set, *number)).map(|(_, c)| *c);
        (members.clone().count(), members.take(limit).collect())
    };
    found.into_iter().map(|set| set.map(members)).collect()
}
