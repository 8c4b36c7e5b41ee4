//! A check beside the names that exist: `--index` of `check` and `explain`.

use std::mem;
use std::path::Path;
use std::sync::Arc;

use ulabel::Report;
use ulabel::decision::{Decider, IndexKeys, Request};
use ulabel_index::Index;

use crate::args::PolicyArguments;
use crate::bulk::Results;
use crate::env::Env;
use crate::exit::Failure;
use crate::load;

/// An index, and what decides beside it.
#[derive(Clone)]
pub(crate) struct Beside {
    decider: Arc<Decider>,
    index: Index,
    keys: IndexKeys,
}

impl Beside {
    /// That of the index in a folder, if one is named.
    pub(crate) fn new(
        folder: Option<&Path>,
        arguments: &PolicyArguments,
        env: &mut Env,
    ) -> Result<Option<Self>, Failure> {
        let Some(folder) = folder else { return Ok(None) };
        let (decider, index) = load::index(folder, arguments, env)?;
        Ok(Some(Self { keys: decider.keys(), decider: Arc::new(decider), index }))
    }

    /// Adds to a report what the names that exist say of its name; false if they cannot be read, and the report is lost.
    #[must_use]
    pub(crate) fn amend(&mut self, report: &mut Report, results: &mut Results) -> bool {
        let name = report.input().to_owned();
        match self.decider.decide_on(mem::take(report), &Request::new(&name), &mut self.keys, &self.index) {
            Ok(decision) => {
                *report = decision.report;
                true
            }
            Err(error) => {
                results.tally.failed += 1;
                results.stderr.extend_from_slice(format!("ulabel: {error}\n").as_bytes());
                false
            }
        }
    }
}
