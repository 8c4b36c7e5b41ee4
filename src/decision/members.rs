//! The members of the set of a name: what is registered, and some of what its holder may have.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::decider::{Decider, Zone};
use super::decision::Request;
use super::keys::{IndexKeys, split};
use super::record::NameRecord;
use super::set::{NameSet, Primary};
use super::status::Reason;
use super::store::NameStore;
use crate::lgr::Scratch;

/// Variants that are looked at for those that the holder may have: a policy can refuse what a table allocates.
const MAX_LOOKED_AT: usize = 1000;

/// A name of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Member {
    /// The name in Unicode, in lower case, with its domain.
    pub name: String,
    /// The table that it is registered under: that of its record, or the first that it fits. For one that is not
    /// registered it is the table of the primary name.
    pub table: Option<String>,
    /// True if it comes with the primary name: the table activates it, and so does the policy.
    pub is_activated: bool,
}

/// The set of a name, as far as it is told. Sets are never listed whole.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Members {
    /// The name that was asked about, in Unicode, in lower case, with its domain.
    pub name: String,
    /// The table of that name, if it is registered; see [`Member::table`].
    pub table: Option<String>,
    /// The primary names, one under each domain of the set where there is one, that of the name first. A set that is
    /// exempted has none.
    pub primaries: Vec<String>,
    /// The registered names, exempted ones too: the name itself, the others under its domain, and those under
    /// other top-level domains of one set, each oldest first.
    pub registered: Vec<Member>,
    /// Names under the domain of the name that are not registered, and that the holder of the primary name may have.
    pub allocatable: Vec<Member>,
    /// True if there are, or could be, more of them.
    pub has_more: bool,
}

impl Decider {
    /// The set of a name: all that is registered, and at most `most` of the names that the holder of the primary name
    /// may have beside. Those that nobody may have are not told.
    ///
    /// ```
    /// use ulabel::decision::{Decider, NameRecord, NamesInMemory};
    /// use ulabel::policy::builtin;
    ///
    /// let decider = Decider::new(&builtin::find("ca").unwrap().policy().unwrap()).unwrap();
    /// let mut names = NamesInMemory::new();
    /// let mut keys = decider.keys();
    /// for name in ["café.ca", "cafè.ca"] {
    ///     keys.take(name);
    ///     names.put(&keys, NameRecord { primary: name == "café.ca", ..NameRecord::default() });
    /// }
    /// let members = decider.members("xn--caf-dma.ca", &names, 2).unwrap();
    /// assert_eq!(members.primaries, ["café.ca"]);
    /// assert_eq!(members.registered.iter().map(|member| &*member.name).collect::<Vec<_>>(), ["café.ca", "cafè.ca"]);
    /// assert_eq!(members.allocatable.iter().map(|member| &*member.name).collect::<Vec<_>>(), ["cafe.ca", "cafê.ca"]);
    /// assert!(members.has_more);
    /// ```
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub fn members<S: NameStore>(&self, name: &str, store: &S, most: usize) -> Result<Members, S::Error> {
        let mut keys = self.keys();
        keys.take(name);
        let mut scratch = Scratch::new();
        let zone = self.zone(&keys);
        let set = NameSet::gather(&keys, &self.rules, zone, store, &mut scratch)?;
        let mut members = Members {
            name: keys.name().into(),
            table: set.registered().and_then(|own| zone.table_id(own)),
            primaries: Vec::new(),
            registered: Vec::new(),
            allocatable: Vec::new(),
            has_more: false,
        };
        let primary = set.primary(zone, &mut scratch);
        members.add_registered(set.registered().into_iter().chain(&set.others), zone, &primary, &mut scratch);
        if let Primary::Is(primary) = primary {
            members.primaries.push(primary.name.clone());
            self.add_allocatable(&mut members, &keys, zone, primary, store, most)?;
        }
        // Each top-level domain of a set has a primary name of its own.
        let mut suffixes: Vec<&str> = Vec::new();
        for record in &set.elsewhere {
            let (_, suffix) = split(&record.name);
            if suffixes.contains(&suffix) {
                continue;
            }
            suffixes.push(suffix);
            keys.take(&record.name);
            let zone = self.zone(&keys);
            let there = NameSet::gather(&keys, &self.rules, zone, store, &mut scratch)?;
            let primary = there.primary(zone, &mut scratch);
            let is_there = |record: &&NameRecord| split(&record.name).1 == suffix;
            members.add_registered(set.elsewhere.iter().filter(is_there), zone, &primary, &mut scratch);
            if let Primary::Is(primary) = primary {
                members.primaries.push(primary.name.clone());
            }
        }
        Ok(members)
    }

