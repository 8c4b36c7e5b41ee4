//! Sets of code points, as policies write them.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use core::fmt::Write as _;

use crate::text::CodePoint;
use crate::unicode::{self, BidiClass};

/// Code points as sorted ranges that neither overlap nor touch.
///
/// In a policy file a set is an array of strings, each of which is one of
///
/// * `"U+00DF..U+00F6"` or `"U+00DF"`: code points by number;
/// * `"a..z"`: a range from one character to another;
/// * `"áâãéê"`: each character, spaces left out.
///
/// ```
/// use ulabel::policy::CodePointSet;
/// let set: CodePointSet = ["a..z", "U+00DF", "ø"].iter().map(|item| CodePointSet::parse_item(item).unwrap()).collect();
/// assert_eq!(set.len(), 28);
/// assert!(set.contains('ß'));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodePointSet {
    ranges: Vec<(char, char)>,
}

impl CodePointSet {
    /// The empty set.
    #[must_use]
    pub const fn new() -> Self {
        Self { ranges: Vec::new() }
    }

    /// Reads one item of a set; see the type for its forms.
    ///
    /// # Errors
    ///
    /// The reason why it is not an item, as a phrase.
    pub fn parse_item(item: &str) -> Result<Self, &'static str> {
        let mut set = Self::new();
        if let Some((first, last)) = item.split_once("..") {
            let first = one_character(first.trim()).ok_or("a range goes from one character to another")?;
            let last = one_character(last.trim()).ok_or("a range goes from one character to another")?;
            if first > last {
                return Err("the range ends before it begins");
            }
            set.insert_range(first, last);
        } else if item.starts_with("U+") {
            set.insert(one_character(item).ok_or("not a code point")?);
        } else {
            let mut characters: Vec<char> = item.chars().filter(|c| *c != ' ').collect();
            if characters.is_empty() {
                return Err("no character in it");
            }
            characters.sort_unstable();
            set.extend(characters.into_iter().map(|c| (c, c)));
        }
        Ok(set)
    }

    /// How many code points the set holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ranges.iter().map(|(first, last)| *last as usize - *first as usize + 1).sum()
    }

    /// True if the set holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// True if `c` is in the set.
    #[must_use]
    pub fn contains(&self, c: char) -> bool {
        let at = self.ranges.partition_point(|(_, last)| *last < c);
        self.ranges.get(at).is_some_and(|(first, _)| *first <= c)
    }

    /// The ranges, both ends inclusive, in order.
    #[must_use]
    pub fn ranges(&self) -> &[(char, char)] {
        &self.ranges
    }

    /// The code points, in order.
    pub fn iter(&self) -> impl Iterator<Item = char> + '_ {
        self.ranges.iter().flat_map(|(first, last)| *first..=*last)
    }

    /// Adds a code point.
    pub fn insert(&mut self, c: char) {
        self.insert_range(c, c);
    }

    /// Adds a range, both ends inclusive.
    pub fn insert_range(&mut self, first: char, last: char) {
        self.extend([(first, last)]);
    }

    /// True if every code point of `other` is in this set.
    #[must_use]
    pub fn contains_all(&self, other: &Self) -> bool {
        other.iter().all(|c| self.contains(c))
    }

    /// The items that a policy file lists: numbers for ranges and for what does not show well alone
    /// (marks, right-to-left ranges), characters otherwise.
    #[must_use]
    pub fn items(&self) -> Vec<String> {
        let mut items = Vec::new();
        let mut text = String::new();
        for &(first, last) in &self.ranges {
            let count = last as u32 - first as u32 + 1;
            if count < 4 && (first..=last).all(shows_alone) {
                text.extend(first..=last);
                if text.chars().count() >= 40 {
                    items.push(core::mem::take(&mut text));
                }
                continue;
            }
            if !text.is_empty() {
                items.push(core::mem::take(&mut text));
            }
            items.push(match count {
                1 => CodePoint(first).to_string(),
                _ if shows_alone(first) && shows_alone(last) => alloc::format!("{first}..{last}"),
                _ => alloc::format!("{}..{}", CodePoint(first), CodePoint(last)),
            });
        }
        if !text.is_empty() {
            items.push(text);
        }
        items
    }
}

impl fmt::Display for CodePointSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, item) in self.items().iter().enumerate() {
            if n > 0 {
                f.write_char(' ')?;
            }
            f.write_str(item)?;
        }
        Ok(())
    }
}

impl Extend<(char, char)> for CodePointSet {
    fn extend<I: IntoIterator<Item = (char, char)>>(&mut self, ranges: I) {
        self.ranges.extend(ranges);
        self.ranges.sort_unstable();
        let mut merged: Vec<(char, char)> = Vec::with_capacity(self.ranges.len());
        for &(first, last) in &self.ranges {
            match merged.last_mut() {
                Some(open) if first as u32 <= open.1 as u32 + 1 => open.1 = open.1.max(last),
                _ => merged.push((first, last)),
            }
        }
        self.ranges = merged;
    }
}

impl FromIterator<(char, char)> for CodePointSet {
    fn from_iter<I: IntoIterator<Item = (char, char)>>(ranges: I) -> Self {
        let mut set = Self::new();
        set.extend(ranges);
        set
    }
}

impl FromIterator<char> for CodePointSet {
    fn from_iter<I: IntoIterator<Item = char>>(characters: I) -> Self {
        let mut set = Self::new();
        set.extend(characters.into_iter().map(|c| (c, c)));
        set
    }
}

impl FromIterator<CodePointSet> for CodePointSet {
    fn from_iter<I: IntoIterator<Item = CodePointSet>>(sets: I) -> Self {
        let mut all = Self::new();
        all.extend(sets.into_iter().flat_map(|set| set.ranges));
        all
    }
}

/// Reads `U+0041`, or a single character.
pub(in crate::policy) fn one_character(text: &str) -> Option<char> {
    let mut characters = text.chars();
    match (characters.next(), characters.next()) {
        (Some(c), None) => Some(c),
        _ => CodePoint::parse(text).map(|code_point| code_point.0),
    }
}

/// True if a character can stand in a file by itself and be read.
pub(in crate::policy) fn shows_alone(c: char) -> bool {
    let direction = unicode::bidi_class(c);
    !unicode::general_category(c).is_mark()
        && matches!(direction, BidiClass::L | BidiClass::EN | BidiClass::ON | BidiClass::ES)
        && unicode::derived_property(c) == unicode::DerivedProperty::Pvalid
}
