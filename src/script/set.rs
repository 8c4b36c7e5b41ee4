//! Sets of scripts.

use alloc::vec::Vec;
use core::fmt;

use super::code::ScriptCode;
use super::tables::sets::{RECOMMENDED, SETS};
use crate::unicode::{Character, Script};

/// Scripts, and the writing systems that UTS #39 §5.1 adds to them: `Hanb` (Han with Bopomofo), `Jpan`
/// (Han, Hiragana, Katakana) and `Kore` (Hangul, Han).
///
/// The set of a character is its *augmented script set*: Script_Extensions, with the writing systems
/// that use any of the scripts. A character of script Common or Inherited says nothing of the script of
/// a label, so its set is [`ScriptSet::ALL`].
///
/// ```
/// use ulabel::script::ScriptSet;
/// use ulabel::unicode::Script;
///
/// let set = ScriptSet::of('力'); // U+529B
/// assert!(set.contains(Script::Han));
/// assert_eq!(set.to_string(), "Hani, Hanb, Jpan, Kore");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ScriptSet([u64; 3]);

/// Writing systems are numbered after the scripts.
const WRITING_SYSTEMS: [ScriptCode; 3] = [ScriptCode::Hanb, ScriptCode::Jpan, ScriptCode::Kore];

impl ScriptSet {
    /// No script.
    pub const EMPTY: Self = Self([0; 3]);

    /// Every script and writing system.
    pub const ALL: Self = Self::first(Script::ALL.len() + WRITING_SYSTEMS.len());

    /// Every script, without the writing systems.
    const SCRIPTS: Self = Self::first(Script::ALL.len());

    pub(super) const HANB: Self = Self::numbered(Script::ALL.len());
    pub(super) const JPAN: Self = Self::numbered(Script::ALL.len() + 1);
    pub(super) const KORE: Self = Self::numbered(Script::ALL.len() + 2);

    /// The augmented script set of a character.
    #[must_use]
    pub fn of(c: char) -> Self {
        Character::from(c).into()
    }

    /// The set of one script, without the writing systems that use it.
    #[must_use]
    pub const fn only(script: Script) -> Self {
        Self::numbered(script as usize)
    }

    /// The scripts that UAX #31 Table 5 recommends for identifiers: those in wide modern use.
    #[must_use]
    pub fn recommended() -> Self {
        let [words] = RECOMMENDED;
        Self(words)
    }

    pub(super) const fn from_words(words: [u64; 3]) -> Self {
        Self(words)
    }

    const fn numbered(number: usize) -> Self {
        let bit = 1 << (number % 64);
        match number / 64 {
            0 => Self([bit, 0, 0]),
            1 => Self([0, bit, 0]),
            _ => Self([0, 0, bit]),
        }
    }

    /// The first `count` numbers, more than 128 and fewer than 192.
    const fn first(count: usize) -> Self {
        Self([u64::MAX, u64::MAX, (1 << (count - 128)) - 1])
    }

    /// True if the script is in the set.
    #[must_use]
    pub const fn contains(self, script: Script) -> bool {
        self.intersects(Self::only(script))
    }

    /// The scripts that both sets hold.
    #[must_use]
    #[inline]
    pub const fn intersection(self, other: Self) -> Self {
        let (Self([a, b, c]), Self([d, e, f])) = (self, other);
        Self([a & d, b & e, c & f])
    }

    /// The scripts that either set holds.
    #[must_use]
    #[inline]
    pub const fn union(self, other: Self) -> Self {
        let (Self([a, b, c]), Self([d, e, f])) = (self, other);
        Self([a | d, b | e, c | f])
    }

    /// The scripts that this set holds and the other does not.
    #[must_use]
    pub const fn difference(self, other: Self) -> Self {
        let (Self([a, b, c]), Self([d, e, f])) = (self, other);
        Self([a & !d, b & !e, c & !f])
    }

    /// True if the sets have anything in common.
    #[must_use]
    #[inline]
    pub const fn intersects(self, other: Self) -> bool {
        !self.intersection(other).is_empty()
    }

    /// True if the set holds nothing.
    #[must_use]
    #[inline]
    pub const fn is_empty(self) -> bool {
        let Self([a, b, c]) = self;
        a | b | c == 0
    }

    /// True if the set holds everything: nothing in the label says which script it is in.
    #[must_use]
    #[inline]
    pub const fn is_all(self) -> bool {
        let (Self([a, b, c]), Self([d, e, f])) = (self, Self::ALL);
        a == d && b == e && c == f
    }

    /// The scripts, in the order of [`Script::ALL`], without the writing systems.
    #[must_use]
    pub fn scripts(self) -> Vec<Script> {
        self.iter().collect()
    }

    fn iter(self) -> impl Iterator<Item = Script> {
        Script::ALL.iter().copied().filter(move |script| self.contains(*script))
    }

    /// The codes of the scripts, then those of the writing systems (ISO 15924).
    pub fn codes(self) -> impl Iterator<Item = &'static str> {
        let systems = WRITING_SYSTEMS.into_iter().zip([Self::HANB, Self::JPAN, Self::KORE]);
        let systems =
            systems.filter(move |(_, system)| self.intersects(*system)).map(|(code, _)| code.code());
        self.iter().map(Script::short_name).chain(systems)
    }

    /// The set without the writing systems.
    #[must_use]
    pub const fn without_writing_systems(self) -> Self {
        self.intersection(Self::SCRIPTS)
    }
}

impl From<Character> for ScriptSet {
    #[inline]
    fn from(character: Character) -> Self {
        let set = SETS.get(character.record.script_set_number());
        debug_assert!(set.is_some());
        set.copied().map_or(Self::EMPTY, Self)
    }
}

impl From<ScriptCode> for ScriptSet {
    /// The scripts of the code, without the writing systems that use them.
    fn from(code: ScriptCode) -> Self {
        code.scripts().iter().copied().collect()
    }
}

impl FromIterator<Script> for ScriptSet {
    fn from_iter<T: IntoIterator<Item = Script>>(scripts: T) -> Self {
        scripts.into_iter().fold(Self::EMPTY, |set, script| set.union(Self::only(script)))
    }
}

impl fmt::Display for ScriptSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_all() {
            return f.write_str("all");
        }
        for (n, code) in self.codes().enumerate() {
            let separator = if n == 0 { "" } else { ", " };
            write!(f, "{separator}{code}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for ScriptSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ScriptSet({self})")
    }
}
