//! The bidirectional skeleton, UTS #39 §4: look-alikes in the order of display.

use alloc::string::String;
use alloc::vec::Vec;
use unicode_bidi::data_source::{BidiDataSource, BidiMatchedOpeningBracket};
use unicode_bidi::{BidiInfo, Level};
use unicode_normalization::UnicodeNormalization;

use super::skeleton::push_skeleton;
use super::tables::mirrored::MIRRORED;
use crate::unicode::{BidiClass, record};

/// The direction of the paragraph in which a label is displayed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Direction {
    /// As in text of Latin script.
    LeftToRight,
    /// As in text of Arabic or Hebrew script.
    RightToLeft,
}

/// The skeleton of what is seen when a label is displayed in a paragraph of a direction: *bidiSkeleton*
/// of UTS #39 §4. Characters are put into the order of display (UAX #9, rules up to L2), marks after the
/// character they belong to (L3), mirrored characters replaced where they run right to left (L4); then
/// the skeleton is taken.
///
/// Without right-to-left characters and in a left-to-right paragraph it is
/// [`skeleton`](super::skeleton). UTS #39 calls the left-to-right one the skeleton of a string.
///
/// ```
/// use ulabel::script::{bidi_skeleton, skeleton, Direction};
/// // U+05D0 HEBREW LETTER ALEF; the digit is displayed to the left of it, or to the right.
/// let (one, other) = ("A1\u{5D0}", "A\u{5D0}1");
/// assert_ne!(skeleton(one), skeleton(other));
/// let left_to_right = |label| bidi_skeleton(label, Direction::LeftToRight);
/// assert_eq!(left_to_right(one), left_to_right(other));
/// let right_to_left = |label| bidi_skeleton(label, Direction::RightToLeft);
/// assert_ne!(right_to_left(one), right_to_left(other));
/// ```
#[must_use]
pub fn bidi_skeleton(label: &str, direction: Direction) -> String {
    let mut out = String::with_capacity(label.len() + label.len() / 2);
    let plain = direction == Direction::LeftToRight && !label.chars().any(is_reordered);
    if plain {
        push_skeleton(label.chars(), &mut out);
    } else {
        push_skeleton(displayed(label, direction).into_iter(), &mut out);
    }
    out
}

/// True if the character may stand elsewhere when displayed in a left-to-right paragraph: what is right
/// to left, or makes others so.
fn is_reordered(c: char) -> bool {
    use BidiClass::{FSI, RLE, RLI, RLO};
    let record = record(c as u32);
    record.is_right_to_left() || matches!(record.bidi_class(), RLE | RLO | RLI | FSI)
}

/// The characters in the order of display, mirrored where they run right to left.
fn displayed(label: &str, direction: Direction) -> Vec<char> {
    let level = match direction {
        Direction::LeftToRight => Level::ltr(),
        Direction::RightToLeft => Level::rtl(),
    };
    let info = BidiInfo::new_with_data_source(&OurData, label, Some(level));
    let mut out = Vec::with_capacity(label.len());
    for paragraph in &info.paragraphs {
        let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let is_rtl = levels.get(run.start).is_some_and(Level::is_rtl);
            let characters = label.get(run).unwrap_or_default().chars();
            if is_rtl {
                push_reversed(characters, &mut out);
            } else {
                out.extend(characters);
            }
        }
    }
    out
}

/// A run of right-to-left text from its last character to its first; marks stay behind the character
/// they belong to.
fn push_reversed(characters: impl DoubleEndedIterator<Item = char>, out: &mut Vec<char>) {
    let mut marks = Vec::new();
    for c in characters.rev() {
        if record(c as u32).is_mark() {
            marks.push(c);
        } else {
            out.push(mirrored(c).map_or(c, |(mirrored, _)| mirrored));
            out.extend(marks.drain(..).rev());
        }
    }
    out.extend(marks.into_iter().rev());
}

/// The mirrored character, and whether `c` opens a pair of brackets.
fn mirrored(c: char) -> Option<(char, bool)> {
    let at = MIRRORED.binary_search_by_key(&c, |row| row.0).ok()?;
    MIRRORED.get(at).map(|(_, mirrored, opens)| (*mirrored, *opens))
}

/// Bidi classes and brackets of our own Unicode version.
struct OurData;

impl BidiDataSource for OurData {
    fn bidi_class(&self, c: char) -> unicode_bidi::BidiClass {
        use unicode_bidi::BidiClass as Theirs;
        match record(c as u32).bidi_class() {
            BidiClass::L => Theirs::L,
            BidiClass::R => Theirs::R,
            BidiClass::AL => Theirs::AL,
            BidiClass::AN => Theirs::AN,
            BidiClass::EN => Theirs::EN,
            BidiClass::ES => Theirs::ES,
            BidiClass::CS => Theirs::CS,
            BidiClass::ET => Theirs::ET,
            BidiClass::ON => Theirs::ON,
            BidiClass::BN => Theirs::BN,
            BidiClass::NSM => Theirs::NSM,
            BidiClass::B => Theirs::B,
            BidiClass::S => Theirs::S,
            BidiClass::WS => Theirs::WS,
            BidiClass::LRE => Theirs::LRE,
            BidiClass::LRO => Theirs::LRO,
            BidiClass::RLE => Theirs::RLE,
            BidiClass::RLO => Theirs::RLO,
            BidiClass::PDF => Theirs::PDF,
            BidiClass::LRI => Theirs::LRI,
            BidiClass::RLI => Theirs::RLI,
            BidiClass::FSI => Theirs::FSI,
            BidiClass::PDI => Theirs::PDI,
        }
    }

    fn bidi_matched_opening_bracket(&self, c: char) -> Option<BidiMatchedOpeningBracket> {
        let (other, is_open) = mirrored(c)?;
        let opening = if is_open { c } else { mirrored(other).filter(|(_, opens)| *opens).map(|_| other)? };
        let opening = core::iter::once(opening).nfd().next().unwrap_or(opening);
        Some(BidiMatchedOpeningBracket { opening, is_open })
    }
}
