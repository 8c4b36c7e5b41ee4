//! Whole-label rules that every label of a table meets, or none.

use alloc::vec::Vec;

use crate::finding::FaultCode;
use crate::lgr::{
    Action, ClassExpression, CodePointRange, CompiledLgr, Declaration, Entry, IdentifierList, Lgr,
    NamedClass, Origin, RangeEntry, Reach, Rule, RuleTrigger,
};
use crate::policy::file::reader::{Node, Section};
use crate::policy::model::{CodePointSet, Demand, Table};

/// `all` are the code points of the table. What is said holds in any order of them, so also in the labels that
/// contexts and sequences leave.
pub(super) fn review(table: &Table, all: &CodePointSet, section: &Section<'_>) {
    if table.rules.is_empty() {
        return;
    }
    // One that does not compile says so when the policy is compiled.
    let Ok(compiled) = CompiledLgr::new(&ruleset(table, all)) else { return };
    for node in section.get("rules").into_iter().flat_map(Node::members) {
        let name = super::string(node, "name");
        let Some(rule) = table.rules.iter().find(|rule| Some(rule.name.as_str()) == name) else { continue };
        let (code, what) = match (rule.demand, compiled.reach(&rule.name)) {
            (Demand::Refuse, Some(Reach::All)) => (FaultCode::RefusesAll, "refuses every label of the table"),
            (Demand::Require, Some(Reach::None)) => {
                (FaultCode::RefusesAll, "can be met by no label of the table")
            }
            (Demand::Refuse, Some(Reach::None)) => {
                (FaultCode::RuleWithoutEffect, "matches no label of the table")
            }
            (Demand::Require, Some(Reach::All)) => {
                (FaultCode::RuleWithoutEffect, "is met by every label of the table")
            }
            _ => continue,
        };
        let pattern = node.get(rule.demand.name()).unwrap_or(node);
        pattern.fault(code, alloc::format!("the rule `{}` {what}", rule.name));
    }
}

/// The code points, classes and rules of the table, each rule asked for.
fn ruleset(table: &Table, all: &CodePointSet) -> Lgr {
    let data = all.ranges().iter().map(|&(first, last)| Entry::Range(RangeEntry::new(first, last)));
    let mut lgr = Lgr { data: data.collect(), ..Lgr::default() };
    for (name, set) in &table.classes {
        let ranges: Vec<_> =
            set.ranges().iter().map(|&(first, last)| CodePointRange { first, last }).collect();
        let class =
            NamedClass { name: name.as_str().into(), class: ClassExpression::CodePoints(ranges).into() };
        lgr.declarations.push(Declaration::Class(class));
    }
    for rule in &table.rules {
        lgr.declarations.push(Declaration::Rule(Rule {
            name: rule.name.as_str().into(),
            body: rule.pattern.body().to_vec(),
            references: IdentifierList::EMPTY,
            comment: None,
            origin: Origin::NONE,
        }));
        let trigger = Some(RuleTrigger::Match(rule.name.as_str().into()));
        lgr.declarations.push(Declaration::Action(Action { rule: trigger, ..Action::new("invalid") }));
    }
    lgr
}
