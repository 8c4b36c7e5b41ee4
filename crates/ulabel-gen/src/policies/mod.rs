//! `ulabel-gen policies`: makes the derived policies, the index of all that are built in, and the table
//! of coverage.
//!
//! It runs offline from `data/cctlds.tsv`, `data/cldr` and `data/registries`; `--cldr DIR`, a folder with
//! the npm packages installed in it, makes `data/cldr` anew first.

mod coverage;
mod derive;
mod extract;
mod index;
mod inputs;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

/// The first line that says a file is generated.
const GENERATED: &str = "# DO NOT EDIT: made by `cargo run --release --package ulabel-gen -- policies`.";

/// Runs the mode with the arguments behind its name.
pub(crate) fn main(arguments: impl Iterator<Item = String>) -> ExitCode {
    let (mut check, mut cldr, mut arguments) = (false, None, arguments);
    while let Some(argument) = arguments.next() {
        match (argument.as_str(), &mut arguments) {
            ("--check", _) => check = true,
            ("--cldr", rest) => cldr = rest.next(),
            (other, _) => {
                eprintln!("ulabel-gen policies: unknown argument {other}; there are --check and --cldr DIR");
                return ExitCode::from(2);
            }
        }
    }
    match run(check, cldr.as_deref()) {
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

fn run(check: bool, cldr: Option<&str>) -> Result<Vec<String>, String> {
    let mut files = BTreeMap::new();
    if let Some(folder) = cldr {
        let extract = extract::extract(Path::new(folder), &inputs::cctlds()?)?;
        for (path, text) in &extract {
            std::fs::write(path, text).map_err(|e| format!("{path}: {e}"))?;
        }
    }
    let cctlds = inputs::cctlds()?;
    let cldr = inputs::Cldr::read()?;
    let policies = derive::policies(&cctlds, &cldr)?;
    for (cctld, policy) in cctlds.iter().zip(&policies) {
        if let Some(text) = &policy.derived_text {
            files.insert(format!("data/policies/{}.toml", cctld.a_label), text.clone());
        }
    }
    files.insert("src/policy/builtin/index.rs".to_owned(), index::text(&cctlds, &policies, &cldr));
    files.insert("src/docs/coverage.md".to_owned(), coverage::text(&cctlds, &policies, &cldr));
    let mut stale = Vec::new();
    for (path, text) in files {
        if !check {
            std::fs::write(&path, text).map_err(|e| format!("{path}: {e}"))?;
        } else if std::fs::read_to_string(&path).ok().as_deref() != Some(text.as_str()) {
            stale.push(path);
        }
    }
    Ok(stale)
}
