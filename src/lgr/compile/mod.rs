//! Labels under a ruleset: are they eligible, what are their variants, which label stands for the set.
//!
//! [`CompiledLgr::new`] turns an [`Lgr`](super::Lgr) into a table of code points and automata for its
//! rules. After that nothing is allocated for a label with which nothing is wrong, nothing is locked,
//! and no rule takes more than one step a code point.
//!
//! ```
//! use ulabel::lgr::{CompiledLgr, xml};
//!
//! let text = br#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data>
//!   <char cp="0073"/>
//!   <char cp="0073 0073"><var cp="00DF" type="allocatable"/></char>
//!   <char cp="00DF"><var cp="0073 0073" type="allocatable"/></char>
//! </data></lgr>"#;
//! let lgr = CompiledLgr::new(&xml::read(text, Default::default())?.lgr)?;
//!
//! let evaluation = lgr.evaluate("sß"); // U+0073, U+00DF LATIN SMALL LETTER SHARP S
//! assert!(evaluation.is_eligible());
//! assert_eq!(&*evaluation.disposition, "valid");
//!
//! let counts = lgr.variant_counts("sß").unwrap();
//! assert_eq!(counts.get("allocatable").to_u128(), Some(1));
//! assert_eq!(lgr.index_label("sß"), lgr.index_label("sss"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # How RFC 7940 is read
//!
//! *Eligibility* (section 8.1). At each place the longest entry that matches and whose context is given
//! is taken; there is no going back. Every failure is told, and the search goes on after the failed code
//! point. Reflexive variants are those of this one partition (section 8.1.1).
//!
//! *Variants* (section 8.2) come from every partition of the label into entries whose contexts are given
//! in the label. A variant label that fails section 8.1 by its code points or contexts is `invalid`
//! (section 8.3, step 1) and in no set; so is one whose actions say so. If the label itself is not
//! eligible, it has no variants.
//!
//! *In which label the context of a variant is read*, the RFC leaves open: in the original, in the
//! original with this one substitution, or in the finished variant label. Here it is **the original with
//! this one substitution**, for these reasons: it is how the index label is computed for the root zone,
//! so that a variant and the index label never part; it makes a mapping a property of the label and the
//! place, which does not depend on what is substituted elsewhere, so that counts and look-ups need no
//! list; and contexts of the code points of the finished label are tested anyway, by section 8.3. The
//! consequence: where a substitution changes the context of another, A can have a variant B by both that
//! B does not have in return, even if all mappings are symmetric. A rule with an anchor never sees the
//! substituted text itself, so for such rules the first two readings are the same.
//!
//! *Mappings from the null sequence* (section 5.3.3) are not carried out. The RFC recommends the type
//! `invalid` for them, which takes their labels out again; carried out, a label would have variants
//! without end. Mappings *to* the null sequence are, so that the index label leaves such code points out.
//!
//! *Duplicate variant labels* (section 8.4) with different dispositions are told with the counts and in
//! the list. They count under the disposition of the action that comes first in the ruleset, which does
//! not depend on the order of derivations.
//!
//! *Variant types*: `all-variants` and `only-variants` compare the types recorded (section 8.3), so a
//! variant without a type neither meets nor fails them.
//!
//! # Main types
//!
//! * [`CompiledLgr`]: one ruleset. [`Evaluation`](super::Evaluation), [`Failure`](super::Failure): eligibility and disposition.
//! * [`VariantCounts`], [`VariantLabelSet`], [`VariantLabel`], [`Relation`]: variants, counted, listed, looked up.
//! * [`Tables`](super::Tables): several tables of one zone.
//! * [`Scratch`](super::Scratch): memory that is used again from label to label.

pub(in crate::lgr) mod action;
mod build;
pub(in crate::lgr) mod limits;
pub(in crate::lgr) mod machine;
#[cfg(all(feature = "serde", feature = "language"))]
mod members;
mod pattern;
mod property;
pub(in crate::lgr) mod repertoire;
pub(in crate::lgr) mod rule;
mod sets;
mod universe;

use alloc::vec::Vec;

pub use build::CompileError;
pub use limits::{BoundExceeded, MAX_LABEL, MAX_TABLES};
#[cfg(all(feature = "serde", feature = "language"))]
pub(crate) use members::class_members;
pub(in crate::lgr) use property::PropertyTest;

use super::Identifier;

/// A ruleset, compiled. It can be shared between threads.
#[derive(Debug)]
pub struct CompiledLgr {
    pub(in crate::lgr) universe: universe::Universe,
    pub(in crate::lgr) sets: sets::Sets,
    pub(in crate::lgr) class_count: usize,
    pub(in crate::lgr) rules: Vec<build::NamedRule>,
    pub(in crate::lgr) actions: action::Actions,
    pub(in crate::lgr) table: repertoire::Table,
}

impl CompiledLgr {
    /// The disposition of an action, by the number that [`Evaluation::action`] gives.
    #[must_use]
    pub fn action_disposition(&self, action: usize) -> Option<&Identifier> {
        self.actions.list.get(action).map(|action| &action.disposition)
    }

    /// The rule that an action asks, by the number that [`Evaluation::action`] gives.
    #[must_use]
    pub fn action_rule(&self, action: usize) -> Option<&Identifier> {
        let (place, _) = self.actions.list.get(action)?.rule?;
        self.actions.rules.get(place).and_then(|&rule| self.rules.get(rule)).map(|rule| &rule.name)
    }

    /// How many actions there are, with the five default ones.
    #[must_use]
    pub fn action_count(&self) -> usize {
        self.actions.list.len()
    }

    /// Whether the ruleset maps the null sequence to something, which is not carried out.
    #[must_use]
    pub fn has_null_source(&self) -> bool {
        self.table.has_null_source
    }

    /// True if any entry has a variant.
    #[must_use]
    pub fn has_variants(&self) -> bool {
        !self.table.variants.is_empty()
    }
}
