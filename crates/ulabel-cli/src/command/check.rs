//! `check`: the verdict and every finding.

use std::io::Write;

use ulabel::lgr::Detail;
use ulabel::{Checker, Report};

use crate::args::{CheckArguments, CompareArguments, Format};
use crate::bulk::{self, Results, Tally, Work};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::output::{self, Frame, Look, Printer};
use crate::progress::Progress;
use crate::{checker, input};

/// Runs the command.
pub(crate) fn run(arguments: &CheckArguments, look: &Look, env: &mut Env) -> Result<Exit, Failure> {
    // What is not written is not asked for.
    let detail = match arguments.format {
        Format::Csv => Detail::Findings,
        _ if arguments.summary_only => Detail::Findings,
        _ => Detail::Variants,
    };
    let checker = checker::build(&arguments.checker, env)?.with_detail(detail);
    let input = input::open(&arguments.names, arguments.pair, env)?;
    let is_bulk = input.is_bulk;
    let mut progress = Progress::new(input.octets, arguments.bulk.quiet || !is_bulk, env);
    let printer = Printer { format: arguments.format, look: look.clone() };
    let make_worker = || CheckLine {
        checker: checker.clone(),
        report: Report::new(),
        pair: arguments.pair,
        compare: arguments.compare,
        tld: arguments.checker.tld.clone(),
        printer: (!arguments.summary_only).then(|| printer.clone()),
    };
    let mut frame = Frame::of_reports(arguments.format);
    let mut so_far = Tally::default();
    let result = bulk::run(input, bulk::jobs(arguments.bulk.jobs), make_worker, |results, octets| {
        so_far.add(results.tally);
        progress.tell(octets, so_far.names());
        frame.write(env, results)
    });
    let elapsed = progress.finish();
    match result {
        Ok(()) => {}
        // What is known so far decides.
        Err(Failure::Closed(_)) => return Ok(so_far.exit(arguments.strict)),
        Err(failure) => return Err(failure),
    }
    if arguments.summary_only {
        write_summary(so_far, arguments.format, look, env)?;
    } else {
        frame.end(env)?;
        if is_bulk && !arguments.bulk.quiet {
            let Tally { valid, review, invalid } = so_far;
            let seconds = elapsed.as_secs_f64();
            env.complain(&look.words.summary_timed(so_far.names(), valid, review, invalid, seconds));
        }
    }
    Ok(so_far.exit(arguments.strict))
}

/// Checks line after line.
struct CheckLine {
    checker: Checker,
    report: Report,
    pair: bool,
    compare: CompareArguments,
    tld: Option<String>,
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
        self.compare.advise(&mut self.report, self.tld.as_deref());
        results.tally.count(self.report.verdict());
        if let Some(printer) = &self.printer {
            printer.report(&self.report, &mut results.stdout);
        }
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
fn write_summary(tally: Tally, format: Format, look: &Look, env: &mut Env) -> Result<(), Failure> {
    let Tally { valid, review, invalid } = tally;
    let names = tally.names();
    match format {
        Format::Text => writeln!(env.stdout, "{}", output::summary(tally, &look.words))?,
        Format::Json | Format::Jsonl => writeln!(
            env.stdout,
            "{{\"names\":{names},\"valid\":{valid},\"review\":{review},\"invalid\":{invalid}}}"
        )?,
        Format::Csv => {
            writeln!(env.stdout, "names,valid,review,invalid\n{names},{valid},{review},{invalid}")?;
        }
    }
    Ok(())
}
