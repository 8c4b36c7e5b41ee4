//! What browsers make of a name: UTS #46 (Unicode IDNA Compatibility Processing), through crate `idna`.
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
//! | [`compare_into`] | the same for every label of a report, as findings |

use alloc::string::String;
use core::fmt;

use idna::uts46::{AsciiDenyList, Hyphens, Uts46};

use crate::finding::{ArgumentName, Code, Finding};
use crate::label::{ACE_PREFIX, Label, MAX_EXAMINED_OCTETS, Span};
use crate::report::Report;

/// What browsers make of a label.
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
pub struct Refused(());

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UTS #46 processing refuses the name")
    }
}

impl core::error::Error for Refused {}

/// The name that browsers look up, in Unicode (UTS #46 §4.3, ToUnicode).
///
/// # Errors
///
/// [`Refused`] when a label is not valid after mapping.
///
/// ```
/// use ulabel::uts46::map;
/// assert_eq!(map("Bücher。example").as_deref(), Ok("bücher.example")); // U+3002 IDEOGRAPHIC FULL STOP
/// assert!(map("a\u{200D}b").is_err()); // U+200D ZERO WIDTH JOINER without a virama before it
/// ```
pub fn map(name: &str) -> Result<String, Refused> {
    let (mapped, result) = Uts46::new().to_unicode(name.as_bytes(), AsciiDenyList::URL, Hyphens::Allow);
    // UTS #46 §4.1 criterion 4, which crate `idna` leaves out where hyphens are not checked.
    let still_encoded = mapped.split('.').any(|label| label.starts_with(ACE_PREFIX));
    if result.is_err() || still_encoded { Err(Refused(())) } else { Ok(mapped.into_owned()) }
}

/// Whether browsers take a label for itself. Upper case in an ASCII label is no difference, because the
/// DNS makes none. A label longer than [`MAX_EXAMINED_OCTETS`] is refused unread.
///
/// ```
/// use ulabel::uts46::{Comparison, compare};
/// assert_eq!(compare("bücher"), Comparison::Same);
/// assert_eq!(compare("Bücher"), Comparison::Mapped("bücher".into()));
/// assert_eq!(compare("bücher\u{202E}"), Comparison::Refused); // U+202E RIGHT-TO-LEFT OVERRIDE
/// ```
#[must_use]
pub fn compare(label: &str) -> Comparison {
    compare_parsed(label, &Label::parse(label))
}

/// As [`compare`], for every label of a report: adds `idna.uts46-mapped` and `idna.uts46-refused`, which
/// are advice and change no verdict. What only the whole name shows, the Bidi rule over all labels, is a
/// finding of the name.
///
/// ```
/// use ulabel::{Checker, Code};
/// let mut report = Checker::registration().check("ﬁsh.example"); // U+FB01 LATIN SMALL LIGATURE FI
/// ulabel::uts46::compare_into(&mut report);
/// assert!(report.all_findings().any(|finding| finding.code() == Code::Uts46Mapped));
/// ```
pub fn compare_into(report: &mut Report) {
    let mut name = String::new();
    let mut refused = false;
    report.amend_labels(|input, label, findings| {
        if !name.is_empty() {
            name.push('.');
        }
        name.push_str(input);
        let finding = match compare_parsed(input, label) {
            Comparison::Same => return,
            Comparison::Mapped(other) => {
                Finding::new(Code::Uts46Mapped, Span::default()).with(ArgumentName::Expected, other)
            }
            Comparison::Refused => {
                refused = true;
                Finding::new(Code::Uts46Refused, Span::default())
            }
        };
        findings.push(finding);
    });
    if !refused && map(&name).is_err() {
        report.push_finding(Finding::new(Code::Uts46Refused, Span::default()));
    }
}

fn compare_parsed(input: &str, label: &Label) -> Comparison {
    if input.len() > MAX_EXAMINED_OCTETS {
        return Comparison::Refused;
    }
    match map(input) {
        Err(Refused(())) => Comparison::Refused,
        // Of an ASCII label the U-label is already in lower case.
        Ok(mapped) if label.u_label() == Some(&mapped) => Comparison::Same,
        Ok(mapped) => Comparison::Mapped(mapped),
    }
}
