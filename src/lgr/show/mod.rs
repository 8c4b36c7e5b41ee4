//! An LGR for people: as text, as JSON, and as one HTML page that an administration can publish.
//!
//! [`View`] holds what there is to show, worked out once; it serializes as JSON. [`text`] and [`html`]
//! lay it out with headings in one of six languages. [`notation`] writes classes and rules in one line.
//!
//! ```
//! use ulabel::lgr::show::{Language, View, html, text};
//! use ulabel::lgr::{Format, Strictness, text as table};
//!
//! let lgr = table::read(b"# Language: de\nU+00DF|U+0073-U+0073", Format::Rfc4290, Strictness::Strict)?.lgr;
//! let view = View::new(&lgr);
//! assert!(text::render(&view, Language::English).contains("LATIN SMALL LETTER SHARP S"));
//! assert!(html::render(&view, Language::French).starts_with("<!DOCTYPE html>"));
//! # Ok::<(), ulabel::lgr::Refused>(())
//! ```

mod description;
mod glyph;
pub mod html;
mod members;
mod name;
pub mod notation;
pub mod text;
mod view;
mod words;

pub use name::character_name;
pub use view::{
    ActionView, DefinitionView, EntryView, MappingView, MemberView, MetadataView, ReferenceView, SetView,
    StatisticsView, View,
};
pub use words::Language;
