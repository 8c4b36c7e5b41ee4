//! Names that exist, and decisions beside them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Finding, State, Verdict};

/// Whether a name can be had, and why.
#[derive(Clone, Debug, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// The name as it was given, with its domain if that was given apart.
    #[schema(example = "bücher.ch")]
    pub input: String,
    /// The name in Unicode, with its domain.
    #[schema(example = "bücher.ch")]
    pub name: String,
    /// The label that is asked for, in its form for people; null where it is no label.
    #[schema(required)]
    pub u_label: Option<String>,
    /// The same in its form for the DNS.
    #[schema(required)]
    pub a_label: Option<String>,
    /// True if the one who asks may have it.
    pub available: bool,
    /// What the EPP extension for variant sets says; null where it has no word.
    #[schema(required)]
    pub status: Option<String>,
    /// Why, or why not.
    #[schema(example = "free")]
    pub reason: String,
    /// The primary name of its set; null where there is none.
    #[schema(required)]
    pub primary: Option<String>,
    /// The other registered names of its set under the same domain, oldest first.
    pub colliding: Vec<String>,
    /// Those under other top-level domains.
    pub elsewhere: Vec<String>,
    /// The EPP command that registers it; null where it cannot be had.
    #[schema(required)]
    pub command: Option<String>,
    /// What would make it possible; null where nothing would, or nothing need.
    #[schema(required)]
    pub way_out: Option<String>,
    /// `valid` where it can be had, `review` where a person should look first.
    pub verdict: Verdict,
    /// The findings that count.
    pub findings: Vec<Finding>,
    /// What it looks like, the closest first.
    pub look_alikes: Vec<LookAlike>,
}

/// A name that another looks like.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LookAlike {
    /// The name.
    pub name: String,
    /// How close it is.
    pub likeness: String,
}

/// The record of a name that exists.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NameRecord {
    /// The name in Unicode.
    #[schema(example = "bücher.ch")]
    pub name: String,
    /// Who holds it; empty where that is not known.
    pub registrant: String,
    /// The registrar that sponsors it; empty where that is not known.
    pub registrar: String,
    /// When it was registered; null where that is not known.
    #[schema(required, example = "2026-01-31T00:00:00Z")]
    pub created: Option<String>,
    /// What became of it.
    pub state: State,
    /// For a name that is no domain, the name of which it is a variant.
    #[schema(required)]
    pub original: Option<String>,
    /// The table it was registered under; null for the first that it fits.
    #[schema(required)]
    pub table: Option<String>,
    /// True if it is the primary name of its set.
    pub primary: bool,
    /// True if it is exempted from the rule that one entity has the whole set.
    pub exempted: bool,
}

/// What the index holds, and what it takes.
#[derive(Clone, Debug, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IndexStats {
    /// The policy that it was made under.
    pub policy: String,
    /// SHA-256 of what keys depend on.
    pub digest: String,
    /// The number of names.
    pub names: u64,
    /// The number of names in each state.
    pub states: BTreeMap<String, u64>,
    /// Octets of all files.
    pub file_octets: u64,
    /// Octets of all names and their holders.
    pub text_octets: u64,
    /// Octets a name beside its text.
    pub octets_beside_a_name: f64,
    /// Names that changed since the last segment.
    pub in_log: u64,
    /// Entries of each segment, the newest first.
    pub segments: Vec<u64>,
}

/// What became of changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Changed {
    /// The number of names that were not there before.
    pub added: u64,
    /// The number of names that have another record now.
    pub replaced: u64,
    /// The number of names that are not there any more.
    pub removed: u64,
    /// The names that were not there to be changed.
    pub absent: Vec<String>,
}
