//! The variants of a label under the tables of a zone.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::finding::Finding;
use crate::label::Label;
use crate::lgr::{BoundExceeded, Detail, LgrOutcome, Scratch, Tables, VariantCounts, VariantLabel};
use crate::text::escape_bytes;

/// Variants of one disposition that are looked at for those that can be registered.
const MAX_LOOKED_AT: usize = 100_000;

/// The variants of a label as far as they are asked for, and the judgement of the tables on the label itself.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct VariantList {
    /// The label as it was given; octets that are not UTF-8 are escaped.
    pub input: String,
    /// The label; none for one that is not UTF-8.
    pub label: Option<Label>,
    /// The judgement of the tables on the label; none for one that does not decode.
    pub outcome: Option<LgrOutcome>,
    /// Why the label is not eligible, when it is not.
    pub findings: Vec<Finding>,
    /// The counts by disposition, however many are listed; none for a label that is not eligible.
    pub counts: VariantCounts,
    /// The variants; none for a label that is not eligible. An error if the table is made so that they cannot
    /// be found within the bounds of memory.
    pub variants: Result<Vec<VariantLabel>, BoundExceeded>,
    /// The one disposition that is listed, when not all are.
    only: Option<String>,
}

impl VariantList {
    /// Counts the variants of a label in either form, and lists at most `limit` of them: those with a `disposition`
    /// (`allocatable`, `blocked`, ...), or all. Those that can be registered are left out if they are too long for a
    /// label. They are the variants under the first table that the label fits.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use ulabel::collisions::VariantList;
    /// use ulabel::lgr::{Scratch, Tables, xml};
    ///
    /// // U+00DF LATIN SMALL LETTER SHARP S
    /// let text = br#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data>
    ///   <char cp="0073"/><char cp="0073 0073"><var cp="00DF" type="allocatable"/></char>
    ///   <char cp="00DF"><var cp="0073 0073" type="allocatable"/></char></data></lgr>"#;
    /// let lgr = xml::read(text, Default::default()).unwrap().lgr;
    /// let tables = Arc::new(Tables::new([("s", lgr)]).unwrap());
    /// let list = VariantList::new(&tables, b"xn--zca", None, 10, &mut Scratch::new());
    /// let variant = &list.variants.unwrap()[0];
    /// assert_eq!((variant.label.as_str(), &*variant.disposition), ("ss", "allocatable"));
    /// ```
    #[must_use]
    pub fn new(
        tables: &Arc<Tables>,
        label: &[u8],
        disposition: Option<&str>,
        limit: usize,
        scratch: &mut Scratch,
    ) -> Self {
        let text = core::str::from_utf8(label);
        let mut list = Self {
            input: text.map_or_else(|_| escape_bytes(label), Into::into),
            label: text.ok().map(Label::parse),
            outcome: None,
            findings: Vec::new(),
            counts: VariantCounts::default(),
            variants: Ok(Vec::new()),
            only: disposition.map(Into::into),
        };
        let Some(u_label) = list.label.as_ref().and_then(Label::u_label) else { return list };
        let outcome = tables.judge(u_label, Detail::Variants, scratch, &mut list.findings);
        if outcome.is_eligible() {
            list.variants = match outcome.variants() {
                None => Err(BoundExceeded),
                Some(_) if limit == 0 => Ok(Vec::new()),
                Some(_) => variants(&outcome, u_label, disposition, limit),
            };
            list.counts = outcome.variants().cloned().unwrap_or_default();
        }
        list.outcome = Some(outcome);
        list
    }

    /// True if a table takes the label.
    #[must_use]
    pub fn is_eligible(&self) -> bool {
        self.outcome.as_ref().is_some_and(LgrOutcome::is_eligible)
    }

    /// The number of variants that are asked for and lie beyond the limit; none when it is greater than any
    /// person can read.
    #[must_use]
    pub fn not_listed(&self) -> Option<u64> {
        let all = match &self.only {
            Some(disposition) => self.counts.get(disposition),
            None => self.counts.total(),
        };
        let all = all.to_u128().and_then(|all| u64::try_from(all).ok())?;
        Some(all.saturating_sub(self.variants.as_deref().map_or(0, <[_]>::len) as u64))
    }
}

/// Lists the variants of a label under the table that takes it.
fn variants(
    outcome: &LgrOutcome,
    u_label: &str,
    only: Option<&str>,
    limit: usize,
) -> Result<Vec<VariantLabel>, BoundExceeded> {
    let table = outcome.table();
    debug_assert!(table.is_some(), "an eligible label fits a table");
    let Some(table) = table else { return Ok(Vec::new()) };
    let all = table.variants(u_label)?;
    let Some(disposition) = only else { return Ok(all.iter().take(limit).collect()) };
    let listed = all.with_disposition(disposition);
    if !matches!(disposition, "allocatable" | "activated") {
        return Ok(listed.take(limit).collect());
    }
    // What is too long for a label cannot be registered.
    let is_label = |variant: &VariantLabel| Label::parse(&variant.label).a_label().is_some();
    Ok(listed.take(MAX_LOOKED_AT).filter(is_label).take(limit).collect())
}
