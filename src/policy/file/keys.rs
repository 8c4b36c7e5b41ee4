//! The keys of a policy and of its rules.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::reader::{Node, Section, shown};
use super::review;
use super::value::{Expected, Text, Value, keys, put, set};
use super::write::Toml;
use crate::finding::FaultCode;
use crate::idna2008::{self, Outcome, Settings};
use crate::label::Label;
use crate::lgr::{CodePoints, full_date};
use crate::policy::model::{
    BuiltinList, ConfusableRule, DigitRule, LengthRule, Level, Match, Mixing, Policy, ReservedList,
    ReservedSource, ScriptRule, Table, UnknownTable, VariantDisposition, VariantRule, Withhold,
};

/// Tables with letters that are not known at most.
const MAX_UNKNOWN_TABLES: usize = 256;

/// Variant mappings of all tables of a policy together at most, the ways back counted.
pub const MAX_VARIANTS: usize = 1 << 16;

/// Levels of a policy at most.
pub const MAX_LEVELS: usize = 64;

keys! {
    Policy, "a policy", Policy::new(""), check policy,
    {
        id: "id" => always;
        tlds: "tld" by suffixes, Value::write;
        suffixes: "suffixes";
        variant_tlds: "variant-tlds";
        iso3166: "iso3166";
        territory: "territory";
        authority: "authority";
        status: "status" => always;
        idn_offered: "idn-offered";
        start: "start";
        certainty: "certainty";
        sources: "sources";
        note: "note";
        version: "version";
        effective: "effective";
        contact: "contact";
        unicode: "unicode" => always;
        protocol: "protocol" => always;
        outside_tld: "outside-tld";
        outside_tables: "outside-tables";
        double_hyphens: "double-hyphens";
        ascii_labels: "ascii-labels";
        reserved: "reserved";
        certainty_of: "certainty-of";
        source_of: "source-of";
        scripts: "scripts";
        digits: "digits";
        length: "length";
        variants: "variants";
        variant_sets: "variant-sets";
        confusables: "confusables";
        unknown_tables: "unknown-tables";
        levels: "level";
        tables: "table";
    }
}

fn policy(policy: &mut Policy, section: &Section<'_>) {
    if !is_id(&policy.id) {
        section.fault("id", FaultCode::Missing, "`id` must be there, made of a to z, 0 to 9 and hyphens");
    }
    if let Some(code) = &policy.iso3166
        && !(code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase()))
    {
        let message = format!("`iso3166` is \"{}\", expected two letters in upper case", shown(code));
        section.fault("iso3166", FaultCode::BadValue, message);
    }
    if let Some(day) = policy.effective.as_deref().filter(|day| full_date(day).is_none()) {
        let message = format!("`effective` is \"{}\", expected a day such as 2026-01-31", shown(day));
        section.fault("effective", FaultCode::BadValue, message);
    }
    for (at, set) in section.get("variant-sets").into_iter().flat_map(Node::entries) {
        variant_set(at, set);
    }
    let tables = section.get("table").into_iter().flat_map(Node::members);
    for name in tables.filter_map(|table| table.get("variant-sets")).flat_map(Node::members) {
        if let Some(text) = name.value().as_str().filter(|name| !policy.variant_sets.contains_key(*name)) {
            name.bad_value(text, "a name in `[variant-sets]`", 0);
        }
    }
    levels(policy, section);
    let pairs = |group: &Vec<CodePoints>| group.len().saturating_mul(group.len());
    let of_set = |name: &String| {
        policy.variant_sets.get(name).into_iter().flatten().map(pairs).fold(0, usize::saturating_add)
    };
    let of_table = |table: &Table| {
        let written = table.variants.values().map(|targets| 2 * targets.len());
        let of_han = table.han_variants.iter().map(|set| set.members().len() * set.members().len());
        written.chain(table.variant_sets.iter().map(of_set)).chain(of_han).fold(0, usize::saturating_add)
    };
    let count = policy.tables.iter().map(of_table).fold(0, usize::saturating_add);
    if count > MAX_VARIANTS {
        let message = format!("the tables have {count} variant mappings, expected at most {MAX_VARIANTS}");
        section.fault("variant-sets", FaultCode::TooMany, message);
    }
    if section.is_review() {
        review::policy(policy, section);
    }
}

/// A level is about suffixes that the policy has, and no suffix is in two.
fn levels(policy: &Policy, section: &Section<'_>) {
    let sections = section.get("level").into_iter().flat_map(Node::members);
    let members: Vec<Node<'_>> =
        sections.filter_map(|level| level.get("suffixes")).flat_map(Node::members).collect();
    if members.is_empty() {
        return;
    }
    let all = policy.all_suffixes();
    let mut known = BTreeSet::new();
    for member in members {
        let Some(text) = member.value().as_str() else { continue };
        let Ok(LevelSuffix(suffix)) = LevelSuffix::parse(text) else { continue };
        let domain = suffix.strip_prefix("*.");
        let labels: Vec<Label> = domain.unwrap_or(&suffix).split('.').map(Label::parse).collect();
        let longest = all.longest(labels.iter());
        let is_known = if domain.is_some() { longest.is_some() } else { longest == Some(labels.len()) };
        if !is_known {
            member.bad_value(text, "a suffix of the policy", 0);
        }
        if !known.insert(suffix) {
            member.fault(FaultCode::Duplicate, format!("`level` has {} twice", shown(text)));
        }
    }
}

