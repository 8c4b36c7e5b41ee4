//! The keys of a table of a policy.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::keys::is_id;
use super::reader::{Node, Section, shown};
use super::review;
use super::value::{MAX_SEQUENCE, Text, Value, keys};
use super::write::Toml;
use crate::finding::FaultCode;
use crate::lgr::CodePoints;
use crate::policy::base;
use crate::policy::model::{
    CodePointSet, Demand, DigitSet, HanSet, MustContain, Neighbours, Pattern, Table, VariantTarget,
    WholeLabelRule,
};
use crate::text::CodePoint;
use crate::unicode::{self, DerivedProperty};

/// Tables of a policy at most: the bits of the word that says which tables a code point is in.
pub const MAX_TABLES: usize = 128;

/// Sequences of a table at most.
pub const MAX_SEQUENCES: usize = 4096;

/// Rules of one kind of a table at most: each costs time for every label.
pub const MAX_TABLE_RULES: usize = 64;

/// Single letters that are warned of at most.
const MAX_LETTER_WARNINGS: usize = 10;

keys! {
    Table, "`[[table]]`", Table::new(""), most MAX_TABLES,
    identity |table: &Table| table.id.clone(), check table,
    {
        id: "id" => always;
        languages: "languages";
        scripts: "scripts";
        base: "base";
        lgr: "lgr";
        letters: "letters";
        sequences: "sequences" by sequences, write_sequences;
        digits: "digits";
        ascii_letters: "ascii-letters";
        must_contain: "must-contain";
        neighbours: "context";
        classes: "classes";
        rules: "rules";
        variant_type: "variant-type";
        variant_sets: "variant-sets";
        han_variants: "han-variants";
        digits_at_ends: "digits-at-ends";
        length: "length";
        source: "source";
        variants: "variants";
    }
}

fn table(table: &mut Table, section: &Section<'_>) {
    if !is_id(&table.id) {
        section.fault("id", FaultCode::Missing, "a table needs an `id`, made of a to z, 0 to 9 and hyphens");
    }
    let lacks_digits = |set: &DigitSet| set.zeros(&table.scripts).next().is_none();
    if table.digits.iter().any(lacks_digits) {
        let message = "`native` digits: the scripts of the table have none";
        section.fault("digits", FaultCode::Contradiction, message);
    }
    if let Some(name) = table.base.as_deref().filter(|name| base::text(name).is_none()) {
        let names = base::names().collect::<Vec<_>>().join(", ");
        let message = format!("`base` is \"{}\", expected one of {names}", shown(name));
        section.fault("base", FaultCode::BadValue, message);
    }
    if table.lgr.is_some() {
        let keys =
            ["base", "letters", "sequences", "classes", "rules", "variants", "variant-sets", "han-variants"];
        for key in keys.into_iter().filter(|key| section.get(key).is_some()) {
            section.fault("lgr", FaultCode::Contradiction, format!("a table has either `lgr` or `{key}`"));
        }
    }
    table.sequences.sort_unstable();
    if table.sequences.len() > MAX_SEQUENCES {
        let message =
            format!("there are {} sequences, expected at most {MAX_SEQUENCES}", table.sequences.len());
        section.fault("sequences", FaultCode::TooMany, message);
    }
    names(table, section);
    variants(table, section);
    han_variants(table, section);
    if let Some(letters) = section.get("letters") {
        warn_of_letters(table, letters);
    }
    if section.is_review() {
        review::table(table, section);
    }
}

/// Sequences are always written by number: half of their code points are marks that do not show well.
fn write_sequences(sequences: &[String]) -> Toml {
    let by_number = |sequence: &String| Toml::Text(CodePoint::list(sequence.chars()));
    Toml::Array(sequences.iter().map(by_number).collect())
}

