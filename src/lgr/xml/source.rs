//! The seam to the XML library: elements, attributes and text with their positions.
//!
//! Well-formedness is the library's business, apart from what it leaves to its caller: characters
//! that XML forbids, `<` in attribute values, repeated attributes, namespaces, what may stand
//! outside the root. Document type declarations and entities are never read.

use alloc::borrow::{Cow, ToOwned};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use quick_xml::Reader;
use quick_xml::events::Event;
use quick_xml::events::attributes::Attributes;
use quick_xml::name::{Namespace, NamespaceResolver, QName, ResolveResult};

use super::limits;
use crate::finding::{self, Fault, FaultCode, Faults};
use crate::lgr::{Position, Strictness};
use crate::text::is_xml_char;

/// The namespace of RFC 7940 section 4.1.
pub(super) const NAMESPACE: &str = "urn:ietf:params:xml:ns:lgr-1.0";

/// Reading cannot go on; the fault that says why is already recorded.
#[derive(Debug)]
pub(super) struct Fatal;

/// The next piece of the document.
#[derive(Debug)]
pub(super) enum Content<'i> {
    /// An element begins; its attributes wait in [`Source::take_attributes`].
    Open(Element<'i>),
    /// The innermost open element ends.
    Close,
    /// Text; white space alone is passed over where only elements are expected.
    Text(Cow<'i, str>, Position),
    /// The document ends.
    End,
}

/// The beginning of an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element<'i> {
    /// The local name.
    pub name: &'i str,
    /// True if it is in the namespace of LGRs.
    pub is_lgr: bool,
    /// Where it stands.
    pub position: Position,
}

/// An attribute as written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attribute<'i> {
    /// The name; no prefix means no namespace.
    pub name: &'i str,
    /// The value as written, references and all.
    raw: &'i str,
    offset: usize,
    /// True if the value is what is written: it has no references and no white space to normalize.
    is_literal: bool,
}

/// Counts lines and columns while moving forward.
#[derive(Clone, Copy, Debug)]
struct Cursor {
    offset: usize,
    position: Position,
}

impl Cursor {
    const START: Self = Self { offset: 0, position: Position { line: 1, column: 1 } };

    fn advanced(mut self, input: &str, offset: usize) -> Self {
        let passed = input.as_bytes().get(self.offset..offset).unwrap_or(&[]);
        let tail = match passed.iter().rposition(|&byte| byte == b'\n') {
            Some(last) => {
                let lines = passed.iter().filter(|&&byte| byte == b'\n').count();
                self.position.line = self.position.line.saturating_add(saturate(lines));
                self.position.column = 1;
                passed.get(last + 1..).unwrap_or(&[])
            }
            None => passed,
        };
        // Bytes that do not continue a code point are as many as the code points.
        let columns = tail.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
        self.position.column = self.position.column.saturating_add(saturate(columns));
        self.offset = offset;
        self
    }
}

fn saturate(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A document being read.
pub(super) struct Source<'i> {
    input: &'i str,
    reader: Reader<&'i [u8]>,
    cursor: Cursor,
    depth: usize,
    elements: usize,
    pending_close: bool,
    seen_root: bool,
    namespaces: NamespaceResolver,
    attributes: Vec<Attribute<'i>>,
    pub(super) faults: Faults,
    strictness: Strictness,
}

impl<'i> Source<'i> {
    pub(super) fn new(input: &'i str, strictness: Strictness) -> Self {
        let mut reader = Reader::from_str(input);
        reader.config_mut().check_comments = true;
        Self {
            input,
            reader,
            cursor: Cursor::START,
            depth: 0,
            elements: 0,
            pending_close: false,
            seen_root: false,
            namespaces: NamespaceResolver::default(),
            attributes: Vec::new(),
            faults: Faults::lenient(strictness == Strictness::Lenient),
            strictness,
        }
    }

    /// Records a fault; in lenient mode an error also says that something was left out.
    pub(super) fn fault(&mut self, code: FaultCode, position: Position, arguments: Vec<String>) {
        self.faults.add(Fault::new(code, Some(position), arguments));
    }

    /// Records a fault after which nothing is left out.
    pub(super) fn tolerated(&mut self, code: FaultCode, position: Position, arguments: Vec<String>) {
        self.faults.tolerate(Fault::new(code, Some(position), arguments));
    }

    pub(super) fn strictness(&self) -> Strictness {
        self.strictness
    }

    fn fatal<T>(&mut self, code: FaultCode, position: Position, arguments: Vec<String>) -> Result<T, Fatal> {
        self.tolerated(code, position, arguments);
        Err(Fatal)
    }

    fn ill_formed<T>(&mut self, offset: usize, detail: &str) -> Result<T, Fatal> {
        let position = self.cursor.advanced(self.input, offset.max(self.cursor.offset)).position;
        self.fatal(FaultCode::NotWellFormed, position, vec![detail.to_owned()])
    }

