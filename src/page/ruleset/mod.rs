//! A ruleset for people, as text for a terminal or as one HTML page.
//!
//! ```
//! # #[cfg(feature = "html")] {
//! use ulabel::language::{Language, Messages};
//! use ulabel::lgr::{Strictness, xml};
//! use ulabel::page::ruleset::{html, text};
//! use ulabel::view::ruleset::View;
//!
//! let table = br#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data><char cp="0061"/></data></lgr>"#;
//! let view = View::new(&xml::read(table, Strictness::Strict).unwrap().lgr);
//! assert!(text(&view, &Messages::new(Language::En)).contains("U+0061  a  LATIN SMALL LETTER A"));
//! assert!(html(&view, &Messages::new(Language::Ar)).contains(r#"<html lang="ar" dir="rtl">"#));
//! # }
//! ```

#[cfg(feature = "html")]
mod description;
#[cfg(feature = "html")]
mod html;
mod text;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

#[cfg(feature = "html")]
pub use html::html;
#[cfg(all(feature = "html", feature = "policy"))]
pub(super) use html::{Section, content_after, html_after, is_forbidden};
pub use text::text;

use crate::language::{Messages, Word};
use crate::view::ruleset::{ActionView, DefinitionView, MetadataView, StatisticsView};

/// The metadata that there are, with their words.
fn metadata(metadata: &MetadataView) -> Vec<(Word, String)> {
    let version = metadata.version.as_deref().map(|version| match &metadata.version_comment {
        Some(comment) => format!("{version} ({comment})"),
        None => version.to_string(),
    });
    let rows = [
        (Word::Version, version),
        (Word::Date, metadata.date.clone()),
        (Word::Languages, Some(metadata.languages.join(", "))),
        (Word::Scope, Some(metadata.scopes.join(", "))),
        (Word::ValidFrom, metadata.validity_start.clone()),
        (Word::ValidUntil, metadata.validity_end.clone()),
        (Word::HeadUnicode, metadata.unicode_version.clone()),
    ];
    let present = rows.into_iter().filter_map(|(word, value)| Some((word, value?)));
    present.filter(|(_, value)| !value.is_empty()).collect()
}

/// The numbers with their words.
fn statistics(statistics: &StatisticsView) -> [(Word, usize); 10] {
    [
        (Word::Entries, statistics.entries),
        (Word::Sequences, statistics.sequences),
        (Word::OutOfRepertoire, statistics.out_of_repertoire),
        (Word::WithVariants, statistics.entries_with_variants),
        (Word::HeadVariants, statistics.variants),
        (Word::VariantSets, statistics.variant_sets),
        (Word::LargestVariantSet, statistics.largest_variant_set),
        (Word::Classes, statistics.classes),
        (Word::ColumnRules, statistics.rules),
        (Word::Actions, statistics.actions),
    ]
}

/// The rule of a context, with the word that says how it is asked.
fn context<'a>(when: &'a Option<String>, not_when: &'a Option<String>) -> Option<(Word, &'a str)> {
    let when = when.as_deref().map(|rule| (Word::When, rule));
    when.or_else(|| not_when.as_deref().map(|rule| (Word::NotWhen, rule)))
}

/// A comment that says something.
fn stated(comment: &Option<String>) -> Option<&str> {
    comment.as_deref().filter(|comment| !comment.is_empty())
}

/// The type of a variant, or of those counted together.
fn variant_type<'a>(name: Option<&'a str>, messages: &'a Messages) -> &'a str {
    name.filter(|name| !name.is_empty()).unwrap_or_else(|| messages.word(Word::Untyped))
}

/// How many members a class has, and the first of them.
fn members(class: &DefinitionView) -> Option<String> {
    let count = class.members?;
    let more = if count > class.examples.len() { " …" } else { "" };
    let separator = if class.examples.is_empty() { "" } else { ": " };
    Some(format!("{count}{separator}{}{more}", class.examples.join(" ")))
}

/// When an action is taken, in words.
fn condition(action: &ActionView, messages: &Messages) -> String {
    let rules = [(Word::Matches, &action.matching), (Word::NotMatches, &action.not_match)];
    let types = [
        (Word::AnyVariant, &action.any_variant),
        (Word::AllVariants, &action.all_variants),
        (Word::OnlyVariants, &action.only_variants),
    ];
    let rules = rules.into_iter().filter_map(|(word, rule)| Some((word, rule.clone()?)));
    let types = types.into_iter().filter(|(_, types)| !types.is_empty());
    let parts: Vec<String> = rules
        .chain(types.map(|(word, types)| (word, types.join(", "))))
        .map(|(word, names)| format!("{} {names}", messages.word(word)))
        .collect();
    if parts.is_empty() {
        return messages.word(Word::Always).to_string();
    }
    parts.join(&format!(" {} ", messages.word(Word::And)))
}
