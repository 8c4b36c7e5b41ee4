//! Advice on a report: what browsers would show, and what they would make of a label. It refuses nothing.

use alloc::string::String;

#[cfg(feature = "uts46")]
use crate::display::uts46::{Comparison, compare_parsed, map};
#[cfg(feature = "uts46")]
use crate::finding::{ArgumentName, Code, Finding};
#[cfg(feature = "uts46")]
use crate::label::Span;
use crate::report::Report;

impl Report {
    /// Adds the advice of [`crate::display`]: would browsers show each label in Unicode? The top-level
    /// domain is `tld`; without it, the last of several labels. It never refuses a label.
    ///
    /// ```
    /// let mut report = ulabel::Checker::registration().check("\u{430}\u{440}\u{440}\u{4CF}\u{435}.com"); // Cyrillic
    /// report.advise_display(None);
    /// assert!(report.is_valid());
    /// assert_eq!(report.labels()[0].findings()[0].code(), ulabel::Code::DisplayChrome);
    /// ```
    pub fn advise_display(&mut self, tld: Option<&str>) {
        let count = self.labels().iter().filter(|report| report.is_judged()).count();
        let own = self
            .labels()
            .last()
            .filter(|_| self.labels().len() > 1)
            .and_then(|report| report.label().u_label());
        let tld: String = tld.or(own).unwrap_or_default().into();
        let ends_in_tld = self.labels().len() > 1
            && self.labels().last().is_some_and(|report| report.label().u_label() == Some(tld.as_str()));
        let advised = if ends_in_tld { count - 1 } else { count };
        let mut at = 0;
        self.amend_labels(|_, label, findings| {
            if let Some(text) = label.u_label().filter(|text| at < advised && !text.is_ascii()) {
                findings.extend(crate::display::findings(text, &tld));
            }
            at += 1;
        });
    }

    /// As [`compare`](crate::display::uts46::compare), for every label of a report: adds `idna.uts46-mapped` and `idna.uts46-refused`, which
    /// are advice and change no verdict. What only the whole name shows, the Bidi rule over all labels, is a
    /// finding of the name.
    ///
    /// ```
    /// use ulabel::{Checker, Code};
    /// let mut report = Checker::registration().check("ﬁsh.example"); // U+FB01 LATIN SMALL LIGATURE FI
    /// report.compare_uts46();
    /// assert!(report.all_findings().any(|finding| finding.code() == Code::Uts46Mapped));
    /// ```
    #[cfg(feature = "uts46")]
    pub fn compare_uts46(&mut self) {
        let mut name = String::new();
        let mut refused = false;
        self.amend_labels(|input, label, findings| {
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
            self.push_finding(Finding::new(Code::Uts46Refused, Span::default()));
        }
    }
}
