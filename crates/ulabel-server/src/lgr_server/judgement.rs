//! What is said of a label.

use axum::response::Response;
use serde::Serialize;
use serde_json::value::RawValue;
use ulabel::lgr::{Evaluation, VariantCount, VariantLabel};

use super::label::ValidLabel;
use super::reply::{Refusal, json};

/// The answer to a request.
#[derive(Debug)]
pub(super) enum Judgement {
    Label(Box<LabelJudgement>),
    Variants(Vec<Variant>),
    Pair(bool),
}

impl Judgement {
    pub(super) fn reply(&self) -> Response {
        match self {
            Self::Label(judgement) => json(judgement),
            Self::Variants(variants) => json(variants),
            Self::Pair(are_variants) => json(are_variants),
        }
    }
}

/// A label under a ruleset.
#[derive(Debug, Serialize)]
pub(super) struct LabelJudgement {
    pub(super) u_label: String,
    pub(super) a_label: String,
    pub(super) code_points: Vec<u32>,
    pub(super) tag: String,
    pub(super) invalid_code_points: Vec<u32>,
    pub(super) eligible: bool,
    pub(super) disposition: String,
    pub(super) index_label: Option<String>,
    pub(super) is_index_label: bool,
    /// A number of any size, as LGR Server writes it.
    pub(super) approx_variants: Box<RawValue>,
}

/// A variant of a label.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Variant {
    pub(super) u_label: String,
    pub(super) a_label: String,
    pub(super) code_points: Vec<u32>,
    pub(super) disposition: String,
}

impl Variant {
    /// A variant; none for one that is no label by IDNA2008, which has no A-label.
    pub(super) fn new(variant: &VariantLabel) -> Option<Self> {
        Self::with_disposition(&variant.label, &variant.disposition)
    }

    pub(super) fn with_disposition(u_label: &str, disposition: &str) -> Option<Self> {
        let label = ValidLabel::read(u_label)?;
        let code_points = label.code_points();
        let ValidLabel { u_label, a_label } = label;
        Some(Self { u_label, a_label, code_points, disposition: disposition.to_owned() })
    }
}

/// The code points that fail, in label order.
pub(super) fn failed_code_points(u_label: &str, evaluation: &Evaluation) -> Vec<u32> {
    let points: Vec<char> = u_label.chars().collect();
    let failed = evaluation.failures.iter().filter_map(|failure| points.get(failure.span.start()));
    failed.copied().map(u32::from).collect()
}

/// A number in JSON, of any size.
pub(super) fn number(count: VariantCount) -> Box<RawValue> {
    // Digits are JSON.
    RawValue::from_string(count.to_string()).unwrap_or_default()
}

/// The refusal of a list that is longer than `max`.
pub(super) fn too_many(count: VariantCount, a_label: &str, max: i64) -> Option<Refusal> {
    let is_within = u128::try_from(max).is_ok_and(|max| count <= VariantCount::from(max));
    let message = || format!("Too many variants ({count}) for '{a_label}' (max {max})");
    (!is_within).then(|| Refusal::bad_request(message()))
}
