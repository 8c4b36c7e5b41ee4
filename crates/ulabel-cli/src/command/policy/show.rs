//! `policy show`: a policy as its file, or as data.

use std::io::Write;
use std::path::Path;

use clap::Args;
use serde_json::{Value, json};
use ulabel::lgr::{Entry, Lgr};
use ulabel::policy::builtin;
use ulabel::text::CodePoint;

use crate::args::{Format, among};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::load::PolicySource;

#[derive(Debug, Args)]
pub(crate) struct ShowArguments {
    /// A top-level domain as U-label or A-label, with `-start` behind it for the start, an ISO 3166-1 code, or a policy
    /// file.
    #[arg(value_name = "TLD|FILE")]
    policy: String,

    /// As the policy file, or as JSON: the same keys, and of each table all code points and sequences.
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = among(&[Format::Text, Format::Json]))]
    format: Format,
}

/// Runs the command.
pub(super) fn run(arguments: &ShowArguments, env: &mut Env) -> Result<Exit, Failure> {
    let name = &*arguments.policy;
    if arguments.format == Format::Text
        && let Some(builtin) = builtin::find(name).filter(|_| !Path::new(name).is_file())
    {
        env.stdout.write_all(builtin.text().as_bytes())?;
        return Ok(Exit::Valid);
    }
    let source = PolicySource::of_id_or_file(name, env)?;
    let text = source.policy.to_toml();
    if arguments.format == Format::Text {
        env.stdout.write_all(text.as_bytes())?;
        return Ok(Exit::Valid);
    }
    let mut data: Value = toml::from_str(&text)
        .map_err(|error| Failure::new(format!("{name}: the policy cannot be shown: {error}")))?;
    let rulesets = source.rulesets(env)?;
    let tables = data.get_mut("table").and_then(Value::as_array_mut);
    for (table, (_, lgr)) in tables.into_iter().flatten().zip(&rulesets) {
        if let Some(table) = table.as_object_mut() {
            let (ranges, sequences) = code_points(lgr);
            table.insert("code_points".to_owned(), json!(ranges));
            table.insert("code_point_sequences".to_owned(), json!(sequences));
        }
    }
    writeln!(env.stdout, "{data:#}")?;
    Ok(Exit::Valid)
}

/// What a ruleset takes: ranges of code points, each with its first and last, and sequences.
fn code_points(lgr: &Lgr) -> (Vec<[String; 2]>, Vec<String>) {
    /// The type of the reflexive variant of what is listed for the way back alone.
    const ONLY_VARIANT: &str = "out-of-repertoire-var";
    let mut spans: Vec<(char, char)> = Vec::new();
    let mut sequences = Vec::new();
    let mut add = |first: char, last: char| match spans.last_mut() {
        Some((_, end)) if u32::from(*end) + 1 == u32::from(first) => *end = last,
        _ => spans.push((first, last)),
    };
    let is_only_variant =
        |entry: &&Entry| entry.variants().iter().any(|variant| variant.kind.as_deref() == Some(ONLY_VARIANT));
    for entry in lgr.data.iter().filter(|entry| !is_only_variant(entry)) {
        match entry {
            Entry::Char(char) => match char.cp.single() {
                Some(c) => add(c, c),
                None => sequences.push(CodePoint::list(char.cp.iter().copied())),
            },
            Entry::Range(range) => add(range.first, range.last),
        }
    }
    let written = |(first, last): (char, char)| [first, last].map(|c| CodePoint(c).to_string());
    (spans.into_iter().map(written).collect(), sequences)
}
