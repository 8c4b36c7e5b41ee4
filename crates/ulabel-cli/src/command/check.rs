//! `check`: the verdict and every finding.

use std::io::Write;

use ulabel::language::Messages;
use ulabel::lgr::Detail;
use ulabel::policy::CompiledPolicy;
use ulabel::view::{CsvRows, ReportView};
use ulabel::{Checker, Report};

use crate::args::{CheckArguments, CompareArguments, Format};
use crate::beside::Beside;
use crate::bulk::{Results, Run, Tally, Work};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::output::{self, Presentation, Printer, ResultWriter};
use crate::{input, load};

/// Runs the command.
pub(crate) fn run(
    arguments: &CheckArguments,
    presentation: &Presentation,
    env: &mut Env,
) -> Result<Exit, Failure> {
    // What is not written is not asked for.
    let is_brief = arguments.summary_only || arguments.run.format.format == Format::Csv;
    let detail = if is_brief { Detail::Findings } else { Detail::Variants };
    let checker = load::checker(&arguments.checker, env)?.with_detail(detail);
    let zone = checker.policy().map(CompiledPolicy::domains).filter(|zone| !zone.is_empty());
    let beside = Beside::new(arguments.index.as_deref(), &arguments.checker.policy, env)?;
    let input = input::open(&arguments.run.names, arguments.pair, env)?;
    let printer = Printer::new(arguments.run.format, presentation);
    // The summary is no result among others.
    let format = if arguments.summary_only { Format::Text } else { printer.format };
    let writer = ResultWriter::new(format, ReportView::<Messages>::HEADING);
    let run = Run { input, bulk: &arguments.run.bulk, writer, strict: arguments.strict };
    let ended = run.work(env, || CheckLine {
        checker: checker.clone(),
        beside: beside.clone(),
        report: Report::new(),
        pair: arguments.pair,
        compare: arguments.compare,
        tld: arguments.checker.policy.tld.clone(),
        zone: zone.clone(),
        printer: (!arguments.summary_only).then(|| printer.clone()),
    })?;
    let Tally { valid, review, invalid, .. } = ended.tally;
    if arguments.summary_only {
        write_summary(ended.tally, &printer, env)?;
    } else if ended.wants_summary {
        let (names, seconds) = (ended.tally.names(), ended.elapsed.as_secs_f64());
        env.note(&presentation.messages.summary_timed(names, valid, review, invalid, seconds));
    }
    Ok(ended.exit)
}

/// Checks line after line.
struct CheckLine {
    checker: Checker,
    beside: Option<Beside>,
    report: Report,
    pair: bool,
    compare: CompareArguments,
    tld: Option<String>,
    /// The domains of the policy, as they are shown.
    zone: Option<String>,
    printer: Option<Printer>,
}

impl Work for CheckLine {
    fn line(&mut self, line: &[u8], results: &mut Results) {
        match std::str::from_utf8(line) {
            Ok(line) if self.pair => {
                let (a_name, u_name) = fields(line);
                self.checker.check_pair_into(a_name, u_name, &mut self.report);
            }
            _ => self.checker.check_bytes_into(line, &mut self.report),
        }
        if let Some(beside) = &mut self.beside
            && !beside.amend(&mut self.report, results)
        {
            self.checker.check_bytes_into(line, &mut self.report);
        }
        self.compare.advise(&mut self.report, self.tld.as_deref());
        results.tally.count(self.report.verdict());
        if let Some(printer) = &self.printer {
            self.print(printer, &mut results.stdout);
        }
    }
}

impl CheckLine {
    fn print(&self, printer: &Printer, out: &mut Vec<u8>) {
        let report = &self.report;
        if printer.format == Format::Jsonl && report.append_plain_json(out) {
            out.push(b'\n');
            return;
        }
        let view = report.view(&*printer.presentation.messages);
        printer.print(&view, out, |presentation, out| {
            output::report(report, self.zone.as_deref(), presentation, out);
        });
    }
}

/// The two fields of a line. Of a line with one the second is empty, and of a line with more the
/// second holds the rest: a check then says what is wrong with it.
fn fields(line: &str) -> (&str, &str) {
    let is_space = |c: char| c == ' ' || c == '\t';
    let line = line.trim_matches(is_space);
    line.split_once(is_space)
        .map_or((line, ""), |(first, second)| (first, second.trim_start_matches(is_space)))
}

/// Writes the summary as the result.
fn write_summary(tally: Tally, printer: &Printer, env: &mut Env) -> Result<(), Failure> {
    let Tally { valid, review, invalid, .. } = tally;
    let names = tally.names();
    match printer.format {
        Format::Json | Format::Jsonl => writeln!(
            env.stdout,
            "{{\"names\":{names},\"valid\":{valid},\"review\":{review},\"invalid\":{invalid}}}"
        )?,
        Format::Csv => {
            writeln!(env.stdout, "names,valid,review,invalid\n{names},{valid},{review},{invalid}")?;
        }
        _ => {
            writeln!(env.stdout, "{}", printer.presentation.messages.summary(names, valid, review, invalid))?;
        }
    }
    Ok(())
}
