//! What a change of the rules does to names that exist.

use ulabel::{Report, Severity, Verdict};

use crate::counts::{Counts, Place};
use crate::part::At;
use crate::report::{ChangeKey, VerdictChange};

/// What other rules say of a stretch of names.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    pub(crate) verdicts: Counts<VerdictChange>,
    /// The codes by which names get another verdict.
    pub(crate) codes: Counts<ChangeKey>,
    /// Names that have another disposition, by the old and the new one.
    pub(crate) dispositions: Counts<(String, String)>,
    /// Names whose variants are others, or as many with other dispositions.
    pub(crate) variant_sets: Counts<()>,
}

impl Changes {
    /// Counts the differences of two reports on one name.
    pub(crate) fn count(&mut self, old: &Report, new: &Report, at: At, most: usize) {
        let place = || Place { name: old.name(), file: at.file, line: at.line };
        let (from, to) = (old.verdict(), new.verdict());
        if from != to {
            let change = VerdictChange { from: from.name(), to: to.name() };
            self.verdicts.count(&change, most, place);
            // Whoever is the stricter says why.
            let (stricter, verdict) = if from > to { (old, from) } else { (new, to) };
            let mut known = Vec::new();
            for code in codes(stricter, verdict) {
                if !known.contains(&code) {
                    self.codes.count(&ChangeKey { change, code }, most, place);
                    known.push(code);
                }
            }
        }
        let of = |report: &Report| report.labels().first().and_then(|label| label.lgr()).cloned();
        let (before, after) = (of(old), of(new));
        let disposition = |outcome: &Option<ulabel::lgr::LgrOutcome>| {
            outcome.as_ref().map_or("", |outcome| outcome.disposition()).to_owned()
        };
        let (old_disposition, new_disposition) = (disposition(&before), disposition(&after));
        if old_disposition != new_disposition {
            self.dispositions.count(&(old_disposition, new_disposition), most, place);
        }
        let set = |outcome: &Option<ulabel::lgr::LgrOutcome>| {
            let outcome = outcome.as_ref()?;
            let counts = outcome.variants()?.by_disposition().to_vec();
            Some((outcome.index_label().map(str::to_owned), counts)).filter(|(_, counts)| !counts.is_empty())
        };
        if set(&before) != set(&after) {
            self.variant_sets.count(&(), most, place);
        }
    }

    pub(crate) fn take(&mut self, other: &mut Self, most: usize) {
        self.verdicts.take(&mut other.verdicts, most);
        self.codes.take(&mut other.codes, most);
        self.dispositions.take(&mut other.dispositions, most);
        self.variant_sets.take(&mut other.variant_sets, most);
    }
}

/// The codes that a verdict rests on.
fn codes(report: &Report, verdict: Verdict) -> impl Iterator<Item = &'static str> {
    let wanted = verdict.severity().unwrap_or(Severity::Error);
    let findings = report.all_findings().filter(move |finding| finding.severity() == wanted);
    findings.map(|finding| finding.code().name())
}
