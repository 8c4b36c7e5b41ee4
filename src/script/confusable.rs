//! Confusable labels, UTS #39 §4.

use super::bidi_skeleton::{Direction, bidi_skeleton};
use super::prototype::{Prototype, jamo};
use super::resolve::resolve;
use super::set::ScriptSet;
use super::skeleton::skeleton;
use crate::text::keywords;
use crate::unicode::Character;
use unicode_normalization::UnicodeNormalization;

keywords! {
    /// How two labels that look alike stand to each other.
    #[non_exhaustive]
    Confusable {
        /// Their resolved script sets have something in common.
        SingleScript = "single-script",
        /// Each is in a single script, and the scripts differ.
        WholeScript = "whole-script",
        /// They have no script in common, and at least one mixes scripts.
        MixedScript = "mixed-script",
    }
}

/// How two labels look alike; `None` when their skeletons differ. A label looks like
/// itself. UTS #39 §4 counts whole-script confusables among the mixed-script ones; here each pair has the
/// closest name.
///
/// ```
/// use ulabel::script::{confusable, Confusable};
/// assert_eq!(confusable("rnodern", "modern"), Some(Confusable::SingleScript));
/// // U+0455 U+0441 U+043E U+0440 U+0435, all Cyrillic
/// assert_eq!(confusable("\u{455}\u{441}\u{43E}\u{440}\u{435}", "scope"), Some(Confusable::WholeScript));
/// assert_eq!(confusable("sc\u{43E}pe", "scope"), Some(Confusable::MixedScript));
/// assert_eq!(confusable("scope", "slope"), None);
/// ```
#[must_use]
pub fn confusable(label: &str, other: &str) -> Option<Confusable> {
    (skeleton(label) == skeleton(other)).then(|| relation(label, other))
}

/// As [`confusable`], for labels as they are displayed in a paragraph of a direction: X and Y are
/// *LTR-confusable* or *RTL-confusable* in UTS #39 §4.
///
/// ```
/// use ulabel::script::{bidi_confusable, confusable, Direction};
/// let (one, other) = ("A1\u{5D0}", "A\u{5D0}1"); // U+05D0 HEBREW LETTER ALEF
/// assert_eq!(confusable(one, other), None);
/// assert!(bidi_confusable(one, other, Direction::LeftToRight).is_some());
/// ```
#[must_use]
pub fn bidi_confusable(label: &str, other: &str, direction: Direction) -> Option<Confusable> {
    (bidi_skeleton(label, direction) == bidi_skeleton(other, direction)).then(|| relation(label, other))
}

fn relation(label: &str, other: &str) -> Confusable {
    let resolved = |label: &str| resolve(label.chars().map(Character::from));
    let (one, two) = (resolved(label), resolved(other));
    if one.intersects(two) {
        Confusable::SingleScript
    } else if one.is_empty() || two.is_empty() {
        Confusable::MixedScript
    } else {
        Confusable::WholeScript
    }
}

/// The other scripts in which a label that looks like this one could be written whole (UTS #39 §4,
/// whole-script confusables), with characters that are PVALID and have Identifier_Status Allowed. Empty
/// for a label that mixes scripts, and for one of no script, such as digits alone.
///
/// It looks at one character at a time: that `rn` looks like `m` is for [`confusable`] to find, which
/// knows both labels. A common word may well have a look-alike in another script; which scripts matter
/// is for a policy to say.
///
/// ```
/// use ulabel::script::whole_script_confusables;
/// use ulabel::unicode::Script;
/// // U+0441 U+043E U+0440 U+0435, all Cyrillic, look like Latin "cope".
/// assert!(whole_script_confusables("\u{441}\u{43E}\u{440}\u{435}").contains(Script::Latin));
/// assert!(whole_script_confusables("пример").is_empty());
/// ```
#[must_use]
pub fn whole_script_confusables(label: &str) -> ScriptSet {
    whole_script_confusables_of(label.chars().map(Character::from))
}

/// As [`whole_script_confusables`], of characters that were looked up.
pub(crate) fn whole_script_confusables_of(label: impl Iterator<Item = Character> + Clone) -> ScriptSet {
    let resolved = resolve(label.clone());
    whole_script_confusables_within(label, resolved, ScriptSet::ALL)
}

/// As [`whole_script_confusables`], of those in `targets`, for a label with this resolved script set.
#[inline]
pub(super) fn whole_script_confusables_within(
    label: impl Iterator<Item = Character>,
    resolved: ScriptSet,
    targets: ScriptSet,
) -> ScriptSet {
    if resolved.is_empty() || resolved.is_all() {
        return ScriptSet::EMPTY;
    }
    let mut scripts = targets.difference(resolved).without_writing_systems();
    for character in label {
        if scripts.is_empty() {
            break;
        }
        scripts = scripts.intersection(scripts_of_look_alikes(character));
    }
    scripts
}

/// The scripts in which each part of a character has a look-alike, or is used itself.
fn scripts_of_look_alikes(character: Character) -> ScriptSet {
    let Character { c, record } = character;
    let prototype = Prototype::of(c);
    let of = |c: char| Prototype::of(c).scripts().union(ScriptSet::of(c));
    let of_all = |scripts: ScriptSet, part: char| scripts.intersection(of(part));
    if prototype.is_hangul_syllable() {
        jamo(c).fold(ScriptSet::ALL, of_all)
    } else if record.has_decomposition() {
        core::iter::once(c).nfd().fold(ScriptSet::ALL, of_all)
    } else {
        prototype.scripts().union(character.into())
    }
}
