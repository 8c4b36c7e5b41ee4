//! The layout of a policy file: short tables in one line, long arrays broken, letters shown in a comment.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::policy::model::CodePointSet;
use crate::unicode::{self, GeneralCategory};

/// Columns of a line at most, where it can be broken.
const WIDTH: usize = 100;

/// Letters that a comment shows, at most.
const MAX_SHOWN: usize = 200;

/// A value to be written.
pub(super) enum Toml {
    /// A string.
    Text(String),
    /// A number or a truth value.
    Bare(String),
    /// An array of items of a set of code points.
    Letters(CodePointSet),
    Array(Vec<Toml>),
    Table(Vec<(String, Toml)>),
}

/// The whole file: plain values first, then tables, then arrays of tables that have a heading each.
pub(super) fn document(keys: Vec<(String, Toml)>) -> String {
    let mut out = String::new();
    let is_headed = |(key, value): &(String, Toml)| {
        matches!(key.as_str(), "level" | "table") || matches!(value, Toml::Table(_))
    };
    let (headed, plain): (Vec<_>, Vec<_>) = keys.into_iter().partition(is_headed);
    plain.iter().for_each(|(key, value)| line(key, value, &mut out));
    for (key, value) in &headed {
        match value {
            Toml::Array(tables) => {
                for table in tables {
                    out.push_str(&format!("\n[[{key}]]\n"));
                    members(key, table, &mut out);
                }
            }
            table => {
                out.push_str(&format!("\n[{key}]\n"));
                members(key, table, &mut out);
            }
        }
    }
    out
}

/// The keys of a table under its heading; tables within it follow, unless they are short.
fn members(heading: &str, table: &Toml, out: &mut String) {
    let Toml::Table(keys) = table else { return };
    let is_long = |(key, value): &&(String, Toml)| {
        matches!(value, Toml::Table(_)) && width(&format!("{key} = {}", inline(value))) > WIDTH
    };
    keys.iter().filter(|key| !is_long(key)).for_each(|(key, value)| line(key, value, out));
    for (key, value) in keys.iter().filter(is_long) {
        out.push_str(&format!("\n[{heading}.{key}]\n"));
        members(heading, value, out);
    }
}

/// A key and its value. An array of strings is filled into lines, one of other things has a line for each.
fn line(key: &str, value: &Toml, out: &mut String) {
    if let Toml::Letters(letters) = value
        && let Some(shown) = shown(letters)
    {
        out.push_str(&format!("# {shown}\n"));
    }
    let key = name(key);
    let whole = format!("{key} = {}\n", inline(value));
    let members: Vec<String> = match value {
        Toml::Array(members) if members.iter().all(|member| matches!(member, Toml::Text(_))) => {
            members.iter().map(inline).collect()
        }
        Toml::Letters(letters) => letters.items().iter().map(|item| quoted(item)).collect(),
        Toml::Array(members) if members.len() > 1 => {
            let lines: Vec<String> =
                members.iter().map(|member| format!("    {},\n", inline(member))).collect();
            out.push_str(&format!("{key} = [\n{}]\n", lines.concat()));
            return;
        }
        _ => Vec::new(),
    };
    if width(&whole) <= WIDTH + 1 || members.is_empty() {
        out.push_str(&whole);
        return;
    }
    out.push_str(&format!("{key} = [\n"));
    let mut line = String::from("   ");
    for member in members {
        if line.len() > 3 && width(&line) + width(&member) + 2 > WIDTH {
            out.push_str(&line);
            line = String::from("\n   ");
        }
        line.push_str(&format!(" {member},"));
    }
    out.push_str(&format!("{line}\n]\n"));
}

pub(super) fn inline(value: &Toml) -> String {
    match value {
        Toml::Text(text) => quoted(text),
        Toml::Bare(text) => text.clone(),
        Toml::Letters(letters) => {
            let items: Vec<String> = letters.items().iter().map(|item| quoted(item)).collect();
            format!("[{}]", items.join(", "))
        }
        Toml::Array(members) => {
            format!("[{}]", members.iter().map(inline).collect::<Vec<_>>().join(", "))
        }
        Toml::Table(keys) => {
            let keys = keys.iter().map(|(key, value)| format!("{} = {}", name(key), inline(value)));
            format!("{{ {} }}", keys.collect::<Vec<_>>().join(", "))
        }
    }
}

fn width(text: &str) -> usize {
    text.chars().count()
}

/// The letters for reading, where the items show them by number only; marks stand on a dotted circle.
fn shown(letters: &CodePointSet) -> Option<String> {
    if letters.len() > MAX_SHOWN || !letters.items().iter().any(|item| item.starts_with("U+")) {
        return None;
    }
    let shown = letters
        .iter()
        .filter(|c| is_visible(*c))
        .map(|c| if unicode::general_category(c).is_mark() { format!("\u{25CC}{c}") } else { c.to_string() });
    Some(shown.collect::<Vec<_>>().join(" "))
}

/// A key, quoted where it must be.
fn name(key: &str) -> String {
    let is_bare = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    if !key.is_empty() && key.bytes().all(is_bare) { key.to_string() } else { quoted(key) }
}

/// A basic string of TOML. Everything that an editor or terminal would not show is escaped.
fn quoted(text: &str) -> String {
    let characters = text.chars().map(|c| match c {
        '"' | '\\' => format!("\\{c}"),
        _ if c == ' ' || is_visible(c) => c.to_string(),
        _ => format!("\\U{:08X}", u32::from(c)),
    });
    format!("\"{}\"", characters.collect::<String>())
}

fn is_visible(c: char) -> bool {
    use GeneralCategory::{Cc, Cf, Cn, Co, Cs, Zl, Zp, Zs};
    !matches!(unicode::general_category(c), Cc | Cf | Cn | Co | Cs | Zl | Zp | Zs)
}
