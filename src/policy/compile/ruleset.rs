//! A table of a policy as a ruleset: its letters, sequences, digits and neighbours in the terms of RFC 7940.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::han;
use crate::lgr::{
    Action, CharEntry, ClassExpression, CodePointRange, CodePoints, ContextRule, Declaration, Description,
    Entry, Identifier, IdentifierList, Lgr, Located, Match, NamedClass, Operator, Origin, RangeEntry, Rule,
    RuleTrigger, Scope, Strictness, Variant, VariantTrigger, xml,
};
use crate::policy::base;
use crate::policy::file::read;
use crate::policy::model::code_points::CodePointSet;
use crate::policy::model::table::{self, Demand, MustContain, Table};
use crate::policy::model::{Policy, Stance, VariantTarget};
use crate::unicode;

/// The name of the rule that a digit at an end of the label meets.
pub(in crate::policy) const DIGITS_AT_ENDS: &str = "digits-at-ends";

/// The beginning of the names of rules that a label meets which has what it must contain.
pub(in crate::policy) const MUST_CONTAIN: &str = "must-contain";

/// The type of the reflexive variant of a code point that is listed only as a variant of others.
const ONLY_VARIANT: &str = "out-of-repertoire-var";

/// True if a code point or sequence is listed only as a variant of others.
pub(super) fn is_only_variant(char: &CharEntry) -> bool {
    let is_mark = |variant: &Variant| {
        variant.cp == char.cp && variant.kind.as_ref().is_some_and(|kind| **kind == *ONLY_VARIANT)
    };
    char.variants.iter().any(is_mark)
}

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
    policy.tables.first().map(|table| ruleset(table, &policy, &mut Bases::default()).lgr)
}

/// Tables that are built in, each read once for all that build on it.
#[derive(Debug, Default)]
pub(super) struct Bases(BTreeMap<String, Option<Lgr>>);

impl Bases {
    fn get(&mut self, name: &str) -> Option<&Lgr> {
        self.0.entry(name.into()).or_insert_with(|| base_ruleset(name)).as_ref()
    }
}

/// True if a ruleset takes every label of its letters: no place of a letter, no rule and no type of a variant refuses any.
fn takes_all_of_its_letters(lgr: &Lgr) -> bool {
    let is_letter = |entry: &Entry| {
        entry.context().is_none() && !matches!(entry, Entry::Char(char) if char.cp.is_sequence())
    };
    let has_rules = lgr.declarations.iter().any(|declaration| !matches!(declaration, Declaration::Action(_)));
    if has_rules || !lgr.data.iter().all(is_letter) {
        return false;
    }
    // The types that a label has as it is.
    let own: BTreeSet<&Identifier> = lgr
        .chars()
        .flat_map(|char| char.variants.iter().filter(|variant| variant.cp == char.cp))
        .filter_map(|variant| variant.kind.as_ref())
        .collect();
    let defaults = Action::defaults();
    for action in lgr.actions().chain(&defaults) {
        let Some(trigger) = &action.variants else { return &*action.disposition == "valid" };
        let has = |kind: &&Identifier| trigger.types().iter().any(|asked| asked == *kind);
        let is_valid = &*action.disposition == "valid";
        if is_valid && matches!(trigger, VariantTrigger::All(_)) && own.iter().all(has) {
            // Other labels have no types, and so no action.
            return true;
        }
        if !is_valid && own.iter().any(has) {
            return false;
        }
    }
    true
}

/// A table as a ruleset, and what was found out on the way.
#[derive(Debug, Default)]
pub(super) struct Made {
    pub(super) lgr: Lgr,
    /// True if the table builds on one that asks more than letters.
    pub(super) base_asks: bool,
    /// Mappings of which the table has neither side.
    pub(super) strays: Vec<[CodePoints; 2]>,
}

