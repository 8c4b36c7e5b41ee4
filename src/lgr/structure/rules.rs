//! Constraints on classes, rules and actions (RFC 7940 sections 6 and 7).

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{Definition, StructureCheck, at};
use crate::finding::{Fault, FaultCode};
use crate::lgr::{Action, Class, ClassExpression, Declaration, Match, NamedClass, Operator, Origin, Rule};

/// The operators in a match operator, its own or by reference, that stand for positions.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Positional {
    start: bool,
    end: bool,
    anchor: bool,
    look: bool,
}

impl Positional {
    fn and(self, other: Self) -> Self {
        Self {
            start: self.start || other.start,
            end: self.end || other.end,
            anchor: self.anchor || other.anchor,
            look: self.look || other.look,
        }
    }

    /// The operator that forbids a count (section 6.3.3).
    fn no_count(self) -> Option<&'static str> {
        match self {
            Self { anchor: true, .. } => Some("an anchor"),
            Self { look: true, .. } => Some("a look-behind or look-ahead"),
            Self { start: true, .. } => Some("\"start\""),
            Self { end: true, .. } => Some("\"end\""),
            _ => None,
        }
    }
}

/// The rule being tested.
struct Subject<'a> {
    name: &'a str,
    sound: bool,
}

impl<'a> StructureCheck<'a> {
    pub(super) fn declarations(&mut self) {
        let lgr = self.lgr;
        for (index, declaration) in lgr.declarations.iter().enumerate() {
            let sound = match declaration {
                Declaration::Class(class) => self.named_class(class),
                Declaration::Rule(rule) => self.rule(rule),
                Declaration::Action(action) => self.action(action),
            };
            if !sound {
                self.unsound.declarations.insert(index);
                // Whoever refers to it must go as well, but has done nothing wrong.
                self.broken.extend(declaration.name().map(|name| &**name));
            }
        }
    }

    /// Defines a name, unless it is taken (sections 6.2.1 and 6.3.4; `xsd:ID` in the schema).
    fn define(&mut self, name: &'a str, known: Definition, sound: bool) -> bool {
        if let Some(before) = self.known.get(name).map(|known| known.origin()) {
            let arguments = vec![name.to_owned(), at(before)];
            self.fault(FaultCode::DuplicateName, known.origin(), arguments);
            return false;
        }
        if sound {
            self.known.insert(name, known);
        }
        sound
    }

    fn named_class(&mut self, class: &'a NamedClass) -> bool {
        let sound = self.class(&class.class);
        let taken = self.known.contains_key(&*class.name);
        self.define(&class.name, Definition::Class(class.class.origin), sound) && !taken
    }

    fn class(&mut self, class: &'a Class) -> bool {
        self.references(&class.references, class.origin);
        self.expression(&class.expression, class.origin)
    }

    fn expression(&mut self, expression: &'a ClassExpression, origin: Origin) -> bool {
        match expression {
            ClassExpression::ByRef(name) => {
                if matches!(self.known.get(&**name), Some(Definition::Class(_))) {
                    return true;
                }
                if !self.broken.contains(&**name) {
                    let arguments = vec![(**name).to_owned(), self.later(name)];
                    self.fault(FaultCode::UnknownClass, origin, arguments);
                }
                false
            }
            ClassExpression::FromTag(tag) => {
                if !self.tags.contains(&**tag) {
                    self.fault(FaultCode::UnusedTag, origin, vec![(**tag).to_owned()]);
                }
                true
            }
            ClassExpression::Property(_) => {
                if self.lgr.metadata.unicode_version.is_none() {
                    // Nothing is left out for it: the newest version is a fair guess.
                    let position = origin.position();
                    self.faults.tolerate(Fault::new(FaultCode::MissingUnicodeVersion, position, Vec::new()));
                }
                true
            }
            ClassExpression::CodePoints(ranges) => {
                let reversed = ranges.iter().find(|range| range.last < range.first);
                if let Some(range) = reversed {
                    self.fault(FaultCode::ReversedRange, origin, vec![format!("{range}")]);
                }
                reversed.is_none()
            }
            combined => {
                // Each operand is asked, so that every fault is told.
                let mut sound = true;
                for operand in combined.operands() {
                    sound &= self.class(operand);
                }
                sound
            }
        }
    }

