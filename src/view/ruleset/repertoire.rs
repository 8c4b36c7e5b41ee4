//! The repertoire.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::{SetNumbers, code_points, context, line, names, strings, text};
use crate::lgr::Entry;
use crate::lgr::review::is_out_of_repertoire;
use crate::text::{CodePoint, glyph};
use crate::unicode::script;

/// A code point, a sequence or a range.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct EntryView {
    /// The code points, such as `U+0061`; of a range the first.
    pub code_points: Vec<String>,
    /// The last code point of a range.
    pub last: Option<String>,
    /// How it looks; empty for a null sequence.
    pub glyph: String,
    /// The names of its characters.
    pub names: Vec<String>,
    /// The scripts of its characters, without Common and Inherited beside others.
    pub scripts: Vec<String>,
    /// The rule that must match.
    pub when: Option<String>,
    /// The rule that must not match.
    pub not_when: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// The number of its variant set, from 1.
    pub variant_set: Option<usize>,
    /// True if it is listed only as the target of variants.
    pub out_of_repertoire: bool,
    /// Ids of references.
    pub references: Vec<String>,
    /// Its comment.
    pub comment: Option<String>,
    /// The line it stands on.
    pub line: Option<u32>,
}

impl EntryView {
    pub(super) fn new(entry: &Entry, set_numbers: &SetNumbers<'_>) -> Self {
        let (cp, last, comment) = match entry {
            Entry::Char(char) => (char.cp.clone(), None, char.comment.as_deref()),
            Entry::Range(range) => (range.first.into(), Some(range.last), range.comment.as_deref()),
        };
        let ends: Vec<char> = cp.iter().copied().chain(last).collect();
        let (when, not_when) = context(entry.context());
        Self {
            code_points: code_points(&cp),
            last: last.map(|c| CodePoint(c).to_string()),
            glyph: match last {
                Some(last) => format!("{} … {}", glyph(&cp), glyph(&[last])),
                None => glyph(&cp),
            },
            names: names(&ends),
            scripts: scripts(&ends),
            when,
            not_when,
            tags: strings(entry.tags()),
            variant_set: set_numbers.get(&cp).copied(),
            out_of_repertoire: matches!(entry, Entry::Char(char) if is_out_of_repertoire(char)),
            references: strings(entry.references()),
            comment: text(comment),
            line: line(entry.origin()),
        }
    }

    /// The comment, unless it says no more than the name.
    pub(crate) fn remark(&self) -> Option<&str> {
        self.comment.as_deref().filter(|comment| !comment.is_empty() && *comment != self.names.join(" + "))
    }
}

/// The scripts in order of appearance; Common and Inherited only when there is nothing else.
fn scripts(code_points: &[char]) -> Vec<String> {
    let mut scripts: Vec<_> = Vec::new();
    for &c in code_points {
        if !scripts.contains(&script(c)) {
            scripts.push(script(c));
        }
    }
    if scripts.iter().any(|script| !script.is_common_or_inherited()) {
        scripts.retain(|script| !script.is_common_or_inherited());
    }
    scripts.into_iter().map(|script| script.short_name().to_string()).collect()
}
