//! Punycode, RFC 3492: Unicode in ASCII letters, digits and hyphens.
//!
//! Two faces: [`encode`] and [`decode`] take text of any length; what a check uses works in place on a
//! label of at most 63 code points, without allocating. None of them knows of `xn--`, of case, or of
//! what a label may hold.
//!
//! Encoding here is not the loop of RFC 3492 §6.3, which walks the whole input once for every distinct
//! code point, but its result: the code points in order, and for each the number of those already
//! placed that stand before it.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

// The parameters of RFC 3492 §5.
const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const INITIAL_BIAS: u32 = 72;
const INITIAL_N: u32 = 0x80;
const DELIMITER: u8 = b'-';

/// Code points of a label that the encoder in place takes: one bit each in a mask of 64.
pub(crate) const IN_PLACE: usize = 64;

/// Code points that [`encode`] takes. Up to here no delta overflows 32 bits (RFC 3492 §6.4):
/// 0x10FFFF × (`MAX_ENCODED` + 1) is below 2^32.
pub const MAX_ENCODED: usize = 3800;

/// Why text does not decode or encode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PunycodeError {
    /// A character that is no digit of the base: only a-z, A-Z and 0-9 are.
    InvalidDigit,
    /// The input ends in the middle of a variable-length integer.
    Truncated,
    /// A number leaves the range of Unicode or of 32 bits, or names a surrogate.
    Overflow,
    /// More than [`MAX_ENCODED`] code points to encode.
    TooLong,
}

impl PunycodeError {
    /// A keyword in kebab case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::InvalidDigit => "invalid-digit",
            Self::Truncated => "truncated",
            Self::Overflow => "overflow",
            Self::TooLong => "too-long",
        }
    }
}

impl fmt::Display for PunycodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::InvalidDigit => "found a character that is no Punycode digit",
            Self::Truncated => "found the end of the input inside a number",
            Self::Overflow => "found a number beyond the last code point",
            Self::TooLong => "found more code points than Punycode can number in 32 bits",
        })
    }
}

impl core::error::Error for PunycodeError {}

/// Encodes text of up to [`MAX_ENCODED`] code points (RFC 3492 §6.3).
///
/// # Errors
///
/// [`PunycodeError::TooLong`] beyond that.
///
/// ```
/// assert_eq!(ulabel::punycode::encode("bücher").unwrap(), "bcher-kva");
/// ```
pub fn encode(text: &str) -> Result<String, PunycodeError> {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() > MAX_ENCODED {
        return Err(PunycodeError::TooLong);
    }
    let mut sorted: Vec<(char, usize)> =
        chars.iter().copied().enumerate().filter(|(_, c)| !c.is_ascii()).map(|(at, c)| (c, at)).collect();
    sorted.sort_unstable();
    let mut placed = Places(vec![0; chars.len().div_ceil(64)]);
    let mut out = String::new();
    for (at, c) in chars.iter().enumerate().filter(|(_, c)| c.is_ascii()) {
        out.push(*c);
        placed.fill(at);
    }
    let basic = out.len() as u32;
    if basic > 0 {
        out.push(char::from(DELIMITER));
    }
    let sorted = sorted.into_iter().map(|(c, at)| (c as u32, placed.fill(at)));
    write_deltas(sorted, basic, |digit| out.push(char::from(digit)));
    Ok(out)
}

/// Decodes (RFC 3492 §6.2). Characters before the last hyphen are taken as they are.
///
/// # Errors
///
/// [`PunycodeError`] when the input is no Punycode.
///
/// ```
/// assert_eq!(ulabel::punycode::decode("bcher-kva").unwrap(), "bücher");
/// assert!(ulabel::punycode::decode("a-ü").is_err());
/// ```
pub fn decode(text: &str) -> Result<String, PunycodeError> {
    let (basic, digits) = split(text.as_bytes())?;
    let mut chars: Vec<char> = basic.iter().copied().map(char::from).collect();
    read_deltas(digits, basic.len(), |at, c| chars.insert(at.min(chars.len()), c))?;
    Ok(chars.into_iter().collect())
}

