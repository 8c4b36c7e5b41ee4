//! A table of a policy as a ruleset: its letters, sequences, digits and neighbours in the terms of RFC 7940.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::lgr::{
    Action, CharEntry, ClassExpression, CodePointRange, CodePoints, ContextRule, Declaration, Description,
    Entry, Identifier, IdentifierList, Lgr, Located, Match, NamedClass, Operator, Origin, RangeEntry, Rule,
    RuleTrigger, Scope, Strictness, Variant, VariantTrigger, xml,
};
use crate::policy::base;
use crate::policy::file::read;
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

/// A table that is built in ([`base`]) as a ruleset; none for a name that no table has.
#[must_use]
pub fn base_ruleset(name: &str) -> Option<Lgr> {
    let text = base::text(name)?;
    if text.starts_with('<') {
        return xml::read(text.as_bytes(), Strictness::Strict).ok().map(|reading| reading.lgr);
    }
    let policy = read(text).ok()?.policy;
    policy.tables.first().map(|table| ruleset(table, &policy))
}

/// True if a table that is built in lists letters and nothing else.
pub(super) fn is_of_letters_only(name: &str) -> bool {
    let is_letter = |entry: &Entry| {
        entry.context().is_none()
            && entry.variants().is_empty()
            && !matches!(entry, Entry::Char(char) if char.cp.is_sequence())
    };
    base_ruleset(name).is_some_and(|lgr| lgr.declarations.is_empty() && lgr.data.iter().all(is_letter))
}

/// Writes a table that names no ruleset file as one.
pub(super) fn ruleset(table: &Table, policy: &Policy) -> Lgr {
    let Base { entries, declarations, actions } = Base::of(table);
    let mut builder = Builder { table, lgr: Lgr::default() };
    builder.metadata(policy);
    builder.lgr.declarations = declarations;
    builder.own_rules();
    builder.data(policy, entries);
    builder.refusals();
    builder.lgr.declarations.extend(actions);
    builder.lgr
}

/// What a table takes over from the one that it builds on.
#[derive(Default)]
struct Base {
    entries: BTreeMap<CodePoints, CharEntry>,
    /// Classes and rules.
    declarations: Vec<Declaration>,
    actions: Vec<Declaration>,
}

impl Base {
    /// Of the base of a table, the entries and variants in its letters; all of them if it has no letters of its own.
    fn of(table: &Table) -> Self {
        let Some(lgr) = table.base.as_deref().and_then(base_ruleset) else { return Self::default() };
        let repertoire = table.repertoire();
        let takes_all = table.takes_all_of_base();
        let has = |cp: &CodePoints| takes_all || table.has(&repertoire, cp);
        let singles = |entry: Entry| match entry {
            Entry::Char(char) => alloc::vec![char],
            Entry::Range(range) => {
                let single = |c| CharEntry {
                    context: range.context.clone(),
                    tags: range.tags.clone(),
                    ..CharEntry::new(c)
                };
                (range.first..=range.last).map(single).collect()
            }
        };
        let chars = lgr.data.into_iter().flat_map(singles).filter(|char| has(&char.cp));
        let entries = chars.map(|mut char| {
            char.variants.retain(|variant| has(&variant.cp));
            (char.cp.clone(), char)
        });
        let is_action = |declaration: &Declaration| matches!(declaration, Declaration::Action(_));
        let (actions, declarations) = lgr.declarations.into_iter().partition(is_action);
        Self { entries: entries.collect(), declarations, actions }
    }
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

    /// The repertoire, in ascending order; `chars` are those of the base.
    fn data(&mut self, policy: &Policy, mut chars: BTreeMap<CodePoints, CharEntry>) {
        for sequence in &self.table.sequences {
            let code_points: CodePoints = sequence.chars().collect();
            chars.entry(code_points.clone()).or_insert_with(|| CharEntry::new(code_points));
        }
        let repertoire = self.table.repertoire();
        // A context says where a letter may stand; it does not make one.
        for (c, context) in self.contexts() {
            if let Some(char) = chars.get_mut(&CodePoints::from(c)) {
                char.context = Some(context);
            } else if repertoire.contains(c) {
                chars.insert(c.into(), CharEntry { context: Some(context), ..CharEntry::new(c) });
            }
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
            if char.variants.iter().all(|known| known.cp != to) {
                char.variants.push(Variant::new(to, Some(kind.name().into())));
            }
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
            let members = self.members(must);
            let rule = self.declare(MUST_CONTAIN, alloc::vec![class(&members)]);
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

    /// The code points of the table that meet a requirement.
    fn members(&self, must: &MustContain) -> CodePointSet {
        let code_points = self.lgr.data.iter().flat_map(|entry| match entry {
            Entry::Char(char) => char.cp.to_vec(),
            Entry::Range(range) => (range.first..=range.last).collect(),
        });
        code_points.filter(|c| must.is_met_by(*c)).collect()
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
