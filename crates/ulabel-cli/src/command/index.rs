//! `index`: build, change and ask an index of the names that exist.

use std::io::{BufReader, Cursor, Read, Write};
use std::path::Path;

use ulabel::decision::NameRecord;
use ulabel::view::CsvRows;
use ulabel_index::input::{CsvRecords, JsonRecords, ListedNames};
use ulabel_index::{Change, IndexError, IndexWriter, Outcome, Stats, build, verify};

use crate::args::index::{
    ExistingIndexArguments, IndexArguments, IndexCommand, RecordFormat, RecordsArguments,
};
use crate::args::{Format, FormatArguments, NamesArguments, PolicyArguments};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::input::{self, Batch};
use crate::output::{Presentation, Printer, ResultWriter, counted};
use crate::progress::Progress;
use crate::{files, load};

/// Changes that become durable together.
const GROUP: usize = 1000;

/// A fault in records names the file that they are read from.
fn failure_of(path: &Path, error: IndexError) -> Failure {
    match error {
        IndexError::Input { .. } if path == Path::new("-") => {
            Failure::new(format!("standard input: {error}"))
        }
        IndexError::Input { .. } => Failure::new(format!("{}: {error}", path.display())),
        other => other.into(),
    }
}

/// Runs the command.
pub(crate) fn run(
    arguments: &IndexArguments,
    presentation: &Presentation,
    env: &mut Env,
) -> Result<Exit, Failure> {
    match &arguments.command {
        IndexCommand::Build { index, policy, records } => run_build(index, policy, records, env),
        IndexCommand::Add { existing, records } => change(existing, records, false, env),
        IndexCommand::Update { existing, records } => change(existing, records, true, env),
        IndexCommand::Remove { existing, names } => remove(existing, names, env),
        IndexCommand::Query { existing, deposit, format: Format::Rde, .. } => {
            let (decider, index) = load::index(&existing.index, &existing.policy, env)?;
            super::protocols::write_deposit(deposit, &decider, &index, env).map(|()| Exit::Valid)
        }
        IndexCommand::Query { existing, names, format, .. } => {
            query(existing, names, FormatArguments { format: *format }, presentation, env)
        }
        IndexCommand::Stats { index, format } => stats(index, *format, env),
        IndexCommand::Verify { existing } => run_verify(existing, env),
        IndexCommand::Rebuild { index, policy, old, format } => {
            super::rebuild::run(index, policy, old.as_deref(), *format, presentation, env)
        }
    }
}

fn run_build(
    folder: &Path,
    policy: &PolicyArguments,
    records: &RecordsArguments,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let decider = load::decider(policy, env)?;
    let opened = open(records, env)?;
    let mut progress = Progress::new(None, false, env);
    let report = build(folder, &decider, opened, &mut |count| progress.update(0, count));
    progress.finish();
    let report = report.map_err(|error| failure_of(&records.file, error))?;
    env.note(&format!("{}: {}", folder.display(), counted(report.names, "name", "names")));
    if let Some(first) = &report.first_replaced {
        let again = counted(report.replaced, "record is", "records are");
        env.note(&format!(
            "note: {again} of a name that came again, the first of {}; the last of each counts",
            ulabel::text::escape(first)
        ));
    }
    Ok(Exit::Valid)
}

/// What was done with changes.
#[derive(Default)]
struct Done {
    added: u64,
    replaced: u64,
    removed: u64,
    absent: u64,
}

impl Done {
    fn count(&mut self, outcomes: &[Outcome]) {
        for outcome in outcomes {
            match outcome {
                Outcome::Added => self.added += 1,
                Outcome::Replaced => self.replaced += 1,
                Outcome::Removed => self.removed += 1,
                Outcome::Absent => self.absent += 1,
            }
        }
    }

    fn note(&self, folder: &Path, env: &mut Env) -> Exit {
        let parts = [
            (self.added, "added"),
            (self.replaced, "replaced"),
            (self.removed, "removed"),
            (self.absent, "not there"),
        ];
        let parts: Vec<String> = parts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{} {what}", counted(*count, "name", "names")))
            .collect();
        let parts = if parts.is_empty() { "nothing to do".into() } else { parts.join(", ") };
        env.note(&format!("{}: {parts}", folder.display()));
        if self.absent > 0 { Exit::Invalid } else { Exit::Valid }
    }
}

