//! Writing a policy as TOML that reads back equal.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write;

use super::code_points::{CodePointSet, number, shows_alone};
use super::model::{LengthRule, LengthUnit, Mixing, Policy, Stance};
use super::reserved::{Match, ReservedList, ReservedSource};
use super::table::{AsciiLetters, MustContain, Table};
use super::variants::VariantType;
use crate::idna2008::Protocol;
use crate::lgr::CodePoints;
use crate::unicode;

/// Columns of a line at most, where an array is broken.
const WIDTH: usize = 100;

impl Policy {
    /// The policy as a file that [`super::read`] reads back equal. What has its default is left out.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let mut out = String::new();
        // Writing to a String cannot fail.
        let _ = write_policy(self, &mut out);
        out
    }
}

fn write_policy(policy: &Policy, out: &mut String) -> core::fmt::Result {
    text(out, "id", Some(&policy.id))?;
    list(out, "tld", &policy.tlds)?;
    text(out, "iso3166", policy.iso3166.as_ref())?;
    text(out, "territory", policy.territory.as_ref())?;
    text(out, "authority", policy.authority.as_ref())?;
    text(out, "status", Some(policy.status.name()))?;
    text(out, "certainty", policy.certainty.map(super::Certainty::name))?;
    list(out, "sources", &policy.sources)?;
    text(out, "note", policy.note.as_ref())?;
    text(out, "unicode", Some(policy.unicode.to_string()))?;
    text(
        out,
        "protocol",
        Some(match policy.protocol {
            Protocol::Registration => "registration",
            Protocol::Lookup => "lookup",
        }),
    )?;
    stance(out, "outside-tables", policy.outside_tables, Stance::Refuse)?;
    stance(out, "double-hyphens", policy.double_hyphens, Stance::Allow)?;
    stance(out, "ascii-labels", policy.ascii_labels, Stance::Allow)?;
    reserved(out, &policy.reserved)?;
    if !policy.certainty_of.is_empty() {
        writeln!(out, "\n[certainty-of]")?;
        for (statement, certainty) in &policy.certainty_of {
            writeln!(out, "{} = {}", quoted(statement), quoted(certainty.name()))?;
        }
    }
    if !policy.source_of.is_empty() {
        writeln!(out, "\n[source-of]")?;
        for (rule, source) in &policy.source_of {
            writeln!(out, "{} = {}", rule.name(), quoted(source))?;
        }
    }
    if policy.scripts != super::ScriptRule::default() {
        writeln!(out, "\n[scripts]")?;
        if policy.scripts.mixing != Mixing::Repertoire {
            text(out, "mixing", Some(policy.scripts.mixing.name()))?;
        }
        list(out, "of-tld", &policy.scripts.of_tld.iter().map(|code| code.code()).collect::<Vec<_>>())?;
        stance(out, "otherwise", policy.scripts.otherwise, Stance::Refuse)?;
    }
    if policy.digits != super::DigitRule::default() {
        writeln!(out, "\n[digits]")?;
        stance(out, "several-sets", policy.digits.several_sets, Stance::Allow)?;
        stance(out, "at-ends", policy.digits.at_ends, Stance::Allow)?;
        stance(out, "all", policy.digits.all, Stance::Allow)?;
    }
    if policy.length != LengthRule::default() {
        writeln!(out, "\n[length]")?;
        for (key, value) in length_entries(&policy.length) {
            writeln!(out, "{key} = {value}")?;
        }
    }
    if policy.variants != super::VariantRule::default() {
        writeln!(out, "\n[variants]")?;
        text(out, "disposition", policy.variants.disposition.map(super::VariantDisposition::name))?;
        text(out, "note", policy.variants.note.as_ref())?;
    }
    if !policy.variant_sets.is_empty() {
        writeln!(out, "\n[variant-sets]")?;
        for (name, groups) in &policy.variant_sets {
            writeln!(out, "{name} = [")?;
            for group in groups {
                writeln!(out, "    {},", array(&group.iter().map(written).collect::<Vec<_>>()))?;
            }
            writeln!(out, "]")?;
        }
    }
    if policy.confusables != super::ConfusableRule::default() {
        writeln!(out, "\n[confusables]")?;
        list(out, "names", &policy.confusables.names)?;
        list(out, "files", &policy.confusables.files)?;
        stance(out, "otherwise", policy.confusables.otherwise, Stance::Review)?;
        let scripts: Vec<_> = policy.confusables.whole_script.iter().map(|code| code.code()).collect();
        list(out, "whole-script", &scripts)?;
        let whole_script = policy.confusables.otherwise_whole_script;
        stance(out, "otherwise-whole-script", whole_script, Stance::Review)?;
    }
    policy.tables.iter().try_for_each(|table| write_table(table, out))
}

