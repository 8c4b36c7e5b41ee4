//! Mixed-script detection, UTS #39 §5.1.

use super::set::ScriptSet;
use crate::label::Span;
use crate::unicode::Character;

/// The resolved script set of a label: what the augmented script sets of all its characters have in
/// common. Empty when the label mixes scripts; [`ScriptSet::ALL`] when nothing in it says which script
/// it is in.
///
/// ```
/// use ulabel::script::resolved_script_set;
/// assert_eq!(resolved_script_set("пример").to_string(), "Cyrl");
/// // U+65E5, U+672C are Han, U+306E is Hiragana: together Japanese.
/// assert_eq!(resolved_script_set("日本の").to_string(), "Jpan");
/// // U+0430 CYRILLIC SMALL LETTER A among Latin letters
/// assert!(resolved_script_set("p\u{430}ypal").is_empty());
/// assert!(resolved_script_set("2026-11").is_all());
/// ```
#[must_use]
pub fn resolved_script_set(label: &str) -> ScriptSet {
    resolve(label.chars().map(Character::from))
}

/// As [`resolved_script_set`], of characters that were looked up.
#[inline]
pub(crate) fn resolve(label: impl Iterator<Item = Character>) -> ScriptSet {
    label.map(ScriptSet::from).fold(ScriptSet::ALL, ScriptSet::intersection)
}

/// True if every character of the label can belong to one script or writing system (UTS #39 §5.1).
///
/// ```
/// use ulabel::script::is_single_script;
/// assert!(is_single_script("bücher"));
/// assert!(!is_single_script("b\u{3CC}cher")); // U+03CC GREEK SMALL LETTER OMICRON WITH TONOS
/// ```
#[must_use]
pub fn is_single_script(label: &str) -> bool {
    !resolved_script_set(label).is_empty()
}

/// Where a label changes from one script to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mixture {
    /// The characters before the change.
    pub before: Span,
    /// The scripts that the characters before the change have in common.
    pub before_scripts: ScriptSet,
    /// The characters after the change, as far as they have something in common.
    pub after: Span,
    /// The scripts that the characters after the change have in common.
    pub after_scripts: ScriptSet,
}

/// The first change of script in a label, or `None` when it is in a single script.
///
/// ```
/// use ulabel::script::mixture;
/// // U+0430 CYRILLIC SMALL LETTER A
/// let mixture = mixture("p\u{430}ypal").unwrap();
/// assert_eq!((mixture.before.range(), mixture.before_scripts.to_string().as_str()), (0..1, "Latn"));
/// assert_eq!((mixture.after.range(), mixture.after_scripts.to_string().as_str()), (1..2, "Cyrl"));
/// ```
#[must_use]
pub fn mixture(label: &str) -> Option<Mixture> {
    mixture_of_sets(label.chars().map(ScriptSet::of))
}

/// As [`mixture`], of characters that were looked up.
pub(crate) fn mixture_of(label: &[Character]) -> Option<Mixture> {
    mixture_of_sets(label.iter().copied().map(ScriptSet::from))
}

/// As [`mixture`], of the set of each character.
pub(crate) fn mixture_of_sets(sets: impl Iterator<Item = ScriptSet> + Clone) -> Option<Mixture> {
    let (before, before_scripts) = run(sets.clone(), 0)?;
    // The run ends where nothing is left in common; characters of no script belong to neither side.
    let (after, after_scripts) = run(sets, before.end())?;
    Some(Mixture { before, before_scripts, after, after_scripts })
}

/// The longest run from `start` on with something in common, without characters of every script at its
/// ends. `None` when no character from `start` on says what script it is in.
fn run(sets: impl Iterator<Item = ScriptSet>, start: usize) -> Option<(Span, ScriptSet)> {
    let mut common = ScriptSet::ALL;
    let (mut first, mut end) = (None, start);
    for (at, set) in sets.enumerate().skip(start).filter(|(_, set)| !set.is_all()) {
        let narrower = common.intersection(set);
        if narrower.is_empty() {
            break;
        }
        common = narrower;
        first.get_or_insert(at);
        end = at + 1;
    }
    first.map(|first| (Span::new(first, end), common))
}
