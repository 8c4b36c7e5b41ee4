//! `ulabel-gen`: makes the tables under `src/unicode/tables` and `src/script/tables` from published crates.
//!
//! It never downloads, and it refuses a supplier whose Unicode version is not ours. With `--check` it
//! writes nothing and fails when a committed table differs from what it would write.

#![forbid(unsafe_code)]

extern crate alloc;

mod confusables;
mod derive;
mod emit;
mod policies;
mod source;

// The format of the table is the library's; including the files keeps the two from drifting, and lets
// the generator run when the committed tables are broken.
#[allow(dead_code)]
#[path = "../../../src/unicode/layout.rs"]
mod layout;
#[allow(dead_code)]
#[path = "../../../src/unicode/trie.rs"]
mod trie;
#[allow(dead_code, unreachable_pub)]
#[path = "../../../src/unicode/values.rs"]
mod values;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1).peekable();
    if arguments.next_if(|mode| mode == "policies").is_some() {
        return policies::main(arguments);
    }
    let mut check = false;
    for argument in arguments {
        match argument.as_str() {
            "--check" => check = true,
            other => {
                eprintln!("ulabel-gen: unknown argument {other}; the only one is --check");
                return ExitCode::from(2);
            }
        }
    }
    match run(check) {
        Ok(stale) if stale.is_empty() => ExitCode::SUCCESS,
        Ok(stale) => {
            for path in stale {
                eprintln!("ulabel-gen: {path} is not what the generator makes");
            }
            ExitCode::FAILURE
        }
        Err(message) => {
            eprintln!("ulabel-gen: {message}");
            ExitCode::from(2)
        }
    }
}

/// Writes every table, or with `check` returns the paths of those that are stale.
fn run(check: bool) -> Result<Vec<&'static str>, String> {
    source::refuse_other_versions()?;
    let ages = source::ages("data/unicode/ages.tsv")?;
    let mut stale = Vec::new();
    for (path, text) in emit::tables(&ages)? {
        if !check {
            std::fs::write(path, text).map_err(|e| format!("{path}: {e}"))?;
        } else if std::fs::read_to_string(path).ok().as_deref() != Some(text.as_str()) {
            stale.push(path);
        }
    }
    Ok(stale)
}
