//! Which arguments a message asks for, so that no other is made.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

use super::messages::Bundle;

/// Every argument that a finding's message may name, in order.
pub(super) const NAMES: &[&str] = &[
    "actual",
    "bidi_class",
    "code_points",
    "count",
    "end",
    "expected",
    "expected_code_points",
    "label",
    "limit",
    "other",
    "other_scripts",
    "other_version",
    "reason",
    "rule",
    "scripts",
    "second",
    "source",
    "start",
    "value",
    "version",
    "what",
    "without",
];

/// Messages refer to messages this deep at most.
const MAX_DEPTH: usize = 4;

/// A set of [`NAMES`], one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Needs(u32);

impl Needs {
    /// What a pattern asks for, with all that it refers to.
    pub(super) fn of(pattern: &Pattern<&str>, bundle: &Bundle) -> Self {
        let mut needs = Self::default();
        needs.add_pattern(pattern, bundle, MAX_DEPTH);
        needs
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The names in the set, in order.
    pub(super) fn names(self) -> impl Iterator<Item = &'static str> {
        NAMES.iter().enumerate().filter(move |(at, _)| self.0 & 1 << at != 0).map(|(_, name)| *name)
    }

    fn add_pattern(&mut self, pattern: &Pattern<&str>, bundle: &Bundle, depth: usize) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else { continue };
            self.add_expression(expression, bundle, depth);
        }
    }

    fn add_expression(&mut self, expression: &Expression<&str>, bundle: &Bundle, depth: usize) {
        match expression {
            Expression::Inline(inline) => self.add_inline(inline, bundle, depth),
            Expression::Select { selector, variants } => {
                self.add_inline(selector, bundle, depth);
                for variant in variants {
                    self.add_pattern(&variant.value, bundle, depth);
                }
            }
        }
    }

    fn add_inline(&mut self, inline: &InlineExpression<&str>, bundle: &Bundle, depth: usize) {
        match inline {
            InlineExpression::VariableReference { id } => {
                if let Ok(at) = NAMES.binary_search(&id.name) {
                    self.0 |= 1 << at;
                }
            }
            InlineExpression::MessageReference { id, attribute: None } if depth > 0 => {
                if let Some(pattern) = bundle.get_message(id.name).and_then(|message| message.value()) {
                    self.add_pattern(pattern, bundle, depth - 1);
                }
            }
            InlineExpression::Placeable { expression } => self.add_expression(expression, bundle, depth),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::NAMES;

    #[test]
    fn names_are_in_order_and_fit() {
        assert!(NAMES.is_sorted());
        assert!(NAMES.len() <= 32);
    }
}
