//! Reading the tables of a policy.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::code_points::{CodePointSet, number};
use super::fault::Faults;
use super::file::{is_id, length, refuse_duplicates, script_codes};
use super::file_ruleset::{self, code_points};
use super::model::Stance;
use super::reader::{Section, section_of, shown};
use super::table::{AsciiLetters, DigitSet, MustContain, Neighbours, Table};
use super::variants::{VariantGroups, VariantType};
use crate::finding::FaultCode;
use crate::unicode::{self, DerivedProperty};

/// Tables of a policy at most: the bits of the word that says which tables a code point is in.
pub const MAX_TABLES: usize = 64;

/// Code points of a sequence at most.
pub const MAX_SEQUENCE: usize = 8;

/// Sequences of a table at most.
pub const MAX_SEQUENCES: usize = 4096;

/// Rules of one kind of a table at most: each costs time for every label.
pub const MAX_TABLE_RULES: usize = 64;

/// Single letters that are warned of at most.
const MAX_LETTER_WARNINGS: usize = 10;

pub(super) fn tables(
    root: &mut Section<'_, '_>,
    sets: &BTreeMap<String, VariantGroups>,
    faults: &mut Faults<'_>,
) -> Vec<Table> {
    let members = root.members("table", faults);
    let mut tables = Vec::with_capacity(members.len());
    for member in members {
        let Some(mut section) = section_of("table", member, faults) else { continue };
        let at = section.start();
        tables.push((at, table(&mut section, sets, faults)));
        section.finish("`[[table]]`", faults);
    }
    if let Some((at, _)) = tables.get(MAX_TABLES) {
        let message = format!("there are {} tables, expected at most {MAX_TABLES}", tables.len());
        faults.add(*at, FaultCode::TooMany, message);
    }
    refuse_duplicates(tables.iter().map(|(at, table)| (*at, table.id.as_str())), "tables", faults);
    tables.into_iter().map(|(_, table)| table).collect()
}

fn table(
    section: &mut Section<'_, '_>,
    sets: &BTreeMap<String, VariantGroups>,
    faults: &mut Faults<'_>,
) -> Table {
    let id = section.text("id", faults).unwrap_or_default();
    if !is_id(&id) {
        let message = "a table needs an `id`, made of a to z, 0 to 9 and hyphens".to_string();
        faults.add(section.place("id"), FaultCode::Missing, message);
    }
    let mut table = Table::new(&id);
    table.languages = section.texts("languages", faults).into_iter().map(|(_, tag)| tag).collect();
    table.scripts = script_codes(section, "scripts", faults);
    table.lgr = section.text("lgr", faults);
    let letters = section.texts("letters", faults);
    table.letters = set(&letters, faults);
    table.sequences = sequences(section, faults);
    if section.take("digits").is_some() {
        table.digits = digits(section, &table, faults);
    }
    if section.bool("ascii-letters", faults) == Some(true) {
        table.ascii_letters = AsciiLetters::Beside;
    }
    table.must_contain = must_contain(section, faults);
    table.neighbours = neighbours(section, faults);
    table.classes = file_ruleset::classes(section, faults);
    table.rules = file_ruleset::rules(section, &table, faults);
    table.variant_type = section.keyword("variant-type", faults).unwrap_or(VariantType::Blocked);
    table.variants = file_ruleset::variants(section, &table, faults);
    table.variant_sets = file_ruleset::set_names(section, sets, faults);
    if table.lgr.is_some() {
        let keys = ["letters", "sequences", "classes", "rules", "variants", "variant-sets"];
        for key in keys {
            if section.take(key).is_some() {
                let message = format!("a table has either `lgr` or `{key}`");
                faults.add(section.place("lgr"), FaultCode::Contradiction, message);
            }
        }
    }
    table.digits_at_ends = section.keyword("digits-at-ends", faults).unwrap_or(Stance::Allow);
    if let Some(mut bounds) = section.section("length", faults) {
        table.length = length(&mut bounds, faults);
        bounds.finish("`length`", faults);
    }
    table.source = section.text("source", faults);
    warn_of_letters(&table, &letters, faults);
    table
}

/// The code points of a list of items, faults told at each.
pub(super) fn set(items: &[(usize, String)], faults: &mut Faults<'_>) -> CodePointSet {
    let mut sets = Vec::with_capacity(items.len());
    for (at, item) in items {
        match CodePointSet::parse_item(item) {
            Ok(set) => sets.push(set),
            Err(reason) => {
                let message = format!(
                    "\"{}\": {reason}, expected characters, `a..z`, `U+00E0` or `U+00E0..U+00FF`",
                    shown(item)
                );
                faults.add(*at, FaultCode::BadValue, message);
            }
        }
    }
    sets.into_iter().collect()
}

pub(super) fn letter_set(
    section: &mut Section<'_, '_>,
    key: &'static str,
    faults: &mut Faults<'_>,
) -> Option<CodePointSet> {
    let items = section.texts(key, faults);
    (!items.is_empty()).then(|| set(&items, faults))
}

