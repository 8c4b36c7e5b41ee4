//! The one look-up of UTS #39's confusables: from a character to its skeleton, and to the scripts in
//! which a look-alike of it exists.

use super::set::ScriptSet;
use super::tables::confusables::{BLOCK, BLOCKS, ENTRIES, ENTRY_SCRIPTS, INDEX, POOL, SCRIPT_SETS};
use crate::unicode::StaticTrie;

static TRIE: StaticTrie<u16, BLOCK> = StaticTrie::of(&INDEX, &BLOCKS);

/// The entry of a character in the table of skeletons. The layout is that which `ulabel-gen` writes: 21 bits for the
/// character, or for where the characters begin in the pool; 5 bits for how many there are; then whether
/// a combining class other than 0 stands at the beginning, and at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Prototype {
    number: u16,
}

/// The skeleton of one character.
pub(super) enum Skeleton {
    One(char),
    /// None at all for a character that is not seen (Default_Ignorable_Code_Point).
    Many(&'static [char]),
}

impl Prototype {
    /// The entry of characters that are like themselves alone.
    const ITSELF: u16 = 0;
    /// The entry of Hangul syllables.
    const HANGUL: u16 = 1;

    #[inline]
    pub(super) fn of(c: char) -> Self {
        Self { number: TRIE.get(c as u32) }
    }

    /// True if the character is its own skeleton, a starter, and like no other.
    #[inline]
    pub(super) const fn is_itself(self) -> bool {
        self.number == Self::ITSELF
    }

    /// True if the character is a Hangul syllable, to be taken apart first.
    #[inline]
    pub(super) const fn is_hangul_syllable(self) -> bool {
        self.number == Self::HANGUL
    }

    #[inline]
    fn entry(self) -> u32 {
        ENTRIES.get(usize::from(self.number)).copied().unwrap_or(0)
    }

    /// The skeleton of the character `c` that this is the entry of; a Hangul syllable is left as it is.
    #[inline]
    pub(super) fn skeleton(self, c: char) -> Skeleton {
        if self.number <= Self::HANGUL {
            return Skeleton::One(c);
        }
        let entry = self.entry();
        let value = entry & 0x1F_FFFF;
        match (entry >> 21 & 0x1F) as usize {
            1 => Skeleton::One(char::from_u32(value).unwrap_or(c)),
            len => {
                let start = value as usize;
                Skeleton::Many(POOL.get(start..start + len).unwrap_or_default())
            }
        }
    }

    /// True if the order of the character's first part beside a neighbour may be in doubt: it begins
    /// with a combining class other than 0, before or after.
    #[inline]
    pub(super) fn begins_with_mark(self) -> bool {
        self.entry() >> 26 & 1 != 0
    }

    /// Likewise the last part.
    #[inline]
    pub(super) fn ends_with_mark(self) -> bool {
        self.entry() >> 27 & 1 != 0
    }

    /// The scripts in which something that a label may hold has the same skeleton; empty when there is
    /// nothing else.
    pub(super) fn scripts(self) -> ScriptSet {
        let number = ENTRY_SCRIPTS.get(usize::from(self.number)).copied().unwrap_or(0);
        SCRIPT_SETS.get(usize::from(number)).copied().map_or(ScriptSet::EMPTY, ScriptSet::from_words)
    }
}

/// The conjoining jamo of a Hangul syllable (the Unicode Standard §3.12).
pub(super) fn jamo(syllable: char) -> impl Iterator<Item = char> {
    const L: u32 = 0x1100;
    const V: u32 = 0x1161;
    const T: u32 = 0x11A7;
    let index = (syllable as u32).wrapping_sub(0xAC00);
    let parts = [
        Some(L + index / 588),
        Some(V + index % 588 / 28),
        (!index.is_multiple_of(28)).then_some(T + index % 28),
    ];
    parts.into_iter().flatten().filter_map(char::from_u32)
}
