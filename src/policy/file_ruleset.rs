//! Reading what a table says as a ruleset does: variants, classes and whole-label rules.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use toml::de::DeValue;

use super::code_points::{CodePointSet, one_character};
use super::fault::Faults;
use super::file::is_id;
use super::file_table::{MAX_SEQUENCE, few, set};
use super::model::Policy;
use super::pattern::Pattern;
use super::reader::{Section, Value, section_of, shown, text_of, texts, wrong_type};
use super::table::{Demand, Table, WholeLabelRule};
use super::variants::{VariantGroups, VariantMapping, VariantType};
use crate::finding::FaultCode;
use crate::lgr::CodePoints;

/// Variant mappings of all tables of a policy together at most, the ways back counted.
pub const MAX_VARIANTS: usize = 1 << 16;

/// Reads a code point or sequence: as text, or by numbers with spaces between.
pub(super) fn code_points(text: &str) -> Option<CodePoints> {
    let read: Option<CodePoints> = if text.starts_with("U+") {
        text.split(' ').map(one_character).collect()
    } else {
        Some(text.chars().collect())
    };
    read.filter(|cp| (1..=MAX_SEQUENCE).contains(&cp.len()))
}

fn code_points_at(at: usize, text: &str, faults: &mut Faults<'_>) -> Option<CodePoints> {
    let found = code_points(text);
    if found.is_none() {
        let message = format!("\"{}\" is no code point or sequence of 2 to {MAX_SEQUENCE}", shown(text));
        faults.add(at, FaultCode::BadValue, message);
    }
    found
}

/// The `[variant-sets]` of a policy: each an array of groups, each an array of equivalents.
pub(super) fn variant_sets(
    root: &mut Section<'_, '_>,
    faults: &mut Faults<'_>,
) -> BTreeMap<String, VariantGroups> {
    let mut sets = BTreeMap::new();
    let Some(section) = root.section("variant-sets", faults) else { return sets };
    for (at, name, value) in section.entries() {
        if !is_id(name) {
            let message = format!("\"{}\" is no name, expected a to z, 0 to 9 and hyphens", shown(name));
            faults.add(at, FaultCode::BadValue, message);
        }
        let DeValue::Array(groups) = value.get_ref() else {
            wrong_type(name, value, "an array of arrays", faults);
            continue;
        };
        let mut known = BTreeMap::new();
        let mut all = VariantGroups::new();
        for group in groups {
            let mut members = Vec::new();
            for (at, text) in texts(name, group, faults) {
                let Some(member) = code_points_at(at, &text, faults) else { continue };
                if known.insert(member.clone(), all.len()).is_some() {
                    let message = format!("\"{}\" stands twice in the set", shown(&text));
                    faults.add(at, FaultCode::Duplicate, message);
                }
                members.push(member);
            }
            if members.len() < 2 {
                let message = "a group of variants has two members at least".to_string();
                faults.add(group.span().start, FaultCode::Missing, message);
            }
            all.push(members);
        }
        sets.insert(name.to_string(), all);
    }
    sets
}

/// The `variants` of a table: a map from a code point or sequence to one or several.
pub(super) fn variants(
    section: &mut Section<'_, '_>,
    table: &Table,
    faults: &mut Faults<'_>,
) -> Vec<VariantMapping> {
    let mut all = BTreeMap::new();
    let Some(map) = section.section("variants", faults) else { return Vec::new() };
    let repertoire = table.repertoire();
    for (at, text, value) in map.entries() {
        let Some(from) = code_points_at(at, text, faults) else { continue };
        let targets = match value.get_ref() {
            DeValue::Array(array) => array.iter().collect(),
            _ => alloc::vec![value],
        };
        for target in targets {
            let at = target.span().start;
            let Some((to, kind)) = variant(text, target, faults) else { continue };
            let Some(to) = code_points_at(at, &to, faults) else { continue };
            let message = if from == to {
                "a code point or sequence is no variant of itself"
            } else if !table.has(&repertoire, &from) && !table.has(&repertoire, &to) {
                "neither side of the mapping is in the table"
            } else if all.insert((from.clone(), to), kind.unwrap_or(table.variant_type)).is_some() {
                "the mapping stands twice"
            } else {
                continue;
            };
            faults.add(at, FaultCode::Contradiction, message.to_string());
        }
    }
    all.into_iter().map(|((from, to), kind)| VariantMapping { from, to, kind }).collect()
}

/// The other side of a mapping: text, or a table that says its type too.
fn variant(from: &str, value: &Value<'_>, faults: &mut Faults<'_>) -> Option<(String, Option<VariantType>)> {
    if !matches!(value.get_ref(), DeValue::Table(_)) {
        return Some((text_of(from, value, faults)?, None));
    }
    let mut section = section_of(from, value, faults)?;
    let to = section.text("to", faults);
    let kind = section.keyword("type", faults);
    if to.is_none() {
        faults.add(section.start(), FaultCode::Missing, "a variant needs `to`".to_string());
    }
    section.finish("a variant", faults);
    Some((to?, kind))
}

