//! A code point or a sequence of code points.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::Deref;

/// The value of a `cp` attribute: one code point, a sequence of several, or none.
///
/// Only Unicode scalar values: a surrogate stands in no label. Values compare code point by code
/// point, a prefix before what it begins.
///
/// ```
/// use ulabel::lgr::CodePoints;
///
/// let ss: CodePoints = "ss".chars().collect(); // U+0073 LATIN SMALL LETTER S, twice
/// assert_eq!(ss.to_string(), "0073 0073");
/// assert!(CodePoints::from('s') < ss);
/// assert!(CodePoints::default().is_empty()); // a null variant, RFC 7940 section 5.3.3
/// ```
#[derive(Clone)]
pub struct CodePoints(Repr);

/// One code point needs no allocation, and nearly all values are one.
#[derive(Clone)]
enum Repr {
    One(char),
    Other(Box<[char]>),
}

impl CodePoints {
    /// The code points in order.
    #[must_use]
    pub fn as_slice(&self) -> &[char] {
        match &self.0 {
            Repr::One(c) => core::slice::from_ref(c),
            Repr::Other(sequence) => sequence,
        }
    }

    /// The code point, if there is exactly one.
    #[must_use]
    pub fn single(&self) -> Option<char> {
        match &self.0 {
            Repr::One(c) => Some(*c),
            Repr::Other(_) => None,
        }
    }

    /// True if there are two or more code points.
    #[must_use]
    pub fn is_sequence(&self) -> bool {
        self.len() > 1
    }
}

impl Default for CodePoints {
    fn default() -> Self {
        Self(Repr::Other(Box::default()))
    }
}

impl Deref for CodePoints {
    type Target = [char];

    fn deref(&self) -> &[char] {
        self.as_slice()
    }
}

impl From<char> for CodePoints {
    fn from(c: char) -> Self {
        Self(Repr::One(c))
    }
}

impl From<&[char]> for CodePoints {
    fn from(sequence: &[char]) -> Self {
        match sequence {
            [c] => Self(Repr::One(*c)),
            _ => Self(Repr::Other(sequence.into())),
        }
    }
}

impl FromIterator<char> for CodePoints {
    fn from_iter<I: IntoIterator<Item = char>>(code_points: I) -> Self {
        let mut code_points = code_points.into_iter();
        let (first, second) = (code_points.next(), code_points.next());
        match (first, second) {
            (Some(c), None) => Self(Repr::One(c)),
            _ => {
                let sequence: Vec<char> = first.into_iter().chain(second).chain(code_points).collect();
                Self(Repr::Other(sequence.into()))
            }
        }
    }
}

impl PartialEq for CodePoints {
    fn eq(&self, other: &Self) -> bool {
        self.as_slice() == other.as_slice()
    }
}

impl Eq for CodePoints {}

impl PartialOrd for CodePoints {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for CodePoints {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_slice().cmp(other.as_slice())
    }
}

impl Hash for CodePoints {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_slice().hash(state);
    }
}

impl core::borrow::Borrow<[char]> for CodePoints {
    fn borrow(&self) -> &[char] {
        self.as_slice()
    }
}

impl fmt::Debug for CodePoints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{self}>")
    }
}

/// As RFC 7940 section 5 writes them: upper-case hexadecimal, at least four digits, spaces between.
impl fmt::Display for CodePoints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, c) in self.iter().enumerate() {
            if index > 0 {
                f.write_str(" ")?;
            }
            write!(f, "{:04X}", u32::from(*c))?;
        }
        Ok(())
    }
}