    fn limit<T>(&mut self, what: &str, limit: usize) -> Result<T, Fatal> {
        let position = self.cursor.position;
        self.fatal(FaultCode::Limit, position, finding::limit(what, limit))
    }

    /// Refuses characters that XML 1.0 section 2.2 forbids anywhere in a document.
    pub(super) fn check_characters(&mut self) -> Result<(), Fatal> {
        fn forbidden(byte: u8) -> bool {
            byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')
        }
        let bytes = self.input.as_bytes();
        let mut offset = 0;
        for chunk in bytes.chunks(4096) {
            let (bad, lead) = chunk
                .iter()
                .fold((false, false), |(bad, lead), &byte| (bad | forbidden(byte), lead | (byte == 0xEF)));
            if bad && let Some(at) = chunk.iter().position(|&byte| forbidden(byte)) {
                return self.ill_formed(offset + at, "a character that XML does not allow");
            }
            // U+FFFE and U+FFFF are EF BF BE and EF BF BF; few chunks hold the first octet at all.
            if lead {
                for at in
                    chunk.iter().enumerate().filter(|(_, byte)| **byte == 0xEF).map(|(at, _)| offset + at)
                {
                    if matches!(bytes.get(at..at + 3), Some([0xEF, 0xBF, 0xBE | 0xBF])) {
                        return self.ill_formed(at, "a character that XML does not allow");
                    }
                }
            }
            offset += chunk.len();
        }
        Ok(())
    }

