//! `convert`: names to A-labels, to U-labels, to NFC.

use std::io::Write;

use serde::Serialize;
use ulabel::display::uts46;
use ulabel::language::Sentences;
use ulabel::lgr::Detail;
use ulabel::view::CsvRows;
use ulabel::{Checker, Code, Form, Report, Severity, Verdict, unicode};

use crate::args::{ConvertArguments, Target};
use crate::bulk::{Results, Run, Work};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::input::Place;
use crate::load;
use crate::output::{Presentation, Printer};

/// Runs the command.
pub(crate) fn run(
    arguments: &ConvertArguments,
    presentation: &Presentation,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let checker = load::checker(&arguments.checker, env)?.with_detail(Detail::Findings);
    let printer = Printer::new(arguments.run.format, presentation);
    let run = Run::new(&arguments.run, Converted::HEADING, env)?;
    let ended = run.work(env, || ConvertLine {
        checker: checker.clone(),
        to: arguments.to,
        map: arguments.map,
        printer: printer.clone(),
    })?;
    Ok(ended.exit)
}

/// Converts line after line.
struct ConvertLine {
    checker: Checker,
    to: Target,
    map: bool,
    printer: Printer,
}

/// A name and the form that it was converted to.
#[derive(Serialize)]
struct Converted<'a> {
    input: &'a str,
    /// None for a name that could not be converted.
    output: Option<String>,
    /// Why it could not.
    findings: Vec<Reason>,
}

#[derive(Serialize)]
struct Reason {
    code: &'static str,
    message: String,
}

impl Work for ConvertLine {
    fn line(&mut self, line: &[u8], _: Option<Place<'_>>, results: &mut Results) {
        let Results { stdout, stderr, tally, .. } = results;
        let mut report = Report::new();
        let (input, result) = match std::str::from_utf8(line) {
            Ok(name) => (name, self.convert(name)),
            Err(_) => {
                self.checker.check_bytes_into(line, &mut report);
                (report.input(), Err(self.reasons(&report)))
            }
        };
        tally.count(if result.is_ok() { Verdict::Valid } else { Verdict::Invalid });
        let (output, findings) =
            result.map_or_else(|reasons| (None, reasons), |name| (Some(name), Vec::new()));
        let converted = Converted { input, output, findings };
        self.printer.print(&converted, stdout, |presentation, out| {
            let output = converted.output.as_deref().unwrap_or_default();
            // Writing to memory cannot fail.
            let _ = writeln!(out, "{}", presentation.style.escape(output));
            for Reason { code, message } in &converted.findings {
                // Whoever reads standard error is a person.
                let input = ulabel::text::escape(input);
                let _ = writeln!(stderr, "ulabel: {input}: {message} [{code}]");
            }
        });
    }
}

impl ConvertLine {
    /// The name converted, or why it cannot be.
    fn convert(&self, name: &str) -> Result<String, Vec<Reason>> {
        let mapped;
        let name = if self.map {
            let code = Code::Uts46Refused;
            let refused = |_| vec![Reason { code: code.name(), message: code.summary().into() }];
            mapped = uts46::map(name).map_err(refused)?;
            mapped.as_str()
        } else {
            name
        };
        let form = match self.to {
            Target::ALabel => Form::ALabel,
            Target::ULabel => Form::ULabel,
            Target::Nfc => return Ok(unicode::nfc(name)),
        };
        self.checker.convert(name, form).map_err(|report| self.reasons(&report))
    }

    /// The errors of a report.
    fn reasons(&self, report: &Report) -> Vec<Reason> {
        let of_labels = report
            .labels()
            .iter()
            .flat_map(|label| label.findings().iter().map(|finding| (finding, Some(label.label()))));
        let findings = of_labels.chain(report.findings().iter().map(|finding| (finding, None)));
        let errors = findings.filter(|(finding, _)| finding.severity() == Severity::Error);
        let messages = &self.printer.presentation.messages;
        errors
            .map(|(finding, label)| Reason {
                code: finding.code().name(),
                message: messages.sentence(finding, label),
            })
            .collect()
    }
}

/// A row for each reason, and one for a name that was converted.
impl CsvRows for Converted<'_> {
    const HEADING: &'static [&'static str] = &["input", "output", "code", "message"];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        let output = self.output.as_deref().unwrap_or_default();
        for Reason { code, message } in &self.findings {
            row(&[self.input, output, code, message]);
        }
        if self.findings.is_empty() {
            row(&[self.input, output, "", ""]);
        }
    }
}
