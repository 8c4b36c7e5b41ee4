//! The tutorial, `src/docs/tutorial.md`: its files are written, its changes made and its commands run, one after the
//! other.
//!
//! A line `...` stands for any lines; `? N` after a command is its exit status, 0 if it is not there. What is written to
//! standard error comes after what is written to standard output.

use std::fmt::Write as _;
use std::path::Path;

use crate::support::{folder, program, root, run};

#[test]
fn the_tutorial_runs() {
    let text = std::fs::read_to_string(root().join("src/docs/tutorial.md")).expect("the tutorial");
    let folder = folder("tutorial");
    let mut commands = 0;
    let mut rest = text.as_str();
    while let Some((_, after)) = rest.split_once("\n```") {
        let (kind, after) = after.split_once('\n').expect("a kind of block");
        let (block, after) = after.split_once("```").expect("the end of a block");
        match kind.split_once(' ').unwrap_or((kind, "")) {
            ("console", _) => commands += run_all(block, &folder),
            ("diff", _) => change(block, &folder.join("am.toml")),
            ("text", name) => std::fs::write(folder.join(name), block).expect("a file"),
            (other, _) => panic!("a block of kind {other:?}"),
        }
        rest = after;
    }
    assert!(commands > 10, "{commands} commands");
}

/// Runs the commands of a block; returns how many.
fn run_all(block: &str, folder: &Path) -> usize {
    let commands: Vec<&str> = block.split("$ ulabel ").skip(1).collect();
    for command in &commands {
        let (line, said) = command.split_once('\n').expect("a line");
        let (status, said) = match said.strip_prefix("? ").and_then(|said| said.split_once('\n')) {
            Some((status, said)) => (status.parse().expect("a status"), said),
            None => (0, said),
        };
        let (line, to) = line.split_once(" > ").unwrap_or((line, ""));
        let arguments: Vec<&str> = line.split(' ').collect();
        let ran = run(program(&arguments).current_dir(folder), b"");
        let mut found = ran.stderr;
        match to {
            "" => found.insert_str(0, &ran.stdout),
            file => std::fs::write(folder.join(file), ran.stdout).expect("a file"),
        }
        assert_eq!(ran.status, status, "{line}: {found}");
        assert!(is_like(&found, said), "{line}\n-- found\n{found}-- the tutorial has\n{said}");
    }
    commands.len()
}

/// True if a text has these lines, where `...` stands for any.
fn is_like(text: &str, lines: &str) -> bool {
    let mut rest = text;
    let mut any = false;
    for line in lines.lines() {
        if line == "..." {
            any = true;
            continue;
        }
        let line = format!("{line}\n");
        let at = if any { rest.find(&line) } else { rest.starts_with(&line).then_some(0) };
        let Some(after) = at.and_then(|at| rest.get(at + line.len()..)) else { return false };
        (rest, any) = (after, false);
    }
    any || rest.is_empty()
}

/// Makes a change in a file: lines that stay begin with a space.
fn change(block: &str, file: &Path) {
    let (mut old, mut new) = (String::new(), String::new());
    for line in block.lines() {
        let text = line.get(1..).expect("a sign");
        if !line.starts_with('+') {
            writeln!(old, "{text}").expect("memory");
        }
        if !line.starts_with('-') {
            writeln!(new, "{text}").expect("memory");
        }
    }
    let before = std::fs::read_to_string(file).expect("a file");
    assert_eq!(before.matches(&old).count(), 1, "{old} stands once in {before}");
    std::fs::write(file, before.replace(&old, &new)).expect("a file");
}
