//! The names that a zone delegates, from a zone file in presentation format (RFC 1035 section 5.1).
//!
//! Only owners are read: a delegation is a name that owns an NS record and is not the apex, which is the owner of the SOA
//! record. What stands in a record behind its type does not matter, nor do TTL and class, which may be absent. Records
//! of one name stand together in a zone file as it is written by programs; a name whose NS records do not is given each
//! time. Owners are in lower case, since the DNS does not tell letters of ASCII apart, and escapes of what needs none
//! are taken away.

use std::io::{self, Read};

use memchr::{memchr, memchr2, memchr3};

use super::batch::Batch;
use super::{BYTE_ORDER_MARK, UTF_16, UTF_16_MARKS};
use crate::error::InputError;

/// Octets that are read at once.
const READ_OCTETS: usize = 256 * 1024;

/// Octets of a record at most: the data of one are 65,535, of which each can be written in four.
const MAX_RECORD_OCTETS: usize = 1024 * 1024;

/// Octets of an owner at most: a name has 255, each of which can be written in four.
const MAX_OWNER_OCTETS: usize = 4 * 255;

/// Reads the names that a zone delegates.
pub(super) struct ZoneReader {
    reader: Box<dyn Read + Send>,
    file: String,
    buffer: Vec<u8>,
    /// Where in the buffer the next record begins.
    start: usize,
    /// The line in which it does.
    line: u64,
    is_at_end: bool,
    names: Names,
    /// A record without comments and parentheses.
    flat: Vec<u8>,
}

/// What the records so far say of the next one.
#[derive(Debug, Default)]
struct Names {
    /// What relative names are under, without a full stop at its end; empty for the root.
    origin: Option<Vec<u8>>,
    apex: Option<Vec<u8>>,
    /// The owner of the last record.
    owner: Vec<u8>,
    /// The name that was given last.
    last: Vec<u8>,
}

impl ZoneReader {
    pub(super) fn new(reader: Box<dyn Read + Send>, file: &str, origin: Option<&str>) -> Self {
        let origin = origin.map(|origin| origin.trim_end_matches('.').to_ascii_lowercase().into_bytes());
        let names = Names { apex: origin.clone(), origin, ..Names::default() };
        Self {
            reader,
            file: file.to_owned(),
            buffer: Vec::new(),
            start: 0,
            line: 0,
            is_at_end: false,
            names,
            flat: Vec::new(),
        }
    }

    /// Fills a batch; false if there is nothing more.
    pub(super) fn next_batch(&mut self, batch: &mut Batch) -> Result<bool, InputError> {
        batch.begin_names();
        if self.line == 0 {
            self.begin()?;
        }
        while !batch.is_full() {
            let text = self.buffer.get(self.start..).unwrap_or_default();
            let Some(record) = Record::of(text, self.is_at_end, &mut self.flat) else {
                if self.is_at_end && text.is_empty() {
                    break;
                }
                self.read_more()?;
                continue;
            };
            let line = record.line(text, &self.flat);
            self.names.record(line, self.line, &self.file, batch)?;
            self.start += record.octets;
            self.line += record.line_ends;
        }
        Ok(!batch.is_empty())
    }

    fn begin(&mut self) -> Result<(), InputError> {
        self.line = 1;
        self.read_more()?;
        if UTF_16_MARKS.iter().any(|mark| self.buffer.starts_with(mark)) {
            return Err(InputError::new(&self.file, UTF_16));
        }
        if self.buffer.starts_with(BYTE_ORDER_MARK) {
            self.start = BYTE_ORDER_MARK.len();
        }
        Ok(())
    }

    /// Reads more behind the record that has begun.
    fn read_more(&mut self) -> Result<(), InputError> {
        self.buffer.drain(..self.start);
        self.start = 0;
        let has = self.buffer.len();
        if has > MAX_RECORD_OCTETS {
            let what = format_args!(
                "the record that begins here, or a quotation or parenthesis in it, has no end within {MAX_RECORD_OCTETS} octets"
            );
            return Err(InputError::at_line(&self.file, self.line, what));
        }
        self.buffer.resize(has + READ_OCTETS, 0);
        let room = self.buffer.get_mut(has..).unwrap_or_default();
        let read = loop {
            match self.reader.read(room) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        let read = read.map_err(|error| InputError::new(&self.file, error))?;
        self.buffer.truncate(has + read);
        self.is_at_end = read == 0;
        Ok(())
    }
}

/// A record, or a line without one.
struct Record {
    /// Its octets, its end with them.
    octets: usize,
    line_ends: u64,
    /// True if it is read from the copy without comments and parentheses.
    is_flat: bool,
}

impl Record {
    /// The record that a text begins with; none if its end is not in the text. `flat` gets a copy of one that needs it.
    fn of(text: &[u8], is_all: bool, flat: &mut Vec<u8>) -> Option<Self> {
        let end = match memchr(b'\n', text) {
            Some(end) => end,
            None if is_all && !text.is_empty() => text.len(),
            None => return None,
        };
        let line = text.get(..end)?;
        if memchr3(b'(', b'"', b';', line).is_none() && memchr(b')', line).is_none() {
            let has_end = end < text.len();
            return Some(Self {
                octets: end + usize::from(has_end),
                line_ends: u64::from(has_end),
                is_flat: false,
            });
        }
        Self::flatten(text, is_all, flat)
    }

