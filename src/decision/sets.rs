//! Names that exist, parted into variant sets.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::decider::{Decider, Zone};
use super::keys::{KeyRules, split};
use super::set::MAX_WORK;
use crate::collisions::components;
use crate::lgr::{BoundExceeded, Scratch, Work};
use crate::policy::VariantDisposition;

impl Decider {
    /// Parts names, each as its [keys](super::IndexKeys) have it, into variant sets: two names are in one set if they
    /// are variants of each other, or each is of one with a third of the names. Names that cannot be told apart
    /// within the bounds of the exact test are in one set. The order of the names is kept.
    ///
    /// ```
    /// use ulabel::decision::Decider;
    /// use ulabel::policy::builtin;
    ///
    /// let decider = Decider::new(&builtin::find("ca").unwrap().policy().unwrap()).unwrap();
    /// let sets = decider.sets(&["cafe.ca", "cave.ca", "café.ca"]);
    /// assert_eq!(sets, [&["cafe.ca", "café.ca"][..], &["cave.ca"]]);
    /// ```
    #[must_use]
    pub fn sets<'n>(&self, names: &[&'n str]) -> Vec<Vec<&'n str>> {
        let (mut scratch, mut work) = (Scratch::new(), Work::new(MAX_WORK));
        let mut keys = self.keys();
        let are_of_one = |name: &str, other: &str| {
            keys.take(name);
            self.rules.are_of_one_set(self.zone(&keys), name, other, &mut scratch, &mut work)
        };
        let places: BTreeMap<&str, usize> = names.iter().copied().zip(0..).collect();
        let sets = components(names.to_vec(), are_of_one).into_iter();
        let mut sets: Vec<Vec<&'n str>> = sets.map(|component| component.names).collect();
        sets.iter_mut().for_each(|set| set.sort_by_key(|name| places.get(name)));
        sets
    }
}

impl KeyRules {
    /// True if two names are in one variant set by the tables of the zone of one of them.
    pub(super) fn are_of_one_set(
        &self,
        zone: &Zone,
        name: &str,
        other: &str,
        scratch: &mut Scratch,
        work: &mut Work,
    ) -> Result<bool, BoundExceeded> {
        let ((label, suffix), (other, other_suffix)) = (split(name), split(other));
        if self.suffix_key(suffix) != self.suffix_key(other_suffix) {
            return Ok(false);
        }
        match &self.tables {
            // Each variant is a name of its own, where the policy says so.
            _ if zone.variants().disposition == Some(VariantDisposition::None) => Ok(false),
            _ if other == label => Ok(true),
            Some(tables) if tables.coarse_key_chars(label).eq(tables.coarse_key_chars(other)) => {
                tables.collides(label, other, scratch, work)
            }
            _ => Ok(false),
        }
    }
}
