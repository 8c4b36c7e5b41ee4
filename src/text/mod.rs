//! Code points read and shown, and text from outside made safe to show: the one home of both.

mod escape;
#[cfg(all(feature = "serde", feature = "language", feature = "lgr"))]
mod glyph;

pub use escape::{escape, escape_bytes};
#[cfg(all(feature = "serde", feature = "language", feature = "lgr"))]
pub(crate) use glyph::{glyph, one_line};