    /// As [`Record::of`], of one with comments, quotations or parentheses.
    fn flatten(text: &[u8], is_all: bool, flat: &mut Vec<u8>) -> Option<Self> {
        flat.clear();
        let (mut depth, mut is_quoted, mut line_ends) = (0_u32, false, 0);
        let mut octets = text.iter().enumerate();
        while let Some((at, &octet)) = octets.next() {
            match octet {
                b'\\' => {
                    flat.push(octet);
                    // A line end is not escaped by it: a file that ends in one would have no last line.
                    if let Some(next) = text.get(at + 1).filter(|next| **next != b'\n') {
                        flat.push(*next);
                        octets.next();
                    }
                }
                b'"' => is_quoted = !is_quoted,
                b'\n' => {
                    line_ends += 1;
                    if depth == 0 && !is_quoted {
                        return Some(Self { octets: at + 1, line_ends, is_flat: true });
                    }
                    flat.push(b' ');
                }
                _ if is_quoted => flat.push(octet),
                b'(' => {
                    depth += 1;
                    flat.push(b' ');
                }
                b')' => {
                    depth = depth.saturating_sub(1);
                    flat.push(b' ');
                }
                b';' => {
                    let rest = text.get(at..).unwrap_or_default();
                    let skipped = memchr(b'\n', rest).or(is_all.then_some(rest.len()))?;
                    // All but the octet before the line end, which was taken.
                    if skipped > 1 {
                        octets.nth(skipped - 2);
                    }
                }
                _ => flat.push(octet),
            }
        }
        // A parenthesis that is not closed ends with the file.
        (is_all && depth == 0 && !is_quoted).then_some(Self { octets: text.len(), line_ends, is_flat: true })
    }

    /// The record as one line.
    fn line<'t>(&self, text: &'t [u8], flat: &'t [u8]) -> &'t [u8] {
        let line = if self.is_flat { flat } else { text.get(..self.octets).unwrap_or_default() };
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        line.strip_suffix(b"\r").unwrap_or(line)
    }
}

const fn is_blank(octet: u8) -> bool {
    matches!(octet, b' ' | b'\t' | b'\r')
}

/// The first word of a text, and what stands behind it. A blank that is escaped ends none.
fn word(text: &[u8]) -> (&[u8], &[u8]) {
    let text = text.trim_ascii_start();
    let mut end = 0;
    while let Some(octet) = text.get(end) {
        match octet {
            octet if is_blank(*octet) => break,
            b'\\' => end += 2,
            _ => end += 1,
        }
    }
    text.split_at_checked(end).unwrap_or((text, &[]))
}

impl Names {
    /// Takes a record, and gives its owner if that is delegated by it.
    fn record(&mut self, text: &[u8], line: u64, file: &str, batch: &mut Batch) -> Result<(), InputError> {
        let rest = match text.first() {
            None => return Ok(()),
            Some(octet) if is_blank(*octet) => text,
            Some(b'$') => return self.directive(text, line, file),
            Some(_) => {
                // Nearly no owner has an escape.
                let end = memchr2(b' ', b'\t', text).unwrap_or(text.len());
                let (mut owner, mut rest) = text.split_at_checked(end).unwrap_or((text, &[]));
                if memchr(b'\\', owner).is_some() {
                    (owner, rest) = word(text);
                }
                let fault = |what: &str| {
                    let owner = ulabel::text::escape_bytes(owner.get(..40).unwrap_or(owner));
                    InputError::at_line(file, line, format_args!("{owner} {what}"))
                };
                let mut name = std::mem::take(&mut self.owner);
                let written = self.absolute(owner, &mut name);
                self.owner = name;
                written.map_err(fault)?;
                rest
            }
        };
        match Kind::of(rest) {
            Kind::Soa => self.apex = Some(self.owner.clone()),
            Kind::Ns if self.apex.as_ref() != Some(&self.owner) && self.last != self.owner => {
                batch.push(&self.owner, line);
                self.last.clone_from(&self.owner);
            }
            _ => {}
        }
        Ok(())
    }

