//! Replays what the fuzzer once found, and its seeds, through the same entry points, on stable.

use std::fs;
use std::path::{Path, PathBuf};

#[path = "../fuzz/src/entry.rs"]
mod entry;

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz")
}

/// Runs every file of a folder through the target of its name; each of them has some where `all` do.
fn replay(folder: &str, all: bool) {
    for target in entry::TARGETS {
        let files = fs::read_dir(fuzz().join(folder).join(target.name));
        assert!(files.is_ok() || !all, "{folder} of {}", target.name);
        for file in files.into_iter().flatten() {
            let path = file.unwrap().path();
            eprintln!("{}", path.display());
            (target.run)(&fs::read(&path).unwrap());
        }
    }
}

#[test]
fn seeds_pass() {
    replay("seeds", true);
}

#[test]
fn regressions_pass() {
    replay("regressions", false);
}

/// The README, the manifest and the files of the targets say what the list of targets says.
#[test]
fn targets_are_listed_once() {
    let read = |path: &str| fs::read_to_string(fuzz().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
    let own = entry::TARGETS.iter().map(|target| ("entry", target.name, target.input));
    let of_index = entry::INDEX_TARGETS.iter().map(|(name, input)| ("index", *name, *input));
    let targets: Vec<_> = own.chain(of_index).collect();
    let table: String = targets.iter().map(|(_, name, input)| format!("| `{name}` | {input} |\n")).collect();
    assert!(
        read("README.md").contains(&format!("|---|---|\n{table}\n")),
        "fuzz/README.md should have\n{table}"
    );

    let manifest: toml::Table = read("Cargo.toml").parse().unwrap();
    let binaries = manifest["bin"].as_array().unwrap();
    let names: Vec<&str> = binaries.iter().map(|binary| binary["name"].as_str().unwrap()).collect();
    assert_eq!(names, targets.iter().map(|(_, name, _)| *name).collect::<Vec<_>>());
    for ((module, name, _), binary) in targets.iter().zip(binaries) {
        assert_eq!(binary["path"].as_str(), Some(&*format!("fuzz_targets/{name}.rs")));
        assert!(read(&format!("fuzz_targets/{name}.rs")).contains(&format!("{module}::{name}(data)")));
    }
    assert_eq!(fs::read_dir(fuzz().join("fuzz_targets")).unwrap().count(), names.len());
}
