//! Where the decision reads the names that exist.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::convert::Infallible;

use super::keys::IndexKeys;
use super::record::NameRecord;

/// Names that exist, as the decision reads them: by the coarse key of a candidate, and by its wide skeleton.
///
/// A store keeps, for each record, the [keys](IndexKeys) of its name. Two names that are one, in whatever form they
/// are written, have the same coarse key, and so have all names of one variant set.
pub trait NameStore {
    /// What can go wrong when names are read.
    type Error;

    /// Calls `each` with every record whose name has this coarse key, in any order.
    ///
    /// # Errors
    ///
    /// If the names cannot be read.
    fn with_coarse_key(&self, key: &str, each: &mut dyn FnMut(&NameRecord)) -> Result<(), Self::Error>;

    /// Calls `each` with records whose name has this wide skeleton, in any order, until it returns false.
    ///
    /// # Errors
    ///
    /// If the names cannot be read.
    fn with_wide_skeleton(
        &self,
        skeleton: &str,
        each: &mut dyn FnMut(&NameRecord) -> bool,
    ) -> Result<(), Self::Error>;
}

/// Names that exist, in memory.
#[derive(Clone, Debug, Default)]
pub struct NamesInMemory {
    by_coarse_key: BTreeMap<String, Vec<NameRecord>>,
    /// The coarse keys of the names with a wide skeleton.
    by_wide_skeleton: BTreeMap<String, Vec<String>>,
}

impl NamesInMemory {
    /// No names.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts in a record, in place of the one of the same name. `keys` holds the name of the record, which is given
    /// the form that the keys have for it.
    pub fn put(&mut self, keys: &IndexKeys, mut record: NameRecord) {
        record.name = keys.name().into();
        let records = self.by_coarse_key.entry(keys.coarse_key().into()).or_default();
        match records.iter_mut().find(|known| known.name == record.name) {
            Some(known) => *known = record,
            None => {
                records.push(record);
                self.by_wide_skeleton.entry(keys.wide_skeleton()).or_default().push(keys.coarse_key().into());
            }
        }
    }

    /// Takes out the record of the name whose keys these are; none if there is none.
    pub fn remove(&mut self, keys: &IndexKeys) -> Option<NameRecord> {
        let records = self.by_coarse_key.get_mut(keys.coarse_key())?;
        let at = records.iter().position(|record| record.name == keys.name())?;
        let record = records.remove(at);
        if records.is_empty() {
            self.by_coarse_key.remove(keys.coarse_key());
        }
        let skeleton = keys.wide_skeleton();
        if let Some(coarse_keys) = self.by_wide_skeleton.get_mut(&skeleton) {
            if let Some(at) = coarse_keys.iter().position(|key| key == keys.coarse_key()) {
                coarse_keys.remove(at);
            }
            if coarse_keys.is_empty() {
                self.by_wide_skeleton.remove(&skeleton);
            }
        }
        Some(record)
    }
}

impl NameStore for NamesInMemory {
    type Error = Infallible;

    fn with_coarse_key(&self, key: &str, each: &mut dyn FnMut(&NameRecord)) -> Result<(), Infallible> {
        self.by_coarse_key.get(key).into_iter().flatten().for_each(each);
        Ok(())
    }

    fn with_wide_skeleton(
        &self,
        skeleton: &str,
        each: &mut dyn FnMut(&NameRecord) -> bool,
    ) -> Result<(), Infallible> {
        let mut coarse_keys = self.by_wide_skeleton.get(skeleton).cloned().unwrap_or_default();
        coarse_keys.sort_unstable();
        coarse_keys.dedup();
        let records = coarse_keys.iter().filter_map(|key| self.by_coarse_key.get(key)).flatten();
        for record in records {
            if crate::script::wide_skeleton_key(&record.name) == skeleton && !each(record) {
                break;
            }
        }
        Ok(())
    }
}
