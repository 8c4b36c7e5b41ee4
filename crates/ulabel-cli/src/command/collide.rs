//! `collide`: names that are variants of each other, or look alike.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ulabel::Verdict;
use ulabel::collisions::{Candidate, CollidingNames, CollisionKind, ExistingNames, Key, NameKeys};
use ulabel::language::Word;
use ulabel::lgr::Tables;
use ulabel::view::CsvRows;

use crate::args::NamesArguments;
use crate::args::lgr::CollideArguments;
use crate::bulk::{Results, Run, Work};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::input::{self, Batch, Place};
use crate::load;
use crate::output::{Presentation, Printer, ResultWriter, counted};

/// Results of groups are written when they are this long.
const RESULT_OCTETS: usize = 64 * 1024;

/// Runs the command.
pub(crate) fn run(
    arguments: &CollideArguments,
    presentation: &Presentation,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let tables = load::tables(&arguments.tables, env)?;
    let keys = [
        (Key::Coarse, tables.is_some()),
        (Key::Skeleton, arguments.skeleton),
        (Key::WideSkeleton, arguments.wide_skeleton),
    ];
    let keys: Vec<Key> = keys.iter().filter(|(_, is_wanted)| *is_wanted).map(|(key, _)| *key).collect();
    let existing = ExistingNames::new(&keys, tables.clone());
    let printer = Printer::new(arguments.format, presentation);
    match &arguments.against {
        None => groups(arguments, tables, existing, &printer, env),
        Some(file) => candidates(arguments, file, tables, existing, &printer, env),
    }
}

/// Adds all names of some files.
fn add_all(
    files: &[PathBuf],
    tables: Option<Arc<Tables>>,
    existing: &mut ExistingNames,
    env: &mut Env,
) -> Result<(), Failure> {
    let mut keys = NameKeys::new(tables);
    input::open(&NamesArguments::of_files(files), false, env)?.read(Batch::default(), |batch| {
        for line in batch.lines().filter(|line| !line.is_empty()) {
            keys.take_bytes(line);
            existing.insert(&keys);
        }
        Some(batch)
    })
}

/// Writes the names of a list that collide with each other.
fn groups(
    arguments: &CollideArguments,
    tables: Option<Arc<Tables>>,
    mut existing: ExistingNames,
    printer: &Printer,
    env: &mut Env,
) -> Result<Exit, Failure> {
    add_all(&arguments.files, tables, &mut existing, env)?;
    let mut writer = ResultWriter::new(printer.format, CollidingNames::HEADING);
    let (mut out, mut count, mut undecided) = (Vec::new(), 0, 0);
    for group in existing.colliding() {
        count += 1;
        undecided += u64::from(!group.is_decided);
        printer.print(&group, &mut out, |presentation, out| write_group(&group, presentation, out));
        if out.len() >= RESULT_OCTETS {
            write(&mut writer, &out, env)?;
            out.clear();
        }
    }
    write(&mut writer, &out, env)?;
    writer.end(env)?;
    if !arguments.bulk.quiet {
        let names = counted(existing.len(), "name", "names");
        let mut line = format!("{names}, {}", counted(count, "group that collides", "groups that collide"));
        if existing.unreadable() > 0 {
            let unreadable =
                counted(existing.unreadable(), "name that is not UTF-8", "names that are not UTF-8");
            line.push_str(&format!(", {unreadable}"));
        }
        if undecided > 0 {
            let undecided = counted(undecided, "group is", "groups are");
            line.push_str(&format!(", {undecided} not decided within the bounds of time"));
        }
        env.note(&line);
    }
    Ok(if count > 0 { Exit::Invalid } else { Exit::Valid })
}

/// Writes groups; whoever has seen enough of them has seen a collision.
fn write(writer: &mut ResultWriter, out: &[u8], env: &mut Env) -> Result<(), Failure> {
    writer.write(out, env).map_err(|failure| match failure {
        Failure::Closed(_) => Failure::Closed(Exit::Invalid),
        other => other,
    })
}

fn write_group(group: &CollidingNames<'_>, presentation: &Presentation, out: &mut Vec<u8>) {
    let Presentation { style, messages } = presentation;
    let kind = messages.word(match group.key {
        Key::Skeleton => Word::HeadSkeleton,
        Key::WideSkeleton => Word::HeadWideSkeleton,
        _ => Word::HeadCoarseKey,
    });
    // Writing to memory cannot fail.
    let doubt = if group.is_decided { "" } else { " (not decided within the bounds of time)" };
    let _ = writeln!(out, "{kind} {}{doubt}", style.strong(&style.escape(group.value)));
    for name in &group.names {
        let _ = writeln!(out, "  {}", style.escape(name));
    }
}

/// Writes the candidates of a list that collide with the existing names of a file.
fn candidates(
    arguments: &CollideArguments,
    file: &Path,
    tables: Option<Arc<Tables>>,
    mut existing: ExistingNames,
    printer: &Printer,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let is_stdin = |path: &Path| path == Path::new("-");
    let reads_stdin = arguments.files.is_empty() || arguments.files.iter().any(|file| is_stdin(file));
    if reads_stdin && is_stdin(file) {
        return Err(Failure::new("candidates and existing names cannot both come from standard input"));
    }
    add_all(&[file.into()], tables.clone(), &mut existing, env)?;
    let existing = Arc::new(existing);
    let input = input::open(&NamesArguments::of_files(&arguments.files), false, env)?;
    let writer = ResultWriter::new(printer.format, Candidate::HEADING);
    let run = Run { input, bulk: &arguments.bulk, writer, strict: false };
    let ended = run.work(env, || CandidateLine {
        existing: existing.clone(),
        keys: NameKeys::new(tables.clone()),
        printer: printer.clone(),
    })?;
    if ended.wants_summary {
        env.note(&format!(
            "{}: {} with {}",
            counted(ended.tally.names(), "candidate", "candidates"),
            counted(ended.tally.invalid, "collides", "collide"),
            counted(existing.len(), "existing name", "existing names"),
        ));
    }
    Ok(ended.exit)
}

/// Holds one candidate after another against the existing names.
struct CandidateLine {
    existing: Arc<ExistingNames>,
    keys: NameKeys,
    printer: Printer,
}

impl Work for CandidateLine {
    fn line(&mut self, line: &[u8], _: Option<Place<'_>>, results: &mut Results) {
        self.keys.take_bytes(line);
        let candidate = self.existing.candidate(&self.keys);
        let collides = !candidate.collisions.is_empty();
        results.tally.count(if collides { Verdict::Invalid } else { Verdict::Valid });
        self.printer.print(&candidate, &mut results.stdout, |presentation, out| {
            write_candidate(&candidate, presentation, out);
        });
    }
}

fn write_candidate(candidate: &Candidate<'_>, presentation: &Presentation, out: &mut Vec<u8>) {
    if candidate.collisions.is_empty() {
        return;
    }
    let style = presentation.style;
    // Writing to memory cannot fail.
    let _ = writeln!(out, "{}", style.strong(&style.escape(candidate.input)));
    for collision in &candidate.collisions {
        let _ = write!(out, "  {}  {}", style.escape(collision.name), collision.kind.name());
        let _ = match &collision.kind {
            CollisionKind::Variant { table, relation } | CollisionKind::HasVariant { table, relation } => {
                write!(out, ": {} ({})", style.escape(&relation.disposition), style.escape(table))
            }
            CollisionKind::SharedOriginal { original, tables: [table, _] } => {
                write!(out, ": {} ({})", style.escape(original), style.escape(table))
            }
            _ => Ok(()),
        };
        let _ = writeln!(out);
    }
}
