//! Rules and match operators (RFC 7940 sections 6.3 and 6.4).

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;

use super::{ClassExpression, CodePoints, Identifier, IdentifierList, Origin};

/// A rule directly under `rules`, where it must have a name (RFC 7940 section 6.3.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name; classes and rules share one space of names.
    pub name: Identifier,
    /// The operators, to be matched one after the other.
    pub body: Vec<Match>,
    /// Ids of references.
    pub references: IdentifierList,
    /// The `comment` attribute.
    pub comment: Option<Box<str>>,
    /// Where it stands.
    pub origin: Origin,
}

/// A match operator with its count and annotations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The operator, which says what is matched.
    pub operator: Operator,
    /// How often; once if missing.
    pub count: Option<Count>,
    /// Ids of references, on literals, anonymous rules and classes.
    pub references: IdentifierList,
    /// The `comment` attribute.
    pub comment: Option<Box<str>>,
    /// Where it stands.
    pub origin: Origin,
}

impl From<Operator> for Match {
    fn from(operator: Operator) -> Self {
        Self { operator, count: None, references: IdentifierList::EMPTY, comment: None, origin: Origin::NONE }
    }
}

/// The match operators of RFC 7940 section 6.3.2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `any`: any one code point (section 6.3.7).
    Any,
    /// `start`: the beginning of the label (section 6.3.8).
    Start,
    /// `end`: the end of the label (section 6.3.8).
    End,
    /// `anchor`: the code point or sequence whose context is in question (section 6.4.1).
    Anchor,
    /// `char`: a literal code point or sequence, never empty (section 6.3.6).
    Literal(CodePoints),
    /// A class, anonymous or by reference, or a set combination: one code point of it.
    Class(ClassExpression),
    /// `choice`: the first alternative that matches; there are two or more (section 6.3.5).
    Choice(Vec<Match>),
    /// `rule` without a name: a group, matched one after the other.
    Group(Vec<Match>),
    /// `<rule by-ref="…"/>`: the named rule, defined before (section 6.3.4).
    RuleRef(Identifier),
    /// `look-behind`: what stands right before the anchor (section 6.4.2).
    LookBehind(Vec<Match>),
    /// `look-ahead`: what stands right after the anchor (section 6.4.2).
    LookAhead(Vec<Match>),
}

impl Operator {
    /// The name of the element that writes it.
    #[must_use]
    pub fn element(&self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Start => "start",
            Self::End => "end",
            Self::Anchor => "anchor",
            Self::Literal(_) => "char",
            Self::Class(expression) => expression.element(),
            Self::Choice(_) => "choice",
            Self::Group(_) | Self::RuleRef(_) => "rule",
            Self::LookBehind(_) => "look-behind",
            Self::LookAhead(_) => "look-ahead",
        }
    }

    /// The operators inside, if it can hold any.
    #[must_use]
    pub fn children(&self) -> &[Match] {
        match self {
            Self::Choice(children)
            | Self::Group(children)
            | Self::LookBehind(children)
            | Self::LookAhead(children) => children,
            _ => &[],
        }
    }
}

/// The `count` attribute (RFC 7940 section 6.3.3), as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Count {
    /// `n`: exactly `n` times, `n` at least 1.
    Exactly(u32),
    /// `n+`: at least `n` times, `n` may be 0.
    AtLeast(u32),
    /// `n:m`: at least `n` and at most `m` times; `m` is not below `n` and not 0.
    Between(u32, u32),
}

impl Count {
    /// The least number of times.
    #[must_use]
    pub fn least(self) -> u32 {
        match self {
            Self::Exactly(n) | Self::AtLeast(n) | Self::Between(n, _) => n,
        }
    }

    /// The greatest number of times, if there is one.
    #[must_use]
    pub fn most(self) -> Option<u32> {
        match self {
            Self::Exactly(n) | Self::Between(_, n) => Some(n),
            Self::AtLeast(_) => None,
        }
    }

    /// Reads the attribute; nothing if it is none of the three forms or promises the impossible.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let number = |digits: &str| {
            (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| digits.parse::<u32>().ok())
                .flatten()
        };
        if let Some(least) = text.strip_suffix('+') {
            return Some(Self::AtLeast(number(least)?));
        }
        if let Some((least, most)) = text.split_once(':') {
            let (least, most) = (number(least)?, number(most)?);
            return (most >= least && most > 0).then_some(Self::Between(least, most));
        }
        number(text).filter(|&n| n > 0).map(Self::Exactly)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(n) => write!(f, "{n}"),
            Self::AtLeast(n) => write!(f, "{n}+"),
            Self::Between(n, m) => write!(f, "{n}:{m}"),
        }
    }
}
