//! Sentences: the seam between findings and languages.

use alloc::string::String;

use crate::finding::Finding;
use crate::label::Label;

/// Makes the sentence of a finding.
pub trait Sentences {
    /// The sentence, in the language of the implementation. `label` is the label it speaks of, if it
    /// speaks of one.
    fn sentence(&self, finding: &Finding, label: Option<&Label>) -> String;

    /// What can be done about it, where there is something.
    fn way_out(&self, _finding: &Finding, _label: Option<&Label>) -> Option<String> {
        None
    }
}

/// The English one-line summaries of the catalogue: sentences without arguments.
#[derive(Clone, Copy, Debug, Default)]
pub struct Summaries;

impl Sentences for Summaries {
    fn sentence(&self, finding: &Finding, _: Option<&Label>) -> String {
        finding.code().summary().into()
    }
}
