//! Compiles a ruleset.

use alloc::boxed::Box;
use alloc::string::ToString;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
use std::collections::{HashMap, HashSet};

use super::CompiledLgr;
use super::action::Actions;
use super::limits::{Budget, MAX_RULE_DEPTH, MAX_TABLES, TooComplex};
use super::pattern::{PatternNode, RuleBuilder};
use super::property::UnknownProperty;
use super::repertoire::Table;
use super::rule::{CompiledRule, RulesByName};
use super::sets::SetBuilder;
use super::universe::Universe;
use crate::lgr::{Declaration, Entry, Identifier, Lgr, Origin, Position, Property};
use crate::unicode::Version;

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
    UnknownVersion { property: Box<str>, version: Version },
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

    pub(in crate::lgr) fn unknown_property(
        property: &Property,
        why: UnknownProperty,
        origin: Origin,
    ) -> Self {
        let property = property.to_string().into();
        let kind = match why {
            UnknownProperty::Property => Kind::UnknownProperty(property),
            UnknownProperty::Version(version) => Kind::UnknownVersion { property, version },
        };
        Self { kind, position: origin.position() }
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
            Kind::UnknownVersion { property, version } => {
                write!(f, "the values of \"{property}\" in Unicode {version} are not known here")
            }
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

impl CompiledLgr {
    /// Compiles a ruleset: code points into a table, rules into automata.
    ///
    /// # Errors
    ///
    /// If a class or rule that is referred to is missing (readers see to it that none is), if a class
    /// asks for a property that is not known, or if a bound on time and memory is exceeded.
    pub fn new(lgr: &Lgr) -> Result<Self, CompileError> {
        let mut budget = Budget::default();
        let universe = Universe::new(code_points(lgr, true, &mut budget)?);
        let mut sets = SetBuilder::new(lgr, &universe, &mut budget);
        let mut rules = RuleBuilder::default();
        for declaration in &lgr.declarations {
            match declaration {
                Declaration::Class(class) => {
                    sets.define(&class.name, &class.class)?;
                }
                Declaration::Rule(rule) => rules.define(rule, &mut sets)?,
                Declaration::Action(_) => {}
            }
        }
        let sets = sets.finish();
        // Only rules that something asks for; by the order in which they are first asked for.
        let mut asked: Vec<(&Identifier, &Arc<PatternNode>, Origin)> = Vec::new();
        let mut seen: HashSet<&str> = HashSet::new();
        for (name, origin) in asked_rules(lgr) {
            if seen.insert(name) {
                let node = rules.get(name).ok_or_else(|| CompileError::unknown_rule(name, origin))?;
                asked.push((name, node, origin));
            }
        }
        let mut asked_sets = Vec::new();
        let mut seen = HashSet::new();
        for (name, node, origin) in &asked {
            let own = node
                .collect_sets(&mut budget)
                .map_err(|TooComplex| CompileError::too_complex("rule", name, *origin))?;
            asked_sets.extend(own.into_iter().filter(|&set| seen.insert(set)));
        }
        let classes = sets
            .classify(&asked_sets, universe.points().len(), &mut budget)
            .map_err(|TooComplex| CompileError::too_complex("classes", "", Origin::NONE))?;
        let mut rules: RulesByName<'_> = HashMap::new();
        for (name, node, origin) in asked {
            let rule = CompiledRule::new(name, node, &sets, &classes, &mut budget)
                .map_err(|TooComplex| CompileError::too_complex("rule", name, origin))?;
            rules.insert(name, Arc::new(rule));
        }
        let (actions, types) = Actions::new(lgr, &rules)
            .map_err(|TooComplex| CompileError::too_complex("actions", "", Origin::NONE))?;
        let table = Table::new(lgr, universe, &classes, &types, &rules)?;
        let has_simulated_rules = budget.has_simulated();
        Ok(Self { sets, class_count: classes.samples.len(), actions, table, has_simulated_rules })
    }
}

/// The rules that entries, variants and actions name.
fn asked_rules(lgr: &Lgr) -> impl Iterator<Item = (&Identifier, Origin)> {
    let data = lgr.data.iter().flat_map(|entry| {
        let own = entry.context().map(|context| (context.rule(), entry.origin()));
        let of_variants = entry
            .variants()
            .iter()
            .filter_map(|variant| variant.context.as_ref().map(|context| (context.rule(), variant.origin)));
        own.into_iter().chain(of_variants)
    });
    let actions = lgr
        .actions()
        .filter_map(|action| action.rule.as_ref().map(|trigger| (trigger.rule(), action.origin)));
    data.chain(actions)
}

/// The code points of the repertoire, and those of the targets of variants if asked for.
pub(super) fn code_points(
    lgr: &Lgr,
    with_targets: bool,
    budget: &mut Budget,
) -> Result<Vec<char>, CompileError> {
    let mut points = Vec::new();
    for entry in &lgr.data {
        match entry {
            Entry::Char(char) => {
                points.extend_from_slice(&char.cp);
                for variant in char.variants.iter().filter(|_| with_targets) {
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
