//! Explanations.

use serde::Deserialize;
use utoipa::ToSchema;

use super::{Finding, Kind, LgrOutcome, Verdict};

/// The explanation of a name.
#[derive(Clone, Debug, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Explanation {
    /// The name as it was given.
    #[schema(example = "Bücher.ch")]
    pub input: String,
    /// The name in Unicode.
    pub name: String,
    /// The name for the DNS, if every label has such a form.
    #[schema(required)]
    pub ascii: Option<String>,
    /// The worst of the findings decides.
    pub verdict: Verdict,
    /// The labels, from the leftmost.
    pub labels: Vec<LabelExplanation>,
    /// The findings on the name as a whole.
    pub findings: Vec<FindingExplanation>,
    /// Names nearby that were checked and are valid.
    pub ways_out: Vec<WayOut>,
}

/// The explanation of a label: its report, and more.
#[derive(Clone, Debug, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LabelExplanation {
    /// The label as it was given.
    pub input: String,
    /// What it is by RFC 5890 section 2.3.
    pub kind: Kind,
    /// Its form for people, if it has one.
    #[schema(required)]
    pub u_label: Option<String>,
    /// Its form for the DNS, if it has one.
    #[schema(required)]
    pub a_label: Option<String>,
    /// The worst of its findings decides.
    pub verdict: Verdict,
    /// The scripts that it can be written in, by their ISO 15924 codes.
    pub scripts: Vec<String>,
    /// Its findings, in label order.
    pub findings: Vec<Finding>,
    /// What the tables say; only where a policy has such tables.
    #[schema(nullable = false)]
    pub lgr: Option<LgrOutcome>,
    /// The tables that it fits; only where tables were asked.
    #[schema(nullable = false)]
    pub tables: Option<Vec<String>>,
    /// Its code points, in order.
    pub code_points: Vec<CodePointExplanation>,
    /// Its findings in full sentences.
    pub explanations: Vec<FindingExplanation>,
}

/// A finding in full sentences.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingExplanation {
    /// Its code.
    #[schema(example = "idna.disallowed")]
    pub code: String,
    /// The rule, in the language of the answer.
    pub clause: String,
    /// The reason of the rule.
    pub explanation: String,
    /// A way out, if there is one that helps.
    #[schema(required)]
    pub way_out: Option<String>,
}

/// The facts about a code point of a label.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CodePointExplanation {
    /// The position in the label, counted from 1.
    pub position: u64,
    /// The number.
    #[schema(example = "U+00FC")]
    pub code_point: String,
    /// The character.
    #[schema(example = "ü")]
    pub character: String,
    /// The name of the character.
    #[schema(example = "LATIN SMALL LETTER U WITH DIAERESIS")]
    pub name: String,
    /// The script, by its ISO 15924 code.
    #[schema(example = "Latn")]
    pub script: String,
    /// The derived property of RFC 5892.
    #[schema(example = "PVALID")]
    pub derived_property: String,
    /// The Unicode version that the character came in with; null where none has.
    #[schema(required, example = "1.1")]
    pub age: Option<String>,
    /// The Bidi class.
    #[schema(example = "L")]
    pub bidi_class: String,
    /// The clauses of its contextual rule and of those that it breaks.
    pub rules: Vec<String>,
}

/// A name nearby that is valid.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WayOut {
    /// The name in Unicode.
    #[schema(example = "bücher.ch")]
    pub name: String,
    /// The name for the DNS.
    #[schema(example = "xn--bcher-kva.ch")]
    pub ascii: String,
}
