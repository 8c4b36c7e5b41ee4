//! Replays what the fuzzer once found, and its seeds, through the same entry points, on stable.

use std::fs;
use std::path::Path;

/// The targets, by the names of their folders.
#[path = "../fuzz/fuzz_targets/entry.rs"]
mod entry;

fn replay(folder: &str) -> usize {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(folder);
    let mut count = 0;
    for (name, run) in entry::TARGETS {
        let Ok(files) = fs::read_dir(root.join(name)) else { continue };
        for file in files {
            let path = file.unwrap().path();
            eprintln!("{}", path.display());
            run(&fs::read(&path).unwrap());
            count += 1;
        }
    }
    count
}

#[test]
fn seeds_pass() {
    assert!(replay("seeds") > 20, "the seeds are there");
}

#[test]
fn regressions_pass() {
    replay("regressions");
}
