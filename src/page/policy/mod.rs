//! The pages of policies: the list of them, each by itself, two side by side.
//!
//! ```
//! use ulabel::language::{Language, Messages};
//! use ulabel::page::{Site, policy};
//! use ulabel::policy::builtin;
//!
//! let ch = builtin::find("ch").unwrap().policy().unwrap();
//! let site = Site { messages: &Messages::new(Language::En), base: "/", policies: &["ch", "ch-start"] };
//! let page = policy::html(&ch, &site);
//! assert!(page.contains("SWITCH") && page.contains(r#"href="/policy/ch/table/ch-latn?lang=en""#));
//! ```

mod beside;
mod list;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub use beside::beside;
pub use list::{list, unknown};
use maud::{Markup, html as markup};

use super::choice::{built_in, choice, shown_id, territory};
use super::isolates::isolated;
use super::shell::Page;
use super::site::{Address, Site};
use super::standing::{certainty, status};
use crate::language::{Messages, Text, TextArgument, Word};
use crate::policy::{CodePointSet, IdnOffered, Policy, Table};
use crate::text::{glyph, one_line};

/// Letters of a table that are shown; its own page has all.
const MAX_LETTERS_SHOWN: usize = 200;

/// The page of a policy: where it comes from, its rules, its tables, and a form to set another one beside it.
#[must_use]
pub fn html(policy: &Policy, site: &Site<'_>) -> String {
    let messages = site.messages;
    let title = title(&policy.id, messages);
    let content = markup! {
        h1 { (isolated(&title)) }
        (sibling(policy, site))
        section aria-labelledby="about" { h2 id="about" { (messages.heading(Word::Registry)) } (about(policy, messages)) }
        (rules(policy, messages))
        (tables(policy, site))
        section aria-labelledby="compare" {
            h2 id="compare" { (messages.heading(Word::PageCompare)) }
            form.question.choice method="get" action=(site.choice_of_beside(&policy.id)) {
                p {
                    label for="with" { (messages.heading(Word::HeadPolicy)) }
                    (choice("with", "", None, site))
                }
                input type="hidden" name="lang" value=(messages.language().tag());
                p { button type="submit" { (messages.heading(Word::PageCompareDo)) } }
            }
        }
    };
    Page { site, address: Address::Policy(&policy.id), title: Some(&title), content }.into_html()
}

fn title(id: &str, messages: &Messages) -> String {
    messages.text(Text::PagePolicyOf, &[("tld", TextArgument::Text(&shown_id(id)))])
}

/// The other policy of the same domain, and both side by side.
fn sibling(policy: &Policy, site: &Site<'_>) -> Markup {
    let messages = site.messages;
    let Some(own) = built_in(&policy.id) else { return markup! {} };
    let (today, start) = (own.a_label(), own.start().id());
    let known = |id: &str| site.policies.contains(&id);
    if !known(today) || !known(start) {
        return markup! {};
    }
    let other = if own.is_start() { today } else { start };
    let (this, that) =
        if own.is_start() { (Word::PageStart, Word::PageToday) } else { (Word::PageToday, Word::PageStart) };
    let beside = Address::Beside { first: today, second: start };
    markup! {
        p.lead { (messages.heading(this)) }
        ul.links {
            li { a href=(site.link(&Address::Policy(other))) { (messages.heading(that)) } }
            li { a href=(site.link(&beside)) { (isolated(&title_of_two(today, start, messages))) } }
        }
    }
}

fn title_of_two(first: &str, second: &str, messages: &Messages) -> String {
    let (first, second) = (shown_id(first), shown_id(second));
    let both = [("first", TextArgument::Text(&first)), ("second", TextArgument::Text(&second))];
    messages.text(Text::PageBeside, &both)
}

/// Where the policy comes from.
fn about(policy: &Policy, messages: &Messages) -> Markup {
    let word = |word| messages.word(word).to_string();
    let builtin = built_in(&policy.id);
    let offered = policy.idn_offered.map(|offered| match offered {
        IdnOffered::Yes => word(Word::Yes),
        IdnOffered::No => word(Word::No),
        IdnOffered::Unknown => word(Word::NotKnown),
    });
    let domains = policy.tlds.iter().map(|tld| format!(".{tld}")).collect::<Vec<_>>().join(" ");
    let in_words = [
        (Word::Status, Some(word(status(policy.status)))),
        (Word::Certainty, policy.certainty.map(|sure| word(certainty(sure)))),
        (Word::PageIdnOffered, offered),
        (Word::HeadUnicode, Some(policy.unicode.to_string())),
    ];
    let territory =
        builtin.map(|own| territory(own, messages).to_string()).or_else(|| policy.territory.clone());
    let from_file = [
        (Word::Registry, policy.authority.clone()),
        (Word::Version, policy.version.clone()),
        (Word::EffectiveDate, policy.effective.clone()),
        (Word::Contact, policy.contact.clone()),
        (Word::Note, policy.note.clone()),
    ];
    let present = |rows: Vec<(Word, Option<String>)>| {
        rows.into_iter().filter_map(|(word, value)| Some((messages.heading(word), value?)))
    };
    markup! {
        dl {
            dt { (messages.heading(Word::TopLevelDomain)) }
            dd lang="" { bdi { (domains) } }
            @for (heading, value) in present(Vec::from([(Word::PageTerritory, territory)])).chain(present(in_words.into())) {
                dt { (heading) }
                dd { (value) }
            }
            @for (heading, value) in present(from_file.into()) {
                dt { (heading) }
                dd lang="" dir="auto" { (one_line(&value)) }
            }
            @if !policy.sources.is_empty() { dt { (messages.heading(Word::HeadSource)) } }
            @for source in &policy.sources { dd lang="" dir="auto" { (one_line(source)) } }
        }
    }
}