fn sequences(node: Node<'_>) -> Option<Vec<String>> {
    let mut all = Vec::new();
    for member in node.members() {
        let Some(cp) = CodePoints::read(member) else { continue };
        let sequence: String = cp.iter().collect();
        if !cp.is_sequence() {
            let message =
                format!("\"{}\" is no sequence of 2 to {MAX_SEQUENCE} code points", shown(&sequence));
            member.fault(FaultCode::BadValue, message);
        } else if !unicode::is_nfc(&sequence) {
            let message = format!("the sequence \"{}\" is not in Normalization Form C", shown(&sequence));
            member.fault(FaultCode::NeverPermitted, message);
        }
        all.push(sequence);
    }
    all.sort_unstable();
    all.dedup();
    Some(all)
}

/// Rules and classes share one space of names, and patterns ask for classes that there are.
fn names(table: &Table, section: &Section<'_>) {
    for (at, class) in section.get("classes").into_iter().flat_map(Node::entries) {
        if !is_id(class.key) || class.key.starts_with(|c: char| c.is_ascii_digit()) {
            let message = format!(
                "\"{}\" is no name of a class, expected a letter, then also 0 to 9 and hyphens",
                shown(class.key)
            );
            class.fault_at(at, FaultCode::BadValue, message);
        }
    }
    for rule in section.get("rules").into_iter().flat_map(Node::members) {
        if let Some((node, name)) =
            string_of(rule, "name").filter(|(_, name)| table.classes.contains_key(*name))
        {
            node.fault(FaultCode::Duplicate, format!("a class and a rule are named `{}`", shown(name)));
        }
        for (node, pattern) in [string_of(rule, "refuse"), string_of(rule, "require")].into_iter().flatten() {
            let Ok(pattern) = Pattern::parse(pattern) else { continue };
            if let Some(name) = pattern.classes().find(|name| !table.classes.contains_key(*name)) {
                let message = format!("`{{{}}}` is not one of the table's `classes`", shown(name));
                node.fault(FaultCode::BadValue, message);
            }
        }
    }
}

/// The string under a key of a table, with its place.
fn string_of<'s>(table: Node<'s>, key: &'static str) -> Option<(Node<'s>, &'s str)> {
    let node = table.get(key)?;
    Some((node, node.value().as_str()?))
}

/// An ideograph is in one set.
fn han_variants(table: &Table, section: &Section<'_>) {
    let mut known = BTreeSet::new();
    let members = table.han_variants.iter().flat_map(HanSet::members);
    for twice in members.filter(|member| !known.insert(member.ideograph)) {
        let message = format!("`han-variants` has {} in two sets", CodePoint(twice.ideograph));
        section.fault("han-variants", FaultCode::Duplicate, message);
    }
}

/// One side of each mapping at least is in the table, and none leads to itself. What a base has is known only when the
/// policy is compiled.
fn variants(table: &Table, section: &Section<'_>) {
    let repertoire = table.repertoire();
    for (_, entry) in section.get("variants").into_iter().flat_map(Node::entries) {
        let Ok(from) = CodePoints::parse(entry.key) else { continue };
        let is_in_table = table.has(&repertoire, &from);
        for target in entry.members() {
            let text = target.get("to").unwrap_or(target).value().as_str();
            let to = match text {
                Some("") => CodePoints::default(),
                Some(text) => match CodePoints::parse(text) {
                    Ok(to) => to,
                    Err(_) => continue,
                },
                None => continue,
            };
            if from == to {
                target.fault(FaultCode::Contradiction, "a code point or sequence is no variant of itself");
            } else if !table.takes_all_of_base()
                && !is_in_table
                && (to.is_empty() || !table.has(&repertoire, &to))
            {
                target.fault(FaultCode::Contradiction, "neither side of the mapping is in the table");
            }
        }
    }
}

impl Value for MustContain {
    const MOST: usize = MAX_TABLE_RULES;

    fn read(node: Node<'_>) -> Option<Self> {
        let mut section = node.section()?;
        let (letters, scripts) = (section.take("letters"), section.take("scripts"));
        section.finish("`must-contain`");
        match (letters, scripts) {
            (Some(letters), None) => CodePointSet::read(letters).map(Self::Letters),
            (None, Some(scripts)) => Value::read(scripts).map(Self::Scripts),
            _ => {
                node.fault(FaultCode::Missing, "`must-contain` needs either `letters` or `scripts`");
                None
            }
        }
    }

