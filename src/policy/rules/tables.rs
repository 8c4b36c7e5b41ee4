//! A label fits one table whole.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::digits;
use super::length::OutOfBounds;
use super::{Findings, LabelTraits, registry};
use crate::finding::{ArgumentName, Code, Finding};
use crate::label::Span;
use crate::lgr::{Detail, Evaluation, FailureKind, Identifier, Judgement, LgrOutcome, Scratch, TableSet};
use crate::policy::compile::{CompiledPolicy, DIGITS_AT_ENDS, MUST_CONTAIN, QuickTable, Traits};
use crate::policy::model::table::Table;
use crate::policy::model::{RuleName, Stance};
use crate::unicode::{DerivedProperty, derived_property};

/// The judgement of the tables of a policy on a label.
pub(super) struct Judged {
    /// The tables that take the label whole.
    pub(super) fitting: TableSet,
    /// The table that has the least against the label, of those that have all its code points; none when one
    /// fits or none has them all.
    closest: Option<Closest>,
}

struct Closest {
    table: usize,
    weight: u32,
    judgement: Option<Judgement>,
    outside: Option<OutOfBounds>,
}

/// Asks each table that has every code point. With `all`, every table that fits is told; otherwise it is
/// enough that one does.
pub(super) fn judge(
    policy: &CompiledPolicy,
    traits: &LabelTraits<'_>,
    text: &str,
    all: bool,
    scratch: &mut Option<Scratch>,
) -> Judged {
    let mut judged = Judged { fitting: TableSet::EMPTY, closest: None };
    let Some(tables) = &policy.tables else { return judged };
    let at_once = traits.tables.and(policy.only_letters);
    if !all && !at_once.and(policy.script_safe).is_empty() {
        return Judged { fitting: at_once, closest: None };
    }
    for number in traits.tables.iter() {
        let (Some(table), Some(quick)) = (policy.policy.tables.get(number), policy.quick.get(number)) else {
            break;
        };
        let outside = OutOfBounds::of(traits, &table.length);
        let judgement = match quick.passes(table, traits) || tables.takes_at_a_glance(number, text) {
            true => None,
            false => tables.judge_by(number, text, scratch.get_or_insert_default()),
        };
        let is_eligible = judgement.as_ref().is_none_or(|judgement| judgement.is_eligible);
        if is_eligible && outside.is_none() {
            judged.fitting.insert(number);
            if !all && policy.script_safe.has(number) {
                break;
            }
            continue;
        }
        let of_rules = judgement.as_ref().map_or(0, |judgement| weight(judgement, quick));
        let weight = of_rules + u32::from(outside.is_some());
        if judged.closest.as_ref().is_none_or(|closest| weight < closest.weight) {
            judged.closest = Some(Closest { table: number, weight, judgement, outside });
        }
    }
    if !judged.fitting.is_empty() {
        judged.closest = None;
    }
    judged
}

impl QuickTable {
    /// True if the code points alone tell that the table takes the label.
    #[inline]
    fn passes(&self, table: &Table, traits: &LabelTraits<'_>) -> bool {
        !self.must_be_asked
            && !traits.has(Traits::PLACED)
            && self.must.iter().all(|bit| bit.is_some_and(|bit| traits.has(bit)))
            && (table.digits_at_ends == Stance::Allow || !traits.has_digit_at_end())
    }
}

/// How far a label is from a table: what it lacks altogether weighs most.
fn weight(judgement: &Judgement, quick: &QuickTable) -> u32 {
    let of_failure = |kind: &FailureKind| match kind {
        FailureKind::NotInRepertoire if !quick.is_ruleset => 4,
        _ => 2,
    };
    match judgement.failures.is_empty() {
        true if judgement.is_eligible => 0,
        true if quick.must.is_empty() => 1,
        true => 8,
        false => judgement.failures.iter().map(|failure| of_failure(&failure.kind)).sum(),
    }
}

/// Adds why no table takes the label.
pub(super) fn check(
    traits: &LabelTraits<'_>,
    text: &str,
    judged: &Judged,
    scratch: &mut Option<Scratch>,
    found: &mut Findings<'_, '_>,
) {
    if judged.fitting.is_empty() && !found.policy.quick.is_empty() {
        explain(traits, text, judged, scratch, found);
    }
}

#[cold]
fn explain(
    traits: &LabelTraits<'_>,
    text: &str,
    judged: &Judged,
    scratch: &mut Option<Scratch>,
    found: &mut Findings<'_, '_>,
) {
    if registry::could_be_of_unknown_table(traits, text, found) {
        return;
    }
    let policy = found.policy;
    let Some(closest) = &judged.closest else { return explain_letters(text, found) };
    let (Some(table), Some(tables)) = (policy.policy.tables.get(closest.table), &policy.tables) else {
        return;
    };
    if let Some(judgement) = closest.judgement.clone().filter(|judgement| !judgement.is_eligible) {
        let mut evaluation =
            tables.evaluation_by(closest.table, text, judgement, scratch.get_or_insert_default());
        if table.is_ruleset() {
            // What a table asks beyond its base has findings of the policy.
            let is_own = |rule: &mut Identifier| table.base.is_some() && is_of_table(table, rule);
            let own: Vec<Identifier> = evaluation.refusals.extract_if(.., is_own).collect();
            let is_all = !own.is_empty() && evaluation.refusals.is_empty() && evaluation.failures.is_empty();
            let rules = Evaluation { refusals: own, failures: Vec::new(), ..evaluation.clone() };
            explain_rules(traits, table, &rules, found);
            let rest = if is_all { Vec::new() } else { tables.findings_by(closest.table, &evaluation) };
            for finding in rest {
                found.add_of_table(finding, policy.policy.outside_tables, RuleName::Tables, table, "lgr");
            }
        } else {
            explain_rules(traits, table, &evaluation, found);
        }
    }
    if let Some(outside) = closest.outside {
        found.add_of_table(outside.finding(), table.length.otherwise, RuleName::Length, table, "length");
    }
}

