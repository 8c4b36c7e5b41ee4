//! Takes references out that are not declared, wherever a model can hold them.

use std::collections::BTreeSet;

use crate::lgr::{
    Class, ClassExpression, Declaration, Entry, Identifier, IdentifierList, Lgr, Match, Operator,
};

/// Leaves in every list the references that are declared, each once.
pub(super) fn undeclared_references(lgr: &mut Lgr) {
    let declared: BTreeSet<Identifier> =
        lgr.metadata.references.iter().map(|known| known.id.clone()).collect();
    let strip = |list: &mut IdentifierList| {
        let mut seen = BTreeSet::new();
        if list.iter().all(|id| declared.contains(id) && seen.insert(id)) {
            return;
        }
        let mut seen = BTreeSet::new();
        *list = list.iter().filter(|id| declared.contains(*id) && seen.insert(*id)).cloned().collect();
    };
    for entry in &mut lgr.data {
        match entry {
            Entry::Char(char) => {
                strip(&mut char.references);
                char.variants.iter_mut().for_each(|variant| strip(&mut variant.references));
            }
            Entry::Range(range) => strip(&mut range.references),
        }
    }
    for declaration in &mut lgr.declarations {
        match declaration {
            Declaration::Class(class) => in_class(&mut class.class, &strip),
            Declaration::Rule(rule) => {
                strip(&mut rule.references);
                in_body(&mut rule.body, &strip);
            }
            Declaration::Action(action) => strip(&mut action.references),
        }
    }
}

fn in_class(class: &mut Class, strip: &impl Fn(&mut IdentifierList)) {
    strip(&mut class.references);
    in_expression(&mut class.expression, strip);
}

fn in_expression(expression: &mut ClassExpression, strip: &impl Fn(&mut IdentifierList)) {
    match expression {
        ClassExpression::Complement(operand) => in_class(operand, strip),
        ClassExpression::Union(operands) => operands.iter_mut().for_each(|operand| in_class(operand, strip)),
        ClassExpression::Intersection(pair)
        | ClassExpression::Difference(pair)
        | ClassExpression::SymmetricDifference(pair) => {
            pair.iter_mut().for_each(|operand| in_class(operand, strip))
        }
        ClassExpression::ByRef(_)
        | ClassExpression::FromTag(_)
        | ClassExpression::Property(_)
        | ClassExpression::CodePoints(_) => {}
    }
}

fn in_body(body: &mut [Match], strip: &impl Fn(&mut IdentifierList)) {
    for operator in body {
        strip(&mut operator.references);
        match &mut operator.operator {
            Operator::Class(expression) => in_expression(expression, strip),
            Operator::Choice(children)
            | Operator::Group(children)
            | Operator::LookBehind(children)
            | Operator::LookAhead(children) => in_body(children, strip),
            Operator::Any
            | Operator::Start
            | Operator::End
            | Operator::Anchor
            | Operator::Literal(_)
            | Operator::RuleRef(_) => {}
        }
    }
}
