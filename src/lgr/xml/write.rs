//! The writer: an LGR as an XML document that reads back equal.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Display, Write};

use super::source::NAMESPACE;
use crate::lgr::{
    Action, Class, ClassExpression, ContextRule, Count, Declaration, Description, Entry, IdentifierList, Lgr,
    Match, Metadata, Operator, Variant,
};

/// The ruleset as an XML document in UTF-8, in document order, two spaces to a level.
///
/// What [`read`](super::read) makes of it equals the ruleset. Characters that XML cannot hold (control
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
    let mut text = String::new();
    // Writing to a string does not fail.
    let _ = Writer { out: &mut text, open: Vec::new() }.document(lgr);
    text
}

struct Writer<'a> {
    out: &'a mut String,
    open: Vec<&'static str>,
}

impl Writer<'_> {
    fn document(&mut self, lgr: &Lgr) -> fmt::Result {
        self.out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        self.begin("lgr")?;
        self.attribute("xmlns", &NAMESPACE)?;
        self.children()?;
        if lgr.metadata != Metadata::default() {
            self.metadata(&lgr.metadata)?;
        }
        self.begin("data")?;
        self.children()?;
        for entry in &lgr.data {
            self.entry(entry)?;
        }
        self.end()?;
        if !lgr.declarations.is_empty() {
            self.begin("rules")?;
            self.children()?;
            for declaration in &lgr.declarations {
                match declaration {
                    Declaration::Class(class) => self.class(&class.class, Some(&class.name))?,
                    Declaration::Rule(rule) => {
                        self.begin("rule")?;
                        self.attribute("name", &rule.name)?;
                        self.annotations(&rule.references, rule.comment.as_deref())?;
                        self.matches(&rule.body)?;
                    }
                    Declaration::Action(action) => self.action(action)?,
                }
            }
            self.end()?;
        }
        self.end()
    }

    fn begin(&mut self, name: &'static str) -> fmt::Result {
        for _ in &self.open {
            self.out.push_str("  ");
        }
        self.open.push(name);
        write!(self.out, "<{name}")
    }

    /// Ends the start tag, after which children follow on lines of their own.
    fn children(&mut self) -> fmt::Result {
        self.out.write_str(">\n")
    }

    /// Ends an element that has children.
    fn end(&mut self) -> fmt::Result {
        let Some(name) = self.open.pop() else { return Ok(()) };
        for _ in &self.open {
            self.out.push_str("  ");
        }
        writeln!(self.out, "</{name}>")
    }

    /// Ends an element that has nothing inside.
    fn empty(&mut self) -> fmt::Result {
        self.open.pop();
        self.out.write_str("/>\n")
    }

    /// Ends an element that has text inside.
    fn text(&mut self, text: &dyn Display) -> fmt::Result {
        let Some(name) = self.open.pop() else { return Ok(()) };
        self.out.push('>');
        write!(Escape { out: self.out, attribute: false }, "{text}")?;
        writeln!(self.out, "</{name}>")
    }

    fn attribute(&mut self, name: &str, value: &dyn Display) -> fmt::Result {
        write!(self.out, " {name}=\"")?;
        write!(Escape { out: self.out, attribute: true }, "{value}")?;
        self.out.write_char('"')
    }

    fn annotations(&mut self, references: &IdentifierList, comment: Option<&str>) -> fmt::Result {
        if !references.is_empty() {
            self.attribute("ref", references)?;
        }
        comment.map_or(Ok(()), |comment| self.attribute("comment", &comment))
    }

    fn context(&mut self, context: Option<&ContextRule>) -> fmt::Result {
        context.map_or(Ok(()), |context| self.attribute(context.attribute(), context.rule()))
    }

    fn count(&mut self, count: Option<Count>) -> fmt::Result {
        count.map_or(Ok(()), |count| self.attribute("count", &count))
    }

    fn metadata(&mut self, metadata: &Metadata) -> fmt::Result {
        self.begin("meta")?;
        self.children()?;
        if let Some(version) = &metadata.version {
            self.begin("version")?;
            self.annotations(&IdentifierList::EMPTY, version.comment.as_deref())?;
            self.text(&version.value)?;
        }
        if let Some(date) = &metadata.date {
            self.begin("date")?;
            self.text(&date.value)?;
        }
        for language in &metadata.languages {
            self.begin("language")?;
            self.text(&language.value)?;
        }
        for scope in &metadata.scopes {
            self.begin("scope")?;
            self.attribute("type", &scope.kind)?;
            self.text(&scope.value)?;
        }
        if let Some(start) = &metadata.validity_start {
            self.begin("validity-start")?;
            self.text(&start.value)?;
        }
        if let Some(end) = &metadata.validity_end {
            self.begin("validity-end")?;
            self.text(&end.value)?;
        }
        if let Some(version) = &metadata.unicode_version {
            self.begin("unicode-version")?;
            self.text(&format_args!("{}.0", version.value))?;
        }
        if let Some(description) = &metadata.description {
            self.description(description)?;
        }
        if !metadata.references.is_empty() {
            self.begin("references")?;
            self.children()?;
            for reference in &metadata.references {
                self.begin("reference")?;
                self.attribute("id", &reference.id)?;
                self.annotations(&IdentifierList::EMPTY, reference.comment.as_deref())?;
                self.text(&reference.text)?;
            }
            self.end()?;
        }
        self.end()
    }

    fn description(&mut self, description: &Description) -> fmt::Result {
        self.begin("description")?;
        if let Some(media_type) = &description.media_type {
            self.attribute("type", media_type)?;
        }
        let text = &*description.text;
        // Markup stays readable in a CDATA section; a carriage return or a terminator does not survive one.
        if text.contains(['<', '&']) && !text.contains("]]>") && !text.contains(is_unwritable) {
            self.open.pop();
            return writeln!(self.out, "><![CDATA[{text}]]></description>");
        }
        self.text(&text)
    }

    fn entry(&mut self, entry: &Entry) -> fmt::Result {
        match entry {
            Entry::Char(char) => {
                self.begin("char")?;
                self.attribute("cp", &char.cp)?;
                self.context(char.context.as_ref())?;
                self.tags(&char.tags)?;
                self.annotations(&char.references, char.comment.as_deref())?;
                if char.variants.is_empty() {
                    return self.empty();
                }
                self.children()?;
                for variant in &char.variants {
                    self.variant(variant)?;
                }
                self.end()
            }
            Entry::Range(range) => {
                self.begin("range")?;
                self.attribute("first-cp", &format_args!("{:04X}", u32::from(range.first)))?;
                self.attribute("last-cp", &format_args!("{:04X}", u32::from(range.last)))?;
                self.context(range.context.as_ref())?;
                self.tags(&range.tags)?;
                self.annotations(&range.references, range.comment.as_deref())?;
                self.empty()
            }
        }
    }

    fn tags(&mut self, tags: &IdentifierList) -> fmt::Result {
        if tags.is_empty() { Ok(()) } else { self.attribute("tag", tags) }
    }

    fn variant(&mut self, variant: &Variant) -> fmt::Result {
        self.begin("var")?;
        self.attribute("cp", &variant.cp)?;
        if let Some(kind) = &variant.kind {
            self.attribute("type", kind)?;
        }
        self.context(variant.context.as_ref())?;
        self.annotations(&variant.references, variant.comment.as_deref())?;
        self.empty()
    }

    fn class(&mut self, class: &Class, name: Option<&str>) -> fmt::Result {
        self.begin(class.expression.element())?;
        if let Some(name) = name {
            self.attribute("name", &name)?;
        }
        self.class_source(&class.expression)?;
        self.annotations(&class.references, class.comment.as_deref())?;
        self.class_content(&class.expression)
    }

    /// The attribute that says where a class comes from.
    fn class_source(&mut self, expression: &ClassExpression) -> fmt::Result {
        match expression {
            ClassExpression::ByRef(name) => self.attribute("by-ref", name),
            ClassExpression::FromTag(tag) => self.attribute("from-tag", tag),
            ClassExpression::Property(property) => self.attribute("property", property),
            _ => Ok(()),
        }
    }

    fn class_content(&mut self, expression: &ClassExpression) -> fmt::Result {
        if let ClassExpression::CodePoints(ranges) = expression {
            let mut list = String::new();
            for (index, range) in ranges.iter().enumerate() {
                write!(list, "{}{range}", if index > 0 { " " } else { "" })?;
            }
            return self.text(&list);
        }
        if expression.operands().is_empty() {
            return self.empty();
        }
        self.children()?;
        for operand in expression.operands() {
            self.class(operand, None)?;
        }
        self.end()
    }

    /// The operators inside an element whose start tag is still open.
    fn matches(&mut self, body: &[Match]) -> fmt::Result {
        if body.is_empty() {
            return self.empty();
        }
        self.children()?;
        for operator in body {
            self.operator(operator)?;
        }
        self.end()
    }

    fn operator(&mut self, operator: &Match) -> fmt::Result {
        self.begin(operator.operator.element())?;
        match &operator.operator {
            Operator::Class(expression) => self.class_source(expression)?,
            Operator::Literal(cp) => self.attribute("cp", cp)?,
            Operator::RuleRef(name) => self.attribute("by-ref", name)?,
            _ => {}
        }
        self.count(operator.count)?;
        self.annotations(&operator.references, operator.comment.as_deref())?;
        match &operator.operator {
            Operator::Class(expression) => self.class_content(expression),
            other => self.matches(other.children()),
        }
    }

    fn action(&mut self, action: &Action) -> fmt::Result {
        self.begin("action")?;
        self.attribute("disp", &action.disposition)?;
        if let Some(trigger) = &action.rule {
            self.attribute(trigger.attribute(), trigger.rule())?;
        }
        if let Some(trigger) = &action.variants {
            self.attribute(trigger.attribute(), trigger.types())?;
        }
        self.annotations(&action.references, action.comment.as_deref())?;
        self.empty()
    }
}

/// What a reader would not give back as it is, outside attributes.
fn is_unwritable(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{B}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

/// Writes text with what XML gives a meaning replaced by references.
struct Escape<'a> {
    out: &'a mut String,
    attribute: bool,
}

impl Write for Escape<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for c in text.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' if self.attribute => self.out.push_str("&quot;"),
                // White space that a reader would normalize away.
                '\r' => self.out.push_str("&#xD;"),
                '\t' | '\n' if self.attribute => write!(self.out, "&#x{:X};", u32::from(c))?,
                c if is_unwritable(c) => self.out.push('\u{FFFD}'),
                c => self.out.push(c),
            }
        }
        Ok(())
    }
}
