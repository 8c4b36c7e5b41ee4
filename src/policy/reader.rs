//! Typed access to a TOML document that keeps every fault, with its place.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::Faults;
use super::keyword::Keyword;
use crate::finding::FaultCode;
use crate::unicode::{DerivedProperty, derived_property};

pub(super) type Value<'d> = Spanned<DeValue<'d>>;

/// A table of the document, whose keys are taken one after the other; what is left is unknown.
pub(super) struct Section<'s, 'd> {
    table: &'s DeTable<'d>,
    span: Range<usize>,
    known: Vec<&'static str>,
}

impl<'s, 'd> Section<'s, 'd> {
    pub(super) fn new(table: &'s DeTable<'d>, span: Range<usize>) -> Self {
        Self { table, span, known: Vec::new() }
    }

    /// Where the section begins.
    pub(super) fn start(&self) -> usize {
        self.span.start
    }

    pub(super) fn take(&mut self, key: &'static str) -> Option<&'s Value<'d>> {
        self.known.push(key);
        self.table.get(key)
    }

    /// Where the value of a key stands, or the section when it has none.
    pub(super) fn place(&self, key: &str) -> usize {
        self.table.get(key).map_or(self.span.start, |value| value.span().start)
    }

    pub(super) fn text(&mut self, key: &'static str, faults: &mut Faults<'_>) -> Option<String> {
        let value = self.take(key)?;
        text_of(key, value, faults)
    }

    pub(super) fn bool(&mut self, key: &'static str, faults: &mut Faults<'_>) -> Option<bool> {
        let value = self.take(key)?;
        let found = value.get_ref().as_bool();
        if found.is_none() {
            wrong_type(key, value, "true or false", faults);
        }
        found
    }

    pub(super) fn number(&mut self, key: &'static str, faults: &mut Faults<'_>) -> Option<u32> {
        let value = self.take(key)?;
        let Some(integer) = value.get_ref().as_integer() else {
            wrong_type(key, value, "a number", faults);
            return None;
        };
        let number = u32::from_str_radix(integer.as_str(), integer.radix()).ok().filter(|n| *n <= 9999);
        if number.is_none() {
            let message = format!("`{key}` is {}, expected a number from 0 to 9999", shown(integer.as_str()));
            faults.add(value.span().start, FaultCode::BadValue, message);
        }
        number
    }

    pub(super) fn keyword<K: Keyword>(&mut self, key: &'static str, faults: &mut Faults<'_>) -> Option<K> {
        let value = self.take(key)?;
        keyword_of(key, value, faults)
    }

    /// A string, or an array of strings, each with its place.
    pub(super) fn texts(&mut self, key: &'static str, faults: &mut Faults<'_>) -> Vec<(usize, String)> {
        let Some(value) = self.take(key) else { return Vec::new() };
        self::texts(key, value, faults)
    }

    /// An array of tables; `word` says what a member that is a string means, where one may be.
    pub(super) fn members(&mut self, key: &'static str, faults: &mut Faults<'_>) -> &'s [Value<'d>] {
        let Some(value) = self.take(key) else { return &[] };
        match value.get_ref() {
            DeValue::Array(array) => array,
            _ => {
                wrong_type(key, value, "an array", faults);
                &[]
            }
        }
    }

    /// A table within the table.
    pub(super) fn section(&mut self, key: &'static str, faults: &mut Faults<'_>) -> Option<Section<'s, 'd>> {
        let value = self.take(key)?;
        section_of(key, value, faults)
    }

    /// Every key with its value, for tables whose keys are free.
    pub(super) fn entries(&self) -> impl Iterator<Item = (usize, &'s str, &'s Value<'d>)> {
        self.table.iter().map(|(key, value)| (key.span().start, key.get_ref().as_ref(), value))
    }

    /// Reports the keys that were not asked for.
    pub(super) fn finish(self, what: &str, faults: &mut Faults<'_>) {
        for (key, _) in self.table {
            let name = key.get_ref().as_ref();
            if self.known.contains(&name) {
                continue;
            }
            let near = self.known.iter().find(|known| is_near(known, name));
            let expected = match near {
                Some(known) => format!("expected `{known}`"),
                None => "expected one of the keys that the format has".to_string(),
            };
            let message = format!("`{}` is not a key of {what}, {expected}", shown(name));
            faults.add(key.span().start, FaultCode::UnknownKey, message);
        }
    }
}