    /// The next element, end or text; comments, processing instructions and white space are passed.
    pub(super) fn next(&mut self) -> Result<Content<'i>, Fatal> {
        self.advance(false)
    }

    /// As [`Source::next`], but white space counts as text, as it does inside text.
    pub(super) fn next_with_space(&mut self) -> Result<Content<'i>, Fatal> {
        self.advance(true)
    }

    fn advance(&mut self, keep_space: bool) -> Result<Content<'i>, Fatal> {
        if self.pending_close {
            self.pending_close = false;
            self.close();
            return Ok(Content::Close);
        }
        loop {
            let start = self.offset();
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(error) => {
                    let at = usize::try_from(self.reader.error_position()).unwrap_or(start);
                    return self.ill_formed(at, &error.to_string());
                }
            };
            match event {
                Event::Start(_) => return self.open(start).map(Content::Open),
                Event::Empty(_) => {
                    let element = self.open(start)?;
                    self.pending_close = true;
                    return Ok(Content::Open(element));
                }
                Event::End(_) => {
                    self.close();
                    return Ok(Content::Close);
                }
                Event::Text(text) if !keep_space && text.bytes().all(is_space) => {}
                Event::Text(text) => return self.text(start, text.xml10_content()),
                Event::CData(text) => return self.text(start, text.xml10_content()),
                Event::GeneralRef(_) => {
                    let text = self.since(start)?;
                    let Ok(text) = quick_xml::escape::unescape(text) else {
                        return self.ill_formed(start, &format!("reference {text} is not defined"));
                    };
                    if !text.chars().all(is_xml_char) {
                        return self.ill_formed(start, "a reference to a character that XML does not allow");
                    }
                    return self.text(start, text);
                }
                Event::Decl(_) if start != 0 => {
                    return self.ill_formed(start, "the XML declaration must come first");
                }
                Event::DocType(_) => {
                    self.cursor = self.cursor.advanced(self.input, start);
                    let position = self.cursor.position;
                    return self.fatal(FaultCode::Doctype, position, Vec::new());
                }
                Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
                Event::Eof if self.depth > 0 || !self.seen_root => {
                    return self.ill_formed(start, "the document ends too early");
                }
                Event::Eof => return Ok(Content::End),
            }
        }
    }

    fn offset(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    /// The event just read, as it stands in the document.
    fn since(&mut self, start: usize) -> Result<&'i str, Fatal> {
        let text = self.input.get(start..self.offset());
        debug_assert!(text.is_some(), "events end between characters");
        text.map_or_else(|| self.ill_formed(start, "an event that is not text"), Ok)
    }

    fn text(&mut self, start: usize, text: Cow<'i, str>) -> Result<Content<'i>, Fatal> {
        if self.depth == 0 {
            return self.ill_formed(start, "text outside the root element");
        }
        self.cursor = self.cursor.advanced(self.input, start);
        Ok(Content::Text(text, self.cursor.position))
    }

    fn close(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        self.namespaces.pop();
    }

    fn open(&mut self, start: usize) -> Result<Element<'i>, Fatal> {
        self.cursor = self.cursor.advanced(self.input, start);
        let position = self.cursor.position;
        if self.depth == 0 && self.seen_root {
            return self.ill_formed(start, "a second root element");
        }
        self.seen_root = true;
        self.depth += 1;
        self.elements += 1;
        if self.depth > limits::MAX_DEPTH {
            return self.limit("nested elements", limits::MAX_DEPTH);
        }
        if self.elements > limits::MAX_ELEMENTS {
            return self.limit("elements", limits::MAX_ELEMENTS);
        }
        let tag = self.since(start)?;
        let content = tag.strip_prefix('<').unwrap_or(tag);
        let content = content.strip_suffix('>').unwrap_or(content);
        let content = content.strip_suffix('/').unwrap_or(content);
        let name_end = content.bytes().position(is_space).unwrap_or(content.len());
        let qualified = content.get(..name_end).unwrap_or(content);
        self.namespaces.set_level(self.namespaces.level() + 1);
        self.read_attributes(content, name_end, start + 1)?;
        let (namespace, name) = self.namespaces.resolve_element(QName(qualified));
        let is_lgr = namespace == ResolveResult::Bound(Namespace(NAMESPACE));
        Ok(Element { name: name.into_inner(), is_lgr, position })
    }

    fn read_attributes(&mut self, content: &'i str, name_end: usize, base: usize) -> Result<(), Fatal> {
        self.attributes.clear();
        if name_end == content.len() {
            return Ok(());
        }
        let mut attributes = Attributes::new(content, name_end);
        attributes.with_checks(false);
        for attribute in attributes {
            let (key, raw) = match attribute {
                Ok(attribute) => (attribute.key, attribute.value),
                Err(error) => return self.ill_formed(base, &error.to_string()),
            };
            // The library borrows from the slice that it is given.
            let Cow::Borrowed(raw) = raw else { continue };
            let offset = base + (raw.as_ptr().addr().saturating_sub(content.as_ptr().addr()));
            let is_literal = !raw.bytes().any(|byte| matches!(byte, b'<' | b'&' | b'\t' | b'\n' | b'\r'));
            if !is_literal && raw.contains('<') {
                return self.ill_formed(offset, "\"<\" in an attribute value");
            }
            if self.attributes.iter().any(|other| other.name == key.0) {
                return self.ill_formed(offset, &format!("attribute \"{}\" occurs twice", key.0));
            }
            if self.attributes.len() == limits::MAX_ATTRIBUTES {
                return self.limit("attributes of an element", limits::MAX_ATTRIBUTES);
            }
            if let Some(prefix) = key.as_namespace_binding()
                && let Err(error) = self.namespaces.add(prefix, Namespace(raw))
            {
                return self.ill_formed(offset, &error.to_string());
            }
            self.attributes.push(Attribute { name: key.0, raw, offset, is_literal });
        }
        Ok(())
    }

    /// The attributes of the element just opened; give the list back with [`Source::recycle`].
    ///
    /// Namespace declarations stay out of it, and attributes of other namespaces are noted and left.
    pub(super) fn take_attributes(&mut self) -> Vec<Attribute<'i>> {
        let mut attributes = core::mem::take(&mut self.attributes);
        if attributes.iter().any(|attribute| attribute.name.contains(':') || attribute.name == "xmlns") {
            attributes.retain(|attribute| {
                let Some((prefix, _)) = attribute.name.split_once(':') else {
                    return attribute.name != "xmlns";
                };
                if prefix != "xmlns" {
                    let position = self.position(attribute);
                    self.tolerated(FaultCode::Foreign, position, vec![attribute.name.to_owned()]);
                }
                false
            });
        }
        attributes
    }

    pub(super) fn recycle(&mut self, attributes: Vec<Attribute<'i>>) {
        self.attributes = attributes;
    }

    /// Where the value of an attribute of the element just opened begins.
    pub(super) fn position(&self, attribute: &Attribute<'i>) -> Position {
        self.cursor.advanced(self.input, attribute.offset.max(self.cursor.offset)).position
    }

    /// The value of an attribute, references resolved, white space normalized (XML 1.0 section 3.3.3).
    pub(super) fn value(&mut self, attribute: &Attribute<'i>) -> Result<Cow<'i, str>, Fatal> {
        let raw = attribute.raw;
        if attribute.is_literal {
            return Ok(Cow::Borrowed(raw));
        }
        let spaced = raw.replace("\r\n", " ").replace(['\t', '\n', '\r'], " ");
        match quick_xml::escape::unescape(&spaced) {
            Ok(value) if value.chars().all(is_xml_char) => Ok(Cow::Owned(value.into_owned())),
            Ok(_) => self.ill_formed(attribute.offset, "a reference to a character that XML does not allow"),
            Err(error) => self.ill_formed(attribute.offset, &error.to_string()),
        }
    }

    /// The default namespace of the root element, for a message.
    pub(super) fn default_namespace(attributes: &[Attribute<'i>]) -> &'i str {
        attributes.iter().find(|attribute| attribute.name == "xmlns").map_or("", |attribute| attribute.raw)
    }

    /// The attributes as they are, namespace declarations included.
    pub(super) fn raw_attributes(&self) -> &[Attribute<'i>] {
        &self.attributes
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}
