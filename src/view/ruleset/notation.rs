//! Classes and rules in one line, close to what regular expressions look like. [`SIGNS`] says
//! what each sign means.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::language::Word;
use crate::lgr::{Class, ClassExpression, CodePoints, Count, Match, Operator};
use crate::text::CodePoint;

/// The signs of the notation, each with the word that says what it means.
pub const SIGNS: [(&str, Word); 11] = [
    ("[name]", Word::NotationClass),
    ("[0061 0064-0066]", Word::NotationList),
    ("[gc=Mn] [tag=letter]", Word::NotationProperty),
    ("∁ ∪ ∩ ∖ △", Word::NotationSets),
    (".", Word::NotationAny),
    ("^ $", Word::NotationEnds),
    ("⚓", Word::NotationAnchor),
    ("(← …) (→ …)", Word::NotationLook),
    ("(a | b)", Word::NotationChoice),
    (":name:", Word::NotationRule),
    ("? * + {2} {2,} {2,4}", Word::NotationCount),
];

/// The operators of a rule.
#[must_use]
pub fn rule(body: &[Match]) -> String {
    body.iter().map(operator).collect::<Vec<_>>().join(" ")
}

/// A class or set combination.
#[must_use]
pub fn class(expression: &ClassExpression) -> String {
    let operand = |class: &Class| match &class.expression {
        simple if simple.operands().is_empty() => self::class(simple),
        complement @ ClassExpression::Complement(_) => self::class(complement),
        combined => format!("({})", self::class(combined)),
    };
    let sign = match expression {
        ClassExpression::ByRef(name) => return format!("[{name}]"),
        ClassExpression::FromTag(tag) => return format!("[tag={tag}]"),
        ClassExpression::Property(property) => return format!("[{}={}]", property.name, property.value),
        ClassExpression::CodePoints(ranges) => {
            let members: Vec<String> = ranges.iter().map(ToString::to_string).collect();
            return format!("[{}]", members.join(" "));
        }
        ClassExpression::Complement(inner) => return format!("∁{}", operand(inner)),
        ClassExpression::Union(_) => " ∪ ",
        ClassExpression::Intersection(_) => " ∩ ",
        ClassExpression::Difference(_) => " ∖ ",
        ClassExpression::SymmetricDifference(_) => " △ ",
    };
    expression.operands().iter().map(operand).collect::<Vec<_>>().join(sign)
}

/// Code points with `U+`, spaces between.
#[must_use]
pub fn code_points(cp: &CodePoints) -> String {
    CodePoint::list(cp.iter().copied())
}

fn operator(operator: &Match) -> String {
    let grouped = operator.count.is_some();
    let text = match &operator.operator {
        Operator::Any => ".".to_string(),
        Operator::Start => "^".to_string(),
        Operator::End => "$".to_string(),
        Operator::Anchor => "⚓".to_string(),
        Operator::Literal(cp) if grouped && cp.is_sequence() => format!("({})", code_points(cp)),
        Operator::Literal(cp) => code_points(cp),
        Operator::Class(expression) if expression.operands().is_empty() => class(expression),
        Operator::Class(expression) => format!("({})", class(expression)),
        Operator::Choice(alternatives) => {
            format!("({})", alternatives.iter().map(self::operator).collect::<Vec<_>>().join(" | "))
        }
        Operator::Group(body) => format!("({})", rule(body)),
        Operator::RuleRef(name) => format!(":{name}:"),
        Operator::LookBehind(body) => format!("(← {})", rule(body)),
        Operator::LookAhead(body) => format!("(→ {})", rule(body)),
    };
    match operator.count {
        None | Some(Count::Exactly(1) | Count::Between(1, 1)) => text,
        Some(Count::Between(0, 1)) => format!("{text}?"),
        Some(Count::AtLeast(0)) => format!("{text}*"),
        Some(Count::AtLeast(1)) => format!("{text}+"),
        Some(Count::AtLeast(n)) => format!("{text}{{{n},}}"),
        Some(Count::Exactly(n)) => format!("{text}{{{n}}}"),
        Some(Count::Between(n, m)) => format!("{text}{{{n},{m}}}"),
    }
}
