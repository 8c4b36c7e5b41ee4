//! `key`: the index label and the skeleton of each name.

use std::io::Write;

use serde::Serialize;

use crate::args::Format;
use crate::args::lgr::KeyArguments;
use crate::bulk::{self, Results, Work};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::input;
use crate::keys::Keys;
use crate::output::{self, Frame, Look};
use crate::ruleset;

const HEADING: [&str; 3] = ["input", "index_label", "skeleton"];

/// Runs the command.
pub(crate) fn run(arguments: &KeyArguments, look: &Look, env: &mut Env) -> Result<Exit, Failure> {
    let tables = ruleset::tables_of(&arguments.rulesets, &arguments.of, env)?;
    let input = input::open(&arguments.names, false, env)?;
    let make_worker = || KeyLine {
        keys: Keys::new(tables.clone()),
        index_label: String::new(),
        format: arguments.format,
        look: look.clone(),
    };
    let mut frame = Frame::new(arguments.format, &HEADING);
    let result = bulk::run(input, bulk::jobs(arguments.bulk.jobs), make_worker, |results, _| {
        frame.write(env, results)
    });
    match result {
        Err(Failure::Closed(_)) => return Ok(Exit::Valid),
        other => other?,
    }
    frame.end(env)?;
    Ok(Exit::Valid)
}

struct KeyLine {
    keys: Keys,
    index_label: String,
    format: Format,
    look: Look,
}

#[derive(Serialize)]
struct KeyView<'a> {
    input: &'a str,
    index_label: Option<&'a str>,
    skeleton: Option<&'a str>,
}

impl Work for KeyLine {
    fn line(&mut self, line: &[u8], results: &mut Results) {
        let out = &mut results.stdout;
        // What is not UTF-8 has no keys.
        let Ok(input) = std::str::from_utf8(line) else {
            return self.write(&ulabel::text::escape_bytes(line), None, None, out);
        };
        self.keys.take(input);
        let mut index_label = std::mem::take(&mut self.index_label);
        let has_index_label = self.keys.index_label_into(&mut index_label);
        let skeleton = self.keys.skeleton();
        self.write(input, has_index_label.then_some(&*index_label), Some(&skeleton), out);
        self.index_label = index_label;
    }
}

impl KeyLine {
    fn write(&self, input: &str, index_label: Option<&str>, skeleton: Option<&str>, out: &mut Vec<u8>) {
        let cells = [input, index_label.unwrap_or_default(), skeleton.unwrap_or_default()];
        match self.format {
            Format::Text => {
                let [input, index_label, skeleton] = cells.map(|cell| self.look.style.outside(cell));
                // Writing to memory cannot fail.
                let _ = writeln!(out, "{input}\t{index_label}\t{skeleton}");
            }
            Format::Json | Format::Jsonl => {
                output::json(self.format, &KeyView { input, index_label, skeleton }, out);
            }
            Format::Csv => output::csv_row(&cells, out),
        }
    }
}
