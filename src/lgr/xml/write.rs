//! The writer: an LGR as an XML document that reads back equal.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Display;
use std::io;

use quick_xml::escape::partial_escape;
use quick_xml::events::{BytesCData, BytesDecl, BytesStart, BytesText, Event};
use quick_xml::writer::Writer;

use super::source::NAMESPACE;
use crate::lgr::{
    Action, Class, ClassExpression, CodePoints, ContextRule, Declaration, Description, Entry, IdentifierList,
    Lgr, Match, Metadata, Operator, Variant,
};
use crate::text::is_xml_char;

/// The ruleset as an XML document in UTF-8, in document order, two spaces to a level.
///
/// Read again, it equals the ruleset ([`read`](super::read)). Characters that XML cannot hold (control
/// characters in a comment, say) become U+FFFD REPLACEMENT CHARACTER.
///
/// ```
/// use ulabel::lgr::{CharEntry, Entry, Lgr, Strictness, xml};
///
/// let mut lgr = Lgr::default();
/// lgr.data.push(Entry::Char(CharEntry::new('ß'))); // U+00DF LATIN SMALL LETTER SHARP S
/// let text = xml::write(&lgr);
/// assert!(text.contains(r#"<char cp="00DF"/>"#));
/// assert_eq!(xml::read(text.as_bytes(), Strictness::Strict)?.lgr, lgr);
/// # Ok::<(), ulabel::lgr::Refused>(())
/// ```
#[must_use]
pub fn write(lgr: &Lgr) -> String {
    let mut document = Document(Writer::new_with_indent(Vec::new(), b' ', 2));
    let written = document.lgr(lgr);
    debug_assert!(written.is_ok(), "writing to memory does not fail");
    let mut text = String::from_utf8_lossy(&document.0.into_inner()).into_owned();
    text.push('\n');
    text
}