/// Sequences are written as text, or as code points by number with spaces between.
fn sequences(section: &mut Section<'_, '_>, faults: &mut Faults<'_>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for (at, item) in section.texts("sequences", faults) {
        match code_points(&item).filter(|cp| cp.is_sequence()) {
            Some(cp) => {
                let sequence: String = cp.iter().collect();
                if !unicode::is_nfc(&sequence) {
                    let message = format!("the sequence \"{}\" is not in Normalization Form C", shown(&item));
                    faults.add(at, FaultCode::NeverPermitted, message);
                }
                all.push(sequence);
            }
            None => {
                let message =
                    format!("\"{}\" is no sequence of 2 to {MAX_SEQUENCE} code points", shown(&item));
                faults.add(at, FaultCode::BadValue, message);
            }
        }
    }
    all.sort_unstable();
    all.dedup();
    if all.len() > MAX_SEQUENCES {
        let message = format!("there are {} sequences, expected at most {MAX_SEQUENCES}", all.len());
        faults.add(section.place("sequences"), FaultCode::TooMany, message);
    }
    all
}

fn digits(section: &mut Section<'_, '_>, table: &Table, faults: &mut Faults<'_>) -> Vec<DigitSet> {
    let mut sets = Vec::new();
    for (at, text) in section.texts("digits", faults) {
        match DigitSet::parse(&text) {
            Some(DigitSet::Native) if DigitSet::Native.zeros(&table.scripts).next().is_none() => {
                let message = "`native` digits: the scripts of the table have none".to_string();
                faults.add(at, FaultCode::Contradiction, message);
            }
            Some(set) if !sets.contains(&set) => sets.push(set),
            Some(set) => faults.add(at, FaultCode::Duplicate, format!("the digits {set} stand twice")),
            None => {
                let message = format!(
                    "\"{}\" is no set of digits, expected ascii, native or ten digits such as U+0660..U+0669",
                    shown(&text)
                );
                faults.add(at, FaultCode::BadValue, message);
            }
        }
    }
    sets
}

/// The members of an array of rules, which is held to a limit.
pub(super) fn few<'s, 'd>(
    section: &mut Section<'s, 'd>,
    key: &'static str,
    faults: &mut Faults<'_>,
) -> &'s [toml::Spanned<toml::de::DeValue<'d>>] {
    let members = section.members(key, faults);
    if members.len() > MAX_TABLE_RULES {
        let message = format!("`{key}` has {} rules, expected at most {MAX_TABLE_RULES}", members.len());
        faults.add(section.place(key), FaultCode::TooMany, message);
        return &[];
    }
    members
}

fn must_contain(section: &mut Section<'_, '_>, faults: &mut Faults<'_>) -> Vec<MustContain> {
    let mut all = Vec::new();
    for member in few(section, "must-contain", faults) {
        let Some(mut rule) = section_of("must-contain", member, faults) else { continue };
        let letters = letter_set(&mut rule, "letters", faults);
        let scripts = script_codes(&mut rule, "scripts", faults);
        match letters {
            Some(letters) if scripts.is_empty() => all.push(MustContain::Letters(letters)),
            None if !scripts.is_empty() => all.push(MustContain::Scripts(scripts)),
            _ => {
                let message = "`must-contain` needs either `letters` or `scripts`".to_string();
                faults.add(rule.start(), FaultCode::Missing, message);
            }
        }
        rule.finish("`must-contain`", faults);
    }
    all
}

fn neighbours(section: &mut Section<'_, '_>, faults: &mut Faults<'_>) -> Vec<Neighbours> {
    let mut all = Vec::new();
    for member in few(section, "context", faults) {
        let Some(mut rule) = section_of("context", member, faults) else { continue };
        let letters = letter_set(&mut rule, "letters", faults);
        let after = letter_set(&mut rule, "after", faults);
        let before = letter_set(&mut rule, "before", faults);
        match letters {
            Some(letters) if after.is_some() || before.is_some() => {
                all.push(Neighbours { letters, after, before });
            }
            _ => {
                let message = "`context` needs `letters`, and `after`, `before` or both".to_string();
                faults.add(rule.start(), FaultCode::Missing, message);
            }
        }
        rule.finish("`context`", faults);
    }
    all
}

/// Letters that have no effect, or belong to another script than the table names.
fn warn_of_letters(table: &Table, items: &[(usize, String)], faults: &mut Faults<'_>) {
    let mut left = MAX_LETTER_WARNINGS;
    for (at, item) in items {
        let Ok(set) = CodePointSet::parse_item(item) else { continue };
        // In a range, what is not permitted is left out without a word.
        let is_range = item.contains("..");
        for c in set.iter() {
            let never = matches!(
                unicode::derived_property(c),
                DerivedProperty::Disallowed | DerivedProperty::Unassigned
            );
            let (code, why) = if never && !is_range {
                (FaultCode::NeverPermitted, "is never permitted by IDNA2008")
            } else if !never && !table.scripts.is_empty() && !table.scripts.iter().any(|code| code.covers(c))
            {
                (FaultCode::OtherScript, "is of a script that the table does not name")
            } else {
                continue;
            };
            if left == 0 {
                return;
            }
            left -= 1;
            faults.add(*at, code, format!("{} {why}", number(c)));
        }
    }
}
