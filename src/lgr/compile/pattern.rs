//! Rules with their references resolved, taken apart into what they ask before and after the anchor.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt::Write as _;
use std::collections::{HashMap, HashSet};

use super::limits::{Budget, MAX_ALTERNATIVES, MAX_LETTERS, MAX_RULE_DEPTH, TooComplex};
use super::sets::{SetBuilder, SetId};
use crate::lgr::compile::CompileError;
use crate::lgr::{Match, Operator, Rule};

/// A match operator whose references are resolved. Rules that refer to one rule share it.
#[derive(Debug)]
pub(in crate::lgr) struct PatternNode {
    kind: Kind,
    depth: u32,
    anchored: bool,
}

#[derive(Debug)]
enum Kind {
    Set(SetId),
    Any,
    Start,
    End,
    Anchor,
    /// One after the other; an empty list matches nothing (a rule without operators).
    Sequence(Vec<Arc<PatternNode>>),
    Choice(Vec<Arc<PatternNode>>),
    Repeat(Arc<PatternNode>, u32, Option<u32>),
    Behind(Arc<PatternNode>),
    Ahead(Arc<PatternNode>),
}

/// Where a pattern stands, which decides what `start` and `end` can mean there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lgr) enum Place {
    Label,
    BeforeAnchor,
    AfterAnchor,
}

/// One way to meet a rule. The lists are matched one after the other.
#[derive(Clone, Debug, Default)]
pub(in crate::lgr) struct Alternative {
    /// The operators before the anchor; the whole rule, if there is no anchor.
    pub(in crate::lgr) before: Vec<Arc<PatternNode>>,
    pub(in crate::lgr) anchored: bool,
    pub(in crate::lgr) after: Vec<Arc<PatternNode>>,
}

impl PatternNode {
    fn new(kind: Kind) -> Result<Arc<Self>, TooComplex> {
        let (depth, anchored) = match &kind {
            Kind::Set(_) | Kind::Any | Kind::Start | Kind::End => (0, false),
            Kind::Anchor => (0, true),
            Kind::Sequence(children) | Kind::Choice(children) => (
                children.iter().map(|child| child.depth).max().unwrap_or(0) + 1,
                children.iter().any(|child| child.anchored),
            ),
            Kind::Repeat(child, ..) | Kind::Behind(child) | Kind::Ahead(child) => {
                (child.depth + 1, child.anchored)
            }
        };
        if depth > MAX_RULE_DEPTH {
            return Err(TooComplex);
        }
        Ok(Arc::new(Self { kind, depth, anchored }))
    }

    /// The ways to meet the rule (RFC 7940 section 6.4.2: a choice may hold several contexts).
    pub(in crate::lgr) fn alternatives(self: &Arc<Self>) -> Result<Vec<Alternative>, TooComplex> {
        if !self.anchored {
            return Ok(alloc::vec![Alternative {
                before: alloc::vec![Arc::clone(self)],
                ..Alternative::default()
            }]);
        }
        match &self.kind {
            Kind::Anchor => Ok(alloc::vec![Alternative { anchored: true, ..Alternative::default() }]),
            Kind::Choice(children) => {
                let mut all = Vec::new();
                for child in children {
                    all.extend(child.alternatives()?);
                    if all.len() > MAX_ALTERNATIVES {
                        return Err(TooComplex);
                    }
                }
                Ok(all)
            }
            // A count over an anchor can be met once only.
            Kind::Repeat(child, ..) | Kind::Behind(child) | Kind::Ahead(child) => child.alternatives(),
            Kind::Sequence(children) => {
                let mut all = alloc::vec![Alternative::default()];
                for child in children {
                    if child.anchored {
                        let inner = child.alternatives()?;
                        if all.len() * inner.len() > MAX_ALTERNATIVES {
                            return Err(TooComplex);
                        }
                        all = all
                            .iter()
                            .flat_map(|outer| inner.iter().filter_map(|inner| outer.followed_by(inner)))
                            .collect();
                        continue;
                    }
                    let inner = match &child.kind {
                        Kind::Behind(inner) | Kind::Ahead(inner) => inner,
                        _ => child,
                    };
                    for alternative in &mut all {
                        let list = if alternative.anchored {
                            &mut alternative.after
                        } else {
                            &mut alternative.before
                        };
                        list.push(Arc::clone(inner));
                    }
                }
                Ok(all)
            }
            Kind::Set(_) | Kind::Any | Kind::Start | Kind::End => Ok(Vec::new()),
        }
    }

