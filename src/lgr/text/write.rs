//! Writers for the text formats; they say what a format cannot hold.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{self, Write};
use std::collections::HashSet;

use super::rfc3743::{self, OWN_PREFERRED};
use super::{entry, head};
use crate::lgr::{
    Action, CharEntry, CodePoints, Entry, Format, Identifier, IdentifierList, Lgr, Metadata, Origin, Scope,
    Variant, xml,
};
use crate::text::CodePoint;

/// A table as text, and what of the ruleset it does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The table.
    pub text: String,
    /// The losses, in the order of the variants of [`Loss`]; empty if nothing is.
    pub losses: Vec<Loss>,
}

/// Something that a text format cannot hold, and how often it occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Loss {
    /// Rules and classes.
    Rules(usize),
    /// Actions.
    Actions(usize),
    /// `when` and `not-when`; without them more labels fit, and more variants exist.
    Contexts(usize),
    /// Entries left out, since the format takes single code points only, or none that is empty.
    Entries(usize),
    /// Variants left out.
    Variants(usize),
    /// Types of variants.
    VariantTypes(usize),
    /// Entries with tags.
    Tags(usize),
    /// References left out.
    References(usize),
    /// Comments of variants.
    VariantComments(usize),
    /// Scopes and days of validity.
    Metadata(usize),
}

impl Loss {
    /// How often, and what it is called once and several times.
    fn parts(self) -> (usize, &'static str, &'static str) {
        match self {
            Self::Rules(count) => (count, "rule or class", "rules and classes"),
            Self::Actions(count) => (count, "action", "actions"),
            Self::Contexts(count) => (count, "context", "contexts"),
            Self::Entries(count) => (count, "entry", "entries"),
            Self::Variants(count) => (count, "variant", "variants"),
            Self::VariantTypes(count) => (count, "variant type", "variant types"),
            Self::Tags(count) => (count, "entry with tags", "entries with tags"),
            Self::References(count) => (count, "reference", "references"),
            Self::VariantComments(count) => (count, "comment on a variant", "comments on variants"),
            Self::Metadata(count) => (count, "part of the metadata", "parts of the metadata"),
        }
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, one, many) = self.parts();
        write!(f, "{count} {}", if count == 1 { one } else { many })
    }
}

/// Writes a table in a text format; ranges become single code points. XML loses nothing.
///
/// ```
/// use ulabel::lgr::{CharEntry, Entry, Format, Lgr, text};
///
/// let mut lgr = Lgr::default();
/// lgr.data.push(Entry::Char(CharEntry::new('ß'))); // U+00DF LATIN SMALL LETTER SHARP S
/// let written = text::write(&lgr, Format::Rfc4290);
/// assert_eq!(written.text, "U+00DF\n");
/// assert!(written.losses.is_empty());
/// ```
#[must_use]
pub fn write(lgr: &Lgr, format: Format) -> Written {
    if format == Format::Xml {
        return Written { text: xml::write(lgr), losses: Vec::new() };
    }
    let mut writer = Writer { out: String::new(), format, lost: Lost::default() };
    writer.lost.rules = lgr.classes().count() + lgr.rules().count();
    // The actions of a language variant table are those of its format.
    let own = |action: &Action| format == Format::Rfc3743 && rfc3743::actions().any(|own| own == *action);
    writer.lost.actions = lgr.actions().filter(|action| !own(action)).count();
    writer.head(&lgr.metadata);
    for entry in &lgr.data {
        writer.entry(entry);
    }
    Written { text: writer.out, losses: writer.lost.list() }
}

#[derive(Default)]
struct Lost {
    rules: usize,
    actions: usize,
    contexts: usize,
    entries: usize,
    variants: usize,
    types: usize,
    tags: usize,
    references: usize,
    variant_comments: usize,
    metadata: usize,
}

impl Lost {
    fn list(&self) -> Vec<Loss> {
        let all = [
            Loss::Rules(self.rules),
            Loss::Actions(self.actions),
            Loss::Contexts(self.contexts),
            Loss::Entries(self.entries),
            Loss::Variants(self.variants),
            Loss::VariantTypes(self.types),
            Loss::Tags(self.tags),
            Loss::References(self.references),
            Loss::VariantComments(self.variant_comments),
            Loss::Metadata(self.metadata),
        ];
        all.into_iter().filter(|loss| loss.parts().0 > 0).collect()
    }
}

