//! A ruleset as one HTML page.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use maud::{DOCTYPE, Markup, PreEscaped, html as markup};

use super::{condition, context, description, members, metadata, stated, statistics, variant_type};
use crate::language::{Messages, Word};
use crate::view::ruleset::notation::SIGNS;
use crate::view::ruleset::{
    ActionView, DefinitionView, EntryView, MappingView, MemberView, ReferenceView, SetView, View,
};

const STYLE: &str = include_str!("style.css");

/// The language tag of text from the file: empty, since the file does not tell its language.
const UNKNOWN: &str = "";

/// The page, in UTF-8. What must not stand in HTML becomes U+FFFD REPLACEMENT CHARACTER, and so do
/// characters that embed or override directions of writing, since they would reach beyond their place.
#[must_use]
pub fn html(view: &View, messages: &Messages) -> String {
    html_after(None, view, messages)
}

/// A section of a page: its id, heading and what it holds.
pub(in crate::page) type Section = (&'static str, String, Markup);

/// The page with a section before the others.
pub(in crate::page) fn html_after(first: Option<Section>, view: &View, messages: &Messages) -> String {
    let page = Page { messages };
    page.document(&page.title(view), &page.sections_after(first, view))
        .into_string()
        .replace(is_unsafe, "\u{FFFD}")
}

/// The content of such a page, with its contents before the sections, for a page that has a head and a heading already.
#[cfg(feature = "policy")]
pub(in crate::page) fn content_after(first: Section, view: &View, messages: &Messages) -> Markup {
    let page = Page { messages };
    let sections = page.sections_after(Some(first), view);
    let content = markup! { (page.contents(&sections)) (bodies(&sections)) };
    PreEscaped(content.into_string().replace(is_unsafe, "\u{FFFD}"))
}

/// What must not stand in a page whose text is shown as it is: also what embeds or overrides.
fn is_unsafe(c: char) -> bool {
    is_forbidden(c) || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Control characters and noncharacters, which HTML does not allow.
pub(in crate::page) fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{B}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FDD0}'..='\u{FDEF}')
        || u32::from(c) & 0xFFFE == 0xFFFE
}

struct Page<'a> {
    messages: &'a Messages,
}

