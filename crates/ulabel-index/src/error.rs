//! What can go wrong.

use std::io;
use std::path::{Path, PathBuf};

/// An index, or the input of one, could not be used. Nothing that was said to be stored is lost by it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IndexError {
    /// The system refused an operation on a file.
    #[error("{}: cannot {action}: {source}", path.display())]
    Io {
        /// What was to be done.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// There is no room left. What was to be stored is not.
    #[error("{}: the disk is full; nothing of this change is stored, all before it is", path.display())]
    DiskFull {
        /// The file that could not grow.
        path: PathBuf,
    },
    /// There is no index.
    #[error("{}: no index is there", path.display())]
    Missing {
        /// The folder.
        path: PathBuf,
    },
    /// The file is not of an index, or of another index.
    #[error("{}: not a file of this index, {found}", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What it is instead.
        found: &'static str,
    },
    /// The file was written by a later version of this crate.
    #[error("{}: written in format {found}, expected {known} or older", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// The version of its format.
        found: u32,
        /// The version that is known here.
        known: u32,
    },
    /// The file has not the length that it was written with.
    #[error("{}: {found} octets long, expected {expected}", path.display())]
    Truncated {
        /// The file.
        path: PathBuf,
        /// Its length.
        found: u64,
        /// The length that it had.
        expected: u64,
    },
    /// What the file holds is not what was written.
    #[error("{}: damaged at octet {at}, {what}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// Where.
        at: u64,
        /// What is wrong there.
        what: &'static str,
    },
    /// The keys of the index were made under other tables, domains or another version of Unicode.
    #[error(
        "{}: made under other tables than those of policy {given} (policy {index} as it was then); rebuild the index",
        path.display()
    )]
    OtherPolicy {
        /// The folder of the index.
        path: PathBuf,
        /// The policy that it was made under.
        index: String,
        /// The policy that was given.
        given: String,
    },
    /// Another process, or another writer of this one, has the index open for writing.
    #[error("{}: another writer has the index", path.display())]
    Locked {
        /// The folder of the index.
        path: PathBuf,
    },
    /// Something stands where the index is to be made.
    #[error("{}: exists already", path.display())]
    Exists {
        /// The folder.
        path: PathBuf,
    },
    /// A write failed before, so that this writer no longer knows what is on the disk: open the index again.
    #[error("{}: a write failed before; open the index again", path.display())]
    Failed {
        /// The folder of the index.
        path: PathBuf,
    },
    /// A record or a group of changes is longer than an index takes.
    #[error("{what} of {found} octets, expected at most {most}")]
    TooLong {
        /// What is too long.
        what: &'static str,
        /// Its length.
        found: usize,
        /// The longest.
        most: usize,
    },
    /// The input of a build cannot be read.
    #[error("line {line}, {field}: {what}")]
    Input {
        /// The line, counted from 1.
        line: u64,
        /// The column or member; `record` for the whole of it.
        field: String,
        /// What is wrong there.
        what: String,
    },
}

/// The result of work on an index.
pub type Result<T, E = IndexError> = std::result::Result<T, E>;

impl IndexError {
    /// For an operation on a file that failed.
    pub(crate) fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull { path: path.into() },
            _ => Self::Io { action, path: path.into(), source },
        }
    }

    pub(crate) fn damaged(path: &Path, at: u64, what: &'static str) -> Self {
        Self::Damaged { path: path.into(), at, what }
    }

    /// True if a file was not there.
    pub(crate) fn is_not_found(&self) -> bool {
        matches!(self, Self::Io { source, .. } if source.kind() == io::ErrorKind::NotFound)
    }
}