fn write_table(table: &Table, out: &mut String) -> core::fmt::Result {
    writeln!(out, "\n[[table]]")?;
    text(out, "id", Some(&table.id))?;
    list(out, "languages", &table.languages)?;
    list(out, "scripts", &table.scripts.iter().map(|code| code.code()).collect::<Vec<_>>())?;
    text(out, "lgr", table.lgr.as_ref())?;
    if let Some(shown) = letters_to_read(&table.letters) {
        writeln!(out, "# {shown}")?;
    }
    list(out, "letters", &table.letters.items())?;
    list(out, "sequences", &table.sequences.iter().map(|s| sequence(s)).collect::<Vec<_>>())?;
    let digits: Vec<String> = table.digits.iter().map(ToString::to_string).collect();
    match digits.as_slice() {
        [] => writeln!(out, "digits = []")?,
        [only] if only == "ascii" => {}
        _ => list(out, "digits", &digits)?,
    }
    if table.ascii_letters == AsciiLetters::Beside {
        writeln!(out, "ascii-letters = true")?;
    }
    let requirements = table.must_contain.iter().map(|rule| match rule {
        MustContain::Letters(letters) => inline("letters", &array(&letters.items())),
        MustContain::Scripts(codes) => {
            inline("scripts", &array(&codes.iter().map(|code| code.code()).collect::<Vec<_>>()))
        }
    });
    tables(out, "must-contain", requirements.map(|rule| alloc::format!("{{ {rule} }}")).collect())?;
    let contexts = table.neighbours.iter().map(|context| {
        let mut parts = alloc::vec![inline("letters", &array(&context.letters.items()))];
        let part =
            |key, set: &Option<CodePointSet>| set.as_ref().map(|set| inline(key, &array(&set.items())));
        parts.extend(part("after", &context.after));
        parts.extend(part("before", &context.before));
        alloc::format!("{{ {} }}", parts.join(", "))
    });
    tables(out, "context", contexts.collect())?;
    let rules = table.rules.iter().map(|rule| {
        let (name, pattern) = (quoted(&rule.name), quoted(&rule.pattern.to_string()));
        alloc::format!("{{ name = {name}, {} = {pattern} }}", rule.demand)
    });
    tables(out, "rules", rules.collect())?;
    if table.variant_type != VariantType::Blocked {
        text(out, "variant-type", Some(table.variant_type.name()))?;
    }
    list(out, "variant-sets", &table.variant_sets)?;
    stance(out, "digits-at-ends", table.digits_at_ends, Stance::Allow)?;
    if table.length != LengthRule::default() {
        let parts: Vec<String> =
            length_entries(&table.length).into_iter().map(|(key, value)| inline(key, &value)).collect();
        writeln!(out, "length = {{ {} }}", parts.join(", "))?;
    }
    text(out, "source", table.source.as_ref())?;
    if !table.classes.is_empty() {
        writeln!(out, "\n[table.classes]")?;
        table.classes.iter().try_for_each(|(name, set)| writeln!(out, "{name} = {}", array(&set.items())))?;
    }
    if !table.variants.is_empty() {
        writeln!(out, "\n[table.variants]")?;
        for from in table.variants.chunk_by(|a, b| a.from == b.from) {
            let targets = from.iter().map(|mapping| {
                let to = quoted(&written(&mapping.to));
                if mapping.kind == table.variant_type {
                    return to;
                }
                alloc::format!("{{ to = {to}, type = {} }}", quoted(mapping.kind.name()))
            });
            let targets = targets.collect::<Vec<_>>().join(", ");
            let from = from.first().map(|mapping| written(&mapping.from)).unwrap_or_default();
            writeln!(out, "{} = [{targets}]", quoted(&from))?;
        }
    }
    Ok(())
}

/// A code point or sequence: itself where it shows well, by number otherwise.
fn written(cp: &CodePoints) -> String {
    if cp.iter().all(|c| shows_alone(*c)) {
        cp.iter().collect()
    } else {
        cp.iter().map(|c| number(*c)).collect::<Vec<_>>().join(" ")
    }
}

/// The letters for reading, where the items show them by number only; marks stand on a dotted circle.
fn letters_to_read(letters: &CodePointSet) -> Option<String> {
    const MOST: usize = 200;
    if letters.len() > MOST || !letters.items().iter().any(|item| item.starts_with("U+")) {
        return None;
    }
    let mut shown = String::new();
    for c in letters.iter().filter(|c| is_visible(*c)) {
        if !shown.is_empty() {
            shown.push(' ');
        }
        if unicode::general_category(c).is_mark() {
            shown.push('\u{25CC}');
        }
        shown.push(c);
    }
    Some(shown)
}

