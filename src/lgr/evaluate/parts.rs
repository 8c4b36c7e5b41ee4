//! The entries of a repertoire at one place of a label.

use alloc::vec::Vec;

use super::lookup::LabelLookup;
use crate::label::Span;
use crate::lgr::compile::CompiledLgr;

/// A code point or sequence of a repertoire at a place of a label, with its variants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its code points in the label.
    pub span: Span,
    /// True if its context is given there, or if it has none.
    pub is_given: bool,
    /// Its variants, reflexive ones left out, in document order.
    pub variants: Vec<PartVariant>,
}

/// A variant of a code point or sequence at a place of a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartVariant {
    /// The code points that stand for it; none for a mapping to the null sequence.
    pub target: Vec<char>,
    /// True if the context of the mapping is given, read in the label with this one substitution.
    pub is_given: bool,
}

impl CompiledLgr {
    /// The entries that match at a place of a label, by ascending length, whether the label is eligible or not. An
    /// evaluation takes the longest whose context is given (RFC 7940 section 8.1); variants come from all of them.
    ///
    /// ```
    /// use ulabel::lgr::{CompiledLgr, xml};
    ///
    /// let text = br#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data>
    ///   <char cp="0073"/><char cp="0073 0073"><var cp="00DF" type="blocked"/></char></data></lgr>"#;
    /// let lgr = CompiledLgr::new(&xml::read(text, Default::default()).unwrap().lgr).unwrap();
    ///
    /// let parts = lgr.parts_at("sss", 1); // `s` and `ss`
    /// assert_eq!(parts[1].span.range(), 1..3);
    /// assert_eq!(parts[1].variants[0].target, ['ß']); // U+00DF LATIN SMALL LETTER SHARP S
    /// assert!(parts[0].variants.is_empty());
    /// assert!(lgr.parts_at("st", 1).is_empty());
    /// ```
    #[must_use]
    pub fn parts_at(&self, label: &str, place: usize) -> Vec<Part> {
        let mut lookup = LabelLookup::default();
        if !lookup.look_up(self, label.chars()) {
            return Vec::new();
        }
        let part = |(len, entry)| {
            let end = place + len;
            let variants = self.table.variants_of(entry).filter(|(_, variant)| !variant.is_reflexive);
            let variants = variants.map(|(_, variant)| PartVariant {
                target: self.table.target(variant).to_vec(),
                is_given: self.variant_given(variant, &lookup, place, end),
            });
            Part {
                span: Span::new(place, end),
                is_given: self.context_given(entry.context.as_deref(), &lookup, place, end),
                variants: variants.collect(),
            }
        };
        self.matching(&lookup, place).map(part).collect()
    }
}