struct Writer {
    out: String,
    format: Format,
    lost: Lost,
}

impl Writer {
    fn line(&mut self, line: fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = writeln!(self.out, "{line}");
    }

    fn comment(&mut self, comment: &str) {
        for line in comment.split('\n') {
            let line = without_line_ends(line);
            let line = line.trim_ascii_end();
            self.line(format_args!("#{}{line}", if line.is_empty() { "" } else { " " }));
        }
    }

    /// The description, then what it does not say itself of the rest.
    fn head(&mut self, metadata: &Metadata) {
        let mut said = Metadata::default();
        if let Some(description) = &metadata.description {
            self.comment(&description.text);
            for line in description.text.lines() {
                head::statement(line.trim_ascii(), Origin::NONE, &mut said);
            }
        }
        for language in metadata.languages.iter().filter(|language| !said.languages.contains(language)) {
            self.comment(&format!("Language: {}", language.value));
        }
        if said.unicode_version != metadata.unicode_version
            && let Some(version) = &metadata.unicode_version
        {
            self.comment(&format!("Unicode version: {}.0", version.value));
        }
        self.version(metadata, &said);
        if self.format == Format::Rfc3743 {
            for reference in &metadata.references {
                if is_number(&reference.id) {
                    // The sign begins a comment.
                    self.lost.metadata += usize::from(reference.text.contains('#'));
                    let text = without_line_ends(&reference.text).replace('#', "");
                    self.out.push_str("Reference ");
                    self.out.push_str(&reference.id);
                    self.out.push(' ');
                    self.out.push_str(text.trim_ascii());
                    self.end_line(reference.comment.as_deref());
                } else {
                    self.lost.references += 1;
                }
            }
        } else {
            let told = |id: &Identifier| said.references.iter().any(|reference| reference.id == *id);
            self.lost.references += metadata.references.iter().filter(|known| !told(&known.id)).count();
        }
        let is_tld = |scope: &&Scope| &*scope.kind == "domain" && !scope.value.contains('.');
        let (tlds, others): (Vec<&Scope>, Vec<&Scope>) = metadata.scopes.iter().partition(is_tld);
        for tld in tlds.into_iter().filter(|tld| !said.scopes.iter().any(|scope| scope.value == tld.value)) {
            self.comment(&format!("TLD: {}", tld.value));
        }
        self.lost.metadata += others.len()
            + usize::from(metadata.validity_start.is_some())
            + usize::from(metadata.validity_end.is_some());
    }

    /// RFC 3743 has a line for version and date if the version is a number.
    fn version(&mut self, metadata: &Metadata, said: &Metadata) {
        let same_version = said.version.as_ref().map(|version| &version.value)
            == metadata.version.as_ref().map(|version| &version.value);
        let numbered = metadata.version.as_ref().filter(|version| is_number(&version.value));
        if let Some(version) = numbered
            && self.format == Format::Rfc3743
        {
            self.out.push_str("Version ");
            self.out.push_str(&version.value);
            if let Some(date) = metadata.date {
                let date = date.value;
                // Writing to a string does not fail.
                let _ = write!(self.out, " {:04}{:02}{:02}", date.year(), date.month(), date.day());
            }
            self.end_line(version.comment.as_deref());
            return;
        }
        if let Some(version) = metadata.version.as_ref().filter(|_| !same_version) {
            self.comment(&format!("Version: {}", version.value));
        }
        if let Some(date) = metadata.date.filter(|date| Some(*date) != said.date) {
            self.comment(&format!("Date: {}", date.value));
        }
    }

    fn entry(&mut self, entry: &Entry) {
        self.lost.contexts += usize::from(entry.context().is_some());
        self.lost.tags += usize::from(!entry.tags().is_empty());
        match entry {
            Entry::Char(char) => self.char(char, true),
            Entry::Range(range) => {
                let comment = range.comment.clone();
                for c in range.first..=range.last {
                    let references = range.references.clone();
                    let char = CharEntry { references, comment: comment.clone(), ..CharEntry::new(c) };
                    self.char(&char, c == range.first);
                }
            }
        }
    }

