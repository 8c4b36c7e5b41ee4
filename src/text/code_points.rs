//! Code points by number: `U+0061`, as everyone writes them.

use alloc::string::String;
use core::fmt;

/// A code point, shown as its number: `U+` and at least four hexadecimal digits.
///
/// ```
/// use ulabel::text::CodePoint;
/// assert_eq!(CodePoint('é').to_string(), "U+00E9");
/// assert_eq!(CodePoint::from_digits("00E9"), Some(CodePoint('é')));
/// assert_eq!(CodePoint::parse("U+00e9"), Some(CodePoint('é')));
/// assert_eq!(CodePoint::parse("00E9"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodePoint(pub char);

impl CodePoint {
    /// Reads four to six hexadecimal digits as a Unicode scalar value.
    #[must_use]
    pub fn from_digits(digits: &str) -> Option<Self> {
        let is_number = (4..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_hexdigit());
        let number = is_number.then(|| u32::from_str_radix(digits, 16).ok()).flatten()?;
        char::from_u32(number).map(Self)
    }

    /// Reads `U+` and digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::from_digits(text.strip_prefix("U+")?)
    }

    /// The numbers of several code points, with spaces between: `U+0065 U+0301`.
    #[must_use]
    pub fn list(code_points: impl IntoIterator<Item = char>) -> String {
        let mut list = String::new();
        for c in code_points {
            if !list.is_empty() {
                list.push(' ');
            }
            list.push_str(&alloc::format!("{}", Self(c)));
        }
        list
    }
}

impl fmt::Display for CodePoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "U+{:04X}", u32::from(self.0))
    }
}
