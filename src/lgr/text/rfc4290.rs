//! RFC 4290 section 5, and tables with one code point or sequence on a line.

use alloc::vec::Vec;

use super::lines::Line;
use super::{Reader, entry};
use crate::finding::FaultCode;
use crate::lgr::{CharEntry, Variant};

impl Reader {
    /// `U+2202|U+0064:U+03B4`: a character and its variants; a hyphen joins the characters of a string.
    pub(super) fn rfc4290(&mut self, line: &Line<'_>) {
        let (base, variants) = match line.content.split_once('|') {
            Some((base, variants)) => (base.trim_ascii_end(), Some(variants)),
            None => (line.content, None),
        };
        let variants: Option<Vec<Variant>> = variants
            .into_iter()
            .flat_map(|variants| variants.split(':'))
            .map(|variant| entry::sequence(variant.trim_ascii(), '-').map(|cp| Variant::new(cp, None)))
            .collect();
        match (entry::sequence(base, '-'), variants) {
            (Some(cp), Some(variants)) => self.push(CharEntry { variants, ..CharEntry::new(cp) }, line),
            _ => self.bad_line(FaultCode::Bad4290Line, line),
        }
    }

    /// `U+0061 U+0301`: all of a line is one entry.
    pub(super) fn one_per_line(&mut self, line: &Line<'_>) {
        match entry::sequence(line.content, ' ') {
            Some(cp) => self.push(CharEntry::new(cp), line),
            None => self.bad_line(FaultCode::BadLine, line),
        }
    }
}
