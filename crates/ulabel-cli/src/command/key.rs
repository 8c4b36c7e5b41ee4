//! `key`: the index label and the skeleton of each name.

use std::io::Write;

use ulabel::Verdict;
use ulabel::collisions::NameKeys;
use ulabel::view::{CsvRows, KeysView};

use crate::args::lgr::KeyArguments;
use crate::bulk::{Results, Run, Work};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::output::{Presentation, Printer, ResultWriter};
use crate::{input, load};

/// Runs the command.
pub(crate) fn run(
    arguments: &KeyArguments,
    presentation: &Presentation,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let tables = load::tables(&arguments.tables, env)?;
    let input = input::open(&arguments.names, false, env)?;
    let printer = Printer::new(arguments.format.format, presentation);
    let writer = ResultWriter::new(printer.format, KeysView::HEADING);
    let run = Run { input, arguments: &arguments.bulk, writer, strict: false };
    let make_worker = || KeyLine { keys: NameKeys::new(tables.clone()), printer: printer.clone() };
    Ok(run.work(env, make_worker)?.exit)
}

struct KeyLine {
    keys: NameKeys,
    printer: Printer,
}

impl Work for KeyLine {
    fn line(&mut self, line: &[u8], results: &mut Results) {
        self.keys.take_bytes(line);
        results.tally.count(Verdict::Valid);
        let view = KeysView::new(&self.keys);
        self.printer.print(&view, &mut results.stdout, |presentation, out| {
            let cells = [Some(view.input), view.index_label, view.skeleton.as_deref()];
            let [input, index_label, skeleton] =
                cells.map(|cell| presentation.style.escape(cell.unwrap_or_default()));
            // Writing to memory cannot fail.
            let _ = writeln!(out, "{input}\t{index_label}\t{skeleton}");
        });
    }
}
