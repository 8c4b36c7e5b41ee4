//! Typed access to a TOML document that keeps every fault, with its place.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cell::RefCell;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::finding::{Fault, FaultCode, Faults, Position};
use crate::text::{escape, excerpt};

/// The text of a file with the faults found so far.
pub(super) struct PolicyText<'s> {
    text: &'s str,
    line_starts: Vec<usize>,
    faults: RefCell<Faults>,
    /// True if the policy is reviewed too: is it of use?
    is_review: bool,
}

impl<'s> PolicyText<'s> {
    pub(super) fn new(text: &'s str, is_review: bool) -> Self {
        let line_starts = core::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, line_starts, faults: RefCell::default(), is_review }
    }

    /// Adds a fault at an offset in octets.
    pub(super) fn fault(&self, at: usize, code: FaultCode, message: String) {
        let mut faults = self.faults.borrow_mut();
        if faults.is_full() {
            return;
        }
        let line = self.line_starts.partition_point(|start| *start <= at);
        let start = self.line_starts.get(line.saturating_sub(1)).copied().unwrap_or(at);
        let before = self.text.get(start..at).unwrap_or_default();
        let position = Position { line: line as u32, column: before.chars().count() as u32 + 1 };
        faults.add(Fault::new(code, Some(position), alloc::vec![message]));
    }

    /// The place `offset` octets into a string that begins at `at`; `at` itself where the string is not
    /// written as it reads.
    fn inside(&self, at: usize, value: &str, offset: usize) -> usize {
        let is_written_so = self.text.get(at + 1..).is_some_and(|text| text.starts_with(value));
        if is_written_so { at + 1 + offset } else { at }
    }

    /// Every fault in the order of the file.
    pub(super) fn finish(self) -> Vec<Fault> {
        self.faults.into_inner().finish()
    }
}

/// A value of the document, with the key that it stands under.
#[derive(Clone, Copy)]
pub(super) struct Node<'s> {
    pub(super) key: &'s str,
    value: &'s Spanned<DeValue<'s>>,
    document: &'s PolicyText<'s>,
}

impl<'s> Node<'s> {
    /// Where it begins, in octets.
    pub(super) fn at(self) -> usize {
        self.value.span().start
    }

    pub(super) fn value(self) -> &'s DeValue<'s> {
        self.value.get_ref()
    }

    pub(super) fn fault(self, code: FaultCode, message: impl Into<String>) {
        self.document.fault(self.at(), code, message.into());
    }

    /// Reports a value other than `expected`; `offset` octets into its text where it goes wrong.
    pub(super) fn bad_value(self, text: &str, expected: &str, offset: usize) {
        let message = format!("`{}` is \"{}\", expected {expected}", shown(self.key), shown(text));
        let at = if offset == 0 { self.at() } else { self.document.inside(self.at(), text, offset) };
        self.document.fault(at, FaultCode::BadValue, message);
    }

    pub(super) fn wrong_type(self, expected: &str) {
        let found = self.value().type_str();
        let message = format!("`{}` is of type {found}, expected {expected}", shown(self.key));
        self.fault(FaultCode::WrongType, message);
    }

    pub(super) fn text(self) -> Option<&'s str> {
        let text = self.value().as_str();
        if text.is_none() {
            self.wrong_type("a string");
        }
        text
    }

    /// The members of an array; a value that is none stands for an array of itself.
    pub(super) fn members(self) -> impl ExactSizeIterator<Item = Self> {
        let values = match self.value() {
            DeValue::Array(array) => array,
            _ => core::slice::from_ref(self.value),
        };
        values.iter().map(move |value| Self { value, ..self })
    }

    /// The value of a key, if this is a table that has it.
    pub(super) fn get(self, key: &'s str) -> Option<Self> {
        let value = self.value().as_table()?.get(key)?;
        Some(Self { key, value, ..self })
    }

    /// Every key of a table, with its place and value; none if this is no table.
    pub(super) fn entries(self) -> impl Iterator<Item = (usize, Self)> {
        let entries = self.value().as_table().into_iter().flatten();
        entries.map(move |(key, value)| (key.span().start, Self { key: key.get_ref(), value, ..self }))
    }

    /// Reports a fault at a place beside the value, such as that of its key.
    pub(super) fn fault_at(self, at: usize, code: FaultCode, message: impl Into<String>) {
        self.document.fault(at, code, message.into());
    }

    /// A table whose keys are known.
    pub(super) fn section(self) -> Option<Section<'s>> {
        let DeValue::Table(table) = self.value() else {
            self.wrong_type("a table");
            return None;
        };
        Some(Section::new(table, self.at(), self.document))
    }
}

/// A table of the document, whose keys are taken one after the other; what is left is unknown.
pub(super) struct Section<'s> {
    table: &'s DeTable<'s>,
    at: usize,
    document: &'s PolicyText<'s>,
    known: Vec<&'static str>,
}

impl<'s> Section<'s> {
    pub(super) fn new(table: &'s DeTable<'s>, at: usize, document: &'s PolicyText<'s>) -> Self {
        Self { table, at, document, known: Vec::new() }
    }

    /// The value of a key that the format has.
    pub(super) fn take(&mut self, key: &'static str) -> Option<Node<'s>> {
        self.known.push(key);
        self.get(key)
    }

    pub(super) fn get(&self, key: &'static str) -> Option<Node<'s>> {
        let value = self.table.get(key)?;
        Some(Node { key, value, document: self.document })
    }

    /// True if the policy is reviewed.
    pub(super) const fn is_review(&self) -> bool {
        self.document.is_review
    }

    /// Reports a fault at the value of a key, or at the section when it has none.
    pub(super) fn fault(&self, key: &'static str, code: FaultCode, message: impl Into<String>) {
        self.document.fault(self.get(key).map_or(self.at, Node::at), code, message.into());
    }

    /// Reports the keys that were not asked for.
    pub(super) fn finish(self, what: &str) {
        for key in self.table.keys().filter(|key| !self.known.iter().any(|known| **known == *key.get_ref())) {
            let near = self.known.iter().find(|known| is_near(known, key.get_ref()));
            let expected = match near {
                Some(known) => format!("expected `{known}`"),
                None => "expected one of the keys that the format has".to_string(),
            };
            let message = format!("`{}` is not a key of {what}, {expected}", shown(key.get_ref()));
            self.document.fault(key.span().start, FaultCode::UnknownKey, message);
        }
    }
}

/// True if two keys differ by a slip: one letter, or two that are swapped.
fn is_near(known: &str, name: &str) -> bool {
    let (a, b) = (known.as_bytes(), name.as_bytes());
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (a.split_at(head).1, b.split_at(head).1);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    match (a.split_at(a.len() - tail).0, b.split_at(b.len() - tail).0) {
        ([] | [_], [] | [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

/// Text from outside for a message: short, and without what a terminal would obey.
pub(in crate::policy) fn shown(text: &str) -> String {
    escape(&excerpt(text, 200)).into_owned()
}
