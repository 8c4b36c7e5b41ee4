//! Hashes of keys, by which everything is ordered.

use std::hash::{BuildHasher, Hasher, RandomState};

use siphasher::sip::SipHasher13;

/// What makes the hashes of one index differ from those of all others, so that nobody can choose names that have one
/// hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Seed(pub(crate) [u8; 16]);

/// Octets of a hash where it is stored.
pub(crate) const HASH_LENGTH: usize = 6;

/// A hash of a key: 48 bits, so that two of ten million keys have one hash with a chance of one in six, and a look-up
/// meets another key's names with one in thirty million.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct KeyHash(u64);

impl Seed {
    /// A seed by chance.
    pub(crate) fn random() -> Self {
        let [first, second] = [0, 1].map(|number: u8| {
            let mut hasher = RandomState::new().build_hasher();
            hasher.write_u8(number);
            hasher.finish()
        });
        Self((u128::from(first) << 64 | u128::from(second)).to_le_bytes())
    }

    #[inline]
    pub(crate) fn hash(&self, key: &str) -> KeyHash {
        KeyHash(self.sum_of(key.as_bytes()) >> 16)
    }

    #[inline]
    pub(crate) fn sum_of(&self, octets: &[u8]) -> u64 {
        SipHasher13::new_with_key(&self.0).hash(octets)
    }
}

impl KeyHash {
    pub(crate) const LAST: Self = Self(u64::MAX);

    pub(crate) fn to_octets(self) -> [u8; HASH_LENGTH] {
        let [_, _, octets @ ..] = self.0.to_be_bytes();
        octets
    }

    pub(crate) fn from_octets([a, b, c, d, e, f]: [u8; HASH_LENGTH]) -> Self {
        Self(u64::from_be_bytes([0, 0, a, b, c, d, e, f]))
    }

    /// The place of the hash among `count` places, in the order of hashes.
    #[inline]
    pub(crate) const fn scale(self, count: u64) -> u64 {
        ((self.0 as u128 * count as u128) >> 48) as u64
    }

    /// Bits of the hash that do not depend on its place.
    #[inline]
    pub(crate) const fn mix(self) -> u64 {
        (self.0 << 32 | self.0 >> 16).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }
}
