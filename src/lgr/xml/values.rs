//! The lexical forms of attribute values: code points, names, tokens, lists.

use alloc::sync::Arc;
use alloc::vec::Vec;
use std::collections::HashMap;

use super::limits;
use crate::lgr::{CodePoints, Identifier, IdentifierList};
use crate::text::CodePoint;

/// Why a value is not a code point sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CodePointError {
    /// Not the form that RFC 7940 section 5 demands.
    Malformed,
    /// The right form but for lower-case digits; here is what it would be.
    LowerCase,
}

/// Reads four to six hexadecimal digits as a Unicode scalar value.
pub(super) fn code_point(text: &str) -> Result<char, CodePointError> {
    match CodePoint::from_digits(text) {
        Some(_) if text.bytes().any(|byte| byte.is_ascii_lowercase()) => Err(CodePointError::LowerCase),
        Some(code_point) => Ok(code_point.0),
        None => Err(CodePointError::Malformed),
    }
}

/// Reads a `cp` attribute: none, one or several code points.
pub(super) fn code_points(text: &str) -> Result<CodePoints, CodePointError> {
    if let Ok(c) = code_point(text) {
        return Ok(c.into());
    }
    let sequence = text.split_ascii_whitespace().map(code_point).collect::<Result<Vec<char>, _>>()?;
    if sequence.len() > limits::MAX_SEQUENCE {
        return Err(CodePointError::Malformed);
    }
    Ok(CodePoints::from(&*sequence))
}

/// XML 1.0 production 7, `Nmtoken`.
pub(super) fn is_nmtoken(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_name_char)
}

/// XML Namespaces production 4, `NCName`, which `xsd:ID` demands of names.
pub(super) fn is_ncname(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(is_name_start) && chars.all(|c| c != ':' && is_name_char(c))
}

/// A variant type: a name token not beginning with an underscore (RFC 7940 section 5.3.2).
pub(super) fn is_variant_type(text: &str) -> bool {
    !text.starts_with('_') && is_nmtoken(text)
}

/// A reference id (RFC 7940 section 4.3.8).
pub(super) fn is_reference_id(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|b| b.is_ascii_digit() || b.is_ascii_uppercase() || matches!(b, b'-' | b'_' | b'.' | b':'))
}

/// XML 1.0 production 4, without the colon.
fn is_name_start(c: char) -> bool {
    matches!(c,
        'A'..='Z' | '_' | 'a'..='z' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}'
        | '\u{2070}'..='\u{218F}' | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

/// XML 1.0 production 4a.
fn is_name_char(c: char) -> bool {
    matches!(c, '-' | '.' | ':' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
        || is_name_start(c)
}

/// The kind of a list in an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ListKind {
    /// Ids of references (RFC 7940 section 5.4.1).
    References,
    /// Tags (RFC 7940 section 5.5).
    Tags,
    /// Variant types (RFC 7940 section 7.2.1).
    Types,
}

/// Hands out one [`Identifier`] for equal names and one [`IdentifierList`] for equal lists.
///
/// A table repeats few names and lists very often; the last one met is the likeliest.
#[derive(Debug, Default)]
pub(super) struct Interner<'i> {
    names: HashMap<&'i str, Identifier>,
    references: Lists<'i>,
    tags: Lists<'i>,
    types: Lists<'i>,
}

/// Lists of one kind that were found to be sound.
#[derive(Debug, Default)]
struct Lists<'i> {
    known: HashMap<&'i str, IdentifierList>,
    last: Option<(&'i str, IdentifierList)>,
}

impl<'i> Interner<'i> {
    pub(super) fn name(&mut self, text: &'i str) -> Identifier {
        Arc::clone(self.names.entry(text).or_insert_with(|| Identifier::from(text)))
    }

    fn lists(&mut self, kind: ListKind) -> &mut Lists<'i> {
        match kind {
            ListKind::References => &mut self.references,
            ListKind::Tags => &mut self.tags,
            ListKind::Types => &mut self.types,
        }
    }

    /// The list, if it was met before and was sound.
    pub(super) fn known_list(&mut self, kind: ListKind, text: &str) -> Option<IdentifierList> {
        let lists = self.lists(kind);
        if let Some((last, list)) = &lists.last
            && *last == text
        {
            return Some(list.clone());
        }
        let (&text, list) = lists.known.get_key_value(text)?;
        lists.last = Some((text, list.clone()));
        Some(list.clone())
    }

    pub(super) fn keep_list(&mut self, kind: ListKind, text: &'i str, list: IdentifierList) {
        self.lists(kind).known.insert(text, list);
    }
}
