//! Labels joined by dots.

/// A domain name as it was written: labels joined by U+002E FULL STOP, perhaps with a trailing dot for
/// the root. No other full stop separates labels here: the ideographic ones (U+3002, U+FF0E, U+FF61)
/// do so only where a mapping is asked for, and registration takes none (RFC 5891 §4.1).
///
/// ```
/// use ulabel::Name;
/// let name = Name::parse("пример.рф.");
/// assert!(name.is_absolute());
/// assert_eq!(name.labels().collect::<Vec<_>>(), ["пример", "рф"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name<'a> {
    text: &'a str,
    absolute: bool,
}

impl<'a> Name<'a> {
    /// Splits a name. Nothing is refused here: empty labels are labels, for a check to speak of.
    #[must_use]
    pub fn parse(text: &'a str) -> Self {
        match text.strip_suffix('.') {
            Some(relative) if !relative.is_empty() => Self { text: relative, absolute: true },
            _ => Self { text, absolute: false },
        }
    }

    /// True if the name was written with a trailing dot.
    #[must_use]
    pub const fn is_absolute(self) -> bool {
        self.absolute
    }

    /// The name without a trailing dot.
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        self.text
    }

    /// The labels, from the leftmost.
    pub fn labels(self) -> impl DoubleEndedIterator<Item = &'a str> + Clone {
        self.text.split('.')
    }
}