/// Encodes a label of at most 64 code points into `out`, and returns how many octets it takes, whether or not
/// they fit; `None` for more code points.
pub(crate) fn encode_label(chars: impl ExactSizeIterator<Item = char>, out: &mut [u8]) -> Option<usize> {
    if chars.len() > IN_PLACE {
        return None;
    }
    // Code point and place in one number, so that one comparison sorts by both; signed, which SIMD
    // compares best. What is behind the keys is larger than any.
    let mut keys = [i32::MAX; IN_PLACE + LANE];
    let mut extended = 0;
    let mut len = 0;
    for (at, c) in chars.enumerate() {
        // Each is written where it would go, and only one of the two ends moves on: no branch, since
        // in a mixed label none could be predicted.
        let ascii = c.is_ascii();
        if let Some(place) = out.get_mut(len) {
            *place = c as u8;
        }
        *keys.get_mut(extended)? = (((c as u32) << PLACE_BITS) | at as u32) as i32;
        len += usize::from(ascii);
        extended += usize::from(!ascii);
    }
    *keys.get_mut(extended)? = i32::MAX;
    let basic = len as u32;
    if basic > 0 {
        if let Some(place) = out.get_mut(len) {
            *place = DELIMITER;
        }
        len += 1;
    }
    let (lanes, _) = keys.as_chunks();
    let found = keys.get(..extended)?;
    let mut sorted = [0; IN_PLACE];
    // A number of lanes that the compiler knows is kept in registers.
    match extended.div_ceil(LANE) {
        0 => {}
        1 => sort::<1>(found, lanes.first_chunk()?, &mut sorted),
        2 => sort::<2>(found, lanes.first_chunk()?, &mut sorted),
        3..=4 => sort::<4>(found, lanes.first_chunk()?, &mut sorted),
        _ => sort::<8>(found, lanes.first_chunk()?, &mut sorted),
    }
    let sorted = sorted.get(..extended)?.iter().map(|key| (key >> PLACE_BITS, key & PLACE));
    write_deltas(sorted, basic, |digit| {
        if let Some(place) = out.get_mut(len) {
            *place = digit;
        }
        len += 1;
    });
    Some(len)
}

/// Keys that are compared at once.
const LANE: usize = 8;

/// The bits of a key that hold the place of a code point; the code point is above them.
const PLACE_BITS: u32 = IN_PLACE.ilog2();
const PLACE: u32 = IN_PLACE as u32 - 1;

/// The weight of a key in the sum over the keys smaller than another: in the middle begins the window of the first
/// key, one before that of the second. In each the keys ahead of its own count a second time, in the upper bits.
#[allow(clippy::indexing_slicing)] // by the compiler, which would say so
static WEIGHTS: [i32; 2 * IN_PLACE] = {
    let mut table = [1; 2 * IN_PLACE];
    let mut at = 0;
    while at < IN_PLACE {
        table[at] += 1 << WEIGHT_BITS;
        at += 1;
    }
    table
};
const WEIGHT_BITS: u32 = 8;

/// Writes keys to `sorted` in their order, with the number of code points placed by then that
/// stand before it in place of the place. The keys are given in the order of the places; `lanes` are the same, with
/// larger numbers behind.
///
/// Summing over the smaller keys sorts without a branch to mispredict, and vectorizes: their number is where a key
/// goes, and those of them that are ahead in the label are placed before it, as are all basic code points ahead.
#[inline(always)]
fn sort<const LANES: usize>(keys: &[i32], lanes: &[[i32; LANE]; LANES], sorted: &mut [u32; IN_PLACE]) {
    for (number, key) in keys.iter().enumerate() {
        let window = IN_PLACE - (number & (IN_PLACE - 1));
        let (weights, _) = WEIGHTS.get(window..).unwrap_or_default().as_chunks::<LANE>();
        let mut sums = [0i32; LANE];
        for (lane, weights) in lanes.iter().zip(weights) {
            for ((sum, other), weight) in sums.iter_mut().zip(lane).zip(weights) {
                // The sign fills the mask; as a comparison it would be a branch.
                *sum += (other.wrapping_sub(*key) >> 31) & weight;
            }
        }
        let sum = sums.iter().sum::<i32>() as u32;
        let basic_ahead = (*key as u32 & PLACE) - number as u32;
        if let Some(place) = sorted.get_mut((sum & PLACE) as usize) {
            *place = *key as u32 & !PLACE | (basic_ahead + (sum >> WEIGHT_BITS));
        }
    }
}

