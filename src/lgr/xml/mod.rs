//! The XML format of RFC 7940: reader and writer.
//!
//! The reader takes octets and gives either an [`Lgr`] or every fault of the document, each with
//! line, column and clause. It tests what the schema (RFC 7940 Appendix D) and the text of the RFC
//! demand; the constraints that span elements are in [`structure`], and it
//! asks them too. Nothing outside the document is ever read.
//!
//! ```
//! use ulabel::lgr::{Strictness, xml};
//!
//! let text = br#"<?xml version="1.0"?>
//! <lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0">
//!   <data>
//!     <char cp="0061"/>
//!     <char cp="00E9"/>
//!   </data>
//! </lgr>"#;
//! let reading = xml::read(text, Strictness::Strict)?;
//! assert_eq!(reading.lgr.chars().count(), 2);
//! # Ok::<(), ulabel::lgr::Refused>(())
//! ```

mod attributes;
mod data;
mod limits;
mod loader;
mod meta;
mod rules;
mod source;
mod values;
mod write;

use alloc::borrow::Cow;
use alloc::vec;
use alloc::vec::Vec;

use super::octets::{self, Octets, bad_encoding};
use super::{Format, Lgr, LgrReading, Refused, Strictness, structure};
use crate::finding::Fault;
use loader::Loader;
pub use write::write;

/// Reads an LGR from an XML document in UTF-8 or UTF-16.
///
/// In lenient mode what breaks a requirement is left out and the faults say so; see [`Strictness`].
///
/// # Errors
///
/// In strict mode, if the document breaks a requirement of RFC 7940. In either mode, if it is not
/// well-formed XML, has a document type declaration, is not an LGR, or exceeds a limit. All faults
/// that were found are returned.
pub fn read(octets: &[u8], strictness: Strictness) -> Result<LgrReading, Refused> {
    let text = decode(octets).map_err(|fault| Refused::new(vec![fault]))?;
    let Loaded { mut lgr, mut faults, broken } =
        Loader::load(&text, strictness).map_err(|faults| Refused::new(faults.finish()))?;
    structure::enforce(&mut lgr, &broken, strictness, &mut faults);
    LgrReading::finish(lgr, faults, strictness, Format::Xml)
}

/// A document as [`Loader::load`] leaves it.
struct Loaded {
    lgr: Lgr,
    faults: crate::finding::Faults,
    /// Names of classes and rules that could not be read, so that nobody calls them unknown.
    broken: Vec<super::Identifier>,
}

/// The document as text, without byte order mark.
fn decode(octets: &[u8]) -> Result<Cow<'_, str>, Fault> {
    let octets = match octets::open(octets)? {
        Octets::Wide(text) => return Ok(Cow::Owned(text)),
        Octets::Narrow(octets) => octets,
    };
    let text = str::from_utf8(octets).map_err(|_| bad_encoding("UTF-8"))?;
    match declared_encoding(text) {
        // A superset of ASCII says nothing against a document all in ASCII.
        Some(encoding) if !is_utf8_name(encoding) && !text.is_ascii() => Err(bad_encoding(encoding)),
        _ => Ok(Cow::Borrowed(text)),
    }
}

fn is_utf8_name(encoding: &str) -> bool {
    encoding.eq_ignore_ascii_case("utf-8") || encoding.eq_ignore_ascii_case("utf8")
}

/// The encoding that the XML declaration names.
fn declared_encoding(text: &str) -> Option<&str> {
    let declaration = text.strip_prefix("<?xml")?.split_once("?>")?.0;
    let value = declaration.split_once("encoding")?.1.split_once('=')?.1.trim_ascii_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value.get(1..)?.split_once(quote).map(|(encoding, _)| encoding)
}