/// A set of variants has a name that a table can use, groups of two or more, and no member twice.
fn variant_set(at: usize, set: Node<'_>) {
    if !is_id(set.key) {
        let message = format!("\"{}\" is no name, expected a to z, 0 to 9 and hyphens", shown(set.key));
        set.fault_at(at, FaultCode::BadValue, message);
    }
    let mut known = BTreeSet::new();
    for group in set.members() {
        if group.members().len() < 2 {
            group.fault(FaultCode::Missing, "a group of variants has two members or more");
        }
        for member in group.members() {
            let cp = member.value().as_str().and_then(|text| CodePoints::parse(text).ok());
            if let Some(cp) = cp
                && !known.insert(cp.clone())
            {
                let message = format!("`{}` has {} twice", shown(set.key), shown(&cp.print()));
                member.fault(FaultCode::Duplicate, message);
            }
        }
    }
}

/// True if `id` can name a policy, table or rule: so that it can stand in a command and a file name.
pub(super) fn is_id(id: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=63).contains(&id.len()) && id.bytes().all(fits)
}

/// A top-level domain, or a suffix of several labels under which names are registered, as U-labels.
struct Suffix(String);

impl Text for Suffix {
    fn parse(text: &str) -> Result<Self, Expected> {
        let labels: Option<Vec<String>> = text.split('.').map(u_label).collect();
        labels.map(|labels| Self(labels.join("."))).ok_or_else(|| "a U-label or an A-label".into())
    }

    fn print(&self) -> String {
        self.0.clone()
    }
}

/// A suffix, or `*.` and a domain for all suffixes right below that.
struct LevelSuffix(String);

impl Text for LevelSuffix {
    fn parse(text: &str) -> Result<Self, Expected> {
        let (mark, domain) = text.strip_prefix("*.").map_or(("", text), |domain| ("*.", domain));
        let expected = || "a suffix of U-labels or A-labels, or `*.` and one".into();
        Suffix::parse(domain)
            .map(|suffix| Self(format!("{mark}{}", suffix.0)))
            .map_err(|_: Expected| expected())
    }

    fn print(&self) -> String {
        self.0.clone()
    }
}

fn level_suffixes(node: Node<'_>) -> Option<Vec<String>> {
    Some(Vec::<LevelSuffix>::read(node)?.into_iter().map(|suffix| suffix.0).collect())
}

fn suffixes(node: Node<'_>) -> Option<Vec<String>> {
    Some(Vec::<Suffix>::read(node)?.into_iter().map(|suffix| suffix.0).collect())
}

/// The U-label of a valid label given in either form, in lower case.
pub(in crate::policy) fn u_label(text: &str) -> Option<String> {
    let mut outcome = Outcome::new();
    idna2008::check(text, &Settings::default(), &mut outcome);
    let label = outcome.label;
    if !label.kind().is_idna_valid() {
        return None;
    }
    label.u_label().map(str::to_ascii_lowercase)
}

/// Names, each a label in either form; one that is no label is warned of.
fn names(node: Node<'_>) -> Option<Vec<String>> {
    for member in node.members() {
        if let Some(name) = member.value().as_str().filter(|name| u_label(name).is_none()) {
            let message = format!("\"{}\" is no label that could be registered", shown(name));
            member.fault(FaultCode::NotALabel, message);
        }
    }
    Value::read(node)
}

keys! {
    ScriptRule, "`[scripts]`", ScriptRule::default(),
    check |rule: &mut ScriptRule, section: &Section<'_>| {
        if matches!(rule.mixing, Mixing::TldScript | Mixing::ScriptAsciiLetters) && rule.of_tld.is_empty() {
            let message =
                format!("mixing `{}` needs `of-tld`, the scripts of the top-level domain", rule.mixing);
            section.fault("mixing", FaultCode::Missing, message);
        }
    },
    {
        mixing: "mixing";
        of_tld: "of-tld";
        otherwise: "otherwise";
    }
}

keys! {
    DigitRule, "`[digits]`", DigitRule::default(),
    {
        several_sets: "several-sets";
        at_ends: "at-ends";
        all: "all";
    }
}

/// What is withheld is there to be withheld.
fn withheld(rule: &mut VariantRule, section: &Section<'_>) {
    let Some(disposition) = rule.disposition else { return };
    let why = match (disposition, rule.withhold) {
        (VariantDisposition::None, Withhold::Allocatable | Withhold::All) => {
            "each variant is a name of its own"
        }
        (VariantDisposition::Block, Withhold::Allocatable) => "nobody may have a variant",
        _ => return,
    };
    let message = format!("`withhold` is {} and `disposition` is {disposition}: {why}", rule.withhold);
    section.fault("withhold", FaultCode::Contradiction, message);
}

