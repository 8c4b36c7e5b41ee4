//! Several tables of one zone.

use alloc::string::String;
use alloc::vec::Vec;

use super::union::union;
use crate::lgr::{CompileError, CompiledLgr, Evaluation, Lgr, Scratch};

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
}
