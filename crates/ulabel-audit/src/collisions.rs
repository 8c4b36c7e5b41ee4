//! Names that collide, found in two readings: the first keeps eight octets for each key of a name, the second only names
//! whose keys are there twice, which the exact test then parts into groups.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;

use ulabel::collisions::{ExistingNames, Key, NameKeys};
use ulabel::lgr::Tables;

use crate::input::Batch;
use crate::judge::{Judge, Judges, tables};
use crate::report::{Collisions, Groups};
use crate::work::{Results, Work};

/// Names of a group that are told as an example.
const MAX_EXAMPLE_NAMES: usize = 10;

/// Hashes of keys, with a seed of this run: nobody can make up names that fall together.
#[derive(Clone, Debug, Default)]
pub(crate) struct KeyHasher([RandomState; 2]);

impl KeyHasher {
    /// The hash of the coarse key, if there are tables, and that of the skeleton, of a name that is readable.
    pub(crate) fn hashes(&self, keys: &NameKeys) -> [Option<u64>; 2] {
        let Self([coarse, skeleton]) = self;
        [keys.coarse_key().map(|key| coarse.hash_one(key)), keys.skeleton().map(|key| skeleton.hash_one(key))]
    }
}

/// The hashes that are there twice, of coarse keys and of skeletons, each ascending.
pub(crate) type SharedHashes = Arc<[Vec<u64>; 2]>;

/// Gathers names whose keys are there twice.
pub(crate) struct Gatherer {
    pub(crate) judges: Judges,
    pub(crate) hasher: KeyHasher,
    pub(crate) shared: SharedHashes,
}

/// Names whose keys are there twice, each with the key that is.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    pub(crate) names: Vec<(String, Key)>,
    pub(crate) octets: u64,
}

impl Results for Gathered {
    fn clear(&mut self) {
        self.names.clear();
        self.octets = 0;
    }
}

impl Work for Gatherer {
    type Batch = Batch;
    type Results = Gathered;

    fn work(
        &mut self,
        batch: &Batch,
        results: &mut Gathered,
        _: &mut dyn FnMut(&mut Gathered) -> bool,
    ) -> bool {
        results.octets = batch.octets_read();
        let Self { judges, hasher, shared } = self;
        for (name, _) in batch.names() {
            let rules = judges.find(name);
            let Some(rules) = judges.rules(rules) else { continue };
            rules.keys.take_bytes(name);
            let kinds = [Key::Coarse, Key::Skeleton].into_iter().zip(shared.iter());
            for ((kind, shared), hash) in kinds.zip(hasher.hashes(&rules.keys)) {
                if hash.is_some_and(|hash| shared.binary_search(&hash).is_ok()) {
                    results.names.push((rules.keys.name().to_owned(), kind));
                }
            }
        }
        true
    }
}

/// Parts names into groups, under the tables of each domain.
pub(crate) struct Grouping {
    judge: Judge,
    /// By the last label of a name, where each has tables of its own.
    domains: HashMap<String, Domain>,
}

struct Domain {
    tables: Option<Arc<Tables>>,
    keys: NameKeys,
    variants: ExistingNames,
    look_alikes: ExistingNames,
}

impl Domain {
    fn new(tables: Option<Arc<Tables>>) -> Self {
        Self {
            keys: NameKeys::new(tables.clone()),
            variants: ExistingNames::new(&[Key::Coarse], tables.clone()),
            look_alikes: ExistingNames::new(&[Key::Skeleton], None),
            tables,
        }
    }
}

impl Grouping {
    pub(crate) fn new(judge: &Judge) -> Self {
        Self { judge: judge.clone(), domains: HashMap::new() }
    }

    pub(crate) fn take(&mut self, gathered: &Gathered) {
        for (name, key) in &gathered.names {
            let last = match &self.judge {
                Judge::One(_) => "",
                Judge::ByDomain(_) => name.rsplit('.').next().unwrap_or_default(),
            };
            let domain = match self.domains.get_mut(last) {
                Some(domain) => domain,
                None => {
                    let tables = match &self.judge {
                        Judge::One(checker) => tables(checker),
                        Judge::ByDomain(checkers) => checkers(last).as_ref().and_then(tables),
                    };
                    self.domains.entry(last.to_owned()).or_insert_with(|| Domain::new(tables))
                }
            };
            domain.keys.take(name);
            let names = match key {
                Key::Coarse => &mut domain.variants,
                _ => &mut domain.look_alikes,
            };
            names.insert(&domain.keys);
        }
    }

    /// The groups; `told` gets each variant set.
    pub(crate) fn groups(&self, most: usize, told: &mut dyn FnMut(&[&str])) -> Collisions {
        let mut domains: Vec<_> = self.domains.iter().collect();
        domains.sort_by_key(|(last, _)| *last);
        let has_tables = match &self.judge {
            Judge::One(checker) => tables(checker).is_some(),
            Judge::ByDomain(_) => domains.iter().any(|(_, domain)| domain.tables.is_some()),
        };
        let mut collisions =
            Collisions { variants: has_tables.then(Groups::default), ..Collisions::default() };
        for (_, domain) in domains {
            for group in domain.variants.colliding() {
                told(&group.names);
                if let Some(groups) = &mut collisions.variants {
                    groups.add(&group.names, group.is_decided, most);
                }
            }
            for group in domain.look_alikes.colliding() {
                collisions.look_alikes.add(&group.names, group.is_decided, most);
            }
        }
        collisions
    }
}

impl Groups {
    fn add(&mut self, names: &[&str], is_decided: bool, most: usize) {
        self.groups += 1;
        self.names += names.len() as u64;
        self.undecided += u64::from(!is_decided);
        if self.examples.len() < most {
            self.examples.push(names.iter().take(MAX_EXAMPLE_NAMES).map(|name| (*name).to_owned()).collect());
        }
    }
}
