//! The result of a check of one label.

use alloc::vec::Vec;

use super::Verdict;
use crate::finding::{Finding, Severity};
use crate::idna2008::Outcome;
use crate::label::Label;
#[cfg(feature = "lgr")]
use crate::lgr::LgrOutcome;
use crate::unicode::{Script, script};

/// The result of a check of one label: the label in both forms, the verdict, and all findings in label
/// order.
#[derive(Clone, Debug)]
pub struct LabelReport {
    outcome: Outcome,
    /// True if the label is host syntax, which is not judged.
    left_out: bool,
    /// The answer of the tables on the label.
    #[cfg(feature = "lgr")]
    tables: Option<TablesTold>,
}

/// The answer of tables on a label, with the part of it that readers get.
#[cfg(feature = "lgr")]
#[derive(Clone, Debug)]
pub(crate) struct TablesTold {
    pub(crate) outcome: LgrOutcome,
    /// True if the disposition is told: the tables are rulesets, or have variants.
    pub(crate) has_disposition: bool,
    /// True if the tables that fit are told: the label is one that is registered under them.
    pub(crate) has_fitting: bool,
}

impl AsRef<Label> for LabelReport {
    fn as_ref(&self) -> &Label {
        self.label()
    }
}

impl LabelReport {
    pub(crate) const fn new() -> Self {
        Self {
            outcome: Outcome::new(),
            left_out: false,
            #[cfg(feature = "lgr")]
            tables: None,
        }
    }

    /// The part that a check fills in.
    pub(crate) fn outcome_mut(&mut self) -> &mut Outcome {
        &mut self.outcome
    }

    /// Takes a label that is not judged.
    pub(crate) fn leave_out(&mut self, label: &str) {
        self.outcome.label = Label::parse(label);
        self.left_out = true;
    }

    /// False for a label that was left out of the judgement as host syntax, see
    /// [`Checker::with_host_syntax`](crate::Checker::with_host_syntax): nothing was asked about it.
    #[must_use]
    pub const fn is_judged(&self) -> bool {
        !self.left_out
    }

    /// The label in both forms.
    #[must_use]
    pub const fn label(&self) -> &Label {
        &self.outcome.label
    }

    /// All findings, in label order.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.outcome.findings
    }

    /// The answer of the rulesets, if the label was held to any.
    #[cfg(feature = "lgr")]
    #[must_use]
    pub fn lgr(&self) -> Option<&LgrOutcome> {
        self.tables.as_ref().filter(|told| told.has_disposition).map(|told| &told.outcome)
    }

    /// The names of the tables that the label fits whole, where it was held to several.
    #[cfg(feature = "lgr")]
    #[must_use]
    pub fn tables(&self) -> Option<impl Iterator<Item = &str>> {
        self.tables.as_ref().filter(|told| told.has_fitting)?.outcome.fitting_ids()
    }

    /// True if nothing is to be told beside findings.
    #[cfg(feature = "serde")]
    pub(crate) const fn has_findings_alone(&self) -> bool {
        #[cfg(feature = "lgr")]
        return self.tables.is_none();
        #[cfg(not(feature = "lgr"))]
        true
    }

    /// Takes what tables say of the label.
    #[cfg(feature = "lgr")]
    pub(crate) fn set_tables(&mut self, told: TablesTold) {
        self.tables = Some(told);
    }

    /// The worst of the findings.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        Verdict::of(&self.outcome.findings)
    }

    /// True if the verdict is not `invalid`.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.verdict() != Verdict::Invalid
    }

    /// True if the label has a right-to-left character: an RTL label (RFC 5893 §1.4).
    #[must_use]
    pub const fn is_rtl(&self) -> bool {
        self.outcome.is_rtl
    }

    /// The code points a finding speaks of.
    pub fn code_points(&self, finding: &Finding) -> impl Iterator<Item = char> {
        let span = finding.span();
        self.outcome.label.u_label().unwrap_or_default().chars().skip(span.start()).take(span.len())
    }

    /// The scripts of the label by the Script property, in order of appearance, without Common and
    /// Inherited.
    #[must_use]
    pub fn scripts(&self) -> Vec<Script> {
        let mut scripts = Vec::new();
        for c in self.outcome.label.u_label().unwrap_or_default().chars() {
            let script = script(c);
            if !script.is_common_or_inherited() && !scripts.contains(&script) {
                scripts.push(script);
            }
        }
        scripts
    }

    /// Has tables or a policy judge the label, and adds what they find, in order, where it `counts`. The kind
    /// stays: a U-label that a registry refuses is one.
    #[cfg(feature = "lgr")]
    #[inline]
    pub(crate) fn judge<R>(&mut self, counts: bool, judge: impl FnOnce(&Label, &mut Vec<Finding>) -> R) -> R {
        let Outcome { label, findings, .. } = &mut self.outcome;
        let before = findings.len();
        let result = judge(label, findings);
        if findings.len() > before {
            if counts {
                findings.sort_by_key(Finding::order);
            } else {
                findings.truncate(before);
            }
        }
        result
    }

    /// Adds findings, keeps them in order, and takes back the kind of a label that has become invalid.
    pub(crate) fn amend(&mut self, add: impl FnOnce(&Label, &mut Vec<Finding>)) {
        let Outcome { label, findings, .. } = &mut self.outcome;
        let before = findings.len();
        add(label, findings);
        if findings.len() == before {
            return;
        }
        findings.sort_by_key(Finding::order);
        label.set_valid(findings.iter().all(|finding| finding.severity() != Severity::Error));
    }
}
