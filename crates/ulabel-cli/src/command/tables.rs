//! `tables`: the derived property of every code point, for any Unicode version.

use std::io::Write;

use serde::Serialize;
use ulabel::idna2008::property::{changes, ranges};
use ulabel::unicode::Version;
use ulabel::view::CsvRows;

use crate::args::{Format, TablesArguments};
use crate::env::Env;
use crate::exit::{Exit, Failure};

/// Runs the command.
pub(crate) fn run(arguments: &TablesArguments, env: &mut Env) -> Result<Exit, Failure> {
    let mut out = Vec::new();
    match arguments.changes.as_deref() {
        Some([from, to]) => write(&Changes::new(*from, *to), arguments.format, &mut out)?,
        _ => write(&Table::new(arguments.unicode), arguments.format, &mut out)?,
    }
    env.stdout.write_all(&out)?;
    Ok(Exit::Valid)
}

#[derive(Serialize)]
struct Table {
    unicode: String,
    ranges: Vec<Row>,
}

/// A range of code points; hexadecimal and inclusive.
#[derive(Serialize)]
struct Row {
    first: String,
    last: String,
    value: &'static str,
}

impl Table {
    fn new(version: Version) -> Self {
        let ranges = ranges(version).map(|range| Row {
            first: hexadecimal(range.first),
            last: hexadecimal(range.last),
            value: range.value.short_name(),
        });
        Self { unicode: version.to_string(), ranges: ranges.collect() }
    }
}

impl CsvRows for Table {
    const HEADING: &'static [&'static str] = &["first", "last", "value"];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        self.ranges.iter().for_each(|Row { first, last, value }| row(&[first, last, value]));
    }
}

#[derive(Serialize)]
struct Changes {
    from: String,
    to: String,
    changes: Vec<Change>,
}

/// A range whose property is one in the one version and another in the other.
#[derive(Serialize)]
struct Change {
    first: String,
    last: String,
    from: &'static str,
    to: &'static str,
}

impl Changes {
    fn new(from: Version, to: Version) -> Self {
        let changes = changes(from, to).map(|change| Change {
            first: hexadecimal(change.first),
            last: hexadecimal(change.last),
            from: change.from.short_name(),
            to: change.to.short_name(),
        });
        Self { from: from.to_string(), to: to.to_string(), changes: changes.collect() }
    }
}

impl CsvRows for Changes {
    const HEADING: &'static [&'static str] = &["first", "last", "from", "to"];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        self.changes.iter().for_each(|Change { first, last, from, to }| row(&[first, last, from, to]));
    }
}

fn write<T: Serialize + CsvRows>(table: &T, format: Format, out: &mut Vec<u8>) -> Result<(), Failure> {
    match format {
        Format::Json => {
            serde_json::to_writer(&mut *out, table).map_err(std::io::Error::from)?;
            writeln!(out)?;
        }
        Format::Csv => {
            writeln!(out, "{}", T::HEADING.join(","))?;
            // Writing to memory cannot fail, and no cell needs quotes.
            table.csv_rows(&mut |cells| drop(writeln!(out, "{}", cells.join(","))));
        }
        _ => table.csv_rows(&mut |cells| {
            let [first, last, values @ ..] = cells else { return };
            let range = if first == last { (*first).to_owned() } else { format!("{first}..{last}") };
            let _ = writeln!(out, "{range:14}  {}", values.join(" -> "));
        }),
    }
    Ok(())
}

fn hexadecimal(code_point: u32) -> String {
    format!("{code_point:04X}")
}
