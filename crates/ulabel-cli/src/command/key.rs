//! `key`: the index label and the skeleton of each name.

use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use ulabel::Verdict;
use ulabel::collisions::NameKeys;
use ulabel::lgr::Tables;
use ulabel::view::CsvRows;
use ulabel_audit::columns::{Column, RowGroups};
use ulabel_audit::work;

use crate::args::lgr::KeyArguments;
use crate::args::{Format, FormatArguments};
use crate::bulk::{Results, Run, Work};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::files::NewFile;
use crate::input::{self, Batch, Place};
use crate::load;
use crate::output::{Presentation, Printer, ResultWriter};
use crate::progress::Progress;

/// Runs the command.
pub(crate) fn run(
    arguments: &KeyArguments,
    presentation: &Presentation,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let tables = load::tables(&arguments.tables, env)?;
    match (&arguments.output, arguments.format) {
        (Some(path), Format::Parquet) => return write_parquet(arguments, tables, path, env),
        (Some(_), _) => return Err(Failure::new("--output needs --format parquet")),
        (None, _) => {}
    }
    let format = FormatArguments { format: arguments.format };
    let printer = Printer::new(format, presentation);
    let input = input::open(&arguments.names, false, env)?;
    let writer = ResultWriter::new(arguments.format, NameKeys::HEADING);
    let run = Run { input, bulk: &arguments.bulk, writer, strict: false };
    let make_worker = || KeyLine { keys: NameKeys::new(tables.clone()), printer: printer.clone() };
    Ok(run.work(env, make_worker)?.exit)
}

/// Writes a Parquet file, row group by row group.
fn write_parquet(
    arguments: &KeyArguments,
    tables: Option<Arc<Tables>>,
    path: &Path,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let input = input::open(&arguments.names, false, env)?;
    let jobs = if input.is_bulk { work::jobs(arguments.bulk.jobs) } else { 1 };
    let mut progress = Progress::new(input.octets, !input.is_bulk || arguments.bulk.quiet, env);
    let mut file = RowGroups::new(NewFile::create(path)?, &KeyRows::default().columns)?;
    let (mut octets, mut names) = (0, 0);
    let mut take = |rows: &mut KeyRows| {
        octets += rows.octets;
        names += rows.names;
        progress.update(octets, names);
        Ok(file.add(&mut rows.columns)?)
    };
    let read = |first, hand_over: &mut work::HandOver<'_, Batch>| input.read(first, hand_over);
    work::run(jobs, read, || KeyWork(NameKeys::new(tables.clone())), &mut take)?;
    progress.finish();
    file.finish()?.finish()?;
    Ok(Exit::Valid)
}

/// Keys of a stretch of names, as columns.
struct KeyRows {
    columns: [Column; 5],
    names: u64,
    /// Octets of input that they are for.
    octets: u64,
}

impl Default for KeyRows {
    fn default() -> Self {
        let [input, name] = ["input", "name"].map(Column::texts);
        let [coarse_key, index_label, skeleton] =
            ["coarse_key", "index_label", "skeleton"].map(Column::optional_texts);
        Self { columns: [input, name, coarse_key, index_label, skeleton], names: 0, octets: 0 }
    }
}

impl work::Results for KeyRows {
    fn clear(&mut self) {
        self.columns.iter_mut().for_each(Column::clear);
        (self.names, self.octets) = (0, 0);
    }
}

struct KeyWork(NameKeys);

impl work::Work for KeyWork {
    type Batch = Batch;
    type Results = KeyRows;

    fn work(&mut self, batch: &Batch, rows: &mut KeyRows, _: &mut dyn FnMut(&mut KeyRows) -> bool) -> bool {
        let Self(keys) = self;
        let [input, name, coarse_key, index_label, skeleton] = &mut rows.columns;
        for line in batch.lines() {
            keys.take_bytes(line);
            input.push_text(Some(keys.input()));
            name.push_text(Some(keys.name()));
            coarse_key.push_text(keys.coarse_key());
            index_label.push_text(keys.index_label());
            skeleton.push_text(keys.skeleton().as_deref());
            rows.names += 1;
        }
        rows.octets = batch.octets() as u64;
        true
    }
}

struct KeyLine {
    keys: NameKeys,
    printer: Printer,
}

impl Work for KeyLine {
    fn line(&mut self, line: &[u8], _: Option<Place<'_>>, results: &mut Results) {
        self.keys.take_bytes(line);
        results.tally.count(Verdict::Valid);
        self.printer.print(&self.keys, &mut results.stdout, |presentation, out| {
            self.keys.csv_rows(&mut |cells| {
                // Writing to memory cannot fail.
                let _ = writeln!(out, "{}", presentation.style.escape(&cells.join("\t")));
            });
        });
    }
}
