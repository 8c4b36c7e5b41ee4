//! The keys of a name.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::label::{Label, Name};
use crate::lgr::{BoundExceeded, Relation, Scratch, Tables};
use crate::script::skeleton_key;

/// A value that groups names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Key {
    /// The index label, which stands for a variant set (RFC 7940 section 8.5).
    IndexLabel,
    /// The skeleton, which look-alikes share (UTS #39 §4).
    Skeleton,
}

impl Key {
    /// The name in JSON and CSV.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::IndexLabel => "index-label",
            Self::Skeleton => "skeleton",
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
/// assert_eq!(keys.index_label(), None); // there are no tables
/// ```
#[derive(Debug)]
pub struct NameKeys {
    tables: Option<Arc<Tables>>,
    scratch: Scratch,
    input: String,
    /// False when the input is not UTF-8.
    is_readable: bool,
    labels: Vec<Label>,
    name: String,
    index_label: String,
    has_index_label: bool,
    part: String,
}

impl NameKeys {
    /// Keys under these tables; without tables no name has an index label.
    #[must_use]
    pub fn new(tables: Option<Arc<Tables>>) -> Self {
        Self {
            tables,
            scratch: Scratch::new(),
            input: String::new(),
            is_readable: false,
            labels: Vec::new(),
            name: String::new(),
            index_label: String::new(),
            has_index_label: false,
            part: String::new(),
        }
    }

    /// Takes the next name and makes its index label. Labels that do not decode stand as they were given.
    pub fn take(&mut self, name: &str) {
        self.begin(name);
        self.is_readable = true;
        for (at, text) in Name::parse(name).labels().enumerate() {
            let label = Label::parse(text);
            if at > 0 {
                self.name.push('.');
            }
            self.name.push_str(label.u_label().unwrap_or(text));
            self.labels.push(label);
        }
        self.has_index_label = self.make_index_label();
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
        self.index_label.clear();
        (self.is_readable, self.has_index_label) = (false, false);
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

    /// The index label of each label that the tables judge, and the other labels as they are. None without
    /// tables, or when a label has none.
    #[must_use]
    pub fn index_label(&self) -> Option<&str> {
        self.has_index_label.then_some(&self.index_label)
    }

    /// The skeleton of the name in Unicode; none for a name that is not UTF-8.
    #[must_use]
    pub fn skeleton(&self) -> Option<String> {
        self.is_readable.then(|| skeleton_key(&self.name))
    }

    /// Makes the index label; false if there is none.
    fn make_index_label(&mut self) -> bool {
        let Some(tables) = &self.tables else { return false };
        let judged = tables.suffixes().registered(self.labels.iter());
        for (at, label) in self.labels.iter().enumerate() {
            if at > 0 {
                self.index_label.push('.');
            }
            let Some(label) = label.u_label() else { return false };
            if !judged.contains(&at) {
                self.index_label.push_str(label);
                continue;
            }
            if !tables.index_label_into(label, &mut self.scratch, &mut self.part) {
                return false;
            }
            self.index_label.push_str(&self.part);
        }
        true
    }

    /// How the name is a variant of an existing one: the first table that says so, and the relation. Of
    /// names with several labels one label alone may differ.
    ///
    /// # Errors
    ///
    /// If a table is made so that its variants cannot be found within the bounds of memory.
    pub fn relation_to(&mut self, existing: &str) -> Result<Option<(Arc<str>, Relation)>, BoundExceeded> {
        let Some(tables) = &self.tables else { return Ok(None) };
        let mut pairs = self.name.split('.').zip(existing.split('.')).filter(|(own, other)| own != other);
        let (Some((own, other)), None) = (pairs.next(), pairs.next()) else { return Ok(None) };
        for (id, table) in tables.ids().iter().zip(tables.tables()) {
            if let Some(relation) = table.relation_with(other, own, &mut self.scratch)? {
                return Ok(Some((id.clone(), relation)));
            }
        }
        Ok(None)
    }
}
