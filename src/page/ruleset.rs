//! A ruleset as one HTML page: no scripts, no styles or fonts from elsewhere, ready to be published.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::description;
use crate::language::Language;
use crate::view::ruleset::text::{condition, members, summary};
use crate::view::ruleset::words::Word;
use crate::view::ruleset::{ActionView, DefinitionView, EntryView, SetView, StatisticsView, View};

const STYLE: &str = include_str!("style.css");

/// The page, in UTF-8.
#[must_use]
pub fn render(view: &View, language: Language) -> String {
    let mut page = Page { out: String::new(), language, prose: "" };
    page.document(view);
    page.out
}

struct Page {
    out: String,
    language: Language,
    /// The language tag of what the file says; empty, since the file does not tell.
    prose: &'static str,
}

impl Page {
    fn push(&mut self, html: &str) {
        self.out.push_str(html);
    }

    fn word(&self, word: Word) -> &'static str {
        self.language.word(word)
    }

    fn document(&mut self, view: &View) {
        let direction = if self.language.is_rtl() { "rtl" } else { "ltr" };
        let title = self.title(view);
        let tag = self.language.tag();
        self.push(&format!(
            "<!DOCTYPE html>\n<html lang=\"{tag}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
             <style>\n{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n</header>\n"
        ));
        let description = description::render(&view.metadata);
        self.contents(view, description.is_some());
        self.push("<main>\n");
        self.metadata(view);
        if let Some(description) = description {
            self.section("description", Word::Description);
            self.push(&format!("<div lang=\"{}\" dir=\"auto\">", self.prose));
            self.push(&description);
            self.push("</div>\n</section>\n");
        }
        self.summary(&view.statistics);
        self.repertoire(&view.repertoire);
        self.sets(&view.variant_sets);
        self.definitions("class", Word::Classes, &view.classes);
        self.definitions("rule", Word::Rules, &view.rules);
        if !view.rules.is_empty() || !view.classes.is_empty() {
            self.notation();
        }
        self.actions(&view.actions);
        self.references(view);
        self.push("</main>\n</body>\n</html>\n");
    }

    fn title(&self, view: &View) -> String {
        let languages = view.metadata.languages.join(", ");
        let title = self.word(Word::Title);
        if languages.is_empty() { title.into() } else { format!("{title}: {}", escape(&languages)) }
    }

    fn contents(&mut self, view: &View, description: bool) {
        let sections = [
            ("metadata", Word::Metadata, true),
            ("description", Word::Description, description),
            ("summary", Word::Summary, true),
            ("repertoire", Word::Repertoire, true),
            ("variant-sets", Word::VariantSets, !view.variant_sets.is_empty()),
            ("classes", Word::Classes, !view.classes.is_empty()),
            ("rules", Word::Rules, !view.rules.is_empty()),
            ("actions", Word::Actions, true),
            ("references", Word::References, !view.metadata.references.is_empty()),
        ];
        self.push(&format!("<nav aria-label=\"{}\">\n<ul>\n", self.word(Word::Contents)));
        for (id, word, _) in sections.into_iter().filter(|(_, _, present)| *present) {
            self.push(&format!("<li><a href=\"#{id}\">{}</a></li>\n", self.word(word)));
        }
        self.push("</ul>\n</nav>\n");
    }

    fn section(&mut self, id: &str, word: Word) {
        self.push(&format!("<section id=\"{id}\">\n<h2>{}</h2>\n", self.word(word)));
    }

    /// The head of a table with these columns.
    fn table(&mut self, columns: &[Word]) {
        self.push("<div class=\"wide\">\n<table>\n<thead>\n<tr>");
        for column in columns {
            self.push(&format!("<th scope=\"col\">{}</th>", self.word(*column)));
        }
        self.push("</tr>\n</thead>\n<tbody>\n");
    }

    fn end_table(&mut self) {
        self.push("</tbody>\n</table>\n</div>\n");
    }

    fn cell(&mut self, html: &str) {
        self.push("<td>");
        self.push(html);
        self.push("</td>");
    }

    /// A cell of text from the file, in a language and direction of its own.
    fn prose(&mut self, text: Option<&str>) {
        match text.filter(|text| !text.is_empty()) {
            Some(text) => {
                self.push(&format!("<td lang=\"{}\" dir=\"auto\">{}</td>", self.prose, escape(text)));
            }
            None => self.push("<td></td>"),
        }
    }

    fn metadata(&mut self, view: &View) {
        self.section("metadata", Word::Metadata);
        let metadata = &view.metadata;
        let version = match (&metadata.version, &metadata.version_comment) {
            (Some(version), Some(comment)) => Some(format!("{version} ({comment})")),
            (version, _) => version.clone(),
        };
        let rows = [
            (Word::Version, version),
            (Word::Date, metadata.date.clone()),
            (Word::Languages, joined(&metadata.languages)),
            (Word::Scope, joined(&metadata.scopes)),
            (Word::ValidFrom, metadata.validity_start.clone()),
            (Word::ValidUntil, metadata.validity_end.clone()),
            (Word::UnicodeVersion, metadata.unicode_version.clone()),
        ];
        self.push("<table>\n<tbody>\n");
        let mut empty = true;
        for (word, value) in rows {
            if let Some(value) = value {
                empty = false;
                let row = format!(
                    "<tr><th scope=\"row\">{}</th><td><bdi>{}</bdi></td></tr>\n",
                    self.word(word),
                    escape(&value)
                );
                self.push(&row);
            }
        }
        if empty {
            self.push("<tr><td>–</td></tr>\n");
        }
        self.push("</tbody>\n</table>\n</section>\n");
    }

    fn summary(&mut self, statistics: &StatisticsView) {
        self.section("summary", Word::Summary);
        self.push("<table>\n<tbody>\n");
        for (word, count) in summary(statistics) {
            self.push(&format!("<tr><th scope=\"row\">{}</th><td>{count}</td></tr>\n", self.word(word)));
        }
        for (kind, count) in &statistics.variants_by_type {
            let kind = if kind.is_empty() { Cow::Borrowed(self.word(Word::Untyped)) } else { escape(kind) };
            let variants = self.word(Word::Variants);
            self.push(&format!(
                "<tr><th scope=\"row\">{variants}: <bdi>{kind}</bdi></th><td>{count}</td></tr>\n"
            ));
        }
        self.push("</tbody>\n</table>\n</section>\n");
    }

    fn repertoire(&mut self, entries: &[EntryView]) {
        self.section("repertoire", Word::Repertoire);
        self.table(&[
            Word::CodePoint,
            Word::Glyph,
            Word::Name,
            Word::Script,
            Word::Context,
            Word::VariantSet,
            Word::Tags,
            Word::References,
            Word::Comment,
        ]);
        for entry in entries {
            let class = if entry.out_of_repertoire { " class=\"outside\"" } else { "" };
            self.push(&format!("<tr{class} id=\"{}\">", entry_id(&entry.code_points)));
            let code_points = code_points(&entry.code_points, entry.last.as_deref());
            self.cell(&code_points);
            self.glyph(&entry.glyph, entry.scripts.first().map(|script| &**script));
            self.cell(&format!("<span lang=\"en\" dir=\"ltr\">{}</span>", escape(&entry.names.join(" + "))));
            self.cell(&escape(&entry.scripts.join(", ")));
            let context = self.context(entry.when.as_deref(), entry.not_when.as_deref());
            self.cell(&context);
            let set = entry.variant_set.map_or_else(String::new, |n| format!("<a href=\"#set-{n}\">{n}</a>"));
            self.cell(&set);
            self.cell(&format!("<bdi>{}</bdi>", escape(&entry.tags.join(" "))));
            self.cell(&reference_links(&entry.references));
            self.prose(entry.remark());
            self.push("</tr>\n");
        }
        self.end_table();
        self.push("</section>\n");
    }

    fn glyph(&mut self, glyph: &str, script: Option<&str>) {
        let language = script.filter(|script| !matches!(*script, "Zyyy" | "Zinh" | "Zzzz"));
        let language = language.map_or_else(String::new, |script| format!(" lang=\"und-{script}\""));
        self.push(&format!("<td class=\"glyph\"{language}><bdi>{}</bdi></td>", escape(glyph)));
    }

    fn context(&self, when: Option<&str>, not_when: Option<&str>) -> String {
        let link = |word: Word, rule: &str| {
            format!(
                "{} <a href=\"#rule-{2}\"><bdi>{1}</bdi></a>",
                self.word(word),
                escape(rule),
                identifier(rule)
            )
        };
        match (when, not_when) {
            (Some(rule), _) => link(Word::When, rule),
            (None, Some(rule)) => link(Word::NotWhen, rule),
            (None, None) => String::new(),
        }
    }

    fn sets(&mut self, sets: &[SetView]) {
        if sets.is_empty() {
            return;
        }
        self.section("variant-sets", Word::VariantSets);
        for set in sets {
            self.push(&format!(
                "<h3 id=\"set-{0}\">{1} {0}</h3>\n<ul class=\"members\">\n",
                set.number,
                self.word(Word::VariantSet)
            ));
            for member in &set.members {
                let unlisted =
                    if member.listed { String::new() } else { format!(" ({})", self.word(Word::NotListed)) };
                let link = if member.listed {
                    format!(
                        "<a href=\"#{}\">{}</a>",
                        entry_id(&member.code_points),
                        code_points(&member.code_points, None)
                    )
                } else {
                    code_points(&member.code_points, None)
                };
                // A member of a range has no row of its own.
                let link = if member.in_range { code_points(&member.code_points, None) } else { link };
                self.push(&format!(
                    "<li><bdi class=\"glyph\">{}</bdi> {link} <span lang=\"en\" dir=\"ltr\">{}</span>{unlisted}</li>\n",
                    escape(&member.glyph),
                    escape(&member.names.join(" + "))
                ));
            }
            self.push("</ul>\n");
            self.mappings(set);
        }
        self.push("</section>\n");
    }

    fn mappings(&mut self, set: &SetView) {
        self.table(&[
            Word::Source,
            Word::Glyph,
            Word::Target,
            Word::Glyph,
            Word::Type,
            Word::Context,
            Word::Reverse,
            Word::References,
            Word::Comment,
        ]);
        for mapping in &set.mappings {
            self.push("<tr>");
            self.cell(&code_points(&mapping.source, None));
            self.glyph(&mapping.source_glyph, None);
            self.cell(&code_points(&mapping.target, None));
            self.glyph(&mapping.target_glyph, None);
            let kind = mapping.kind.as_deref().map_or(Cow::Borrowed(self.word(Word::Untyped)), escape);
            self.cell(&format!("<bdi>{kind}</bdi>"));
            let context = self.context(mapping.when.as_deref(), mapping.not_when.as_deref());
            self.cell(&context);
            let symmetric = self.word(if mapping.symmetric { Word::Yes } else { Word::No });
            self.cell(symmetric);
            self.cell(&reference_links(&mapping.references));
            self.prose(mapping.comment.as_deref());
            self.push("</tr>\n");
        }
        self.end_table();
    }

    fn definitions(&mut self, kind: &str, word: Word, definitions: &[DefinitionView]) {
        if definitions.is_empty() {
            return;
        }
        self.section(if kind == "class" { "classes" } else { "rules" }, word);
        let is_class = kind == "class";
        if is_class {
            self.table(&[Word::Name, Word::Definition, Word::Members, Word::References, Word::Comment]);
        } else {
            self.table(&[Word::Name, Word::Definition, Word::References, Word::Comment]);
        }
        for definition in definitions {
            self.push(&format!("<tr id=\"{kind}-{}\">", identifier(&definition.name)));
            self.cell(&format!("<bdi>{}</bdi>", escape(&definition.name)));
            self.cell(&format!("<code dir=\"ltr\">{}</code>", escape(&definition.definition)));
            if is_class {
                self.cell(&format!("<bdi>{}</bdi>", escape(&members(definition, ": "))));
            }
            self.cell(&reference_links(&definition.references));
            self.prose(definition.comment.as_deref());
            self.push("</tr>\n");
        }
        self.end_table();
        self.push("</section>\n");
    }

    fn notation(&mut self) {
        self.section("notation", Word::Notation);
        self.push("<dl>\n");
        for (sign, meaning) in Word::NOTATION {
            self.push(&format!(
                "<dt><code dir=\"ltr\">{}</code></dt><dd>{}</dd>\n",
                escape(sign),
                self.word(meaning)
            ));
        }
        self.push("</dl>\n</section>\n");
    }

    fn actions(&mut self, actions: &[ActionView]) {
        self.section("actions", Word::Actions);
        self.push("<ol start=\"0\">\n");
        for action in actions {
            let class = if action.default { " class=\"outside\"" } else { "" };
            let default =
                if action.default { format!(" ({})", self.word(Word::Default)) } else { String::new() };
            let comment = action.comment.as_deref().filter(|comment| !comment.is_empty());
            let comment = comment.map_or_else(String::new, |comment| {
                format!("<br><small lang=\"{}\" dir=\"auto\">{}</small>", self.prose, escape(comment))
            });
            self.push(&format!(
                "<li{class}><bdi>{}</bdi>: <strong><bdi>{}</bdi></strong>{default} {}{comment}</li>\n",
                escape(&condition(action, self.language)),
                escape(&action.disposition),
                reference_links(&action.references)
            ));
        }
        self.push("</ol>\n</section>\n");
    }

    fn references(&mut self, view: &View) {
        if view.metadata.references.is_empty() {
            return;
        }
        self.section("references", Word::References);
        self.push("<dl>\n");
        for reference in &view.metadata.references {
            let comment = reference.comment.as_deref().filter(|comment| !comment.is_empty());
            let comment = comment.map_or_else(String::new, |comment| format!(" ({})", escape(comment)));
            self.push(&format!(
                "<dt id=\"ref-{0}\">[{0}]</dt><dd lang=\"{1}\" dir=\"auto\">{2}{comment}</dd>\n",
                identifier(&reference.id),
                self.prose,
                escape(&reference.text)
            ));
        }
        self.push("</dl>\n</section>\n");
    }
}

