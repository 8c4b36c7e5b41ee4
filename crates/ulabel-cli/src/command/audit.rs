//! `audit`: what is found in the names of a zone.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Cursor, Read, Write};
use std::path::Path;
use std::sync::Arc;

use ulabel::Checker;
use ulabel::decision::NameRecord;
use ulabel::label::Label;
use ulabel::lgr::Detail;
use ulabel::policy::builtin;
use ulabel::unicode::to_lower_case;
use ulabel::view::CsvRows;
use ulabel_audit::input::InputFormat;
use ulabel_audit::{
    AuditError, AuditOptions, AuditReport, Details, DetailsFormat, Judge, Observer, Offence, Owners, Source,
    audit, report,
};

use crate::args::audit::{AuditArguments, InputArguments, InputKind};
use crate::args::index::RecordsArguments;
use crate::args::{CheckerArguments, Format, PolicyArguments};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::files::NewFile;
use crate::load::{self, PolicySource};
use crate::output::Presentation;
use crate::progress::Progress;

/// The name that stands for the policy of each top-level domain.
const AUTO: &str = "auto";

/// Runs the command.
pub(crate) fn run(
    arguments: &AuditArguments,
    presentation: &Presentation,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let judge = judge(arguments, env)?;
    let mut options = AuditOptions::new(judge);
    options.against =
        arguments.against.as_deref().map(|against| other(against, arguments, env)).transpose()?;
    options.collisions = !arguments.summary_only;
    options.examples = arguments.examples;
    options.memory = arguments.memory;
    options.jobs = arguments.bulk.jobs;
    let sources = sources(arguments, env)?;
    let files: Vec<String> = sources.iter().map(|source| source.name().to_owned()).collect();
    let octets = sources.iter().map(Source::octets).sum::<Option<u64>>();
    // For collisions they are read twice.
    let octets = octets.map(|octets| if arguments.summary_only { octets } else { 2 * octets });
    let mut owners = arguments.owners.as_deref().map(|path| open_owners(path, env)).transpose()?;
    let mut watch = Watch {
        progress: Progress::new(octets, arguments.bulk.quiet, env),
        octets: (0, 0),
        details: arguments.details.as_deref().map(|path| details(path, &files)).transpose()?,
        exempted: arguments.exempted.as_deref().map(exempted).transpose()?,
    };
    let found = audit(sources, &options, owners.as_mut().map(|owners| owners as Owners<'_>), &mut watch);
    let mut found = found.map_err(|error| match error {
        AuditError::Output(error) => error.into(),
        error => Failure::new(error.to_string()),
    })?;
    watch.finish()?;
    found.date.clone_from(&arguments.date);
    write(&found, arguments.format, presentation, env)?;
    Ok(if found.invalid > 0 { Exit::Invalid } else { Exit::Valid })
}

/// Writes the report.
fn write(
    found: &AuditReport,
    format: Format,
    presentation: &Presentation,
    env: &mut Env,
) -> Result<(), Failure> {
    let text = match format {
        Format::Json => serde_json::to_string_pretty(found).map_err(io::Error::from)? + "\n",
        Format::Html => report::html(found, &presentation.messages) + "\n",
        _ => report::text(found, &presentation.messages),
    };
    Ok(env.stdout.write_all(text.as_bytes())?)
}

/// The rules that names are held to.
fn judge(arguments: &AuditArguments, env: &mut Env) -> Result<Judge, Failure> {
    // Collisions are found apart: the variants of each name need not be counted.
    let told = |checker: Checker| checker.with_detail(Detail::Tables);
    if arguments.checker.policy.tld.as_deref() != Some(AUTO) {
        if arguments.policies.is_some() {
            return Err(Failure::new("--policies needs --tld auto"));
        }
        return Ok(Judge::One(told(load::checker(&arguments.checker, env)?).into()));
    }
    let mut own: HashMap<String, Checker> = HashMap::new();
    for path in arguments.policies.as_deref().map(policy_files).transpose()?.unwrap_or_default() {
        let source = PolicySource::of_id_or_file(&path, env)?;
        let checker = told(Checker::with_compiled_policy(source.compiled(env)?));
        for tld in &source.policy.tlds {
            if own.insert(tld.clone(), checker.clone()).is_some() {
                let tld = ulabel::text::escape(tld);
                return Err(Failure::new(format!("two policies of the folder are for .{tld}")));
            }
        }
    }
    Ok(Judge::ByDomain(Arc::new(move |last: &str| {
        let label = Label::parse(last);
        let u_label = to_lower_case(label.u_label().unwrap_or(last));
        if let Some(checker) = own.get(&u_label) {
            return Some(checker.clone());
        }
        let policy = builtin::of_name(last)?.policy().ok()?;
        Checker::with_policy(&policy).ok().map(told)
    })))
}

/// The policy files of a folder, in the order of their names.
fn policy_files(folder: &Path) -> Result<Vec<String>, Failure> {
    let failed = |error: io::Error| Failure::new(format!("cannot read {}: {error}", folder.display()));
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path.to_string_lossy().into_owned());
        }
    }
    if files.is_empty() {
        return Err(Failure::new(format!("there is no policy file (.toml) in {}", folder.display())));
    }
    files.sort();
    Ok(files)
}

