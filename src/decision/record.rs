//! The record of a name that exists.

use alloc::string::{String, ToString};
use core::fmt;
use core::str::FromStr;

use crate::text::keywords;

/// A name that exists, and who holds it. Registrant and registrar are opaque: they are compared, octet by octet,
/// and never looked into.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameRecord {
    /// The name in Unicode, in lower case ([`IndexKeys::name`](super::IndexKeys::name)); as it was given where it
    /// does not decode.
    pub name: String,
    /// Who holds the name; empty where that is not known.
    pub registrant: String,
    /// The registrar that sponsors it; empty where that is not known.
    pub registrar: String,
    /// When it was registered. One that is not known counts as the latest.
    pub created: Option<Created>,
    /// What became of it.
    pub state: NameState,
    /// For a name that is no domain, the name of which it is a variant (RFC 9022 §5.6).
    pub original: Option<String>,
    /// The table it was registered under; unknown is the first that it fits.
    pub table: Option<String>,
    /// True if the registrar joined the set with this name as its primary.
    pub primary: bool,
    /// True if the registry holds it exempted from the rule that one entity has the whole set.
    pub exempted: bool,
}

impl NameRecord {
    /// The members of a record, in every format.
    pub const COLUMNS: &'static [&'static str] =
        &["name", "registrant", "registrar", "created", "state", "original", "table", "primary", "exempted"];
}

keywords! {
    /// What became of a name that exists.
    #[derive(Default)]
    #[non_exhaustive]
    NameState {
        /// It is registered.
        #[default]
        Registered = "registered",
        /// It is no domain, and may become one of the holder of its set (RFC 9022 §5.6).
        Withheld = "withheld",
        /// It is no domain, and nobody may have it (RFC 9022 §5.6).
        Blocked = "blocked",
        /// It is no domain, and delegated like the name of which it is a variant (RFC 9022 §5.6). In a decision it
        /// counts as one that is withheld.
        Mirrored = "mirrored",
        /// It is registered, and on its way to another registrar.
        PendingTransfer = "pending-transfer",
    }
}

impl NameState {
    /// True for a domain, false for a name that is none (NNDN, RFC 9022 §5.6).
    #[must_use]
    pub const fn is_registered(self) -> bool {
        matches!(self, Self::Registered | Self::PendingTransfer)
    }
}

/// A moment, in microseconds of UTC.
///
/// ```
/// use ulabel::decision::Created;
/// let created: Created = "2019-03-01T11:00:00+01:00".parse().unwrap();
/// assert_eq!(created.to_string(), "2019-03-01T10:00:00Z");
/// assert_eq!("2019-03-01".parse::<Created>().unwrap().to_string(), "2019-03-01T00:00:00Z");
/// assert!("1 March 2019".parse::<Created>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Created(jiff::Timestamp);

impl Created {
    /// The moment so many microseconds after the beginning of 1970; none for one beyond the year 9999.
    #[must_use]
    pub fn from_microseconds(microseconds: i64) -> Option<Self> {
        jiff::Timestamp::from_microsecond(microseconds).ok().map(Self)
    }

    /// The microseconds since the beginning of 1970.
    #[must_use]
    pub fn microseconds(self) -> i64 {
        self.0.as_microsecond()
    }
}

/// A text is no moment as RFC 3339 writes it, and no day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoMoment;

impl fmt::Display for NoMoment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a moment as 2019-03-01T10:00:00Z, or a day")
    }
}

impl core::error::Error for NoMoment {}

impl FromStr for Created {
    type Err = NoMoment;

    /// Reads a moment with its offset (RFC 3339), or a day, which begins in UTC. What is below a microsecond is cut.
    fn from_str(text: &str) -> Result<Self, NoMoment> {
        let moment = text.parse::<jiff::Timestamp>().or_else(|_| {
            let day: jiff::civil::Date = text.parse().map_err(|_| NoMoment)?;
            // A civil day parses from a moment without an offset too, of which nobody knows when it was.
            if text.len() != day.to_string().len() {
                return Err(NoMoment);
            }
            alloc::format!("{day}T00:00:00Z").parse().map_err(|_| NoMoment)
        })?;
        Self::from_microseconds(moment.as_microsecond()).ok_or(NoMoment)
    }
}

impl fmt::Display for Created {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
