//! Punycode, RFC 3492: Unicode in ASCII letters, digits and hyphens.
//!
//! Two faces: [`encode`] and [`decode`] take text of any length; what a check uses works in place on a
//! label of at most 63 code points, without allocating. None of them knows of `xn--`, of case, or of
//! what a label may hold.
//!
//! Encoding here is not the loop of RFC 3492 §6.3, which walks the whole input once for every distinct
//! code point, but its result: the code points in order, and for each the number of those already
//! placed that stand before it. A bit mask of places answers that with one population count.

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
const IN_PLACE: usize = 64;

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
    let mut placed = vec![0u64; chars.len().div_ceil(64)];
    let mut out = String::new();
    for (at, c) in chars.iter().enumerate().filter(|(_, c)| c.is_ascii()) {
        out.push(*c);
        placed.fill(at);
    }
    let basic = out.len() as u32;
    if basic > 0 {
        out.push(char::from(DELIMITER));
    }
    let sorted = sorted.into_iter().map(|(c, at)| (c as u32, at));
    write_deltas(sorted, &mut placed, basic, |digit| {
        out.push(char::from(digit));
        true
    });
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
    // Each code point takes at least one octet, so the input bounds the output.
    let mut chars = vec!['\0'; text.len()];
    let len = decode_into(text.as_bytes(), &mut chars)?;
    Ok(chars.iter().take(len).collect())
}

/// Encodes a label of at most 64 code points into `out`; how many octets it took, or `None` when they
/// do not fit.
pub(crate) fn encode_label(chars: &[char], out: &mut [u8]) -> Option<usize> {
    if chars.len() > IN_PLACE {
        return None;
    }
    // Code point and place in one number, so that one comparison sorts by both.
    let mut keys = [0u32; IN_PLACE];
    let mut extended = 0;
    let mut placed = 0u64;
    let mut len = 0;
    for (at, c) in chars.iter().enumerate() {
        if c.is_ascii() {
            *out.get_mut(len)? = *c as u8;
            len += 1;
            placed |= 1 << at;
        } else {
            *keys.get_mut(extended)? = (*c as u32) << 6 | at as u32;
            extended += 1;
        }
    }
    let basic = len as u32;
    if basic > 0 {
        *out.get_mut(len)? = DELIMITER;
        len += 1;
    }
    // Counting the smaller keys sorts without a branch to mispredict, and vectorizes.
    let keys = keys.get(..extended)?;
    let mut sorted = [0u32; IN_PLACE];
    for key in keys {
        let rank = keys.iter().map(|other| u32::from(other < key)).sum::<u32>();
        *sorted.get_mut(rank as usize)? = *key;
    }
    let sorted = sorted.get(..extended)?.iter().map(|key| (key >> 6, (key & 63) as usize));
    let mut room = out.get_mut(len..)?.iter_mut();
    let before = room.len();
    let fits = write_deltas(sorted, &mut placed, basic, |digit| match room.next() {
        Some(place) => {
            *place = digit;
            true
        }
        None => false,
    });
    fits.then(|| len + before - room.len())
}

/// Decodes a label; how many code points it is.
pub(crate) fn decode_label(text: &[u8], chars: &mut [char]) -> Result<usize, PunycodeError> {
    decode_into(text, chars)
}

/// The places already filled.
trait Places {
    fn fill(&mut self, at: usize);
    /// How many filled places are before `at`.
    fn filled_before(&self, at: usize) -> u32;
}

impl Places for u64 {
    #[inline]
    fn fill(&mut self, at: usize) {
        *self |= 1 << (at & 63);
    }

    #[inline]
    fn filled_before(&self, at: usize) -> u32 {
        (*self & ((1 << (at & 63)) - 1)).count_ones()
    }
}

impl Places for Vec<u64> {
    fn fill(&mut self, at: usize) {
        if let Some(word) = self.get_mut(at / 64) {
            word.fill(at);
        }
    }

    fn filled_before(&self, at: usize) -> u32 {
        let whole: u32 = self.iter().take(at / 64).map(|word| word.count_ones()).sum();
        whole + self.get(at / 64).map_or(0, |word| word.filled_before(at))
    }
}

