//! Tables that list code points: RFC 4290 section 5, one code point or sequence on a line, and their kin.

use alloc::vec;
use alloc::vec::Vec;

use super::Reader;
use super::entry::{self, Front};
use super::lines::Line;
use crate::finding::{Fault, FaultCode};
use crate::lgr::{CharEntry, CodePoints, Entry, Format, RangeEntry, Variant};

/// What stands behind the entry of a line.
struct Rest<'a> {
    variants: Vec<CodePoints>,
    /// The name of the character, or whatever else is said of it.
    comment: Option<&'a str>,
}

impl Reader {
    /// `U+2202|U+0064:U+03B4`, a character and its variants, where a hyphen joins the characters of a string;
    /// `U+0061 U+0301`, a sequence; `U+0030..U+0039`, a range. A name may follow.
    pub(super) fn list(&mut self, line: &Line<'_>, format: Format) {
        let parts = entry::front(line.content).and_then(|(front, rest)| Some((front, behind(rest)?)));
        match parts {
            Some((Front::Sequence(cp), Rest { variants, comment })) => {
                // That a code point is among its own variants says nothing.
                let variants = variants.into_iter().filter(|variant| *variant != cp);
                let variants = variants.map(|variant| Variant::new(variant, None)).collect();
                self.push(CharEntry { variants, ..CharEntry::new(cp) }, comment, line);
            }
            Some((Front::Range { first, last, is_hyphen }, Rest { variants, comment }))
                if variants.is_empty() =>
            {
                if is_hyphen {
                    let range = vec![alloc::format!("U+{:04X}-U+{:04X}", u32::from(first), u32::from(last))];
                    self.faults.add(Fault::new(FaultCode::HyphenRange, Some(line.position()), range));
                }
                let comment = line.comment_or(comment);
                let origin = line.position().into();
                self.lgr.data.push(Entry::Range(RangeEntry {
                    comment,
                    origin,
                    ..RangeEntry::new(first, last)
                }));
            }
            _ => {
                let one_per_line = format == Format::OnePerLine;
                self.bad_line(if one_per_line { FaultCode::BadLine } else { FaultCode::Bad4290Line }, line);
            }
        }
    }
}

/// Variants behind a bar or a comma, then a name.
fn behind(rest: &str) -> Option<Rest<'_>> {
    let trimmed = rest.trim_ascii();
    if let Some(columns) = trimmed.strip_prefix('|') {
        let (variants, comment) = match columns.split_once('|') {
            Some((variants, comment)) => (variants.trim_ascii(), Some(comment.trim_ascii())),
            None => (columns.trim_ascii(), None),
        };
        let parts = variants.split([':', ',']).map(str::trim_ascii);
        let variants = match variants {
            "" => Vec::new(),
            _ => parts.map(|variant| entry::sequence(variant, '-')).collect::<Option<_>>()?,
        };
        return Some(Rest { variants, comment });
    }
    if let Some(fields) = trimmed.strip_prefix(',') {
        let variants = fields.split(',').map(|field| entry::marked_sequence(field.trim_ascii())).collect();
        return Some(match variants {
            Some(variants) => Rest { variants, comment: None },
            None => Rest { variants: Vec::new(), comment: Some(fields.trim_ascii()) },
        });
    }
    let is_name = rest.starts_with([' ', '\t']);
    (trimmed.is_empty() || is_name)
        .then(|| Rest { variants: Vec::new(), comment: Some(trimmed).filter(|name| !name.is_empty()) })
}
