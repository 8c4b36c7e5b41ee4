//! Reports.

use std::collections::BTreeMap;

use serde::Deserialize;
use utoipa::ToSchema;

use super::Count;

/// What a check says of a name.
#[derive(Clone, Debug, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// The name as it was given; of a pair both forms, with a space between them.
    #[schema(example = "bücher.ch")]
    pub input: String,
    /// The name in Unicode.
    #[schema(example = "bücher.ch")]
    pub name: String,
    /// The name for the DNS, if every label has such a form.
    #[schema(required, example = "xn--bcher-kva.ch")]
    pub ascii: Option<String>,
    /// The worst of the findings decides.
    pub verdict: Verdict,
    /// The labels, from the leftmost.
    pub labels: Vec<Label>,
    /// The findings on the name as a whole.
    pub findings: Vec<Finding>,
}

/// What is said of a label.
#[derive(Clone, Debug, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// The label as it was given.
    #[schema(example = "bücher")]
    pub input: String,
    /// What it is by RFC 5890 section 2.3.
    pub kind: Kind,
    /// Its form for people, if it has one.
    #[schema(required, example = "bücher")]
    pub u_label: Option<String>,
    /// Its form for the DNS, if it has one.
    #[schema(required, example = "xn--bcher-kva")]
    pub a_label: Option<String>,
    /// The worst of its findings decides.
    pub verdict: Verdict,
    /// The scripts that it can be written in, by their ISO 15924 codes.
    #[schema(example = json!(["Latn"]))]
    pub scripts: Vec<String>,
    /// Its findings, in label order.
    pub findings: Vec<Finding>,
    /// What the tables say, whatever IDNA2008 says beside it; only where a policy has such tables.
    #[schema(nullable = false)]
    pub lgr: Option<LgrOutcome>,
    /// The tables that it fits; only where tables were asked.
    #[schema(nullable = false)]
    pub tables: Option<Vec<String>>,
}

/// What a label is by RFC 5890 section 2.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// No characters at all.
    Empty,
    /// A label of ASCII without `--` in the third and fourth position.
    NrLdhLabel,
    /// With `--` there, and no XN-label.
    RLdhLabel,
    /// The encoding of a U-label.
    ALabel,
    /// An XN-label that encodes none.
    FakeALabel,
    /// Valid in Unicode.
    ULabel,
    /// In Unicode, and not known to be valid.
    PutativeULabel,
    /// Of ASCII, with another character, a hyphen at an end, or too long.
    NonLdhLabel,
}

/// The worst of the findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Nothing stands against it.
    Valid,
    /// A person should look first.
    Review,
    /// It cannot be registered.
    Invalid,
}

impl From<Verdict> for ulabel::Verdict {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Valid => Self::Valid,
            Verdict::Review => Self::Review,
            Verdict::Invalid => Self::Invalid,
        }
    }
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// It makes the verdict `invalid`.
    Error,
    /// It makes the verdict `review`.
    Warning,
    /// It is to be known.
    Info,
}

/// One rule that a label or a name breaks or brushes.
#[derive(Clone, Debug, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// A name that does not change.
    #[schema(example = "context.middle-dot")]
    pub code: String,
    /// How much it weighs.
    pub severity: Severity,
    /// The rule.
    #[schema(example = "RFC 5892 A.3")]
    pub clause: String,
    /// The first code point that it is about, counted from 0.
    pub start: u64,
    /// The place behind the last.
    pub end: u64,
    /// The code points.
    #[schema(example = json!(["U+00B7"]))]
    pub code_points: Vec<String>,
    /// Where the other code points begin that it is about, if there are others.
    #[schema(nullable = false)]
    pub second_start: Option<u64>,
    /// Where they end.
    #[schema(nullable = false)]
    pub second_end: Option<u64>,
    /// What the sentence tells.
    #[schema(nullable = false)]
    pub arguments: Option<BTreeMap<String, ArgumentValue>>,
    /// The sentence, in the language of the answer.
    pub message: String,
}

/// What a sentence tells.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum ArgumentValue {
    /// A number.
    Number(u64),
    /// A word, a text, a version.
    Text(String),
    /// Scripts, by their ISO 15924 codes.
    Scripts(Vec<String>),
}

/// What tables say of a label (RFC 7940).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LgrOutcome {
    /// The table.
    pub id: String,
    /// True if the table takes the label.
    pub eligible: bool,
    /// The disposition of the label.
    #[schema(example = "valid")]
    pub disposition: String,
    /// The action that gave it, counted from 0; null where none was reached.
    #[schema(required)]
    pub action: Option<u64>,
    /// The label that stands for the variant set; null for a label that is not eligible.
    #[schema(required)]
    pub index_label: Option<String>,
    /// The number of variants by disposition; null where they are too many to be counted.
    #[schema(required, example = json!({"blocked": 11}))]
    pub variants: Option<BTreeMap<String, Count>>,
}
