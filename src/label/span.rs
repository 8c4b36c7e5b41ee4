//! Where in a label something stands.

use core::ops::Range;

/// A range of code points of the U-label: `start` inclusive, `end` exclusive.
///
/// ```
/// use ulabel::Span;
/// let span = Span::new(3, 5);
/// assert_eq!(span.len(), 2);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u16,
    end: u16,
}

impl Span {
    /// The span from `start` to `end`; empty at `start` when `end` is not beyond it. Numbers beyond
    /// 65,535 are held at that, which no examined label reaches.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        Self { start: clamp(start), end: clamp(end.max(start)) }
    }

    /// The span of the one code point at `index`.
    #[must_use]
    pub fn one(index: usize) -> Self {
        Self::new(index, index + 1)
    }

    /// The first code point.
    #[must_use]
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// One beyond the last code point.
    #[must_use]
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// How many code points the span holds.
    #[must_use]
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// True if the span holds no code point: it then stands for the label as a whole.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range of indices.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start()..self.end()
    }
}
