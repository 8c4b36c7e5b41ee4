//! The `meta` element (RFC 7940 section 4.3).

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;

use super::{Identifier, Origin};
use crate::unicode::Version;

/// What an LGR says of itself (RFC 7940 section 4.3); every part may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The version of the ruleset itself.
    pub version: Option<LgrVersion>,
    /// The day it was posted.
    pub date: Option<Located<Date>>,
    /// Language tags (RFC 5646), such as `und-Latn`, in document order.
    pub languages: Vec<Located<Identifier>>,
    /// What it applies to, usually a domain.
    pub scopes: Vec<Scope>,
    /// The first day on which it is in force.
    pub validity_start: Option<Located<Date>>,
    /// The day on which it ceases to be in force.
    pub validity_end: Option<Located<Date>>,
    /// The Unicode version whose properties decide its classes.
    pub unicode_version: Option<Located<Version>>,
    /// A description for people.
    pub description: Option<Description>,
    /// What `ref` attributes point to, in document order.
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
    /// What is in scope: for `domain`, the apex of the zone.
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

/// A day, as RFC 3339 `full-date` writes it: `2024-10-25`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// A day of the Gregorian calendar, if there is such a day.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        (year <= 9999 && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str, length: usize| {
            (part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())
                .flatten()
        };
        if parts.next().is_some() {
            return None;
        }
        let month = u8::try_from(digits(month, 2)?).ok()?;
        let day = u8::try_from(digits(day, 2)?).ok()?;
        Self::new(digits(year, 4)?, month, day)
    }

    /// The year, 0 to 9999.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
