//! The keys of a name.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cell::OnceCell;

use crate::label::{Label, Name};
use crate::lgr::{Scratch, Tables};
use crate::script::{second_wide_skeleton_key, skeleton_key, wide_skeleton_key};
use crate::unicode::{is_nfc, lower_case, nfc, to_lower_case};

/// A value that groups names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Key {
    /// The coarse key, which labels of one variant set share ([`Tables::coarse_key`]). Names that share it are
    /// then held against each other by the exact test.
    Coarse,
    /// The skeleton, which look-alikes share (UTS #39 §4).
    Skeleton,
    /// The wide skeleton, which look-alikes share that differ in marks alone ([`wide_skeleton_key`]). A candidate is
    /// looked for by the second reading of its letters too ([`second_wide_skeleton_key`]).
    WideSkeleton,
}

impl Key {
    /// The name in JSON and CSV.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Coarse => "coarse-key",
            Self::Skeleton => "skeleton",
            Self::WideSkeleton => "wide-skeleton",
        }
    }
}

/// The keys of one name after another, in memory that is used again.
///
/// ```
/// use ulabel::collisions::NameKeys;
///
/// let mut keys = NameKeys::new(None);
/// keys.take("xn--e1argc.example"); // the Cyrillic letters that look like "cope"
/// assert_eq!(keys.name(), "соре.example");
/// assert_eq!(keys.skeleton().as_deref(), Some("cope.exarnple"));
/// assert_eq!(keys.coarse_key(), None); // there are no tables
/// ```
#[derive(Clone, Debug)]
pub struct NameKeys {
    tables: Option<Arc<Tables>>,
    input: String,
    /// False when the input is not UTF-8.
    is_readable: bool,
    labels: Vec<Label>,
    name: String,
    coarse_key: String,
    index_label: OnceCell<Option<String>>,
}

impl NameKeys {
    /// Keys under these tables; without tables names have no key but their skeletons.
    #[must_use]
    pub fn new(tables: Option<Arc<Tables>>) -> Self {
        Self {
            tables,
            input: String::new(),
            is_readable: false,
            labels: Vec::new(),
            name: String::new(),
            coarse_key: String::new(),
            index_label: OnceCell::new(),
        }
    }

    /// Takes the next name. A label in capitals or not in NFC is compared as the label that it stands for; one that
    /// does not decode stands as it was given.
    pub fn take(&mut self, name: &str) {
        self.begin(name);
        self.is_readable = true;
        for (at, text) in Name::parse(name).labels().enumerate() {
            let label = mapped(Label::parse(text));
            if at > 0 {
                self.name.push('.');
            }
            self.name.push_str(label.u_label().unwrap_or(text));
            self.labels.push(label);
        }
        if let Some(tables) = &self.tables {
            let judged = tables.suffixes().registered(self.labels.iter());
            for (at, label) in self.name.split('.').enumerate() {
                if at > 0 {
                    self.coarse_key.push('.');
                }
                if judged.contains(&at) {
                    self.coarse_key.extend(tables.coarse_key_chars(label));
                } else {
                    self.coarse_key.push_str(label);
                }
            }
        }
    }

    /// Takes the next name, which may not be UTF-8: then it has no keys.
    pub fn take_bytes(&mut self, name: &[u8]) {
        match core::str::from_utf8(name) {
            Ok(name) => self.take(name),
            Err(_) => self.begin(&crate::text::escape_bytes(name)),
        }
    }

    fn begin(&mut self, input: &str) {
        self.input.clear();
        self.input.push_str(input);
        self.labels.clear();
        self.name.clear();
        self.coarse_key.clear();
        self.index_label.take();
        self.is_readable = false;
    }

    /// The name as it was given; bytes that are not UTF-8 are escaped.
    #[must_use]
    pub fn input(&self) -> &str {
        &self.input
    }

    /// True if the name is UTF-8.
    #[must_use]
    pub const fn is_readable(&self) -> bool {
        self.is_readable
    }

    /// The name in Unicode; empty for one that is not UTF-8.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The coarse key of each label that the tables judge, and the other labels as they are. Names that collide
    /// have the same; names that have the same need not collide. None without tables, or for a name that is
    /// not UTF-8.
    #[must_use]
    pub fn coarse_key(&self) -> Option<&str> {
        (self.is_readable && self.tables.is_some()).then_some(&self.coarse_key)
    }

    /// The index label of each label that the tables judge (RFC 7940 §8.5), and the other labels as they are:
    /// a value to show. None without tables, or when a label has none.
    #[must_use]
    pub fn index_label(&self) -> Option<&str> {
        self.index_label.get_or_init(|| self.make_index_label()).as_deref()
    }

    /// The skeleton of the name in Unicode; none for a name that is not UTF-8.
    #[must_use]
    pub fn skeleton(&self) -> Option<String> {
        self.is_readable.then(|| skeleton_key(&self.name))
    }

    /// The wide skeleton of the name, likewise.
    #[must_use]
    pub fn wide_skeleton(&self) -> Option<String> {
        self.is_readable.then(|| wide_skeleton_key(&self.name))
    }

    /// The wide skeleton of a second reading of the name; none where there is no second reading.
    pub(super) fn second_wide_skeleton(&self) -> Option<String> {
        second_wide_skeleton_key(&self.name).filter(|_| self.is_readable)
    }

    fn make_index_label(&self) -> Option<String> {
        let tables = self.tables.as_ref().filter(|_| self.is_readable)?;
        let judged = tables.suffixes().registered(self.labels.iter());
        let (mut index_label, mut part) = (String::new(), String::new());
        let mut scratch = Scratch::new();
        for (at, label) in self.labels.iter().enumerate() {
            if at > 0 {
                index_label.push('.');
            }
            let label = label.u_label()?;
            if !judged.contains(&at) {
                index_label.push_str(label);
                continue;
            }
            if !tables.index_label_into(label, &mut scratch, &mut part) {
                return None;
            }
            index_label.push_str(&part);
        }
        Some(index_label)
    }
}

/// The label in lower case and in NFC. ASCII is in lower case already.
fn mapped(label: Label) -> Label {
    match label.u_label() {
        Some(text) if !text.is_ascii() && !is_mapped(text) => Label::parse(&nfc(&to_lower_case(text))),
        _ => label,
    }
}

fn is_mapped(text: &str) -> bool {
    is_nfc(text) && text.chars().all(|c| lower_case(c).is_none())
}
