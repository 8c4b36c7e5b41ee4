//! The variants of a label: counted, listed, looked up, and the label that stands for them all (RFC 7940
//! sections 8.2, 8.3 and 8.5), over the label's lattice and without listing what need not be listed.

mod count;
mod eligibility;
mod index_label;
mod key;
mod lattice;
mod list;
mod relation;
mod rule_search;
mod scratch;
mod tally;
mod variant_label;
mod walk;

pub use count::VariantCounts;
pub use list::{VariantLabelSet, VariantLabels};
pub use relation::{Relation, Substitution};
pub use scratch::Scratch;
pub use tally::VariantCount;
pub use variant_label::VariantLabel;
