//! `lgr check`: is a ruleset sound?

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use serde::Serialize;
use ulabel::Severity;
use ulabel::lgr::review::{Statistics, review};
use ulabel::lgr::{self, CompileError, CompiledLgr, Fault};

use crate::args::Format;
use crate::args::lgr::LgrCheckArguments;
use crate::bulk::Results;
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::output::{self, Frame, Look, counted};
use crate::ruleset;

/// Runs the command. A file that cannot be read does not keep the others from being checked.
pub(crate) fn run(arguments: &LgrCheckArguments, look: &Look, env: &mut Env) -> Result<Exit, Failure> {
    let strictness = ruleset::strictness(arguments.reading.lenient);
    let mut frame = Frame::new(arguments.format, &HEADING);
    let mut exit = Exit::Valid;
    for path in &arguments.files {
        let octets = match ruleset::octets(path, env) {
            Ok(octets) => octets,
            Err(Failure::Message(message)) => {
                env.complain(&format!("ulabel: {message}"));
                exit = Exit::Failed;
                continue;
            }
            Err(closed) => return Err(closed),
        };
        let checked = Checked::new(path, &octets, strictness);
        let passes = checked.errors == 0 && (checked.warnings == 0 || !arguments.strict);
        exit = exit.max(if passes { Exit::Valid } else { Exit::Invalid });
        let mut results = Results::default();
        checked.write(arguments.format, look, &mut results.stdout);
        frame.write(env, &results)?;
    }
    frame.end(env)?;
    Ok(exit)
}

/// What came of one file.
struct Checked<'a> {
    path: &'a Path,
    format: lgr::Format,
    faults: Vec<Fault>,
    /// Why no label can be held to it, though it may keep all requirements.
    unusable: Option<CompileError>,
    /// None for a ruleset that was refused.
    statistics: Option<Statistics>,
    errors: usize,
    warnings: usize,
    notes: usize,
}

impl<'a> Checked<'a> {
    fn new(path: &'a Path, octets: &[u8], strictness: lgr::Strictness) -> Self {
        let mut unusable = None;
        let (format, mut faults, statistics) = match lgr::read(octets, strictness) {
            Ok(reading) => {
                let review = review(&reading.lgr);
                let mut faults = reading.faults;
                faults.extend(review.faults);
                unusable = CompiledLgr::new(&reading.lgr).err();
                (reading.format, faults, Some(review.statistics))
            }
            Err(refused) => (lgr::Format::of(octets), refused.into_faults(), None),
        };
        faults.sort_by_key(Fault::position);
        let count = |severity| faults.iter().filter(|fault| fault.severity() == severity).count();
        let errors = count(Severity::Error) + usize::from(unusable.is_some());
        let (warnings, notes) = (count(Severity::Warning), count(Severity::Info));
        Self { path, format, faults, unusable, statistics, errors, warnings, notes }
    }

    fn write(&self, format: Format, look: &Look, out: &mut Vec<u8>) {
        match format {
            Format::Text => self.write_text(look, out),
            Format::Json | Format::Jsonl => output::json(format, &self.view(), out),
            Format::Csv => self.write_csv(out),
        }
    }

