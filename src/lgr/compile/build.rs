//! From a ruleset as written to one that can be asked.

use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
use std::collections::HashMap;

use super::CompiledLgr;
use super::action::Actions;
use super::limits::{Budget, MAX_RULE_DEPTH, MAX_TABLES, TooComplex};
use super::pattern::{Node, RuleBuilder};
use super::repertoire::Table;
use super::rule::CompiledRule;
use super::sets::SetBuilder;
use super::universe::Universe;
use crate::lgr::{Declaration, Entry, Identifier, Lgr, Origin, Position, Property};

/// Why a ruleset cannot be evaluated.
///
/// A ruleset that a reader returned fails only by a property that the engine does not know, or by a
/// bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompileError {
    kind: Kind,
    position: Option<Position>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    UnknownClass(Box<str>),
    UnknownRule(Box<str>),
    UnknownProperty(Box<str>),
    TooComplex { what: &'static str, name: Box<str> },
    TooManyTables,
}

impl CompileError {
    pub(in crate::lgr) fn unknown_class(name: &str, origin: Origin) -> Self {
        Self { kind: Kind::UnknownClass(name.into()), position: origin.position() }
    }

    pub(in crate::lgr) fn unknown_rule(name: &str, origin: Origin) -> Self {
        Self { kind: Kind::UnknownRule(name.into()), position: origin.position() }
    }

    pub(in crate::lgr) fn unknown_property(property: &Property, origin: Origin) -> Self {
        use alloc::string::ToString as _;
        Self { kind: Kind::UnknownProperty(property.to_string().into()), position: origin.position() }
    }

    pub(in crate::lgr) fn too_complex(what: &'static str, name: &str, origin: Origin) -> Self {
        Self { kind: Kind::TooComplex { what, name: name.into() }, position: origin.position() }
    }

    pub(in crate::lgr) fn too_many_tables() -> Self {
        Self { kind: Kind::TooManyTables, position: None }
    }

    /// Where in the file the fault is, if the ruleset was read from one.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        self.position
    }
}

impl fmt::Display for CompileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(position) = self.position {
            write!(f, "{position}: ")?;
        }
        match &self.kind {
            Kind::UnknownClass(name) => write!(f, "class \"{name}\" is not defined"),
            Kind::UnknownRule(name) => write!(f, "rule \"{name}\" is not defined"),
            Kind::UnknownProperty(name) => write!(f, "\"{name}\" is not a property and value known here"),
            Kind::TooManyTables => write!(f, "a zone has more than {MAX_TABLES} tables"),
            Kind::TooComplex { what, name } if name.is_empty() => {
                write!(f, "the {what} would take more memory or time than allowed")
            }
            Kind::TooComplex { what, name } => {
                write!(f, "{what} \"{name}\" would take more memory or time than allowed")
            }
        }
    }
}

impl core::error::Error for CompileError {}

/// A rule of the ruleset and what was made of it.
#[derive(Debug)]
pub(in crate::lgr) struct NamedRule {
    pub(in crate::lgr) name: Identifier,
    pub(in crate::lgr) rule: CompiledRule,
}

impl CompiledLgr {
    /// Compiles a ruleset: code points into a table, rules into automata.
    ///
    /// # Errors
    ///
    /// If a class or rule that is referred to is missing (readers see to it that none is), if a class
    /// asks for a property that is not known, or if a bound on time and memory is exceeded.
    pub fn new(lgr: &Lgr) -> Result<Self, CompileError> {
        let mut budget = Budget::default();
        let universe = Universe::new(code_points(lgr, &mut budget)?);
        let mut sets = SetBuilder::new(lgr, &universe);
        let mut rules = RuleBuilder::default();
        for declaration in &lgr.declarations {
            match declaration {
                Declaration::Class(class) => {
                    sets.define(&class.name, &class.class, &mut budget)?;
                }
                Declaration::Rule(rule) => rules.define(rule, &mut sets, &mut budget)?,
                Declaration::Action(_) => {}
            }
        }
        let sets = sets.finish();
        // Only rules that something asks for; by the order in which they are first asked for.
        let mut used: Vec<(&Identifier, &Arc<Node>, Origin)> = Vec::new();
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        for (name, origin) in asked_rules(lgr) {
            if numbers.contains_key(&**name) {
                continue;
            }
            let node = rules.get(name).ok_or_else(|| CompileError::unknown_rule(name, origin))?;
            numbers.insert(name, used.len());
            used.push((name, node, origin));
        }
        let mut used_sets = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for (name, node, origin) in &used {
            let own = node
                .collect_sets(&mut budget)
                .map_err(|TooComplex| CompileError::too_complex("rule", name, *origin))?;
            used_sets.extend(own.into_iter().filter(|&set| seen.insert(set)));
        }
        let classes = sets
            .classify(&used_sets, universe.points().len(), &mut budget)
            .map_err(|TooComplex| CompileError::too_complex("classes", "", Origin::NONE))?;
        let mut compiled = Vec::with_capacity(used.len());
        for (name, node, origin) in used {
            let rule = CompiledRule::new(node, &sets, &classes, &mut budget)
                .map_err(|TooComplex| CompileError::too_complex("rule", name, origin))?;
            compiled.push(NamedRule { name: name.clone(), rule });
        }
        let number = |name: &Identifier| numbers.get(&**name).copied();
        let (actions, types) = Actions::new(lgr, number)
            .map_err(|TooComplex| CompileError::too_complex("actions", "", Origin::NONE))?;
        let table = Table::new(lgr, &universe, &classes, &types, number)?;
        let class_count = classes.samples.len();
        Ok(Self { universe, sets, class_count, rules: compiled, actions, table })
    }
}

/// The rules that entries, variants and actions name.
fn asked_rules(lgr: &Lgr) -> impl Iterator<Item = (&Identifier, Origin)> {
    let data = lgr.data.iter().flat_map(|entry| {
        let own = entry.context().map(|context| (context.rule(), entry.origin()));
        let variants = entry
            .variants()
            .iter()
            .filter_map(|variant| variant.context.as_ref().map(|context| (context.rule(), variant.origin)));
        own.into_iter().chain(variants)
    });
    let actions = lgr
        .actions()
        .filter_map(|action| action.rule.as_ref().map(|trigger| (trigger.rule(), action.origin)));
    data.chain(actions)
}

/// Every code point that occurs in the repertoire or in the target of a variant.
fn code_points(lgr: &Lgr, budget: &mut Budget) -> Result<Vec<char>, CompileError> {
    let mut points = Vec::new();
    for entry in &lgr.data {
        match entry {
            Entry::Char(char) => {
                points.extend_from_slice(&char.cp);
                for variant in &char.variants {
                    points.extend_from_slice(&variant.cp);
                }
            }
            Entry::Range(range) => {
                let count = u32::from(range.last).saturating_sub(u32::from(range.first)) as usize;
                budget
                    .spend_steps(count)
                    .map_err(|TooComplex| CompileError::too_complex("ranges", "", range.origin))?;
                points.extend(range.first..=range.last);
            }
        }
    }
    Ok(points)
}

const _: () = assert!(MAX_RULE_DEPTH < 250, "patterns nest less deep than regex-automata's parser allows");