/// Whether two keys differ by a slip: one letter, or two that are swapped.
fn is_near(known: &str, name: &str) -> bool {
    let (a, b) = (known.as_bytes(), name.as_bytes());
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let rest = |text: &'_ [u8], skip: usize| text.get(head + skip..).map(<[u8]>::to_vec);
    let slips = [(1, 1), (1, 0), (0, 1)];
    let swapped = a.get(head..head + 2).zip(b.get(head..head + 2)).is_some_and(|(a, b)| {
        let mut turned = a.to_vec();
        turned.reverse();
        turned == b
    });
    slips.iter().any(|(i, j)| rest(a, *i).is_some() && rest(a, *i) == rest(b, *j))
        || swapped && rest(a, 2) == rest(b, 2)
}

pub(super) fn section_of<'s, 'd>(
    key: &str,
    value: &'s Value<'d>,
    faults: &mut Faults<'_>,
) -> Option<Section<'s, 'd>> {
    match value.get_ref() {
        DeValue::Table(table) => Some(Section::new(table, value.span())),
        _ => {
            wrong_type(key, value, "a table", faults);
            None
        }
    }
}

pub(super) fn text_of(key: &str, value: &Value<'_>, faults: &mut Faults<'_>) -> Option<String> {
    let found = value.get_ref().as_str().map(str::to_string);
    if found.is_none() {
        wrong_type(key, value, "a string", faults);
    }
    found
}

/// A string, or an array of strings, each with its place.
pub(super) fn texts(key: &str, value: &Value<'_>, faults: &mut Faults<'_>) -> Vec<(usize, String)> {
    match value.get_ref() {
        DeValue::String(text) => alloc::vec![(value.span().start, text.to_string())],
        DeValue::Array(array) => {
            let mut texts = Vec::with_capacity(array.len());
            for member in array {
                if let Some(text) = text_of(key, member, faults) {
                    texts.push((member.span().start, text));
                }
            }
            texts
        }
        _ => {
            wrong_type(key, value, "an array of strings", faults);
            Vec::new()
        }
    }
}

pub(super) fn keyword_of<K: Keyword>(key: &str, value: &Value<'_>, faults: &mut Faults<'_>) -> Option<K> {
    let text = text_of(key, value, faults)?;
    let found = K::from_name(&text);
    if found.is_none() {
        let message =
            format!("`{}` is \"{}\", expected one of {}", shown(key), shown(&text), K::NAMES.join(", "));
        faults.add(value.span().start, FaultCode::BadValue, message);
    }
    found
}

pub(super) fn wrong_type(key: &str, value: &Value<'_>, expected: &str, faults: &mut Faults<'_>) {
    let found = value.get_ref().type_str();
    let message = format!("`{}` is of type {found}, expected {expected}", shown(key));
    faults.add(value.span().start, FaultCode::WrongType, message);
}

/// Text from the file for a message: short, and without what a terminal would obey.
pub(super) fn shown(text: &str) -> String {
    const MOST: usize = 200;
    let mut short = String::new();
    for c in text.chars().take(MOST) {
        let plain = c == ' ' || c.is_ascii_graphic() || derived_property(c) == DerivedProperty::Pvalid;
        if plain {
            short.push(c);
        } else {
            short.extend(c.escape_unicode());
        }
    }
    if text.chars().nth(MOST).is_some() {
        short.push('…');
    }
    short
}
