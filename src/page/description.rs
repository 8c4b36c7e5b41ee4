//! The description of a ruleset as HTML: it comes from a file and is not to be trusted.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use std::collections::HashSet;

use super::ruleset::escape;
use crate::view::ruleset::MetadataView;

/// The description as HTML that is safe inside a page: no scripts, no styles, nothing loaded.
///
/// Headings go below those of the page.
pub(super) fn render(metadata: &MetadataView) -> Option<String> {
    let text = metadata.description.as_deref().filter(|text| !text.trim_ascii().is_empty())?;
    let is_html = metadata
        .description_type
        .as_deref()
        .is_some_and(|kind| kind.trim_ascii().to_ascii_lowercase().starts_with("text/html"));
    if !is_html {
        return Some(format!("<div class=\"plain\">{}</div>", escape(text.trim_matches('\n'))));
    }
    let clean = ammonia::Builder::default()
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .rm_tags(["img", "map", "area", "center", "acronym", "strike", "tt", "hgroup", "rp", "rt", "ruby"])
        .rm_tag_attributes("table", ["align", "char", "charoff", "summary"])
        .rm_tag_attributes("td", ["align", "char", "charoff"])
        .rm_tag_attributes("th", ["align", "char", "charoff"])
        .rm_tag_attributes("tr", ["align", "char", "charoff"])
        .rm_tag_attributes("thead", ["align", "char", "charoff"])
        .rm_tag_attributes("tbody", ["align", "char", "charoff"])
        .rm_tag_attributes("tfoot", ["align", "char", "charoff"])
        .rm_tag_attributes("col", ["align", "char", "charoff"])
        .rm_tag_attributes("colgroup", ["align", "char", "charoff"])
        .rm_tag_attributes("hr", ["align", "size", "width"])
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
            _ => Some(Cow::Borrowed(value)),
        })
        .clean(text);
    let mut html = String::from("<div class=\"description\">");
    html.push_str(&tidy(&format!("{clean}")));
    html.push_str("</div>");
    Some(html)
}

/// The level of the headings above the description.
const OUTER_LEVEL: u8 = 2;

/// Makes sanitized HTML fit for its place: headings go below those of the page, none skips a level,
/// and what stands in a list outside an item gets an item around it.
///
/// The input is what the sanitizer wrote, so every element is closed and text holds no `<`.
fn tidy(html: &str) -> String {
    let mut tidy = Tidy { out: String::with_capacity(html.len()), ..Tidy::default() };
    tidy.highest = (1..=6).find(|level| html.contains(&format!("<h{level}"))).unwrap_or(1);
    let mut rest = html;
    while let Some((text, tail)) = rest.split_once('<') {
        tidy.text(text);
        let Some((tag, after)) = split_tag(tail) else { break };
        tidy.tag(tag);
        rest = after;
    }
    tidy.text(rest.split('<').next().unwrap_or(""));
    tidy.out
}

/// Splits a tag at the `>` that is not inside an attribute value.
fn split_tag(tail: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    let end = tail.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    })?;
    Some((tail.get(..end)?, tail.get(end + 1..)?))
}

#[derive(Default)]
struct Tidy<'a> {
    out: String,
    /// Open elements; an empty name stands for an item put in here.
    open: Vec<&'a str>,
    /// The highest level of heading in the description.
    highest: u8,
    /// The new level of the heading last opened; 0 before the first.
    level: u8,
}

impl<'a> Tidy<'a> {
    fn in_list(&self) -> bool {
        matches!(self.open.last(), Some(&("ul" | "ol")))
    }

    fn item(&mut self) {
        self.out.push_str("<li>");
        self.open.push("");
    }

    fn end_item(&mut self) {
        if self.open.last() == Some(&"") {
            self.open.pop();
            self.out.push_str("</li>");
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_list() && !text.trim_ascii().is_empty() {
            self.item();
        }
        self.out.push_str(text);
    }

    fn tag(&mut self, tag: &'a str) {
        if let Some(name) = tag.strip_prefix('/') {
            if matches!(name, "ul" | "ol") {
                self.end_item();
            }
            self.open.pop();
            self.close(name);
            return;
        }
        let name_end = tag.find([' ', '/']).unwrap_or(tag.len());
        let (name, attributes) = tag.split_at_checked(name_end).unwrap_or((tag, ""));
        if name == "li" {
            self.end_item();
        } else if self.in_list() {
            self.item();
        }
        if !matches!(name, "br" | "hr" | "wbr" | "col") {
            self.open.push(name);
        }
        match heading_level(name) {
            Some(level) => {
                let wanted = OUTER_LEVEL + 1 + level.saturating_sub(self.highest);
                self.level = wanted.min(self.level.max(OUTER_LEVEL) + 1).min(6);
                self.out.push_str(&format!("<h{}{attributes}>", self.level));
            }
            None => self.out.push_str(&format!("<{name}{attributes}>")),
        }
    }

    fn close(&mut self, name: &str) {
        match heading_level(name) {
            Some(_) => self.out.push_str(&format!("</h{}>", self.level)),
            None => self.out.push_str(&format!("</{name}>")),
        }
    }
}

fn heading_level(name: &str) -> Option<u8> {
    name.strip_prefix('h')?.parse().ok().filter(|level| (1..=6).contains(level))
}
