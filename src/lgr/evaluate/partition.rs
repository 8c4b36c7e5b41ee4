//! A label as the entries of a repertoire that an evaluation takes it for.

use alloc::vec::Vec;

use super::lookup::LabelLookup;
use crate::label::Span;
use crate::lgr::compile::CompiledLgr;
use crate::lgr::compile::repertoire::CompiledEntry;

/// A code point or sequence of a repertoire in a label, with its variants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its code points in the label.
    pub span: Span,
    /// Its variants, reflexive ones left out, in document order.
    pub variants: Vec<PartVariant>,
}

/// A variant of a code point or sequence at one place of a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartVariant {
    /// The code points that stand for it; none for a mapping to the null sequence.
    pub target: Vec<char>,
    /// True if the context of the mapping is given, read in the label with this one substitution.
    pub is_given: bool,
}

impl CompiledLgr {
    /// The entries that an evaluation takes, at each place the longest whose context is given (RFC 7940 section 8.1);
    /// none if there is a place at which there is no such entry.
    ///
    /// It is one way of several to take the label apart where there are sequences; the variants of a label come from all
    /// of them.
    ///
    /// ```
    /// use ulabel::lgr::{CompiledLgr, xml};
    ///
    /// let text = br#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data>
    ///   <char cp="0073"/><char cp="0073 0073"><var cp="00DF" type="blocked"/></char></data></lgr>"#;
    /// let lgr = CompiledLgr::new(&xml::read(text, Default::default()).unwrap().lgr).unwrap();
    ///
    /// let parts = lgr.partition("sss").unwrap(); // `ss`, `s`
    /// assert_eq!(parts[0].span.range(), 0..2);
    /// assert_eq!(parts[0].variants[0].target, ['ß']); // U+00DF LATIN SMALL LETTER SHARP S
    /// assert!(parts[1].variants.is_empty());
    /// assert_eq!(lgr.partition("st"), None);
    /// ```
    #[must_use]
    pub fn partition(&self, label: &str) -> Option<Vec<Part>> {
        let mut lookup = LabelLookup::default();
        if !lookup.look_up(self, label.chars()) {
            return None;
        }
        let mut parts = Vec::new();
        let mut at = 0;
        while at < lookup.points.len() {
            let given = |&(len, entry): &(usize, &CompiledEntry)| {
                self.context_given(entry.context.as_deref(), &lookup, at, at + len)
            };
            let (len, entry) = self.matching(&lookup, at).filter(given).last()?;
            let variants = self.table.variants_of(entry).filter(|(_, variant)| !variant.is_reflexive);
            let variants = variants.map(|(_, variant)| PartVariant {
                target: self.table.target(variant).to_vec(),
                is_given: self.variant_given(variant, &lookup, at, at + len),
            });
            parts.push(Part { span: Span::new(at, at + len), variants: variants.collect() });
            at += len;
        }
        Some(parts)
    }
}
