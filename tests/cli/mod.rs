//! The program, run as people and pipelines run it.

mod bulk;
mod check;
mod convert;
mod exit;
mod explain;
mod help;
mod hostile;
mod json;
mod tables;

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::thread;

/// What a run of the program gave.
#[derive(Debug)]
struct Run {
    status: i32,
    stdout: Vec<u8>,
    stderr: String,
}

impl Run {
    fn text(&self) -> &str {
        std::str::from_utf8(&self.stdout).expect("standard output is UTF-8")
    }
}

/// The program with an environment of its own: no language, no colours asked for, a fixed width.
fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ulabel"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM"] {
        command.env_remove(name);
    }
    command.env("COLUMNS", "100").args(arguments).stdin(Stdio::null());
    command
}

fn finish(output: Output) -> Run {
    Run {
        status: output.status.code().expect("ended by itself"),
        stdout: output.stdout,
        stderr: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
    }
}

/// Runs the program without input.
fn run(arguments: &[&str]) -> Run {
    finish(program(arguments).output().unwrap())
}

/// Runs the program with `input` on standard input.
fn pipe(arguments: &[&str], input: &[u8]) -> Run {
    let mut command = program(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // Beside reading, or a long output would block both.
    let writer = thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    finish(output)
}

/// A file in a folder of its own, removed at the end.
struct TemporaryFile(PathBuf);

impl TemporaryFile {
    fn new(name: &str, content: &[u8]) -> Self {
        let folder =
            PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("names.txt");
        std::fs::write(&path, content).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(self.0.parent().unwrap());
    }
}

/// Compares rendered output with the snapshot of that name. `ULABEL_UPDATE_SNAPSHOTS=1 cargo test --test
/// integration cli::` writes them anew.
fn assert_snapshot(name: &str, text: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cli/snapshots").join(name);
    if std::env::var_os("ULABEL_UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        expected == text,
        "{} is not what the program writes now:\n{text}\nSet ULABEL_UPDATE_SNAPSHOTS=1 to write it anew.",
        path.display()
    );
}
