//! The description of a ruleset as HTML: it comes from a file and is not to be trusted.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use std::collections::HashSet;

use maud::{Markup, PreEscaped, html};

use crate::view::ruleset::MetadataView;

/// The description as HTML that is safe inside a page: no scripts, no styles, nothing loaded.
pub(super) fn render(metadata: &MetadataView) -> Option<Markup> {
    let text = metadata.description.as_deref().filter(|text| !text.trim_ascii().is_empty())?;
    let media_type = metadata.description_type.as_deref().map(|media_type| media_type.trim_ascii());
    let is_html = media_type.is_some_and(|name| name.to_ascii_lowercase().starts_with("text/html"));
    Some(html! {
        div lang="" dir="auto" {
            @if is_html {
                div.description { (PreEscaped(fit(&sanitized(text)))) }
            } @else {
                div.plain { (text.trim_matches('\n')) }
            }
        }
    })
}

fn sanitized(text: &str) -> String {
    const OBSOLETE: [&str; 7] = ["align", "char", "charoff", "height", "size", "summary", "width"];
    let mut sanitizer = ammonia::Builder::default();
    sanitizer
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .rm_tags(["img", "map", "area", "center", "acronym", "strike", "tt", "hgroup", "rp", "rt", "ruby"])
        .link_rel(None)
        .add_generic_attributes(["id"])
        .id_prefix(Some("d-"))
        .attribute_filter(|element, attribute, value| match (element, attribute) {
            // Links inside the description follow its ids.
            ("a", "href") => Some(match value.strip_prefix('#') {
                Some(fragment) => Cow::Owned(format!("#d-{fragment}")),
                None => Cow::Borrowed(value),
            }),
            (_, "id") if value.contains(' ') || value.is_empty() => None,
            (_, attribute) if OBSOLETE.contains(&attribute) => None,
            _ => Some(Cow::Borrowed(value)),
        });
    sanitizer.clean(text).to_string()
}

/// The level of the headings above the description.
const OUTER_LEVEL: usize = 2;

/// Makes sanitized HTML fit for its place: headings go below those of the page and skip no level, and what
/// stands in a list outside an item gets an item around it, as HTML asks.
///
/// The input is what the sanitizer wrote: every element is closed, and neither text nor attributes hold `<`
/// or `>`.
fn fit(html: &str) -> String {
    let mut fit = Fit { out: String::with_capacity(html.len()), open: Vec::new(), levels: Vec::new() };
    for piece in html.split_inclusive('>') {
        let (text, tag) = piece.split_once('<').unwrap_or((piece, ""));
        if !text.trim_ascii().is_empty() {
            fit.begin_item();
        }
        fit.out.push_str(text);
        match tag.strip_prefix('/') {
            Some(name) => fit.end(name.trim_end_matches('>')),
            None if tag.is_empty() => {}
            None => fit.start(tag),
        }
    }
    fit.out
}

struct Fit<'a> {
    out: String,
    /// The names of the open elements, as written; an empty one is an item put in here.
    open: Vec<Cow<'a, str>>,
    /// The levels, as read, of the last heading and of those that it stands under.
    levels: Vec<u8>,
}

impl<'a> Fit<'a> {
    /// Puts in an item if a list is open and no item of it is.
    fn begin_item(&mut self) {
        if matches!(self.open.last().map(|name| &**name), Some("ul" | "ol")) {
            self.out.push_str("<li>");
            self.open.push("".into());
        }
    }

    fn end_item(&mut self) {
        if self.open.pop_if(|name| name.is_empty()).is_some() {
            self.out.push_str("</li>");
        }
    }

    fn start(&mut self, tag: &'a str) {
        let (name, attributes) = tag.split_at(tag.find([' ', '>']).unwrap_or(tag.len()));
        match name {
            "li" => self.end_item(),
            _ => self.begin_item(),
        }
        let name = match name.strip_prefix('h').and_then(|level| level.parse().ok()) {
            Some(level) => Cow::Owned(format!("h{}", self.level(level))),
            None => Cow::Borrowed(name),
        };
        self.out.push('<');
        self.out.push_str(&name);
        self.out.push_str(attributes);
        if !matches!(&*name, "br" | "hr" | "wbr" | "col") {
            self.open.push(name);
        }
    }

    fn end(&mut self, name: &str) {
        if matches!(name, "ul" | "ol") {
            self.end_item();
        }
        match self.open.pop() {
            Some(name) => self.out.push_str(&format!("</{name}>")),
            None => debug_assert!(false, "every end has its start"),
        }
    }

    /// The level of a heading below those of the page and of the description that it stands under.
    fn level(&mut self, level: u8) -> usize {
        while self.levels.pop_if(|above| *above >= level).is_some() {}
        self.levels.push(level);
        (OUTER_LEVEL + self.levels.len()).min(6)
    }
}
