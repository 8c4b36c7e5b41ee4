//! What a check of one label returns.

#[cfg(feature = "lgr")]
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::Verdict;
use crate::finding::{Finding, Severity};
use crate::idna2008::Outcome;
use crate::label::Label;
#[cfg(feature = "lgr")]
use crate::lgr::{LgrOutcome, Scratch, Tables};
use crate::unicode::{Script, script};

/// What a check of one label returns: the label in both forms, the verdict, and all findings in label
/// order.
#[derive(Clone, Debug)]
pub struct LabelReport {
    outcome: Outcome,
    #[cfg(feature = "lgr")]
    lgr: Option<Arc<LgrOutcome>>, // not a Box: what drops it is small enough to be inlined
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
            #[cfg(feature = "lgr")]
            lgr: None,
        }
    }

    /// What a check fills in.
    pub(crate) fn outcome_mut(&mut self) -> &mut Outcome {
        &mut self.outcome
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

    /// What tables say of the label, if it was held to any.
    #[cfg(feature = "lgr")]
    #[must_use]
    pub fn lgr(&self) -> Option<&LgrOutcome> {
        self.lgr.as_deref()
    }

    /// Asks tables about the label; whether what they find counts is `judged`. The kind stays: a U-label
    /// that a registry refuses is one.
    #[cfg(feature = "lgr")]
    pub(crate) fn ask_tables(&mut self, tables: &Tables, judged: bool, scratch: &mut Scratch) {
        let Some(label) = self.outcome.label.u_label() else { return };
        let (outcome, findings) = tables.check(label, scratch);
        self.lgr = Some(Arc::new(outcome));
        if judged && !findings.is_empty() {
            self.outcome.findings.extend(findings);
            self.outcome.findings.sort_by_key(Finding::order);
        }
    }

    /// Tells what the rulesets of a policy say of the label. The policy itself judges: its tables may be
    /// others besides.
    #[cfg(feature = "policy")]
    pub(crate) fn tell_rulesets(&mut self, rulesets: &Tables, scratch: &mut Scratch) {
        let Some(label) = self.outcome.label.u_label() else { return };
        let (outcome, _) = rulesets.check(label, scratch);
        self.lgr = Some(Arc::new(LgrOutcome { tables: None, ..outcome }));
    }

    /// The worst of the findings.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        Verdict::of(&self.outcome.findings)
    }

    /// Whether the verdict is not `invalid`.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.verdict() != Verdict::Invalid
    }

    /// Whether the label has a right-to-left character: an RTL label (RFC 5893 §1.4).
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

    /// Adds what a policy finds, in order. The kind stays: a U-label that a registry refuses is one.
    #[cfg(feature = "policy")]
    #[inline]
    pub(crate) fn judge(&mut self, judge: impl FnOnce(&Label, &mut Vec<Finding>)) {
        let Outcome { label, findings, .. } = &mut self.outcome;
        let before = findings.len();
        judge(label, findings);
        if findings.len() > before {
            findings.sort_by_key(Finding::order);
        }
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
