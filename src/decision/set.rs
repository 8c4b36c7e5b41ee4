//! The variant set of a candidate: the registered names that are in one set with it, and their primary.

use alloc::vec::Vec;
use core::cmp::Ordering;

use super::decider::Zone;
use super::keys::{IndexKeys, KeyRules, split};
use super::record::NameRecord;
use super::status::Reason;
use super::store::NameStore;
use crate::lgr::{Scratch, Work};
use crate::policy::SameEntity;

/// Steps of the exact test for one candidate and all names that share its coarse key. Pairs that cannot be told within
/// them count as members of one set.
pub(super) const MAX_WORK: usize = 20_000_000;

/// The names that exist beside a candidate.
#[derive(Debug, Default)]
pub(super) struct NameSet {
    /// The record of the candidate itself, whatever its state.
    pub(super) own: Option<NameRecord>,
    /// The other registered names of its set under its suffix, oldest first.
    pub(super) others: Vec<NameRecord>,
    /// The registered names of its set under other top-level domains, oldest first.
    pub(super) elsewhere: Vec<NameRecord>,
    /// True if some of them may not be of the set, because a bound was reached.
    pub(super) is_undecided: bool,
}

impl NameSet {
    /// Gathers the set of the name whose keys these are.
    pub(super) fn gather<S: NameStore>(
        keys: &IndexKeys,
        rules: &KeyRules,
        zone: &Zone,
        store: &S,
        scratch: &mut Scratch,
    ) -> Result<Self, S::Error> {
        let mut set = Self::default();
        let mut work = Work::new(MAX_WORK);
        store.with_coarse_key(keys.coarse_key(), &mut |record| {
            if record.name == keys.name() {
                set.own = Some(record.clone());
                return;
            }
            if !record.state.is_registered() {
                return;
            }
            let collides = rules.are_of_one_set(zone, keys.name(), &record.name, scratch, &mut work);
            match collides {
                Ok(false) => return,
                Ok(true) => {}
                Err(_) => set.is_undecided = true,
            }
            let (_, suffix) = split(&record.name);
            let list = if suffix == keys.suffix() { &mut set.others } else { &mut set.elsewhere };
            list.push(record.clone());
        })?;
        set.others.sort_by(by_age);
        set.elsewhere.sort_by(by_age);
        Ok(set)
    }

    /// The record of the candidate, if it is registered.
    pub(super) fn registered(&self) -> Option<&NameRecord> {
        self.own.as_ref().filter(|own| own.state.is_registered())
    }

    /// The registered names under the suffix of the candidate, itself among them.
    fn all(&self) -> impl Iterator<Item = &NameRecord> + Clone {
        self.registered().into_iter().chain(&self.others)
    }

    /// The name to which the set belongs; none for a set without names.
    fn first(&self) -> Option<&NameRecord> {
        let marked = self.all().filter(|record| record.primary).min_by(|a, b| by_age(a, b));
        marked.or_else(|| self.all().min_by(|a, b| by_age(a, b)))
    }

    /// The primary name; an exempted set has none.
    pub(super) fn primary(&self, zone: &Zone, scratch: &mut Scratch) -> Primary<'_> {
        let Some(first) = self.first() else { return Primary::None };
        if self.all().nth(1).is_none() {
            return Primary::Is(first);
        }
        if zone.blocks_variants() {
            return Primary::Exempted;
        }
        let variants = zone.variants_of(first);
        let is_joined = |record: &NameRecord, scratch: &mut Scratch| {
            !record.exempted
                && (record.name == first.name
                    || difference(zone.same_entity(), first, Holder::of(record)).is_none()
                        && variants.are_allocatable(split(&record.name).0, scratch))
        };
        match self.all().all(|record| is_joined(record, scratch)) {
            true => Primary::Is(first),
            false => Primary::Exempted,
        }
    }

    /// How many names are registered under the suffix.
    pub(super) fn len(&self) -> usize {
        self.all().count()
    }

    /// True if a name of the set is on its way to another registrar.
    pub(super) fn is_pending(&self) -> bool {
        use super::record::NameState::PendingTransfer;
        self.all().chain(&self.elsewhere).any(|record| record.state == PendingTransfer)
    }
}

/// Whose the set is.
pub(super) enum Primary<'s> {
    /// No name is registered.
    None,
    Is(&'s NameRecord),
    /// Names from before variants were known: no name speaks for the others.
    Exempted,
}

/// Who asks for a name, or holds one. What is not known is none.
#[derive(Clone, Copy)]
pub(super) struct Holder<'h> {
    pub(super) registrant: Option<&'h str>,
    pub(super) registrar: Option<&'h str>,
}

impl<'h> Holder<'h> {
    pub(super) fn of(record: &'h NameRecord) -> Self {
        let known = |text: &'h str| Some(text).filter(|text| !text.is_empty());
        Self { registrant: known(&record.registrant), registrar: known(&record.registrar) }
    }
}

/// What makes two holders two entities.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Difference {
    Registrar,
    Registrant,
}

impl Difference {
    pub(super) const fn reason(self) -> Reason {
        match self {
            Self::Registrar => Reason::OtherRegistrar,
            Self::Registrant => Reason::OtherRegistrant,
        }
    }
}

/// What makes the holder of a name another entity than `other`, of what counts and is known of both.
pub(super) fn difference(counts: SameEntity, name: &NameRecord, other: Holder<'_>) -> Option<Difference> {
    let own = Holder::of(name);
    let differs =
        |own: Option<&str>, other: Option<&str>| own.zip(other).is_some_and(|(own, other)| own != other);
    if counts != SameEntity::Registrant && differs(own.registrar, other.registrar) {
        return Some(Difference::Registrar);
    }
    (counts != SameEntity::Registrar && differs(own.registrant, other.registrant))
        .then_some(Difference::Registrant)
}

/// The oldest first; one whose age is not known last.
fn by_age(a: &NameRecord, b: &NameRecord) -> Ordering {
    let age = |record: &NameRecord| (record.created.is_none(), record.created);
    age(a).cmp(&age(b)).then_with(|| a.name.cmp(&b.name))
}