/// Decodes a label of at most 64 octets, giving each code point in order to `push`; returns true if
/// anything in it is beyond ASCII.
#[inline]
pub(crate) fn decode_label(text: &[u8], push: impl FnMut(char)) -> Result<bool, PunycodeError> {
    let mut label = ['\0'; IN_PLACE];
    let (basic, count) = decode_into(text, &mut label)?;
    label.iter().copied().take(count).for_each(push);
    Ok(count > basic)
}

/// Writes a decoded label to `label`, and returns the numbers of basic code points and of all. A function of its own,
/// so that its loops have the registers.
#[inline(never)]
fn decode_into(text: &[u8], label: &mut [char; IN_PLACE]) -> Result<(usize, usize), PunycodeError> {
    if text.len() > IN_PLACE {
        return Err(PunycodeError::TooLong);
    }
    let (basic, digits) = split(text)?;
    // In the order of the input: the basic code points, then those that are inserted. There are no more of them
    // than `text` has octets, so all fit.
    let mut found = ['\0'; IN_PLACE];
    let mut places = BASIC_PLACES;
    for (found, octet) in found.iter_mut().zip(basic) {
        *found = char::from(*octet);
    }
    let mut count = basic.len();
    read_deltas(digits, count, |at, c| {
        if let (Some(found), Some(place)) = (found.get_mut(count), places.get_mut(count)) {
            (*found, *place) = (c, at as i8);
        }
        count += 1;
    })?;
    let given = places;
    let inserted = given.get(basic.len()..count).unwrap_or_default();
    let (lanes, _) = places.as_chunks_mut();
    // A number of lanes that the compiler knows is kept in registers.
    match count {
        0..=16 => lanes.first_chunk_mut().map(|lanes| insert::<1>(inserted, basic.len(), lanes)),
        17..=32 => lanes.first_chunk_mut().map(|lanes| insert::<2>(inserted, basic.len(), lanes)),
        _ => lanes.first_chunk_mut().map(|lanes| insert::<4>(inserted, basic.len(), lanes)),
    };
    for (c, place) in found.iter().zip(&places).take(count) {
        if let Some(label) = label.get_mut(*place as usize) {
            *label = *c;
        }
    }
    Ok((basic.len(), count))
}

/// The places already filled, a bit each.
struct Places(Vec<u64>);

impl Places {
    /// Fills a place, and returns how many filled places are before it.
    fn fill(&mut self, at: usize) -> u32 {
        let bit = 1 << (at % 64);
        let whole: u32 = self.0.iter().take(at / 64).map(|word| word.count_ones()).sum();
        self.0.get_mut(at / 64).map_or(whole, |word| {
            *word |= bit;
            whole + (*word & (bit - 1)).count_ones()
        })
    }
}

/// Writes the deltas of code points given in order of code point and place, each with the number of those placed
/// by then that stand before it (RFC 3492 §6.3).
#[inline]
fn write_deltas(sorted: impl Iterator<Item = (u32, u32)>, basic: u32, mut push: impl FnMut(u8)) {
    let mut n = INITIAL_N;
    let mut next = 0;
    let mut bias = INITIAL_BIAS;
    for ((code_point, before), handled) in sorted.zip(basic..) {
        // Neither wraps: code points never decrease, and within one the places never do.
        let delta = (code_point - n).wrapping_mul(handled + 1).wrapping_add(before).wrapping_sub(next);
        write_integer(delta, bias, &mut push);
        bias = adapt(delta, handled + 1, handled == basic);
        n = code_point;
        next = before + 1;
    }
}

