//! Where a label may be registered, one line a policy.

use alloc::format;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::csv::CsvRows;
use super::report::FindingView;
use crate::checker::Placement;
use crate::language::{Sentences, Summaries};

/// What one policy says of a label, with the sentence of its main reason, for serializing.
#[derive(Debug)]
pub struct PlacementView<'a, S> {
    placement: &'a Placement<'a>,
    sentences: &'a S,
}

impl Placement<'_> {
    /// The placement with its sentence from `sentences`, for serializing.
    pub fn view<'a, S: Sentences>(&'a self, sentences: &'a S) -> PlacementView<'a, S> {
        PlacementView { placement: self, sentences }
    }
}

impl Serialize for Placement<'_> {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        self.view(&Summaries).serialize(serializer)
    }
}

impl<S: Sentences> Serialize for PlacementView<'_, S> {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        let Self { placement, sentences } = *self;
        let label = Some(&placement.report);
        let reason = placement.reason().map(|finding| FindingView { finding, label, sentences });
        let mut out = serializer.serialize_struct("Placement", 5)?;
        out.serialize_field("input", placement.input)?;
        out.serialize_field("tld", &placement.tld)?;
        out.serialize_field("policy", placement.policy)?;
        out.serialize_field("verdict", placement.report.verdict().name())?;
        out.serialize_field("reason", &reason)?;
        out.end()
    }
}

impl<S: Sentences> CsvRows for PlacementView<'_, S> {
    const HEADING: &'static [&'static str] =
        &["input", "tld", "policy", "verdict", "code", "clause", "message"];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        let Self { placement, sentences } = *self;
        let Placement { input, tld, policy, report, .. } = placement;
        let (tld, verdict) = (tld.unwrap_or_default(), report.verdict().name());
        match placement.reason() {
            None => row(&[input, tld, policy, verdict, "", "", ""]),
            Some(finding) => {
                let clause = format!("{}", finding.clause());
                let message = sentences.sentence(finding, Some(report.label()));
                row(&[input, tld, policy, verdict, finding.code().name(), &clause, &message]);
            }
        }
    }
}
