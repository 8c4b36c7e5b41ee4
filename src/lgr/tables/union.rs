//! The variant relations of several tables, put together for index labels.
//!
//! A label must fit one table whole, so the union is never asked whether a label is eligible. It holds
//! every entry of every table. Mappings without a context are closed: what is connected through them, by
//! whichever tables, has one least member, and every member is mapped to that one. So two labels collide
//! even if the chain between them runs through tables that neither of them fits. Mappings with a context
//! stay as they are, each under the rule of its own table. The context of a code point counts only where
//! one table alone has that code point; elsewhere the table that the label fits has judged it.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::vec::Vec;
use std::collections::HashMap;

use crate::lgr::compile::CompileError;
use crate::lgr::compile::PropertyTest;
use crate::lgr::compile::limits::MAX_UNION_CODE_POINTS;
use crate::lgr::connected::connected;
use crate::lgr::{
    CharEntry, Class, ClassExpression, CodePointRange, CodePoints, ContextRule, Declaration, Entry,
    Identifier, IdentifierList, Lgr, Match, NamedClass, Operator, Rule, Variant,
};

/// A ruleset that is good for index labels and nothing else.
pub(in crate::lgr) fn union(tables: &[Lgr]) -> Result<Lgr, CompileError> {
    let mut chars: BTreeMap<CodePoints, (CharEntry, usize)> = BTreeMap::new();
    let mut declarations = Vec::new();
    for (number, table) in tables.iter().enumerate() {
        collect(table, number, &mut chars)?;
    }
    let points: Vec<char> = {
        let all = chars.values().flat_map(|(char, _)| {
            char.cp.iter().chain(char.variants.iter().flat_map(|variant| variant.cp.iter()))
        });
        let mut points: Vec<char> = all.copied().collect();
        points.sort_unstable();
        points.dedup();
        points
    };
    for (number, table) in tables.iter().enumerate() {
        let renaming = Renaming { number, table, points: &points };
        for declaration in &table.declarations {
            match declaration {
                Declaration::Class(class) => declarations.push(Declaration::Class(NamedClass {
                    name: rename(&class.name, number),
                    class: renaming.class(&class.class)?,
                })),
                Declaration::Rule(rule) => declarations.push(Declaration::Rule(Rule {
                    name: rename(&rule.name, number),
                    body: renaming.body(&rule.body)?,
                    ..rule.clone()
                })),
                // No disposition is ever asked for.
                Declaration::Action(_) => {}
            }
        }
    }
    close(&mut chars);
    let data = chars.into_values().map(|(char, _)| Entry::Char(char)).collect();
    Ok(Lgr { data, declarations, ..Lgr::default() })
}

/// Adds the entries of a table.
fn collect(
    table: &Lgr,
    number: usize,
    chars: &mut BTreeMap<CodePoints, (CharEntry, usize)>,
) -> Result<(), CompileError> {
    let mut add = |cp: CodePoints, context: Option<&ContextRule>, variants: &[Variant]| {
        let renamed = context.map(|context| rename_context(context, number));
        let (char, tables) = chars
            .entry(cp.clone())
            .or_insert_with(|| (CharEntry { context: renamed, ..CharEntry::new(cp) }, 0));
        *tables += 1;
        if *tables > 1 {
            char.context = None;
        }
        for variant in variants {
            let context = variant.context.as_ref().map(|context| rename_context(context, number));
            if !char.variants.iter().any(|known| known.cp == variant.cp && known.context == context) {
                char.variants.push(Variant { cp: variant.cp.clone(), context, ..Variant::default() });
            }
        }
    };
    let mut expanded = 0;
    for entry in &table.data {
        match entry {
            Entry::Char(char) => add(char.cp.clone(), char.context.as_ref(), &char.variants),
            Entry::Range(range) => {
                expanded += (range.first..=range.last).size_hint().0;
                if expanded > MAX_UNION_CODE_POINTS {
                    return Err(CompileError::too_complex("ranges", "", range.origin));
                }
                for c in range.first..=range.last {
                    add(c.into(), range.context.as_ref(), &[]);
                }
            }
        }
    }
    Ok(())
}