    fn directive(&mut self, text: &[u8], line: u64, file: &str) -> Result<(), InputError> {
        let (name, rest) = word(text);
        let fault = |what: &str| {
            let name = ulabel::text::escape_bytes(name.get(..40).unwrap_or(name));
            Err(InputError::at_line(file, line, format_args!("{name} {what}")))
        };
        match name.to_ascii_uppercase().as_slice() {
            b"$TTL" => Ok(()),
            b"$ORIGIN" => {
                let mut origin = Vec::new();
                match self.absolute(word(rest).0, &mut origin) {
                    Ok(()) => self.origin = Some(origin),
                    Err(what) => return fault(what),
                }
                Ok(())
            }
            b"$INCLUDE" => fault("is not followed: put the files into one, or name each of them"),
            b"$GENERATE" => fault("is not read: write its records out (named-compilezone does)"),
            _ => fault("is no directive that is known: expected $ORIGIN or $TTL"),
        }
    }

    /// Writes an owner as an absolute name, in lower case, without the full stop of the root.
    fn absolute(&self, owner: &[u8], name: &mut Vec<u8>) -> Result<(), &'static str> {
        name.clear();
        if owner.len() > MAX_OWNER_OCTETS {
            return Err("is longer than any name");
        }
        let relative = match owner {
            b"@" => true,
            [] => return Err("has no name behind it"),
            b"." => false,
            _ => unescape(owner, name)?,
        };
        if relative {
            let origin = self
                .origin
                .as_ref()
                .ok_or("is relative, and there is no $ORIGIN before it: name the zone")?;
            if !name.is_empty() && !origin.is_empty() {
                name.push(b'.');
            }
            name.extend_from_slice(origin);
        }
        Ok(())
    }
}

/// Writes an owner in lower case without the full stop at its end; true if there is none, so that it is relative.
fn unescape(owner: &[u8], name: &mut Vec<u8>) -> Result<bool, &'static str> {
    let mut rest = owner;
    while let Some(at) = memchr(b'\\', rest) {
        let (before, escape) = rest.split_at_checked(at).unwrap_or((rest, &[]));
        name.extend_from_slice(before);
        let (octet, len) = match escape {
            [_, a @ b'0'..=b'9', b @ b'0'..=b'9', c @ b'0'..=b'9', ..] => {
                let digit = |octet: &u8| u32::from(octet - b'0');
                let number = digit(a) * 100 + digit(b) * 10 + digit(c);
                (u8::try_from(number).map_err(|_| "has an escape of a number above 255")?, 4)
            }
            [_, b'0'..=b'9', ..] | [_] | [] => return Err("has an escape that is none"),
            [_, octet, ..] => (*octet, 2),
        };
        // A full stop, or what would be taken for the end of a line or an escape, stays as a name has it here.
        if matches!(octet, b'.' | b'\\' | b'\n') {
            name.extend_from_slice(escape.get(..len).unwrap_or_default());
        } else {
            name.push(octet);
        }
        rest = escape.get(len..).unwrap_or_default();
    }
    let is_relative = !rest.ends_with(b".");
    name.extend_from_slice(rest.strip_suffix(b".").unwrap_or(rest));
    name.make_ascii_lowercase();
    Ok(is_relative)
}

/// What a record is, as far as that matters.
enum Kind {
    Ns,
    Soa,
    Other,
}

impl Kind {
    /// The type of a record, of what stands behind its owner.
    fn of(text: &[u8]) -> Self {
        let mut rest = text;
        // TTL and class come in either order, or not at all.
        for _ in 0..3 {
            let (found, behind) = word(rest);
            match found {
                [b'0'..=b'9', ..] => {}
                _ if is_class(found) => {}
                _ if found.eq_ignore_ascii_case(b"NS") => return Self::Ns,
                _ if found.eq_ignore_ascii_case(b"SOA") => return Self::Soa,
                _ => return Self::Other,
            }
            rest = behind;
        }
        Self::Other
    }
}

fn is_class(word: &[u8]) -> bool {
    [&b"IN"[..], b"CH", b"HS", b"CS"].iter().any(|class| word.eq_ignore_ascii_case(class))
        || word.get(..5).is_some_and(|start| start.eq_ignore_ascii_case(b"CLASS"))
}