impl Page<'_> {
    fn heading(&self, word: Word) -> String {
        self.messages.heading(word)
    }

    fn word(&self, word: Word) -> &str {
        self.messages.word(word)
    }

    fn title(&self, view: &View) -> String {
        let title = self.heading(Word::RulesetTitle);
        if view.metadata.languages.is_empty() {
            return title;
        }
        format!("{title}: {}", view.metadata.languages.join(", "))
    }

    fn document(&self, title: &str, sections: &[Section]) -> Markup {
        let language = self.messages.language();
        markup! {
            (DOCTYPE) "\n"
            html lang=(language.tag()) dir=(if language.is_rtl() { "rtl" } else { "ltr" }) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (title) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    header { h1 { (title) } }
                    (self.contents(sections))
                    main { (bodies(sections)) }
                }
            }
        }
    }

    fn contents(&self, sections: &[Section]) -> Markup {
        markup! {
            nav aria-label=(self.heading(Word::Contents)) {
                ul {
                    @for (id, heading, _) in sections {
                        li { a href={ "#" (id) } { (heading) } }
                    }
                }
            }
        }
    }

    fn sections_after(&self, first: Option<Section>, view: &View) -> Vec<Section> {
        first.into_iter().chain(self.sections(view)).collect()
    }

    /// The sections that have something to tell: their ids, headings and what they hold.
    fn sections(&self, view: &View) -> Vec<Section> {
        let defined = view.classes.first().or(view.rules.first());
        let sections = [
            ("metadata", Word::Metadata, Some(self.metadata(view))),
            ("description", Word::Description, description::render(&view.metadata)),
            ("summary", Word::Statistics, Some(self.statistics(view))),
            ("repertoire", Word::Repertoire, Some(self.repertoire(&view.repertoire))),
            ("variant-sets", Word::VariantSets, present(&view.variant_sets).map(|sets| self.sets(sets))),
            ("classes", Word::Classes, present(&view.classes).map(|list| self.definitions("class", list))),
            ("rules", Word::ColumnRules, present(&view.rules).map(|list| self.definitions("rule", list))),
            ("notation", Word::Notation, defined.map(|_| self.notation())),
            ("actions", Word::Actions, Some(self.actions(&view.actions))),
            ("references", Word::References, present(&view.metadata.references).map(references)),
        ];
        let present = sections.into_iter().filter_map(|(id, word, body)| Some((id, word, body?)));
        present.map(|(id, word, body)| (id, self.heading(word), body)).collect()
    }

    fn metadata(&self, view: &View) -> Markup {
        let rows = metadata(&view.metadata);
        markup! {
            table {
                tbody {
                    @for (word, value) in &rows {
                        tr { th scope="row" { (self.heading(*word)) } td { bdi { (value) } } }
                    }
                    @if rows.is_empty() { tr { td { "–" } } }
                }
            }
        }
    }

    fn statistics(&self, view: &View) -> Markup {
        markup! {
            table {
                tbody {
                    @for (word, count) in statistics(&view.statistics) {
                        tr { th scope="row" { (self.heading(word)) } td { (count) } }
                    }
                    @for (name, count) in &view.statistics.variants_by_type {
                        tr {
                            th scope="row" {
                                (self.heading(Word::HeadVariants)) ": "
                                bdi { (variant_type(Some(name), self.messages)) }
                            }
                            td { (count) }
                        }
                    }
                }
            }
        }
    }

    /// A table with these columns, which scrolls by itself where it is too wide.
    fn table(&self, columns: &[Word], rows: &Markup) -> Markup {
        markup! {
            // Keys scroll what can be focused.
            div.wide tabindex="0" role="group" aria-label=[columns.first().map(|column| self.heading(*column))] {
                table {
                    thead {
                        tr { @for column in columns { th scope="col" { (self.heading(*column)) } } }
                    }
                    tbody { (rows) }
                }
            }
        }
    }

    fn repertoire(&self, entries: &[EntryView]) -> Markup {
        let columns = [
            Word::CodePoint,
            Word::Glyph,
            Word::ColumnName,
            Word::ColumnScript,
            Word::Context,
            Word::VariantSet,
            Word::Tags,
            Word::References,
            Word::Comment,
        ];
        let rows = markup! {
            @for entry in entries {
                tr class=[outside(entry.out_of_repertoire)] id=(entry_id(&entry.code_points)) {
                    td { (code_points(&entry.code_points, entry.last.as_deref())) }
                    (glyph(&entry.glyph, entry.scripts.first().map(|script| &**script)))
                    td { (names(&entry.names)) }
                    td { (entry.scripts.join(", ")) }
                    td { (self.context(&entry.when, &entry.not_when)) }
                    td { @if let Some(set) = entry.variant_set { a href={ "#set-" (set) } { (set) } } }
                    td { bdi { (entry.tags.join(" ")) } }
                    td { (reference_links(&entry.references)) }
                    (comment_cell(entry.remark()))
                }
            }
        };
        self.table(&columns, &rows)
    }

    fn context(&self, when: &Option<String>, not_when: &Option<String>) -> Markup {
        markup! {
            @if let Some((word, rule)) = context(when, not_when) {
                (self.word(word)) " " a href={ "#rule-" (identifier(rule)) } { bdi { (rule) } }
            }
        }
    }

    fn sets(&self, sets: &[SetView]) -> Markup {
        let columns = [
            Word::VariantSource,
            Word::Glyph,
            Word::VariantTarget,
            Word::Glyph,
            Word::VariantType,
            Word::Context,
            Word::Reverse,
            Word::References,
            Word::Comment,
        ];
        markup! {
            @for set in sets {
                h3 id={ "set-" (set.number) } { (self.heading(Word::VariantSet)) " " (set.number) }
                ul.members { @for member in &set.members { (self.member(member)) } }
                (self.table(&columns, &markup! { @for mapping in &set.mappings { (self.mapping(mapping)) } }))
            }
        }
    }

    fn member(&self, member: &MemberView) -> Markup {
        let number = code_points(&member.code_points, None);
        markup! {
            li {
                bdi.glyph { (member.glyph) } " "
                // A member of a range has no row of its own.
                @if member.listed && !member.in_range {
                    a href={ "#" (entry_id(&member.code_points)) } { (number) }
                } @else { (number) }
                " " (names(&member.names))
                @if !member.listed { " (" (self.word(Word::NotInRepertoire)) ")" }
            }
        }
    }

    fn mapping(&self, mapping: &MappingView) -> Markup {
        markup! {
            tr {
                td { (code_points(&mapping.source, None)) }
                (glyph(&mapping.source_glyph, None))
                td { (code_points(&mapping.target, None)) }
                (glyph(&mapping.target_glyph, None))
                td { bdi { (variant_type(mapping.kind.as_deref(), self.messages)) } }
                td { (self.context(&mapping.when, &mapping.not_when)) }
                td { (self.word(if mapping.symmetric { Word::Yes } else { Word::No })) }
                td { (reference_links(&mapping.references)) }
                (comment_cell(stated(&mapping.comment)))
            }
        }
    }

    /// Classes or rules; only classes have members.
    fn definitions(&self, kind: &str, definitions: &[DefinitionView]) -> Markup {
        let members_column = (kind == "class").then_some(Word::Members);
        let columns: Vec<Word> = [Word::ColumnName, Word::Definition]
            .into_iter()
            .chain(members_column)
            .chain([Word::References, Word::Comment])
            .collect();
        let rows = markup! {
            @for definition in definitions {
                tr id={ (kind) "-" (identifier(&definition.name)) } {
                    td { bdi { (definition.name) } }
                    td { code dir="ltr" { (definition.definition) } }
                    @if members_column.is_some() { td { bdi { @if let Some(members) = members(definition) { (members) } } } }
                    td { (reference_links(&definition.references)) }
                    (comment_cell(stated(&definition.comment)))
                }
            }
        };
        self.table(&columns, &rows)
    }

    fn notation(&self) -> Markup {
        markup! {
            dl {
                @for (sign, meaning) in SIGNS {
                    dt { code dir="ltr" { (sign) } }
                    dd { (self.word(meaning)) }
                }
            }
        }
    }

    fn actions(&self, actions: &[ActionView]) -> Markup {
        markup! {
            ol start="0" {
                @for action in actions {
                    li class=[outside(action.default)] {
                        bdi { (condition(action, self.messages)) } ": "
                        strong { bdi { (action.disposition) } }
                        @if action.default { " (" (self.word(Word::DefaultAction)) ")" }
                        " " (reference_links(&action.references))
                        @if let Some(comment) = stated(&action.comment) {
                            br; small lang=(UNKNOWN) dir="auto" { (comment) }
                        }
                    }
                }
            }
        }
    }
}

