//! Variants as a policy writes them (RFC 7940 §5.3).

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::keyword::keywords;
use super::model::Policy;
use super::table::Table;
use crate::lgr::CodePoints;

keywords! {
    /// The type of a variant mapping, by the dispositions that RFC 7940 §7.6 gives to labels.
    VariantType {
        /// Nobody may have the variant label.
        Blocked = "blocked",
        /// The holder of the label may ask for the variant label.
        Allocatable = "allocatable",
        /// The variant label comes with the label.
        Activated = "activated",
    }
}

/// A variant mapping, as written: one code point or sequence stands for another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct VariantMapping {
    /// What the label has.
    pub from: CodePoints,
    /// What the variant label has in its place.
    pub to: CodePoints,
    /// The type of the mapping.
    pub kind: VariantType,
}

/// Groups of code points or sequences, each a variant of every other one in its group.
pub type VariantGroups = Vec<Vec<CodePoints>>;

impl Policy {
    /// Every variant mapping of a table, in both directions.
    ///
    /// A mapping that the table writes has the type written there, and so has the way back unless that is
    /// written too. What the named sets of the table add has the table's `variant_type`. A pair of which
    /// the table has neither side is left out.
    #[must_use]
    pub fn variant_mappings(&self, table: &Table) -> BTreeMap<(CodePoints, CodePoints), VariantType> {
        let mut all = BTreeMap::new();
        for mapping in &table.variants {
            all.insert((mapping.from.clone(), mapping.to.clone()), mapping.kind);
        }
        for mapping in &table.variants {
            all.entry((mapping.to.clone(), mapping.from.clone())).or_insert(mapping.kind);
        }
        let repertoire = table.repertoire();
        let sets = table.variant_sets.iter().filter_map(|name| self.variant_sets.get(name));
        for group in sets.flatten() {
            let has: Vec<bool> = group.iter().map(|member| table.has(&repertoire, member)).collect();
            for (from, has_from) in group.iter().zip(&has) {
                for (to, has_to) in group.iter().zip(&has) {
                    if from != to && (*has_from || *has_to) {
                        all.entry((from.clone(), to.clone())).or_insert(table.variant_type);
                    }
                }
            }
        }
        all
    }
}