    /// The sets that occur, without repetition, in the order met.
    pub(in crate::lgr) fn collect_sets(
        self: &Arc<Self>,
        budget: &mut Budget,
    ) -> Result<Vec<SetId>, TooComplex> {
        let (mut sets, mut met, mut seen) = (Vec::new(), HashSet::new(), HashSet::new());
        let mut open = alloc::vec![self];
        while let Some(node) = open.pop() {
            budget.spend_steps(1)?;
            // Rules refer to each other: each is looked at once.
            if !seen.insert(Arc::as_ptr(node).addr()) {
                continue;
            }
            match &node.kind {
                Kind::Set(set) => {
                    if met.insert(*set) {
                        sets.push(*set);
                    }
                }
                Kind::Sequence(children) | Kind::Choice(children) => open.extend(children.iter().rev()),
                Kind::Repeat(child, ..) | Kind::Behind(child) | Kind::Ahead(child) => open.push(child),
                Kind::Any | Kind::Start | Kind::End | Kind::Anchor => {}
            }
        }
        Ok(sets)
    }

    /// Writes the node as a regular expression over letters.
    fn write(&self, place: Place, letters: &Letters, out: &mut String) -> Result<(), TooComplex> {
        if out.len() > MAX_PATTERN {
            return Err(TooComplex);
        }
        match &self.kind {
            Kind::Set(set) => letters.write_set(*set, out),
            Kind::Any => letters.write_any(out),
            Kind::Start => out.push_str(if place == Place::AfterAnchor { NOTHING } else { r"\A" }),
            Kind::End => out.push_str(if place == Place::BeforeAnchor { NOTHING } else { r"\z" }),
            // An anchor inside a look-behind or look-ahead is never reached.
            Kind::Anchor => out.push_str(NOTHING),
            Kind::Sequence(children) if children.is_empty() => out.push_str(NOTHING),
            Kind::Sequence(children) => {
                out.push_str("(?:");
                for child in children {
                    child.write(place, letters, out)?;
                }
                out.push(')');
            }
            Kind::Choice(children) => {
                out.push_str("(?:");
                for (index, child) in children.iter().enumerate() {
                    if index > 0 {
                        out.push('|');
                    }
                    child.write(place, letters, out)?;
                }
                out.push(')');
            }
            Kind::Repeat(child, least, most) => {
                out.push_str("(?:");
                child.write(place, letters, out)?;
                // Labels are short: a repetition beyond their length says no more than their length.
                let least = (*least).min(MAX_REPEAT);
                let most = most.filter(|&most| most <= MAX_REPEAT).map(|most| most.max(least));
                let _ = match most {
                    Some(most) => write!(out, "){{{least},{most}}}"),
                    None => write!(out, "){{{least},}}"),
                };
            }
            Kind::Behind(child) | Kind::Ahead(child) => child.write(place, letters, out)?,
        }
        Ok(())
    }
}

/// A class without members, which matches nothing.
const NOTHING: &str = r"[^\x00-\xFF]";

/// One more than the longest label, so that no count that a label can tell apart is lost.
const MAX_REPEAT: u32 = super::limits::MAX_LABEL as u32 + 1;

/// Octets of one pattern.
const MAX_PATTERN: usize = 1 << 18;

/// The letters of a rule: the groups of code points that its sets tell apart.
#[derive(Clone, Debug)]
pub(in crate::lgr) struct Letters {
    /// The sets, ascending.
    sets: Vec<SetId>,
    /// For each letter, which of the sets hold it.
    memberships: Vec<Vec<bool>>,
}

impl Letters {
    pub(in crate::lgr) fn new(mut sets: Vec<SetId>) -> Self {
        sets.sort_unstable();
        Self { sets, memberships: Vec::new() }
    }

    pub(in crate::lgr) fn sets(&self) -> &[SetId] {
        &self.sets
    }

    pub(in crate::lgr) fn count(&self) -> usize {
        self.memberships.len()
    }

    /// Adds a letter that is in these of the sets.
    pub(in crate::lgr) fn add(&mut self, membership: Vec<bool>) -> Result<u8, TooComplex> {
        let letter = u8::try_from(self.count()).ok().filter(|_| self.count() < MAX_LETTERS);
        self.memberships.push(membership);
        letter.ok_or(TooComplex)
    }

    /// The letter that is in exactly these of the sets.
    pub(in crate::lgr) fn find_or_add(&mut self, membership: Vec<bool>) -> Result<u8, TooComplex> {
        match self.memberships.iter().position(|known| *known == membership) {
            Some(letter) => u8::try_from(letter).map_err(|_| TooComplex),
            None => self.add(membership),
        }
    }

    /// Writes the letters of a set as a class of octets; no letter as the class that matches nothing.
    fn write_set(&self, set: SetId, out: &mut String) {
        let place = self.sets.binary_search(&set);
        debug_assert!(place.is_ok(), "the sets of a rule are collected before it is written");
        let holds = |membership: &Vec<bool>| place.is_ok_and(|place| membership.get(place) == Some(&true));
        if !self.memberships.iter().any(holds) {
            return out.push_str(NOTHING);
        }
        out.push('[');
        for (letter, _) in self.memberships.iter().enumerate().filter(|(_, membership)| holds(membership)) {
            let _ = write!(out, r"\x{letter:02X}");
        }
        out.push(']');
    }

