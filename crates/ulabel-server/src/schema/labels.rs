//! Variants, keys, and where labels may be registered.

use std::collections::BTreeMap;

use serde::Deserialize;
use utoipa::ToSchema;

use super::{Finding, Verdict};

/// A number of variants: a string of digits where it is greater than 2^53 - 1.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum Count {
    /// Up to 2^53 - 1.
    Number(u64),
    /// Beyond.
    Digits(String),
}

/// The variants of a label.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VariantList {
    /// The label as it was given.
    #[schema(example = "bücher")]
    pub input: String,
    /// The number of variants by disposition, however many are listed.
    #[schema(example = json!({"blocked": 3}))]
    pub counts: BTreeMap<String, Count>,
    /// Those that were asked for.
    pub variants: Vec<VariantLabel>,
}

/// A variant of a label.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VariantLabel {
    /// Its form for people.
    #[schema(example = "buecher")]
    pub u_label: String,
    /// Its form for the DNS; null where it has none.
    #[schema(required, example = "buecher")]
    pub a_label: Option<String>,
    /// Its disposition.
    #[schema(example = "blocked")]
    pub disposition: String,
    /// The action that gave it.
    pub action: u64,
    /// True if it comes out in several ways, an error of the table.
    pub duplicate: bool,
    /// Actions by which some of the ways give it other dispositions.
    pub conflicts: Vec<u64>,
}

/// The keys of a name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NameKeys {
    /// The name as it was given.
    pub input: String,
    /// The name in Unicode.
    pub name: String,
    /// Equal for all names that collide, sometimes for names that do not; null without tables.
    #[schema(required)]
    pub coarse_key: Option<String>,
    /// The label that stands for the variant set, to be shown; null without tables, or where there is none.
    #[schema(required)]
    pub index_label: Option<String>,
    /// Equal for names that look alike (UTS #39 section 4).
    #[schema(required)]
    pub skeleton: Option<String>,
}

/// What one policy says of a label.
#[derive(Clone, Debug, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Placement {
    /// The label as it was given.
    #[schema(example = "straße")]
    pub input: String,
    /// The top-level domain; null for a policy that names none.
    #[schema(required, example = "ch")]
    pub tld: Option<String>,
    /// The policy.
    #[schema(example = "ch")]
    pub policy: String,
    /// What it says.
    pub verdict: Verdict,
    /// The main reason; null if the label is valid.
    #[schema(required)]
    pub reason: Option<Finding>,
}
