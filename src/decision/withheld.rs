//! What the registry keeps of a set as names that are no domains (NNDN, RFC 9022 §5.6).

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use super::decider::{Decider, Zone};
use super::decision::Request;
use super::keys::split;
use super::record::{NameRecord, NameState};
use super::set::{Holder, NameSet, Primary};
use super::status::Reason;
use super::store::NameStore;
use crate::lgr::{Scratch, VariantCount, VariantLabel, VariantLabelSet};
use crate::policy::{Stance, VariantDisposition, VariantRule, Withhold};

/// The dispositions of variants that the holder of a name may have.
const ALLOCATABLE: [&str; 2] = ["activated", "allocatable"];

/// The variants of a primary name that the registry keeps as names that are no domains, as far as they are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Withheld {
    /// Their records, in the order of their names. They are of the table and the moment of the primary name, which is
    /// their original, and nobody holds them.
    pub records: Vec<NameRecord>,
    /// True if the table has more such variants than the policy lists, or cannot count them within its bounds: then
    /// there are no records.
    pub is_left_out: bool,
}

impl Decider {
    /// What the policy withholds beside a name ([`VariantRule::withhold`]), if it is the primary of its set; nothing
    /// beside another. The variants are counted before they are listed, by what the table says; sets of more than
    /// [`VariantRule::max_withheld`] are not listed.
    ///
    /// A variant that the holder of the primary name may have, by all that the policy asks, is `withheld`; one that the
    /// holder could have but for a transfer of the set too. All others are `blocked`. Left out are variants that have a
    /// record, whatever its state; that are no labels of IDNA2008; or that belong to an older set of the same holder. One
    /// that is blocked beside several names is told beside each. Variants under other top-level domains of one set are
    /// not told.
    ///
    /// ```
    /// use ulabel::decision::{Decider, NameRecord, NameState, NamesInMemory};
    /// use ulabel::policy;
    ///
    /// let text = r#"
    ///     id = "x"
    ///     tld = ["example"]
    ///     variants = { disposition = "same-entity", withhold = "all" }
    ///     [[table]]
    ///     id = "latin"
    ///     letters = ["a..z", "éè"]
    ///     variants = { e = [{ to = "é", type = "allocatable" }, "è"] }
    /// "#;
    /// let decider = Decider::new(&policy::read(text).unwrap().policy).unwrap();
    /// let mut names = NamesInMemory::new();
    /// let mut keys = decider.keys();
    /// keys.take("te.example");
    /// names.put(&keys, NameRecord::default());
    ///
    /// let withheld = decider.withheld("te.example", &names).unwrap();
    /// let told: Vec<_> = withheld.records.iter().map(|record| (&*record.name, record.state)).collect();
    /// assert_eq!(told, [("tè.example", NameState::Blocked), ("té.example", NameState::Withheld)]);
    /// assert_eq!(withheld.records[0].original.as_deref(), Some("te.example"));
    /// ```
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub fn withheld<S: NameStore>(&self, name: &str, store: &S) -> Result<Withheld, S::Error> {
        let nothing = Withheld::default();
        let mut keys = self.keys();
        keys.take(name);
        let zone = self.zone(&keys);
        if !zone.withholds() {
            return Ok(nothing);
        }
        let mut scratch = Scratch::new();
        let set = NameSet::gather(&keys, &self.rules, zone, store, &mut scratch)?;
        let primary = match set.primary(zone, &mut scratch) {
            Primary::Is(primary) if primary.name == keys.name() => primary,
            _ => return Ok(nothing),
        };
        let Some((table_id, table)) = zone.table_of(primary) else { return Ok(nothing) };
        let variants = table.variants(split(&primary.name).0).ok();
        let Some(variants) = variants.filter(|variants| zone.variants().lists(variants)) else {
            return Ok(Withheld { is_left_out: true, ..nothing });
        };
        // All names of the set have one coarse key.
        let mut existing = BTreeSet::new();
        store.with_coarse_key(keys.coarse_key(), &mut |record| {
            existing.insert(record.name.clone());
        })?;
        let holder = Holder::of(primary);
        let is_full = zone.variants().max_members.is_some_and(|most| set.len() >= most as usize);
        let takes_others = zone.variants().withhold == Withhold::All;
        let mut records = Vec::new();
        let mut other_keys = self.keys();
        for variant in zone.variants().listed(&variants) {
            let name = alloc::format!("{}.{}", variant.label, keys.suffix());
            let request = Request {
                registrant: holder.registrant,
                registrar: holder.registrar,
                look_alikes: zone.minds_look_alikes(),
                ..Request::new(name.trim_end_matches('.'))
            };
            // What is asked beside the table is asked of each.
            let decision = self.decide_with(&request, &mut other_keys, store)?;
            let is_of_another = decision.primary.as_ref().is_some_and(|other| *other != primary.name);
            if decision.u_label.is_none() || is_of_another || existing.contains(other_keys.name()) {
                continue;
            }
            let state = match decision.reason {
                Reason::Member => NameState::Withheld,
                Reason::PendingTransfer if !is_full => NameState::Withheld,
                reason if takes_others && !reason.is_available() => NameState::Blocked,
                _ => continue,
            };
            records.push(NameRecord {
                name: String::from(other_keys.name()),
                created: primary.created,
                state,
                original: Some(primary.name.clone()),
                table: Some(table_id.into()),
                ..NameRecord::default()
            });
        }
        records.sort_unstable_by(|a, b| a.name.cmp(&b.name));
        Ok(Withheld { records, is_left_out: false })
    }
}

impl Zone {
    /// True if variants are kept as names that are no domains.
    fn withholds(&self) -> bool {
        match self.variants().withhold {
            Withhold::None => false,
            Withhold::Allocatable => !self.blocks_variants() && !self.has_no_variants(),
            Withhold::All => !self.has_no_variants(),
        }
    }

    /// True if each variant is a name of its own.
    fn has_no_variants(&self) -> bool {
        self.variants().disposition == Some(VariantDisposition::None)
    }

    /// True if a name can be refused for what it looks like.
    fn minds_look_alikes(&self) -> bool {
        let rule = &self.policy().policy().confusables;
        [rule.otherwise_existing, rule.otherwise_marks, rule.otherwise_inside].contains(&Stance::Refuse)
    }
}

impl VariantRule {
    /// True if there are not more variants to be kept than are listed.
    fn lists(&self, variants: &VariantLabelSet) -> bool {
        let counts = variants.counts();
        let count = match self.withhold {
            Withhold::All => counts.total(),
            _ => ALLOCATABLE
                .iter()
                .fold(VariantCount::ZERO, |sum, disposition| sum.plus(counts.get(disposition))),
        };
        count <= VariantCount::from(u128::from(self.max_withheld.unwrap_or(Self::MAX_WITHHELD)))
    }

    /// The variants to be kept. Those of other dispositions, of which there may be more than any list has, are not
    /// passed on the way.
    fn listed<'v>(&self, variants: &'v VariantLabelSet) -> impl Iterator<Item = VariantLabel> + use<'v> {
        let are_all = self.withhold == Withhold::All;
        let all = are_all.then(|| variants.iter());
        let allocatable = ALLOCATABLE.iter().filter(move |_| !are_all);
        let allocatable = allocatable.flat_map(|disposition| variants.with_disposition(disposition));
        all.into_iter().flatten().chain(allocatable)
    }
}
