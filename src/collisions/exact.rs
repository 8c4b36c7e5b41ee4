//! Names held against each other by the exact test.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::mem;

use crate::label::Label;
use crate::lgr::{BoundExceeded, LabelCollision, Scratch, Tables, Work};

/// Work on one name on average, in steps of the exact test. A million names take at most as many times that.
const WORK_A_NAME: usize = 20_000;

/// The exact test of names that share a coarse key, with memory that is used again.
#[derive(Debug)]
pub(super) struct ExactTest<'t> {
    tables: &'t Tables,
    scratch: Scratch,
    work: Work,
}

/// Names that collide with each other, directly or through others of them.
#[derive(Debug, Default)]
pub(crate) struct Component<'a> {
    pub(crate) names: Vec<&'a str>,
    /// False if a bound was reached, so that some of the names may not belong here.
    pub(super) is_decided: bool,
}

impl<'t> ExactTest<'t> {
    pub(super) fn new(tables: &'t Arc<Tables>) -> Self {
        Self { tables, scratch: Scratch::new(), work: Work::new(0) }
    }

    /// Allows work for so many more names.
    pub(super) fn allow(&mut self, names: usize) {
        self.work = Work::new(WORK_A_NAME.saturating_mul(names));
    }

    /// The pairs of labels that differ; none if the names cannot collide because other labels differ.
    fn pairs<'n>(&self, name: &'n str, other: &'n str) -> Option<Vec<(&'n str, &'n str)>> {
        let labels: Vec<Label> = name.split('.').map(Label::parse).collect();
        let judged = self.tables.suffixes().registered(labels.iter());
        if other.split('.').count() != labels.len() {
            return None;
        }
        let mut pairs = Vec::new();
        for (at, (own, other)) in name.split('.').zip(other.split('.')).enumerate() {
            match own == other {
                true => {}
                false if judged.contains(&at) => pairs.push((own, other)),
                false => return None,
            }
        }
        Some(pairs)
    }

    /// How two different names that share a coarse key collide: how the first labels that differ do, if all of
    /// them do.
    pub(super) fn collision(
        &mut self,
        name: &str,
        other: &str,
    ) -> Result<Option<LabelCollision>, BoundExceeded> {
        let Some(pairs) = self.pairs(name, other) else { return Ok(None) };
        let mut first = None;
        for (own, other) in pairs {
            let collision = self.tables.collision_within(own, other, &mut self.scratch, &mut self.work)?;
            let Some(collision) = collision else { return Ok(None) };
            first.get_or_insert(collision);
        }
        Ok(first)
    }

    fn collides(&mut self, name: &str, other: &str) -> Result<bool, BoundExceeded> {
        let Some(pairs) = self.pairs(name, other) else { return Ok(false) };
        for (own, other) in pairs {
            if !self.tables.collides(own, other, &mut self.scratch, &mut self.work)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Different names that share a coarse key, as sets that are connected by collisions. Pairs that cannot be told
    /// within the bounds count as collisions.
    pub(super) fn components<'a>(&mut self, names: Vec<&'a str>) -> Vec<Component<'a>> {
        self.allow(names.len());
        components(names, |name, other| self.collides(name, other))
    }
}

/// Names as sets that are connected by pairs of them. A pair that cannot be told within the bounds counts as one.
pub(crate) fn components<'a>(
    names: Vec<&'a str>,
    mut collides: impl FnMut(&str, &str) -> Result<bool, BoundExceeded>,
) -> Vec<Component<'a>> {
    let mut components: Vec<Component<'a>> = Vec::new();
    for name in names {
        let mut own = Component { names: alloc::vec![name], is_decided: true };
        // Where the first of the components stood that it joins.
        let mut place = None;
        for component in mem::take(&mut components) {
            let Some(is_decided) = joins(name, &component, &mut collides) else {
                components.push(component);
                continue;
            };
            place.get_or_insert(components.len());
            let last = own.names.len() - 1;
            own.names.splice(last..last, component.names);
            own.is_decided &= component.is_decided && is_decided;
        }
        components.insert(place.unwrap_or(components.len()), own);
    }
    components
}

/// Tells whether a name collides with one of a component: false if that is only feared; none if it does not.
fn joins(
    name: &str,
    component: &Component<'_>,
    mut collides: impl FnMut(&str, &str) -> Result<bool, BoundExceeded>,
) -> Option<bool> {
    component.names.iter().find_map(|other| match collides(name, other) {
        Ok(true) => Some(true),
        Ok(false) => None,
        Err(BoundExceeded) => Some(false),
    })
}