    fn write_text(&self, look: &Look, out: &mut Vec<u8>) {
        // Writing to memory cannot fail.
        for fault in &self.faults {
            let _ = writeln!(out, "{}", ruleset::fault_line(self.path, fault, look.style));
        }
        if let Some(error) = &self.unusable {
            let error = error.to_string();
            let severity = look.style.severity(Severity::Error, Severity::Error.name());
            let _ = writeln!(out, "{}: {severity}: {}", self.path.display(), look.style.outside(&error));
        }
        let _ = writeln!(
            out,
            "{}: {}, {}, {}",
            look.style.strong(&self.path.display().to_string()),
            counted(self.errors as u64, "error", "errors"),
            counted(self.warnings as u64, "warning", "warnings"),
            counted(self.notes as u64, "note", "notes"),
        );
        let Some(statistics) = &self.statistics else { return };
        let _ = writeln!(
            out,
            "  {}; {} ({}), {} in {} (the largest of {}); {}, {}, {}",
            format_name(self.format),
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

    fn write_csv(&self, out: &mut Vec<u8>) {
        let mut rows = csv::Writer::from_writer(out);
        let path = self.path.display().to_string();
        for fault in &self.faults {
            let (line, column) = place(fault);
            let text = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
            let cells = [
                path.clone(),
                text(line),
                text(column),
                fault.severity().name().into(),
                fault.code().name().into(),
                fault.clause().to_string(),
                fault.sentence(),
                fault.skipped().to_string(),
            ];
            // Writing to memory cannot fail, and every row has as many cells.
            let _ = rows.write_record(cells);
        }
    }

    fn view(&self) -> CheckedView<'_> {
        CheckedView {
            file: self.path.display().to_string(),
            format: format_keyword(self.format),
            sound: self.errors == 0,
            unusable: self.unusable.as_ref().map(ToString::to_string),
            errors: self.errors,
            warnings: self.warnings,
            faults: self.faults.iter().map(FaultView::new).collect(),
            statistics: self.statistics.as_ref().map(StatisticsView::new),
        }
    }
}

const HEADING: [&str; 8] = ["file", "line", "column", "severity", "code", "clause", "message", "left_out"];

#[derive(Serialize)]
struct CheckedView<'a> {
    file: String,
    format: &'static str,
    sound: bool,
    /// Why labels cannot be held to it, if they cannot.
    unusable: Option<String>,
    errors: usize,
    warnings: usize,
    faults: Vec<FaultView<'a>>,
    statistics: Option<StatisticsView<'a>>,
}

#[derive(Serialize)]
struct StatisticsView<'a> {
    entries: usize,
    ranges: usize,
    sequences: usize,
    entries_with_context: usize,
    entries_with_variants: usize,
    variants: usize,
    variants_with_context: usize,
    reflexive_variants: usize,
    untyped_variants: usize,
    variants_by_type: BTreeMap<&'a str, usize>,
    variant_sets: usize,
    largest_variant_set: usize,
    classes: usize,
    rules: usize,
    actions: usize,
}

impl<'a> StatisticsView<'a> {
    fn new(statistics: &'a Statistics) -> Self {
        let by_type = statistics.variants_by_type.iter();
        Self {
            entries: statistics.entries,
            ranges: statistics.ranges,
            sequences: statistics.sequences,
            entries_with_context: statistics.entries_with_context,
            entries_with_variants: statistics.entries_with_variants,
            variants: statistics.variants,
            variants_with_context: statistics.variants_with_context,
            reflexive_variants: statistics.reflexive_variants,
            untyped_variants: statistics.untyped_variants,
            variants_by_type: by_type.map(|(name, count)| (&**name, *count)).collect(),
            variant_sets: statistics.variant_sets,
            largest_variant_set: statistics.largest_variant_set,
            classes: statistics.classes,
            rules: statistics.rules,
            actions: statistics.actions,
        }
    }
}

#[derive(Serialize)]
struct FaultView<'a> {
    code: &'static str,
    severity: &'static str,
    clause: String,
    line: Option<u32>,
    column: Option<u32>,
    arguments: &'a [String],
    message: String,
    left_out: bool,
}

impl<'a> FaultView<'a> {
    fn new(fault: &'a Fault) -> Self {
        let (line, column) = place(fault);
        Self {
            code: fault.code().name(),
            severity: fault.severity().name(),
            clause: fault.clause().to_string(),
            line,
            column,
            arguments: fault.arguments(),
            message: fault.sentence(),
            left_out: fault.skipped(),
        }
    }
}

fn place(fault: &Fault) -> (Option<u32>, Option<u32>) {
    fault.position().map(|at| (at.line, at.column)).unzip()
}

const fn format_name(format: lgr::Format) -> &'static str {
    match format {
        lgr::Format::Xml => "XML of RFC 7940",
        lgr::Format::Rfc3743 => "text of RFC 3743",
        lgr::Format::Rfc4290 => "text of RFC 4290",
        _ => "text, one a line",
    }
}

const fn format_keyword(format: lgr::Format) -> &'static str {
    match format {
        lgr::Format::Xml => "xml",
        lgr::Format::Rfc3743 => "rfc3743",
        lgr::Format::Rfc4290 => "rfc4290",
        _ => "one-per-line",
    }
}
