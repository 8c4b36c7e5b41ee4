//! Label generation rulesets from files.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;

use ulabel::lgr::{
    self, CompiledLgr, Fault, FaultCode, LgrReading, ReadOptions, Refused, Strictness, Tables,
    UntypedVariants,
};

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
pub(crate) fn read(path: &Path, options: ReadOptions, env: &mut Env) -> Result<LgrReading, Failure> {
    let octets = octets(path, env)?;
    usable(path, lgr::read_with(&octets, options), env)
}

/// A reading that succeeded; its faults go to standard error.
fn usable(path: &Path, reading: Result<LgrReading, Refused>, env: &mut Env) -> Result<LgrReading, Failure> {
    match reading {
        Ok(reading) => {
            // What changes which labels fit, or which variants they have, is said.
            let is_said = |fault: &&Fault| {
                fault.skipped() || matches!(fault.code(), FaultCode::VariantsBlocked | FaultCode::HyphenRange)
            };
            note_faults(path, reading.faults.iter().filter(is_said), env);
            Ok(reading)
        }
        Err(refused) => {
            note_faults(path, refused.faults(), env);
            Err(Failure::new(format!("{} is not an LGR that can be used", path.display())))
        }
    }
}

impl From<ReadingArguments> for ReadOptions {
    fn from(arguments: ReadingArguments) -> Self {
        Self {
            strictness: if arguments.lenient { Strictness::Lenient } else { Strictness::Strict },
            untyped: match arguments.variants_as_written {
                true => UntypedVariants::AsWritten,
                false => UntypedVariants::Blocked,
            },
        }
    }
}

/// The tables of the files that arguments name; none when they name none.
pub(crate) fn tables(arguments: &RulesetArguments, env: &mut Env) -> Result<Option<Tables>, Failure> {
    if arguments.lgr.is_empty() {
        return Ok(None);
    }
    let paths = expand(&arguments.lgr)?;
    let files = paths.iter().map(|path| octets(path, env)).collect::<Result<Vec<_>, _>>()?;
    let options = arguments.reading.into();
    let mut named = Vec::with_capacity(files.len());
    for (path, reading) in paths.iter().zip(read_all(&files, options)) {
        named.push((name(path, &paths), usable(path, reading, env)?.lgr));
    }
    Tables::new(named).map(Some).map_err(|error| {
        let culprit = paths.iter().zip(&files).find(|(_, octets)| {
            lgr::read_with(octets, options).is_ok_and(|reading| CompiledLgr::new(&reading.lgr).is_err())
        });
        let path = culprit.map_or("the rulesets together".into(), |(path, _)| path.display().to_string());
        Failure::new(format!("cannot use {path}: {error}"))
    })
}

/// The files of rulesets; a folder stands for the XML and text files in it, in the order of their names.
fn expand(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let failure =
            |error: &dyn std::fmt::Display| Failure::new(format!("cannot read {}: {error}", path.display()));
        let entries = std::fs::read_dir(path).map_err(|error| failure(&error))?;
        let is_table = |file: &PathBuf| {
            let extension = file.extension().map(std::ffi::OsStr::to_ascii_lowercase);
            extension.is_some_and(|extension| extension == "xml" || extension == "txt") && file.is_file()
        };
        let mut found: Vec<PathBuf> = entries
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()
            .map_err(|error: std::io::Error| failure(&error))?;
        found.retain(is_table);
        found.sort_unstable();
        if found.is_empty() {
            return Err(failure(&"the folder has no .xml or .txt file"));
        }
        files.append(&mut found);
    }
    Ok(files)
}

/// Reads rulesets on as many threads as there are processors: most of the time of a check of one label.
fn read_all(files: &[Vec<u8>], options: ReadOptions) -> Vec<Result<LgrReading, Refused>> {
    let jobs = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let read = |files: &[Vec<u8>]| -> Vec<_> {
        files.iter().map(|octets| lgr::read_with(octets, options)).collect()
    };
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
