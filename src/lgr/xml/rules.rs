//! The `rules` section: classes, rules and actions (RFC 7940 sections 6 and 7).
//!
//! Here the elements and attributes are read; what must hold between them, such as that a name is
//! defined before it is used, is tested on the model.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::attributes::{Own, Shared};
use super::limits;
use super::loader::{Loader, excerpt};
use super::source::{Attribute, Content, Element, Fatal};
use super::values::{ListKind, code_point, is_nmtoken};
use crate::finding::{FaultCode, limit};
use crate::lgr::{
    Action, Class, ClassExpression, CodePointRange, Count, Declaration, Identifier, Match, NamedClass,
    Operator, Property, Rule, RuleTrigger, VariantTrigger,
};

/// Where a class or rule stands; it decides which attributes it may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Directly under `rules`: named, not counted.
    Top,
    /// An operand of a set operator: neither.
    Operand,
    /// A match operator: counted, not named.
    Operator,
}

/// A class or set combination as read, sound or not.
struct ReadClass {
    name: Option<Identifier>,
    count: Option<Count>,
    class: Option<Class>,
}

impl ReadClass {
    fn new(element: &Element<'_>, shared: Shared, expression: Option<ClassExpression>) -> Self {
        let class = expression.filter(|_| !shared.is_broken).map(|expression| Class {
            expression,
            references: shared.references,
            comment: shared.comment,
            origin: element.position.into(),
        });
        Self { name: shared.name, count: shared.count, class }
    }
}

impl<'i> Loader<'i> {
    pub(super) fn rules(&mut self, rules: &Element<'i>) -> Result<(), Fatal> {
        let mut seen = 0;
        while let Some(element) = self.child(rules)? {
            seen += 1;
            if seen == limits::MAX_DECLARATIONS + 1 {
                let arguments = limit("declarations", limits::MAX_DECLARATIONS);
                self.source.fault(FaultCode::Limit, element.position, arguments);
            }
            if seen > limits::MAX_DECLARATIONS {
                self.skip()?;
                continue;
            }
            match element.name {
                "rule" => self.named_rule(&element)?,
                "action" => self.action(&element)?,
                name if is_class_element(name) => {
                    let read = self.class(&element, Place::Top)?;
                    match (read.name, read.class) {
                        (Some(name), Some(class)) => {
                            self.lgr.declarations.push(Declaration::Class(NamedClass { name, class }));
                        }
                        (name, _) => self.broken.extend(name),
                    }
                }
                _ => self.unexpected(&element, rules)?,
            }
        }
        Ok(())
    }

    /// Tests the name and the count against the place, and `by-ref` against what excludes it.
    fn check_place(&mut self, element: &Element<'i>, place: Place, shared: &mut Shared) {
        let name = element.name.to_owned();
        let mut refuse = |code, arguments| {
            self.source.fault(code, element.position, arguments);
            shared.is_broken = true;
        };
        match place {
            Place::Top if !shared.has_name => refuse(FaultCode::MissingName, vec![name.clone()]),
            Place::Operand | Place::Operator if shared.has_name => {
                refuse(FaultCode::NamedNested, vec![name.clone()]);
            }
            _ => {}
        }
        if place != Place::Operator && shared.count.is_some() {
            let why = if place == Place::Top { " where it is declared" } else { " as an operand" };
            refuse(FaultCode::CountNotAllowed, vec![name, why.to_owned()]);
        }
        if shared.has_by_ref && (shared.has_name || shared.has_references) {
            let conflict = if shared.has_name { "\"name\"" } else { "\"ref\"" };
            refuse(FaultCode::ByRefConflict, vec![conflict.to_owned()]);
        }
    }

    /// A `class` or one of the set operators (section 6.2).
    fn class(&mut self, element: &Element<'i>, place: Place) -> Result<ReadClass, Fatal> {
        if element.name == "class" {
            self.simple_class(element, place)
        } else {
            self.combined_class(element, place)
        }
    }

