//! `ulabel-gen`: makes the tables under `src/unicode/tables` and `src/script/tables` from published crates,
//! and with `policies` the derived policies, the index of all that are built in and the table of coverage.
//!
//! `properties` prints the values from which `data/unicode/history.mjs` goes back.
//!
//! It never downloads, and it refuses a supplier whose Unicode version is not ours. With `--check` it
//! writes nothing and fails when a committed file differs from what it would write.

#![forbid(unsafe_code)]

extern crate alloc;

mod confusables;
mod derive;
mod emit;
mod policies;
mod properties;
mod source;

// The format of the tables is the library's, which keeps it to itself.
#[allow(dead_code)]
#[path = "../../../src/unicode/layout.rs"]
mod layout;
#[allow(dead_code)]
#[path = "../../../src/unicode/trie.rs"]
mod trie;
#[allow(dead_code, unreachable_pub)]
#[path = "../../../src/unicode/version.rs"]
mod version;

use std::process::ExitCode;

const USAGE: &str = "usage: ulabel-gen [policies [--cldr DIR] [--psl DIR]] [--check] | properties";

/// Path and text of a file.
type Generated = (String, String);

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(stale) if stale.is_empty() => ExitCode::SUCCESS,
        Ok(stale) => {
            stale.iter().for_each(|path| eprintln!("ulabel-gen: {path} is not what the generator makes"));
            ExitCode::FAILURE
        }
        Err(message) => {
            eprintln!("ulabel-gen: {message}");
            ExitCode::from(2)
        }
    }
}

/// Writes every file, or with `--check` returns the paths of those that are stale.
fn run(mut arguments: impl Iterator<Item = String>) -> Result<Vec<String>, String> {
    let (mut of_policies, mut cldr, mut psl, mut check) = (false, None, None, false);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "properties" => {
                print!("{}", properties::list());
                return Ok(Vec::new());
            }
            "policies" => of_policies = true,
            "--cldr" if of_policies => cldr = Some(arguments.next().ok_or(USAGE)?),
            "--psl" if of_policies => psl = Some(arguments.next().ok_or(USAGE)?),
            "--check" => check = true,
            _ => return Err(format!("unknown argument {argument}; {USAGE}")),
        }
    }
    let cldr = cldr.map(|folder| policies::extract(&folder)).transpose()?;
    let psl = psl.map(|folder| policies::suffixes(&folder)).transpose()?;
    // The others are made of these.
    let mut stale = put(cldr.into_iter().chain(psl).flatten(), check)?;
    let files = if of_policies { policies::files()? } else { emit::tables()? };
    stale.extend(put(files, check)?);
    Ok(stale)
}

/// Writes files, or to check returns the paths of those that are stale.
fn put(files: impl IntoIterator<Item = Generated>, check: bool) -> Result<Vec<String>, String> {
    let mut stale = Vec::new();
    for (path, text) in files {
        if !check {
            write(&path, &text)?;
        } else if std::fs::read_to_string(&path).ok().is_none_or(|committed| committed != text) {
            stale.push(path);
        }
    }
    Ok(stale)
}

fn read(path: &str) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))
}

fn write(path: &str, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|e| format!("{path}: {e}"))
}
