//! Problems (RFC 9457).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Why there is no answer (RFC 9457).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Problem {
    /// Where the problem is described; it does not change.
    #[schema(example = "/v1/problems/bad-request")]
    pub r#type: String,
    /// What it is in a few words.
    #[schema(example = "The request cannot be understood")]
    pub title: String,
    /// The status of HTTP.
    #[schema(example = 400)]
    pub status: u16,
    /// A name that does not change.
    #[schema(example = "bad-request")]
    pub code: String,
    /// More of it, for people.
    pub detail: String,
    /// The line of the body, counted from 1.
    #[schema(nullable = false)]
    pub line: Option<u64>,
    /// Its column, in octets from 1.
    #[schema(nullable = false)]
    pub column: Option<u64>,
    /// The value in the body (RFC 6901).
    #[schema(nullable = false, example = "/3/name")]
    pub pointer: Option<String>,
}

/// What a problem is.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProblemType {
    /// The `type` of such problems.
    #[schema(example = "/v1/problems/too-large")]
    pub r#type: String,
    /// The same without the path.
    #[schema(example = "too-large")]
    pub code: String,
    /// The status of HTTP.
    #[schema(example = 413)]
    pub status: u16,
    /// What it is in a few words.
    pub title: String,
    /// What it is in a sentence, and what a client can do.
    pub explanation: String,
}
