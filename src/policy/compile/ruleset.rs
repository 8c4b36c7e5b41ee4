//! A table of a policy as a ruleset: its letters, sequences, digits and neighbours in the terms of RFC 7940.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::lgr::{
    Action, Char, ClassExpression, CodePointRange, CodePoints, Context, Declaration, Description, Entry, Lgr,
    Located, Match, Name, NameList, Operator, Origin, Range, Rule, RuleTrigger, Scope,
};
use crate::policy::code_points::CodePointSet;
use crate::policy::model::{Policy, Stance};
use crate::policy::table::{self, MustContain, Table};
use crate::unicode;

/// The name of the rule that a digit at an end of the label meets.
pub(in crate::policy) const DIGITS_AT_ENDS: &str = "digits-at-ends";

/// The beginning of the names of rules that a label meets which has what it must contain.
pub(in crate::policy) const MUST_CONTAIN: &str = "must-contain";

/// The beginning of the names of rules that a character meets which stands where it may.
const NEIGHBOURS: &str = "neighbours";

/// Writes a table that names no ruleset file as one.
pub(super) fn ruleset(table: &Table, policy: &Policy) -> Lgr {
    let mut builder = Builder { table, lgr: Lgr::default() };
    builder.metadata(policy);
    builder.data();
    builder.whole_label_rules();
    builder.lgr
}

struct Builder<'a> {
    table: &'a Table,
    lgr: Lgr,
}

impl Builder<'_> {
    fn metadata(&mut self, policy: &Policy) {
        let metadata = &mut self.lgr.metadata;
        metadata.languages = self.table.languages.iter().map(|tag| Name::from(tag.as_str()).into()).collect();
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
    fn data(&mut self) {
        let contexts = self.contexts();
        let mut entries: BTreeMap<CodePoints, Entry> = BTreeMap::new();
        for &(first, last) in self.table.repertoire().ranges() {
            // What stands in some places only is an entry of its own.
            let mut start = Some(first);
            for (&c, context) in contexts.range(first..=last) {
                if let Some(start) = start.filter(|start| *start < c) {
                    insert_range(&mut entries, start, before(c));
                }
                let char = Char { context: Some(context.clone()), ..Char::new(c) };
                entries.insert(c.into(), Entry::Char(char));
                start = (c < last).then(|| after(c));
            }
            if let Some(start) = start {
                insert_range(&mut entries, start, last);
            }
        }
        for sequence in &self.table.sequences {
            let code_points: CodePoints = sequence.chars().collect();
            entries.insert(code_points.clone(), Entry::Char(Char::new(code_points)));
        }
        self.lgr.data = entries.into_values().collect();
    }

    /// The context rule of each code point that stands in some places only; the rules are declared.
    fn contexts(&mut self) -> BTreeMap<char, Context> {
        let mut of: BTreeMap<char, Vec<usize>> = BTreeMap::new();
        for (number, context) in self.table.contexts.iter().enumerate() {
            context.letters.iter().for_each(|c| of.entry(c).or_default().push(number));
        }
        let mut rules: BTreeMap<Vec<usize>, Option<Name>> = BTreeMap::new();
        let mut found = BTreeMap::new();
        for (c, numbers) in of {
            let rule = rules.entry(numbers).or_insert_with_key(|numbers| self.neighbours_rule(numbers));
            found.extend(rule.clone().map(|rule| (c, Context::When(rule))));
        }
        found
    }

    /// Declares the rule that the neighbours of a character are as one of these contexts asks; none if one
    /// asks nothing.
    fn neighbours_rule(&mut self, contexts: &[usize]) -> Option<Name> {
        let contexts = contexts.iter().filter_map(|number| self.table.contexts.get(*number));
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

    /// What the label as a whole must have or must not have.
    fn whole_label_rules(&mut self) {
        let table = self.table;
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
    fn declare(&mut self, name: &str, body: Vec<Match>) -> Name {
        let is_taken = |name: &str| self.lgr.rules().any(|rule| &*rule.name == name);
        let numbered = (2_u32..).map(|number| format!("{name}-{number}"));
        let name = core::iter::once(String::from(name)).chain(numbered).find(|name| !is_taken(name));
        let name: Name = name.as_deref().unwrap_or_default().into();
        self.lgr.declarations.push(Declaration::Rule(Rule {
            name: name.clone(),
            body,
            references: NameList::EMPTY,
            comment: None,
            origin: Origin::NONE,
        }));
        name
    }

    fn refuse(&mut self, trigger: RuleTrigger) {
        let action = Action { rule: Some(trigger), ..Action::new("invalid") };
        self.lgr.declarations.push(Declaration::Action(action));
    }
}

/// What must stand beside the anchor.
fn neighbours(context: &table::Context) -> Vec<Match> {
    let behind = context.after.as_ref().map(|set| Operator::LookBehind(alloc::vec![class(set)]).into());
    let ahead = context.before.as_ref().map(|set| Operator::LookAhead(alloc::vec![class(set)]).into());
    behind.into_iter().chain([Operator::Anchor.into()]).chain(ahead).collect()
}

fn class(set: &CodePointSet) -> Match {
    let ranges = set.ranges().iter().map(|&(first, last)| CodePointRange { first, last });
    Operator::Class(ClassExpression::CodePoints(ranges.collect())).into()
}

/// The code points of the table that meet a requirement.
fn members(must: &MustContain, table: &Table) -> CodePointSet {
    let in_sequences = table.sequences.iter().flat_map(|sequence| sequence.chars());
    table.repertoire().iter().chain(in_sequences).filter(|c| must.is_met_by(*c)).collect()
}

fn insert_range(entries: &mut BTreeMap<CodePoints, Entry>, first: char, last: char) {
    let entry =
        if first == last { Entry::Char(Char::new(first)) } else { Entry::Range(Range::new(first, last)) };
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
