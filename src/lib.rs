//! `ulabel` tells a domain registry whether an internationalized label may be registered, which rule
//! says so, and what else is taken with it.
//!
//! ```
//! use ulabel::{Checker, Verdict};
//!
//! let checker = Checker::registration();
//!
//! let report = checker.check("bücher.example");
//! assert_eq!(report.verdict(), Verdict::Valid);
//! assert_eq!(report.ascii().as_deref(), Some("xn--bcher-kva.example"));
//!
//! // U+00B7 MIDDLE DOT may stand only between two letters l.
//! let report = checker.check_label("a·b");
//! let finding = &report.findings()[0];
//! assert_eq!(finding.code().name(), "context.middle-dot");
//! assert_eq!(finding.clause().to_string(), "RFC 5892 A.3");
//! assert_eq!(finding.span().range(), 1..2);
//! ```
//!
//! # Layers
//!
//! A layer imports only lower numbers; a test holds the modules to it.
//!
//! | layer | module | what it is |
//! |---|---|---|
//! | 0 | [`unicode`] | facts about code points |
//! | 1 | [`punycode`] | RFC 3492 |
//! | 2 | [`label`], [`finding`] | what a label is; what can be said of one |
//! | 3 | [`idna2008`] | RFC 5890 to 5893 |
//! | 4 | [`script`] | UTS #39 |
//! | 5 | [`display`] | what browsers show; advice |
//! | 5 | `lgr` | RFC 7940 |
//! | 6 | `policy` | what a registry asks beyond the protocol |
//! | 7 | [`report`] | verdicts, sentences, JSON |
//! | 8 | [`Checker`], `uts46` | a compiled policy applied to a label or name; what browsers make of it |
//!
//! The program is a crate root of its own that uses this public face alone.
//!
//! # Features
//!
//! Without default features the crate is `no_std` with `alloc`. `cli` (default) brings the program and
//! what only it needs; `serde` serializes reports; `lgr`, `policy`, `messages` and `uts46` each bring
//! what `Cargo.toml` says of them.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod checker;
pub mod display;
pub mod finding;
pub mod idna2008;
pub mod label;
#[cfg(feature = "lgr")]
pub mod lgr;
#[cfg(feature = "policy")]
pub mod policy;
pub mod punycode;
pub mod report;
pub mod script;
pub mod unicode;
#[cfg(feature = "uts46")]
pub mod uts46;

pub use checker::Checker;
pub use finding::{Code, Finding, Severity};
pub use idna2008::{Protocol, Settings};
pub use label::{Label, LabelKind, Name, Span};
pub use report::{LabelReport, Report, Verdict};

/// Pages that are longer than what fits beside code.
#[cfg(doc)]
pub mod _docs {
    #[doc = include_str!("../CHANGELOG.md")]
    pub mod changelog {}
    #[doc = include_str!("docs/codes.md")]
    pub mod codes {}
    #[doc = include_str!("docs/conformance.md")]
    pub mod conformance {}
    #[doc = include_str!("docs/coverage.md")]
    pub mod coverage {}
}

// The example of the front page runs.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
