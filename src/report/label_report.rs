//! What a check of one label returns.

use alloc::vec::Vec;

use super::Verdict;
use crate::finding::{Finding, Severity};
use crate::label::{Label, LabelKind};
use crate::unicode::{Script, script};

/// What a check of one label returns: the label in both forms, the verdict, and all findings in label
/// order.
#[derive(Clone, Debug)]
pub struct LabelReport {
    label: Label,
    findings: Vec<Finding>,
    is_rtl: bool,
}

impl LabelReport {
    pub(crate) fn new(label: Label, findings: Vec<Finding>, is_rtl: bool) -> Self {
        Self { label, findings, is_rtl }
    }

    /// The label in both forms.
    #[must_use]
    pub const fn label(&self) -> &Label {
        &self.label
    }

    /// All findings, in label order.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The worst of the findings.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        Verdict::of(&self.findings)
    }

    /// Whether the verdict is not `invalid`.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.verdict() != Verdict::Invalid
    }

    /// Whether the label has a right-to-left character: an RTL label (RFC 5893 §1.4).
    #[must_use]
    pub const fn is_rtl(&self) -> bool {
        self.is_rtl
    }

    /// The code points a finding speaks of.
    pub fn code_points(&self, finding: &Finding) -> impl Iterator<Item = char> {
        let span = finding.span();
        self.label.u_label().unwrap_or_default().chars().skip(span.start()).take(span.len())
    }

    /// The scripts of the label by the Script property, in order of appearance, without Common and
    /// Inherited.
    #[must_use]
    pub fn scripts(&self) -> Vec<Script> {
        let mut scripts = Vec::new();
        for c in self.label.u_label().unwrap_or_default().chars() {
            let script = script(c);
            if !script.is_common_or_inherited() && !scripts.contains(&script) {
                scripts.push(script);
            }
        }
        scripts
    }

    /// Adds findings, keeps them in order, and takes back the kind of a label that has become invalid.
    pub(crate) fn amend(&mut self, add: impl FnOnce(&Label, &mut Vec<Finding>)) {
        let before = self.findings.len();
        add(&self.label, &mut self.findings);
        if self.findings.len() == before {
            return;
        }
        self.findings.sort_by_key(Finding::order);
        let refused = self.findings.iter().any(|finding| finding.severity() == Severity::Error);
        self.label.kind = match self.label.kind {
            LabelKind::ULabel if refused => LabelKind::PutativeULabel,
            LabelKind::ALabel if refused => LabelKind::FakeALabel,
            kind => kind,
        };
    }
}
