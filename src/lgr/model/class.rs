//! Character classes (RFC 7940 section 6.2).

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;

use super::{Identifier, IdentifierList, Origin};

/// A class or set combination directly under `rules`, where it must have a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedClass {
    /// Its name; classes and rules share one space of names.
    pub name: Identifier,
    /// The class itself.
    pub class: Class,
}

/// A class with its annotations: a `class` element, or one of the set operators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// The expression that says which code points are in it.
    pub expression: ClassExpression,
    /// Ids of references; a reference to a named class has none.
    pub references: IdentifierList,
    /// The `comment` attribute.
    pub comment: Option<Box<str>>,
    /// Where it stands.
    pub origin: Origin,
}

impl From<ClassExpression> for Class {
    fn from(expression: ClassExpression) -> Self {
        Self { expression, references: IdentifierList::EMPTY, comment: None, origin: Origin::NONE }
    }
}

/// An expression for the code points of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClassExpression {
    /// `<class by-ref="…"/>`: what the named class holds, defined before (section 6.2.1).
    ByRef(Identifier),
    /// `<class from-tag="…"/>`: the code points with that tag; none if no code point has it
    /// (section 6.2.2).
    FromTag(Identifier),
    /// `<class property="…"/>`: the code points with that value in the LGR's own Unicode version
    /// (section 6.2.3).
    Property(Property),
    /// `<class>0061 0064-0066</class>`: the code points listed, as listed (section 6.2.4).
    CodePoints(Vec<CodePointRange>),
    /// Every code point that is not in the operand (section 6.2.5).
    Complement(Box<Class>),
    /// The code points of any operand; there are two or more.
    Union(Vec<Class>),
    /// The code points of both operands.
    Intersection(Box<[Class; 2]>),
    /// The code points of the first operand that are not in the second.
    Difference(Box<[Class; 2]>),
    /// The code points of one operand that are not in the other.
    SymmetricDifference(Box<[Class; 2]>),
}

impl ClassExpression {
    /// The name of the element that writes it.
    #[must_use]
    pub fn element(&self) -> &'static str {
        match self {
            Self::ByRef(_) | Self::FromTag(_) | Self::Property(_) | Self::CodePoints(_) => "class",
            Self::Complement(_) => "complement",
            Self::Union(_) => "union",
            Self::Intersection(_) => "intersection",
            Self::Difference(_) => "difference",
            Self::SymmetricDifference(_) => "symmetric-difference",
        }
    }

    /// The operands, if it combines other classes.
    #[must_use]
    pub fn operands(&self) -> &[Class] {
        match self {
            Self::ByRef(_) | Self::FromTag(_) | Self::Property(_) | Self::CodePoints(_) => &[],
            Self::Complement(operand) => core::slice::from_ref(&**operand),
            Self::Union(operands) => operands,
            Self::Intersection(pair) | Self::Difference(pair) | Self::SymmetricDifference(pair) => &**pair,
        }
    }
}

/// A property and its value, as written: `gc:Mn` (RFC 7940 section 6.2.3). Matching is exact.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Property {
    /// The short name of the property: `gc`, `sc`, `ccc`, `jt`, …
    pub name: Identifier,
    /// The value or its alias.
    pub value: Identifier,
}

impl fmt::Display for Property {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.name, self.value)
    }
}

/// A code point or a range inside a class, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodePointRange {
    /// The first code point.
    pub first: char,
    /// The last code point, itself inside.
    pub last: char,
}

impl From<char> for CodePointRange {
    fn from(c: char) -> Self {
        Self { first: c, last: c }
    }
}

impl fmt::Display for CodePointRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            write!(f, "{:04X}", u32::from(self.first))
        } else {
            write!(f, "{:04X}-{:04X}", u32::from(self.first), u32::from(self.last))
        }
    }
}
