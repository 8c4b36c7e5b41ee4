//! The report of an audit: plain data, written as JSON by serde.

mod html;
mod text;
mod words;

use serde::Serialize;
use ulabel::finding::Finding;
use ulabel::{Checker, Protocol};

pub use crate::counts::{Count, Place};
pub use html::html;
pub use text::text;

use crate::judge::{self, Judge};

/// What an audit found.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AuditReport {
    /// The version of what made the report.
    pub version: &'static str,
    /// Its Unicode version; that of the rules may be an earlier one.
    pub unicode: String,
    /// The rules; none if each top-level domain has its own.
    pub rules: Option<Rules>,
    /// The date of the report, as the caller writes it; none unless the caller sets it.
    pub date: Option<String>,
    /// The files that names came from.
    pub files: Vec<String>,
    /// How many names there were.
    pub names: u64,
    /// How many of them have nothing against them.
    pub valid: u64,
    /// How many need a person to look at them.
    pub review: u64,
    /// How many break a rule.
    pub invalid: u64,
    /// By the code of what was found; a name counts once for each.
    pub codes: Vec<Count<CodeKey>>,
    /// By the kind of the first label (RFC 5890 section 2.3).
    pub kinds: Vec<Count<&'static str>>,
    /// By the scripts of the first label: their ISO 15924 codes in order, with a blank between; empty for one of common
    /// characters alone.
    pub scripts: Vec<Count<String>>,
    /// By the tables that the first label fits; a name counts once for each.
    pub tables: Vec<Count<String>>,
    /// Names that collide; none if they were not asked for.
    pub collisions: Option<Collisions>,
    /// What other rules would change; none if there were none to compare with.
    pub against: Option<Against>,
    /// Who holds names of one variant set; none if holders are not known.
    pub holders: Option<Holders>,
}

/// The rules that names were held to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Rules {
    /// The id of the policy; none without a policy.
    pub policy: Option<String>,
    /// The protocol of RFC 5891: `registration` or `lookup`.
    pub protocol: &'static str,
    /// The Unicode version that decides which code points are assigned.
    pub unicode: String,
    /// The names of the tables by which names collide.
    pub tables: Vec<String>,
}

impl Rules {
    /// The rules of a judge, if they are the same for all names.
    pub(crate) fn of(judge: &Judge) -> Option<Self> {
        match judge {
            Judge::One(checker) => Some(Self::of_checker(checker)),
            Judge::ByDomain(_) => None,
        }
    }

    fn of_checker(checker: &Checker) -> Self {
        let settings = checker.settings();
        let tables = judge::tables(checker);
        let names = tables.iter().flat_map(|tables| tables.ids());
        Self {
            policy: checker.policy().map(|policy| policy.policy().id.clone()),
            protocol: match settings.protocol {
                Protocol::Lookup => "lookup",
                _ => "registration",
            },
            unicode: settings.version.to_string(),
            tables: names.map(|name| name.to_string()).collect(),
        }
    }
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct CodeKey {
    /// The code of the finding.
    pub code: &'static str,
    /// Its severity, which a policy may have set.
    pub severity: &'static str,
}

impl CodeKey {
    pub(crate) fn of(finding: &Finding) -> Self {
        Self { code: finding.code().name(), severity: finding.severity().name() }
    }
}

/// Names that collide with each other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Collisions {
    /// Names of one variant set, by the tables; none without tables.
    pub variants: Option<Groups>,
    /// Names with one skeleton (UTS #39 section 4).
    pub look_alikes: Groups,
}

/// Groups of names that collide.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Groups {
    /// How many groups there are.
    pub groups: u64,
    /// How many names are in them.
    pub names: u64,
    /// Groups that could not be told within the bounds of time: all their names share a key.
    pub undecided: u64,
    /// The first of them, with the first of their names.
    pub examples: Vec<Vec<String>>,
}

/// What other rules would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Against {
    /// What names were compared under, as the caller calls it.
    pub rules: String,
    /// Names that have another verdict.
    pub verdicts: Vec<Count<VerdictChange>>,
    /// The codes that make it so, under the rules that are stricter.
    pub codes: Vec<Count<ChangeKey>>,
    /// Names that tables dispose otherwise, by the old and the new disposition.
    pub dispositions: Vec<Count<(String, String)>>,
    /// Names whose variants are others.
    pub variant_sets: Option<Count<()>>,
    /// Names that are registered and would be refused: what the change has to exempt.
    pub exempted: u64,
}

/// A verdict that becomes another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct VerdictChange {
    /// The verdict of the rules of today.
    pub from: &'static str,
    /// That of the others.
    pub to: &'static str,
}

/// Why a verdict becomes another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ChangeKey {
    /// The change.
    #[serde(flatten)]
    pub change: VerdictChange,
    /// The code of what stands against the name.
    pub code: &'static str,
}

/// Who holds the names of variant sets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Holders {
    /// Records that were read.
    pub records: u64,
    /// How many names were registered in which year, where that is known.
    pub years: Vec<(i16, u64)>,
    /// Variant sets with names of several holders.
    pub sets: u64,
    /// The first of them.
    pub examples: Vec<HeldSet>,
    /// Names in them beside the proposed primaries: what has to be exempted.
    pub exempted: u64,
}

/// A variant set with several holders.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct HeldSet {
    /// The name that was registered first: the primary that is proposed.
    pub primary: String,
    /// The names, the primary first.
    pub names: Vec<HeldName>,
}

/// A name and its holder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct HeldName {
    /// The name in Unicode.
    pub name: String,
    /// Who holds it.
    pub registrant: String,
    /// Through whom.
    pub registrar: String,
    /// When it was registered, if that is known.
    pub created: Option<String>,
}