/// Puts records in; those of names that are not there are left out if `only_known`.
fn change(
    existing: &ExistingIndexArguments,
    records: &RecordsArguments,
    only_known: bool,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let decider = load::decider_of_index(&existing.index, &existing.policy, env)?;
    let mut writer = IndexWriter::open(&existing.index, &decider)?;
    let mut done = Done::default();
    let mut group = Vec::new();
    for record in open(records, env)? {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                // What came before the fault is stored, and said to be.
                done.count(&writer.apply(&group)?);
                done.note(&existing.index, env);
                return Err(failure_of(&records.file, error));
            }
        };
        if only_known && writer.get(&record.name)?.is_none() {
            done.absent += 1;
            env.note(&format!("ulabel: {}: not in the index", ulabel::text::escape(&record.name)));
            continue;
        }
        group.push(Change::Put(record));
        if group.len() == GROUP {
            done.count(&writer.apply(&group)?);
            group.clear();
        }
    }
    done.count(&writer.apply(&group)?);
    Ok(done.note(&existing.index, env))
}

fn remove(existing: &ExistingIndexArguments, names: &NamesArguments, env: &mut Env) -> Result<Exit, Failure> {
    let decider = load::decider_of_index(&existing.index, &existing.policy, env)?;
    let mut writer = IndexWriter::open(&existing.index, &decider)?;
    let mut done = Done::default();
    let mut failed = None;
    let input = input::open(names, false, env)?;
    let mut missing = Vec::new();
    input.read(Batch::default(), |batch| {
        let lines = batch.lines().filter(|line| !line.is_empty());
        let names: Vec<String> = lines.map(|line| String::from_utf8_lossy(line).into_owned()).collect();
        for names in names.chunks(GROUP) {
            let changes: Vec<Change> = names.iter().map(|name| Change::Remove(name.clone())).collect();
            match writer.apply(&changes) {
                Ok(outcomes) => {
                    let absent =
                        names.iter().zip(&outcomes).filter(|(_, outcome)| **outcome == Outcome::Absent);
                    missing.extend(absent.map(|(name, _)| name.clone()));
                    done.count(&outcomes);
                }
                Err(error) => {
                    failed = Some(error);
                    return None;
                }
            }
        }
        Some(batch)
    })?;
    for name in missing {
        env.note(&format!("ulabel: {}: not in the index", ulabel::text::escape(&name)));
    }
    let exit = done.note(&existing.index, env);
    failed.map_or(Ok(exit), |error| Err(error.into()))
}

fn query(
    existing: &ExistingIndexArguments,
    names: &[String],
    format: FormatArguments,
    presentation: &Presentation,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let (_, index) = load::index(&existing.index, &existing.policy, env)?;
    let printer = Printer::new(format, presentation);
    let mut writer = ResultWriter::new(format.format, NameRecord::HEADING);
    let mut exit = Exit::Valid;
    let mut write = |record: &NameRecord, env: &mut Env| {
        let mut out = Vec::new();
        printer.print(record, &mut out, |presentation, out| write_record(record, presentation, out));
        writer.write(&out, env)
    };
    for name in names {
        match index.get(name)? {
            Some(record) => write(&record, env)?,
            None => {
                exit = Exit::Invalid;
                env.note(&format!("ulabel: {}: not in the index", ulabel::text::escape(name)));
            }
        }
    }
    if names.is_empty() {
        for record in index.records()? {
            write(&record?, env)?;
        }
    }
    writer.end(env)?;
    Ok(exit)
}

fn write_record(record: &NameRecord, presentation: &Presentation, out: &mut Vec<u8>) {
    record.csv_rows(&mut |cells| {
        let cells: Vec<&str> = cells.iter().copied().filter(|cell| !matches!(*cell, "" | "false")).collect();
        // Writing to memory cannot fail.
        let _ = writeln!(out, "{}", presentation.style.escape(&cells.join("\t")));
    });
}

