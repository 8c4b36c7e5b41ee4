//! Structured logs on standard error, in text or JSON. What is said of a request is chosen by
//! [`RequestLog`](crate::RequestLog); nothing else names labels, holders or addresses of clients.

use std::io::{self, IsTerminal};

use tracing::Level;
use tracing::level_filters::LevelFilter;
use tracing::subscriber::{SetGlobalDefaultError, set_global_default};

/// How lines are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

/// Writes logs of this process to standard error from now on.
///
/// # Errors
///
/// If another part of the process has done that before.
pub fn to_stderr(format: LogFormat, level: Level) -> Result<(), SetGlobalDefaultError> {
    let lines =
        tracing_subscriber::fmt().with_max_level(LevelFilter::from_level(level)).with_writer(io::stderr);
    match format {
        LogFormat::Text => set_global_default(lines.with_ansi(io::stderr().is_terminal()).finish()),
        LogFormat::Json => set_global_default(lines.json().flatten_event(true).finish()),
    }
}
