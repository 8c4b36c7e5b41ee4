//! Sentences: the seam between findings and languages.

use alloc::string::String;

use super::Language;
#[cfg(feature = "policy")]
use crate::decision::Reason;
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

    /// Why a name cannot be had, in 32 characters at most; none for a name that can be had. Where there are no words,
    /// it is the name of the reason.
    #[cfg(feature = "policy")]
    fn reason(&self, reason: Reason) -> Option<&str> {
        (!reason.is_available()).then_some(reason.name())
    }

    /// The language of the implementation.
    fn language(&self) -> Language {
        Language::En
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
