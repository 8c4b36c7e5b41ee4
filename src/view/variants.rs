//! The variants of a label.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::csv::CsvRows;
use crate::collisions::VariantList;
use crate::label::Label;
use crate::lgr::{VariantCounts, VariantLabel};

/// The variants of a label, as far as they are listed, and their counts.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct VariantsView<'a> {
    /// The label as it was given.
    pub input: &'a str,
    /// How many variants there are of each disposition.
    pub counts: VariantCounts,
    /// Those that are listed.
    pub variants: Vec<VariantView<'a>>,
}

/// A variant label.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct VariantView<'a> {
    /// Its U-label.
    pub u_label: &'a str,
    /// Its A-label, if it has one.
    pub a_label: Option<String>,
    /// Its disposition.
    pub disposition: &'a str,
    /// The action that gave the disposition, counted from 0.
    pub action: usize,
}

impl<'a> VariantsView<'a> {
    /// The variants of the label given as `input`; without a list, there are none.
    #[must_use]
    pub fn new(input: &'a str, list: Option<&'a VariantList>) -> Self {
        let variants = list.and_then(|list| list.variants.as_deref().ok());
        Self {
            input,
            counts: list.map(|list| list.counts.clone()).unwrap_or_default(),
            variants: variants.into_iter().flatten().map(VariantView::new).collect(),
        }
    }
}

impl<'a> VariantView<'a> {
    fn new(variant: &'a VariantLabel) -> Self {
        Self {
            u_label: &variant.label,
            a_label: Label::parse(&variant.label).a_label().map(Into::into),
            disposition: &variant.disposition,
            action: variant.action,
        }
    }
}

impl CsvRows for VariantsView<'_> {
    const HEADING: &'static [&'static str] = &["input", "u_label", "a_label", "disposition", "action"];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        for variant in &self.variants {
            let a_label = variant.a_label.as_deref().unwrap_or_default();
            row(&[self.input, variant.u_label, a_label, variant.disposition, &variant.action.to_string()]);
        }
    }
}