    fn simple_class(&mut self, element: &Element<'i>, place: Place) -> Result<ReadClass, Fatal> {
        let (mut from_tag, mut property, mut sources) = (None, None, Vec::new());
        let own = |loader: &mut Self, attribute: &Attribute<'i>| {
            Ok(match attribute.name {
                "from-tag" => {
                    sources.push("\"from-tag\"");
                    Own::set(&mut from_tag, loader.token(attribute, FaultCode::BadTag, is_nmtoken)?)
                }
                "property" => {
                    sources.push("\"property\"");
                    Own::set(&mut property, loader.property(attribute)?)
                }
                _ => Own::NotMine,
            })
        };
        let mut shared =
            self.attributes(element, &["name", "by-ref", "count", "ref", "comment"], &[], own)?;
        self.check_place(element, place, &mut shared);
        let text = self.text(element)?;
        let code_points = self.class_code_points(element, &text, &mut shared.is_broken);
        if !text.trim_ascii().is_empty() {
            sources.push("code points");
        }
        let expression = if shared.has_by_ref {
            if let Some(&conflict) = sources.first() {
                self.source.fault(FaultCode::ByRefConflict, element.position, vec![conflict.to_owned()]);
                shared.is_broken = true;
            }
            if place == Place::Top && !shared.has_name {
                let arguments = vec!["by-ref".to_owned(), element.name.to_owned()];
                self.source.fault(FaultCode::UnexpectedAttribute, element.position, arguments);
                shared.is_broken = true;
            }
            shared.by_ref.take().map(ClassExpression::ByRef)
        } else if sources.len() == 1 {
            from_tag
                .map(ClassExpression::FromTag)
                .or(property.map(ClassExpression::Property))
                .or_else(|| (!code_points.is_empty()).then_some(ClassExpression::CodePoints(code_points)))
        } else {
            let found = if sources.is_empty() { "none".to_owned() } else { sources.join(" and ") };
            self.source.fault(FaultCode::ClassSource, element.position, vec![found]);
            None
        };
        Ok(ReadClass::new(element, shared, expression))
    }

    fn property(&mut self, attribute: &Attribute<'i>) -> Result<Option<Property>, Fatal> {
        let value = self.source.value(attribute)?;
        match value.trim_ascii().split_once(':') {
            Some((name, value)) if is_nmtoken(name) && is_nmtoken(value) => {
                Ok(Some(Property { name: name.into(), value: value.into() }))
            }
            _ => {
                self.bad_value(FaultCode::BadProperty, attribute, &value);
                Ok(None)
            }
        }
    }

    /// The shorthand `0061 0062-0064` (section 6.2.4).
    fn class_code_points(
        &mut self,
        element: &Element<'i>,
        text: &str,
        is_broken: &mut bool,
    ) -> Vec<CodePointRange> {
        let mut ranges = Vec::new();
        for part in text.split_ascii_whitespace() {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            match (code_point(first), code_point(last)) {
                (Ok(first), Ok(last)) if first <= last => ranges.push(CodePointRange { first, last }),
                (Ok(_), Ok(_)) => {
                    self.source.fault(FaultCode::ReversedRange, element.position, vec![excerpt(part)]);
                    *is_broken = true;
                }
                _ => {
                    self.source.fault(FaultCode::BadCodePoint, element.position, vec![excerpt(part)]);
                    *is_broken = true;
                }
            }
        }
        ranges
    }

    fn combined_class(&mut self, element: &Element<'i>, place: Place) -> Result<ReadClass, Fatal> {
        // A set combination is always referred to by a `class` element.
        let mut shared =
            self.attributes(element, &["name", "count", "ref", "comment"], &[], |_, _| Ok(Own::NotMine))?;
        shared.is_broken |= shared.has_unexpected;
        self.check_place(element, place, &mut shared);
        let (mut operands, mut found) = (Vec::new(), 0_usize);
        while let Some(child) = self.child(element)? {
            if !is_class_element(child.name) {
                self.unexpected(&child, element)?;
                shared.is_broken = true;
                continue;
            }
            found += 1;
            let operand = self.class(&child, Place::Operand)?.class;
            shared.is_broken |= operand.is_none();
            operands.extend(operand);
        }
        let expression = self.combine(element, operands, found);
        Ok(ReadClass::new(element, shared, expression))
    }

    fn combine(
        &mut self,
        element: &Element<'i>,
        operands: Vec<Class>,
        found: usize,
    ) -> Option<ClassExpression> {
        let (expected, right) = match element.name {
            "complement" => ("one operand", found == 1),
            "union" => ("two or more operands", found >= 2),
            _ => ("two operands", found == 2),
        };
        if !right {
            let arguments = vec![element.name.to_owned(), expected.to_owned(), format!("{found}")];
            self.source.fault(FaultCode::OperandCount, element.position, arguments);
            return None;
        }
        if element.name == "union" {
            return (operands.len() == found).then_some(ClassExpression::Union(operands));
        }
        if element.name == "complement" {
            return operands.into_iter().next().map(|operand| ClassExpression::Complement(Box::new(operand)));
        }
        let pair = Box::new(<[Class; 2]>::try_from(operands).ok()?);
        Some(match element.name {
            "intersection" => ClassExpression::Intersection(pair),
            "difference" => ClassExpression::Difference(pair),
            _ => ClassExpression::SymmetricDifference(pair),
        })
    }

    fn named_rule(&mut self, element: &Element<'i>) -> Result<(), Fatal> {
        let mut shared =
            self.attributes(element, &["name", "ref", "comment"], &[], |_, _| Ok(Own::NotMine))?;
        shared.is_broken |= shared.has_unexpected;
        self.check_place(element, Place::Top, &mut shared);
        let body = self.matches(element)?;
        match (shared.name, body) {
            (Some(name), Some(body)) if !shared.is_broken => {
                self.lgr.declarations.push(Declaration::Rule(Rule {
                    name,
                    body,
                    references: shared.references,
                    comment: shared.comment,
                    origin: element.position.into(),
                }))
            }
            (name, _) => self.broken.extend(name),
        }
        Ok(())
    }

    /// The match operators inside an element; nothing if one of them is not sound.
    fn matches(&mut self, parent: &Element<'i>) -> Result<Option<Vec<Match>>, Fatal> {
        let mut body = Vec::new();
        let mut sound = true;
        loop {
            match self.source.next()? {
                Content::Open(element) if element.is_lgr => match self.operator(&element, parent)? {
                    Some(operator) => body.push(operator),
                    None => sound = false,
                },
                Content::Open(element) => {
                    self.unexpected(&element, parent)?;
                    sound = false;
                }
                Content::Text(_, position) => {
                    self.source.fault(FaultCode::UnexpectedText, position, vec![parent.name.to_owned()]);
                    sound = false;
                }
                Content::Close | Content::End => return Ok(sound.then_some(body)),
            }
        }
    }

    fn operator(&mut self, element: &Element<'i>, parent: &Element<'i>) -> Result<Option<Match>, Fatal> {
        match element.name {
            name if is_class_element(name) => {
                let read = self.class(element, Place::Operator)?;
                Ok(read.class.map(|class| Match {
                    operator: Operator::Class(class.expression),
                    count: read.count,
                    references: class.references,
                    comment: class.comment,
                    origin: class.origin,
                }))
            }
            "any" | "start" | "end" | "anchor" | "char" | "choice" | "rule" | "look-behind"
            | "look-ahead" => self.plain_operator(element),
            _ => {
                self.unexpected(element, parent)?;
                Ok(None)
            }
        }
    }

    /// Every match operator that is not a class.
    fn plain_operator(&mut self, element: &Element<'i>) -> Result<Option<Match>, Fatal> {
        let mut cp = None;
        let (required, shared): (&[&str], &[&str]) = match element.name {
            "char" => (&["cp"], &["count", "ref", "comment"]),
            "rule" => (&[], &["name", "by-ref", "count", "ref", "comment"]),
            "any" | "choice" => (&[], &["count", "comment"]),
            _ => (&[], &["comment"]),
        };
        let own = |loader: &mut Self, attribute: &Attribute<'i>| {
            Ok(match attribute.name {
                "cp" if element.name == "char" => {
                    let read = loader.cp(attribute)?;
                    if read.as_ref().is_some_and(|cp| cp.is_empty()) {
                        loader.bad_value(FaultCode::BadCodePoint, attribute, "");
                    }
                    Own::set(&mut cp, read.filter(|cp| !cp.is_empty()))
                }
                "count" if !shared.contains(&"count") => {
                    let arguments = vec![element.name.to_owned(), String::new()];
                    let position = loader.source.position(attribute);
                    loader.source.fault(FaultCode::CountNotAllowed, position, arguments);
                    Own::Broken
                }
                _ => Own::NotMine,
            })
        };
        let mut shared = self.attributes(element, shared, required, own)?;
        shared.is_broken |= shared.has_unexpected;
        self.check_place(element, Place::Operator, &mut shared);
        let children = match element.name {
            "choice" | "rule" | "look-behind" | "look-ahead" => self.matches(element)?,
            _ => {
                while let Some(child) = self.child(element)? {
                    self.unexpected(&child, element)?;
                    shared.is_broken = true;
                }
                Some(Vec::new())
            }
        };
        let Some(children) = children else { return Ok(None) };
        let operator = match element.name {
            "any" => Some(Operator::Any),
            "start" => Some(Operator::Start),
            "end" => Some(Operator::End),
            "anchor" => Some(Operator::Anchor),
            "char" => cp.map(Operator::Literal),
            "choice" if children.len() < 2 => {
                let found = format!("{}", children.len());
                self.source.fault(FaultCode::ChoiceTooShort, element.position, vec![found]);
                None
            }
            "choice" => Some(Operator::Choice(children)),
            "look-behind" => Some(Operator::LookBehind(children)),
            "look-ahead" => Some(Operator::LookAhead(children)),
            _ if shared.has_by_ref && !children.is_empty() => {
                let arguments = vec!["child elements".to_owned()];
                self.source.fault(FaultCode::ByRefConflict, element.position, arguments);
                None
            }
            _ if shared.has_by_ref => shared.by_ref.map(Operator::RuleRef),
            _ => Some(Operator::Group(children)),
        };
        Ok(operator.filter(|_| !shared.is_broken).map(|operator| Match {
            operator,
            count: shared.count,
            references: shared.references,
            comment: shared.comment,
            origin: element.position.into(),
        }))
    }

    fn action(&mut self, element: &Element<'i>) -> Result<(), Fatal> {
        let (mut disposition, mut matching, mut not_matching) = (None, None, None);
        let mut triggers: Vec<VariantTrigger> = Vec::new();
        let own = |loader: &mut Self, attribute: &Attribute<'i>| {
            let trigger = match attribute.name {
                "disp" => {
                    let token = loader.token(attribute, FaultCode::BadDisposition, is_nmtoken)?;
                    return Ok(Own::set(&mut disposition, token));
                }
                "match" => return Ok(Own::set(&mut matching, loader.identifier(attribute)?)),
                "not-match" => return Ok(Own::set(&mut not_matching, loader.identifier(attribute)?)),
                "any-variant" => VariantTrigger::Any,
                "all-variants" => VariantTrigger::All,
                "only-variants" => VariantTrigger::Only,
                _ => return Ok(Own::NotMine),
            };
            let types = loader.list(ListKind::Types, attribute)?;
            let is_sound = !types.is_empty();
            triggers.push(trigger(types));
            Ok(if is_sound { Own::Sound } else { Own::Broken })
        };
        let mut shared = self.attributes(element, &["ref", "comment"], &["disp"], own)?;
        self.no_children(element)?;
        let rule = match (matching, not_matching) {
            (Some(_), Some(_)) => {
                self.source.fault(FaultCode::BothMatches, element.position, Vec::new());
                shared.is_broken = true;
                None
            }
            (Some(rule), None) => Some(RuleTrigger::Match(rule)),
            (None, Some(rule)) => Some(RuleTrigger::NotMatch(rule)),
            (None, None) => None,
        };
        if let [first, second, ..] = &*triggers {
            let arguments = vec![first.attribute().to_owned(), second.attribute().to_owned()];
            self.source.fault(FaultCode::SeveralVariantTriggers, element.position, arguments);
            shared.is_broken = true;
        }
        if let Some(disposition) = disposition.filter(|_| !shared.is_broken) {
            self.lgr.declarations.push(Declaration::Action(Action {
                disposition,
                rule,
                variants: triggers.pop(),
                references: shared.references,
                comment: shared.comment,
                origin: element.position.into(),
            }));
        }
        Ok(())
    }
}

fn is_class_element(name: &str) -> bool {
    matches!(name, "class" | "complement" | "union" | "intersection" | "difference" | "symmetric-difference")
}
