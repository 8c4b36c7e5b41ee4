//! The names of one list that collide with each other.

use std::io::Write;
use std::sync::Arc;

use serde::Serialize;
use ulabel::collisions::Collision;
use ulabel::lgr::Tables;

use super::{By, Grouped};
use crate::args::Format;
use crate::args::lgr::CollideArguments;
use crate::bulk::Results;
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::keys::Keys;
use crate::output::{self, Frame, Look, counted};

const HEADING: [&str; 3] = ["by", "key", "name"];

/// Results are written when they are this long.
const RESULT_OCTETS: usize = 64 * 1024;

#[derive(Serialize)]
struct GroupView<'a> {
    by: &'static str,
    key: &'a str,
    names: &'a [&'a str],
}

pub(super) fn run(
    arguments: &CollideArguments,
    tables: Option<Arc<Tables>>,
    look: &Look,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let mut grouped = Grouped::new(tables.as_ref(), arguments.skeleton);
    grouped.read(&arguments.files, &mut Keys::new(tables), env)?;
    let mut frame = Frame::new(arguments.format, &HEADING);
    let mut results = Results::default();
    let mut groups: u64 = 0;
    for (by, collisions) in grouped.each() {
        for collision in collisions.groups() {
            let names = distinct(&collision);
            if names.len() < 2 {
                continue;
            }
            groups += 1;
            write(by, collision.index_label(), &names, arguments.format, look, &mut results.stdout);
            if results.stdout.len() >= RESULT_OCTETS {
                frame.write(env, &results)?;
                results.stdout.clear();
            }
        }
    }
    frame.write(env, &results)?;
    frame.end(env)?;
    if !arguments.bulk.quiet {
        tell(&grouped, groups, env);
    }
    Ok(if groups > 0 { Exit::Invalid } else { Exit::Valid })
}

/// The names of a group, each once, in the order in which they came.
fn distinct<'a>(collision: &Collision<'a>) -> Vec<&'a str> {
    let mut seen = std::collections::HashSet::new();
    collision.names().filter(|name| seen.insert(*name)).collect()
}

fn write(by: By, key: &str, names: &[&str], format: Format, look: &Look, out: &mut Vec<u8>) {
    match format {
        Format::Text => {
            let style = look.style;
            // Writing to memory cannot fail.
            let _ = writeln!(out, "{} {}", by.word(look), style.strong(&style.outside(key)));
            for name in names {
                let _ = writeln!(out, "  {}", style.outside(name));
            }
        }
        Format::Json | Format::Jsonl => output::json(format, &GroupView { by: by.name(), key, names }, out),
        Format::Csv => names.iter().for_each(|name| output::csv_row(&[by.name(), key, name], out)),
    }
}

fn tell(grouped: &Grouped, groups: u64, env: &mut Env) {
    let names = counted(grouped.names, "name", "names");
    let mut line = format!("{names}, {}", counted(groups, "group that collides", "groups that collide"));
    if grouped.outside > 0 {
        let outside = counted(grouped.outside, "name", "names");
        line.push_str(&format!(", {outside} without an index label"));
    }
    env.complain(&line);
}