/// The rules to compare with, and what they are called.
fn other(against: &str, arguments: &AuditArguments, env: &mut Env) -> Result<(Judge, String), Failure> {
    let checker = match against.strip_prefix("unicode=") {
        Some(version) => {
            let version = crate::args::unicode_version(version).map_err(Failure::new)?;
            let checker = CheckerArguments { unicode: Some(version), ..arguments.checker.clone() };
            if checker.policy.tld.as_deref() == Some(AUTO) {
                return Err(Failure::new("--against unicode=VERSION needs one policy, not --tld auto"));
            }
            load::checker(&checker, env)?
        }
        None => {
            let policy = PolicyArguments { tld: None, policy: Some(against.into()) };
            load::checker(&CheckerArguments { policy, ..arguments.checker.clone() }, env)?
        }
    };
    Ok((Judge::One(checker.with_detail(Detail::Tables).into()), against.into()))
}

/// The files that names come from.
fn sources(arguments: &AuditArguments, env: &mut Env) -> Result<Vec<Source>, Failure> {
    let stdin = [Path::new("-").to_path_buf()];
    let files = if arguments.files.is_empty() { &stdin[..] } else { &arguments.files };
    let mut sources = Vec::new();
    for path in files {
        let format = |start: &[u8]| {
            input_format(&arguments.input, path, start, arguments.checker.policy.tld.as_deref())
        };
        sources.push(if path == Path::new("-") {
            let mut stdin = env.take_stdin();
            let start = start(&mut stdin)
                .map_err(|error| Failure::new(format!("cannot read standard input: {error}")))?;
            let format = format(&start);
            Source::reader(Box::new(Cursor::new(start).chain(stdin)), "standard input", format)
        } else {
            // A pipe could not be read again; that a file cannot be read is told when it is.
            let start = match path.is_file() {
                true => File::open(path).and_then(|mut file| start(&mut file)).unwrap_or_default(),
                false => Vec::new(),
            };
            Source::file(path, format(&start)).map_err(|error| Failure::new(error.to_string()))?
        });
    }
    Ok(sources)
}

/// The octets that a Parquet file begins with.
const PARQUET: &[u8] = b"PAR1";

/// The first octets, as many as tell Parquet.
fn start(reader: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut start = Vec::new();
    reader.take(PARQUET.len() as u64).read_to_end(&mut start)?;
    Ok(start)
}

