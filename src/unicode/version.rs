//! Versions of the Unicode Standard.

use core::fmt;
use core::str::FromStr;

/// The Unicode version of every property in this crate.
pub const UNICODE_VERSION: Version = Version { major: 18, minor: 0 };

/// A version of the Unicode Standard, major and minor; update versions (the third number) never change
/// a property that this crate uses.
///
/// ```
/// use ulabel::unicode::Version;
/// let version: Version = "12.1.0".parse().unwrap();
/// assert!(version > Version::new(12, 0));
/// assert_eq!(version.to_string(), "12.1");
/// assert!("12.7".parse::<Version>().unwrap().published().is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    major: u8,
    minor: u8,
}

/// Every version with a Derived_Age, oldest first. The packed table stores an index into this list.
pub(super) const AGES: [Version; 29] = [
    Version::new(1, 1),
    Version::new(2, 0),
    Version::new(2, 1),
    Version::new(3, 0),
    Version::new(3, 1),
    Version::new(3, 2),
    Version::new(4, 0),
    Version::new(4, 1),
    Version::new(5, 0),
    Version::new(5, 1),
    Version::new(5, 2),
    Version::new(6, 0),
    Version::new(6, 1),
    Version::new(6, 2),
    Version::new(6, 3),
    Version::new(7, 0),
    Version::new(8, 0),
    Version::new(9, 0),
    Version::new(10, 0),
    Version::new(11, 0),
    Version::new(12, 0),
    Version::new(12, 1),
    Version::new(13, 0),
    Version::new(14, 0),
    Version::new(15, 0),
    Version::new(15, 1),
    Version::new(16, 0),
    Version::new(17, 0),
    Version::new(18, 0),
];

impl Version {
    /// The version `major.minor`, published or not.
    #[must_use]
    pub const fn new(major: u8, minor: u8) -> Self {
        Self { major, minor }
    }

    /// The first number.
    #[must_use]
    pub const fn major(self) -> u8 {
        self.major
    }

    /// The second number.
    #[must_use]
    pub const fn minor(self) -> u8 {
        self.minor
    }

    /// The 19 versions for which the derived property of RFC 5892 can be asked: 5.2 (the first of
    /// IDNA2008) to [`UNICODE_VERSION`], oldest first.
    pub fn idna2008() -> impl DoubleEndedIterator<Item = Version> + Clone {
        AGES.into_iter().filter(|v| *v >= Version::new(5, 2))
    }

    /// The version itself when it is one of [`Version::idna2008`].
    #[must_use]
    pub fn published(self) -> Option<Version> {
        Self::idna2008().find(|v| *v == self)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

/// The text is not of the form `MAJOR`, `MAJOR.MINOR` or `MAJOR.MINOR.UPDATE`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseVersionError(());

impl fmt::Display for ParseVersionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a Unicode version such as 12.0 or 12.0.0")
    }
}

impl core::error::Error for ParseVersionError {}

impl FromStr for Version {
    type Err = ParseVersionError;

    fn from_str(text: &str) -> Result<Self, ParseVersionError> {
        let error = ParseVersionError(());
        let mut parts = text.split('.');
        let mut number = |missing: Option<u8>| match parts.next() {
            Some(part) if part.bytes().all(|b| b.is_ascii_digit()) => part.parse().map_err(|_| error),
            Some(_) => Err(error),
            None => missing.ok_or(error),
        };
        let (major, minor, _update) = (number(None)?, number(Some(0))?, number(Some(0))?);
        if parts.next().is_some() {
            return Err(error);
        }
        Ok(Self { major, minor })
    }
}
