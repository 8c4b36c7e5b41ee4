//! Eligibility and disposition of a label (RFC 7940 sections 8.1 and 8.3).

mod findings;
pub(in crate::lgr) mod scratch;

use alloc::vec::Vec;

use self::scratch::Looked;
pub use self::scratch::Scratch;
use crate::label::Span;
use crate::lgr::compile::CompiledLgr;
use crate::lgr::compile::action::{Trigger, Used};
use crate::lgr::compile::repertoire::{CompiledEntry, NONE};
use crate::lgr::{ContextRule, Identifier};

/// What a ruleset says of a label by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// The disposition; `invalid` for a label that fails by its code points or their contexts.
    pub disposition: Identifier,
    /// The action that gave it, counting `action` elements in document order and then the five default
    /// ones (RFC 7940 section 7.6); none if the label failed before actions are asked.
    pub action: Option<usize>,
    /// What fails, in label order; empty if all code points are in the repertoire and in their contexts.
    pub failures: Vec<Failure>,
    /// The code points whose reflexive variants made the label `invalid`, in label order: those that are
    /// in the repertoire only as variants of others (RFC 7940 section 7.2.1). Empty otherwise.
    pub out_of_repertoire: Vec<Span>,
}

/// A place at which no entry of the repertoire can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The code point; if a longer sequence failed there too, the longest such.
    pub span: Span,
    /// Why.
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
    /// Whether the label may be registered as far as the ruleset goes (RFC 7940 section 8.1): its code
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
    #[must_use]
    pub fn evaluate(&self, label: &str) -> Evaluation {
        self.evaluate_with(label, &mut Scratch::new())
    }

    /// As [`CompiledLgr::evaluate`], with memory that is used again: nothing is allocated unless
    /// something is wrong.
    #[must_use]
    pub fn evaluate_with(&self, label: &str, scratch: &mut Scratch) -> Evaluation {
        if !scratch.label.look_up(self, label.chars()) {
            return self.refused(alloc::vec![Failure {
                span: Span::new(0, scratch.label.points.len()),
                kind: FailureKind::Length,
            }]);
        }
        self.evaluate_looked(&scratch.label)
    }

    /// Whether a label is eligible, no reasons asked for: the quick way for lists.
    #[must_use]
    pub fn is_eligible_with(&self, label: &str, scratch: &mut Scratch) -> bool {
        if !scratch.label.look_up(self, label.chars()) || scratch.label.has_unknown {
            return false;
        }
        let label = &scratch.label;
        let mut passes = true;
        let used = self.scan(label, |_| passes = false, |_, _| {});
        passes && {
            let action = self.actions.decide(used, |rule| self.action_rule_matches(rule, label));
            self.actions.list.get(action).is_some_and(|action| !action.is_invalid)
        }
    }

    pub(in crate::lgr) fn evaluate_looked(&self, label: &Looked) -> Evaluation {
        let mut failures = Vec::new();
        let used = self.scan(label, |failure| failures.push(failure), |_, _| {});
        if !failures.is_empty() {
            return self.refused(failures);
        }
        let action = self.actions.decide(used, |rule| self.action_rule_matches(rule, label));
        let mut out_of_repertoire = Vec::new();
        let disposition = match self.actions.list.get(action) {
            Some(action) => {
                if let (true, Trigger::Any(list)) = (action.is_invalid, action.trigger) {
                    let note = |span, types| {
                        if types & list != 0 {
                            out_of_repertoire.push(span);
                        }
                    };
                    self.scan(label, |_| {}, note);
                }
                action.disposition.clone()
            }
            None => "valid".into(),
        };
        Evaluation { disposition, action: Some(action), failures, out_of_repertoire }
    }

    fn refused(&self, failures: Vec<Failure>) -> Evaluation {
        // The first default action gives that name, so that it need not be made anew.
        let first_default = self.actions.list.len().saturating_sub(5);
        let disposition = self.action_disposition(first_default).cloned();
        let disposition = disposition.unwrap_or_else(|| "invalid".into());
        Evaluation { disposition, action: None, failures, out_of_repertoire: Vec::new() }
    }

    /// Whether all code points of the label are in the repertoire and in context.
    #[inline]
    pub(in crate::lgr) fn passes(&self, label: &Looked) -> bool {
        let mut passes = true;
        if !label.is_plain {
            self.scan(label, |_| passes = false, |_, _| {});
        }
        passes
    }

    /// Goes through the label, the longest entry first (RFC 7940 section 8.1). Returns what reflexive
    /// variants were met on the way, and tells each.
    #[inline]
    pub(in crate::lgr) fn scan(
        &self,
        label: &Looked,
        mut failed: impl FnMut(Failure),
        mut reflexive: impl FnMut(Span, u64),
    ) -> Used {
        let mut used = Used::NOTHING;
        let mut at = 0;
        while let Some(slot) = label.slots.get(at) {
            let (len, entry) = if slot.is_plain && slot.sequences == NONE {
                (1, slot.entry)
            } else {
                let given = |&(len, entry): &(usize, u32)| {
                    let context = self.table.entry(entry).map_or(NONE, |entry| entry.context);
                    self.context_given(context, label, at, at + len)
                };
                match self.matching(label, at).longest_first().find(given) {
                    Some(found) => found,
                    None => {
                        failed(self.explain(label, at));
                        at += 1;
                        continue;
                    }
                }
            };
            let types = match self.table.entry(entry) {
                Some(entry) if entry.has_reflexive => self.reflexive(entry, label, at, at + len),
                _ => None,
            };
            if let Some(types) = types {
                reflexive(Span::new(at, at + len), types);
            }
            used = used.and(types.unwrap_or(0), types.is_some());
            at += len;
        }
        used
    }

    /// The type of the first reflexive variant of the entry that is given at this place.
    fn reflexive(&self, entry: &CompiledEntry, label: &Looked, start: usize, end: usize) -> Option<u64> {
        self.table
            .variants_of(entry)
            .find(|(_, variant)| {
                variant.is_reflexive && self.context_given(variant.context, label, start, end)
            })
            .map(|(_, variant)| variant.types)
    }

    #[cold]
    fn explain(&self, label: &Looked, at: usize) -> Failure {
        let contexts: Vec<FailedContext> = self
            .matching(label, at)
            .longest_first()
            .filter_map(|(len, entry)| {
                let context = self.table.contexts.get(self.table.entry(entry)?.context as usize)?;
                Some(FailedContext { span: Span::new(at, at + len), context: context.source.clone() })
            })
            .collect();
        match contexts.first() {
            None => Failure { span: Span::one(at), kind: FailureKind::NotInRepertoire },
            Some(longest) => Failure { span: longest.span, kind: FailureKind::Context(contexts) },
        }
    }
}
