//! Sequences that are taken for others.

use super::{Refusal, Step};
use crate::label::Span;
use crate::script::{ScriptSet, skeleton};
use crate::unicode::{Character, Script};

/// True if a label of one script that holds `c` is looked at more closely: Kana that look alike in both
/// syllabaries, Kana marks, and combining marks.
pub(super) const fn is_suspect(c: char) -> bool {
    matches!(c, '\u{3078}'..='\u{307A}' | '\u{30D8}'..='\u{30DA}' | '\u{30FB}'..='\u{30FE}' | '\u{300}'..='\u{339}'
        | '\u{3099}' | '\u{309A}')
}

/// True if `c`, no digit, has the skeleton of a digit of ASCII other than 0 and 1, which look like
/// letters.
pub(super) fn looks_like_digit(c: char) -> bool {
    let mut buffer = [0; 4];
    let own = skeleton(c.encode_utf8(&mut buffer));
    ('2'..='9').any(|digit| skeleton(digit.encode_utf8(&mut [0; 4])) == own)
}

/// The first sequence that misleads.
pub(super) fn find(label: &[Character]) -> Option<Refusal> {
    let label = Label(label);
    let at = (0..label.0.len()).find(|at| label.misleads(*at));
    let span = at.map(Span::one).or_else(|| label.foreign_kana())?;
    Some(Refusal::new(Step::MisleadingPattern, span))
}

struct Label<'a>(&'a [Character]);

impl Label<'_> {
    fn c(&self, at: usize) -> Option<char> {
        self.0.get(at).map(|character| character.c)
    }

    /// True if the character at `at` can be of one of `scripts`. One of every script, such as a digit,
    /// counts for none. `None` beyond the ends.
    fn is_in(&self, at: Option<usize>, scripts: &[Script]) -> Option<bool> {
        let set = ScriptSet::from(*self.0.get(at?)?);
        Some(!set.is_all() && scripts.iter().any(|script| set.contains(*script)))
    }

    /// True if the character at `at` is taken for another where it stands.
    fn misleads(&self, at: usize) -> bool {
        const KANA: &[Script] = &[Script::Hiragana, Script::Katakana];
        const JAPANESE: &[Script] = &[Script::Hiragana, Script::Katakana, Script::Han];
        const CJK: &[Script] = &[Script::Hiragana, Script::Katakana, Script::Han, Script::Bopomofo];
        let Some(c) = self.c(at) else { return false };
        let before = at.checked_sub(1);
        let previous = before.and_then(|at| self.c(at));
        let (left, right) =
            (|scripts| self.is_in(before, scripts), |scripts| self.is_in(Some(at + 1), scripts));
        match c {
            // Katakana NO, SO, ZO and N, and strokes of Han, look like a slash between other scripts.
            '\u{30CE}' | '\u{30BD}' | '\u{30BE}' | '\u{30F3}' | '\u{4E3F}' | '\u{4E40}' | '\u{4E41}' => {
                left(JAPANESE) == Some(false) && right(JAPANESE) == Some(false)
            }
            // Katakana iteration marks belong behind Katakana.
            '\u{30FD}' | '\u{30FE}' => left(&[Script::Katakana]) != Some(true),
            // KATAKANA-HIRAGANA PROLONGED SOUND MARK belongs behind Kana.
            '\u{30FC}' => left(KANA) != Some(true),
            // KATAKANA MIDDLE DOT between others looks like a separator.
            '\u{30FB}' => left(JAPANESE) == Some(false) || right(JAPANESE) != Some(true),
            // Ideographs of few strokes look like Latin letters or punctuation beside other scripts.
            '\u{4E00}' | '\u{4E01}' | '\u{4E03}' | '\u{4E05}' | '\u{4E28}' | '\u{4E36}' | '\u{5341}'
            | '\u{5DE5}' | '\u{3007}' => left(CJK) == Some(false) || right(CJK) == Some(false),
            // A dot above i, j, l and U+0131 DOTLESS I is not seen, or makes it an i.
            '\u{307}' if matches!(previous, Some('i' | 'j' | 'l')) => true,
            // Combining marks belong to Latin, Greek and Cyrillic letters with their own shape.
            '\u{300}'..='\u{339}' => {
                previous == Some('\u{131}')
                    || left(&[Script::Latin, Script::Greek, Script::Cyrillic]) == Some(false)
            }
            // Kana voiced sound marks compose with every letter they belong to.
            '\u{3099}' | '\u{309A}' => true,
            _ => false,
        }
    }

    /// A Hiragana HE, BE or PE within Katakana alone, or the Katakana one within Hiragana: they look the
    /// same.
    fn foreign_kana(&self) -> Option<Span> {
        let foreign = |at: usize| {
            let around = match self.c(at)? {
                '\u{3078}'..='\u{307A}' => Script::Katakana,
                '\u{30D8}'..='\u{30DA}' => Script::Hiragana,
                _ => return None,
            };
            let last = self.0.len().checked_sub(1)?;
            let others = (0..=last).filter(|other| *other != at);
            let within = at > 0 && at < last;
            let all = others.into_iter().all(|other| self.is_in(Some(other), &[around]) == Some(true));
            (within && all).then(|| Span::one(at))
        };
        (0..self.0.len()).find_map(foreign)
    }
}