/// What a file holds, as arguments say, or else the end of its name, or its first octets.
fn input_format(arguments: &InputArguments, path: &Path, start: &[u8], tld: Option<&str>) -> InputFormat {
    let name = path.file_name().map(|name| name.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let name = [".gz", ".zst"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(&name);
    let kind = arguments.input_format.unwrap_or_else(|| match name.rsplit_once('.') {
        Some((_, "zone" | "db")) => InputKind::Zone,
        Some((_, "csv")) => InputKind::Csv,
        Some((_, "tsv")) => InputKind::Tsv,
        Some((_, "jsonl" | "ndjson")) => InputKind::Jsonl,
        Some((_, "parquet")) => InputKind::Parquet,
        _ if start == PARQUET => InputKind::Parquet,
        _ => InputKind::List,
    });
    let column = || arguments.column.clone();
    match kind {
        InputKind::Zone => {
            // The zone of a top-level domain is the usual one.
            let domain = tld.filter(|tld| *tld != AUTO).map(|tld| {
                let label = Label::parse(tld);
                label.a_label().unwrap_or(tld).to_owned()
            });
            InputFormat::Zone { origin: arguments.origin.clone().or(domain) }
        }
        InputKind::List => InputFormat::List,
        InputKind::Csv => InputFormat::Csv { column: column(), delimiter: b',' },
        InputKind::Tsv => InputFormat::Csv { column: column(), delimiter: b'\t' },
        InputKind::Jsonl => InputFormat::JsonLines { key: arguments.key.clone() },
        InputKind::Parquet => InputFormat::Parquet { column: column() },
    }
}

/// Records of holders; a fault names the file.
fn open_owners(
    path: &Path,
    env: &mut Env,
) -> Result<impl Iterator<Item = Result<NameRecord, String>> + use<>, Failure> {
    let records = RecordsArguments { file: path.into(), from: None };
    let records = super::index::open(&records, env)?;
    let file = path.display().to_string();
    Ok(records.map(move |record| record.map_err(|error| format!("{file}: {error}"))))
}

fn details(path: &Path, files: &[String]) -> Result<Details<NewFile>, Failure> {
    let format = match path.extension().and_then(|extension| extension.to_str()) {
        Some("csv") => DetailsFormat::Csv,
        Some("jsonl" | "ndjson") => DetailsFormat::JsonLines,
        Some("parquet") => DetailsFormat::Parquet,
        _ => {
            let path = path.display();
            return Err(Failure::new(format!(
                "{path} tells no format of details, expected .csv, .jsonl or .parquet"
            )));
        }
    };
    Ok(Details::new(NewFile::create(path)?, format, files.to_vec())?)
}

fn exempted(path: &Path) -> Result<csv::Writer<NewFile>, Failure> {
    let mut rows = csv::Writer::from_writer(NewFile::create(path)?);
    rows.write_record(NameRecord::HEADING).map_err(io::Error::from)?;
    Ok(rows)
}

/// Writes what an audit finds as it goes.
struct Watch {
    progress: Progress,
    /// Octets of the readings before, and of this one.
    octets: (u64, u64),
    details: Option<Details<NewFile>>,
    exempted: Option<csv::Writer<NewFile>>,
}

impl Observer for Watch {
    fn progress(&mut self, octets: u64, names: u64) {
        let (before, last) = &mut self.octets;
        if octets < *last {
            *before += *last;
        }
        *last = octets;
        self.progress.update(*before + octets, names);
    }

    fn offence(&mut self, offence: &Offence) -> io::Result<()> {
        self.details.as_mut().map_or(Ok(()), |details| details.write(offence))
    }

    fn exempted(&mut self, record: &NameRecord) -> io::Result<()> {
        let Some(rows) = &mut self.exempted else { return Ok(()) };
        let mut written = Ok(());
        record.csv_rows(&mut |cells| written = rows.write_record(cells));
        written.map_err(io::Error::from)
    }
}

impl Watch {
    /// Files get their names, now that they are whole.
    fn finish(self) -> Result<(), Failure> {
        self.progress.finish();
        if let Some(details) = self.details {
            details.finish()?.finish()?;
        }
        if let Some(exempted) = self.exempted {
            exempted.into_inner().map_err(|error| io::Error::other(error.to_string()))?.finish()?;
        }
        Ok(())
    }
}