/// Writes a table that names no ruleset file as one.
pub(super) fn ruleset(table: &Table, policy: &Policy, bases: &mut Bases) -> Made {
    let base = table.base.as_deref().and_then(|name| bases.get(name));
    let base = base.map_or_else(Base::default, |lgr| Base::of(table, lgr));
    let Base { letters, in_sequences, entries, declarations, actions, asks } = base;
    let mut repertoire = table.repertoire();
    repertoire.extend(letters.ranges().iter().copied());
    if !in_sequences.is_empty() {
        repertoire = repertoire.iter().filter(|c| !in_sequences.contains(c)).map(|c| (c, c)).collect();
    }
    let mut builder = Builder { table, repertoire, lgr: Lgr::default(), strays: Vec::new() };
    builder.metadata(policy);
    builder.lgr.declarations = declarations;
    builder.own_rules();
    let of_han = builder.data(policy, entries);
    builder.refusals();
    // They make labels valid, so all that refuses comes before.
    builder.lgr.declarations.extend(of_han.into_iter().map(Declaration::Action));
    builder.lgr.declarations.extend(actions);
    Made { lgr: builder.lgr, base_asks: asks, strays: builder.strays }
}

/// What a table takes over from the one that it builds on.
#[derive(Default)]
struct Base {
    /// Of a table without letters of its own, those of which nothing more is said.
    letters: CodePointSet,
    /// Code points that it has in sequences, and nowhere else: so has the table.
    in_sequences: BTreeSet<char>,
    /// What has more to it.
    entries: BTreeMap<CodePoints, CharEntry>,
    /// Classes and rules.
    declarations: Vec<Declaration>,
    actions: Vec<Declaration>,
    /// True if it asks more of a label than its letters.
    asks: bool,
}

impl Base {
    /// Of the base of a table, the entries and variants in its letters; all of them if it has no letters of its own.
    fn of(table: &Table, lgr: &Lgr) -> Self {
        let repertoire = table.repertoire();
        let takes_all = table.takes_all_of_base();
        let has = |cp: &CodePoints| takes_all || table.has(&repertoire, cp);
        let asks = !takes_all_of_its_letters(lgr);
        let mut letters = CodePointSet::new();
        let mut ranges = Vec::new();
        let sequences = lgr.chars().filter(|char| char.cp.is_sequence());
        let mut in_sequences: BTreeSet<char> = sequences.flat_map(|char| char.cp.iter().copied()).collect();
        for entry in &lgr.data {
            match entry {
                Entry::Char(char) => {
                    if let Some(c) = char.cp.single() {
                        in_sequences.remove(&c);
                    }
                }
                Entry::Range(range) => in_sequences.retain(|c| !(range.first..=range.last).contains(c)),
            }
        }
        let singles = |entry: &Entry| match entry {
            Entry::Char(char) if has(&char.cp) => alloc::vec![char.clone()],
            Entry::Char(_) => Vec::new(),
            // Thousands of ideographs.
            Entry::Range(range) if range.context.is_none() && range.tags.is_empty() => {
                ranges.push((range.first, range.last));
                Vec::new()
            }
            Entry::Range(range) => {
                let single = |c| CharEntry {
                    context: range.context.clone(),
                    tags: range.tags.clone(),
                    ..CharEntry::new(c)
                };
                (range.first..=range.last).map(single).filter(|char| has(&char.cp)).collect()
            }
        };
        let entries = lgr.data.iter().flat_map(singles).map(|mut char| {
            char.variants.retain(|variant| has(&variant.cp));
            (char.cp.clone(), char)
        });
        let entries = entries.collect();
        if takes_all {
            letters.extend(ranges);
        }
        let is_action = |declaration: &Declaration| matches!(declaration, Declaration::Action(_));
        let (actions, declarations) = lgr.declarations.iter().cloned().partition(is_action);
        Self { letters, in_sequences, entries, declarations, actions, asks }
    }
}