    /// Writes the class of all letters.
    fn write_any(&self, out: &mut String) {
        let _ = write!(out, r"[\x00-\x{:02X}]", self.count().saturating_sub(1));
    }
}

/// The regular expression of operators matched one after the other.
pub(in crate::lgr) fn pattern(
    nodes: &[Arc<PatternNode>],
    place: Place,
    letters: &Letters,
) -> Result<String, TooComplex> {
    let mut out = String::from("(?s-u:");
    for node in nodes {
        node.write(place, letters, &mut out)?;
    }
    out.push(')');
    Ok(out)
}

impl Alternative {
    /// This alternative followed by another in the same sequence; `None` if both have an anchor.
    fn followed_by(&self, next: &Self) -> Option<Self> {
        let mut joined = self.clone();
        match (self.anchored, next.anchored) {
            (true, true) => return None,
            (false, true) => {
                joined.before.extend(next.before.iter().cloned());
                joined.anchored = true;
                joined.after.clone_from(&next.after);
            }
            (true, false) => joined.after.extend(next.before.iter().cloned()),
            (false, false) => joined.before.extend(next.before.iter().cloned()),
        }
        Some(joined)
    }
}

/// Resolves rules, in document order.
#[derive(Debug, Default)]
pub(in crate::lgr) struct RuleBuilder<'a> {
    names: HashMap<&'a str, Arc<PatternNode>>,
}

impl<'a> RuleBuilder<'a> {
    /// Defines a named rule.
    pub(in crate::lgr) fn define(
        &mut self,
        rule: &'a Rule,
        sets: &mut SetBuilder<'a, '_>,
    ) -> Result<(), CompileError> {
        let node = self.sequence(&rule.body, &rule.name, sets)?;
        self.names.insert(&rule.name, node);
        Ok(())
    }

    pub(in crate::lgr) fn get(&self, name: &str) -> Option<&Arc<PatternNode>> {
        self.names.get(name)
    }

    fn sequence(
        &self,
        body: &'a [Match],
        rule: &str,
        sets: &mut SetBuilder<'a, '_>,
    ) -> Result<Arc<PatternNode>, CompileError> {
        let children = self.children(body, rule, sets)?;
        let origin = body.first().map(|first| first.origin).unwrap_or_default();
        PatternNode::new(Kind::Sequence(children))
            .map_err(|TooComplex| CompileError::too_complex("rule", rule, origin))
    }

    fn children(
        &self,
        body: &'a [Match],
        rule: &str,
        sets: &mut SetBuilder<'a, '_>,
    ) -> Result<Vec<Arc<PatternNode>>, CompileError> {
        body.iter().map(|operator| self.operator(operator, rule, sets)).collect()
    }

    fn operator(
        &self,
        operator: &'a Match,
        rule: &str,
        sets: &mut SetBuilder<'a, '_>,
    ) -> Result<Arc<PatternNode>, CompileError> {
        let origin = operator.origin;
        let too_complex = |TooComplex| CompileError::too_complex("rule", rule, origin);
        sets.budget.spend_steps(1).map_err(too_complex)?;
        let kind = match &operator.operator {
            Operator::Any => Kind::Any,
            Operator::Start => Kind::Start,
            Operator::End => Kind::End,
            Operator::Anchor => Kind::Anchor,
            Operator::Literal(cp) => {
                let mut children = Vec::new();
                for &c in cp.iter() {
                    let set = sets.literal(c).map_err(too_complex)?;
                    children.push(PatternNode::new(Kind::Set(set)).map_err(too_complex)?);
                }
                Kind::Sequence(children)
            }
            Operator::Class(expression) => Kind::Set(sets.expression(expression, origin)?),
            Operator::Choice(alternatives) => Kind::Choice(self.children(alternatives, rule, sets)?),
            Operator::Group(body) => Kind::Sequence(self.children(body, rule, sets)?),
            Operator::RuleRef(name) => {
                let node = self.names.get(&**name);
                let node = node.ok_or_else(|| CompileError::unknown_rule(name, origin))?;
                // The reference itself may be counted.
                Kind::Sequence(alloc::vec![Arc::clone(node)])
            }
            Operator::LookBehind(body) => Kind::Behind(self.sequence(body, rule, sets)?),
            Operator::LookAhead(body) => Kind::Ahead(self.sequence(body, rule, sets)?),
        };
        let node = PatternNode::new(kind).map_err(too_complex)?;
        match operator.count {
            None => Ok(node),
            Some(count) => {
                PatternNode::new(Kind::Repeat(node, count.least(), count.most())).map_err(too_complex)
            }
        }
    }
}
