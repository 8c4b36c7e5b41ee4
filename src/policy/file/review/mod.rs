//! The review of a policy: what no label can meet, and what has no effect.
//!
//! It takes a policy for what its keys say, once they are read; keys at fault are left to those who read them.

mod lengths;
mod letters;
mod neighbours;
mod rules;

use alloc::format;
use alloc::string::String;

use super::reader::{Node, Section, shown};
use crate::finding::FaultCode;
use crate::lgr::CodePoints;
use crate::policy::model::{CodePointSet, MustContain, Policy, Table};
use crate::script::ScriptCode;
use crate::unicode::{self, DerivedProperty, Script};

pub(super) use lengths::length;

/// True for the codes of the review. A policy with such faults can be used as it stands.
pub(super) const fn is_of(code: FaultCode) -> bool {
    use FaultCode as C;
    matches!(
        code,
        C::NothingPermitted
            | C::RangeNotPermitted
            | C::NotNfc
            | C::NoSuchLength
            | C::NoLetters
            | C::CannotContain
            | C::UnusedContext
            | C::NoNeighbour
            | C::RefusesAll
            | C::RuleWithoutEffect
            | C::SetWithoutEffect
            | C::ScriptWithoutTable
    )
}

/// What concerns several parts of the policy.
pub(super) fn policy(policy: &Policy, section: &Section<'_>) {
    let tables = || section.get("table").into_iter().flat_map(Node::members);
    let of_id = |id: &str| policy.tables.iter().find(|table| table.id == id);
    for node in tables() {
        let Some(table) = string(node, "id").and_then(of_id) else { continue };
        lengths::beside(&policy.length, table, node);
        sets(policy, table, node);
    }
    scripts(policy, section);
}

/// What a table alone tells.
pub(super) fn table(table: &Table, section: &Section<'_>) {
    if table.lgr.is_some() || table.takes_all_of_base() {
        return;
    }
    let stated = ["letters", "sequences", "lgr", "digits"].into_iter().find(|key| section.get(key).is_some());
    let in_ascii = table.repertoire().contains('a');
    if stated.is_none() && !in_ascii {
        section.fault(
            "id",
            FaultCode::NoLetters,
            "the table has neither `letters` nor `sequences` nor `lgr`",
        );
        return;
    }
    if !letters::review(table, section) {
        return;
    }
    let all = characters(table);
    must_contain(&all, section);
    neighbours::review(table, &all, section);
    rules::review(table, &all, section);
}

/// Every code point that a label of the table can have; those that stand in sequences only among them.
fn characters(table: &Table) -> CodePointSet {
    let mut all = table.repertoire();
    all.extend(table.sequences.iter().flat_map(|sequence| sequence.chars()).map(|c| (c, c)));
    all
}

/// True unless IDNA2008 permits the code point nowhere.
fn is_permitted(c: char) -> bool {
    !matches!(unicode::derived_property(c), DerivedProperty::Disallowed | DerivedProperty::Unassigned)
}

/// The set that is written here; none if it cannot be read.
fn set(node: Node<'_>) -> Option<CodePointSet> {
    node.members().map(|member| CodePointSet::parse_item(member.value().as_str()?).ok()).collect()
}

fn string<'s>(node: Node<'s>, key: &'static str) -> Option<&'s str> {
    node.get(key)?.value().as_str()
}

/// The scripts that are written here; none if one cannot be read.
fn codes(node: Node<'_>) -> Option<alloc::vec::Vec<ScriptCode>> {
    node.members().map(|member| ScriptCode::from_code(member.value().as_str()?)).collect()
}

/// What a label must contain is in the table.
fn must_contain(all: &CodePointSet, section: &Section<'_>) {
    for node in section.get("must-contain").into_iter().flat_map(Node::members) {
        let letters = node.get("letters").and_then(set).map(MustContain::Letters);
        let scripts = || node.get("scripts").and_then(codes).map(MustContain::Scripts);
        let Some(must) = letters.or_else(scripts) else { continue };
        if !all.iter().any(|c| is_permitted(c) && must.is_met_by(c)) {
            let message = "the table has nothing of what a label must contain: no label fits it";
            node.fault(FaultCode::CannotContain, message);
        }
    }
}

/// The sets of variants that a table names have members in it.
fn sets(policy: &Policy, table: &Table, node: Node<'_>) {
    if table.lgr.is_some() || table.takes_all_of_base() {
        return;
    }
    let repertoire = table.repertoire();
    for name in node.get("variant-sets").into_iter().flat_map(Node::members) {
        let Some(text) = name.value().as_str() else { continue };
        let Some(groups) = policy.variant_sets.get(text) else { continue };
        let has = |member: &CodePoints| table.has(&repertoire, member);
        if !groups.iter().flatten().any(has) {
            let message = format!("the table has no member of the set `{}`", shown(text));
            name.fault(FaultCode::SetWithoutEffect, message);
        }
    }
}

/// Each script of the top-level domain is that of a table. What ruleset files have is not known here.
fn scripts(policy: &Policy, section: &Section<'_>) {
    if policy.tables.is_empty() || policy.tables.iter().any(Table::is_ruleset) {
        return;
    }
    let has = |code: ScriptCode| {
        let is_of = |script: &Script| code.scripts().contains(script);
        policy.tables.iter().any(|table| {
            table.scripts.iter().flat_map(|named| named.scripts()).any(is_of)
                || characters(table).iter().any(|c| is_of(&unicode::script(c)))
        })
    };
    let Some(rule) = section.get("scripts") else { return };
    for node in rule.get("of-tld").into_iter().flat_map(Node::members) {
        let code = node.value().as_str().and_then(ScriptCode::from_code);
        if let Some(code) = code.filter(|code| !has(*code)) {
            let message: String = format!("no table has a letter of script {code}");
            node.fault(FaultCode::ScriptWithoutTable, message);
        }
    }
}
