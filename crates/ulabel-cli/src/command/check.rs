//! `check`: the verdict and every finding.

use std::io::Write;

use ulabel::language::{Text, TextArgument};
use ulabel::lgr::Detail;
use ulabel::policy::CompiledPolicy;
use ulabel::view::CsvRows;
use ulabel::{Checker, Code, Report};

use crate::args::{CheckArguments, CompareArguments, Format};
use crate::beside::Beside;
use crate::bulk::{Ended, Results, Run, Tally, Work};
use crate::counts::Count;
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::input::{self, Place};
use crate::load;
use crate::output::{self, Located, Presentation, Printer, ResultWriter, thousands};
use crate::selection::Selection;
use crate::style::Style;

/// Codes that the note at the end of a run counts at most.
const MAX_NOTED_CODES: usize = 10;

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
    let checker = checker.with_host_syntax(arguments.hosts);
    let selection = Selection::new(&arguments.only, &arguments.code);
    let zone = checker.policy().map(CompiledPolicy::domains).filter(|zone| !zone.is_empty());
    let beside = Beside::new(arguments.index.as_deref(), &arguments.checker.policy, env)?;
    let input = input::open(&arguments.run.names, arguments.pair, env)?;
    let printer = Printer::new(arguments.run.format, presentation);
    // The summary is no result among others.
    let format = if arguments.summary_only { Format::Text } else { printer.format };
    let writer = ResultWriter::new(format, Located::HEADING);
    let run = Run { input, bulk: &arguments.run.bulk, writer, strict: arguments.strict };
    let ended = run.work(env, || CheckLine {
        checker: checker.clone(),
        beside: beside.clone(),
        report: Report::new(),
        pair: arguments.pair,
        compare: arguments.compare,
        tld: arguments.checker.policy.tld.clone(),
        zone: zone.clone(),
        selection: selection.clone(),
        printer: (!arguments.summary_only).then(|| printer.clone()),
    })?;
    // Names that are not written are told of at the end.
    let leaves_out = !selection.is_everything() && !arguments.run.bulk.quiet;
    if arguments.summary_only {
        write_summary(&ended, &printer, env)?;
    } else if ended.wants_summary || leaves_out {
        note_summary(&ended, presentation, env);
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
    selection: Selection,
    printer: Option<Printer>,
}

impl Work for CheckLine {
    fn line(&mut self, line: &[u8], place: Option<Place<'_>>, results: &mut Results) {
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
        results.codes.count(&self.report);
        if let Some(printer) = &self.printer
            && self.selection.has(&self.report)
        {
            self.print(printer, place, &mut results.stdout);
        }
    }
}

impl CheckLine {
    fn print(&self, printer: &Printer, place: Option<Place<'_>>, out: &mut Vec<u8>) {
        let report = &self.report;
        if printer.format == Format::Jsonl && report.append_plain_json(out) {
            if let Some(place) = place {
                output::append_place(place, out);
            }
            out.push(b'\n');
            return;
        }
        let located = Located { report: report.view(&*printer.presentation.messages), place };
        printer.print(&located, out, |presentation, out| {
            if let Some(place) = place {
                output::write_place(place, presentation.style, out);
            }
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
fn write_summary(ended: &Ended, printer: &Printer, env: &mut Env) -> Result<(), Failure> {
    let Tally { valid, review, invalid, .. } = ended.tally;
    let (names, codes) = (ended.tally.names(), ended.codes.by_count());
    match printer.format {
        Format::Json | Format::Jsonl => {
            // Names of codes need no escaping.
            let members: Vec<String> =
                codes.iter().map(|(code, count)| format!("\"{code}\":{}", count.names)).collect();
            writeln!(
                env.stdout,
                "{{\"names\":{names},\"valid\":{valid},\"review\":{review},\"invalid\":{invalid},\"codes\":{{{}}}}}",
                members.join(",")
            )?;
        }
        Format::Csv => {
            writeln!(env.stdout, "names,valid,review,invalid\n{names},{valid},{review},{invalid}")?;
            if !codes.is_empty() {
                // A table of its own.
                writeln!(env.stdout, "\ncode,names")?;
            }
            for (code, count) in codes {
                writeln!(env.stdout, "{code},{}", count.names)?;
            }
        }
        _ => {
            let presentation = &printer.presentation;
            writeln!(env.stdout, "{}", presentation.messages.summary(names, valid, review, invalid))?;
            for line in code_lines(&codes, presentation) {
                writeln!(env.stdout, "{line}")?;
            }
        }
    }
    Ok(())
}

/// Writes the summary, with the most frequent codes, to standard error.
fn note_summary(ended: &Ended, presentation: &Presentation, env: &mut Env) {
    let Tally { valid, review, invalid, .. } = ended.tally;
    let (names, seconds) = (ended.tally.names(), ended.elapsed.as_secs_f64());
    let messages = &presentation.messages;
    env.note(&messages.summary_timed(names, valid, review, invalid, seconds));
    let codes = ended.codes.by_count();
    let (noted, rest) = codes.split_at(codes.len().min(MAX_NOTED_CODES));
    let presentation = Presentation { style: Style::of_stderr(env), messages: messages.clone() };
    for line in code_lines(noted, &presentation) {
        env.note(&line);
    }
    if !rest.is_empty() {
        let more = [("count", TextArgument::Number(rest.len() as u64))];
        env.note(&format!("  {}", messages.text(Text::NotShown, &more)));
    }
}

/// A line for each code: how many names have it, and its clause.
fn code_lines(codes: &[(Code, Count)], presentation: &Presentation) -> Vec<String> {
    let Presentation { style, messages } = presentation;
    let width = codes.iter().map(|(_, count)| thousands(count.names).len()).max().unwrap_or_default();
    let line = |(code, count): &(Code, Count)| {
        let clause = format!("[{}]", messages.clause(count.clause));
        format!("  {:>width$}  {code} {}", thousands(count.names), style.faint(&clause))
    };
    codes.iter().map(line).collect()
}
