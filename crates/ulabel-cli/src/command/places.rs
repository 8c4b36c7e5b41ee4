//! `where`: in which top-level domains a label may be registered.

use std::io::Write;
use std::sync::Arc;

use ulabel::language::Messages;
use ulabel::view::{CsvRows, PlacementView};
use ulabel::{Checker, Verdict};

use crate::args::{Format, WhereArguments};
use crate::bulk::{Results, Run, Work};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::input::Place;
use crate::load;
use crate::output::{self, Presentation, Printer};

/// Runs the command.
pub(crate) fn run(
    arguments: &WhereArguments,
    presentation: &Presentation,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let checkers: Arc<[Checker]> = load::checkers(&arguments.policy, env)?.into();
    let printer = Printer::new(arguments.run.format, presentation);
    let run = Run::new(&arguments.run, PlacementView::<Messages>::HEADING, env)?;
    let ended = run.work(env, || WhereLine {
        checkers: checkers.clone(),
        verdict: arguments.verdict.map(Verdict::from),
        printer: printer.clone(),
    })?;
    Ok(ended.exit)
}

struct WhereLine {
    checkers: Arc<[Checker]>,
    verdict: Option<Verdict>,
    printer: Printer,
}

impl Work for WhereLine {
    fn line(&mut self, line: &[u8], _: Option<Place<'_>>, results: &mut Results) {
        let Presentation { style, messages } = &self.printer.presentation;
        let Ok(label) = std::str::from_utf8(line) else {
            results.tally.failed += 1;
            let shown = ulabel::text::escape_bytes(line);
            let message = format!("ulabel: {}: not UTF-8\n", style.escape(&shown));
            results.stderr.extend_from_slice(message.as_bytes());
            return;
        };
        if self.printer.format == Format::Text {
            // Writing to memory cannot fail.
            let _ = writeln!(results.stdout, "{}", style.strong(&style.escape(label)));
        }
        let mut best = None;
        for placement in self.checkers.iter().filter_map(|checker| checker.place(label)) {
            let verdict = placement.report.verdict();
            best = best.max(Some(std::cmp::Reverse(verdict)));
            if self.verdict.is_none_or(|wanted| wanted == verdict) {
                self.printer.print(&placement.view(&**messages), &mut results.stdout, |presentation, out| {
                    output::placement(&placement, presentation, out);
                });
            }
        }
        results.tally.count(best.map_or(Verdict::Invalid, |std::cmp::Reverse(verdict)| verdict));
    }
}
