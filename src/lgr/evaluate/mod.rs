//! Eligibility and disposition of a label (RFC 7940 sections 8.1 and 8.3).

mod findings;
pub(in crate::lgr) mod lookup;
mod parts;

use alloc::vec::Vec;

use self::lookup::LabelLookup;
pub use self::parts::{Part, PartVariant};
use crate::label::Span;
use crate::lgr::compile::CompiledLgr;
use crate::lgr::compile::action::{Derivation, Trigger};
use crate::lgr::compile::repertoire::{CompiledEntry, CompiledVariant, NONE};
use crate::lgr::{ContextRule, Identifier};

/// The judgement of a ruleset on one label, its variants left aside, with the reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// The disposition; `invalid` for a label that fails by its code points or their contexts.
    pub disposition: Identifier,
    /// The action that gave it, counting `action` elements in document order and then the five default
    /// ones (RFC 7940 section 7.6); none if the label failed before actions are asked.
    pub action: Option<usize>,
    /// Every rule by which an action makes the label `invalid`, in the order of the actions; empty for a label
    /// that failed before actions are asked.
    pub refusals: Vec<Identifier>,
    /// The failures, in label order; empty if all code points are in the repertoire and in their contexts.
    pub failures: Vec<Failure>,
    /// The code points whose reflexive variants made the label `invalid`, in label order: those that are
    /// in the repertoire only as variants of others (RFC 7940 section 7.2.1). Empty otherwise.
    pub out_of_repertoire: Vec<Span>,
}

/// The judgement of a ruleset on a label, without the reasons that a report needs.
#[derive(Clone, Debug)]
pub(crate) struct Judgement {
    pub(crate) is_eligible: bool,
    /// The action that decided; none if the label failed before actions are asked.
    pub(crate) action: Option<usize>,
    /// The failures of its code points and their contexts.
    pub(crate) failures: Vec<Failure>,
}

impl Judgement {
    fn failed(failures: Vec<Failure>) -> Self {
        Self { is_eligible: false, action: None, failures }
    }
}

/// A place at which no entry of the repertoire can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The code point; if a longer sequence failed there too, the longest such.
    pub span: Span,
    /// The reason.
    pub kind: FailureKind,
}

/// Why no entry can be used at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FailureKind {
    /// The label is empty or longer than any label can be ([`MAX_LABEL`](super::MAX_LABEL) code points).
    Length,
    /// No entry matches.
    NotInRepertoire,
    /// Entries match, but not in this context; longest entry first.
    Context(Vec<FailedContext>),
}

/// An entry that matches, and its context, which is not given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailedContext {
    /// The code points of the entry.
    pub span: Span,
    /// The `when` rule that is not met, or the `not-when` rule that is.
    pub context: ContextRule,
}

impl Evaluation {
    /// The evaluation of an `invalid` label without reasons.
    pub(in crate::lgr) fn invalid() -> Self {
        Self {
            disposition: "invalid".into(),
            action: None,
            refusals: Vec::new(),
            failures: Vec::new(),
            out_of_repertoire: Vec::new(),
        }
    }

    /// True if the label may be registered as far as the ruleset goes (RFC 7940 section 8.1): its code
    /// points are in the repertoire and in context, and its disposition is not `invalid`.
    #[must_use]
    pub fn is_eligible(&self) -> bool {
        self.failures.is_empty() && &*self.disposition != "invalid"
    }
}

impl CompiledLgr {
    /// Evaluates a label, in its U-label form.
    ///
    /// ```
    /// use ulabel::lgr::{CharEntry, CompiledLgr, Entry, FailureKind, Lgr};
    ///
    /// let mut lgr = Lgr::default();
    /// lgr.data.push(Entry::Char(CharEntry::new('a'))); // U+0061 LATIN SMALL LETTER A
    /// let lgr = CompiledLgr::new(&lgr)?;
    /// assert!(lgr.evaluate("aa").is_eligible());
    /// let evaluation = lgr.evaluate("ab");
    /// assert_eq!(evaluation.failures[0].kind, FailureKind::NotInRepertoire);
    /// assert_eq!(evaluation.failures[0].span.range(), 1..2);
    /// # Ok::<(), ulabel::lgr::CompileError>(())
    /// ```
    ///
    /// Nothing is allocated unless something is wrong.
    #[must_use]
    pub fn evaluate(&self, label: &str) -> Evaluation {
        let mut lookup = LabelLookup::default();
        let judgement = self.judge(label, &mut lookup);
        self.evaluation(judgement, &lookup)
    }

    /// True if the label is eligible. Faster than [`CompiledLgr::evaluate`], since no reasons are looked for.
    #[must_use]
    pub fn is_eligible(&self, label: &str) -> bool {
        self.is_eligible_in(label, &mut LabelLookup::default())
    }

    /// As [`CompiledLgr::is_eligible`], with the label looked up in `lookup`.
    pub(in crate::lgr) fn is_eligible_in(&self, label: &str, lookup: &mut LabelLookup) -> bool {
        lookup.look_up(self, label.chars()) && !lookup.has_unknown && self.judge_lookup(lookup).is_eligible
    }