fn reserved(out: &mut String, lists: &[ReservedList]) -> core::fmt::Result {
    let members = lists.iter().map(|list| {
        let mut parts = Vec::new();
        match &list.from {
            ReservedSource::Builtin(builtin) if *list == ReservedList::builtin(*builtin) => {
                return quoted(builtin.name());
            }
            ReservedSource::Builtin(builtin) => parts.push(inline("list", &quoted(builtin.name()))),
            ReservedSource::File(file) => parts.push(inline("file", &quoted(file))),
            ReservedSource::Names(names) => parts.push(inline("names", &array(names))),
        }
        if list.matching != [Match::Exact] {
            parts.push(inline("match", &array(&list.matching.iter().map(|m| m.name()).collect::<Vec<_>>())));
        }
        if list.otherwise != Stance::Refuse {
            parts.push(inline("otherwise", &quoted(list.otherwise.name())));
        }
        if list.otherwise_skeleton != Stance::Review {
            parts.push(inline("otherwise-skeleton", &quoted(list.otherwise_skeleton.name())));
        }
        parts.extend(list.source.as_ref().map(|source| inline("source", &quoted(source))));
        alloc::format!("{{ {} }}", parts.join(", "))
    });
    tables(out, "reserved", members.collect())
}

fn length_entries(rule: &LengthRule) -> Vec<(&'static str, String)> {
    let mut entries = Vec::new();
    let mut bound = |key, unit_key, bound: Option<(u32, LengthUnit)>| {
        let Some((n, unit)) = bound else { return };
        entries.push((key, n.to_string()));
        if unit != LengthUnit::CodePoints {
            entries.push((unit_key, quoted(unit.name())));
        }
    };
    bound("min", "min-unit", rule.min);
    bound("max", "max-unit", rule.max);
    if rule.otherwise != Stance::Refuse {
        entries.push(("otherwise", quoted(rule.otherwise.name())));
    }
    entries
}

fn text(out: &mut String, key: &str, value: Option<impl AsRef<str>>) -> core::fmt::Result {
    match value {
        Some(value) => writeln!(out, "{key} = {}", quoted(value.as_ref())),
        None => Ok(()),
    }
}

fn stance(out: &mut String, key: &str, value: Stance, default: Stance) -> core::fmt::Result {
    if value == default { Ok(()) } else { writeln!(out, "{key} = {}", quoted(value.name())) }
}

/// An array of strings, in several lines when it is long; nothing when it is empty.
fn list(out: &mut String, key: &str, values: &[impl AsRef<str>]) -> core::fmt::Result {
    if values.is_empty() {
        return Ok(());
    }
    let line = alloc::format!("{key} = {}", array(values));
    if line.chars().count() <= WIDTH {
        return writeln!(out, "{line}");
    }
    writeln!(out, "{key} = [")?;
    let mut line = String::from("   ");
    for value in values {
        let value = quoted(value.as_ref());
        if line.len() > 3 && line.chars().count() + value.chars().count() + 2 > WIDTH {
            writeln!(out, "{line}")?;
            line = String::from("   ");
        }
        write!(line, " {value},")?;
    }
    writeln!(out, "{line}\n]")
}

/// An array of inline tables, one a line.
fn tables(out: &mut String, key: &str, members: Vec<String>) -> core::fmt::Result {
    match members.as_slice() {
        [] => Ok(()),
        [one] => writeln!(out, "{key} = [{one}]"),
        _ => {
            writeln!(out, "{key} = [")?;
            for member in &members {
                writeln!(out, "    {member},")?;
            }
            writeln!(out, "]")
        }
    }
}

fn array(values: &[impl AsRef<str>]) -> String {
    let values: Vec<String> = values.iter().map(|value| quoted(value.as_ref())).collect();
    alloc::format!("[{}]", values.join(", "))
}

fn inline(key: &str, value: &str) -> String {
    alloc::format!("{key} = {value}")
}

/// A basic string of TOML. Everything that an editor or terminal would not show is escaped.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            ' ' => out.push(c),
            _ if is_visible(c) => out.push(c),
            _ => {
                let _ = write!(out, "\\U{:08X}", c as u32);
            }
        }
    }
    out.push('"');
    out
}

fn is_visible(c: char) -> bool {
    use unicode::GeneralCategory::{Cc, Cf, Cn, Co, Cs, Zl, Zp, Zs};
    !matches!(unicode::general_category(c), Cc | Cf | Cn | Co | Cs | Zl | Zp | Zs)
}

/// A sequence by the numbers of its code points: half of them are marks that do not show well alone.
fn sequence(text: &str) -> String {
    text.chars().map(number).collect::<Vec<_>>().join(" ")
}