/// The keys that the section on the registry has.
const OF_REGISTRY: &[&str] = &[
    "authority",
    "certainty",
    "contact",
    "effective",
    "id",
    "idn-offered",
    "iso3166",
    "note",
    "sources",
    "start",
    "status",
    "territory",
    "tld",
    "unicode",
    "version",
];

/// What the policy asks of labels beside its tables.
fn rules(policy: &Policy, messages: &Messages) -> Markup {
    let statements = policy.statements();
    let stated: Vec<_> = statements.iter().filter(|(key, _)| !OF_REGISTRY.contains(&key.as_str())).collect();
    if stated.is_empty() {
        return markup! {};
    }
    let rows = markup! {
        @for (key, value) in stated {
            tr {
                th scope="row" { (messages.heading(rule(key))) }
                td { code dir="ltr" { (key) } }
                (cell(value))
            }
        }
    };
    let columns = [Word::ColumnRules, Word::PageKey, Word::PageValue].map(|word| messages.heading(word));
    markup! {
        section aria-labelledby="rules" {
            h2 id="rules" { (messages.heading(Word::ColumnRules)) }
            (wide("rules", &columns, &rows))
        }
    }
}

/// A table in the section that `heading` begins, which scrolls by itself where it is too wide.
fn wide(heading: &str, columns: &[String], rows: &Markup) -> Markup {
    markup! {
        div.wide tabindex="0" role="group" aria-labelledby=(heading) {
            table {
                thead { tr { @for column in columns { th scope="col" { bdi { (column) } } } } }
                tbody { (rows) }
            }
        }
    }
}

/// A cell with what a policy file has.
fn cell(value: &str) -> Markup {
    markup! { td.value lang="" dir="auto" { (one_line(value)) } }
}

/// What a key of a policy file is about.
fn rule(key: &str) -> Word {
    match key.split('.').next().unwrap_or(key) {
        "tld" | "suffixes" | "variant-tlds" | "outside-tld" => Word::PageRuleDomains,
        "scripts" => Word::HeadScripts,
        "digits" => Word::PageRuleDigits,
        "double-hyphens" => Word::PageRuleHyphens,
        "length" | "level" => Word::PageRuleLength,
        "ascii-labels" => Word::PageRuleAscii,
        "variants" | "variant-sets" => Word::HeadVariants,
        "reserved" => Word::PageRuleReserved,
        "confusables" => Word::PageRuleLookAlikes,
        "outside-tables" | "unknown-table" | "table" => Word::PageTables,
        "certainty" | "certainty-of" => Word::Certainty,
        "source-of" | "sources" => Word::HeadSource,
        "unicode" => Word::HeadUnicode,
        "territory" | "iso3166" => Word::PageTerritory,
        "authority" => Word::Registry,
        "status" => Word::Status,
        "idn-offered" => Word::PageIdnOffered,
        "version" => Word::Version,
        "effective" => Word::EffectiveDate,
        "contact" => Word::Contact,
        "note" => Word::Note,
        "languages" => Word::Languages,
        "letters" | "base" => Word::PageLettersOf,
        _ => Word::PageRuleOther,
    }
}

fn tables(policy: &Policy, site: &Site<'_>) -> Markup {
    let messages = site.messages;
    if policy.tables.is_empty() {
        return markup! {};
    }
    let rows = markup! { @for table in &policy.tables { (row(table, policy, site)) } };
    let columns = [Word::PageTable, Word::Languages, Word::PageLettersCount, Word::PageLettersOf];
    markup! {
        section aria-labelledby="tables" {
            h2 id="tables" { (messages.heading(Word::PageTables)) }
            (wide("tables", &columns.map(|word| messages.heading(word)), &rows))
        }
    }
}

fn row(table: &Table, policy: &Policy, site: &Site<'_>) -> Markup {
    let repertoire = table.repertoire();
    let scripts = table.scripts.iter().map(ToString::to_string);
    let written = table.languages.iter().cloned().chain(scripts).collect::<Vec<_>>().join(", ");
    let address = Address::Table { policy: &policy.id, table: &table.id };
    markup! {
        tr {
            th scope="row" {
                @match &table.lgr {
                    // A site has the policy, not the files beside it.
                    Some(_) => bdi { (table.id) },
                    None => a href=(site.link(&address)) { bdi { (table.id) } },
                }
            }
            td { (written) }
            td { @if table.lgr.is_none() { (repertoire.len()) } @else { "–" } }
            td.letters lang="" { bdi { (letters(&repertoire)) } }
        }
    }
}

/// Letters with spaces between.
fn letters(repertoire: &CodePointSet) -> String {
    let mut shown: Vec<String> = repertoire.iter().take(MAX_LETTERS_SHOWN).map(|c| glyph(&[c])).collect();
    if repertoire.len() > MAX_LETTERS_SHOWN {
        shown.push("…".into());
    }
    shown.join(" ")
}
