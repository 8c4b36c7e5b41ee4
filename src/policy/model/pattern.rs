//! The patterns of whole-label rules: a small language that maps one to one onto the match operators of
//! RFC 7940 §6.3.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write as _};

use super::code_points::{CodePointSet, shows_alone};
use crate::lgr::{ClassExpression, CodePointRange, CodePoints, Count, MAX_LABEL, Match, Operator};
use crate::text::CodePoint;

/// Code points of a pattern as written, at most.
pub const MAX_PATTERN: usize = 512;

/// Groups one inside the other, at most.
pub const MAX_PATTERN_DEPTH: usize = 8;

/// A pattern that a label is searched for, as match operators of RFC 7940 §6.3.
///
/// A pattern matches anywhere in a label unless it is tied to an end. It is a sequence of items:
///
/// | item | matches |
/// |---|---|
/// | `a`, `U+00E9` | that character; a space ends a number that digits follow |
/// | `[a..f U+00E9 xyz]` | one character of a set, whose items are those of [`CodePointSet`] |
/// | `{vowel}` | one character of the table's class `vowel` |
/// | `.` | any one character |
/// | `^`, `$` | the start and the end of the label |
/// | `(…)` | a group |
/// | `…\|…` | the items on the left, or those on the right |
///
/// A count behind an item repeats it: `?` (once or not at all), `*`, `+`, `{2}`, `{2,}`, `{2,5}`. Spaces
/// between items do nothing. None of these signs can stand in a label, so there is no escape.
///
/// ```
/// use ulabel::policy::Pattern;
/// let pattern = Pattern::parse("^{vowel}+ (n|[ŋ m])$").unwrap();
/// assert_eq!(pattern.classes().collect::<Vec<_>>(), ["vowel"]);
/// assert_eq!(pattern.to_string(), "^{vowel}+(n|[mŋ])$");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    body: Vec<Match>,
}

/// The first fault of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PatternError {
    /// Where it stands in the pattern, in octets.
    pub offset: usize,
    /// The reason, as a phrase.
    pub reason: &'static str,
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    ///
    /// The first fault of the text.
    pub fn parse(text: &str) -> Result<Self, PatternError> {
        let mut parser = Parser { text, rest: text, depth: 0 };
        if text.chars().count() > MAX_PATTERN {
            return Err(parser.error("longer than a pattern may be"));
        }
        let body = parser.alternatives()?.items;
        match parser.peek() {
            None => Ok(Self { body }),
            Some(_) => Err(parser.error("`)` closes no group")),
        }
    }

    /// The match operators, as the body of a rule of RFC 7940 has them.
    #[must_use]
    pub fn body(&self) -> &[Match] {
        &self.body
    }

    /// The names of the classes that it asks for, in the order of the text.
    pub fn classes(&self) -> impl Iterator<Item = &str> {
        let mut open: Vec<&Match> = self.body.iter().rev().collect();
        core::iter::from_fn(move || {
            loop {
                let item = open.pop()?;
                open.extend(item.operator.children().iter().rev());
                if let Operator::Class(ClassExpression::ByRef(name)) = &item.operator {
                    return Some(&**name);
                }
            }
        })
    }
}

/// Items matched one after the other, and whether they are tied to an end of the label.
#[derive(Default)]
struct Sequence {
    items: Vec<Match>,
    has_start: bool,
    has_end: bool,
}

struct Parser<'t> {
    text: &'t str,
    rest: &'t str,
    depth: usize,
}

impl<'t> Parser<'t> {
    /// Where the rest begins, in octets.
    fn at(&self) -> usize {
        self.text.len() - self.rest.len()
    }

    fn error(&self, reason: &'static str) -> PatternError {
        PatternError { offset: self.at(), reason }
    }

    /// The next sign, which stays; spaces are passed over.
    fn peek(&mut self) -> Option<char> {
        self.rest = self.rest.trim_start_matches(' ');
        self.rest.chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.rest = self.rest.strip_prefix(c)?;
        Some(c)
    }

