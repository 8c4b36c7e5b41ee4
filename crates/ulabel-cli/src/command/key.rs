//! `key`: the index label and the skeleton of each name.

use std::io::Write;

use ulabel::Verdict;
use ulabel::collisions::NameKeys;
use ulabel::view::CsvRows;

use crate::args::lgr::KeyArguments;
use crate::bulk::{Results, Run, Work};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::input::Place;
use crate::load;
use crate::output::{Presentation, Printer};

/// Runs the command.
pub(crate) fn run(
    arguments: &KeyArguments,
    presentation: &Presentation,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let tables = load::tables(&arguments.tables, env)?;
    let printer = Printer::new(arguments.run.format, presentation);
    let run = Run::new(&arguments.run, NameKeys::HEADING, env)?;
    let make_worker = || KeyLine { keys: NameKeys::new(tables.clone()), printer: printer.clone() };
    Ok(run.work(env, make_worker)?.exit)
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
