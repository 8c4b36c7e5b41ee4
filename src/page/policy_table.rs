//! A table of a policy as one HTML page, with the head that published tables have.
//!
//! ```
//! use ulabel::language::{Language, Messages};
//! use ulabel::{page, policy::builtin};
//!
//! let policy = builtin::find("ch").unwrap().policy().unwrap();
//! let table = policy.export(&policy.tables[0], &mut |_| Err("no files".into())).unwrap();
//! let page = page::policy_table::html(&table, &Messages::new(Language::En));
//! assert!(page.contains("SWITCH") && page.contains("LATIN SMALL LETTER E WITH ACUTE"));
//! ```

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use maud::{Markup, html as markup};

use super::isolates::isolated;
use super::ruleset::{Section, content_after, html_after};
use super::shell::Page;
use super::site::{Address, Site};
use super::standing::{certainty, status};
use crate::language::{Messages, Text, TextArgument, Word};
use crate::lgr::{CharEntry, Entry, Lgr};
use crate::policy::{Certainty, CodePointSet, Demand, Export, HeadField, MustContain, Stance, Status, Table};
use crate::text::glyph;
use crate::view::ruleset::View;

/// The page, in UTF-8. It tells of what is not stated that it is not.
#[must_use]
pub fn html(table: &Export, messages: &Messages) -> String {
    html_after(Some(head(table, messages)), &view(table), messages)
}

/// The same as a page of a site, of the policy that is called `policy` there.
#[must_use]
pub fn of_site(table: &Export, policy: &str, site: &Site<'_>) -> String {
    let Site { messages, .. } = site;
    let arguments = [("table", TextArgument::Text(&table.id)), ("tld", TextArgument::Text(policy))];
    let title = messages.text(Text::PageTableOf, &arguments);
    let content = markup! {
        h1 { (isolated(&title)) }
        (content_after(head(table, messages), &view(table), messages))
    };
    let address = Address::Table { policy, table: &table.id };
    Page { site, address, title: Some(&title), content }.into_html()
}

/// The head that published tables have, and what the table asks of labels.
fn head(table: &Export, messages: &Messages) -> Section {
    let rows = table.head.iter().map(|(field, value)| (*field, value.as_deref()));
    let head = markup! {
        table {
            tbody {
                @for (field, value) in rows {
                    tr {
                        th scope="row" { (messages.heading(word(field))) }
                        @match value {
                            Some(value) => {
                                @match translated(field, value) {
                                    Some(word) => { td { (messages.word(word)) } }
                                    None => { td lang="" dir="auto" { (value) } }
                                }
                            }
                            None => { td { "[" (messages.word(Word::NotStated)) "]" } }
                        }
                    }
                }
                @if !table.beside.is_empty() {
                    tr {
                        th scope="row" { (messages.heading(Word::Beside)) }
                        td lang="en" { @for (n, rule) in table.beside.iter().enumerate() { @if n > 0 { ", " } (rule.name()) } }
                    }
                }
            }
        }
        (rules(&table.table, messages))
    };
    ("head", messages.heading(Word::Registry), head)
}

fn view(table: &Export) -> View {
    let mut lgr = with_rows(&table.lgr);
    if table.table.lgr.is_none() {
        // The head says the same.
        lgr.metadata.description = None;
    }
    View::new(&lgr)
}

/// What the table asks of labels, in words.
fn rules(table: &Table, messages: &Messages) -> Markup {
    let mut rows: Vec<(String, Word, String)> = Vec::new();
    for context in &table.neighbours {
        let sides = [(Word::RuleAfter, &context.after), (Word::RuleBefore, &context.before)];
        let stated = sides.into_iter().filter_map(|(word, set)| Some((word, set.as_ref()?)));
        rows.extend(stated.map(|(word, set)| (shown(&context.letters), word, shown(set))));
    }
    for must in &table.must_contain {
        let what = match must {
            MustContain::Letters(letters) => shown(letters),
            MustContain::Scripts(codes) => {
                codes.iter().map(|code| code.code()).collect::<Vec<_>>().join(", ")
            }
        };
        rows.push((String::new(), Word::RuleContains, what));
    }
    for rule in &table.rules {
        let word = match rule.demand {
            Demand::Refuse => Word::RuleRefuse,
            Demand::Require => Word::RuleRequire,
        };
        rows.push((rule.name.clone(), word, rule.pattern.to_string()));
    }
    if table.digits_at_ends != Stance::Allow {
        rows.push((String::new(), Word::RuleDigitsAtEnds, String::new()));
    }
    markup! {
        @if !rows.is_empty() {
            h3 { (messages.heading(Word::ColumnRules)) }
            ul {
                @for (subject, word, object) in &rows {
                    li {
                        @if !subject.is_empty() { bdi { (subject) } ": " }
                        (messages.word(*word))
                        @if !object.is_empty() { " " bdi { code { (object) } } }
                    }
                }
            }
        }
    }
}

/// Letters as the policy file writes them, with what they look like.
fn shown(letters: &CodePointSet) -> String {
    let items = letters.to_string();
    let is_few = letters.len() <= 20;
    let glyphs: Vec<String> = letters.iter().take(20).map(|c| glyph(&[c])).collect();
    if is_few && items.contains("U+") { alloc::format!("{items} ({})", glyphs.join(" ")) } else { items }
}

/// Code points of a range that have a row each, at most; the thousands of Han and Hangul stay in one.
const MAX_ROWS: usize = 300;

/// The ruleset with the letters of short ranges one by one, each with its name.
fn with_rows(lgr: &Lgr) -> Lgr {
    let entries = lgr.data.iter().flat_map(|entry| match entry {
        Entry::Range(range) if (range.first..=range.last).count() <= MAX_ROWS => {
            let char = |c| {
                Entry::Char(CharEntry {
                    context: range.context.clone(),
                    tags: range.tags.clone(),
                    references: range.references.clone(),
                    comment: range.comment.clone(),
                    ..CharEntry::new(c)
                })
            };
            (range.first..=range.last).map(char).collect::<Vec<_>>()
        }
        other => alloc::vec![other.clone()],
    });
    Lgr { data: entries.collect(), ..lgr.clone() }
}

const fn word(field: HeadField) -> Word {
    match field {
        HeadField::Language => Word::Languages,
        HeadField::Script => Word::ColumnScript,
        HeadField::Version => Word::Version,
        HeadField::EffectiveDate => Word::EffectiveDate,
        HeadField::Registry => Word::Registry,
        HeadField::Tld => Word::TopLevelDomain,
        HeadField::Contact => Word::Contact,
        HeadField::Status => Word::Status,
        HeadField::Certainty => Word::Certainty,
        HeadField::Source => Word::HeadSource,
        HeadField::Note => Word::Note,
    }
}

/// The word for a value that is a keyword.
fn translated(field: HeadField, value: &str) -> Option<Word> {
    match field {
        HeadField::Status => Some(status(Status::from_name(value)?)),
        HeadField::Certainty => Some(certainty(Certainty::from_name(value)?)),
        _ => None,
    }
}
