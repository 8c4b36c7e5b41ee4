//! Where an element stands in the file it was read from.

use core::fmt;
use core::hash::{Hash, Hasher};

use crate::finding::Position;

/// Where an element was written, if it was read from a file.
///
/// All origins are equal to each other, so that deriving `PartialEq` on the model compares what is
/// said and not where: a ruleset that is written and read again equals itself.
#[derive(Clone, Copy, Default)]
pub struct Origin {
    line: u32,
    column: u32,
}

impl Origin {
    /// An element that was not read from a file.
    pub const NONE: Self = Self { line: 0, column: 0 };

    /// The position, unless the element was not read from a file.
    #[must_use]
    pub fn position(self) -> Option<Position> {
        (self.line != 0).then_some(Position { line: self.line, column: self.column })
    }
}

impl From<Position> for Origin {
    fn from(position: Position) -> Self {
        Self { line: position.line, column: position.column }
    }
}

impl PartialEq for Origin {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Origin {}

impl Hash for Origin {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.position() {
            Some(position) => write!(f, "{position}"),
            None => f.write_str("-"),
        }
    }
}
