//! Label generation rulesets from files.

use std::fs::File;
use std::io::Read;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use ulabel::lgr::{self, CompiledLgr, Fault, LgrReading, Refused, Strictness, Tables};

use crate::args::lgr::{PolicyRulesetArguments, RulesetArguments};
use crate::env::Env;
use crate::exit::Failure;
use crate::policies;
use crate::style::Style;

/// One octet more than a ruleset may have, so that the reader sees that it is too long.
const MAX_READ: u64 = (64 << 20) + 1;

/// The octets of a file; `-` is standard input.
pub(crate) fn octets(path: &Path, env: &mut Env) -> Result<Vec<u8>, Failure> {
    if path == Path::new("-") {
        return all_of(env.take_stdin(), path);
    }
    octets_of_file(path)
}

fn octets_of_file(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |error: std::io::Error| cannot_read(path, &error.to_string());
    let file = File::open(path).map_err(failed)?;
    if file.metadata().map_err(failed)?.is_dir() {
        return Err(cannot_read(path, "it is a directory"));
    }
    all_of(file, path)
}

fn all_of(source: impl Read, path: &Path) -> Result<Vec<u8>, Failure> {
    let mut octets = Vec::new();
    let read = source.take(MAX_READ).read_to_end(&mut octets);
    read.map(|_| octets).map_err(|error| cannot_read(path, &error.to_string()))
}

fn cannot_read(path: &Path, why: &str) -> Failure {
    Failure::new(format!("cannot read {}: {why}", path.display()))
}

/// Reads a ruleset that a command needs. Its errors go to standard error and end the command; what a
/// lenient reading left out is told there too.
pub(crate) fn read(path: &Path, strictness: Strictness, env: &mut Env) -> Result<LgrReading, Failure> {
    let octets = octets(path, env)?;
    usable(path, lgr::read(&octets, strictness), env)
}

/// A reading, when it succeeded; its faults are told.
fn usable(path: &Path, reading: Result<LgrReading, Refused>, env: &mut Env) -> Result<LgrReading, Failure> {
    let style = Style::of_stderr(env);
    match reading {
        Ok(reading) => {
            for fault in reading.faults.iter().filter(|fault| fault.skipped()) {
                env.complain(&fault_line(path, fault, style));
            }
            Ok(reading)
        }
        Err(refused) => {
            for fault in refused.faults() {
                env.complain(&fault_line(path, fault, style));
            }
            Err(Failure::new(format!("{} is not an LGR that can be used", path.display())))
        }
    }
}

/// `FILE:LINE:COLUMN: SEVERITY: SENTENCE [CODE, CLAUSE]`, as editors and CI jobs read it.
pub(crate) fn fault_line(path: &Path, fault: &Fault, style: Style) -> String {
    let place = fault.position().map(|at| format!("{}:{}:", at.line, at.column)).unwrap_or_default();
    let severity = fault.severity();
    let skipped = if fault.skipped() { "; left out" } else { "" };
    format!(
        "{}:{place} {}: {}{skipped} {}",
        path.display(),
        style.severity(severity, severity.name()),
        style.outside(&fault.sentence()),
        style.faint(&format!("[{}, {}]", fault.code().name(), fault.clause())),
    )
}

/// How strictly a file is to be read.
pub(crate) const fn strictness(lenient: bool) -> Strictness {
    if lenient { Strictness::Lenient } else { Strictness::Strict }
}

/// The tables of files or of a policy; none when the arguments name neither.
pub(crate) fn tables_of(
    arguments: &RulesetArguments,
    of: &PolicyRulesetArguments,
    env: &mut Env,
) -> Result<Option<Arc<Tables>>, Failure> {
    let Some(policy) = &of.policy else { return Ok(tables(arguments, env)?.map(Arc::new)) };
    let compiled = policies::of_id_or_file(policy)?.compile();
    let compiled = compiled.map_err(|refused| Failure::new(policies::told(Path::new(policy), &refused)))?;
    compiled
        .tables()
        .cloned()
        .map(Some)
        .ok_or_else(|| Failure::new(format!("the policy {policy} has no table")))
}

/// The tables that labels are held to; none when the arguments name none.
pub(crate) fn tables(arguments: &RulesetArguments, env: &mut Env) -> Result<Option<Tables>, Failure> {
    if arguments.lgr.is_empty() {
        return Ok(None);
    }
    let files = arguments.lgr.iter().map(|path| octets(path, env)).collect::<Result<Vec<_>, _>>()?;
    let strictness = strictness(arguments.lenient);
    let mut named = Vec::with_capacity(files.len());
    for (path, reading) in arguments.lgr.iter().zip(read_all(&files, strictness)) {
        named.push((name(path, &arguments.lgr), usable(path, reading, env)?.lgr));
    }
    Tables::new(named).map(Some).map_err(|error| {
        let culprit = arguments.lgr.iter().zip(&files).find(|(_, octets)| {
            lgr::read(octets, strictness).is_ok_and(|reading| CompiledLgr::new(&reading.lgr).is_err())
        });
        let path = culprit.map_or("the rulesets together".into(), |(path, _)| path.display().to_string());
        Failure::new(format!("cannot use {path}: {error}"))
    })
}

/// Reads rulesets on as many threads as there are processors: most of the time of a check of one label.
fn read_all(files: &[Vec<u8>], strictness: Strictness) -> Vec<Result<LgrReading, Refused>> {
    let jobs = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let read =
        |files: &[Vec<u8>]| -> Vec<_> { files.iter().map(|octets| lgr::read(octets, strictness)).collect() };
    if files.len() < 2 || jobs < 2 {
        return read(files);
    }
    thread::scope(|scope| {
        let parts = files.chunks(files.len().div_ceil(jobs));
        let started: Vec<_> = parts.map(|part| (part, scope.spawn(move || read(part)))).collect();
        // A reader does not panic; were one to, the part is read again here, where it is seen.
        started.into_iter().flat_map(|(part, thread)| thread.join().unwrap_or_else(|_| read(part))).collect()
    })
}

/// The name of a table in reports: that of its file without the ending, or the whole path where several
/// files are called the same.
fn name(path: &Path, all: &[PathBuf]) -> String {
    let same = all.iter().filter(|other| other.file_stem() == path.file_stem()).count();
    let stem = path.file_stem().filter(|_| same == 1).unwrap_or(path.as_os_str());
    stem.to_string_lossy().into_owned()
}
