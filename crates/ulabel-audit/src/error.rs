//! Why input cannot be read.

use std::fmt;

/// Why a file, or standard input, cannot be read to its end.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cannot read {file}{}: {what}", place(*.line))]
#[non_exhaustive]
pub struct InputError {
    /// The name of the file.
    pub file: String,
    /// The line in which the fault is, from 1 on.
    pub line: Option<u64>,
    /// What was found, and what was expected.
    pub what: String,
}

impl InputError {
    pub(crate) fn new(file: &str, what: impl fmt::Display) -> Self {
        Self { file: file.to_owned(), line: None, what: what.to_string() }
    }

    pub(crate) fn at_line(file: &str, line: u64, what: impl fmt::Display) -> Self {
        Self { line: Some(line), ..Self::new(file, what) }
    }
}

fn place(line: Option<u64>) -> String {
    line.map(|line| format!(", line {line}")).unwrap_or_default()
}
