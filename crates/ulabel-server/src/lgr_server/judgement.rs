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
    u_label: String,
    a_label: String,
    code_points: Vec<u32>,
    tag: String,
    /// Those that fail, in label order.
    invalid_code_points: Vec<u32>,
    eligible: bool,
    disposition: String,
    index_label: Option<String>,
    is_index_label: bool,
    /// A number of any size, as LGR Server writes it.
    approx_variants: Box<RawValue>,
}

impl LabelJudgement {
    /// The judgement of a label; `index_label` is that of its set, and whether the label is that.
    pub(super) fn new(
        label: ValidLabel,
        tag: &str,
        evaluation: &Evaluation,
        (index_label, is_index_label): (Option<String>, bool),
        count: VariantCount,
    ) -> Self {
        let points = label.code_points();
        let failed = evaluation.failures.iter().filter_map(|failure| points.get(failure.span.start()));
        Self {
            tag: tag.to_owned(),
            invalid_code_points: failed.copied().collect(),
            eligible: evaluation.is_eligible(),
            disposition: evaluation.disposition.to_string(),
            index_label,
            is_index_label,
            // Digits are JSON.
            approx_variants: RawValue::from_string(count.to_string()).unwrap_or_default(),
            code_points: points,
            u_label: label.u_label,
            a_label: label.a_label,
        }
    }
}

impl From<LabelJudgement> for Judgement {
    fn from(judgement: LabelJudgement) -> Self {
        Self::Label(Box::new(judgement))
    }
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

/// The refusal of a list that is longer than `max`.
pub(super) fn too_many(count: VariantCount, a_label: &str, max: i64) -> Option<Refusal> {
    let is_within = u128::try_from(max).is_ok_and(|max| count <= VariantCount::from(max));
    let message = || format!("Too many variants ({count}) for '{a_label}' (max {max})");
    (!is_within).then(|| Refusal::bad_request(message()))
}
