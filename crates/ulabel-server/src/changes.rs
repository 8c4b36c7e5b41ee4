//! Changes of the index, one group after another.

use std::sync::{Mutex, PoisonError};

use ulabel::decision::NameRecord;
use ulabel_index::{Change, IndexError, IndexWriter, Outcome};

use crate::app::Generation;
use crate::error::{Code, Problem};
use crate::served::Existing;

/// Names that are changed together: all of them, or none.
pub(crate) enum Group {
    /// Records are put in; those of names that are not there are left out if `only_known`.
    Put {
        records: Vec<NameRecord>,
        only_known: bool,
    },
    Remove(Vec<String>),
}

/// The writer of the index. It is opened for the first change, and kept: from then on no other process can change the
/// index, until this one ends.
#[derive(Debug, Default)]
pub(crate) struct Changes(Mutex<Option<Open>>);

#[derive(Debug)]
struct Open {
    writer: IndexWriter,
    /// The number of the generation that it was opened for; another may have another index.
    generation: u64,
}

impl Changes {
    /// Makes a group of changes, which are on the disk when it returns; what became of each, with its name. It waits for
    /// others that change.
    pub(crate) fn apply(
        &self,
        generation: &Generation,
        existing: &Existing,
        group: Group,
    ) -> Result<Vec<(Outcome, String)>, IndexError> {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if open.as_ref().is_some_and(|open| open.generation != generation.number) {
            // There is one writer at a time.
            *open = None;
        }
        let Open { writer, .. } = match &mut *open {
            Some(open) => open,
            none => none.insert(Open {
                writer: IndexWriter::open(existing.index().folder(), existing.decider())?,
                generation: generation.number,
            }),
        };
        let done = apply(writer, group);
        if done.is_err() {
            // It may not know any more what is on the disk.
            *open = None;
        }
        drop(open);
        existing.refresh()?;
        done
    }
}

fn apply(writer: &mut IndexWriter, group: Group) -> Result<Vec<(Outcome, String)>, IndexError> {
    let (mut changes, mut done) = (Vec::new(), Vec::new());
    match group {
        Group::Remove(names) => changes.extend(names.into_iter().map(Change::Remove)),
        Group::Put { records, only_known } => {
            for record in records {
                if only_known && writer.get(&record.name)?.is_none() {
                    done.push((Outcome::Absent, record.name));
                } else {
                    changes.push(Change::Put(record));
                }
            }
        }
    }
    let outcomes = writer.apply(&changes)?;
    let names = changes.into_iter().map(|change| match change {
        Change::Put(record) => record.name,
        Change::Remove(name) => name,
    });
    done.extend(outcomes.into_iter().zip(names));
    Ok(done)
}

/// For an index that cannot be read or changed. Paths stand in such an error, so it is for the log.
impl From<IndexError> for Problem {
    fn from(error: IndexError) -> Self {
        match error {
            IndexError::TooLong { .. } => Self::new(Code::TooLarge, error.to_string()),
            IndexError::Locked { .. } => Self::new(Code::IndexLocked, "another process changes the index"),
            error => {
                tracing::error!(reason = %error, "the index cannot be used");
                Self::new(Code::Internal, "the index cannot be used; the log says why")
            }
        }
    }
}
