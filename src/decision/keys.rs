//! The keys by which a name is found beside those that exist.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ops::Range;

use crate::label::{Label, LabelKind, Name, Suffixes};
use crate::lgr::Tables;
use crate::script::wide_skeleton_key;
use crate::unicode::to_lower_case;

/// What the keys of names depend on: the same for all names of an index.
#[derive(Debug)]
pub(super) struct KeyRules {
    /// The tables of all domains together.
    pub(super) tables: Option<Arc<Tables>>,
    pub(super) suffixes: Suffixes,
    /// Where a label alone is registered.
    pub(super) domain: Option<String>,
    /// Top-level domains of one set, the first of which stands for the others in keys.
    pub(super) variant_tlds: Vec<String>,
}

impl KeyRules {
    /// The domain that a name is under without saying so: that of the policy, for a label alone.
    pub(super) fn domain_of(&self, name: Name<'_>) -> Option<&str> {
        self.domain.as_deref().filter(|_| !name.as_str().contains('.'))
    }

    /// A suffix as it stands in keys: the first top-level domain of a set in place of the others.
    pub(super) fn suffix_key<'s>(&self, suffix: &'s str) -> Cow<'s, str> {
        let (below, tld) = suffix.rsplit_once('.').map_or(("", suffix), |(below, tld)| (below, tld));
        match self.variant_tlds.split_first() {
            Some((first, others)) if others.iter().any(|other| other == tld) => match below {
                "" => Cow::Owned(first.clone()),
                below => Cow::Owned(alloc::format!("{below}.{first}")),
            },
            _ => Cow::Borrowed(suffix),
        }
    }
}

/// The keys of one name after another, in memory that is used again: made by a [`Decider`](super::Decider), for a
/// store to keep beside a record, and to find it by.
///
/// ```
/// use ulabel::decision::Decider;
/// use ulabel::policy::builtin;
///
/// let policy = builtin::find("ca").unwrap().policy().unwrap();
/// let mut keys = Decider::new(&policy).unwrap().keys();
/// keys.take("XN--CAF-DMA.ca");
/// assert_eq!((keys.name(), keys.coarse_key()), ("café.ca", "cafe.ca"));
/// keys.take("cafe"); // a label alone is one under the domain of the policy
/// assert_eq!((keys.name(), keys.coarse_key()), ("cafe.ca", "cafe.ca"));
/// ```
#[derive(Clone, Debug)]
pub struct IndexKeys {
    rules: Arc<KeyRules>,
    labels: Vec<Label>,
    /// The name, and where its first label ends.
    name: String,
    label_end: usize,
    coarse_key: String,
}

impl IndexKeys {
    pub(super) const fn new(rules: Arc<KeyRules>) -> Self {
        Self { rules, labels: Vec::new(), name: String::new(), label_end: 0, coarse_key: String::new() }
    }

    /// Takes the next name, in whichever form and case of ASCII. Labels that do not decode stand as they were given,
    /// in lower case.
    pub fn take(&mut self, name: &str) {
        let Self { rules, labels, name: taken, label_end, coarse_key } = self;
        labels.clear();
        taken.clear();
        coarse_key.clear();
        let name = Name::parse(name);
        let domain = rules.domain_of(name);
        let texts = name.labels().chain(domain.into_iter().flat_map(|domain| domain.split('.')));
        labels.extend(texts.clone().map(Label::parse));
        let judged: Range<usize> = match rules.suffixes.is_empty() {
            true => 0..labels.len(),
            false => rules.suffixes.registered(labels.iter()),
        };
        for (at, (text, label)) in texts.zip(&*labels).enumerate() {
            if at > 0 {
                taken.push('.');
                coarse_key.push('.');
            }
            let start = taken.len();
            match unicode_form(label) {
                Some(text) => taken.push_str(text),
                None if text.is_ascii() => taken.extend(text.chars().map(|c| c.to_ascii_lowercase())),
                // Letters outside ASCII are mapped in suffixes alone: a label with a capital is no label.
                None if judged.contains(&at) => taken.push_str(text),
                None => taken.push_str(&to_lower_case(text)),
            }
            let label = taken.get(start..).unwrap_or_default();
            match &rules.tables {
                Some(tables) if judged.contains(&at) => coarse_key.extend(tables.coarse_key_chars(label)),
                _ => coarse_key.push_str(label),
            }
            if at == 0 {
                *label_end = taken.len();
            }
        }
        if let Some((start, suffix)) = coarse_key.split_once('.')
            && let Cow::Owned(key) = rules.suffix_key(suffix)
        {
            *coarse_key = alloc::format!("{start}.{key}");
        }
    }

    /// The name in Unicode, in lower case, with its domain.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The coarse key of the label that the tables judge, and the rest of the name: all names of one variant set have
    /// the same. Names that have the same need not be of one set.
    #[must_use]
    pub fn coarse_key(&self) -> &str {
        &self.coarse_key
    }

    /// The wide skeleton of the name ([`wide_skeleton_key`]).
    #[must_use]
    pub fn wide_skeleton(&self) -> String {
        wide_skeleton_key(&self.name)
    }

    pub(super) fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// What is right of the first label.
    pub(super) fn suffix(&self) -> &str {
        suffix_of(&self.name, self.label_end)
    }

    pub(super) fn first_label(&self) -> &str {
        self.name.get(..self.label_end).unwrap_or_default()
    }
}

/// What an A-label decodes to, if that encodes to it again. A fake A-label is not the same label as what it decodes to.
fn unicode_form(label: &Label) -> Option<&str> {
    let text = label.u_label().filter(|_| label.kind() == LabelKind::ALabel)?;
    (Label::parse(text).a_label() == label.a_label()).then_some(text)
}

/// What is right of the label that ends at `end`.
fn suffix_of(name: &str, end: usize) -> &str {
    name.get(end..).and_then(|rest| rest.strip_prefix('.')).unwrap_or_default()
}

/// The first label of a name of a record, and what is right of it.
pub(super) fn split(name: &str) -> (&str, &str) {
    name.split_once('.').unwrap_or((name, ""))
}
