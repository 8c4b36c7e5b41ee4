//! Would a browser show this label, or its A-label? Advice only: it never refuses a label.
//!
//! A label that browsers show as `xn--…` is worth little to its holder, however valid. Chrome and
//! Firefox decide label by label, under the top-level domain of the name; what they ask is published
//! behaviour and no standard, and it changes between versions. Here are the steps that can be told from
//! a label and its TLD, in the browser's order; the first that applies is told, and where.
//!
//! | step | keyword | Chrome | Firefox |
//! |---|---|---|---|
//! | a character that UTS #39 does not allow in identifiers | `restricted-character` | yes | yes |
//! | a character of the browser's own deny list | `denied-character` | yes | |
//! | a mixture of scripts beyond Highly Restrictive | `script-mix` | yes | yes |
//! | digits of two numbering systems | `mixed-digits` | yes | yes |
//! | a combining mark twice on one character | `repeated-mark` | yes | yes |
//! | a letter that only some TLDs may show | `tld-letter` | yes | |
//! | a middle dot, but for l·l under .cat | `middle-dot` | yes | |
//! | a whole label that looks like Latin | `whole-script-confusable` | yes | Cyrillic, Thai |
//! | a label of digits and what looks like them | `digit-look-alikes` | yes | yes |
//! | Latin letters beyond ASCII beside another script | `latin-beside-other` | yes | yes |
//! | a pattern that misleads, as i with a second dot | `misleading-pattern` | yes | yes |
//!
//! The statements on Chrome are sure unless said otherwise in the code; those on Firefox are likely.
//! Not asked here: whether the browser's Unicode version knows the characters, and whether the name looks
//! like one of the browser's well-known domains, for which a list would be needed (a policy's own list of
//! names does that: `script.confusable`). Look-alikes are those of UTS #39; the browsers' own lists of
//! look-alike letters differ in some letters, and Chrome lets some common words pass.
//!
//! Safari shows Unicode only for scripts of a fixed list; it is not told here.
//!
//! ```
//! use ulabel::display::{refusal, Browser, Step};
//! assert_eq!(refusal(Browser::Chrome, "bücher", "de"), None);
//! // U+0259 LATIN SMALL LETTER SCHWA is shown under .az alone.
//! let refusal = refusal(Browser::Chrome, "b\u{259}la", "se").unwrap();
//! assert_eq!((refusal.step(), refusal.span().range()), (Step::TldLetter, 1..2));
//! ```

mod patterns;
mod steps;
#[cfg(feature = "uts46")]
pub mod uts46;

use alloc::vec::Vec;

use crate::finding::Finding;
use crate::label::Span;
use crate::text::keywords;
use crate::unicode::Characters;

/// A browser whose way to display labels is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Browser {
    /// Chrome, and what is built from Chromium.
    Chrome,
    /// Firefox.
    Firefox,
}

impl Browser {
    /// Every browser.
    pub const ALL: [Self; 2] = [Self::Chrome, Self::Firefox];
}

keywords! {
    /// The step at which a browser decides to show the A-label.
    #[non_exhaustive]
    Step {
        /// A character whose Identifier_Status is not Allowed (UTS #39 §3.1).
        RestrictedCharacter = "restricted-character",
        /// A character of the browser's own deny list.
        DeniedCharacter = "denied-character",
        /// Scripts mixed beyond the level Highly Restrictive (UTS #39 §5.2).
        ScriptMix = "script-mix",
        /// Digits of two numbering systems (UTS #39 §5.3).
        MixedDigits = "mixed-digits",
        /// A nonspacing mark twice on one character.
        RepeatedMark = "repeated-mark",
        /// A letter that is shown under some top-level domains only.
        TldLetter = "tld-letter",
        /// U+00B7 MIDDLE DOT other than between two letters l under .cat.
        MiddleDot = "middle-dot",
        /// A label that could be written whole in Latin letters that look the same.
        WholeScriptConfusable = "whole-script-confusable",
        /// Digits, and letters that look like digits, alone.
        DigitLookAlikes = "digit-look-alikes",
        /// Latin letters beyond ASCII beside another script.
        LatinBesideOther = "latin-beside-other",
        /// A sequence that is taken for another.
        MisleadingPattern = "misleading-pattern",
    }
}

/// Why a browser shows the A-label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    step: Step,
    span: Span,
    second_span: Option<Span>,
}

impl Refusal {
    const fn new(step: Step, span: Span) -> Self {
        Self { step, span, second_span: None }
    }

    const fn with_second_span(mut self, span: Span) -> Self {
        self.second_span = Some(span);
        self
    }

    /// The step that says no.
    #[must_use]
    pub const fn step(&self) -> Step {
        self.step
    }

    /// The code points it speaks of.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// A second place, where there is one: the other script, the digit of the other system.
    #[must_use]
    pub const fn second_span(&self) -> Option<Span> {
        self.second_span
    }
}

/// Why `browser` shows the A-label of `label` under the top-level domain `tld`; `None` when it shows the
/// label as it is. `label` is a U-label, taken to be valid; `tld` is given in either form, or empty when
/// it is not known.
#[must_use]
pub fn refusal(browser: Browser, label: &str, tld: &str) -> Option<Refusal> {
    let tld = steps::Tld::new(tld);
    steps::refusal(browser, &Characters::from(label), &tld)
}

/// The findings `display.chrome` and `display.firefox` for a U-label under a top-level domain, both of
/// severity `info`.
#[must_use]
pub fn findings(label: &str, tld: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    steps::check(&Characters::from(label), tld, &mut findings);
    findings
}