    /// The text up to a closing sign, which is passed over.
    fn until(&mut self, close: char) -> Option<&'t str> {
        let (inside, rest) = self.rest.split_once(close)?;
        self.rest = rest;
        Some(inside)
    }

    /// Sequences with `|` between them, as one choice where there are several.
    fn alternatives(&mut self) -> Result<Sequence, PatternError> {
        let mut all = self.sequence()?;
        let mut alternatives = Vec::new();
        while self.peek() == Some('|') {
            self.next();
            let more = self.sequence()?;
            all.has_start |= more.has_start;
            all.has_end |= more.has_end;
            alternatives.push(alternative(more.items));
        }
        if !alternatives.is_empty() {
            alternatives.insert(0, alternative(all.items));
            all.items = alloc::vec![Operator::Choice(alternatives).into()];
        }
        Ok(all)
    }

    fn sequence(&mut self) -> Result<Sequence, PatternError> {
        let mut sequence = Sequence::default();
        while !matches!(self.peek(), None | Some('|' | ')')) {
            let (late, early) = (self.error("`^` must come first"), self.error("`$` must come last"));
            let item = self.item()?;
            if item.has_start && !sequence.items.is_empty() {
                return Err(late);
            }
            if sequence.has_end {
                return Err(early);
            }
            sequence.has_start |= item.has_start;
            sequence.has_end |= item.has_end;
            sequence.items.extend(item.items);
        }
        if sequence.items.is_empty() {
            return Err(self.error("nothing to match"));
        }
        Ok(sequence)
    }

    /// An item with its count.
    fn item(&mut self) -> Result<Sequence, PatternError> {
        let start = self.at();
        let fail = |reason| PatternError { offset: start, reason };
        let (mut has_start, mut has_end) = (false, false);
        let operator = match self.next() {
            Some('.') => Operator::Any,
            Some('^') => {
                has_start = true;
                Operator::Start
            }
            Some('$') => {
                has_end = true;
                Operator::End
            }
            Some('(') => {
                self.depth += 1;
                if self.depth > MAX_PATTERN_DEPTH {
                    return Err(self.error("groups stand too deep in each other"));
                }
                let inner = self.alternatives()?;
                if self.next() != Some(')') {
                    return Err(fail("`(` is never closed"));
                }
                self.depth -= 1;
                (has_start, has_end) = (inner.has_start, inner.has_end);
                group(inner.items)
            }
            Some('[') => {
                let items = self.until(']').ok_or(fail("`[` is never closed"))?;
                let sets = items.split(' ').filter(|item| !item.is_empty()).map(CodePointSet::parse_item);
                let sets = sets.collect::<Result<Vec<_>, _>>().map_err(fail)?;
                let set: CodePointSet = sets.into_iter().collect();
                if set.is_empty() {
                    return Err(fail("no character in it"));
                }
                let ranges = set.ranges().iter().map(|&(first, last)| CodePointRange { first, last });
                Operator::Class(ClassExpression::CodePoints(ranges.collect()))
            }
            Some('{') => {
                let name = self.until('}').ok_or(fail("`{` is never closed"))?;
                if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) {
                    return Err(fail("a count with nothing before it"));
                }
                Operator::Class(ClassExpression::ByRef(name.trim().into()))
            }
            Some('?' | '*' | '+') => return Err(fail("a count with nothing before it")),
            Some('U') if self.rest.starts_with('+') => {
                self.next();
                let digits = self.rest;
                let rest = digits.trim_start_matches(|c| matches!(c, '0'..='9' | 'A'..='F'));
                let c =
                    digits.strip_suffix(rest).and_then(CodePoint::from_digits).map(|code_point| code_point.0);
                self.rest = rest;
                Operator::Literal(c.ok_or(fail("not a code point"))?.into())
            }
            Some(c) if !c.is_ascii() || matches!(c, 'a'..='z' | '0'..='9' | '-') => {
                Operator::Literal(CodePoints::from(c))
            }
            _ => return Err(fail("neither a sign of patterns nor of labels")),
        };
        let mut item = Match::from(operator);
        let counted = self.error("a count of what is tied to an end of the label");
        item.count = self.count()?;
        if item.count.is_some() && (has_start || has_end) {
            return Err(counted);
        }
        Ok(Sequence { items: alloc::vec![item], has_start, has_end })
    }

    fn count(&mut self) -> Result<Option<Count>, PatternError> {
        let count = match self.peek() {
            Some('?') => Count::Between(0, 1),
            Some('*') => Count::AtLeast(0),
            Some('+') => Count::AtLeast(1),
            Some('{') if self.rest.as_bytes().get(1).is_some_and(u8::is_ascii_digit) => {
                let bad = self.error("not a count such as `{2}`, `{2,}` or `{2,5}`");
                self.next();
                return self.until('}').and_then(braced_count).map(Some).ok_or(bad);
            }
            _ => return Ok(None),
        };
        self.next();
        Ok(Some(count))
    }
}

