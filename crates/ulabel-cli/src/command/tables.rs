//! `tables`: the derived property of every code point, for any Unicode version.

use std::io::Write;

use serde::Serialize;
use ulabel::idna2008::property::ranges;
use ulabel::unicode::{DerivedProperty, Version};

use crate::args::{Format, TablesArguments};
use crate::env::Env;
use crate::exit::{Exit, Failure};

/// Runs the command.
pub(crate) fn run(arguments: &TablesArguments, env: &mut Env) -> Result<Exit, Failure> {
    // Thousands of lines; the stream itself writes each at once.
    let mut out = std::io::BufWriter::new(&mut env.stdout);
    match arguments.changes.as_deref() {
        Some([from, to]) => changes(*from, *to, arguments.format, &mut out)?,
        _ => table(arguments.unicode, arguments.format, &mut out)?,
    }
    out.flush()?;
    Ok(Exit::Valid)
}

/// A stretch of code points; hexadecimal and inclusive.
#[derive(Serialize)]
struct Row {
    first: String,
    last: String,
    value: &'static str,
}

#[derive(Serialize)]
struct Table {
    unicode: String,
    ranges: Vec<Row>,
}

fn table(version: Version, format: Format, out: &mut impl Write) -> Result<(), Failure> {
    let rows = ranges(version).map(|range| Row {
        first: hexadecimal(range.first),
        last: hexadecimal(range.last),
        value: range.value.short_name(),
    });
    match format {
        Format::Csv => {
            writeln!(out, "first,last,value")?;
            for Row { first, last, value } in rows {
                writeln!(out, "{first},{last},{value}")?;
            }
        }
        Format::Text | Format::Jsonl | Format::Html => {
            for Row { first, last, value } in rows {
                let range = if first == last { first } else { format!("{first}..{last}") };
                writeln!(out, "{range:14}  {value}")?;
            }
        }
        Format::Json => write_json(out, &Table { unicode: version.to_string(), ranges: rows.collect() })?,
    }
    Ok(())
}

/// A stretch whose property is one in the one version and one in the other.
#[derive(Serialize)]
struct Change {
    first: String,
    last: String,
    from: &'static str,
    to: &'static str,
}

#[derive(Serialize)]
struct Changes {
    from: String,
    to: String,
    changes: Vec<Change>,
}

fn changes(from: Version, to: Version, format: Format, out: &mut impl Write) -> Result<(), Failure> {
    let rows = differences(from, to).into_iter().map(|(first, last, from, to)| Change {
        first: hexadecimal(first),
        last: hexadecimal(last),
        from: from.short_name(),
        to: to.short_name(),
    });
    match format {
        Format::Csv => {
            writeln!(out, "first,last,from,to")?;
            for Change { first, last, from, to } in rows {
                writeln!(out, "{first},{last},{from},{to}")?;
            }
        }
        Format::Text | Format::Jsonl | Format::Html => {
            for Change { first, last, from, to } in rows {
                let range = if first == last { first } else { format!("{first}..{last}") };
                writeln!(out, "{range:14}  {from} -> {to}")?;
            }
        }
        Format::Json => {
            write_json(out, &Changes { from: from.to_string(), to: to.to_string(), changes: rows.collect() })?
        }
    }
    Ok(())
}

/// The stretches where two versions differ.
fn differences(from: Version, to: Version) -> Vec<(u32, u32, DerivedProperty, DerivedProperty)> {
    let mut found = Vec::new();
    let (mut left, mut right) = (ranges(from).peekable(), ranges(to).peekable());
    let mut at = 0;
    while let (Some(a), Some(b)) = (left.peek().copied(), right.peek().copied()) {
        let last = a.last.min(b.last);
        if a.value != b.value {
            found.push((at, last, a.value, b.value));
        }
        at = last + 1;
        if a.last == last {
            left.next();
        }
        if b.last == last {
            right.next();
        }
    }
    found
}

fn write_json(out: &mut impl Write, value: &impl Serialize) -> Result<(), Failure> {
    serde_json::to_writer(&mut *out, value).map_err(std::io::Error::from)?;
    writeln!(out)?;
    Ok(())
}

fn hexadecimal(code_point: u32) -> String {
    format!("{code_point:04X}")
}
