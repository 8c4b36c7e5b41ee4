//! A table of a policy as a ruleset: its letters, sequences, digits and neighbours in the terms of RFC 7940.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::lgr::{
    Action, CharEntry, ClassExpression, CodePointRange, CodePoints, ContextRule, Declaration, Description,
    Entry, Identifier, IdentifierList, Lgr, Located, Match, NamedClass, Operator, Origin, RangeEntry, Rule,
    RuleTrigger, Scope, Variant, VariantTrigger,
};
use crate::policy::model::code_points::CodePointSet;
use crate::policy::model::table::{self, Demand, MustContain, Table};
use crate::policy::model::{Policy, Stance};
use crate::unicode;

/// The name of the rule that a digit at an end of the label meets.
pub(in crate::policy) const DIGITS_AT_ENDS: &str = "digits-at-ends";

/// The beginning of the names of rules that a label meets which has what it must contain.
pub(in crate::policy) const MUST_CONTAIN: &str = "must-contain";

/// The type of the reflexive variant of a code point that is listed only as a variant of others.
const ONLY_VARIANT: &str = "out-of-repertoire-var";

/// The beginning of the names of rules that a character meets which stands where it may.
const NEIGHBOURS: &str = "neighbours";

/// Writes a table that names no ruleset file as one.
pub(super) fn ruleset(table: &Table, policy: &Policy) -> Lgr {
    let mut builder = Builder { table, lgr: Lgr::default() };
    builder.metadata(policy);
    builder.own_rules();
    builder.data(policy);
    builder.refusals();
    builder.lgr
}

struct Builder<'a> {
    table: &'a Table,
    lgr: Lgr,
}