    /// Says so if the name is defined, but only further down.
    fn later(&self, name: &str) -> String {
        if self.declared.contains(name) && !self.known.contains_key(name) {
            " before its use here".to_owned()
        } else {
            String::new()
        }
    }

    fn rule(&mut self, rule: &'a Rule) -> bool {
        self.references(&rule.references, rule.origin);
        let mut subject = Subject { name: &rule.name, sound: true };
        if rule.body.is_empty() {
            self.fault(FaultCode::EmptyRule, rule.origin, vec![format!("rule \"{}\"", rule.name)]);
        }
        let positional = self.sequence(&rule.body, rule.origin, &mut subject);
        self.define(&rule.name, Definition::Rule(rule.origin, positional), subject.sound)
    }

    fn blame(&mut self, subject: &mut Subject<'a>, code: FaultCode, origin: Origin, arguments: Vec<String>) {
        subject.sound = false;
        self.fault(code, origin, arguments);
    }

    /// Operators that are matched one after the other.
    fn sequence(&mut self, body: &'a [Match], origin: Origin, subject: &mut Subject<'a>) -> Positional {
        let mut positional = Positional::default();
        let mut inners: Vec<Positional> = Vec::with_capacity(body.len());
        for (index, operator) in body.iter().enumerate() {
            let inner = self.operator(operator, subject);
            inners.push(inner);
            if inner.start && index > 0 {
                let arguments = vec!["start".to_owned(), "first".to_owned()];
                self.blame(subject, FaultCode::StartEndMisplaced, operator.origin, arguments);
            }
            if inner.end && index + 1 < body.len() {
                let arguments = vec!["end".to_owned(), "last".to_owned()];
                self.blame(subject, FaultCode::StartEndMisplaced, operator.origin, arguments);
            }
            positional = positional.and(inner);
        }
        self.context_order(body, origin, subject);
        self.beside_nested_context(body, &inners, subject);
        positional
    }

    /// Nothing that matches code points stands beside an operator that holds an anchor (section 6.4.2).
    fn beside_nested_context(&mut self, body: &'a [Match], inners: &[Positional], subject: &mut Subject<'a>) {
        let is_context = |inner: &Positional| inner.anchor || inner.look;
        let is_nested = |operator: &Operator| {
            !matches!(operator, Operator::Anchor | Operator::LookBehind(_) | Operator::LookAhead(_))
        };
        let mut operators = body.iter().zip(inners);
        if !operators.clone().any(|(operator, inner)| is_context(inner) && is_nested(&operator.operator)) {
            return;
        }
        if let Some((operator, _)) = operators.find(|(_, inner)| !is_context(inner)) {
            let why = "cannot stand beside an anchor; use a look-behind or look-ahead".to_owned();
            let arguments = vec![operator.operator.element().to_owned(), why];
            self.blame(subject, FaultCode::ContextMisplaced, operator.origin, arguments);
        }
    }

    /// Look-behind, anchor and look-ahead stand in this order, once each, and with nothing else
    /// (section 6.4.2 and the schema).
    fn context_order(&mut self, body: &'a [Match], origin: Origin, subject: &mut Subject<'a>) {
        let rank = |operator: &Operator| match operator {
            Operator::LookBehind(_) => Some(0),
            Operator::Anchor => Some(1),
            Operator::LookAhead(_) => Some(2),
            _ => None,
        };
        let ranks: Vec<Option<u8>> = body.iter().map(|operator| rank(&operator.operator)).collect();
        if ranks.iter().all(Option::is_none) {
            return;
        }
        if !ranks.contains(&Some(1)) {
            let arguments = vec![subject.name.to_owned()];
            self.blame(subject, FaultCode::LookWithoutAnchor, origin, arguments);
        }
        let mut before: Option<u8> = None;
        for (operator, rank) in body.iter().zip(ranks) {
            let why = match (rank, before) {
                (None, _) => "cannot stand beside an anchor; use a look-behind or look-ahead",
                (Some(rank), Some(before)) if rank == before => "occurs twice",
                (Some(rank), Some(before)) if rank < before => "must stand before what it follows here",
                _ => {
                    before = rank;
                    continue;
                }
            };
            let arguments = vec![operator.operator.element().to_owned(), why.to_owned()];
            self.blame(subject, FaultCode::ContextMisplaced, operator.origin, arguments);
        }
    }