    fn write(&self) -> Toml {
        let (key, value) = match self {
            Self::Letters(letters) => ("letters", letters.write()),
            Self::Scripts(scripts) => ("scripts", scripts.write()),
        };
        Toml::Table(alloc::vec![(key.into(), value)])
    }
}

keys! {
    Neighbours, "`context`", Neighbours::default(), most MAX_TABLE_RULES,
    check |rule: &mut Neighbours, section: &Section<'_>| {
        if rule.letters.is_empty() || rule.after.is_none() && rule.before.is_none() {
            let message = "`context` needs `letters`, and `after`, `before` or both";
            section.fault("letters", FaultCode::Missing, message);
        }
    },
    {
        letters: "letters";
        after: "after";
        before: "before";
    }
}

/// The effect of a rule is the key of its pattern.
impl Value for WholeLabelRule {
    const MOST: usize = MAX_TABLE_RULES;

    fn read(node: Node<'_>) -> Option<Self> {
        let mut section = node.section()?;
        let name = section.take("name").and_then(String::read).filter(|name| is_id(name));
        let (refuse, require) = (section.take("refuse"), section.take("require"));
        if name.is_none() {
            let message = "a rule needs a `name`, made of a to z, 0 to 9 and hyphens";
            section.fault("name", FaultCode::Missing, message);
        }
        section.finish("`rules`");
        let (demand, pattern) = match (refuse, require) {
            (Some(pattern), None) => (Demand::Refuse, pattern),
            (None, Some(pattern)) => (Demand::Require, pattern),
            _ => {
                node.fault(FaultCode::Missing, "a rule needs either `refuse` or `require`");
                return None;
            }
        };
        let pattern = Pattern::read(pattern);
        Some(Self { name: name?, demand, pattern: pattern? })
    }

    fn write(&self) -> Toml {
        let (name, pattern) = (self.name.write(), self.pattern.write());
        Toml::Table(alloc::vec![("name".into(), name), (self.demand.name().into(), pattern)])
    }

    fn identity(&self) -> Option<String> {
        Some(self.name.clone())
    }
}

// A code point or sequence alone has the type of the table.
keys! {
    VariantTarget, "a variant", VariantTarget { to: CodePoints::default(), kind: None },
    identity |target: &VariantTarget| target.to.print(),
    text |node| target(node).map(|to| VariantTarget { to, kind: None }),
        |target: &VariantTarget| target.kind.is_none().then(|| target.to.write()),
    check |_: &mut VariantTarget, section: &Section<'_>| {
        if section.get("to").is_none() {
            section.fault("to", FaultCode::Missing, "a variant needs `to`");
        }
    },
    {
        to: "to" by target, CodePoints::write => always;
        kind: "type";
    }
}

/// What a code point or sequence is mapped to: another, or nothing.
fn target(node: Node<'_>) -> Option<CodePoints> {
    if node.value().as_str() == Some("") { Some(CodePoints::default()) } else { CodePoints::read(node) }
}

/// Warns of letters that have no effect, or belong to another script than the table names.
fn warn_of_letters(table: &Table, letters: Node<'_>) {
    let mut left = MAX_LETTER_WARNINGS;
    for member in letters.members() {
        let Some(item) = member.value().as_str() else { continue };
        let Ok(set) = CodePointSet::parse_item(item) else { continue };
        // In a range, what is not permitted is left out without a word.
        let is_range = item.contains("..");
        for c in set.iter() {
            let never = matches!(
                unicode::derived_property(c),
                DerivedProperty::Disallowed | DerivedProperty::Unassigned
            );
            let is_foreign = !table.scripts.is_empty() && !table.scripts.iter().any(|code| code.covers(c));
            let (code, why) = if never && !is_range {
                (FaultCode::NeverPermitted, "is never permitted by IDNA2008")
            } else if !never && is_foreign {
                (FaultCode::OtherScript, "is of a script that the table does not name")
            } else {
                continue;
            };
            if left == 0 {
                return;
            }
            left -= 1;
            member.fault(code, format!("{} {why}", CodePoint(c)));
        }
    }
}
