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
//! # The way of a label
//!
//! From the text of a name to its findings. Each label is read once, looked up once in each table, and
//! evaluated once; showing a report evaluates nothing.
//!
//! 1. [`Checker::check`] takes a name and [`Name::labels`] splits it; [`Checker::check_label`] takes one label.
//! 2. `idna2008::check` has `Label::read` read each label into both forms and its characters, each with its
//!    properties, and tests it by RFC 5891: `ascii::check`, or `unicode_label::check` with `structure`,
//!    `property`, `context` and `bidi`.
//! 3. `Tables::judge`, where the checker has tables: `CompiledLgr::judge` looks the label up and evaluates it
//!    in each; the findings are those of the table that has the least against it.
//! 4. `CompiledPolicy::place` finds the label that is registered, by the suffixes of the policy, and
//!    [`CompiledPolicy::check`](policy::CompiledPolicy::check), where it has a policy: one walk over the label
//!    gathers what `policy::rules` ask, one file a rule; `rules::tables` asks a ruleset only where that walk
//!    cannot tell.
//! 5. `checker` sorts what was found into label order, and tests the name as a whole: the Bidi rule over all
//!    labels, its length.
//! 6. [`Report`] keeps it. [`language::Sentences`] makes sentences of it, `view` JSON and CSV, `page` HTML.
//!
//! # Layers
//!
//! A folder imports only folders that stand above it; a test holds the code to this list.
//!
//! | folder | what it is |
//! |---|---|
//! | `unicode` | [facts about code points](unicode) |
//! | `text` | [code points read and shown, text made safe to show](text) |
//! | `punycode` | [RFC 3492](punycode) |
//! | `label` | [what a label is](label) |
//! | `finding` | [what can be said of one](finding) |
//! | `idna2008` | [RFC 5890 to 5893](idna2008) |
//! | `script` | [UTS #39](script) |
//! | `display` | [what browsers show; advice](display) |
//! | `lgr` | RFC 7940, the one model of a table |
//! | `policy` | what a registry asks beyond the protocol |
//! | `collisions` | names that are variants of each other, or look alike |
//! | `report` | [what a check returns](report) |
//! | `checker` | [the only module that knows protocol, tables and policy](Checker) |
//! | `decision` | [may this holder have this label, beside the names that exist](decision) |
//! | `language` | [sentences, in six languages](language) |
//! | `view` | plain data, JSON and CSV |
//! | `page` | [rulesets, policies and answers for people: text, HTML](page) |
//!
//! The program is a crate of its own, `ulabel-cli`, that uses this public face alone.
//!
//! # Features
//!
//! By default rulesets (`lgr`), policies (`policy`) and reports as JSON (`serde`) are on. Without default
//! features the crate is `no_std` with `alloc`. `language`, `html` and `uts46` each bring what `Cargo.toml`
//! says of them.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod checker;
#[cfg(feature = "lgr")]
pub mod collisions;
#[cfg(feature = "policy")]
pub mod decision;
pub mod display;
pub mod finding;
pub mod idna2008;
pub mod label;
pub mod language;
#[cfg(feature = "lgr")]
pub mod lgr;
#[cfg(all(feature = "language", feature = "lgr", feature = "serde"))]
pub mod page;
#[cfg(feature = "policy")]
pub mod policy;
pub mod punycode;
pub mod report;
pub mod script;
pub mod text;
pub mod unicode;
#[cfg(feature = "serde")]
pub mod view;

#[cfg(feature = "policy")]
pub use checker::Placement;
pub use checker::{Checker, Form, WayOut};
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
    #[doc = include_str!("docs/engines.md")]
    pub mod engines {}
    #[doc = include_str!("docs/tutorial.md")]
    pub mod tutorial {}
}

// The example of the front page runs.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
