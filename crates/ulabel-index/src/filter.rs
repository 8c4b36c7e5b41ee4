//! Which keys may be in a section: a Bloom filter, all bits of a key in 64 octets that lie together.
//!
//! Most candidates share no key with any name that exists; the filter says so without a reading of the section.

use crate::hash::KeyHash;

/// Octets that hold the bits of a key.
pub(crate) const LINE: usize = 64;
/// Bits of a key.
const BITS: u32 = 7;
/// Room for a key, in bits. With it about one key in 150 that is not there is taken for one that may be.
const BITS_A_KEY: u64 = 11;

/// The lines of a filter for that many keys.
pub(crate) const fn lines(keys: u64) -> u64 {
    let lines = (keys * BITS_A_KEY).div_ceil(8 * LINE as u64);
    if lines == 0 { 1 } else { lines }
}

fn bits(hash: KeyHash) -> impl Iterator<Item = (usize, u8)> {
    let mut mixed = hash.mix();
    (0..BITS).map(move |_| {
        let bit = mixed >> 55;
        mixed = mixed.rotate_left(9);
        (bit as usize / 8, 1 << (bit % 8))
    })
}

pub(crate) fn add(line: &mut [u8], hash: KeyHash) {
    for (at, bit) in bits(hash) {
        if let Some(octet) = line.get_mut(at) {
            *octet |= bit;
        }
    }
}

/// False if the key of that hash is not in the section.
#[inline]
pub(crate) fn may_have(line: &[u8], hash: KeyHash) -> bool {
    bits(hash).all(|(at, bit)| line.get(at).is_some_and(|octet| octet & bit != 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::Seed;

    #[test]
    fn knows_what_was_added_and_little_else() {
        let seed = Seed([7; 16]);
        let count = lines(20_000);
        let mut filter = vec![[0; LINE]; count as usize];
        for number in 0..20_000 {
            let hash = seed.hash(&format!("in {number}"));
            add(&mut filter[hash.scale(count) as usize], hash);
        }
        let has = |name: String| {
            let hash = seed.hash(&name);
            may_have(&filter[hash.scale(count) as usize], hash)
        };
        assert!((0..20_000).all(|number| has(format!("in {number}"))));
        let wrong = (0..20_000).filter(|number| has(format!("out {number}"))).count();
        assert!(wrong < 400, "{wrong} of 20000");
    }
}
