//! `convert`: names to A-labels, to U-labels, to NFC.

use serde::Serialize;
use ulabel::display::uts46;
use ulabel::language::Sentences;
use ulabel::{Checker, Report, Severity, Verdict, unicode};

use crate::args::{ConvertArguments, Format, Target};
use crate::bulk::{self, Results, Tally, Work};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::output::{self, Frame, Look};
use crate::{checker, input};

/// The heading line of CSV.
const HEADING: [&str; 4] = ["input", "output", "code", "message"];

/// Runs the command.
pub(crate) fn run(arguments: &ConvertArguments, look: &Look, env: &mut Env) -> Result<Exit, Failure> {
    let checker = checker::build(&arguments.checker, env)?;
    let input = input::open(&arguments.names, false, env)?;
    let make_worker = || Converter {
        checker: checker.clone(),
        report: Report::new(),
        to: arguments.to,
        map: arguments.map,
        format: arguments.format,
        look: look.clone(),
    };
    let mut frame = Frame::new(arguments.format, &HEADING);
    let mut so_far = Tally::default();
    let result = bulk::run(input, bulk::jobs(arguments.jobs), make_worker, |results, _| {
        so_far.add(results.tally);
        frame.write(env, results)
    });
    match result.and_then(|()| frame.end(env)) {
        Ok(()) | Err(Failure::Closed(_)) => Ok(so_far.exit(false)),
        Err(failure) => Err(failure),
    }
}

struct Converter {
    checker: Checker,
    report: Report,
    to: Target,
    map: bool,
    format: Format,
    look: Look,
}

/// What became of a name.
#[derive(Serialize)]
struct Converted<'a> {
    input: &'a str,
    /// `None` when it could not be converted.
    output: Option<String>,
    /// Why not.
    findings: Vec<Reason>,
}

#[derive(Serialize)]
struct Reason {
    code: &'static str,
    message: String,
}

impl Work for Converter {
    fn line(&mut self, line: &[u8], results: &mut Results) {
        let (input, output) = match std::str::from_utf8(line) {
            Ok(name) => (name, self.convert(name)),
            Err(_) => {
                self.checker.check_bytes_into(line, &mut self.report);
                (self.report.input(), Err(self.reasons()))
            }
        };
        let verdict = if output.is_ok() { Verdict::Valid } else { Verdict::Invalid };
        results.tally.count(verdict);
        let (output, findings) = match output {
            Ok(output) => (Some(output), Vec::new()),
            Err(reasons) => (None, reasons),
        };
        write(&Converted { input, output, findings }, self.format, &self.look, results);
    }
}

impl Converter {
    /// The name converted, or why it cannot be.
    fn convert(&self, name: &str) -> Result<String, Vec<Reason>> {
        let mapped;
        let name = if self.map {
            mapped = uts46::map(name).map_err(|_| vec![self.refused()])?;
            mapped.as_str()
        } else {
            name
        };
        if self.to == Target::Nfc {
            return Ok(unicode::nfc(name));
        }
        let report = self.checker.check(name);
        let converted = match self.to {
            Target::ALabel => report.ascii(),
            Target::ULabel | Target::Nfc => Some(report.name()),
        };
        // What is no label has no other form (RFC 5890 §2.3.2.1).
        converted.filter(|_| report.is_valid()).map(|converted| with_dot(converted, name)).ok_or_else(|| {
            let mut reasons = Vec::new();
            self.add_reasons(&report, &mut reasons);
            reasons
        })
    }

    fn reasons(&self) -> Vec<Reason> {
        let mut reasons = Vec::new();
        self.add_reasons(&self.report, &mut reasons);
        reasons
    }

    fn add_reasons(&self, report: &Report, reasons: &mut Vec<Reason>) {
        let of_labels = report
            .labels()
            .iter()
            .flat_map(|label| label.findings().iter().map(|f| (f, Some(label.label()))));
        let of_name = report.findings().iter().map(|finding| (finding, None));
        for (finding, label) in of_labels.chain(of_name) {
            if finding.severity() == Severity::Error {
                let message = self.look.words.sentence(finding, label);
                reasons.push(Reason { code: finding.code().name(), message });
            }
        }
    }

    fn refused(&self) -> Reason {
        let code = ulabel::Code::Uts46Refused;
        Reason { code: code.name(), message: code.summary().into() }
    }
}

/// A trailing dot stays.
fn with_dot(mut converted: String, name: &str) -> String {
    if name.len() > 1 && name.ends_with('.') {
        converted.push('.');
    }
    converted
}

/// As text, a line for each name: an empty one for a name that could not be converted, and the reason on
/// standard error.
fn write(converted: &Converted<'_>, format: Format, look: &Look, results: &mut Results) {
    use std::io::Write;
    let Results { stdout, stderr, .. } = results;
    match format {
        Format::Json | Format::Jsonl => output::json(format, converted, stdout),
        Format::Csv => {
            let mut rows = csv::WriterBuilder::new().buffer_capacity(256).from_writer(stdout);
            let output = converted.output.as_deref().unwrap_or_default();
            // Writing to memory cannot fail, and every row has as many cells.
            for reason in &converted.findings {
                let _ = rows.write_record([converted.input, output, reason.code, &reason.message]);
            }
            if converted.findings.is_empty() {
                let _ = rows.write_record([converted.input, output, "", ""]);
            }
        }
        Format::Text => {
            let output = converted.output.as_deref().unwrap_or_default();
            let _ = writeln!(stdout, "{}", look.style.outside(output));
            for reason in &converted.findings {
                // Whoever reads standard error is a person.
                let input = ulabel::text::escape(converted.input);
                let _ = writeln!(stderr, "ulabel: {input}: {} [{}]", reason.message, reason.code);
            }
        }
    }
}
