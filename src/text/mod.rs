//! Code points read and shown, and text from outside made safe to show: the one home of both.
//!
//! | shown with | is |
//! |---|---|
//! | [`escape`] | text from outside, in a sentence or on a terminal |
//! | [`escape_bytes`] | input that may not be UTF-8, where text is needed |
//! | [`excerpt`] | the beginning of a value that may be long; escape it as well before it is shown |
//! | `glyph` | a code point or sequence in a column of its own |
//! | `one_line` | a line of prose with letters of any script in it, whose joiners must stay |
//! | [`CodePoint`] | a code point by its number |

mod code_points;
mod escape;
#[cfg(all(feature = "serde", feature = "language", feature = "lgr"))]
mod glyph;
mod keyword;
#[cfg(feature = "lgr")]
mod xml;

pub use code_points::CodePoint;
pub use escape::{escape, escape_bytes, excerpt};
#[cfg(all(feature = "serde", feature = "language", feature = "lgr"))]
pub(crate) use glyph::{glyph, one_line};
pub(crate) use keyword::{Keyword, keywords};
#[cfg(feature = "lgr")]
pub(crate) use xml::is_xml_char;
