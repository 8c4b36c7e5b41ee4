//! Label generation rulesets from files.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;

use ulabel::lgr::{self, CompiledLgr, LgrReading, Refused, Strictness, Tables};

use crate::args::lgr::{ReadingArguments, RulesetArguments};
use crate::env::Env;
use crate::exit::Failure;
use crate::files;
use crate::output::note_faults;

/// Octets of a ruleset, at most; the reader says so of one that has more.
const MAX_RULESET_OCTETS: u64 = 64 << 20;

/// The octets of a ruleset; `-` is standard input.
pub(crate) fn octets(path: &Path, env: &mut Env) -> Result<Vec<u8>, Failure> {
    files::octets(path, MAX_RULESET_OCTETS, env)
}

/// Reads a ruleset that a command needs. Its errors go to standard error and end the command; so does what a
/// lenient reading left out, which does not.
pub(crate) fn read(path: &Path, strictness: Strictness, env: &mut Env) -> Result<LgrReading, Failure> {
    let octets = octets(path, env)?;
    usable(path, lgr::read(&octets, strictness), env)
}

/// A reading that succeeded; its faults go to standard error.
fn usable(path: &Path, reading: Result<LgrReading, Refused>, env: &mut Env) -> Result<LgrReading, Failure> {
    match reading {
        Ok(reading) => {
            note_faults(path, reading.faults.iter().filter(|fault| fault.skipped()), env);
            Ok(reading)
        }
        Err(refused) => {
            note_faults(path, refused.faults(), env);
            Err(Failure::new(format!("{} is not an LGR that can be used", path.display())))
        }
    }
}

impl From<ReadingArguments> for Strictness {
    fn from(arguments: ReadingArguments) -> Self {
        if arguments.lenient { Self::Lenient } else { Self::Strict }
    }
}

/// The tables of the files that arguments name; none when they name none.
pub(crate) fn tables(arguments: &RulesetArguments, env: &mut Env) -> Result<Option<Tables>, Failure> {
    if arguments.lgr.is_empty() {
        return Ok(None);
    }
    let files = arguments.lgr.iter().map(|path| octets(path, env)).collect::<Result<Vec<_>, _>>()?;
    let strictness = arguments.reading.into();
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