impl Builder<'_> {
    fn metadata(&mut self, policy: &Policy) {
        let metadata = &mut self.lgr.metadata;
        metadata.languages =
            self.table.languages.iter().map(|tag| Identifier::from(tag.as_str()).into()).collect();
        let scope =
            |tld: &String| Scope { kind: "domain".into(), value: tld.as_str().into(), origin: Origin::NONE };
        metadata.scopes = policy.tlds.iter().map(scope).collect();
        metadata.unicode_version = Some(Located::from(policy.unicode));
        let sources = self.table.source.as_ref().or_else(|| policy.sources.first());
        let said = [policy.authority.as_ref(), sources, policy.note.as_ref()];
        let text = said.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join("\n");
        if !text.is_empty() {
            let text = text.as_str().into();
            metadata.description = Some(Description { media_type: None, text, origin: Origin::NONE });
        }
    }

    /// The repertoire, in ascending order.
    fn data(&mut self, policy: &Policy) {
        let mut chars: BTreeMap<CodePoints, CharEntry> = BTreeMap::new();
        for sequence in &self.table.sequences {
            let code_points: CodePoints = sequence.chars().collect();
            chars.insert(code_points.clone(), CharEntry::new(code_points));
        }
        let repertoire = self.table.repertoire();
        // A context says where a letter may stand; it does not make one.
        for (c, context) in self.contexts().into_iter().filter(|(c, _)| repertoire.contains(*c)) {
            chars.insert(c.into(), CharEntry { context: Some(context), ..CharEntry::new(c) });
        }
        let mut only_variants = false;
        for ((from, to), kind) in policy.variant_mappings(self.table) {
            let char = chars.entry(from.clone()).or_insert_with(|| {
                let mut char = CharEntry::new(from.clone());
                if !self.table.has(&repertoire, &from) {
                    // As published tables do: listed for the way back alone, by a reflexive variant that an
                    // action makes invalid.
                    only_variants = true;
                    char.variants.push(Variant::new(from, Some(ONLY_VARIANT.into())));
                }
                char
            });
            char.variants.push(Variant::new(to, Some(kind.name().into())));
        }
        if only_variants {
            let variants = Some(VariantTrigger::Any([ONLY_VARIANT].into_iter().collect()));
            let action = Action { variants, ..Action::new("invalid") };
            self.lgr.declarations.push(Declaration::Action(action));
        }
        let mut entries: BTreeMap<CodePoints, Entry> = BTreeMap::new();
        for &(first, last) in repertoire.ranges() {
            // What has a context or variants is an entry of its own.
            let mut start = Some(first);
            let singles = chars.keys().filter_map(|cp| cp.single());
            for c in singles.filter(|c| (first..=last).contains(c)) {
                if let Some(start) = start.filter(|start| *start < c) {
                    insert_range(&mut entries, start, before(c));
                }
                start = (c < last).then(|| after(c));
            }
            if let Some(start) = start {
                insert_range(&mut entries, start, last);
            }
        }
        entries.extend(chars.into_iter().map(|(cp, char)| (cp, Entry::Char(char))));
        self.lgr.data = entries.into_values().collect();
    }

    /// The context rule of each code point that stands in some places only; the rules are declared.
    fn contexts(&mut self) -> BTreeMap<char, ContextRule> {
        let mut of: BTreeMap<char, Vec<usize>> = BTreeMap::new();
        for (number, context) in self.table.neighbours.iter().enumerate() {
            context.letters.iter().for_each(|c| of.entry(c).or_default().push(number));
        }
        let mut rules: BTreeMap<Vec<usize>, Option<Identifier>> = BTreeMap::new();
        let mut found = BTreeMap::new();
        for (c, numbers) in of {
            let rule = rules.entry(numbers).or_insert_with_key(|numbers| self.neighbours_rule(numbers));
            found.extend(rule.clone().map(|rule| (c, ContextRule::When(rule))));
        }
        found
    }

    /// Declares the rule that the neighbours of a character are as one of these contexts asks; none if one
    /// asks nothing.
    fn neighbours_rule(&mut self, contexts: &[usize]) -> Option<Identifier> {
        let contexts = contexts.iter().filter_map(|number| self.table.neighbours.get(*number));
        let alternatives: Vec<Vec<Match>> = contexts.map(neighbours).collect();
        if alternatives.iter().any(|alternative| alternative.len() == 1) {
            return None;
        }
        let body = match <[Vec<Match>; 1]>::try_from(alternatives) {
            Ok([one]) => one,
            Err(several) => {
                let groups = several.into_iter().map(|alternative| Operator::Group(alternative).into());
                alloc::vec![Operator::Choice(groups.collect()).into()]
            }
        };
        Some(self.declare(NEIGHBOURS, body))
    }

    /// The classes and whole-label rules that the table itself names.
    fn own_rules(&mut self) {
        for (name, set) in &self.table.classes {
            let class = NamedClass { name: name.as_str().into(), class: expression(set).into() };
            self.lgr.declarations.push(Declaration::Class(class));
        }
        for rule in &self.table.rules {
            let name: Identifier = rule.name.as_str().into();
            self.push_rule(name, rule.pattern.body().to_vec());
        }
    }

    /// The actions by which the label as a whole is refused.
    fn refusals(&mut self) {
        let table = self.table;
        for rule in &table.rules {
            let name = rule.name.as_str().into();
            self.refuse(match rule.demand {
                Demand::Refuse => RuleTrigger::Match(name),
                Demand::Require => RuleTrigger::NotMatch(name),
            });
        }
        for must in &table.must_contain {
            let rule = self.declare(MUST_CONTAIN, alloc::vec![class(&members(must, table))]);
            self.refuse(RuleTrigger::NotMatch(rule));
        }
        if table.digits_at_ends != Stance::Allow {
            let digits = table.repertoire().iter().filter(|c| unicode::digit_zero(*c).is_some()).collect();
            let group = |operators: [Match; 2]| Match::from(Operator::Group(operators.into()));
            let first = group([Operator::Start.into(), class(&digits)]);
            let last = group([class(&digits), Operator::End.into()]);
            let body = alloc::vec![Operator::Choice(alloc::vec![first, last]).into()];
            let rule = self.declare(DIGITS_AT_ENDS, body);
            self.refuse(RuleTrigger::Match(rule));
        }
    }

    /// Declares a rule by this name, with a number behind it when it is taken.
    fn declare(&mut self, name: &str, body: Vec<Match>) -> Identifier {
        let own = self.table.rules.iter().map(|rule| rule.name.as_str());
        let mut taken: Vec<&str> = own.chain(self.table.classes.keys().map(String::as_str)).collect();
        taken.extend(self.lgr.rules().map(|rule| &*rule.name));
        let numbered = (2_u32..).map(|number| format!("{name}-{number}"));
        let mut names = core::iter::once(String::from(name)).chain(numbered);
        let free = names.find(|name| !taken.contains(&name.as_str()));
        debug_assert!(free.is_some(), "there are more numbers than names");
        let name: Identifier = free.as_deref().unwrap_or(name).into();
        self.push_rule(name.clone(), body);
        name
    }

    fn push_rule(&mut self, name: Identifier, body: Vec<Match>) {
        self.lgr.declarations.push(Declaration::Rule(Rule {
            name,
            body,
            references: IdentifierList::EMPTY,
            comment: None,
            origin: Origin::NONE,
        }));
    }

    fn refuse(&mut self, trigger: RuleTrigger) {
        let action = Action { rule: Some(trigger), ..Action::new("invalid") };
        self.lgr.declarations.push(Declaration::Action(action));
    }
}

/// The operators for the code points that must stand beside the anchor.
fn neighbours(context: &table::Neighbours) -> Vec<Match> {
    let behind = context.after.as_ref().map(|set| Operator::LookBehind(alloc::vec![class(set)]).into());
    let ahead = context.before.as_ref().map(|set| Operator::LookAhead(alloc::vec![class(set)]).into());
    behind.into_iter().chain([Operator::Anchor.into()]).chain(ahead).collect()
}

fn expression(set: &CodePointSet) -> ClassExpression {
    let ranges = set.ranges().iter().map(|&(first, last)| CodePointRange { first, last });
    ClassExpression::CodePoints(ranges.collect())
}

fn class(set: &CodePointSet) -> Match {
    Operator::Class(expression(set)).into()
}

/// The code points of the table that meet a requirement.
fn members(must: &MustContain, table: &Table) -> CodePointSet {
    let in_sequences = table.sequences.iter().flat_map(|sequence| sequence.chars());
    table.repertoire().iter().chain(in_sequences).filter(|c| must.is_met_by(*c)).collect()
}

fn insert_range(entries: &mut BTreeMap<CodePoints, Entry>, first: char, last: char) {
    let entry = if first == last {
        Entry::Char(CharEntry::new(first))
    } else {
        Entry::Range(RangeEntry::new(first, last))
    };
    entries.insert(first.into(), entry);
}

/// The code point after one that is not the last.
fn after(c: char) -> char {
    (c..=char::MAX).nth(1).unwrap_or(c)
}

/// The code point before one that is not the first.
fn before(c: char) -> char {
    ('\0'..c).next_back().unwrap_or(c)
}
