//! A candidate beside the names that exist.

use alloc::string::String;
use alloc::vec::Vec;

use super::Collisions;
use crate::lgr::{BoundExceeded, Relation, Scratch, Tables};

/// A name that a candidate collides with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate<'a> {
    /// The existing name.
    pub name: &'a str,
    /// How the candidate is a variant of the existing name, in the first table that says so. There may
    /// be no such table: index labels are the same by a chain of mappings through several tables, or
    /// because mappings lack the symmetry and transitivity that RFC 7940 section 8.5 builds upon.
    pub relation: Option<(usize, Relation)>,
}

impl Tables {
    /// The existing names that a candidate shares its index label with, and how it is a variant of each.
    ///
    /// # Errors
    ///
    /// If a table is made so that its variants cannot be told within the bounds of memory.
    pub fn candidate<'a>(
        &self,
        label: &str,
        existing: &'a Collisions,
        scratch: &mut Scratch,
    ) -> Result<Vec<Candidate<'a>>, BoundExceeded> {
        let mut index_label = String::new();
        if !self.index_label_into(label, scratch, &mut index_label) {
            return Ok(Vec::new());
        }
        let mut found = Vec::new();
        for name in existing.sharing(&index_label) {
            let mut relation = None;
            for (number, table) in self.tables().iter().enumerate() {
                if let Some(how) = table.relation_with(name, label, scratch)? {
                    relation = Some((number, how));
                    break;
                }
            }
            found.push(Candidate { name, relation });
        }
        Ok(found)
    }
}