/// True if a rule is one that the table writes itself.
fn is_of_table(table: &Table, rule: &str) -> bool {
    rule.starts_with(MUST_CONTAIN)
        || rule.starts_with(DIGITS_AT_ENDS)
        || table.rules.iter().any(|own| own.name == *rule)
}

/// Adds the findings of a table written as letters: the rules of its ruleset that the label breaks.
fn explain_rules(
    traits: &LabelTraits<'_>,
    table: &Table,
    evaluation: &Evaluation,
    found: &mut Findings<'_, '_>,
) {
    let outside = found.policy.policy.outside_tables;
    let named = |finding: Finding| finding.with(ArgumentName::Value, table.id.clone());
    let whole = Span::new(0, traits.code_points as usize);
    for failure in &evaluation.failures {
        match failure.kind {
            FailureKind::Context(_) => {
                let finding = named(Finding::new(Code::PolicyContext, failure.span));
                found.add_of_table(finding, outside, RuleName::Context, table, "context");
            }
            _ => {
                let finding = Finding::new(Code::NotInTable, failure.span);
                let finding = named(finding.with(ArgumentName::Reason, "sequence"));
                found.add_of_table(finding, outside, RuleName::Tables, table, "sequences");
            }
        }
    }
    for rule in &evaluation.refusals {
        if table.rules.iter().any(|own| own.name == **rule) {
            let finding = Finding::new(Code::LgrWholeLabelRule, Span::default())
                .with(ArgumentName::Rule, rule.to_string())
                .with(ArgumentName::Value, evaluation.disposition.to_string());
            found.add_of_table(finding, outside, RuleName::Tables, table, "rules");
        } else if rule.starts_with(MUST_CONTAIN) {
            let finding = named(Finding::new(Code::MustContain, whole));
            found.add_of_table(finding, outside, RuleName::MustContain, table, "must-contain");
        } else if rule.starts_with(DIGITS_AT_ENDS) {
            let finding = named(digits::at_end(traits));
            found.add_of_table(finding, table.digits_at_ends, RuleName::Digits, table, "digits-at-ends");
        }
    }
}

/// The code points that keep the label out of the table that comes closest.
fn explain_letters(text: &str, found: &mut Findings<'_, '_>) {
    let policy = found.policy;
    let label: Vec<(char, TableSet)> = text.chars().map(|c| (c, policy.lookup.class(c).tables)).collect();
    let count = |number: usize| label.iter().filter(|(_, tables)| tables.has(number)).count();
    // The first of those that have the most.
    let numbered = policy.policy.tables.iter().enumerate().rev();
    let Some((number, table)) = numbered.max_by_key(|(number, _)| count(*number)) else { return };
    let mut at = 0;
    while at < label.len() {
        let is_outside = |(c, tables): &&(char, TableSet)| !tables.has(number) && is_permitted_somewhere(*c);
        let run = label.iter().skip(at).take_while(is_outside).count();
        if run > 0 {
            let in_others = label.iter().skip(at).take(run).all(|(_, tables)| !tables.is_empty());
            let reason = if in_others { "several-tables" } else { "no-table" };
            let finding = Finding::new(Code::NotInTable, Span::new(at, at + run))
                .with(ArgumentName::Reason, reason)
                .with(ArgumentName::Value, table.id.clone());
            found.add_of_table(finding, policy.policy.outside_tables, RuleName::Tables, table, "letters");
        }
        at += run.max(1);
    }
}

/// True if IDNA2008 may permit the code point; what it never permits has a finding of its own.
fn is_permitted_somewhere(c: char) -> bool {
    !matches!(derived_property(c), DerivedProperty::Disallowed | DerivedProperty::Unassigned)
}

/// The outcome of the tables, as rulesets, for the report on the label.
pub(super) fn outcome(
    policy: &CompiledPolicy,
    text: &str,
    judged: &Judged,
    detail: Detail,
    scratch: &mut Option<Scratch>,
    findings: &mut Vec<Finding>,
) -> Option<LgrOutcome> {
    let tables = policy.tables.as_ref()?;
    // Without variants each label stands for itself alone.
    let detail = if policy.has_dispositions { detail } else { detail.min(Detail::Tables) };
    let (table, judgement) = match (&judged.closest, judged.fitting.first()) {
        (_, Some(table)) => (table, None),
        (Some(closest), None) => (closest.table, closest.judgement.as_ref()),
        (None, None) => (0, None),
    };
    let scratch = scratch.get_or_insert_default();
    let first = findings.len();
    let outcome = tables.outcome(text, table, judgement, judged.fitting, detail, scratch, findings);
    // What is wrong with the variants of a table that is built in is known: a few come about in several ways, all of them
    // blocked, so that nothing depends on it. `lgr check` tells it; it is no reason to hold a name. Nor is it where the same
    // mapping takes out one or the other of two neighbours.
    let is_known = |table: &Table| table.base.is_some() || table.maps_to_nothing();
    if policy.policy.tables.get(table).is_some_and(is_known) {
        findings.truncate(first);
    }
    Some(outcome)
}
