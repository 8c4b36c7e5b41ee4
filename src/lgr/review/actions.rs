//! Actions that no label reaches, types that no action looks for, and what nothing refers to
//! (RFC 7940 section 7).

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::Reviewer;
use crate::finding::FaultCode;
use crate::lgr::{
    Action, ClassExpression, Entry, IdentifierList, Match, Operator, Origin, RuleTrigger, VariantTrigger,
};

impl<'a> Reviewer<'a> {
    pub(super) fn actions(&mut self) {
        let lgr = self.lgr;
        let actions: Vec<&Action> = lgr.actions().collect();
        let types: BTreeSet<&str> = lgr
            .chars()
            .flat_map(|char| &char.variants)
            .filter_map(|variant| variant.kind.as_deref())
            .collect();
        let mut shadows = Shadows { budget: MAX_COMPARISONS, ..Shadows::default() };
        for &action in &actions {
            match shadows.reason(action) {
                Some(reason) => {
                    let arguments = vec![action.disposition.to_string(), reason];
                    self.fault(FaultCode::UnreachableAction, action.origin, arguments);
                }
                None => shadows.add(action),
            }
            if let Some(trigger) = &action.variants
                && !trigger.types().iter().any(|kind| types.contains(&**kind))
            {
                let arguments = vec![action.disposition.to_string(), trigger.types().to_string()];
                self.fault(FaultCode::UnusedTypes, action.origin, arguments);
            }
            if !["invalid", "blocked", "allocatable", "activated", "valid"].contains(&&*action.disposition) {
                let arguments = vec![action.disposition.to_string()];
                self.fault(FaultCode::PrivateDisposition, action.origin, arguments);
            }
        }
        self.types(&actions);
    }

    /// Types that end as `valid` because no action looks for them. A reflexive variant may well have a
    /// type that only marks the original.
    fn types(&mut self, actions: &[&'a Action]) {
        let lgr = self.lgr;
        let defaults = Action::defaults();
        let looked_for: BTreeSet<&str> = actions
            .iter()
            .copied()
            .chain(&defaults)
            .filter_map(|action| action.variants.as_ref())
            .flat_map(VariantTrigger::types)
            .map(|kind| &**kind)
            .collect();
        let mut untriggered: BTreeMap<&str, Origin> = BTreeMap::new();
        let (mut untyped, mut first_untyped) = (0_usize, Origin::NONE);
        for char in lgr.chars() {
            for variant in char.variants.iter().filter(|variant| variant.cp != char.cp) {
                match variant.kind.as_deref() {
                    Some(kind) if !looked_for.contains(kind) => {
                        untriggered.entry(kind).or_insert(variant.origin);
                    }
                    Some(_) => {}
                    None => {
                        if untyped == 0 {
                            first_untyped = variant.origin;
                        }
                        untyped += 1;
                    }
                }
            }
        }
        for (kind, origin) in untriggered {
            self.fault(FaultCode::UntriggeredType, origin, vec![kind.to_string()]);
        }
        if untyped > 0 {
            self.fault(FaultCode::UntypedVariant, first_untyped, vec![untyped.to_string()]);
        }
    }

    /// Rules and classes that nothing refers to.
    pub(super) fn unused(&mut self) {
        let lgr = self.lgr;
        let mut used: BTreeSet<&str> = BTreeSet::new();
        used.extend(lgr.data.iter().filter_map(Entry::context).map(|context| &**context.rule()));
        let variants = lgr.chars().flat_map(|char| &char.variants);
        used.extend(variants.filter_map(|variant| variant.context.as_ref()).map(|context| &**context.rule()));
        used.extend(lgr.actions().filter_map(|action| action.rule.as_ref()).map(|trigger| &**trigger.rule()));
        for rule in lgr.rules() {
            names_in_body(&rule.body, &mut used);
        }
        for class in lgr.classes() {
            names_in_class(&class.class.expression, &mut used);
        }
        for rule in lgr.rules().filter(|rule| !used.contains(&*rule.name)) {
            self.fault(FaultCode::UnusedRule, rule.origin, vec![rule.name.to_string()]);
        }
        for class in lgr.classes().filter(|class| !used.contains(&*class.name)) {
            self.fault(FaultCode::UnusedClass, class.class.origin, vec![class.name.to_string()]);
        }
    }
}

fn names_in_body<'a>(body: &'a [Match], used: &mut BTreeSet<&'a str>) {
    for operator in body {
        match &operator.operator {
            Operator::RuleRef(name) => {
                used.insert(name);
            }
            Operator::Class(expression) => names_in_class(expression, used),
            other => names_in_body(other.children(), used),
        }
    }
}

