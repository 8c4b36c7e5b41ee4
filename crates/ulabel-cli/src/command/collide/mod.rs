//! `collide`: names that fall into one variant set, or look alike.

mod candidates;
mod groups;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ulabel::collisions::Collisions;
use ulabel::lgr::Tables;

use crate::args::NamesArguments;
use crate::args::lgr::CollideArguments;
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::keys::Keys;
use crate::output::Look;
use crate::{input, ruleset};

/// Runs the command.
pub(crate) fn run(arguments: &CollideArguments, look: &Look, env: &mut Env) -> Result<Exit, Failure> {
    let tables = ruleset::tables_of(&arguments.rulesets, &arguments.of, env)?;
    let result = match &arguments.against {
        None => groups::run(arguments, tables, look, env),
        Some(existing) => candidates::run(arguments, existing, tables, look, env),
    };
    match result {
        // Who has seen enough has seen a collision.
        Err(Failure::Closed(_)) => Ok(Exit::Invalid),
        other => other,
    }
}

/// Names grouped by each key that was asked for.
struct Grouped {
    by_index_label: Option<Collisions>,
    by_skeleton: Option<Collisions>,
    names: u64,
    /// Names that have no index label.
    outside: u64,
}

impl Grouped {
    fn new(tables: Option<&Arc<Tables>>, skeleton: bool) -> Self {
        Self {
            by_index_label: tables.map(|_| Collisions::new()),
            by_skeleton: skeleton.then(Collisions::new),
            names: 0,
            outside: 0,
        }
    }

    /// Reads all names of some files.
    fn read(&mut self, files: &[PathBuf], keys: &mut Keys, env: &mut Env) -> Result<(), Failure> {
        let names = NamesArguments { names: Vec::new(), file: files.to_vec() };
        let mut index_label = String::new();
        input::open(&names, false, env)?.read(Vec::new(), |batch| {
            for line in input::lines(&batch).filter(|line| !line.is_empty()) {
                self.names += 1;
                // A name that is not UTF-8 is in no set.
                let Ok(name) = std::str::from_utf8(line) else {
                    self.outside += 1;
                    continue;
                };
                keys.take(name);
                if let Some(collisions) = &mut self.by_index_label {
                    if keys.index_label_into(&mut index_label) {
                        collisions.insert(keys.name(), &index_label);
                    } else {
                        self.outside += 1;
                    }
                }
                if let Some(collisions) = &mut self.by_skeleton {
                    collisions.insert(keys.name(), &keys.skeleton());
                }
            }
            Some(batch)
        })
    }

    /// The groupings, each with what it goes by.
    fn each(&self) -> impl Iterator<Item = (By, &Collisions)> {
        let by_index_label = self.by_index_label.iter().map(|collisions| (By::IndexLabel, collisions));
        by_index_label.chain(self.by_skeleton.iter().map(|collisions| (By::Skeleton, collisions)))
    }
}

/// What names are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    IndexLabel,
    Skeleton,
}

impl By {
    const fn name(self) -> &'static str {
        match self {
            Self::IndexLabel => "index-label",
            Self::Skeleton => "skeleton",
        }
    }

    fn word(self, look: &Look) -> &str {
        use ulabel::language::Word;
        look.words.word(match self {
            Self::IndexLabel => Word::HeadIndexLabel,
            Self::Skeleton => Word::HeadSkeleton,
        })
    }
}

/// Both may not read standard input.
fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}
