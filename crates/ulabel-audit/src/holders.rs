//! Who holds names of one variant set.

use std::collections::{BTreeMap, HashMap};

use ulabel::collisions::NameKeys;
use ulabel::decision::{Created, NameRecord};
use ulabel::policy::SameEntity;

use crate::report::{HeldName, HeldSet, Holders};

/// Names of variant sets, to be held against the records of who holds them.
pub(crate) struct Sets {
    sets: Vec<Vec<String>>,
    /// The set of each name.
    of_name: HashMap<String, usize>,
}

impl Sets {
    pub(crate) fn new() -> Self {
        Self { sets: Vec::new(), of_name: HashMap::new() }
    }

    pub(crate) fn add(&mut self, names: &[&str]) {
        let number = self.sets.len();
        self.of_name.extend(names.iter().map(|name| ((*name).to_owned(), number)));
        self.sets.push(names.iter().map(|name| (*name).to_owned()).collect());
    }

    /// Finds the sets that several hold. `exempt` gets the record of each of their names, marked as exempted, or as the
    /// primary that is proposed: that which was registered first.
    pub(crate) fn held<E>(
        &self,
        records: impl Iterator<Item = Result<NameRecord, E>>,
        counts: SameEntity,
        most: usize,
        exempt: &mut dyn FnMut(NameRecord) -> Result<(), E>,
    ) -> Result<Holders, E> {
        let mut holders = Holders::default();
        let mut years: BTreeMap<i16, u64> = BTreeMap::new();
        let mut keys = NameKeys::new(None);
        let mut found: Vec<Vec<NameRecord>> = vec![Vec::new(); self.sets.len()];
        for record in records {
            let mut record = record?;
            holders.records += 1;
            if let Some(created) = record.created {
                *years.entry(year(created)).or_default() += 1;
            }
            if !record.state.is_registered() {
                continue;
            }
            keys.take(&record.name);
            let Some(set) = self.of_name.get(keys.name()).and_then(|set| found.get_mut(*set)) else {
                continue;
            };
            keys.name().clone_into(&mut record.name);
            // What comes later replaces what was said before.
            set.retain(|known| known.name != record.name);
            set.push(record);
        }
        for mut set in found {
            set.sort_by(|a, b| {
                let age = |record: &NameRecord| (record.created.is_none(), record.created);
                age(a).cmp(&age(b)).then_with(|| a.name.cmp(&b.name))
            });
            let Some((first, rest)) = set.split_first() else { continue };
            if rest.iter().all(|record| is_same(counts, first, record)) {
                continue;
            }
            holders.sets += 1;
            holders.exempted += rest.len() as u64;
            if holders.examples.len() < most {
                let names = set.iter().map(held_name).collect();
                holders.examples.push(HeldSet { primary: first.name.clone(), names });
            }
            for (at, record) in set.into_iter().enumerate() {
                exempt(NameRecord { primary: at == 0, exempted: true, ..record })?;
            }
        }
        holders.years = years.into_iter().collect();
        Ok(holders)
    }
}

fn held_name(record: &NameRecord) -> HeldName {
    HeldName {
        name: record.name.clone(),
        registrant: record.registrant.clone(),
        registrar: record.registrar.clone(),
        created: record.created.map(|created| created.to_string()),
    }
}

/// The year of a moment, in UTC.
fn year(created: Created) -> i16 {
    let text = created.to_string();
    let end = text.get(1..).and_then(|rest| rest.find('-')).map_or(text.len(), |end| end + 1);
    text.get(..end).and_then(|year| year.parse().ok()).unwrap_or(i16::MAX)
}

/// True if two names have one holder, by what counts and is known of both.
fn is_same(counts: SameEntity, a: &NameRecord, b: &NameRecord) -> bool {
    let agree = |a: &str, b: &str| a.is_empty() || b.is_empty() || a == b;
    (counts == SameEntity::Registrar || agree(&a.registrant, &b.registrant))
        && (counts == SameEntity::Registrant || agree(&a.registrar, &b.registrar))
}
