//! Tables as text: RFC 3743, RFC 4290, and one code point on a line.
//!
//! These formats list code points and variants; they know neither rules nor contexts.
//!
//! *RFC 3743* tells *preferred* variants from others. The label in which every code point is a preferred one is
//! activated; all other variants are reserved for the holder (RFC 3743 section 3.2), which RFC 7940 section 7.3 calls
//! `allocatable`. So preferred variants have the type `activated`, the others the type `allocatable`, a code point
//! that is its own preferred variant has a reflexive variant of the type [`OWN_PREFERRED`], and three actions
//! say the rest: see [`Lgr::data`] of a table that was read, or `ulabel lgr show`.
//!
//! *RFC 4290* says of a variant neither whether its label can be allocated nor whether the other way holds. The safe
//! reading is taken, `blocked` and both ways, and a note says so; [`UntypedVariants::AsWritten`] leaves them
//! as they are.
//!
//! Registries write more than the RFCs have: ranges (`U+0030..U+0039`), names behind the code point, commas, code points
//! without `U+`, a heading of plain lines. Whatever stands before the first entry is the head: lines that name
//! the top-level domain, language, script, version, date or Unicode version in one of the common forms are taken
//! into the metadata, and the whole head becomes the description.
//!
//! ```
//! use ulabel::lgr::{Format, Strictness, text};
//!
//! let table = b"# Language: German (de)\nU+0061\nU+0065\nU+00E4|U+0061-U+0065 # LATIN SMALL LETTER A WITH DIAERESIS\n";
//! let lgr = text::read(table, Format::Rfc4290, Strictness::Strict)?.lgr;
//! assert_eq!(&*lgr.metadata.languages[0].value, "de");
//! let char = lgr.chars().nth(2).unwrap();
//! assert_eq!(char.variants[0].cp.to_string(), "0061 0065");
//! assert_eq!(char.variants[0].kind.as_deref(), Some("blocked"));
//! # Ok::<(), ulabel::lgr::Refused>(())
//! ```

mod entry;
mod head;
mod lines;
mod list;
mod rfc3743;
mod safe;
mod write;

use alloc::vec;
use alloc::vec::Vec;

pub use rfc3743::OWN_PREFERRED;
pub use write::{Loss, Written, write};

use super::{
    CharEntry, Entry, Format, Lgr, LgrReading, Origin, ReadOptions, Refused, Strictness, octets, structure,
    xml,
};
use crate::finding::{Fault, FaultCode, Faults, limit};
use crate::text::excerpt;
use lines::Line;

/// Entries of a table: more than there are code points.
const MAX_ENTRIES: usize = 1_200_000;

/// How variants are read that a table writes without type: those of RFC 4290.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum UntypedVariants {
    /// As `blocked`, and both ways.
    #[default]
    Blocked,
    /// Without type, and in the direction that is written.
    AsWritten,
}

/// Reads a table in one of the text formats; lines may end in CR, LF or both. Variants without type are
/// blocked, both ways.
///
/// In lenient mode lines that cannot be read are left out, and the faults say so.
///
/// # Errors
///
/// In strict mode, if a line cannot be read or the table breaks a requirement of RFC 7940, such as
/// a code point listed twice. In either mode, if the file exceeds a limit or has no code point. All
/// faults that were found are returned.
pub fn read(octets: &[u8], format: Format, strictness: Strictness) -> Result<LgrReading, Refused> {
    read_with(octets, format, strictness.into())
}

/// As [`read`], with further choices.
///
/// # Errors
///
/// As for [`read`].
pub fn read_with(octets: &[u8], format: Format, options: ReadOptions) -> Result<LgrReading, Refused> {
    let ReadOptions { strictness, untyped } = options;
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
    let head_end = all.iter().position(|line| entry::is_entry(line.content)).unwrap_or(all.len());
    let (head, body) = all.split_at_checked(head_end).unwrap_or((&all, &[]));
    let is_keyword = |content: &str| format == Format::Rfc3743 && rfc3743::is_keyword(content);
    for line in head.iter().filter(|line| is_keyword(line.content)) {
        reader.rfc3743(line);
    }
    for line in body.iter().filter(|line| !line.content.is_empty()) {
        if reader.lgr.data.len() == MAX_ENTRIES {
            let arguments = limit("entries", MAX_ENTRIES);
            reader.faults.tolerate(Fault::new(FaultCode::Limit, Some(line.position()), arguments));
            return Err(Refused::new(reader.faults.finish()));
        }
        match format {
            Format::Rfc3743 => reader.rfc3743(line),
            _ => reader.list(line, format),
        }
    }
    // After the lines that have a meaning, which come first.
    head::read(head, is_keyword, &mut reader.lgr.metadata);
    if reader.lgr.data.is_empty() {
        if !reader.faults.has_errors() {
            reader.faults.tolerate(Fault::new(FaultCode::EmptyTable, None, Vec::new()));
        }
        return Err(Refused::new(reader.faults.finish()));
    }
    if format == Format::Rfc3743 {
        reader.cite_all();
        reader.add_actions();
    }
    structure::enforce(&mut reader.lgr, &[], strictness, &mut reader.faults);
    // After that, so that no way back leads to an entry that is left out, or comes from one.
    if format != Format::Rfc3743 && untyped == UntypedVariants::Blocked {
        reader.block_both_ways();
    }
    LgrReading::finish(reader.lgr, reader.faults, strictness, format)
}

/// The format of a text, judged by its content; see [`Format::of`].
pub(super) fn detect(text: &str) -> Format {
    if text.trim_ascii_start().starts_with('<') {
        return Format::Xml;
    }
    let mut guess = Format::Rfc4290;
    for line in lines::lines(text).filter(|line| entry::is_entry(line.content)) {
        let content = line.content;
        if content.contains(';') {
            return Format::Rfc3743;
        }
        if content.contains('|') {
            return Format::Rfc4290;
        }
        let mut words = content.split_ascii_whitespace();
        if words.by_ref().take(2).filter(|word| word.starts_with("U+")).count() == 2 {
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

    /// Adds an entry, with the comment of the line or else with what the line says of it.
    fn push(&mut self, mut char: CharEntry, said: Option<&str>, line: &Line<'_>) {
        char.origin = line.position().into();
        char.comment = line.comment_or(said);
        for variant in &mut char.variants {
            variant.origin = Origin::from(line.position());
        }
        self.lgr.data.push(Entry::Char(char));
    }
}
