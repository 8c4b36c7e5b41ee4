//! How browsers read a name: UTS #46 (Unicode IDNA Compatibility Processing), through crate `idna`.
//!
//! IDNA2008 registers labels as they are. Browsers first *map* what people type: to lower case, to
//! Normalization Form C, full-width forms to ordinary ones, other full stops to U+002E. So a registrant
//! may write one label and mean another. The processing here is that of the URL Standard: not
//! transitional, CheckBidi and CheckJoiners on, CheckHyphens and VerifyDnsLength off, and the ASCII
//! characters that cannot stand in a host refused.
//!
//! | function | answers |
//! |---|---|
//! | [`map`] | what would a browser look up? |
//! | [`compare`] | is that this label? |
//! | [`Report::compare_uts46`](crate::Report::compare_uts46) | the same for every label of a report, as findings |

use alloc::string::String;
use core::fmt;

use idna::uts46::{AsciiDenyList, Hyphens, Uts46};

use crate::label::{ACE_PREFIX, Label, MAX_EXAMINED_OCTETS};

/// How browsers read a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// The label itself.
    Same,
    /// Another label, or a name of several labels.
    Mapped(String),
    /// Nothing: they refuse it.
    Refused,
}

/// UTS #46 refuses the name: after mapping, a label holds what is not valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Uts46Error(());

impl fmt::Display for Uts46Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UTS #46 processing refuses the name")
    }
}

impl core::error::Error for Uts46Error {}

/// The name that browsers look up, in Unicode (UTS #46 §4.3, ToUnicode).
///
/// # Errors
///
/// [`Uts46Error`] when a label is not valid after mapping.
///
/// ```
/// use ulabel::display::uts46::map;
/// assert_eq!(map("Bücher。example").as_deref(), Ok("bücher.example")); // U+3002 IDEOGRAPHIC FULL STOP
/// assert!(map("a\u{200D}b").is_err()); // U+200D ZERO WIDTH JOINER without a virama before it
/// ```
pub fn map(name: &str) -> Result<String, Uts46Error> {
    let (mapped, result) = Uts46::new().to_unicode(name.as_bytes(), AsciiDenyList::URL, Hyphens::Allow);
    // UTS #46 §4.1 criterion 4, which crate `idna` leaves out where hyphens are not checked.
    let still_encoded = mapped.split('.').any(|label| label.starts_with(ACE_PREFIX));
    if result.is_err() || still_encoded { Err(Uts46Error(())) } else { Ok(mapped.into_owned()) }
}

/// Compares a label with the one that browsers look up. Upper case in an ASCII label is no difference, because the
/// DNS makes none. A label longer than [`MAX_EXAMINED_OCTETS`] is refused unread.
///
/// ```
/// use ulabel::display::uts46::{Comparison, compare};
/// assert_eq!(compare("bücher"), Comparison::Same);
/// assert_eq!(compare("Bücher"), Comparison::Mapped("bücher".into()));
/// assert_eq!(compare("bücher\u{202E}"), Comparison::Refused); // U+202E RIGHT-TO-LEFT OVERRIDE
/// ```
#[must_use]
pub fn compare(label: &str) -> Comparison {
    compare_parsed(label, &Label::parse(label))
}

/// As [`compare`], of a label that was parsed.
pub(crate) fn compare_parsed(input: &str, label: &Label) -> Comparison {
    if input.len() > MAX_EXAMINED_OCTETS {
        return Comparison::Refused;
    }
    match map(input) {
        Err(Uts46Error(())) => Comparison::Refused,
        // Of an ASCII label the U-label is already in lower case.
        Ok(mapped) if label.u_label() == Some(&mapped) => Comparison::Same,
        Ok(mapped) => Comparison::Mapped(mapped),
    }
}
