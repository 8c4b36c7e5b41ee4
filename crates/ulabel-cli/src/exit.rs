//! How the program ends.

use std::io;
use std::process::ExitCode;

/// The exit status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// Every name is valid, or needs only a review.
    #[default]
    Valid,
    /// At least one name is invalid.
    Invalid,
    /// The command could not be carried out.
    Failed,
}

/// For the long help of the program.
pub(crate) const HELP: &str = "Exit status:
  0  every name is valid (or only needs a review, unless --strict)
  1  at least one name is invalid
  2  the command could not be carried out";

impl Exit {
    /// The one conversion to a number.
    pub(crate) const fn status(self) -> u8 {
        match self {
            Self::Valid => 0,
            Self::Invalid => 1,
            Self::Failed => 2,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.status())
    }
}

/// Why a command stopped before its end.
#[derive(Debug)]
pub(crate) enum Failure {
    /// It could not be carried out, for this reason.
    Message(String),
    /// Nobody reads the results any more, which is no fault.
    Closed(Exit),
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self::Message(message.into())
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Message(message) => f.write_str(message),
            Self::Closed(_) => f.write_str("nobody reads the results"),
        }
    }
}

impl From<io::Error> for Failure {
    /// An error of writing results.
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed(Exit::Valid),
            _ => Self::Message(format!("cannot write: {error}")),
        }
    }
}

impl From<ulabel_index::IndexError> for Failure {
    fn from(error: ulabel_index::IndexError) -> Self {
        Self::new(error.to_string())
    }
}