/// The inside of braces: `2`, `2,` or `2,5`. RFC 7940 §6.3.3 writes `2`, `2+` and `2:5`.
fn braced_count(text: &str) -> Option<Count> {
    if !text.bytes().all(|b| b.is_ascii_digit() || b == b',') {
        return None;
    }
    let count = match text.strip_suffix(',') {
        Some(least) => Count::parse(&alloc::format!("{least}+")),
        None => Count::parse(&text.replacen(',', ":", 1)),
    };
    count.filter(|count| count.least().max(count.most().unwrap_or(0)) as usize <= MAX_LABEL)
}

/// Makes a group of the items between parentheses; a choice needs no group around it.
fn group(mut items: Vec<Match>) -> Operator {
    match items.pop() {
        Some(Match { operator: choice @ Operator::Choice(_), count: None, .. }) if items.is_empty() => choice,
        last => {
            items.extend(last);
            Operator::Group(items)
        }
    }
}

/// One alternative of a choice: a single item needs no group around it.
fn alternative(mut items: Vec<Match>) -> Match {
    match items.pop() {
        Some(only) if items.is_empty() => only,
        last => {
            items.extend(last);
            Operator::Group(items).into()
        }
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.body.iter().try_for_each(|item| write_item(item, &mut text))?;
        // A space behind a number is for what follows.
        f.write_str(text.trim_end())
    }
}

fn write_item(item: &Match, out: &mut String) -> fmt::Result {
    match &item.operator {
        Operator::Any => out.push('.'),
        Operator::Start => out.push('^'),
        Operator::End => out.push('$'),
        Operator::Class(ClassExpression::ByRef(name)) => write!(out, "{{{name}}}")?,
        Operator::Class(ClassExpression::CodePoints(ranges)) => {
            let set: CodePointSet = ranges.iter().map(|range| (range.first, range.last)).collect();
            write!(out, "[{set}]")?;
        }
        Operator::Literal(cp) => {
            for &c in cp.iter() {
                if shows_alone(c) {
                    out.push(c);
                } else {
                    write!(out, "{} ", CodePoint(c))?;
                }
            }
        }
        Operator::Group(items) => {
            out.push('(');
            items.iter().try_for_each(|item| write_item(item, out))?;
            out.push(')');
        }
        Operator::Choice(alternatives) => {
            for (n, alternative) in alternatives.iter().enumerate() {
                out.push(if n == 0 { '(' } else { '|' });
                match &alternative.operator {
                    Operator::Group(items) if items.len() > 1 && alternative.count.is_none() => {
                        items.iter().try_for_each(|item| write_item(item, out))?;
                    }
                    _ => write_item(alternative, out)?,
                }
            }
            out.push(')');
        }
        // The language has no signs for what RFC 7940 offers beside these.
        _ => debug_assert!(false, "{:?}", item.operator),
    }
    match item.count {
        None => Ok(()),
        Some(Count::Between(0, 1)) => out.write_char('?'),
        Some(Count::AtLeast(0)) => out.write_char('*'),
        Some(Count::AtLeast(1)) => out.write_char('+'),
        Some(Count::AtLeast(least)) => write!(out, "{{{least},}}"),
        Some(Count::Exactly(n)) => write!(out, "{{{n}}}"),
        Some(Count::Between(least, most)) => write!(out, "{{{least},{most}}}"),
    }
}
