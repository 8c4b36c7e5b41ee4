//! `lgr`: rulesets themselves: are they sound, shown to people, from one format to another.

use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;
use ulabel::Severity;
use ulabel::lgr::review::review;
use ulabel::lgr::show::{self, StatisticsView, View};
use ulabel::lgr::{self, Fault, Lgr, Reading, Strictness, text};
use ulabel::report::escape;

use crate::args::Format;
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::output::Look;

/// Octets of a file at most; a reader refuses more, and says so.
const MAX_OCTETS: u64 = (64 << 20) + 1;

/// Label generation rulesets (RFC 7940) and IDN tables (RFC 3743, RFC 4290) themselves.
#[derive(Debug, Args)]
pub(crate) struct LgrArguments {
    #[command(subcommand)]
    command: LgrCommand,
}

#[derive(Debug, Subcommand)]
enum LgrCommand {
    /// Is a ruleset sound? Every fault of the file, and of the policy in it, with its line and clause.
    ///
    /// Exit status 1 if any file has an error, with --strict also for a warning.
    Check {
        /// Files to check, of any format; `-` is standard input.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,

        /// Count a warning as a failure.
        #[arg(long)]
        strict: bool,

        /// Tell also what a ruleset holds, in numbers.
        #[arg(long)]
        statistics: bool,

        /// How to write the results.
        #[arg(long, value_name = "FORMAT", default_value = "text")]
        format: Format,
    },

    /// Show a ruleset: metadata, repertoire, variant sets, classes, rules and actions.
    Show {
        #[command(flatten)]
        file: FileArguments,

        /// As text, as JSON, or as one HTML page that needs nothing else and can be published.
        #[arg(long, value_name = "FORMAT", default_value = "text")]
        format: ShowFormat,
    },

    /// Write a ruleset in another format; what that format cannot hold is named on standard error.
    Convert {
        #[command(flatten)]
        file: FileArguments,

        /// The format to write.
        #[arg(long, value_name = "FORMAT", default_value = "xml")]
        to: TableFormat,
    },
}

