//! Text as the protocols take it: the tokens of XML Schema, and names as A-labels.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;

use crate::label::{Label, Name};
use crate::text::{escape, excerpt, is_xml_char};

/// The longest name of `eppcom:labelType`, in characters.
const MAX_NAME: usize = 255;

/// What a protocol has no way to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unwritable {
    /// Which part it is, as the schema names it: `name`, `idnTableId`.
    pub part: &'static str,
    /// The text.
    pub text: String,
    /// Why it cannot be written.
    pub reason: UnwritableReason,
}

/// Why a text cannot be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnwritableReason {
    /// It has a character that XML has not.
    Character,
    /// There is none where there has to be one.
    Missing,
    /// It is shorter than the schema says.
    Short,
    /// It is longer than the schema says.
    Long,
    /// It is not in the form that the schema says.
    Form,
    /// It is no name that the DNS can have.
    NoName,
    /// It stands there twice.
    Twice,
    /// It names nothing that is in the same document.
    Unknown,
}

impl Unwritable {
    pub(super) fn new(part: &'static str, text: &str, reason: UnwritableReason) -> Self {
        Self { part, text: text.into(), reason }
    }
}

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { part, text, reason } = self;
        if *reason == UnwritableReason::Missing {
            return write!(f, "{part} is missing");
        }
        let reason = match reason {
            UnwritableReason::Character => "it has a character that XML cannot hold",
            UnwritableReason::Missing => "it is missing",
            UnwritableReason::Short => "it is too short",
            UnwritableReason::Long => "it is too long",
            UnwritableReason::Form => "it is not in the form of the schema",
            UnwritableReason::NoName => "it is no name that the DNS can have",
            UnwritableReason::Twice => "it is there twice",
            UnwritableReason::Unknown => "nothing here has that name",
        };
        write!(f, "{part} `{}`: {reason}", escape(&excerpt(text, 80)))
    }
}

impl core::error::Error for Unwritable {}

/// A token of XML Schema with so many characters: blanks at its ends are left out, others joined to one space.
pub(super) fn token<'t>(
    part: &'static str,
    text: &'t str,
    characters: core::ops::RangeInclusive<usize>,
) -> Result<Cow<'t, str>, Unwritable> {
    let refused = |reason| Err(Unwritable::new(part, text, reason));
    if !text.chars().all(is_xml_char) {
        return refused(UnwritableReason::Character);
    }
    let is_blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
    let trimmed = text.trim_matches(is_blank);
    let mut words = trimmed.split(is_blank).filter(|word| !word.is_empty());
    let is_token = !trimmed.contains(['\t', '\n', '\r']) && !trimmed.contains("  ");
    let token = match is_token {
        true => Cow::Borrowed(trimmed),
        false => {
            let first = String::from(words.next().unwrap_or_default());
            Cow::Owned(words.fold(first, |joined, word| joined + " " + word))
        }
    };
    let length = token.chars().count();
    match length {
        0 if *characters.start() > 0 => refused(UnwritableReason::Missing),
        _ if length < *characters.start() => refused(UnwritableReason::Short),
        _ if length > *characters.end() => refused(UnwritableReason::Long),
        _ => Ok(token),
    }
}

/// A name as `eppcom:labelType` takes it, in the form in which it was given.
pub(super) fn name<'t>(part: &'static str, text: &'t str) -> Result<Cow<'t, str>, Unwritable> {
    token(part, text, 1..=MAX_NAME)
}

/// A name with all its labels as A-labels; labels that are none, but could be in the DNS, stand as they are.
pub(super) fn a_name(part: &'static str, text: &str) -> Result<String, Unwritable> {
    let mut ascii = String::with_capacity(text.len() + 8);
    for (number, text) in Name::parse(text).labels().enumerate() {
        if number > 0 {
            ascii.push('.');
        }
        let label = Label::parse(text);
        ascii.push_str(label.a_label().unwrap_or(text));
    }
    let is_ldh = |label: &str| {
        (1..=63).contains(&label.len()) && label.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-')
    };
    match ascii.len() <= MAX_NAME && ascii.split('.').all(is_ldh) {
        true => Ok(ascii),
        false => Err(Unwritable::new(part, text, UnwritableReason::NoName)),
    }
}
