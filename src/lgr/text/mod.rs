//! Tables as text: RFC 3743, RFC 4290, and one code point on a line.
//!
//! These formats list code points and variants; they know neither rules nor contexts. RFC 3743 tells
//! *preferred* variants from others: a preferred variant is of type `activated` (RFC 7940 section 7.3
//! calls the two the same), every other variant has no type.
//!
//! Comments at the head of a table that name the language, script, version, date or Unicode version in one
//! of the common forms are taken into the metadata, and the whole head becomes the description.
//!
//! ```
//! use ulabel::lgr::{Format, Strictness, text};
//!
//! let table = b"# Language: German (de)\nU+0061\nU+00E4|U+0061-U+0065 # LATIN SMALL LETTER A WITH DIAERESIS\n";
//! let lgr = text::read(table, Format::Rfc4290, Strictness::Strict)?.lgr;
//! assert_eq!(&*lgr.metadata.languages[0].value, "de");
//! let char = lgr.chars().last().unwrap();
//! assert_eq!(char.variants[0].cp.to_string(), "0061 0065");
//! # Ok::<(), ulabel::lgr::Refused>(())
//! ```

mod entry;
mod head;
mod lines;
mod rfc3743;
mod rfc4290;
mod write;

use alloc::vec;
use alloc::vec::Vec;

pub use write::{Loss, Written, write};

use super::{CharEntry, Entry, Format, Lgr, LgrReading, Origin, Refused, Strictness, octets, xml};
use crate::finding::{Fault, FaultCode, Faults, limit};
use crate::text::excerpt;
use lines::Line;

/// Entries of a table: more than there are code points.
const MAX_ENTRIES: usize = 1_200_000;

/// Reads a table in one of the text formats; lines may end in CR, LF or both.
///
/// In lenient mode lines that cannot be read are left out, and the faults say so.
///
/// # Errors
///
/// In strict mode, if a line cannot be read or the table breaks a requirement of RFC 7940, such as
/// a code point listed twice. In either mode, if the file exceeds a limit or has no code point. All
/// faults that were found are returned.
pub fn read(octets: &[u8], format: Format, strictness: Strictness) -> Result<LgrReading, Refused> {
    if format == Format::Xml {
        return xml::read(octets, strictness);
    }
    let (text, lost) = octets::lossy(octets).map_err(|fault| Refused::new(vec![fault]))?;
    let mut reader =
        Reader { lgr: Lgr::default(), faults: Faults::lenient(strictness == Strictness::Lenient) };
    if lost {
        reader.faults.add(Fault::new(FaultCode::Undecodable, None, Vec::new()));
    }
    let all: Vec<Line<'_>> = lines::lines(&text).collect();
    for line in all.iter().filter(|line| !line.content.is_empty()) {
        if reader.lgr.data.len() == MAX_ENTRIES {
            let arguments = limit("entries", MAX_ENTRIES);
            reader.faults.tolerate(Fault::new(FaultCode::Limit, Some(line.position()), arguments));
            return Err(Refused::new(reader.faults.finish()));
        }
        match format {
            Format::Rfc3743 => reader.rfc3743(line),
            Format::OnePerLine => reader.one_per_line(line),
            _ => reader.rfc4290(line),
        }
    }
    // After the lines that have a meaning, which come first.
    head::read(&all, &mut reader.lgr.metadata);
    if format == Format::Rfc3743 {
        reader.cite_all();
    }
    if reader.lgr.data.is_empty() {
        if !reader.faults.has_errors() {
            reader.faults.tolerate(Fault::new(FaultCode::EmptyTable, None, Vec::new()));
        }
        return Err(Refused::new(reader.faults.finish()));
    }
    LgrReading::finish(reader.lgr, reader.faults, &[], strictness, format)
}

/// The format of a text, judged by its content; see [`Format::of`].
pub(super) fn detect(text: &str) -> Format {
    if text.trim_ascii_start().starts_with('<') {
        return Format::Xml;
    }
    let mut guess = Format::Rfc4290;
    for line in lines::lines(text).filter(|line| !line.content.is_empty()) {
        let content = line.content;
        if content.contains(';') || !content.contains("U+") && entry::code_point(content).is_some() {
            return Format::Rfc3743;
        }
        if content.contains('|') {
            return Format::Rfc4290;
        }
        if content.split_ascii_whitespace().filter(|part| part.starts_with("U+")).count() > 1 {
            guess = Format::OnePerLine;
        }
    }
    guess
}

/// A table being read.
struct Reader {
    lgr: Lgr,
    faults: Faults,
}

impl Reader {
    fn bad_line(&mut self, code: FaultCode, line: &Line<'_>) {
        let excerpt = excerpt(line.content, 60).into_owned();
        self.faults.add(Fault::new(code, Some(line.position()), vec![excerpt]));
    }

    fn push(&mut self, mut char: CharEntry, line: &Line<'_>) {
        char.origin = line.position().into();
        char.comment = line.comment.filter(|comment| !comment.is_empty()).map(Into::into);
        for variant in &mut char.variants {
            variant.origin = Origin::from(line.position());
        }
        self.lgr.data.push(Entry::Char(char));
    }
}