    fn char(&mut self, char: &CharEntry, count_references: bool) {
        if char.cp.is_empty() {
            self.lost.entries += 1;
            self.lost.variants += char.variants.len();
            return;
        }
        match self.format {
            Format::Rfc3743 => self.rfc3743(char),
            Format::OnePerLine => {
                self.out.push_str(&joined(&char.cp, " "));
                self.lost.variants += char.variants.len();
            }
            _ => {
                self.out.push_str(&joined(&char.cp, "-"));
                if char.variants.is_empty() && entry::is_like_a_range(&char.cp) {
                    self.out.push('|');
                }
                let mut separator = '|';
                for variant in self.variants(char) {
                    self.out.push(separator);
                    self.out.push_str(&joined(&variant.cp, "-"));
                    separator = ':';
                    self.lost.types +=
                        usize::from(variant.kind.as_deref().is_some_and(|kind| kind != "blocked"));
                    self.lost.references += variant.references.len();
                }
            }
        }
        if self.format != Format::Rfc3743 && count_references {
            self.lost.references += char.references.len();
        }
        self.end_line(char.comment.as_deref());
    }

    /// The variants that a text format can hold: not null, and each target once.
    fn variants<'a>(&mut self, char: &'a CharEntry) -> Vec<&'a Variant> {
        let mut kept: Vec<&Variant> = Vec::new();
        let mut known: HashSet<&CodePoints> = HashSet::new();
        for variant in &char.variants {
            self.lost.contexts += usize::from(variant.context.is_some());
            self.lost.variant_comments += usize::from(variant.comment.is_some());
            if variant.cp.is_empty() || !known.insert(&variant.cp) {
                self.lost.variants += 1;
            } else {
                kept.push(variant);
            }
        }
        kept
    }

    fn rfc3743(&mut self, char: &CharEntry) {
        self.cited(&char.cp, &char.references);
        let variants = self.variants(char);
        let (mut preferred, mut others) = (Vec::new(), Vec::new());
        for variant in variants {
            match variant.kind.as_deref() {
                Some("activated" | OWN_PREFERRED) => preferred.push(variant),
                // A reserved variant of itself is none.
                _ if variant.cp == char.cp => self.lost.variants += 1,
                _ => others.push(variant),
            }
        }
        self.out.push(';');
        if preferred.is_empty() {
            // Without a preferred variant a code point stands for itself.
            self.cited(&char.cp, &IdentifierList::EMPTY);
        }
        self.column(&preferred);
        self.out.push(';');
        self.column(&others);
    }

    /// Variants with commas between.
    fn column(&mut self, variants: &[&Variant]) {
        for (index, variant) in variants.iter().enumerate() {
            if index > 0 {
                self.out.push(',');
            }
            self.cited(&variant.cp, &variant.references);
            let is_told =
                matches!(variant.kind.as_deref(), Some("activated" | "allocatable" | OWN_PREFERRED));
            self.lost.types += usize::from(!is_told);
        }
    }

    fn cited(&mut self, cp: &CodePoints, references: &IdentifierList) {
        self.out.push_str(&joined(cp, " "));
        let (numbers, others): (Vec<&Identifier>, Vec<&Identifier>) =
            references.iter().partition(|id| is_number(id));
        self.lost.references += others.len();
        if !numbers.is_empty() {
            let numbers: Vec<&str> = numbers.into_iter().map(|id| &**id).collect();
            self.out.push('(');
            self.out.push_str(&numbers.join(","));
            self.out.push(')');
        }
    }

    fn end_line(&mut self, comment: Option<&str>) {
        if let Some(comment) = comment {
            self.out.push_str(" # ");
            self.out.push_str(without_line_ends(comment).trim_ascii());
        }
        self.out.push('\n');
    }
}

fn joined(cp: &CodePoints, separator: &str) -> String {
    CodePoint::list(cp.iter().copied()).replace(' ', separator)
}

fn is_number(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit())
}

/// A text without what would end the line.
fn without_line_ends(text: &str) -> String {
    if text.contains(['\r', '\n']) { text.replace(['\r', '\n'], " ") } else { text.to_string() }
}
