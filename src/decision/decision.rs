//! What is asked, and what is answered.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::look_alikes::LookAlike;
use super::status::{EppCommand, Reason, SetStatus};
use crate::finding::{Finding, Severity};
use crate::report::{LabelReport, Report, Verdict};

/// Who asks for which name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request<'a> {
    /// The name, in either form and any case of ASCII. A label alone is one under the domain of the policy.
    pub name: &'a str,
    /// For whom; an EPP `check` names nobody.
    pub registrant: Option<&'a str>,
    /// The registrar that asks.
    pub registrar: Option<&'a str>,
    /// True if the client speaks the EPP extension for variant sets.
    pub is_aware: bool,
    /// True to tell what the name looks like.
    pub look_alikes: bool,
}

impl<'a> Request<'a> {
    /// A request for a name by nobody in particular, who knows of variant sets.
    #[must_use]
    pub const fn new(name: &'a str) -> Self {
        Self { name, registrant: None, registrar: None, is_aware: true, look_alikes: true }
    }
}

/// A label that stands alone, under a domain where one is given. A name with a dot has its own.
///
/// ```
/// use ulabel::decision::under_domain;
///
/// assert_eq!(under_domain("bücher", Some(".ch")), "bücher.ch");
/// assert_eq!(under_domain("bücher.li", Some("ch")), "bücher.li");
/// assert_eq!(under_domain("bücher", None), "bücher");
/// ```
#[must_use]
pub fn under_domain(name: &str, domain: Option<&str>) -> String {
    match domain {
        Some(domain) if !name.contains('.') => format!("{name}.{}", domain.trim_matches('.')),
        _ => name.into(),
    }
}

/// Whether a name can be had, and why.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Decision {
    /// The name in Unicode, in lower case, with its domain.
    pub name: String,
    /// The label that is asked for as a U-label, or as the LDH label that it is; none where it is no label.
    pub u_label: Option<String>,
    /// The same as an A-label.
    pub a_label: Option<String>,
    /// True if the one who asks may have it.
    pub available: bool,
    /// Why, or why not.
    pub reason: Reason,
    /// The primary name of its set; none where there is no set, or no one name speaks for it.
    pub primary: Option<String>,
    /// The other registered names of its set under the same domain, oldest first.
    pub colliding: Vec<String>,
    /// The registered names of its set under other top-level domains, oldest first.
    pub elsewhere: Vec<String>,
    /// What it looks like, the closest first.
    pub look_alikes: Vec<LookAlike>,
    /// The table that its record names, if it exists.
    pub table: Option<String>,
    /// The report on the name; the finding that tells the reason is among those of the name as a whole.
    pub report: Report,
}

impl Decision {
    /// What the EPP extension says of it; none where it has no word.
    #[must_use]
    pub const fn status(&self) -> Option<SetStatus> {
        self.reason.status()
    }

    /// The findings that count, of the label and then of the name: where it can be had, what an own label would have
    /// against it is left out.
    pub fn findings(&self) -> impl Iterator<Item = (&Finding, Option<&LabelReport>)> {
        let label = self.report.labels().first();
        let of_label =
            label.into_iter().flat_map(|label| label.findings().iter().zip(core::iter::repeat(Some(label))));
        let all = of_label.chain(self.report.findings().iter().map(|finding| (finding, None)));
        all.filter(|(finding, _)| !self.available || finding.severity() != Severity::Error)
    }

    /// The finding that tells the reason: the one of the decision, or else the first error.
    #[must_use]
    pub fn telling(&self) -> Option<(&Finding, Option<&LabelReport>)> {
        let of_reason = |(finding, _): &(&Finding, _)| Some(finding.code()) == self.reason.code();
        let is_error = |(finding, _): &(&Finding, _)| finding.severity() == Severity::Error;
        self.findings().find(of_reason).or_else(|| self.findings().find(is_error))
    }

    /// `valid` for a name that can be had, `review` where a person should look first, `invalid` for one that cannot be
    /// had.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self.available {
            false => Verdict::Invalid,
            true if self.findings().any(|(finding, _)| finding.severity() == Severity::Warning) => {
                Verdict::Review
            }
            true => Verdict::Valid,
        }
    }

    /// The EPP command that registers it; none where it cannot be had.
    #[must_use]
    pub const fn command(&self) -> Option<EppCommand> {
        self.reason.command()
    }
}