/// The ruleset that a command is about.
#[derive(Debug, Args)]
struct FileArguments {
    /// The file, of any format; `-` is standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// Leave out what breaks a requirement, and say so, instead of refusing the file.
    #[arg(long)]
    lenient: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ShowFormat {
    /// For a terminal.
    Text,
    /// One JSON object.
    Json,
    /// One HTML page.
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TableFormat {
    /// XML, which holds everything (RFC 7940).
    Xml,
    /// A language variant table (RFC 3743).
    Rfc3743,
    /// Code points and variants (RFC 4290).
    Rfc4290,
    /// One code point or sequence on a line.
    OnePerLine,
}

impl From<TableFormat> for lgr::Format {
    fn from(format: TableFormat) -> Self {
        match format {
            TableFormat::Xml => Self::Xml,
            TableFormat::Rfc3743 => Self::Rfc3743,
            TableFormat::Rfc4290 => Self::Rfc4290,
            TableFormat::OnePerLine => Self::OnePerLine,
        }
    }
}

/// Runs the command.
pub(crate) fn run(arguments: &LgrArguments, look: &Look, env: &mut Env) -> Result<Exit, Failure> {
    match &arguments.command {
        LgrCommand::Check { files, strict, statistics, format } => {
            check(files, *strict, *statistics, *format, env)
        }
        LgrCommand::Show { file, format } => show(file, *format, look, env),
        LgrCommand::Convert { file, to } => convert(file, (*to).into(), env),
    }
}

/// What `lgr check` says of one file.
#[derive(Serialize)]
struct Checked {
    file: String,
    /// Whether there is no error.
    sound: bool,
    faults: Vec<FaultRow>,
    #[serde(skip_serializing_if = "Option::is_none")]
    statistics: Option<StatisticsView>,
}

#[derive(Serialize)]
struct FaultRow {
    line: Option<u32>,
    column: Option<u32>,
    severity: &'static str,
    code: &'static str,
    clause: String,
    message: String,
}

impl FaultRow {
    fn new(fault: &Fault) -> Self {
        Self {
            line: fault.position().map(|position| position.line),
            column: fault.position().map(|position| position.column),
            severity: fault.severity().name(),
            code: fault.code().as_str(),
            clause: fault.clause().to_string(),
            message: fault.message(),
        }
    }
}

fn check(
    files: &[PathBuf],
    strict: bool,
    statistics: bool,
    format: Format,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let fatal = if strict { Severity::Warning } else { Severity::Error };
    let mut exit = Exit::Valid;
    let mut rows = Vec::new();
    for path in files {
        let octets = read_file(path, env)?;
        let (faults, lgr) = faults_of(&octets);
        if faults.iter().any(|fault| fault.severity() >= fatal) {
            exit = Exit::Invalid;
        }
        rows.push(Checked {
            file: path.display().to_string(),
            sound: faults.iter().all(|fault| fault.severity() != Severity::Error),
            faults: faults.iter().map(FaultRow::new).collect(),
            statistics: lgr.filter(|_| statistics).map(|lgr| View::statistics_of(&lgr)),
        });
    }
    match format {
        Format::Text => rows.iter().try_for_each(|row| write_text(row, env))?,
        Format::Json => write_json(&rows, env)?,
        Format::Jsonl => rows.iter().try_for_each(|row| write_json(row, env))?,
        Format::Csv => write_csv(&rows, env)?,
    }
    Ok(exit)
}

/// The faults of a file and of what can be read of it, in the order of the file.
fn faults_of(octets: &[u8]) -> (Vec<Fault>, Option<Lgr>) {
    match lgr::read(octets, Strictness::Lenient) {
        Ok(Reading { lgr, mut faults, .. }) => {
            faults.extend(review(&lgr).faults);
            faults.sort_by_key(Fault::position);
            (faults, Some(lgr))
        }
        Err(refused) => (refused.into_faults(), None),
    }
}

fn write_text(checked: &Checked, env: &mut Env) -> Result<(), Failure> {
    let file = escape(&checked.file);
    for fault in &checked.faults {
        let place = match (fault.line, fault.column) {
            (Some(line), Some(column)) => format!(":{line}:{column}"),
            _ => String::new(),
        };
        let message = escape(&fault.message);
        let FaultRow { severity, code, clause, .. } = fault;
        writeln!(env.stdout, "{file}{place}: {severity}: {message} [{code}, {clause}]")?;
    }
    if checked.faults.is_empty() {
        writeln!(env.stdout, "{file}: no faults")?;
    }
    if let Some(statistics) = &checked.statistics {
        let StatisticsView { entries, sequences, variants, variant_sets, classes, rules, actions, .. } =
            statistics;
        writeln!(
            env.stdout,
            "{file}: {entries} code points and sequences ({sequences} sequences), {variants} variants in \
             {variant_sets} sets, {classes} classes, {rules} rules, {actions} actions"
        )?;
    }
    Ok(())
}

fn write_json(value: &impl Serialize, env: &mut Env) -> Result<(), Failure> {
    serde_json::to_writer(&mut env.stdout, value).map_err(std::io::Error::from)?;
    writeln!(env.stdout)?;
    Ok(())
}

fn write_csv(rows: &[Checked], env: &mut Env) -> Result<(), Failure> {
    let mut out = csv::Writer::from_writer(&mut env.stdout);
    let mut write = || -> Result<(), csv::Error> {
        out.write_record(["file", "line", "column", "severity", "code", "clause", "message"])?;
        for row in rows {
            for fault in &row.faults {
                let number =
                    |number: Option<u32>| number.map_or_else(String::new, |number| number.to_string());
                let (line, column) = (number(fault.line), number(fault.column));
                let FaultRow { severity, code, clause, message, .. } = fault;
                out.write_record([&*row.file, &line, &column, severity, code, clause, message])?;
            }
        }
        Ok(out.flush()?)
    };
    write().map_err(|error| Failure::from(std::io::Error::from(error)))
}

fn show(file: &FileArguments, format: ShowFormat, look: &Look, env: &mut Env) -> Result<Exit, Failure> {
    let lgr = read_lgr(file, env)?;
    let view = View::new(&lgr);
    let language = show::Language::from_tag(look.words.language().tag()).unwrap_or_default();
    match format {
        ShowFormat::Text => env.stdout.write_all(show::text::render(&view, language).as_bytes())?,
        ShowFormat::Html => env.stdout.write_all(show::html::render(&view, language).as_bytes())?,
        ShowFormat::Json => write_json(&view, env)?,
    }
    Ok(Exit::Valid)
}

fn convert(file: &FileArguments, to: lgr::Format, env: &mut Env) -> Result<Exit, Failure> {
    let lgr = read_lgr(file, env)?;
    let written = text::write(&lgr, to);
    if !written.losses.is_empty() {
        let losses: Vec<String> = written.losses.iter().map(ToString::to_string).collect();
        env.complain(&format!("ulabel: the format cannot hold {}", losses.join(", ")));
    }
    env.stdout.write_all(written.text.as_bytes())?;
    Ok(Exit::Valid)
}

/// The ruleset of a file; its faults go to standard error.
fn read_lgr(file: &FileArguments, env: &mut Env) -> Result<Lgr, Failure> {
    let octets = read_file(&file.file, env)?;
    let strictness = if file.lenient { Strictness::Lenient } else { Strictness::Strict };
    let name = escape(&file.file.display().to_string()).into_owned();
    match lgr::read(&octets, strictness) {
        Ok(reading) => {
            for fault in reading.faults.iter().filter(|fault| fault.severity() > Severity::Info) {
                env.complain(&format!("{name}:{}", escape(&fault.to_string())));
            }
            Ok(reading.lgr)
        }
        Err(refused) => {
            for fault in refused.faults() {
                env.complain(&format!("{name}:{}", escape(&fault.to_string())));
            }
            Err(Failure::new(format!("{name} is not a ruleset that can be used")))
        }
    }
}

fn read_file(path: &Path, env: &mut Env) -> Result<Vec<u8>, Failure> {
    let mut octets = Vec::new();
    let result = if path == Path::new("-") {
        env.take_stdin().take(MAX_OCTETS).read_to_end(&mut octets)
    } else {
        File::open(path).and_then(|file| file.take(MAX_OCTETS).read_to_end(&mut octets))
    };
    match result {
        Ok(_) => Ok(octets),
        Err(error) => Err(Failure::new(format!("{}: {error}", escape(&path.display().to_string())))),
    }
}

#[cfg(test)]
mod tests {
    use crate::env::tests::run;

    const SOUND: &[u8] = br#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data>
<char cp="0061"><var cp="00E1" type="blocked"/></char>
<char cp="00E1"><var cp="0061" type="blocked"/></char>
</data></lgr>"#;

    const BAD: &[u8] = br#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data>
<char cp="0061"><var cp="00E1" type="blocked"/></char>
<char cp="0062" when="none"/>
</data></lgr>"#;

    #[test]
    fn check_says_every_fault_and_its_place() {
        let (status, out, _) = run(&["lgr", "check", "-"], SOUND, false);
        assert_eq!((status, out.as_str()), (0, "-: no faults\n"));
        let (status, out, err) = run(&["lgr", "check", "-"], BAD, false);
        assert_eq!(
            out,
            "-:2:17: warning: 0061 has variant 00E1, which is not in the repertoire \
             [variant-not-in-repertoire, RFC 7940 §5.3.1]\n\
             -:3:1: error: 0062 refers to rule \"none\", which is not defined [unknown-context-rule, RFC 7940 §5.2]\n"
        );
        assert_eq!((status, err.as_str()), (1, ""));
        let warned = b"U+0061|U+00E1\n";
        assert_eq!(run(&["lgr", "check", "-"], warned, false).0, 0);
        assert_eq!(run(&["lgr", "check", "--strict", "-"], warned, false).0, 1);
        let (status, _, err) = run(&["lgr", "check", "/nonexistent/table.xml"], b"", false);
        assert_eq!(status, 2);
        assert!(err.starts_with("ulabel: /nonexistent/table.xml: "));
    }

    #[test]
    fn check_in_other_formats() {
        let (_, out, _) = run(&["lgr", "check", "--format", "json", "--statistics", "-"], BAD, false);
        let json: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(json[0]["sound"], false);
        assert_eq!(json[0]["faults"][1]["line"], 3);
        assert_eq!(json[0]["faults"][1]["clause"], "RFC 7940 §5.2");
        assert_eq!(json[0]["statistics"]["variants"], 1);
        let (_, out, _) = run(&["lgr", "check", "--format", "csv", "-"], BAD, false);
        assert_eq!(out.lines().next(), Some("file,line,column,severity,code,clause,message"));
        assert_eq!(out.lines().count(), 3);
        let (_, out, _) = run(&["lgr", "check", "-"], b"U+0061 # \xC2\x9B31m\nU+0\x1B[31m", false);
        assert!(!out.contains('\u{1B}'), "{out:?}");
    }

    #[test]
    fn show_and_convert() {
        let (status, out, _) = run(&["lgr", "show", "-"], SOUND, false);
        assert_eq!(status, 0);
        assert!(out.contains("U+00E1  á  LATIN SMALL LETTER A WITH ACUTE"));
        let (_, out, _) = run(&["--lang", "ar", "lgr", "show", "--format", "html", "-"], SOUND, false);
        assert!(out.contains("dir=\"rtl\""));
        let (_, out, _) = run(&["lgr", "show", "--format", "json", "-"], SOUND, false);
        assert!(serde_json::from_str::<serde_json::Value>(&out).is_ok());
        let (status, out, err) = run(&["lgr", "convert", "--to", "rfc4290", "-"], SOUND, false);
        assert_eq!((status, out.as_str()), (0, "U+0061|U+00E1\nU+00E1|U+0061\n"));
        assert_eq!(err, "ulabel: the format cannot hold 2 variant types\n");
        let (_, out, _) = run(&["lgr", "convert", "-"], b"U+0061|U+00E1\n", false);
        assert!(out.contains("<var cp=\"00E1\"/>"));
        let (status, out, err) = run(&["lgr", "convert", "-"], BAD, false);
        assert_eq!((status, out.as_str()), (2, ""));
        assert!(
            err.contains("-:3:1: error: ") && err.ends_with("ulabel: - is not a ruleset that can be used\n")
        );
        let (status, out, err) = run(&["lgr", "convert", "--lenient", "-"], BAD, false);
        assert_eq!(status, 0);
        assert!(!out.contains("0062") && err.contains("; skipped ["));
    }
}