fn stats(folder: &Path, format: Format, env: &mut Env) -> Result<Exit, Failure> {
    let stats = Stats::read(folder)?;
    if format == Format::Json {
        let json = serde_json::to_string(&stats).map_err(|error| Failure::new(error.to_string()))?;
        writeln!(env.stdout, "{json}")?;
        return Ok(Exit::Valid);
    }
    let digest: String = stats.digest.iter().map(|octet| format!("{octet:02x}")).collect();
    writeln!(env.stdout, "policy    {}", stats.policy)?;
    writeln!(env.stdout, "digest    {digest}")?;
    writeln!(env.stdout, "names     {}", crate::output::thousands(stats.count()))?;
    for (state, count) in stats.names.iter().filter(|(_, count)| *count > 0) {
        writeln!(env.stdout, "  {state}: {}", crate::output::thousands(*count))?;
    }
    let octets = crate::output::thousands(stats.file_octets);
    writeln!(env.stdout, "octets    {octets}, {:.1} a name beside names and holders", stats.overhead())?;
    let segments: Vec<String> = stats.segments.iter().map(|count| crate::output::thousands(*count)).collect();
    writeln!(env.stdout, "segments  {} entries; {} in the log", segments.join(", "), stats.in_log)?;
    Ok(Exit::Valid)
}

fn run_verify(existing: &ExistingIndexArguments, env: &mut Env) -> Result<Exit, Failure> {
    let decider = load::decider_of_index(&existing.index, &existing.policy, env)?;
    let report = verify(&existing.index, &decider)?;
    for fault in &report.faults {
        writeln!(env.stdout, "{}", ulabel::text::escape(fault))?;
    }
    let names = counted(report.names, "name", "names");
    match report.faults.len() as u64 {
        0 => {
            writeln!(env.stdout, "{}: whole, {names}", existing.index.display())?;
            Ok(Exit::Valid)
        }
        faults => {
            let faults = counted(faults, "fault", "faults");
            writeln!(env.stdout, "{}: {faults}, {names}", existing.index.display())?;
            Ok(Exit::Invalid)
        }
    }
}

/// Records one after the other.
pub(crate) type Records = Box<dyn Iterator<Item = ulabel_index::Result<NameRecord>>>;

/// Opens records; what is no column of theirs is told.
pub(crate) fn open(arguments: &RecordsArguments, env: &mut Env) -> Result<Records, Failure> {
    let path = &arguments.file;
    let mut source: Box<dyn Read + Send> = match path == Path::new("-") {
        true => env.take_stdin(),
        false => Box::new(files::open(path)?.0),
    };
    let by_name = || match path.extension()?.to_str()? {
        "csv" => Some(RecordFormat::Csv),
        "jsonl" | "ndjson" => Some(RecordFormat::Jsonl),
        _ => None,
    };
    let format = match arguments.from.or_else(by_name) {
        Some(format) => format,
        None => {
            let mut head = Vec::new();
            let read = source.by_ref().take(4096).read_to_end(&mut head);
            read.map_err(|error| Failure::new(format!("cannot read {}: {error}", path.display())))?;
            let format = format_of(&head);
            source = Box::new(Cursor::new(head).chain(source));
            format
        }
    };
    Ok(match format {
        RecordFormat::Csv => {
            let records = CsvRecords::new(source).map_err(|error| failure_of(path, error))?;
            for column in records.unknown_columns() {
                env.note(&format!(
                    "note: column {} is no column of a record, and left out",
                    ulabel::text::escape(column)
                ));
            }
            Box::new(records)
        }
        RecordFormat::Jsonl => Box::new(JsonRecords::new(BufReader::new(source))),
        RecordFormat::List => Box::new(ListedNames::new(BufReader::new(source))),
    })
}

/// The format by the first line: an object, a heading that has `name` among others, or a name.
fn format_of(head: &[u8]) -> RecordFormat {
    let line = head.split(|octet| *octet == b'\n').next().unwrap_or_default();
    let line = String::from_utf8_lossy(line);
    let line = line.trim_start_matches('\u{FEFF}').trim();
    if line.starts_with('{') {
        return RecordFormat::Jsonl;
    }
    match line.split(',').any(|cell| cell.trim().trim_matches('"') == "name") {
        true => RecordFormat::Csv,
        false => RecordFormat::List,
    }
}