/// Writes a generalized variable-length integer (RFC 3492 §3.3).
#[inline]
fn write_integer(mut value: u32, bias: u32, push: &mut impl FnMut(u8)) {
    let mut above = BASE as i32 - bias as i32;
    loop {
        let t = threshold(above);
        if value < t {
            return push(digit(value));
        }
        let (quotient, remainder) = divide(value - t, BASE - t);
        push(digit(t + remainder));
        value = quotient;
        above += BASE as i32;
    }
}

/// Quotient and remainder, by multiplication where that is exact.
#[inline]
fn divide(value: u32, divisor: u32) -> (u32, u32) {
    let quotient = match RECIPROCALS.get(divisor as usize) {
        Some(reciprocal) if value < 1 << 29 => ((u64::from(value) * reciprocal) >> RECIPROCAL_BITS) as u32,
        _ => value / divisor,
    };
    (quotient, value.wrapping_sub(quotient.wrapping_mul(divisor)))
}

/// Bits of a reciprocal. With ⌈2^35 / d⌉ for d up to 64 the error of value × reciprocal stays below
/// 2^35 / d for every value below 2^29.
const RECIPROCAL_BITS: u32 = 35;

/// ⌈2^35 / d⌉ for each d.
#[allow(clippy::indexing_slicing)] // by the compiler, which would say so
static RECIPROCALS: [u64; 65] = {
    let mut table = [0; 65];
    let mut divisor = 1;
    while divisor < 65 {
        table[divisor] = (1u64 << RECIPROCAL_BITS).div_ceil(divisor as u64);
        divisor += 1;
    }
    table
};

/// The threshold of a digit, `above` being k less the bias (RFC 3492 §6.1).
#[inline]
fn threshold(above: i32) -> u32 {
    above.clamp(T_MIN as i32, T_MAX as i32) as u32
}

/// Bias adaptation (RFC 3492 §6.1).
#[inline]
fn adapt(delta: u32, points: u32, first: bool) -> u32 {
    let mut delta = if first { delta / DAMP } else { delta / 2 };
    delta += divide(delta, points).0;
    let mut k = 0;
    while delta > (BASE - T_MIN) * T_MAX / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + BIASES.get(delta as usize).copied().map_or(0, u32::from)
}

/// 36 × delta / (delta + 38) for every delta that the division leaves.
#[allow(clippy::indexing_slicing)] // by the compiler, which would say so
static BIASES: [u8; 456] = {
    let mut table = [0; 456];
    let mut delta = 0;
    while delta < 456 {
        table[delta as usize] = ((BASE - T_MIN + 1) * delta / (delta + SKEW)) as u8;
        delta += 1;
    }
    table
};

/// The digits in the order of their value: a-z are 0 to 25, 0-9 are 26 to 35 (RFC 3492 §5).
static DIGITS: [u8; BASE as usize] = *b"abcdefghijklmnopqrstuvwxyz0123456789";

/// The value of each octet as a digit, upper case like lower; `BASE` for what is none. Looking it up
/// costs no branch, and whether a digit is a letter cannot be predicted.
#[allow(clippy::indexing_slicing)] // by the compiler, which would say so
static DIGIT_VALUES: [u8; 256] = {
    let mut table = [BASE as u8; 256];
    let mut value = 0;
    while value < DIGITS.len() {
        table[DIGITS[value] as usize] = value as u8;
        table[DIGITS[value].to_ascii_uppercase() as usize] = value as u8;
        value += 1;
    }
    table
};

#[inline]
fn digit(value: u32) -> u8 {
    DIGITS.get(value as usize).copied().unwrap_or(b'a')
}

#[inline]
fn digit_value(octet: u8) -> Option<u32> {
    DIGIT_VALUES.get(usize::from(octet)).map(|value| u32::from(*value)).filter(|value| *value < BASE)
}

