//! Whether a label may be registered under a policy: one of many that are asked about it.

use super::Checker;
use crate::finding::Finding;
use crate::lgr::Detail;
use crate::report::LabelReport;

/// What one policy says of a label. As JSON and CSV it is a line of the list of where a label may be registered
/// ([`view`](Self::view)).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Placement<'a> {
    /// The label as it was given.
    pub input: &'a str,
    /// The first top-level domain of the policy, as a U-label; none if the policy names none.
    pub tld: Option<&'a str>,
    /// The name of the policy.
    pub policy: &'a str,
    /// What the policy finds.
    pub report: LabelReport,
}

impl Placement<'_> {
    /// The main reason of a verdict that is not `valid`: the first finding that is as severe as the verdict.
    #[must_use]
    pub fn reason(&self) -> Option<&Finding> {
        let wanted = self.report.verdict().severity()?;
        self.report.findings().iter().find(|finding| finding.severity() == wanted)
    }
}

impl Checker {
    /// What the policy of this checker says of a label, in either form, as of one that is registered right under a domain
    /// of the policy; none without a policy.
    ///
    /// ```
    /// use ulabel::{Checker, Verdict, policy};
    ///
    /// let checker = |tld| Checker::with_policy(&policy::builtin::find(tld).unwrap().policy().unwrap()).unwrap();
    /// // U+00DF LATIN SMALL LETTER SHARP S: .de takes it, .ch does not
    /// let (de, ch) = (checker("de"), checker("ch"));
    /// assert_eq!(de.place("straße").unwrap().report.verdict(), Verdict::Valid);
    /// let placement = ch.place("straße").unwrap();
    /// assert_eq!((placement.tld, placement.reason().unwrap().code().name()), (Some("ch"), "policy.not-in-table"));
    /// ```
    #[must_use]
    pub fn place<'a>(&'a self, label: &'a str) -> Option<Placement<'a>> {
        let policy = self.policy()?.policy();
        let report = self.clone().with_detail(Detail::Findings).check_label(label);
        Some(Placement {
            input: label,
            tld: policy.tlds.first().map(|tld| &**tld),
            policy: &policy.id,
            report,
        })
    }
}
