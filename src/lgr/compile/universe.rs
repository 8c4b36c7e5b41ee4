//! The code points that a ruleset knows, numbered, with a look-up that costs two reads.

use alloc::vec::Vec;

const BLOCK_BITS: u32 = 7;
const BLOCK: usize = 1 << BLOCK_BITS;

/// The known code points in ascending order; the place of a code point is its number.
#[derive(Clone, Debug, Default)]
pub(in crate::lgr) struct Universe {
    points: Vec<char>,
    /// For each block of code points, which block of `slots` holds it.
    blocks: Vec<u16>,
    /// One more than the number of the code point; 0 for unknown ones. Block 0 is all unknown.
    slots: Vec<u32>,
}

impl Universe {
    /// Numbers these code points.
    pub(in crate::lgr) fn new(mut points: Vec<char>) -> Self {
        points.sort_unstable();
        points.dedup();
        let mut blocks: Vec<u16> = Vec::new();
        let mut slots: Vec<u32> = alloc::vec![0; BLOCK];
        for (number, &c) in points.iter().enumerate() {
            let block = (u32::from(c) >> BLOCK_BITS) as usize;
            if blocks.len() <= block {
                blocks.resize(block + 1, 0);
            }
            let Some(place) = blocks.get_mut(block) else { continue };
            if *place == 0 {
                // At most 0x110000 / 128 blocks, so the number fits.
                *place = u16::try_from(slots.len() >> BLOCK_BITS).unwrap_or(0);
                slots.resize(slots.len() + BLOCK, 0);
            }
            let slot = (usize::from(*place) << BLOCK_BITS) | (u32::from(c) as usize & (BLOCK - 1));
            if let Some(slot) = slots.get_mut(slot) {
                *slot = number as u32 + 1;
            }
        }
        Self { points, blocks, slots }
    }

    /// The number of a code point, if it is known.
    #[inline]
    pub(in crate::lgr) fn number(&self, c: char) -> Option<u32> {
        let c = u32::from(c);
        let block = *self.blocks.get((c >> BLOCK_BITS) as usize)?;
        let slot = (usize::from(block) << BLOCK_BITS) | (c as usize & (BLOCK - 1));
        self.slots.get(slot)?.checked_sub(1)
    }

    /// The code points in the order of their numbers.
    pub(in crate::lgr) fn points(&self) -> &[char] {
        &self.points
    }

    /// The numbers of the known code points from `first` to `last`.
    pub(in crate::lgr) fn range(&self, first: char, last: char) -> core::ops::Range<usize> {
        let start = self.points.partition_point(|&c| c < first);
        let end = self.points.partition_point(|&c| c <= last);
        start..end.max(start)
    }
}
