//! The two-stage table: from a code point to a small value in two reads. The generator includes this file.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::ops::Deref;

/// A value for each code point. Blocks of `N` code points that are equal are stored once, and a code point
/// beyond the index has the default value.
///
/// `Index` and `Blocks` hold the two stages: slices of a generated table ([`StaticTrie`]), or vectors of one
/// that is made at run time ([`OwnedTrie`]).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Trie<Index, Blocks> {
    /// The number of the block of each `N` code points.
    pub(crate) index: Index,
    /// The blocks. Of a trie made at run time the first has the default value alone.
    pub(crate) blocks: Blocks,
}

pub(crate) type StaticTrie<T, const N: usize> = Trie<&'static [u16], &'static [[T; N]]>;
pub(crate) type OwnedTrie<T, const N: usize> = Trie<Vec<u16>, Vec<[T; N]>>;

impl<T, const N: usize> StaticTrie<T, N> {
    /// The trie of a generated table.
    pub(crate) const fn of(index: &'static [u16], blocks: &'static [[T; N]]) -> Self {
        Self { index, blocks }
    }
}

impl<T: Copy + Default, const N: usize, Index, Blocks> Trie<Index, Blocks>
where
    Index: Deref<Target = [u16]>,
    Blocks: Deref<Target = [[T; N]]>,
{
    /// The value of a code point.
    #[inline]
    pub(crate) fn get(&self, code_point: u32) -> T {
        let code_point = code_point as usize;
        let block = self.index.get(code_point / N).and_then(|number| self.blocks.get(usize::from(*number)));
        block.and_then(|block| block.get(code_point % N)).copied().unwrap_or_default()
    }
}

impl<T: Copy + Default + Ord, const N: usize> FromIterator<(u32, T)> for OwnedTrie<T, N> {
    /// A trie of these code points and values; all others have the default value.
    fn from_iter<I: IntoIterator<Item = (u32, T)>>(values: I) -> Self {
        let empty = [T::default(); N];
        let mut filled: BTreeMap<usize, [T; N]> = BTreeMap::new();
        for (code_point, value) in values {
            let block = filled.entry(code_point as usize / N).or_insert(empty);
            block.iter_mut().skip(code_point as usize % N).take(1).for_each(|place| *place = value);
        }
        // Of 0x110000 code points in blocks of 32 or more, the numbers of the blocks fit into 16 bits.
        const { assert!(N >= 32) };
        let mut known = BTreeMap::from([(empty, 0)]);
        let mut trie = Self { index: Vec::new(), blocks: alloc::vec![empty] };
        for (place, block) in filled {
            let number = *known.entry(block).or_insert_with(|| {
                trie.blocks.push(block);
                (trie.blocks.len() - 1) as u16
            });
            trie.index.resize(place, 0);
            trie.index.push(number);
        }
        trie
    }
}
