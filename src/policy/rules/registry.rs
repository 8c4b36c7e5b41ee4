//! What is not known of a registry, and what it could take.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::{Findings, LabelTraits};
use crate::finding::{ArgumentName, Code, Finding, Severity};
use crate::label::{Label, Span};
use crate::lgr::{Detail, Scratch};
use crate::policy::compile::{CompiledPolicy, Traits};
use crate::policy::model::table::UnknownTable;
use crate::policy::model::{IdnOffered, RuleName, Stance};

/// Adds that nothing is known of the registry, to a label that ASCII alone does not make.
pub(super) fn check(traits: &LabelTraits<'_>, found: &mut Findings<'_, '_>) {
    let is_unknown = found.policy.policy.idn_offered == Some(IdnOffered::Unknown);
    if is_unknown && traits.has(Traits::NON_ASCII) {
        let finding = Finding::new(Code::RegistryUnknown, Span::new(0, traits.code_points as usize));
        found.add(finding, Stance::Review, RuleName::Tables, "idn-offered");
    }
}

/// Adds the first table of which the letters are not known that could have the label; false if there is none.
pub(super) fn could_be_of_unknown_table(
    traits: &LabelTraits<'_>,
    text: &str,
    found: &mut Findings<'_, '_>,
) -> bool {
    let policy = found.policy;
    let could_have = |table: &&UnknownTable| {
        table.scripts.is_empty() || text.chars().all(|c| table.scripts.iter().any(|code| code.covers(c)))
    };
    let Some(table) = policy.policy.unknown_tables.iter().find(could_have) else { return false };
    let finding = Finding::new(Code::UnknownTable, Span::new(0, traits.code_points as usize));
    let finding = finding.with(ArgumentName::Value, table.id.clone());
    found.add(finding, Stance::Review, RuleName::Tables, "unknown-tables");
    true
}

/// Adds, to a label that the tables or scripts of a registry refuse, that a start in the languages of the territory takes it.
#[cold]
pub(super) fn tell_start(policy: &CompiledPolicy, label: &Label, findings: &mut Vec<Finding>, first: usize) {
    let refused_by_letters = |finding: &Finding| {
        let of_letters = matches!(
            finding.code(),
            Code::NotInTable | Code::ScriptMixed | Code::ScriptWrongForTld | Code::RestrictionLevel
        );
        of_letters && finding.severity() == Severity::Error
    };
    if !findings.iter().skip(first).any(refused_by_letters) {
        return;
    }
    let Some(start) = policy.start() else { return };
    let mut against: Vec<Finding> = Vec::new();
    start.check(label, Detail::Findings, &mut None::<Scratch>, &mut against);
    if against.iter().all(|finding| finding.severity() != Severity::Error) {
        let length = label.u_label().map_or(0, |text| text.chars().count());
        let finding = Finding::new(Code::StartTakes, Span::new(0, length));
        let finding = finding.with(ArgumentName::Value, start.policy.id.to_string());
        findings.push(finding.with(ArgumentName::Other, policy.policy.id.to_string()));
    }
}
