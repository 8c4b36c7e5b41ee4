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

use super::data::origin;
use super::limits;
use super::loader::{Loader, excerpt};
use super::source::{Attribute, Node, Outcome, Tag};
use super::values::{ListKind, code_point, is_nmtoken};
use crate::finding::{FaultCode, limit};
use crate::lgr::{
    Action, Class, ClassExpression, CodePointRange, Count, Declaration, Identifier, IdentifierList, Match,
    NamedClass, Operator, Property, Rule, RuleTrigger, VariantTrigger,
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

/// The attributes that classes, rules and match operators share.
#[derive(Default)]
struct Shared {
    name: Option<Identifier>,
    by_ref: Option<Identifier>,
    count: Option<Count>,
    references: IdentifierList,
    comment: Option<Box<str>>,
    has: Has,
    sound: bool,
}

/// Which of them were written, whatever their value.
#[derive(Default)]
struct Has {
    name: bool,
    by_ref: bool,
    references: bool,
}

impl<'i> Loader<'i> {
    pub(super) fn rules(&mut self, rules: &Tag<'i>) -> Outcome<()> {
        let mut seen = 0;
        while let Some(tag) = self.child(rules)? {
            seen += 1;
            if seen == limits::MAX_DECLARATIONS + 1 {
                let arguments = limit("declarations", limits::MAX_DECLARATIONS);
                self.source.fault(FaultCode::Limit, tag.position, arguments);
            }
            if seen > limits::MAX_DECLARATIONS {
                self.skip()?;
                continue;
            }
            match tag.name {
                "rule" => self.named_rule(&tag)?,
                "action" => self.action(&tag)?,
                name if is_class_element(name) => {
                    let read = self.class(&tag, Place::Top)?;
                    match (read.name, read.class) {
                        (Some(name), Some(class)) => {
                            self.lgr.declarations.push(Declaration::Class(NamedClass { name, class }));
                        }
                        (name, _) => self.broken.extend(name),
                    }
                }
                _ => self.unexpected(&tag, rules)?,
            }
        }
        Ok(())
    }

    /// Reads one of the shared attributes; false if it is none of them.
    fn shared(&mut self, attribute: &Attribute<'i>, shared: &mut Shared) -> Outcome<bool> {
        match attribute.name {
            "name" => {
                shared.has.name = true;
                shared.name = self.identifier(attribute)?;
                shared.sound &= shared.name.is_some();
            }
            "by-ref" => {
                shared.has.by_ref = true;
                shared.by_ref = self.identifier(attribute)?;
                shared.sound &= shared.by_ref.is_some();
            }
            "count" => {
                let value = self.source.value(attribute)?;
                shared.count = Count::parse(value.trim_ascii());
                if shared.count.is_none() {
                    self.bad_value(FaultCode::BadCount, attribute, &value);
                    shared.sound = false;
                }
            }
            "ref" => {
                shared.has.references = true;
                shared.references = self.list(ListKind::References, attribute)?;
            }
            "comment" => shared.comment = self.comment(attribute)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Tests the name and the count against the place, and `by-ref` against what excludes it.
    fn check_place(&mut self, tag: &Tag<'i>, place: Place, shared: &mut Shared) {
        match place {
            Place::Top if !shared.has.name => {
                self.source.fault(FaultCode::MissingName, tag.position, vec![tag.name.to_owned()]);
                shared.sound = false;
            }
            Place::Operand | Place::Operator if shared.has.name => {
                self.source.fault(FaultCode::NamedNested, tag.position, vec![tag.name.to_owned()]);
                shared.sound = false;
            }
            _ => {}
        }
        if place != Place::Operator && shared.count.is_some() {
            let why = if place == Place::Top { "where it is declared" } else { "as an operand" };
            let arguments = vec![tag.name.to_owned(), format!(" {why}")];
            self.source.fault(FaultCode::CountNotAllowed, tag.position, arguments);
            shared.sound = false;
        }
        if shared.has.by_ref {
            let conflict = if shared.has.name {
                Some("\"name\"")
            } else if shared.has.references {
                Some("\"ref\"")
            } else {
                None
            };
            if let Some(conflict) = conflict {
                self.source.fault(FaultCode::ByRefConflict, tag.position, vec![conflict.to_owned()]);
                shared.sound = false;
            }
        }
    }

    /// A `class` or one of the set operators (section 6.2).
    fn class(&mut self, tag: &Tag<'i>, place: Place) -> Outcome<ReadClass> {
        if tag.name == "class" { self.simple_class(tag, place) } else { self.combined_class(tag, place) }
    }

    fn simple_class(&mut self, tag: &Tag<'i>, place: Place) -> Outcome<ReadClass> {
        let mut shared = Shared { sound: true, ..Shared::default() };
        let (mut from_tag, mut property, mut sources) = (None, None, Vec::new());
        let attributes = self.source.take_attributes();
        for attribute in &attributes {
            match attribute.name {
                "from-tag" => {
                    sources.push("\"from-tag\"");
                    from_tag = self.tag_name(attribute)?;
                    shared.sound &= from_tag.is_some();
                }
                "property" => {
                    sources.push("\"property\"");
                    property = self.property(attribute)?;
                    shared.sound &= property.is_some();
                }
                _ => {
                    if !self.shared(attribute, &mut shared)? {
                        self.unexpected_attribute(attribute, tag);
                    }
                }
            }
        }
        self.source.recycle(attributes);
        self.check_place(tag, place, &mut shared);
        let text = self.text(tag)?;
        let code_points = self.class_code_points(tag, &text, &mut shared.sound);
        if !text.trim_ascii().is_empty() {
            sources.push("code points");
        }
        let expression = if shared.has.by_ref {
            if let Some(&conflict) = sources.first() {
                self.source.fault(FaultCode::ByRefConflict, tag.position, vec![conflict.to_owned()]);
                shared.sound = false;
            }
            if place == Place::Top && !shared.has.name {
                let arguments = vec!["by-ref".to_owned(), tag.name.to_owned()];
                self.source.fault(FaultCode::UnexpectedAttribute, tag.position, arguments);
                shared.sound = false;
            }
            shared.by_ref.map(ClassExpression::ByRef)
        } else if sources.len() == 1 {
            from_tag
                .map(ClassExpression::FromTag)
                .or(property.map(ClassExpression::Property))
                .or_else(|| (!code_points.is_empty()).then_some(ClassExpression::CodePoints(code_points)))
        } else {
            let found = if sources.is_empty() { "none".to_owned() } else { sources.join(" and ") };
            self.source.fault(FaultCode::ClassSource, tag.position, vec![found]);
            None
        };
        let sound = shared.sound;
        let class = expression.filter(|_| sound).map(|expression| Class {
            expression,
            references: shared.references,
            comment: shared.comment,
            origin: origin(tag),
        });
        Ok(ReadClass { name: shared.name, count: shared.count, class })
    }

    fn property(&mut self, attribute: &Attribute<'i>) -> Outcome<Option<Property>> {
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
    fn class_code_points(&mut self, tag: &Tag<'i>, text: &str, sound: &mut bool) -> Vec<CodePointRange> {
        let mut ranges = Vec::new();
        for part in text.split_ascii_whitespace() {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            match (code_point(first), code_point(last)) {
                (Ok(first), Ok(last)) if first <= last => ranges.push(CodePointRange { first, last }),
                (Ok(_), Ok(_)) => {
                    self.source.fault(FaultCode::ReversedRange, tag.position, vec![excerpt(part)]);
                    *sound = false;
                }
                _ => {
                    self.source.fault(FaultCode::BadCodePoint, tag.position, vec![excerpt(part)]);
                    *sound = false;
                }
            }
        }
        ranges
    }

    fn combined_class(&mut self, tag: &Tag<'i>, place: Place) -> Outcome<ReadClass> {
        let mut shared = Shared { sound: true, ..Shared::default() };
        let attributes = self.source.take_attributes();
        for attribute in &attributes {
            // A set combination is always referred to by a `class` element.
            if attribute.name == "by-ref" || !self.shared(attribute, &mut shared)? {
                self.unexpected_attribute(attribute, tag);
                shared.sound = false;
            }
        }
        self.source.recycle(attributes);
        self.check_place(tag, place, &mut shared);
        let (mut operands, mut found) = (Vec::new(), 0_usize);
        while let Some(child) = self.child(tag)? {
            if !is_class_element(child.name) {
                self.unexpected(&child, tag)?;
                shared.sound = false;
                continue;
            }
            found += 1;
            let operand = self.class(&child, Place::Operand)?.class;
            shared.sound &= operand.is_some();
            operands.extend(operand);
        }
        let expression = self.combine(tag, operands, found);
        let sound = shared.sound;
        let class = expression.filter(|_| sound).map(|expression| Class {
            expression,
            references: shared.references,
            comment: shared.comment,
            origin: origin(tag),
        });
        Ok(ReadClass { name: shared.name, count: shared.count, class })
    }

    fn combine(&mut self, tag: &Tag<'i>, operands: Vec<Class>, found: usize) -> Option<ClassExpression> {
        let (expected, right) = match tag.name {
            "complement" => ("one operand", found == 1),
            "union" => ("two or more operands", found >= 2),
            _ => ("two operands", found == 2),
        };
        if !right {
            let arguments = vec![tag.name.to_owned(), expected.to_owned(), format!("{found}")];
            self.source.fault(FaultCode::OperandCount, tag.position, arguments);
            return None;
        }
        if tag.name == "union" {
            return (operands.len() == found).then_some(ClassExpression::Union(operands));
        }
        if tag.name == "complement" {
            return operands.into_iter().next().map(|operand| ClassExpression::Complement(Box::new(operand)));
        }
        let pair = Box::new(<[Class; 2]>::try_from(operands).ok()?);
        Some(match tag.name {
            "intersection" => ClassExpression::Intersection(pair),
            "difference" => ClassExpression::Difference(pair),
            _ => ClassExpression::SymmetricDifference(pair),
        })
    }

    fn named_rule(&mut self, tag: &Tag<'i>) -> Outcome<()> {
        let mut shared = Shared { sound: true, ..Shared::default() };
        let attributes = self.source.take_attributes();
        for attribute in &attributes {
            if matches!(attribute.name, "by-ref" | "count") || !self.shared(attribute, &mut shared)? {
                self.unexpected_attribute(attribute, tag);
                shared.sound = false;
            }
        }
        self.source.recycle(attributes);
        self.check_place(tag, Place::Top, &mut shared);
        let body = self.matches(tag)?;
        match (shared.name, body) {
            (Some(name), Some(body)) if shared.sound => self.lgr.declarations.push(Declaration::Rule(Rule {
                name,
                body,
                references: shared.references,
                comment: shared.comment,
                origin: origin(tag),
            })),
            (name, _) => self.broken.extend(name),
        }
        Ok(())
    }

    /// The match operators inside an element; nothing if one of them is not sound.
    fn matches(&mut self, parent: &Tag<'i>) -> Outcome<Option<Vec<Match>>> {
        let mut body = Vec::new();
        let mut sound = true;
        loop {
            match self.source.next()? {
                Node::Open(tag) if tag.is_lgr => match self.operator(&tag, parent)? {
                    Some(operator) => body.push(operator),
                    None => sound = false,
                },
                Node::Open(tag) => {
                    self.unexpected(&tag, parent)?;
                    sound = false;
                }
                Node::Text(_, position) => {
                    self.source.fault(FaultCode::UnexpectedText, position, vec![parent.name.to_owned()]);
                    sound = false;
                }
                Node::Close | Node::End => return Ok(sound.then_some(body)),
            }
        }
    }

    fn operator(&mut self, tag: &Tag<'i>, parent: &Tag<'i>) -> Outcome<Option<Match>> {
        match tag.name {
            name if is_class_element(name) => {
                let read = self.class(tag, Place::Operator)?;
                Ok(read.class.map(|class| Match {
                    operator: Operator::Class(class.expression),
                    count: read.count,
                    references: class.references,
                    comment: class.comment,
                    origin: class.origin,
                }))
            }
            "any" | "start" | "end" | "anchor" | "char" | "choice" | "rule" | "look-behind"
            | "look-ahead" => self.plain_operator(tag),
            _ => {
                self.unexpected(tag, parent)?;
                Ok(None)
            }
        }
    }

    /// Every match operator that is not a class.
    fn plain_operator(&mut self, tag: &Tag<'i>) -> Outcome<Option<Match>> {
        let mut shared = Shared { sound: true, ..Shared::default() };
        let (mut cp, mut has_cp) = (None, false);
        let attributes = self.source.take_attributes();
        for attribute in &attributes {
            let known = match (attribute.name, tag.name) {
                ("cp", "char") => {
                    has_cp = true;
                    cp = self.cp(attribute)?;
                    if cp.as_ref().is_some_and(|cp| cp.is_empty()) {
                        self.bad_value(FaultCode::BadCodePoint, attribute, "");
                        cp = None;
                    }
                    shared.sound &= cp.is_some();
                    true
                }
                ("comment", _) | ("name" | "by-ref", "rule") | ("ref", "char" | "rule") => {
                    self.shared(attribute, &mut shared)?
                }
                ("count", "start" | "end" | "anchor" | "look-behind" | "look-ahead") => {
                    let arguments = vec![tag.name.to_owned(), String::new()];
                    let position = self.source.position(attribute);
                    self.source.fault(FaultCode::CountNotAllowed, position, arguments);
                    shared.sound = false;
                    true
                }
                ("count", _) => self.shared(attribute, &mut shared)?,
                _ => false,
            };
            if !known {
                self.unexpected_attribute(attribute, tag);
                shared.sound = false;
            }
        }
        self.source.recycle(attributes);
        self.check_place(tag, Place::Operator, &mut shared);
        if tag.name == "char" && !has_cp {
            self.missing_attribute("cp", tag);
        }
        let children = match tag.name {
            "choice" | "rule" | "look-behind" | "look-ahead" => self.matches(tag)?,
            _ => {
                while let Some(child) = self.child(tag)? {
                    self.unexpected(&child, tag)?;
                    shared.sound = false;
                }
                Some(Vec::new())
            }
        };
        let Some(children) = children else { return Ok(None) };
        let operator = match tag.name {
            "any" => Some(Operator::Any),
            "start" => Some(Operator::Start),
            "end" => Some(Operator::End),
            "anchor" => Some(Operator::Anchor),
            "char" => cp.map(Operator::Literal),
            "choice" if children.len() < 2 => {
                let found = format!("{}", children.len());
                self.source.fault(FaultCode::ChoiceTooShort, tag.position, vec![found]);
                None
            }
            "choice" => Some(Operator::Choice(children)),
            "look-behind" => Some(Operator::LookBehind(children)),
            "look-ahead" => Some(Operator::LookAhead(children)),
            _ if shared.has.by_ref && !children.is_empty() => {
                let arguments = vec!["child elements".to_owned()];
                self.source.fault(FaultCode::ByRefConflict, tag.position, arguments);
                None
            }
            _ if shared.has.by_ref => shared.by_ref.map(Operator::RuleRef),
            _ => Some(Operator::Group(children)),
        };
        let sound = shared.sound;
        Ok(operator.filter(|_| sound).map(|operator| Match {
            operator,
            count: shared.count,
            references: shared.references,
            comment: shared.comment,
            origin: origin(tag),
        }))
    }

    fn action(&mut self, tag: &Tag<'i>) -> Outcome<()> {
        let (mut disposition, mut has_disposition) = (None, false);
        let (mut matching, mut not_matching) = (None, None);
        let mut triggers: Vec<VariantTrigger> = Vec::new();
        let mut shared = Shared { sound: true, ..Shared::default() };
        let attributes = self.source.take_attributes();
        for attribute in &attributes {
            match attribute.name {
                "disp" => {
                    has_disposition = true;
                    disposition = self.token(attribute, FaultCode::BadDisposition, is_nmtoken)?;
                }
                "match" => {
                    matching = self.identifier(attribute)?;
                    shared.sound &= matching.is_some();
                }
                "not-match" => {
                    not_matching = self.identifier(attribute)?;
                    shared.sound &= not_matching.is_some();
                }
                "any-variant" | "all-variants" | "only-variants" => {
                    let types = self.list(ListKind::Types, attribute)?;
                    shared.sound &= !types.is_empty();
                    triggers.push(match attribute.name {
                        "any-variant" => VariantTrigger::Any(types),
                        "all-variants" => VariantTrigger::All(types),
                        _ => VariantTrigger::Only(types),
                    });
                }
                "ref" | "comment" => {
                    self.shared(attribute, &mut shared)?;
                }
                _ => self.unexpected_attribute(attribute, tag),
            }
        }
        self.source.recycle(attributes);
        while let Some(child) = self.child(tag)? {
            self.unexpected(&child, tag)?;
        }
        if !has_disposition {
            self.missing_attribute("disp", tag);
        }
        let rule = match (matching, not_matching) {
            (Some(_), Some(_)) => {
                self.source.fault(FaultCode::BothMatches, tag.position, Vec::new());
                shared.sound = false;
                None
            }
            (Some(rule), None) => Some(RuleTrigger::Match(rule)),
            (None, Some(rule)) => Some(RuleTrigger::NotMatch(rule)),
            (None, None) => None,
        };
        if let [first, second, ..] = &*triggers {
            let arguments = vec![first.attribute().to_owned(), second.attribute().to_owned()];
            self.source.fault(FaultCode::SeveralVariantTriggers, tag.position, arguments);
            shared.sound = false;
        }
        if let Some(disposition) = disposition.filter(|_| shared.sound) {
            self.lgr.declarations.push(Declaration::Action(Action {
                disposition,
                rule,
                variants: triggers.pop(),
                references: shared.references,
                comment: shared.comment,
                origin: origin(tag),
            }));
        }
        Ok(())
    }
}

fn is_class_element(name: &str) -> bool {
    matches!(name, "class" | "complement" | "union" | "intersection" | "difference" | "symmetric-difference")
}
