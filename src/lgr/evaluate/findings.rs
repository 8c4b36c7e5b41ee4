//! The findings that an evaluation gives for a report on the label.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Evaluation, FailureKind};
use crate::finding::{ArgumentName, Code, Finding};
use crate::label::Span;
use crate::lgr::VariantCounts;
use crate::lgr::compile::{BoundExceeded, CompiledLgr};

impl CompiledLgr {
    /// The findings that an evaluation under this ruleset gives, in label order; none for a label that
    /// may be registered.
    ///
    /// A label that is itself `blocked` may not be registered either; other dispositions are for the
    /// registry to read.
    #[must_use]
    pub fn findings(&self, evaluation: &Evaluation) -> Vec<Finding> {
        let mut findings: Vec<Finding> = Vec::new();
        for failure in &evaluation.failures {
            match &failure.kind {
                FailureKind::Length => {
                    let code = if failure.span.is_empty() { Code::EmptyLabel } else { Code::LabelTooLong };
                    findings.push(Finding::new(code, failure.span));
                }
                FailureKind::NotInRepertoire => {
                    findings.push(Finding::new(Code::LgrNotInRepertoire, failure.span));
                }
                FailureKind::Context(failed) => {
                    let mut names: Vec<&str> = Vec::new();
                    for context in failed {
                        let name = &**context.context.rule();
                        if !names.contains(&name) {
                            names.push(name);
                        }
                    }
                    let reason = failed.first().map_or("when", |context| context.context.attribute());
                    findings.push(
                        Finding::new(Code::LgrContext, failure.span)
                            .with(ArgumentName::Rule, names.join(", "))
                            .with(ArgumentName::Reason, reason),
                    );
                }
            }
        }
        let refuses = matches!(&*evaluation.disposition, "invalid" | "blocked");
        if let Some(action) = evaluation.action.filter(|_| refuses) {
            let disposition = || String::from(&*evaluation.disposition);
            let invalid = |span| {
                Finding::new(Code::LgrInvalidDisposition, span).with(ArgumentName::Value, disposition())
            };
            match (self.action_rule(action), &*evaluation.out_of_repertoire) {
                (Some(rule), _) => {
                    let others = evaluation.refusals.iter().filter(|other| *other != rule);
                    findings.extend([rule].into_iter().chain(others).map(|rule| {
                        Finding::new(Code::LgrWholeLabelRule, Span::default())
                            .with(ArgumentName::Rule, String::from(&**rule))
                            .with(ArgumentName::Value, disposition())
                    }));
                }
                (None, []) => findings.push(invalid(Span::default())),
                (None, spans) => findings.extend(spans.iter().map(|&span| invalid(span))),
            }
        }
        findings
    }

    /// The finding about the variants of a label, by their counts: that one comes about in several ways (RFC 7940
    /// section 8.4), or that they could not be told.
    pub(in crate::lgr) fn variant_finding(
        &self,
        counts: &Result<VariantCounts, BoundExceeded>,
    ) -> Option<Finding> {
        let counts = match counts {
            Ok(counts) => counts,
            Err(BoundExceeded) => return Some(Finding::new(Code::LgrBoundReached, Span::default())),
        };
        let duplicate = counts.duplicate()?;
        let others = duplicate.conflicts.iter().filter_map(|&action| self.action_disposition(action));
        let mut dispositions: Vec<&str> = Vec::new();
        for disposition in [&duplicate.disposition].into_iter().chain(others) {
            if !dispositions.contains(&&**disposition) {
                dispositions.push(disposition);
            }
        }
        let finding = Finding::new(Code::LgrDuplicateVariant, Span::default())
            .with(ArgumentName::Other, duplicate.label.clone())
            .with(ArgumentName::Value, dispositions.join(", "));
        Some(finding)
    }
}
