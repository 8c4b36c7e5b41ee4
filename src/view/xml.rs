//! Documents of XML, written with two spaces to a level.

use alloc::string::String;
use alloc::vec::Vec;
use std::io;

use quick_xml::events::{BytesDecl, BytesText, Event};
use quick_xml::writer::Writer;

/// A document in memory.
pub(super) type Xml = Writer<Vec<u8>>;

/// A document in UTF-8 with what `inside` writes.
pub(super) fn write(inside: impl FnOnce(&mut Xml) -> io::Result<()>) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    let declaration = Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None));
    let written = writer.write_event(declaration).and_then(|()| inside(&mut writer));
    debug_assert!(written.is_ok(), "writing to memory does not fail");
    let mut text = String::from_utf8_lossy(&writer.into_inner()).into_owned();
    text.push('\n');
    text
}

/// An element with others inside.
pub(super) fn parent(
    writer: &mut Xml,
    element: &str,
    attributes: &[(&str, &str)],
    inside: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    let start = writer.create_element(element).with_attributes(attributes.iter().copied());
    start.write_inner_content(inside).map(|_| ())
}

/// An element with text inside, which is escaped.
pub(super) fn text(
    writer: &mut Xml,
    element: &str,
    attributes: &[(&str, &str)],
    text: &str,
) -> io::Result<()> {
    let start = writer.create_element(element).with_attributes(attributes.iter().copied());
    start.write_text_content(BytesText::new(text)).map(|_| ())
}

/// An element with nothing inside.
pub(super) fn empty(writer: &mut Xml, element: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    let start = writer.create_element(element).with_attributes(attributes.iter().copied());
    start.write_empty().map(|_| ())
}