struct Builder<'a> {
    table: &'a Table,
    /// The code points that may stand alone, besides those of the base of which more is said.
    repertoire: CodePointSet,
    lgr: Lgr,
    strays: Vec<[CodePoints; 2]>,
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

    /// The repertoire, in ascending order; `chars` are those of the base. Returns the actions that variants of ideographs
    /// need.
    fn data(&mut self, policy: &Policy, mut chars: BTreeMap<CodePoints, CharEntry>) -> Vec<Action> {
        for sequence in &self.table.sequences {
            let code_points: CodePoints = sequence.chars().collect();
            chars.entry(code_points.clone()).or_insert_with(|| CharEntry::new(code_points));
        }
        // A context says where a letter may stand; it does not make one.
        for (c, context) in self.contexts() {
            if let Some(char) = chars.get_mut(&CodePoints::from(c)) {
                char.context = Some(context);
            } else if self.repertoire.contains(c) {
                chars.insert(c.into(), CharEntry { context: Some(context), ..CharEntry::new(c) });
            }
        }
        let table = self.table;
        let of_base: BTreeSet<CodePoints> = match table.base {
            Some(_) => chars.keys().cloned().collect(),
            None => BTreeSet::new(),
        };
        let repertoire = self.repertoire.clone();
        let has = |cp: &CodePoints| {
            // Nothing is what a code point or sequence can be mapped to, no part of a table.
            !cp.is_empty() && table.has(&repertoire, cp)
                || of_base.contains(cp)
                || !of_base.is_empty()
                    && !cp.is_empty()
                    && cp.iter().all(|c| repertoire.contains(*c) || of_base.contains(&CodePoints::from(*c)))
        };
        let of_han = han::add(&table.han_variants, |c| has(&c.into()), &mut chars);
        let mut only_variants = false;
        for ((from, to), kind) in policy.variant_mappings(table) {
            if !has(&from) && !has(&to) {
                let is_written = |target: &VariantTarget| target.to == to;
                if table.variants.get(&from).is_some_and(|targets| targets.iter().any(is_written)) {
                    self.strays.push([from, to]);
                }
                continue;
            }
            let char = chars.entry(from.clone()).or_insert_with(|| {
                let mut char = CharEntry::new(from.clone());
                if !has(&from) {
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
        let mut entries: Vec<(CodePoints, Entry)> = Vec::new();
        for &(first, last) in repertoire.ranges() {
            // What has a context or variants is an entry of its own.
            let mut start = Some(first);
            let of_range = chars.range(CodePoints::from(first)..).map(|(cp, _)| cp);
            let of_range = of_range.take_while(|cp| cp.first().is_some_and(|c| *c <= last));
            for c in of_range.filter_map(CodePoints::single) {
                if let Some(start) = start.filter(|start| *start < c) {
                    push_range(&mut entries, start, before(c));
                }
                start = (c < last).then(|| after(c));
            }
            if let Some(start) = start {
                push_range(&mut entries, start, last);
            }
        }
        entries.extend(chars.into_iter().map(|(cp, char)| (cp, Entry::Char(char))));
        entries.sort_by(|(cp, _), (other, _)| cp.cmp(other));
        self.lgr.data = entries.into_iter().map(|(_, entry)| entry).collect();
        of_han
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
            let digits = self.repertoire.iter().filter(|c| unicode::digit_zero(*c).is_some()).collect();
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

fn push_range(entries: &mut Vec<(CodePoints, Entry)>, first: char, last: char) {
    let entry = if first == last {
        Entry::Char(CharEntry::new(first))
    } else {
        Entry::Range(RangeEntry::new(first, last))
    };
    entries.push((first.into(), entry));
}

/// The code point after one that is not the last.
fn after(c: char) -> char {
    (c..=char::MAX).nth(1).unwrap_or(c)
}

/// The code point before one that is not the first.
fn before(c: char) -> char {
    ('\0'..c).next_back().unwrap_or(c)
}
