//! The outcome of the tables of a zone for one label.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use core::fmt;

use super::{TableSet, Tables};
use crate::lgr::compile::CompiledLgr;
use crate::lgr::variants::VariantCounts;

/// The outcome of the tables of a zone for one label.
#[derive(Clone)]
pub struct LgrOutcome {
    pub(super) tables: Arc<Tables>,
    pub(super) table: usize,
    pub(super) action: Option<usize>,
    pub(super) is_eligible: bool,
    pub(super) fitting: TableSet,
    pub(super) variants: Option<Box<VariantSummary>>,
}

/// A summary of a label's variants, without a list of them.
#[derive(Clone, Debug, Default)]
pub(super) struct VariantSummary {
    pub(super) index_label: Option<String>,
    pub(super) counts: Option<VariantCounts>,
}

impl LgrOutcome {
    /// The name of the table that the outcome is of: the first that the label fits, or else the one with
    /// the least against it.
    #[must_use]
    pub fn id(&self) -> &str {
        self.tables.ids().get(self.table).map_or("", |id| id)
    }

    /// That table.
    #[must_use]
    pub fn table(&self) -> Option<&CompiledLgr> {
        self.tables.tables().get(self.table)
    }

    /// True if the label may be registered under that table.
    #[must_use]
    pub const fn is_eligible(&self) -> bool {
        self.is_eligible
    }

    /// The disposition of the label.
    #[must_use]
    pub fn disposition(&self) -> &str {
        self.table().map_or("invalid", |table| table.disposition(self.action))
    }

    /// The action that gave it, counting the actions of the table in document order and then the five
    /// default ones; none when none was reached.
    #[must_use]
    pub const fn action(&self) -> Option<usize> {
        self.action
    }

    /// The label that stands for its variant set, over all tables (RFC 7940 §8.5); none for a label that
    /// fails by its code points or their contexts, or where variants were not asked for.
    #[must_use]
    pub fn index_label(&self) -> Option<&str> {
        self.variants.as_deref()?.index_label.as_deref()
    }

    /// The number of variants by disposition; those that are `invalid` and the label itself are left
    /// out. None if they are too many to be counted, which no published table reaches, or where variants
    /// were not asked for.
    #[must_use]
    pub fn variants(&self) -> Option<&VariantCounts> {
        self.variants.as_deref()?.counts.as_ref()
    }

    /// The tables that the label fits whole.
    #[must_use]
    pub const fn fitting(&self) -> TableSet {
        self.fitting
    }

    /// The names of the tables that the label fits, in their order; none when there is only one table.
    #[must_use]
    pub fn fitting_ids(&self) -> Option<impl Iterator<Item = &str>> {
        let ids = self.tables.ids();
        let fitting = self.fitting;
        (ids.len() > 1).then(|| fitting.iter().filter_map(move |number| ids.get(number).map(|id| &**id)))
    }

    /// The tables.
    #[must_use]
    pub const fn tables(&self) -> &Arc<Tables> {
        &self.tables
    }
}

impl fmt::Debug for LgrOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LgrOutcome")
            .field("id", &self.id())
            .field("is_eligible", &self.is_eligible)
            .field("disposition", &self.disposition())
            .field("action", &self.action)
            .field("fitting", &self.fitting)
            .field("variants", &self.variants)
            .finish()
    }
}