/// The names of sets that a table takes up; each must be one of the policy's.
pub(super) fn set_names(
    section: &mut Section<'_, '_>,
    sets: &BTreeMap<String, VariantGroups>,
    faults: &mut Faults<'_>,
) -> Vec<String> {
    let mut names = Vec::new();
    for (at, name) in section.texts("variant-sets", faults) {
        if sets.contains_key(&name) && !names.contains(&name) {
            names.push(name);
        } else {
            let message =
                format!("`{}` is not one of the names in `[variant-sets]`, or stands twice", shown(&name));
            faults.add(at, FaultCode::BadValue, message);
        }
    }
    names
}

/// Refuses more variant mappings than a policy may have.
pub(super) fn limit_variants(policy: &Policy, at: usize, faults: &mut Faults<'_>) {
    let of_set = |name: &String| {
        policy
            .variant_sets
            .get(name)
            .into_iter()
            .flatten()
            .map(|group| group.len().saturating_mul(group.len()))
    };
    let of_table = |table: &Table| {
        table
            .variants
            .len()
            .saturating_mul(2)
            .saturating_add(table.variant_sets.iter().flat_map(of_set).fold(0, usize::saturating_add))
    };
    let count = policy.tables.iter().map(of_table).fold(0, usize::saturating_add);
    if count > MAX_VARIANTS {
        let message = format!("there are {count} variant mappings, expected at most {MAX_VARIANTS}");
        faults.add(at, FaultCode::TooMany, message);
    }
}

/// The named classes of a table.
pub(super) fn classes(
    section: &mut Section<'_, '_>,
    faults: &mut Faults<'_>,
) -> BTreeMap<String, CodePointSet> {
    let mut classes = BTreeMap::new();
    let Some(map) = section.section("classes", faults) else { return classes };
    for (at, name, value) in map.entries() {
        if !is_id(name) || name.starts_with(|c: char| c.is_ascii_digit()) {
            let message = format!(
                "\"{}\" is no name of a class, expected a to z, then also 0 to 9 and hyphens",
                shown(name)
            );
            faults.add(at, FaultCode::BadValue, message);
        }
        classes.insert(name.to_string(), set(&texts(name, value, faults), faults));
    }
    classes
}

/// The whole-label rules of a table.
pub(super) fn rules(
    section: &mut Section<'_, '_>,
    table: &Table,
    faults: &mut Faults<'_>,
) -> Vec<WholeLabelRule> {
    let mut all: Vec<WholeLabelRule> = Vec::new();
    for member in few(section, "rules", faults) {
        let Some(mut rule) = section_of("rules", member, faults) else { continue };
        let name = rule.text("name", faults).unwrap_or_default();
        if !is_id(&name) {
            let message = "a rule needs a `name`, made of a to z, 0 to 9 and hyphens".to_string();
            faults.add(rule.place("name"), FaultCode::Missing, message);
        }
        if table.classes.contains_key(&name) || all.iter().any(|other| other.name == name) {
            let message = format!("there are two rules or classes named `{}`", shown(&name));
            faults.add(rule.place("name"), FaultCode::Duplicate, message);
        }
        let mut patterns = Vec::new();
        for demand in Demand::ALL {
            if let Some(text) = rule.text(demand.name(), faults) {
                patterns.push((*demand, text));
            }
        }
        match patterns.as_slice() {
            [(demand, text)] => {
                let pattern = pattern(rule.place(demand.name()), text, table, faults);
                all.extend(pattern.map(|pattern| WholeLabelRule { name, demand: *demand, pattern }));
            }
            _ => faults.add(
                rule.start(),
                FaultCode::Missing,
                "a rule needs either `refuse` or `require`".to_string(),
            ),
        }
        rule.finish("`rules`", faults);
    }
    all
}

fn pattern(at: usize, text: &str, table: &Table, faults: &mut Faults<'_>) -> Option<Pattern> {
    match Pattern::parse(text) {
        Ok(pattern) => {
            let unknown = pattern.classes().find(|name| !table.classes.contains_key(*name));
            if let Some(name) = unknown {
                let message = format!("`{{{}}}` is not one of the table's `classes`", shown(name));
                faults.add(at, FaultCode::BadValue, message);
            }
            Some(pattern)
        }
        Err(error) => {
            let rest = text.get(error.offset..).unwrap_or_default();
            faults.add(
                faults.inside(at, text, error.offset),
                FaultCode::BadValue,
                format!("pattern at \"{}\": {}", shown(rest), error.reason),
            );
            None
        }
    }
}