fn bodies(sections: &[Section]) -> Markup {
    markup! {
        @for (id, heading, body) in sections {
            section id=(id) { h2 { (heading) } (body) }
        }
    }
}

fn references(references: &[ReferenceView]) -> Markup {
    markup! {
        dl {
            @for reference in references {
                @let id = identifier(&reference.id);
                dt id={ "ref-" (id) } { "[" (id) "]" }
                dd lang=(UNKNOWN) dir="auto" {
                    (reference.text)
                    @if let Some(comment) = stated(&reference.comment) {
                        " (" (comment) ")"
                    }
                }
            }
        }
    }
}

fn present<T>(list: &[T]) -> Option<&[T]> {
    Some(list).filter(|list| !list.is_empty())
}

/// The class of what stands back: entries outside the repertoire, default actions.
fn outside(is_outside: bool) -> Option<&'static str> {
    is_outside.then_some("outside")
}

fn names(names: &[String]) -> Markup {
    markup! { span lang="en" dir="ltr" { (names.join(" + ")) } }
}

/// A cell with a glyph, in a font for its script.
fn glyph(glyph: &str, script: Option<&str>) -> Markup {
    let script = script.filter(|script| !matches!(*script, "Zyyy" | "Zinh" | "Zzzz"));
    markup! { td.glyph lang=[script.map(|script| format!("und-{script}"))] { bdi { (glyph) } } }
}

/// A cell of text from the file, in a language and direction of its own.
fn comment_cell(text: Option<&str>) -> Markup {
    match text {
        Some(text) => markup! { td lang=(UNKNOWN) dir="auto" { (text) } },
        None => markup! { td {} },
    }
}

fn code_points(code_points: &[String], last: Option<&str>) -> Markup {
    markup! {
        code dir="ltr" {
            (if code_points.is_empty() { "∅".into() } else { code_points.join(" ") })
            @if let Some(last) = last { "–" (last) }
        }
    }
}

fn entry_id(code_points: &[String]) -> String {
    let numbers: Vec<&str> = code_points.iter().map(|cp| cp.trim_start_matches("U+")).collect();
    format!("cp-{}", numbers.join("-"))
}

fn reference_links(ids: &[String]) -> Markup {
    markup! {
        @for (n, id) in ids.iter().map(|id| identifier(id)).enumerate() {
            @if n > 0 { " " }
            a href={ "#ref-" (id) } { "[" (id) "]" }
        }
    }
}

/// A name as part of an `id`, where HTML allows anything but white space, and of a link: characters other
/// than letters and digits of ASCII and `-_.:` are written as their numbers.
fn identifier(name: &str) -> String {
    name.chars().fold(String::with_capacity(name.len()), |mut identifier, c| {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' | '.' | ':' => identifier.push(c),
            other => identifier += &format!("_{:X}_", u32::from(other)),
        }
        identifier
    })
}
