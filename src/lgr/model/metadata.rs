//! The `meta` element (RFC 7940 section 4.3).

use alloc::boxed::Box;
use alloc::vec::Vec;

pub use jiff::civil::Date;

use super::{Identifier, Origin};
use crate::unicode::Version;

/// The statements of an LGR about itself (RFC 7940 section 4.3); every part may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The version of the ruleset itself.
    pub version: Option<LgrVersion>,
    /// The day it was posted.
    pub date: Option<Located<Date>>,
    /// Language tags (RFC 5646), such as `und-Latn`, in document order.
    pub languages: Vec<Located<Identifier>>,
    /// The scopes that it applies to, usually a domain.
    pub scopes: Vec<Scope>,
    /// The first day on which it is in force.
    pub validity_start: Option<Located<Date>>,
    /// The day on which it ceases to be in force.
    pub validity_end: Option<Located<Date>>,
    /// The Unicode version whose properties decide its classes.
    pub unicode_version: Option<Located<Version>>,
    /// A description for people.
    pub description: Option<Description>,
    /// The references that `ref` attributes name, in document order.
    pub references: Vec<Reference>,
}

/// A value and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub origin: Origin,
}

impl<T> From<T> for Located<T> {
    fn from(value: T) -> Self {
        Self { value, origin: Origin::NONE }
    }
}

/// The `version` element (RFC 7940 section 4.3.1). Any text; a positive integer is recommended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LgrVersion {
    /// The text of the element.
    pub value: Box<str>,
    /// Its `comment` attribute.
    pub comment: Option<Box<str>>,
    /// Where it stands.
    pub origin: Origin,
}

/// The `scope` element (RFC 7940 section 4.3.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The `type` attribute; `domain` is the one that the RFC defines.
    pub kind: Identifier,
    /// The scope itself: for `domain`, the apex of the zone.
    pub value: Box<str>,
    /// Where it stands.
    pub origin: Origin,
}

/// The `description` element (RFC 7940 section 4.3.5).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Description {
    /// The `type` attribute, a media type; plain text when missing.
    pub media_type: Option<Box<str>>,
    /// The text itself, untrusted: it may be HTML.
    pub text: Box<str>,
    /// Where it stands.
    pub origin: Origin,
}

/// A `reference` element (RFC 7940 section 4.3.8).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The `id` attribute that `ref` attributes name.
    pub id: Identifier,
    /// The citation.
    pub text: Box<str>,
    /// The `comment` attribute.
    pub comment: Option<Box<str>>,
    /// Where it stands.
    pub origin: Origin,
}

/// Reads a day as RFC 3339 `full-date` writes it: `2024-10-25`.
pub(crate) fn full_date(text: &str) -> Option<Date> {
    let is_full = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, b)| if matches!(at, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
    is_full.then(|| text.parse().ok()).flatten()
}
