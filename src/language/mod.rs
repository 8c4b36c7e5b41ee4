//! Sentences in six languages.
//!
//! Each language is one file of [Fluent](https://projectfluent.org) messages. A finding's message is
//! named by its code, with `-` for `.`; it has the sentence fragment that stands in reports, an
//! explanation in full sentences, and, where there is one, a way out. Codes, clauses and the keys of
//! JSON are the same in every language.
//!
//! ```
//! # #[cfg(feature = "language")] {
//! use ulabel::language::{Language, Messages, Sentences};
//!
//! let report = ulabel::Checker::registration().check_label("a·b");
//! let finding = &report.findings()[0];
//! let english = Messages::new(Language::En);
//! assert_eq!(
//!     english.sentence(finding, Some(report.label())),
//!     "found MIDDLE DOT (U+00B7) at position 2, expected between two letters l",
//! );
//! assert_eq!(
//!     english.way_out(finding, Some(report.label())).as_deref(),
//!     Some("Without this character the label is “ab”."),
//! );
//! # }
//! ```
//!
//! Text from outside is escaped by [`escape`](crate::text::escape) before it stands in a sentence,
//! shortened when it is long, and, where its direction of writing could differ from the sentence's,
//! enclosed in U+2068 FIRST STRONG ISOLATE and U+2069 POP DIRECTIONAL ISOLATE. Numbers are in ASCII
//! digits.
//!
//! Main types: [`Messages`], [`Language`], [`Word`], [`Text`].

#[cfg(feature = "language")]
mod arguments;
#[cfg(feature = "language")]
mod bundle;
#[allow(clippy::module_inception)]
mod language;
#[cfg(feature = "language")]
mod messages;
#[cfg(feature = "language")]
mod numbers;
#[cfg(feature = "language")]
mod script_names;
#[cfg(feature = "language")]
mod scripts;
mod sentences;
#[cfg(test)]
#[cfg(feature = "language")]
mod tests;
#[cfg(feature = "language")]
mod words;

pub use language::Language;
#[cfg(feature = "language")]
pub use messages::{Messages, TextArgument};
pub use sentences::{Sentences, Summaries};
#[cfg(feature = "language")]
pub use words::{Text, Word};