/// Maps everything that is connected by mappings without context to its least member.
fn close(chars: &mut BTreeMap<CodePoints, (CharEntry, usize)>) {
    let pairs = chars.values().flat_map(|(char, _)| {
        let variants = char.variants.iter().filter(|variant| variant.context.is_none());
        variants.map(|variant| (&char.cp, &variant.cp))
    });
    let mut least_of: HashMap<CodePoints, CodePoints> = HashMap::new();
    for set in connected(pairs) {
        if let [least, others @ ..] = set.as_slice() {
            least_of.extend(others.iter().map(|&other| (other.clone(), (*least).clone())));
        }
    }
    for (cp, (char, _)) in chars.iter_mut() {
        char.variants.retain(|variant| variant.context.is_some());
        char.variants.extend(least_of.get(cp).map(|least| Variant::new(least.clone(), None)));
    }
}

/// A name of one table, as no other table has it: a space cannot be in a name that was read.
fn rename(name: &Identifier, number: usize) -> Identifier {
    format!("{number} {name}").into()
}

fn rename_context(context: &ContextRule, number: usize) -> ContextRule {
    match context {
        ContextRule::When(rule) => ContextRule::When(rename(rule, number)),
        ContextRule::NotWhen(rule) => ContextRule::NotWhen(rename(rule, number)),
    }
}

/// Takes the declarations of one table over. Tags and properties become lists of code points, so that
/// they mean what they mean in that table and its Unicode version.
struct Renaming<'a> {
    number: usize,
    table: &'a Lgr,
    points: &'a [char],
}

impl Renaming<'_> {
    fn class(&self, class: &Class) -> Result<Class, CompileError> {
        Ok(Class { expression: self.expression(&class.expression, class.origin)?, ..class.clone() })
    }

    fn expression(
        &self,
        expression: &ClassExpression,
        origin: crate::lgr::Origin,
    ) -> Result<ClassExpression, CompileError> {
        let pair = |pair: &[Class; 2]| -> Result<_, CompileError> {
            let [a, b] = pair;
            Ok(alloc::boxed::Box::new([self.class(a)?, self.class(b)?]))
        };
        Ok(match expression {
            ClassExpression::ByRef(name) => ClassExpression::ByRef(rename(name, self.number)),
            ClassExpression::FromTag(tag) => {
                let tagged = self.table.data.iter().filter(|entry| entry.tags().has(tag));
                ClassExpression::CodePoints(tagged.filter_map(tagged_range).collect())
            }
            ClassExpression::Property(property) => {
                let version = self.table.metadata.unicode_version.as_ref().map(|version| version.value);
                let test = PropertyTest::new(property, version)
                    .ok_or_else(|| CompileError::unknown_property(property, origin))?;
                let members = self.points.iter().copied().filter(|&c| test.contains(c));
                ClassExpression::CodePoints(members.map(CodePointRange::from).collect())
            }
            ClassExpression::CodePoints(ranges) => ClassExpression::CodePoints(ranges.clone()),
            ClassExpression::Complement(operand) => ClassExpression::Complement(self.class(operand)?.into()),
            ClassExpression::Union(operands) => ClassExpression::Union(
                operands.iter().map(|operand| self.class(operand)).collect::<Result<_, _>>()?,
            ),
            ClassExpression::Intersection(operands) => ClassExpression::Intersection(pair(operands)?),
            ClassExpression::Difference(operands) => ClassExpression::Difference(pair(operands)?),
            ClassExpression::SymmetricDifference(operands) => {
                ClassExpression::SymmetricDifference(pair(operands)?)
            }
        })
    }

    fn body(&self, body: &[Match]) -> Result<Vec<Match>, CompileError> {
        body.iter().map(|operator| self.operator(operator)).collect()
    }

    fn operator(&self, operator: &Match) -> Result<Match, CompileError> {
        let inner = match &operator.operator {
            Operator::Class(expression) => Operator::Class(self.expression(expression, operator.origin)?),
            Operator::Choice(body) => Operator::Choice(self.body(body)?),
            Operator::Group(body) => Operator::Group(self.body(body)?),
            Operator::LookBehind(body) => Operator::LookBehind(self.body(body)?),
            Operator::LookAhead(body) => Operator::LookAhead(self.body(body)?),
            Operator::RuleRef(name) => Operator::RuleRef(rename(name, self.number)),
            plain => plain.to_owned(),
        };
        Ok(Match { operator: inner, references: IdentifierList::EMPTY, comment: None, ..operator.clone() })
    }
}

fn tagged_range(entry: &Entry) -> Option<CodePointRange> {
    match entry {
        Entry::Char(char) => char.cp.single().map(CodePointRange::from),
        Entry::Range(range) => Some(CodePointRange { first: range.first, last: range.last }),
    }
}
