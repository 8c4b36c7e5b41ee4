//! What an answer is made of, gathered before it is shown.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::checker::Checker;
use crate::collisions::VariantList;
use crate::decision::{Decision, Reason};
use crate::finding::{Code, Finding, Severity};
use crate::lgr::Scratch;
use crate::policy::{Place, Policy};
use crate::report::{LabelReport, Report, Verdict};
use crate::view::explanation::{Explanation, FindingExplanation};

/// Variants that are listed at most; all are counted.
const MAX_VARIANTS_LISTED: usize = 10;

/// What there is to say of a name.
#[derive(Clone, Debug)]
pub struct Answer<'c> {
    pub(super) checker: &'c Checker,
    source: Source,
    /// The label that would be registered; none in a name that is under no domain of the policy.
    pub(super) registered: Option<usize>,
    /// The variants of that label, where there are tables and they take it.
    pub(super) variants: Option<VariantList>,
}

#[derive(Clone, Debug)]
enum Source {
    /// The rules alone.
    Report(Box<Report>),
    /// The rules beside the names that exist.
    Decision(Box<Decision>),
}

impl<'c> Answer<'c> {
    /// The answer of the rules: `report` is what `checker` reported of the name. Advice on display is added, and the
    /// variants are counted.
    #[must_use]
    pub fn new(report: Report, checker: &'c Checker) -> Self {
        Self::of(Source::Report(Box::new(report)), checker)
    }

    /// The answer beside the names that exist; `checker` is of the policy that decided.
    #[must_use]
    pub fn of_decision(decision: Decision, checker: &'c Checker) -> Self {
        Self::of(Source::Decision(Box::new(decision)), checker)
    }

    fn of(mut source: Source, checker: &'c Checker) -> Self {
        let policy = checker.policy();
        let report = match &mut source {
            Source::Report(report) => report,
            Source::Decision(decision) => &mut decision.report,
        };
        let is_label = report.labels().len() < 2;
        let own = policy.and_then(|policy| policy.policy().tlds.first()).filter(|_| is_label);
        report.advise_display(own.map(|tld| tld.as_str()));
        #[cfg(feature = "uts46")]
        report.compare_uts46();
        let registered =
            match policy.map(|policy| policy.place(report.labels().iter().map(LabelReport::label))) {
                Some(Place::Outside) => None,
                Some(Place::Under { registered, .. }) => Some(registered),
                Some(Place::Anywhere) | None => (!report.labels().is_empty()).then_some(0),
            };
        let variants = registered.and_then(|at| variants(report.labels().get(at)?, checker));
        Self { checker, source, registered, variants }
    }

    /// The report of the name, with advice on display.
    #[must_use]
    pub fn report(&self) -> &Report {
        match &self.source {
            Source::Report(report) => report,
            Source::Decision(decision) => &decision.report,
        }
    }

    pub(super) fn decision(&self) -> Option<&Decision> {
        match &self.source {
            Source::Report(_) => None,
            Source::Decision(decision) => Some(decision),
        }
    }

    pub(super) fn policy(&self) -> Option<&Policy> {
        self.checker.policy().map(|policy| policy.policy())
    }

    /// `invalid` also for a name that somebody else has, `review` also for one that is kept for a holder: nobody has said
    /// who asks.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self.decision() {
            Some(_) if self.holder_of().is_some() => Verdict::Review,
            Some(decision) => decision.verdict(),
            None => self.report().verdict(),
        }
    }

    /// The name whose holder alone can have this one.
    pub(super) fn holder_of(&self) -> Option<&str> {
        let decision = self.decision()?;
        match decision.reason {
            Reason::Member => decision.primary.as_deref(),
            Reason::MemberElsewhere => decision.elsewhere.first().map(|name| name.as_str()),
            _ => None,
        }
    }

    /// The report of the label that would be registered.
    pub(super) fn registered_label(&self) -> Option<&LabelReport> {
        self.report().labels().get(self.registered?)
    }

    /// True if the finding counts: where the name can be had, what an own label would have against it does not.
    fn counts(&self, finding: &Finding) -> bool {
        self.decision().is_none_or(|decision| !decision.available || finding.severity() != Severity::Error)
    }
}

/// The variants of a label that can be registered.
fn variants(label: &LabelReport, checker: &Checker) -> Option<VariantList> {
    let tables = checker.policy().and_then(|policy| policy.tables())?;
    let text = label.label().u_label().filter(|_| label.is_valid())?;
    let list = VariantList::new(tables, text.as_bytes(), None, MAX_VARIANTS_LISTED, &mut Scratch::new());
    list.is_eligible().then_some(list)
}

/// A finding that counts, by its number on the page.
pub(super) struct Noted<'a> {
    pub(super) number: usize,
    /// The place of its label in the name; none for one on the name as a whole.
    pub(super) label: Option<usize>,
    pub(super) finding: &'a Finding,
    pub(super) words: &'a FindingExplanation,
}

/// The findings that count, in the order of the labels. What is advice on display stands elsewhere.
pub(super) fn noted<'a>(answer: &'a Answer<'_>, explanation: &'a Explanation<'_>) -> Vec<Noted<'a>> {
    let labels = answer.report().labels().iter().zip(&explanation.labels).enumerate();
    let of_labels = labels.flat_map(|(at, (report, explained))| {
        report
            .findings()
            .iter()
            .zip(&explained.explanations)
            .map(move |(finding, words)| (Some(at), finding, words))
    });
    let of_name = answer.report().findings().iter().zip(&explanation.findings);
    of_labels
        .chain(of_name.map(|(finding, words)| (None, finding, words)))
        .filter(|(_, finding, _)| answer.counts(finding) && !is_advice(finding))
        .enumerate()
        .map(|(at, (label, finding, words))| Noted { number: at + 1, label, finding, words })
        .collect()
}

/// True of advice on what browsers show.
pub(super) fn is_advice(finding: &Finding) -> bool {
    matches!(
        finding.code(),
        Code::DisplayChrome | Code::DisplayFirefox | Code::Uts46Mapped | Code::Uts46Refused
    )
}
