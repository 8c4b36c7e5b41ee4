//! Runs the program.

#[path = "../../../../tests/support/mod.rs"]
mod workspace;

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

pub use workspace::{root, shared_lines, shared_path};

/// How a run of the program ended.
#[derive(Debug)]
pub struct Ran {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

/// Runs `ulabel` in the folder of the workspace, with nothing on standard input.
pub fn ulabel(arguments: &[&str]) -> Ran {
    ulabel_with(arguments, b"")
}

/// Runs `ulabel` with that on standard input.
pub fn ulabel_with(arguments: &[&str], stdin: &[u8]) -> Ran {
    run(&mut program(arguments), stdin)
}

/// The program with an environment of its own: no language, no colours asked for, a fixed width.
pub fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ulabel"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM"] {
        command.env_remove(name);
    }
    command.env("COLUMNS", "100").current_dir(root()).args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs a command with that on standard input.
pub fn run(command: &mut Command, stdin: &[u8]) -> Ran {
    let mut child = command.spawn().expect("the program starts");
    let mut pipe = child.stdin.take().expect("a pipe");
    let stdin = stdin.to_vec();
    let writer = std::thread::spawn(move || {
        // A program that reads nothing closes the pipe.
        let _ = pipe.write_all(&stdin);
    });
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("written");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Ran {
        status: output.status.code().expect("no signal"),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

/// An empty folder of a test.
pub fn folder(test: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// The path of a file with that content, in a folder that is the test's own.
pub fn file(test: &str, name: &str, content: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    std::fs::write(&path, content).expect("a file");
    path
}
