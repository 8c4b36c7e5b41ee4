//! Names under another domain than the policy's.

use alloc::format;
use alloc::string::ToString;

use crate::finding::{ArgumentName, Code, Finding};
use crate::label::{Label, Span};
use crate::policy::compile::{CompiledPolicy, Neighbour};
use crate::policy::model::RuleName;

impl CompiledPolicy {
    /// The finding on a name that is under none of the policy's domains, made from its last label.
    pub(crate) fn outside(&self, last: &Label) -> Option<Finding> {
        let severity = self.policy.outside_tld.severity()?;
        let finding = Finding::new(Code::OutsideTld, Span::default())
            .with_severity(severity)
            .with(ArgumentName::Expected, self.domains())
            .with(ArgumentName::Rule, "outside-tld".to_string());
        // The sources of the policy as a whole are about labels.
        let finding = match self.policy.source_of.get(&RuleName::Tld) {
            Some(source) => finding.with(ArgumentName::Source, source.clone()),
            None => finding,
        };
        Some(match self.neighbours.of(last) {
            Some(Neighbour::Is(tld)) => {
                finding.with(ArgumentName::Reason, "fits").with(ArgumentName::Other, format!(".{tld}"))
            }
            Some(Neighbour::LooksLike(tld)) => finding
                .with(ArgumentName::Reason, "look-alike")
                .with(ArgumentName::Other, format!(".{tld}"))
                .with(ArgumentName::Value, format!(".{}", last.u_label().unwrap_or_default())),
            None => finding,
        })
    }
}
