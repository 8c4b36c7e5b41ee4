//! The program, run as people and pipelines run it.
#![allow(missing_docs, unreachable_pub)]
// A test that panics has found something, and may use the compiler's own idea of characters.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods
)]

// Many names: order, and the summary.
mod bulk;
// `check` for people, and where its names come from.
mod check;
// `convert`.
mod convert;
// `decide` and `index`.
mod decide;
// Parquet, as engines read it.
mod engines;
// The exit status, and what goes where.
mod exit;
// `explain`.
mod explain;
// What people reported.
#[cfg(unix)]
mod field;
// Help, manual pages and completions.
mod help;
// Input that means harm, or means nothing.
mod hostile;
// JSON Lines, the contract.
mod json;
// Label generation rulesets: `lgr`, and labels under one.
mod lgr;
// `where`.
mod places;
// `policy`, and names under a policy.
mod policy;
// `serve`, over a unix socket.
#[cfg(unix)]
mod serve;
// The runner that the tests share.
mod support;
// `tables`.
mod tables;
// The tutorial.
mod tutorial;

use std::path::Path;

/// A file of names, one a line, and its path.
fn names_file(test: &str, names: impl AsRef<[u8]>) -> String {
    let path = crate::support::file(test, "names.txt", names.as_ref());
    path.to_str().expect("UTF-8").into()
}

/// Compares rendered output with the snapshot of that name. `ULABEL_REFRESH=1 cargo test -p
/// ulabel-cli` writes them anew.
fn assert_snapshot(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(name);
    if std::env::var_os("ULABEL_REFRESH").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        expected == text,
        "{} is not what the program writes now:\n{text}\nSet ULABEL_REFRESH=1 to write it anew.",
        path.display()
    );
}
