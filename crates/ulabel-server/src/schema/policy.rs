//! Policies.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

/// An object whose members are described elsewhere.
#[derive(Clone, Debug, PartialEq, Deserialize, ToSchema)]
pub struct Anything(
    /// Its members.
    pub BTreeMap<String, Value>,
);

/// A policy in a list. What only those that are built in know is null for another.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyRow {
    /// Its name.
    #[schema(example = "ch")]
    pub id: String,
    /// Its first top-level domain as a U-label.
    #[schema(required, example = "ch")]
    pub u_label: Option<String>,
    /// The same as an A-label.
    #[schema(required, example = "ch")]
    pub a_label: Option<String>,
    /// The ISO 3166-1 code of its territory.
    #[schema(required, example = "CH")]
    pub iso3166: Option<String>,
    /// The name of the territory.
    #[schema(required, example = "Switzerland")]
    pub territory: Option<String>,
    /// The region of the world.
    #[schema(required, example = "Europe")]
    pub region: Option<String>,
    /// True if the territory is a Member State of the International Telecommunication Union.
    #[schema(required)]
    pub itu_member: Option<bool>,
    /// Whether the registry takes internationalized names.
    #[schema(required, example = "yes")]
    pub idn_offered: Option<String>,
    /// The number of its tables.
    pub tables: u64,
    /// The scripts of its tables, by their ISO 15924 codes.
    #[schema(example = json!(["Latn"]))]
    pub scripts: Vec<String>,
    /// Where the policy comes from.
    #[schema(example = "published")]
    pub status: String,
    /// How sure it is.
    #[schema(required)]
    pub certainty: Option<String>,
}

/// A policy: the keys of its file, of which the commented example of the format tells all.
#[derive(Clone, Debug, PartialEq, Deserialize, ToSchema)]
pub struct Policy {
    /// Its name.
    #[schema(example = "ch")]
    pub id: String,
    /// Its tables.
    #[schema(nullable = false)]
    pub table: Option<Vec<PolicyTable>>,
    /// The other keys.
    #[serde(flatten)]
    pub others: BTreeMap<String, Value>,
}

/// A table of a policy.
#[derive(Clone, Debug, PartialEq, Deserialize, ToSchema)]
pub struct PolicyTable {
    /// Its name.
    pub id: String,
    /// Ranges of code points that may stand alone, each with its first and last; only where the table is no file of its
    /// own.
    #[schema(nullable = false, example = json!([["U+002D", "U+002D"], ["U+0061", "U+007A"]]))]
    pub code_points: Option<Vec<[String; 2]>>,
    /// Sequences of code points.
    #[schema(nullable = false)]
    pub code_point_sequences: Option<Vec<String>>,
    /// The other keys.
    #[serde(flatten)]
    pub others: BTreeMap<String, Value>,
}