/// The start of an element, to which attributes are added one after the other.
struct Start(BytesStart<'static>);

impl Start {
    fn new(name: &'static str) -> Self {
        Self(BytesStart::new(name))
    }

    fn with(mut self, name: &str, value: &dyn Display) -> Self {
        self.0.push_attribute((name, &*writable(&value.to_string())));
        self
    }

    fn with_some(self, name: &str, value: Option<&dyn Display>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    fn with_list(self, name: &str, list: &IdentifierList) -> Self {
        if list.is_empty() { self } else { self.with(name, list) }
    }

    fn with_context(self, context: Option<&ContextRule>) -> Self {
        match context {
            Some(context) => self.with(context.attribute(), context.rule()),
            None => self,
        }
    }

    fn with_annotations(self, references: &IdentifierList, comment: Option<&str>) -> Self {
        self.with_list("ref", references).with_some("comment", comment.as_ref().map(|comment| comment as _))
    }
}

struct Document(Writer<Vec<u8>>);

impl Document {
    fn lgr(&mut self, lgr: &Lgr) -> io::Result<()> {
        self.0.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        self.parent(Start::new("lgr").with("xmlns", &NAMESPACE), |document| {
            if lgr.metadata != Metadata::default() {
                document.parent(Start::new("meta"), |document| document.metadata(&lgr.metadata))?;
            }
            document.parent(Start::new("data"), |document| {
                lgr.data.iter().try_for_each(|entry| document.entry(entry))
            })?;
            if lgr.declarations.is_empty() {
                return Ok(());
            }
            document.parent(Start::new("rules"), |document| {
                lgr.declarations.iter().try_for_each(|declaration| document.declaration(declaration))
            })
        })
    }

    /// An element with others inside.
    fn parent(&mut self, start: Start, inside: impl FnOnce(&mut Self) -> io::Result<()>) -> io::Result<()> {
        let end = start.0.to_end().into_owned();
        self.0.write_event(Event::Start(start.0))?;
        inside(self)?;
        self.0.write_event(Event::End(end))
    }

    /// An element with nothing inside.
    fn empty(&mut self, start: Start) -> io::Result<()> {
        self.0.write_event(Event::Empty(start.0))
    }

    /// An element with text inside.
    fn text(&mut self, start: Start, text: &dyn Display) -> io::Result<()> {
        let text = text.to_string();
        let text = BytesText::from_escaped(partial_escape(writable(&text)));
        self.parent(start, |document| document.0.write_event(Event::Text(text)))
    }

    /// An element with others inside, or with nothing where there are none.
    fn list<T>(
        &mut self,
        start: Start,
        members: &[T],
        write: impl Fn(&mut Self, &T) -> io::Result<()>,
    ) -> io::Result<()> {
        if members.is_empty() {
            return self.empty(start);
        }
        self.parent(start, |document| members.iter().try_for_each(|member| write(document, member)))
    }

    fn metadata(&mut self, metadata: &Metadata) -> io::Result<()> {
        if let Some(version) = &metadata.version {
            let start = Start::new("version");
            let start = start.with_annotations(&IdentifierList::EMPTY, version.comment.as_deref());
            self.text(start, &version.value)?;
        }
        if let Some(date) = &metadata.date {
            self.text(Start::new("date"), &date.value)?;
        }
        for language in &metadata.languages {
            self.text(Start::new("language"), &language.value)?;
        }
        for scope in &metadata.scopes {
            self.text(Start::new("scope").with("type", &scope.kind), &scope.value)?;
        }
        if let Some(start) = &metadata.validity_start {
            self.text(Start::new("validity-start"), &start.value)?;
        }
        if let Some(end) = &metadata.validity_end {
            self.text(Start::new("validity-end"), &end.value)?;
        }
        if let Some(version) = &metadata.unicode_version {
            self.text(Start::new("unicode-version"), &format_args!("{}.0", version.value))?;
        }
        if let Some(description) = &metadata.description {
            self.description(description)?;
        }
        if metadata.references.is_empty() {
            return Ok(());
        }
        self.parent(Start::new("references"), |document| {
            metadata.references.iter().try_for_each(|reference| {
                let start = Start::new("reference").with("id", &reference.id);
                let start = start.with_annotations(&IdentifierList::EMPTY, reference.comment.as_deref());
                document.text(start, &reference.text)
            })
        })
    }

    fn description(&mut self, description: &Description) -> io::Result<()> {
        let media_type = description.media_type.as_ref().map(|media_type| media_type as _);
        let start = Start::new("description").with_some("type", media_type);
        let text = &*description.text;
        // Markup stays readable in a CDATA section; a carriage return or a terminator does not survive one.
        let fits = !text.contains("]]>") && !text.contains('\r') && !text.contains(is_unwritable);
        if text.contains(['<', '&']) && fits {
            return self
                .parent(start, |document| document.0.write_event(Event::CData(BytesCData::new(text))));
        }
        self.text(start, &text)
    }

    fn entry(&mut self, entry: &Entry) -> io::Result<()> {
        match entry {
            Entry::Char(char) => {
                let start = Start::new("char").with("cp", &char.cp).with_context(char.context.as_ref());
                let start = start.with_list("tag", &char.tags);
                let start = start.with_annotations(&char.references, char.comment.as_deref());
                self.list(start, &char.variants, Self::variant)
            }
            Entry::Range(range) => {
                let start = Start::new("range").with("first-cp", &CodePoints::from(range.first));
                let start = start.with("last-cp", &CodePoints::from(range.last));
                let start = start.with_context(range.context.as_ref()).with_list("tag", &range.tags);
                self.empty(start.with_annotations(&range.references, range.comment.as_deref()))
            }
        }
    }

    fn variant(&mut self, variant: &Variant) -> io::Result<()> {
        let kind = variant.kind.as_ref().map(|kind| kind as _);
        let start = Start::new("var").with("cp", &variant.cp).with_some("type", kind);
        let start = start.with_context(variant.context.as_ref());
        self.empty(start.with_annotations(&variant.references, variant.comment.as_deref()))
    }

    fn declaration(&mut self, declaration: &Declaration) -> io::Result<()> {
        match declaration {
            Declaration::Class(class) => self.class(&class.class, Some(&class.name)),
            Declaration::Rule(rule) => {
                let start = Start::new("rule").with("name", &rule.name);
                let start = start.with_annotations(&rule.references, rule.comment.as_deref());
                self.list(start, &rule.body, Self::operator)
            }
            Declaration::Action(action) => self.action(action),
        }
    }

    fn class(&mut self, class: &Class, name: Option<&str>) -> io::Result<()> {
        let start = Start::new(class.expression.element());
        let start = start.with_some("name", name.as_ref().map(|name| name as _));
        let start = class_source(start, &class.expression);
        let start = start.with_annotations(&class.references, class.comment.as_deref());
        self.class_content(start, &class.expression)
    }

    fn class_content(&mut self, start: Start, expression: &ClassExpression) -> io::Result<()> {
        if let ClassExpression::CodePoints(ranges) = expression {
            let ranges: Vec<String> = ranges.iter().map(ToString::to_string).collect();
            return self.text(start, &ranges.join(" "));
        }
        self.list(start, expression.operands(), |document, operand| document.class(operand, None))
    }

    fn operator(&mut self, operator: &Match) -> io::Result<()> {
        let start = Start::new(operator.operator.element());
        let start = match &operator.operator {
            Operator::Class(expression) => class_source(start, expression),
            Operator::Literal(cp) => start.with("cp", cp),
            Operator::RuleRef(name) => start.with("by-ref", name),
            _ => start,
        };
        let start = start.with_some("count", operator.count.as_ref().map(|count| count as _));
        let start = start.with_annotations(&operator.references, operator.comment.as_deref());
        match &operator.operator {
            Operator::Class(expression) => self.class_content(start, expression),
            other => self.list(start, other.children(), Self::operator),
        }
    }

    fn action(&mut self, action: &Action) -> io::Result<()> {
        let mut start = Start::new("action").with("disp", &action.disposition);
        if let Some(trigger) = &action.rule {
            start = start.with(trigger.attribute(), trigger.rule());
        }
        if let Some(trigger) = &action.variants {
            start = start.with(trigger.attribute(), trigger.types());
        }
        self.empty(start.with_annotations(&action.references, action.comment.as_deref()))
    }
}

/// Adds the attribute that says where a class comes from.
fn class_source(start: Start, expression: &ClassExpression) -> Start {
    match expression {
        ClassExpression::ByRef(name) => start.with("by-ref", name),
        ClassExpression::FromTag(tag) => start.with("from-tag", tag),
        ClassExpression::Property(property) => start.with("property", property),
        _ => start,
    }
}

/// Text with U+FFFD REPLACEMENT CHARACTER for what no XML document can hold.
fn writable(text: &str) -> Cow<'_, str> {
    if text.contains(is_unwritable) {
        Cow::Owned(text.replace(is_unwritable, "\u{FFFD}"))
    } else {
        Cow::Borrowed(text)
    }
}

fn is_unwritable(c: char) -> bool {
    !is_xml_char(c)
}