fn joined(list: &[String]) -> Option<String> {
    (!list.is_empty()).then(|| list.join(", "))
}

fn code_points(code_points: &[String], last: Option<&str>) -> String {
    let first = code_points.join(" ");
    let all = match last {
        Some(last) => format!("{first}–{last}"),
        None if first.is_empty() => "∅".into(),
        None => first,
    };
    format!("<code dir=\"ltr\">{all}</code>")
}

fn entry_id(code_points: &[String]) -> String {
    let numbers: Vec<&str> = code_points.iter().map(|cp| cp.trim_start_matches("U+")).collect();
    format!("cp-{}", numbers.join("-"))
}

fn reference_links(ids: &[String]) -> String {
    let links: Vec<String> =
        ids.iter().map(|id| format!("<a href=\"#ref-{0}\">[{0}]</a>", identifier(id))).collect();
    links.join(" ")
}

/// A name as part of an `id`, where HTML allows anything but white space, and of a link.
fn identifier(name: &str) -> String {
    let mut identifier = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' | '.' => identifier.push(c),
            // Colons are common in tags and names; other characters keep their number.
            ':' => identifier.push(c),
            other => identifier.push_str(&format!("_{:X}_", u32::from(other))),
        }
    }
    identifier
}

/// Text as HTML: what has a meaning there is written as a reference, what cannot stand there becomes
/// U+FFFD REPLACEMENT CHARACTER, and embeddings and overrides cannot reach beyond it.
pub(super) fn escape(text: &str) -> Cow<'_, str> {
    let special = |c: char| matches!(c, '&' | '<' | '>' | '"' | '\'') || is_forbidden(c);
    if !text.contains(special) {
        return Cow::Borrowed(text);
    }
    let mut html = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            c if is_forbidden(c) => html.push('\u{FFFD}'),
            c => html.push(c),
        }
    }
    Cow::Owned(html)
}

/// Control characters and noncharacters, which HTML does not allow, and what overrides direction.
fn is_forbidden(c: char) -> bool {
    let number = u32::from(c);
    matches!(c, '\0'..='\u{8}' | '\u{B}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FDD0}'..='\u{FDEF}')
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        || number & 0xFFFE == 0xFFFE
}
