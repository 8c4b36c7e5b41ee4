//! `lgr check`: is a ruleset sound?

use std::io::Write;
use std::path::Path;

use ulabel::Severity;
use ulabel::lgr::review::Soundness;
use ulabel::lgr::{Format, ReadOptions};
use ulabel::view::CsvRows;

use crate::args::lgr::LgrCheckArguments;
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::load::{self, Table};
use crate::output::{Presentation, Printer, ResultWriter, counted, fault_line};
use crate::ruleset;

/// Runs the command. A file that cannot be read does not keep the others from being checked.
pub(crate) fn run(
    arguments: &LgrCheckArguments,
    presentation: &Presentation,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let printer = Printer::new(arguments.format, presentation);
    let mut check = Check {
        options: arguments.source.reading.into(),
        strict: arguments.strict,
        writer: ResultWriter::new(printer.format, Soundness::HEADING),
        printer,
        exit: Exit::Valid,
    };
    for path in &arguments.files {
        check.file(path, env)?;
    }
    for table in load::policy_tables(&arguments.source, env)? {
        match table {
            Table::File(path) => check.file(&path, env)?,
            Table::Written(name, lgr) => check.add(&Soundness::of_ruleset(&name, &lgr), env)?,
        }
    }
    check.writer.end(env)?;
    Ok(check.exit)
}

/// A check of several rulesets.
struct Check {
    options: ReadOptions,
    strict: bool,
    writer: ResultWriter,
    printer: Printer,
    exit: Exit,
}

impl Check {
    fn file(&mut self, path: &Path, env: &mut Env) -> Result<(), Failure> {
        let octets = match ruleset::octets(path, env) {
            Ok(octets) => octets,
            Err(Failure::Message(message)) => {
                env.note(&format!("ulabel: {message}"));
                self.exit = Exit::Failed;
                return Ok(());
            }
            Err(closed) => return Err(closed),
        };
        self.add(&Soundness::of_file(&path.display().to_string(), &octets, self.options), env)
    }

    fn add(&mut self, soundness: &Soundness, env: &mut Env) -> Result<(), Failure> {
        let passes = soundness.is_sound() && !(self.strict && soundness.count(Severity::Warning) > 0);
        self.exit = self.exit.max(if passes { Exit::Valid } else { Exit::Invalid });
        let mut out = Vec::new();
        self.printer.print(soundness, &mut out, |presentation, out| write_text(soundness, presentation, out));
        self.writer.write(&out, env)
    }
}

fn write_text(soundness: &Soundness, presentation: &Presentation, out: &mut Vec<u8>) {
    let style = presentation.style;
    // Writing to memory cannot fail.
    for fault in &soundness.faults {
        let _ = writeln!(out, "{}", fault_line(&soundness.file, fault, style));
    }
    if let Some(error) = &soundness.unusable {
        let severity = style.severity(Severity::Error, Severity::Error.name());
        let _ = writeln!(out, "{}: {severity}: {}", soundness.file, style.escape(&error.to_string()));
    }
    let count = |severity| soundness.count(severity) as u64;
    let _ = writeln!(
        out,
        "{}: {}, {}, {}",
        style.strong(&soundness.file),
        counted(count(Severity::Error), "error", "errors"),
        counted(count(Severity::Warning), "warning", "warnings"),
        counted(count(Severity::Info), "note", "notes"),
    );
    let Some(statistics) = &soundness.statistics else { return };
    let _ = writeln!(
        out,
        "  {}; {} ({}), {} in {} (the largest of {}); {}, {}, {}",
        format_name(soundness.format),
        counted(statistics.entries as u64, "code point or sequence", "code points and sequences"),
        counted(statistics.sequences as u64, "sequence", "sequences"),
        counted(statistics.variants as u64, "variant", "variants"),
        counted(statistics.variant_sets as u64, "set", "sets"),
        statistics.largest_variant_set,
        counted(statistics.classes as u64, "class", "classes"),
        counted(statistics.rules as u64, "rule", "rules"),
        counted(statistics.actions as u64, "action", "actions"),
    );
}

const fn format_name(format: Option<Format>) -> &'static str {
    match format {
        Some(Format::Xml) => "XML of RFC 7940",
        Some(Format::Rfc3743) => "text of RFC 3743",
        Some(Format::Rfc4290) => "text of RFC 4290",
        Some(_) => "text, one a line",
        None => "table of a policy",
    }
}