// A disposition alone says the rest by its default.
keys! {
    VariantRule, "`[variants]`", VariantRule::default(),
    text |node| VariantDisposition::read(node).map(|disposition| VariantRule { disposition: Some(disposition), ..VariantRule::default() }),
        |rule: &VariantRule| {
            let alone = VariantRule { disposition: rule.disposition, ..VariantRule::default() };
            rule.disposition.filter(|_| *rule == alone).map(|disposition| disposition.write())
        },
    check withheld,
    {
        disposition: "disposition";
        same_entity: "same-entity";
        activate: "activate";
        max_members: "max-members";
        withhold: "withhold";
        max_withheld: "max-withheld";
        note: "note";
    }
}

keys! {
    UnknownTable, "`unknown-tables`", UnknownTable::default(), most MAX_UNKNOWN_TABLES,
    identity |table: &UnknownTable| table.id.clone(),
    check |table: &mut UnknownTable, section: &Section<'_>| {
        if !is_id(&table.id) {
            section.fault("id", FaultCode::Missing, "a table needs an `id`, made of a to z, 0 to 9 and hyphens");
        }
    },
    {
        id: "id" => always;
        languages: "languages";
        scripts: "scripts";
    }
}

keys! {
    ConfusableRule, "`[confusables]`", ConfusableRule::default(),
    {
        names: "names" by names, Value::write;
        files: "files";
        otherwise: "otherwise";
        whole_script: "whole-script";
        otherwise_whole_script: "otherwise-whole-script";
        otherwise_existing: "otherwise-existing";
        otherwise_marks: "otherwise-marks";
        protected: "protected" by names, Value::write;
        protected_files: "protected-files";
        otherwise_inside: "otherwise-inside";
    }
}

keys! {
    Level, "`[[level]]`", Level::default(), most MAX_LEVELS,
    check |level: &mut Level, section: &Section<'_>| {
        if level.suffixes.is_empty() {
            section.fault("suffixes", FaultCode::Missing, "a level needs `suffixes`, those that it is about");
        }
    },
    {
        suffixes: "suffixes" by level_suffixes, Value::write;
        length: "length";
    }
}

keys! {
    LengthRule, "`length`", LengthRule::default(),
    check |rule: &mut LengthRule, section: &Section<'_>| {
        if let (Some(least), Some(most)) = (rule.min, rule.max)
            && rule.min_unit == rule.max_unit
            && least > most
        {
            let message = format!("`min` is {least} and `max` is {most}: no label is so long");
            section.fault("min", FaultCode::Contradiction, message);
        }
        if section.is_review() {
            review::length(rule, section);
        }
    },
    {
        min: "min";
        min_unit: "min-unit";
        max: "max";
        max_unit: "max-unit";
        otherwise: "otherwise";
    }
}

/// A list is the name of one that is built in, or a table that says where it comes from, and more.
impl Value for ReservedList {
    fn read(node: Node<'_>) -> Option<Self> {
        if node.value().is_str() {
            return BuiltinList::read(node).map(Self::builtin);
        }
        let mut section = node.section()?;
        let sources = [
            section.take("list").map(|list| BuiltinList::read(list).map(ReservedSource::Builtin)),
            section.take("file").map(|file| String::read(file).map(ReservedSource::File)),
            section.take("names").map(|list| names(list).map(ReservedSource::Names)),
        ];
        let mut sources = sources.into_iter().flatten();
        let (source, another) = (sources.next(), sources.next());
        if source.is_none() || another.is_some() {
            node.fault(FaultCode::Missing, "a reserved list needs one of `list`, `file` and `names`");
        }
        let mut list = Self::new(source.flatten()?);
        set(&mut section, "match", &mut list.matching);
        set(&mut section, "otherwise", &mut list.otherwise);
        set(&mut section, "otherwise-words", &mut list.otherwise_words);
        set(&mut section, "otherwise-skeleton", &mut list.otherwise_skeleton);
        set(&mut section, "source", &mut list.source);
        section.finish("`reserved`");
        if list.matching.is_empty() {
            list.matching = alloc::vec![Match::Exact];
        }
        Some(list)
    }

    fn write(&self) -> Toml {
        let default = Self::new(self.from.clone());
        let (key, source) = match &self.from {
            ReservedSource::Builtin(list) if *self == default => return list.write(),
            ReservedSource::Builtin(list) => ("list", list.write()),
            ReservedSource::File(file) => ("file", file.write()),
            ReservedSource::Names(names) => ("names", names.write()),
        };
        let mut keys = alloc::vec![(key.into(), source)];
        put(&mut keys, "match", &self.matching, &default.matching);
        put(&mut keys, "otherwise", &self.otherwise, &default.otherwise);
        put(&mut keys, "otherwise-words", &self.otherwise_words, &default.otherwise_words);
        put(&mut keys, "otherwise-skeleton", &self.otherwise_skeleton, &default.otherwise_skeleton);
        put(&mut keys, "source", &self.source, &default.source);
        Toml::Table(keys)
    }
}
