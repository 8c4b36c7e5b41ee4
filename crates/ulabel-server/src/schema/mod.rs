//! The shapes of what is asked and answered in JSON, as a client reads them: each is described in the
//! [document](crate::routes::document), and reads the answers of the service with no member left over. The service itself
//! writes what the program writes, by the library.

mod asked;
mod explanation;
mod index;
mod labels;
mod policy;
mod problem;
mod report;

pub use asked::{
    CandidateAsked, CandidateMembers, CandidatesAsked, NameAsked, NameMembers, NamesAsked, PairMembers,
    RecordAsked, RecordsAsked, State, TextsAsked,
};
pub use explanation::{CodePointExplanation, Explanation, FindingExplanation, LabelExplanation, WayOut};
pub use index::{Changed, Decision, IndexStats, LookAlike, NameRecord};
pub use labels::{Count, NameKeys, Placement, VariantLabel, VariantList};
pub use policy::{Anything, Policy, PolicyRow, PolicyTable};
pub use problem::{Problem, ProblemType};
pub use report::{ArgumentValue, Finding, Kind, Label, LgrOutcome, Report, Severity, Verdict};

use serde::Deserialize;
use utoipa::ToSchema;

macro_rules! one_or_many {
    ($($name:ident of $one:ty, $what:literal;)+) => {$(
        #[doc = $what]
        #[derive(Clone, Debug, PartialEq, Deserialize, ToSchema)]
        #[serde(untagged)]
        pub enum $name {
            /// The answer to one.
            One(Box<$one>),
            /// Those to an array, in its order.
            Many(Vec<OrProblem<$one>>),
        }
    )+};
}

/// An answer, or in its place the reason why there is none.
#[derive(Clone, Debug, PartialEq, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum OrProblem<T> {
    /// The answer.
    Answer(T),
    /// The reason.
    Problem(Problem),
}

one_or_many! {
    Reports of Report, "A report, or many.";
    Explanations of Explanation, "An explanation, or many.";
    ManyKeys of NameKeys, "The keys of a name, or of many.";
    VariantLists of VariantList, "The variants of a label, or of many.";
    Decisions of Decision, "A decision, or many.";
}

/// Where a label may be registered, or each of many.
#[derive(Clone, Debug, PartialEq, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum ManyPlacements {
    /// One answer for each policy.
    One(Vec<Placement>),
    /// For each label of an array such an array, in its order.
    Many(Vec<OrProblem<Vec<Placement>>>),
}