fn names_in_class<'a>(expression: &'a ClassExpression, used: &mut BTreeSet<&'a str>) {
    if let ClassExpression::ByRef(name) = expression {
        used.insert(name);
    }
    for operand in expression.operands() {
        names_in_class(&operand.expression, used);
    }
}

/// Names of types that are compared to find unreachable actions. The work grows with the square of
/// the number of actions; published tables need a few hundred comparisons.
const MAX_COMPARISONS: usize = 5_000_000;

/// The actions so far that can be reached.
#[derive(Default)]
struct Shadows<'a> {
    earlier: Vec<&'a Action>,
    /// Rules whose match, and whose failure to match, is taken whatever the variants.
    matched: BTreeSet<&'a str>,
    not_matched: BTreeSet<&'a str>,
    exhausted: Option<&'a str>,
    budget: usize,
}

impl<'a> Shadows<'a> {
    fn add(&mut self, action: &'a Action) {
        if action.variants.is_none()
            && let Some(trigger) = &action.rule
        {
            let rule = &**trigger.rule();
            let (these, others) = match trigger {
                RuleTrigger::Match(_) => (&mut self.matched, &self.not_matched),
                RuleTrigger::NotMatch(_) => (&mut self.not_matched, &self.matched),
            };
            these.insert(rule);
            if others.contains(rule) {
                self.exhausted = Some(rule);
            }
        }
        self.earlier.push(action);
    }

    /// Why an action is never reached, if earlier ones take every label that it could.
    fn reason(&mut self, action: &Action) -> Option<String> {
        if let Some(rule) = self.exhausted {
            return Some(format!(
                "labels that match rule \"{rule}\" and labels that do not are both taken before"
            ));
        }
        let size = |action: &Action| action.variants.as_ref().map_or(1, |trigger| trigger.types().len());
        for before in &self.earlier {
            self.budget = self.budget.checked_sub(size(before) + size(action))?;
            if covers(before, action) {
                return Some(format!("{} comes first", describe(before)));
            }
        }
        None
    }
}

/// True if every label that triggers `action` triggers `before`.
fn covers(before: &Action, action: &Action) -> bool {
    let rule = before.rule.is_none() || before.rule == action.rule;
    let variants = match (&before.variants, &action.variants) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(wide), Some(narrow)) => {
            let kind = match (wide, narrow) {
                (VariantTrigger::Any(_), _)
                | (VariantTrigger::All(_), VariantTrigger::All(_) | VariantTrigger::Only(_))
                | (VariantTrigger::Only(_), VariantTrigger::Only(_)) => true,
                (VariantTrigger::All(_), VariantTrigger::Any(_))
                | (VariantTrigger::Only(_), VariantTrigger::Any(_) | VariantTrigger::All(_)) => false,
            };
            kind && is_subset(narrow.types(), wide.types())
        }
    };
    rule && variants
}

fn is_subset(narrow: &IdentifierList, wide: &IdentifierList) -> bool {
    let wide: BTreeSet<&str> = wide.iter().map(|kind| &**kind).collect();
    narrow.iter().all(|kind| wide.contains(&**kind))
}

fn describe(action: &Action) -> String {
    let place = action.origin.position().map_or_else(String::new, |position| format!(" at {position}"));
    format!("the action for \"{}\"{place}", action.disposition)
}