/// Writes the deltas of code points given in order of code point and place (RFC 3492 §6.3); whether
/// `push` took every digit.
#[inline]
fn write_deltas(
    sorted: impl Iterator<Item = (u32, usize)>,
    placed: &mut impl Places,
    basic: u32,
    mut push: impl FnMut(u8) -> bool,
) -> bool {
    let mut n = INITIAL_N;
    let mut next = 0;
    let mut handled = basic;
    let mut bias = INITIAL_BIAS;
    for (code_point, at) in sorted {
        let before = placed.filled_before(at);
        // Neither wraps: code points never decrease, and within one the places never do.
        let delta = (code_point - n).wrapping_mul(handled + 1).wrapping_add(before).wrapping_sub(next);
        if !write_integer(delta, bias, &mut push) {
            return false;
        }
        bias = adapt(delta, handled + 1, handled == basic);
        placed.fill(at);
        n = code_point;
        next = before + 1;
        handled += 1;
    }
    true
}

/// Writes a generalized variable-length integer (RFC 3492 §3.3).
#[inline]
fn write_integer(mut value: u32, bias: u32, push: &mut impl FnMut(u8) -> bool) -> bool {
    let mut k = BASE;
    loop {
        let t = threshold(k, bias);
        if value < t {
            return push(digit(value));
        }
        let (above, radix) = (value - t, BASE - t);
        if !push(digit(t + above % radix)) {
            return false;
        }
        value = above / radix;
        k += BASE;
    }
}

#[inline]
fn threshold(k: u32, bias: u32) -> u32 {
    k.saturating_sub(bias).clamp(T_MIN, T_MAX)
}

/// Bias adaptation (RFC 3492 §6.1).
#[inline]
fn adapt(delta: u32, points: u32, first: bool) -> u32 {
    let mut delta = if first { delta / DAMP } else { delta / 2 };
    delta += delta / points;
    let mut k = 0;
    while delta > (BASE - T_MIN) * T_MAX / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

/// a-z are 0 to 25, 0-9 are 26 to 35 (RFC 3492 §5).
#[inline]
fn digit(value: u32) -> u8 {
    let value = value as u8;
    if value < 26 { b'a' + value } else { b'0' + (value - 26) }
}

#[inline]
fn digit_value(octet: u8) -> Option<u32> {
    match octet {
        b'a'..=b'z' => Some(u32::from(octet - b'a')),
        b'A'..=b'Z' => Some(u32::from(octet - b'A')),
        b'0'..=b'9' => Some(u32::from(octet - b'0') + 26),
        _ => None,
    }
}

/// Decodes into `chars`, which is as long as `text`; how many code points there are (RFC 3492 §6.2).
#[inline]
fn decode_into(text: &[u8], chars: &mut [char]) -> Result<usize, PunycodeError> {
    let basic = text.iter().rposition(|octet| *octet == DELIMITER).unwrap_or(0);
    let mut len = 0;
    for (place, octet) in chars.iter_mut().zip(text.get(..basic).unwrap_or_default()) {
        if !octet.is_ascii() {
            return Err(PunycodeError::InvalidDigit);
        }
        *place = char::from(*octet);
        len += 1;
    }
    let rest = text.get(if basic > 0 { basic + 1 } else { 0 }..).unwrap_or_default();
    let mut digits = rest.iter();
    let mut n = INITIAL_N;
    let mut i = 0u32;
    let mut bias = INITIAL_BIAS;
    while !digits.as_slice().is_empty() {
        let delta = read_integer(&mut digits, bias)?;
        i = i.checked_add(delta).ok_or(PunycodeError::Overflow)?;
        let points = len as u32 + 1;
        bias = adapt(delta, points, len == basic);
        n = n.checked_add(i / points).ok_or(PunycodeError::Overflow)?;
        i %= points;
        let c = char::from_u32(n).ok_or(PunycodeError::Overflow)?;
        let at = i as usize;
        let moved = chars.get_mut(at..=len).ok_or(PunycodeError::Overflow)?;
        let kept = moved.len() - 1;
        moved.copy_within(..kept, 1);
        if let Some(place) = moved.first_mut() {
            *place = c;
        }
        len += 1;
        i += 1;
    }
    Ok(len)
}

/// Reads a generalized variable-length integer (RFC 3492 §3.3).
#[inline]
fn read_integer(digits: &mut core::slice::Iter<'_, u8>, bias: u32) -> Result<u32, PunycodeError> {
    let mut value = 0u32;
    let mut weight = 1u32;
    let mut k = BASE;
    loop {
        let octet = digits.next().ok_or(PunycodeError::Truncated)?;
        let digit = digit_value(*octet).ok_or(PunycodeError::InvalidDigit)?;
        value = digit
            .checked_mul(weight)
            .and_then(|part| value.checked_add(part))
            .ok_or(PunycodeError::Overflow)?;
        let t = threshold(k, bias);
        if digit < t {
            return Ok(value);
        }
        weight = weight.checked_mul(BASE - t).ok_or(PunycodeError::Overflow)?;
        k += BASE;
    }
}
