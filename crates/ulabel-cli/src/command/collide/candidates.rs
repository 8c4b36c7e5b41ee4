//! Candidates, each against the names that exist.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;
use ulabel::Verdict;
use ulabel::lgr::Tables;

use super::{By, Grouped, is_stdin};
use crate::args::lgr::CollideArguments;
use crate::args::{Format, NamesArguments};
use crate::bulk::{self, Results, Tally, Work};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::input;
use crate::keys::Keys;
use crate::output::{self, Frame, Look, counted};

const HEADING: [&str; 7] = ["input", "name", "by", "relation", "table", "disposition", "action"];

/// More existing names than this are not told of one candidate in one grouping.
const MAX_TOLD: usize = 1000;

pub(super) fn run(
    arguments: &CollideArguments,
    existing: &Path,
    tables: Option<Arc<Tables>>,
    look: &Look,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let reads_stdin = arguments.files.is_empty() || arguments.files.iter().any(|file| is_stdin(file));
    if reads_stdin && is_stdin(existing) {
        return Err(Failure::new("candidates and existing names cannot both come from standard input"));
    }
    let mut grouped = Grouped::new(tables.as_ref(), arguments.skeleton);
    grouped.read(&[PathBuf::from(existing)], &mut Keys::new(tables.clone()), env)?;
    let grouped = Arc::new(grouped);
    let names = NamesArguments { names: Vec::new(), file: arguments.files.clone() };
    let make_worker = || Candidates {
        grouped: grouped.clone(),
        keys: Keys::new(tables.clone()),
        format: arguments.format,
        look: look.clone(),
    };
    let mut frame = Frame::new(arguments.format, &HEADING);
    let mut tally = Tally::default();
    let input = input::open(&names, false, env)?;
    bulk::run(input, bulk::jobs(arguments.bulk.jobs), make_worker, |results, _| {
        tally.add(results.tally);
        frame.write(env, results)
    })?;
    frame.end(env)?;
    if !arguments.bulk.quiet {
        env.complain(&format!(
            "{}: {} with {}",
            counted(tally.names(), "candidate", "candidates"),
            counted(tally.invalid, "collides", "collide"),
            counted(grouped.names, "existing name", "existing names"),
        ));
    }
    Ok(tally.exit(false))
}

struct Candidates {
    grouped: Arc<Grouped>,
    keys: Keys,
    format: Format,
    look: Look,
}

/// A candidate and what it collides with.
#[derive(Serialize)]
struct CandidateView<'a> {
    input: &'a str,
    index_label: Option<&'a str>,
    collisions: Vec<CollisionView<'a>>,
}

/// An existing name that a candidate collides with.
#[derive(Serialize)]
struct CollisionView<'a> {
    name: &'a str,
    by: &'static str,
    /// `same`: the name exists. `variant`: the candidate is a variant of it. `index-label`: they are in
    /// one set, though no table derives the one from the other. `look-alike`: their skeletons are equal.
    relation: &'static str,
    table: Option<String>,
    disposition: Option<String>,
    action: Option<usize>,
    /// What is substituted in the existing name, for each way to derive the candidate from it.
    derivations: Vec<Vec<SubstitutionView>>,
}

#[derive(Serialize)]
struct SubstitutionView {
    start: usize,
    end: usize,
    target: String,
    #[serde(rename = "type")]
    kind: Option<String>,
}

impl Work for Candidates {
    fn line(&mut self, line: &[u8], results: &mut Results) {
        let Ok(input) = std::str::from_utf8(line) else {
            // What is not UTF-8 can collide with nothing.
            let input = ulabel::text::escape_bytes(line);
            let view = CandidateView { input: &input, index_label: None, collisions: Vec::new() };
            return self.write(&view, results);
        };
        self.keys.take(input);
        let grouped = self.grouped.clone();
        let mut index_label = String::new();
        let has_index_label = self.keys.index_label_into(&mut index_label);
        let mut collisions = Vec::new();
        for (by, existing) in grouped.each() {
            let key = match by {
                By::IndexLabel if !has_index_label => continue,
                By::IndexLabel => index_label.clone(),
                By::Skeleton => self.keys.skeleton(),
            };
            let mut seen = std::collections::HashSet::new();
            let names = existing.sharing(&key).filter(|name| seen.insert(*name)).take(MAX_TOLD);
            for name in names {
                collisions.push(self.collision(name, by));
            }
        }
        let index_label = has_index_label.then_some(&*index_label);
        self.write(&CandidateView { input, index_label, collisions }, results);
    }
}

impl Candidates {
    fn collision<'a>(&mut self, name: &'a str, by: By) -> CollisionView<'a> {
        let mut view = CollisionView {
            name,
            by: by.name(),
            relation: "same",
            table: None,
            disposition: None,
            action: None,
            derivations: Vec::new(),
        };
        if name == self.keys.name() {
            return view;
        }
        if by == By::Skeleton {
            view.relation = "look-alike";
            return view;
        }
        view.relation = "index-label";
        if let Some((table, relation)) = self.keys.relation_to(name) {
            view.relation = "variant";
            view.table = Some(table.to_string());
            view.disposition = Some(relation.disposition.to_string());
            view.action = Some(relation.action);
            let substitution = |used: &ulabel::lgr::Substitution| SubstitutionView {
                start: used.source.start(),
                end: used.source.end(),
                target: used.target.iter().collect(),
                kind: used.kind.as_ref().map(ToString::to_string),
            };
            let derivations = relation.derivations.iter();
            view.derivations = derivations.map(|used| used.iter().map(substitution).collect()).collect();
        }
        view
    }

    fn write(&self, view: &CandidateView<'_>, results: &mut Results) {
        let collides = !view.collisions.is_empty();
        results.tally.count(if collides { Verdict::Invalid } else { Verdict::Valid });
        let out = &mut results.stdout;
        match self.format {
            Format::Text if collides => self.write_text(view, out),
            Format::Text => {}
            Format::Json | Format::Jsonl => output::json(self.format, view, out),
            Format::Csv => write_csv(view, out),
        }
    }

    fn write_text(&self, view: &CandidateView<'_>, out: &mut Vec<u8>) {
        let style = self.look.style;
        // Writing to memory cannot fail.
        let _ = writeln!(out, "{}", style.strong(&style.outside(view.input)));
        for collision in &view.collisions {
            let _ = write!(out, "  {}  {}", style.outside(collision.name), collision.relation);
            if let (Some(disposition), Some(table)) = (&collision.disposition, &collision.table) {
                let _ = write!(out, ": {} ({})", style.outside(disposition), style.outside(table));
            }
            let _ = writeln!(out);
        }
    }
}

fn write_csv(view: &CandidateView<'_>, out: &mut Vec<u8>) {
    for collision in &view.collisions {
        let cells = [
            view.input,
            collision.name,
            collision.by,
            collision.relation,
            collision.table.as_deref().unwrap_or_default(),
            collision.disposition.as_deref().unwrap_or_default(),
            &collision.action.map(|action| action.to_string()).unwrap_or_default(),
        ];
        output::csv_row(&cells, out);
    }
}