/// Splits Punycode at its last hyphen (RFC 3492 §6.2): the basic code points, and the digits.
#[inline]
fn split(text: &[u8]) -> Result<(&[u8], &[u8]), PunycodeError> {
    let basic = text.iter().rposition(|octet| *octet == DELIMITER).unwrap_or(0);
    let head = text.get(..basic).unwrap_or_default();
    let tail = text.get(if basic > 0 { basic + 1 } else { 0 }..).unwrap_or_default();
    if head.is_ascii() { Ok((head, tail)) } else { Err(PunycodeError::InvalidDigit) }
}

/// Decodes the digits behind `basic` code points (RFC 3492 §6.2), calling `insert` for each code point
/// with the place it goes to.
#[inline]
fn read_deltas(
    digits: &[u8],
    basic: usize,
    mut insert: impl FnMut(usize, char),
) -> Result<(), PunycodeError> {
    let mut digits = digits.iter();
    let mut n = INITIAL_N;
    let mut i = 0u32;
    let mut bias = INITIAL_BIAS;
    let mut points = basic as u32;
    while !digits.as_slice().is_empty() {
        let delta = read_integer(&mut digits, bias)?;
        i = i.checked_add(delta).ok_or(PunycodeError::Overflow)?;
        points += 1;
        bias = adapt(delta, points, points == basic as u32 + 1);
        let (steps, at) = divide(i, points);
        n = n.checked_add(steps).ok_or(PunycodeError::Overflow)?;
        i = at;
        let c = char::from_u32(n).ok_or(PunycodeError::Overflow)?;
        insert(i as usize, c);
        i += 1;
    }
    Ok(())
}

/// The places of basic code points, which are given in order.
#[allow(clippy::indexing_slicing)] // by the compiler, which would say so
const BASIC_PLACES: [i8; IN_PLACE] = {
    let mut table = [0; IN_PLACE];
    let mut at = 0;
    while at < IN_PLACE {
        table[at] = at as i8;
        at += 1;
    }
    table
};

/// One for each code point that an insertion can move: in the middle begins the window of the first code point, one
/// before that of the second. In each the code points inserted before its own have a one.
#[allow(clippy::indexing_slicing)] // by the compiler, which would say so
static MOVES: [i8; 2 * IN_PLACE] = {
    let mut table = [0; 2 * IN_PLACE];
    let mut at = 0;
    while at < IN_PLACE {
        table[at] = 1;
        at += 1;
    }
    table
};

/// Turns the places where code points are `inserted`, which begin behind the `basic` ones, into those where they are
/// in the end: each insertion moves all code points so far that are at its place or behind.
#[inline(always)]
fn insert<const LANES: usize>(inserted: &[i8], basic: usize, places: &mut [[i8; 16]; LANES]) {
    for (at, number) in inserted.iter().zip(basic..) {
        let window = IN_PLACE - (number & (IN_PLACE - 1));
        let (moves, _) = MOVES.get(window..).unwrap_or_default().as_chunks::<16>();
        for (lane, moves) in places.iter_mut().zip(moves) {
            for (place, moves) in lane.iter_mut().zip(moves) {
                *place += i8::from(*place >= *at) & moves;
            }
        }
    }
}

/// Reads a generalized variable-length integer (RFC 3492 §3.3).
#[inline]
fn read_integer(digits: &mut core::slice::Iter<'_, u8>, bias: u32) -> Result<u32, PunycodeError> {
    // A digit times a weight of 32 bits is far from 64 bits, so one test a digit finds what leaves 32.
    let (mut value, mut weight) = (0u64, 1u64);
    let mut above = BASE as i32 - bias as i32;
    loop {
        let octet = digits.next().ok_or(PunycodeError::Truncated)?;
        let digit = digit_value(*octet).ok_or(PunycodeError::InvalidDigit)?;
        value += u64::from(digit) * weight;
        let t = threshold(above);
        if digit < t {
            return u32::try_from(value).map_err(|_| PunycodeError::Overflow);
        }
        weight *= u64::from(BASE - t);
        if (value | weight) >> u32::BITS != 0 {
            return Err(PunycodeError::Overflow);
        }
        above += BASE as i32;
    }
}
