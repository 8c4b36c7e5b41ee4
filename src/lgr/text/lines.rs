//! Lines, whatever ends them, each with its comment set apart.

use alloc::boxed::Box;

use crate::lgr::Position;

/// A line of a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Its number, from 1.
    number: u32,
    /// Columns of white space before the content.
    indent: u32,
    /// The text before the comment, without white space around; empty on a comment line.
    pub content: &'a str,
    /// The text behind the first `#`, without white space around.
    pub comment: Option<&'a str>,
    /// The text behind the first `#`, as it is.
    pub raw_comment: Option<&'a str>,
}

impl Line<'_> {
    pub(super) fn position(&self) -> Position {
        Position { line: self.number, column: self.indent.saturating_add(1) }
    }

    /// The comment, or else what the line itself says; none if that is nothing.
    pub(super) fn comment_or(&self, said: Option<&str>) -> Option<Box<str>> {
        // Some tables set comments off by several signs, with blanks between.
        let is_sign = |c: char| c == '#' || c.is_ascii_whitespace();
        let comment = self.comment.map(|comment| comment.trim_start_matches(is_sign));
        comment.filter(|comment| !comment.is_empty()).or(said).filter(|said| !said.is_empty()).map(Into::into)
    }
}

/// The lines of a text; RFC 4290 section 5 lets them end in CR, LF or CR LF.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut rest = Some(text);
    let mut number = 0_u32;
    core::iter::from_fn(move || {
        let text = rest?;
        let (line, after) = match text.find(['\r', '\n']) {
            Some(end) => {
                let (line, ending) = text.split_at(end);
                let ending = ending.strip_prefix("\r\n").or_else(|| ending.get(1..)).unwrap_or("");
                (line, Some(ending))
            }
            None => (text, None),
        };
        rest = after;
        number = number.saturating_add(1);
        let (content, comment) = match line.split_once('#') {
            Some((content, comment)) => (content, Some(comment)),
            None => (line, None),
        };
        let indent = content.len() - content.trim_ascii_start().len();
        Some(Line {
            number,
            indent: u32::try_from(indent).unwrap_or(u32::MAX),
            content: content.trim_ascii(),
            comment: comment.map(str::trim_ascii),
            raw_comment: comment,
        })
    })
}