    fn operator(&mut self, operator: &'a Match, subject: &mut Subject<'a>) -> Positional {
        self.references(&operator.references, operator.origin);
        let origin = operator.origin;
        let positional = match &operator.operator {
            Operator::Any | Operator::Literal(_) => Positional::default(),
            Operator::Start => Positional { start: true, ..Positional::default() },
            Operator::End => Positional { end: true, ..Positional::default() },
            Operator::Anchor => Positional { anchor: true, ..Positional::default() },
            Operator::Class(expression) => {
                subject.sound &= self.expression(expression, origin);
                Positional::default()
            }
            Operator::Choice(alternatives) => self.choice(alternatives, subject),
            Operator::Group(body) => {
                if body.is_empty() {
                    let arguments = vec![format!("a group in rule \"{}\"", subject.name)];
                    self.fault(FaultCode::EmptyRule, origin, arguments);
                }
                self.sequence(body, origin, subject)
            }
            Operator::RuleRef(name) => {
                if let Some(Definition::Rule(_, positional)) = self.known.get(&**name) {
                    *positional
                } else {
                    if !self.broken.contains(&**name) {
                        let arguments = vec![(**name).to_owned(), self.later(name)];
                        self.fault(FaultCode::UnknownRule, origin, arguments);
                    }
                    subject.sound = false;
                    Positional::default()
                }
            }
            Operator::LookBehind(body) | Operator::LookAhead(body) => {
                if body.is_empty() {
                    let element = operator.operator.element();
                    let arguments = vec![format!("a {element} in rule \"{}\"", subject.name)];
                    self.fault(FaultCode::EmptyRule, origin, arguments);
                }
                let inner = self.sequence(body, origin, subject);
                if inner.anchor || inner.look {
                    let arguments = vec![
                        operator.operator.element().to_owned(),
                        "cannot hold an anchor or context".to_owned(),
                    ];
                    self.blame(subject, FaultCode::ContextMisplaced, origin, arguments);
                }
                Positional { look: true, ..inner }
            }
        };
        if operator.count.is_some()
            && let Some(what) = positional.no_count()
        {
            let arguments = vec![operator.operator.element().to_owned(), what.to_owned()];
            if positional.anchor || positional.look {
                self.blame(subject, FaultCode::CountOverAnchor, origin, arguments);
            } else {
                // A published table has such a count; what it means is plain, so it is read.
                self.fault(FaultCode::CountOverPosition, origin, arguments);
            }
        }
        positional
    }

    fn choice(&mut self, alternatives: &'a [Match], subject: &mut Subject<'a>) -> Positional {
        let mut positional = Positional::default();
        for alternative in alternatives {
            if matches!(
                alternative.operator,
                Operator::Anchor | Operator::LookBehind(_) | Operator::LookAhead(_)
            ) {
                let arguments = vec![
                    alternative.operator.element().to_owned(),
                    "needs a \"rule\" around it in a choice".to_owned(),
                ];
                self.blame(subject, FaultCode::ContextMisplaced, alternative.origin, arguments);
            }
            positional = positional.and(self.operator(alternative, subject));
        }
        positional
    }

    fn action(&mut self, action: &'a Action) -> bool {
        self.references(&action.references, action.origin);
        let Some(trigger) = &action.rule else { return true };
        let name = &**trigger.rule();
        match self.known.get(name) {
            Some(Definition::Rule(_, positional)) if positional.anchor => {
                self.fault(FaultCode::AnchorInAction, action.origin, vec![name.to_owned()]);
                false
            }
            Some(Definition::Rule(..)) => true,
            _ => {
                if !self.broken.contains(name) {
                    let arguments = vec![name.to_owned(), self.later(name)];
                    self.fault(FaultCode::UnknownActionRule, action.origin, arguments);
                }
                false
            }
        }
    }
}