    /// Judges a label, which is looked up in `lookup`.
    pub(in crate::lgr) fn judge(&self, label: &str, lookup: &mut LabelLookup) -> Judgement {
        if !lookup.look_up(self, label.chars()) {
            let span = Span::new(0, lookup.points.len());
            return Judgement::failed(alloc::vec![Failure { span, kind: FailureKind::Length }]);
        }
        self.judge_lookup(lookup)
    }

    /// Judges a label that was looked up.
    pub(in crate::lgr) fn judge_lookup(&self, label: &LabelLookup) -> Judgement {
        let mut failures = Vec::new();
        let derivation = self.scan(label, |failure| failures.push(failure), |_, _| {});
        if !failures.is_empty() {
            return Judgement::failed(failures);
        }
        let action = self.actions.decide(derivation, |rule| self.action_rule_matches(rule, label));
        let is_eligible = self.actions.list.get(action).is_some_and(|action| !action.is_invalid);
        Judgement { is_eligible, action: Some(action), failures }
    }

    /// A judgement with the reasons for it.
    pub(in crate::lgr) fn evaluation(&self, judgement: Judgement, label: &LabelLookup) -> Evaluation {
        let Judgement { is_eligible, action, failures } = judgement;
        let (mut refusals, mut out_of_repertoire) = (Vec::new(), Vec::new());
        if let Some(action) = action.filter(|_| !is_eligible) {
            if let Some(Trigger::Any(list)) = self.actions.list.get(action).map(|action| action.trigger) {
                let note = |span, types| {
                    if types & list != 0 {
                        out_of_repertoire.push(span);
                    }
                };
                self.scan(label, |_| {}, note);
            }
            refusals = self.refusals(label);
        }
        let disposition = self.disposition(action).clone();
        Evaluation { disposition, action, refusals, failures, out_of_repertoire }
    }

    /// The rules by which actions make the label `invalid`, whatever its variants.
    fn refusals(&self, label: &LabelLookup) -> Vec<Identifier> {
        let mut rules: Vec<Identifier> = Vec::new();
        for action in self.actions.list.iter().filter(|action| action.is_invalid) {
            let (Trigger::None, Some((place, must_match))) = (action.trigger, action.rule) else { continue };
            if self.action_rule_matches(place, label) == must_match
                && let Some(rule) = self.actions.rules.get(place)
                && !rules.contains(&rule.name)
            {
                rules.push(rule.name.clone());
            }
        }
        rules
    }

    /// The disposition that an action gives; `invalid` where none was reached.
    pub(in crate::lgr) fn disposition(&self, action: Option<usize>) -> &Identifier {
        action.and_then(|action| self.action_disposition(action)).unwrap_or(&self.actions.invalid)
    }

    /// True if all code points of the label are in the repertoire and in context.
    #[inline]
    pub(in crate::lgr) fn passes(&self, label: &LabelLookup) -> bool {
        let mut passes = true;
        if !label.is_plain {
            self.scan(label, |_| passes = false, |_, _| {});
        }
        passes
    }

    /// Goes through the label, the longest entry first (RFC 7940 section 8.1). Returns the types of the
    /// reflexive variants met on the way. Calls `failed` with each failure and `reflexive` with each reflexive
    /// variant.
    #[inline]
    pub(in crate::lgr) fn scan(
        &self,
        label: &LabelLookup,
        mut failed: impl FnMut(Failure),
        mut reflexive: impl FnMut(Span, u64),
    ) -> Derivation {
        let mut derivation = Derivation::NOTHING;
        let mut at = 0;
        while let Some(slot) = label.slots.get(at) {
            let found = if slot.is_plain && slot.sequences == NONE {
                self.table.entry(slot.entry).map(|entry| (1, entry))
            } else {
                let given = |&(len, entry): &(usize, &CompiledEntry)| {
                    self.context_given(entry.context.as_deref(), label, at, at + len)
                };
                // The longest.
                self.matching(label, at).filter(given).last()
            };
            let Some((len, entry)) = found else {
                failed(self.explain(label, at));
                at += 1;
                continue;
            };
            let types =
                entry.has_reflexive.then(|| self.reflexive_type(entry, label, at, at + len)).flatten();
            if let Some(types) = types {
                reflexive(Span::new(at, at + len), types);
            }
            derivation = derivation.and(types.unwrap_or(0), types.is_some());
            at += len;
        }
        derivation
    }

    /// The type of the first reflexive variant of the entry that is given at this place.
    fn reflexive_type(
        &self,
        entry: &CompiledEntry,
        label: &LabelLookup,
        start: usize,
        end: usize,
    ) -> Option<u64> {
        let given = |variant: &CompiledVariant| {
            variant.is_reflexive && self.context_given(variant.context.as_deref(), label, start, end)
        };
        let mut variants = self.table.variants_of(entry).map(|(_, variant)| variant);
        variants.find(|variant| given(variant)).map(|variant| variant.types)
    }

    #[cold]
    fn explain(&self, label: &LabelLookup, at: usize) -> Failure {
        let mut contexts: Vec<FailedContext> = self
            .matching(label, at)
            .filter_map(|(len, entry)| {
                let context = entry.context.as_ref()?.source.clone();
                Some(FailedContext { span: Span::new(at, at + len), context })
            })
            .collect();
        contexts.reverse();
        match contexts.first() {
            None => Failure { span: Span::one(at), kind: FailureKind::NotInRepertoire },
            Some(longest) => Failure { span: longest.span, kind: FailureKind::Context(contexts) },
        }
    }
}
