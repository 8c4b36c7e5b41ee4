//! Several tables of one zone.

use alloc::string::String;
use alloc::vec::Vec;

use super::collide::Collisions;
use super::compile::CompileError;
use super::limits::BoundExceeded;
use super::relation::Relation;
use super::scratch::Scratch;
use super::union::union;
use super::{CompiledLgr, Evaluation};
use crate::lgr::Lgr;

/// The tables of one zone: a label must fit one of them whole, and index labels run over the variant
/// relations of all of them together, so that no two tables let look-alikes pass side by side.
///
/// ```
/// use ulabel::lgr::{LgrSet, Scratch, xml};
///
/// // U+0061 LATIN SMALL LETTER A; U+0430 CYRILLIC SMALL LETTER A, which only the second table knows
/// // to look like the other.
/// let latin = br#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data><char cp="0061"/></data></lgr>"#;
/// let cyrillic = br#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data>
///   <char cp="0430"><var cp="0061" type="blocked"/></char></data></lgr>"#;
/// let tables = [&latin[..], &cyrillic[..]].map(|text| xml::read(text, Default::default()).unwrap().lgr);
/// let set = LgrSet::new(&tables).unwrap();
/// let mut scratch = Scratch::new();
/// assert_eq!(set.fitting("a", &mut scratch), [0]);
/// assert!(set.fitting("aа", &mut scratch).is_empty()); // no table has both
/// assert_eq!(set.index_label("a"), set.index_label("а"));
/// ```
#[derive(Debug)]
pub struct LgrSet {
    tables: Vec<CompiledLgr>,
    /// What index labels are computed with; none if the one table does it.
    index: Option<CompiledLgr>,
}

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

impl LgrSet {
    /// The set of these tables.
    ///
    /// # Errors
    ///
    /// As for [`CompiledLgr::new`], for any of them.
    pub fn new(tables: &[Lgr]) -> Result<Self, CompileError> {
        let compiled = tables.iter().map(CompiledLgr::new).collect::<Result<Vec<_>, _>>()?;
        let index = match tables {
            [_] => None,
            _ => Some(CompiledLgr::new(&union(tables)?)?),
        };
        Ok(Self { tables: compiled, index })
    }

    /// The set of these tables, with index labels by a table made for that, such as the common table of
    /// the root zone.
    ///
    /// # Errors
    ///
    /// As for [`CompiledLgr::new`], for any of them.
    pub fn with_common(tables: &[Lgr], common: &Lgr) -> Result<Self, CompileError> {
        let compiled = tables.iter().map(CompiledLgr::new).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { tables: compiled, index: Some(CompiledLgr::new(common)?) })
    }

    /// The tables in the order given.
    #[must_use]
    pub fn tables(&self) -> &[CompiledLgr] {
        &self.tables
    }

    /// The numbers of the tables in which the label is eligible.
    #[must_use]
    pub fn fitting(&self, label: &str, scratch: &mut Scratch) -> Vec<usize> {
        let fits = |(_, table): &(usize, &CompiledLgr)| table.is_eligible_with(label, scratch);
        self.tables.iter().enumerate().filter(fits).map(|(number, _)| number).collect()
    }

    /// What each table says of the label.
    #[must_use]
    pub fn evaluate(&self, label: &str, scratch: &mut Scratch) -> Vec<Evaluation> {
        self.tables.iter().map(|table| table.evaluate_with(label, scratch)).collect()
    }

    /// The index label over all tables; none for a label that no table has by its code points and
    /// contexts.
    #[must_use]
    pub fn index_label(&self, label: &str) -> Option<String> {
        let mut index_label = String::new();
        self.index_label_into(label, &mut Scratch::new(), &mut index_label).then_some(index_label)
    }

    /// As [`LgrSet::index_label`], into memory that is used again; false if there is none.
    pub fn index_label_into(&self, label: &str, scratch: &mut Scratch, index_label: &mut String) -> bool {
        let Some(index) = &self.index else {
            return self.tables.iter().any(|table| table.index_label_into(label, scratch, index_label));
        };
        index_label.clear();
        let passes = self
            .tables
            .iter()
            .any(|table| scratch.label.look_up(table, label.chars()) && table.passes(&scratch.label));
        if passes && scratch.label.look_up(index, label.chars()) {
            index.index_label_of(&scratch.label, index_label);
        }
        // No partition gives the empty label, unless all of it is mapped to nothing.
        passes && (!index_label.is_empty() || index.has_partition(&scratch.label))
    }

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
            for (number, table) in self.tables.iter().enumerate() {
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