    /// The table that a name was registered under, or that a name which is no domain would be under: the one of the
    /// record, or else the first that its label fits.
    ///
    /// ```
    /// use ulabel::decision::{Decider, NameRecord};
    /// use ulabel::policy::builtin;
    ///
    /// let decider = Decider::new(&builtin::find("ca").unwrap().policy().unwrap()).unwrap();
    /// let record = NameRecord { name: "café.ca".into(), ..NameRecord::default() };
    /// assert_eq!(decider.table_of(&record).as_deref(), Some("ca-fr"));
    /// ```
    #[must_use]
    pub fn table_of(&self, record: &NameRecord) -> Option<String> {
        let mut keys = self.keys();
        keys.take(&record.name);
        self.zone(&keys).table_id(record)
    }

    fn add_allocatable<S: NameStore>(
        &self,
        members: &mut Members,
        keys: &IndexKeys,
        zone: &Zone,
        primary: &NameRecord,
        store: &S,
        most: usize,
    ) -> Result<(), S::Error> {
        if zone.blocks_variants() {
            return Ok(());
        }
        let Some((id, table)) = zone.table_of(primary) else { return Ok(()) };
        let Ok(variants) = table.variants(split(&primary.name).0) else {
            members.has_more = true;
            return Ok(());
        };
        let known = |text: &str| Some(text.to_string()).filter(|text| !text.is_empty());
        let (registrant, registrar) = (known(&primary.registrant), known(&primary.registrar));
        let mut other_keys = self.keys();
        let wanted = ["activated", "allocatable"].map(|disposition| variants.with_disposition(disposition));
        for (number, variant) in wanted.into_iter().flatten().enumerate() {
            if members.allocatable.len() == most || number == MAX_LOOKED_AT {
                members.has_more = true;
                break;
            }
            let name = alloc::format!("{}.{}", variant.label, keys.suffix());
            let name = name.trim_end_matches('.');
            let request = Request {
                registrant: registrant.as_deref(),
                registrar: registrar.as_deref(),
                look_alikes: false,
                ..Request::new(name)
            };
            // What is asked beside the table is asked of each.
            match self.decide_with(&request, &mut other_keys, store)?.reason {
                Reason::Member => members.allocatable.push(Member {
                    name: other_keys.name().into(),
                    table: Some(id.into()),
                    is_activated: zone.variants().activate && &*variant.disposition == "activated",
                }),
                Reason::PendingTransfer | Reason::Limit => break,
                _ => {}
            }
        }
        Ok(())
    }
}

impl Zone {
    /// The name of [`Zone::table_of`]; of a record that names a table which is no longer here, that.
    fn table_id(&self, record: &NameRecord) -> Option<String> {
        record
            .table
            .clone()
            .filter(|id| !id.is_empty())
            .or_else(|| self.table_of(record).map(|(id, _)| id.into()))
    }
}

impl Members {
    fn add_registered<'r>(
        &mut self,
        records: impl Iterator<Item = &'r NameRecord>,
        zone: &Zone,
        primary: &Primary<'_>,
        scratch: &mut Scratch,
    ) {
        let activating = match primary {
            Primary::Is(primary) if zone.variants().activate => Some((primary, zone.variants_of(primary))),
            _ => None,
        };
        for record in records {
            let is_activated = activating.as_ref().is_some_and(|(primary, variants)| {
                primary.name != record.name
                    && variants.disposition(split(&record.name).0, scratch) == Some("activated")
            });
            let table = zone.table_id(record);
            self.registered.push(Member { name: record.name.clone(), table, is_activated });
        }
    }
}
