//! Numbers and texts as octets, and back.

/// Reads octets from the front; each reading is none where they are not there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'o> {
    rest: &'o [u8],
}

impl<'o> Reader<'o> {
    pub(crate) const fn new(octets: &'o [u8]) -> Self {
        Self { rest: octets }
    }

    pub(crate) const fn rest(&self) -> &'o [u8] {
        self.rest
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    #[inline]
    pub(crate) fn take(&mut self, count: usize) -> Option<&'o [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    #[inline]
    pub(crate) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(*taken)
    }

    pub(crate) fn byte(&mut self) -> Option<u8> {
        self.array::<1>().map(|[byte]| byte)
    }

    pub(crate) fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }

    pub(crate) fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    pub(crate) fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }

    /// A number of as many octets as it needs, seven bits in each, the least first.
    #[inline]
    pub(crate) fn varint(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    /// A number that may be negative.
    pub(crate) fn signed(&mut self) -> Option<i64> {
        self.varint().map(|value| (value >> 1) as i64 ^ -((value & 1) as i64))
    }

    /// Octets behind their length.
    #[inline]
    pub(crate) fn octets(&mut self) -> Option<&'o [u8]> {
        let length = self.varint()?;
        self.take(usize::try_from(length).ok()?)
    }

    /// Text behind its length.
    #[inline]
    pub(crate) fn text(&mut self) -> Option<&'o str> {
        core::str::from_utf8(self.octets()?).ok()
    }
}

pub(crate) fn push_varint(to: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        to.push(value as u8 | 0x80);
        value >>= 7;
    }
    to.push(value as u8);
}

pub(crate) fn push_signed(to: &mut Vec<u8>, value: i64) {
    push_varint(to, (value << 1 ^ value >> 63) as u64);
}

pub(crate) fn push_octets(to: &mut Vec<u8>, octets: &[u8]) {
    push_varint(to, octets.len() as u64);
    to.extend_from_slice(octets);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_back() {
        for value in [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX] {
            let mut octets = Vec::new();
            push_varint(&mut octets, value);
            push_signed(&mut octets, value as i64);
            let mut reader = Reader::new(&octets);
            assert_eq!((reader.varint(), reader.signed()), (Some(value), Some(value as i64)));
            assert!(reader.is_empty());
        }
        assert_eq!(Reader::new(&[0x80; 12]).varint(), None);
        assert_eq!(Reader::new(&[200, 1, 2]).octets(), None);
    }
}
