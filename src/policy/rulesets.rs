//! Tables that are label generation rulesets.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::code_points::CodePointSet;
use super::fault::nowhere;
use super::reader::shown;
use super::table::Table;
use crate::finding::{Fault, FaultCode};
use crate::lgr::{self, CompiledLgr, Entry, Lgr, LgrSet, Strictness, Tables};

/// The rulesets of a policy, compiled together, and which table each is.
#[derive(Clone, Debug, Default)]
pub(super) struct Rulesets {
    pub(super) all: Option<Arc<Tables>>,
}

/// Reads the rulesets that tables name. Gives the tables as the look-up needs them, each ruleset's code
/// points in place of letters; the ruleset itself decides on a label.
pub(super) fn read(
    tables: &[Table],
    text_of: &mut dyn FnMut(&str, &mut Vec<Fault>) -> String,
    faults: &mut Vec<Fault>,
) -> (Vec<Table>, Rulesets) {
    let mut listed = tables.to_vec();
    let mut lgrs: Vec<(String, Lgr)> = Vec::new();
    for table in &mut listed {
        let Some(file) = table.lgr.clone() else { continue };
        let before = faults.len();
        let text = text_of(&file, faults);
        if faults.len() > before {
            continue;
        }
        match lgr::read(text.as_bytes(), Strictness::Strict) {
            Ok(reading) => {
                table.letters = code_points(&reading.lgr);
                table.digits.clear();
                lgrs.push((table.id.clone(), reading.lgr));
            }
            Err(refused) => {
                faults.extend(refused.faults().iter().map(|fault| {
                    let place = fault
                        .position()
                        .map_or_else(String::new, |at| format!("{}:{}: ", at.line, at.column));
                    nowhere(FaultCode::File, format!("{}:{place}{}", shown(&file), fault.sentence()))
                }));
            }
        }
    }
    if lgrs.is_empty() {
        return (listed, Rulesets::default());
    }
    let all = match Tables::new(lgrs) {
        Ok(all) => Some(Arc::new(all)),
        Err(error) => {
            faults.push(nowhere(FaultCode::File, error.to_string()));
            None
        }
    };
    (listed, Rulesets { all })
}

impl Rulesets {
    /// The rulesets together: variant sets and index labels run over all of them.
    pub(super) fn set(&self) -> Option<&LgrSet> {
        self.all.as_ref().map(|all| all.set())
    }

    /// The ruleset of a table.
    pub(super) fn of(&self, table: &Table) -> Option<&CompiledLgr> {
        let all = self.all.as_ref().filter(|_| table.lgr.is_some())?;
        let at = all.ids().iter().position(|id| **id == *table.id)?;
        all.set().tables().get(at)
    }
}

/// Every code point of the repertoire, those of sequences too.
fn code_points(lgr: &Lgr) -> CodePointSet {
    let mut set = CodePointSet::new();
    set.extend(lgr.data.iter().flat_map(|entry| -> Vec<(char, char)> {
        match entry {
            Entry::Char(char) => char.cp.iter().map(|c| (*c, *c)).collect(),
            Entry::Range(range) => alloc::vec![(range.first, range.last)],
        }
    }));
    set
}
