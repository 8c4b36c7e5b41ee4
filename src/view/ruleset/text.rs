//! A ruleset as plain text, for a terminal.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::words::Word;
use super::{ActionView, DefinitionView, EntryView, MappingView, SetView, StatisticsView, View};
use crate::language::Language;
use crate::text::one_line;

/// The ruleset as text; lines are as long as they need to be, and nothing of the file controls the
/// terminal.
#[must_use]
pub fn render(view: &View, language: Language) -> String {
    let mut text = Text { out: String::new(), language };
    text.metadata(view);
    text.summary(view);
    text.repertoire(&view.repertoire);
    text.sets(&view.variant_sets);
    text.definitions(Word::Classes, &view.classes);
    text.definitions(Word::Rules, &view.rules);
    text.actions(&view.actions);
    text.references(view);
    text.out
}

/// The numbers of a summary with their words.
pub(crate) fn summary(statistics: &StatisticsView) -> [(Word, usize); 10] {
    [
        (Word::Entries, statistics.entries),
        (Word::Sequences, statistics.sequences),
        (Word::OutOfRepertoire, statistics.out_of_repertoire),
        (Word::WithVariants, statistics.entries_with_variants),
        (Word::Variants, statistics.variants),
        (Word::VariantSets, statistics.variant_sets),
        (Word::LargestSet, statistics.largest_variant_set),
        (Word::Classes, statistics.classes),
        (Word::Rules, statistics.rules),
        (Word::Actions, statistics.actions),
    ]
}

struct Text {
    out: String,
    language: Language,
}

impl Text {
    fn word(&self, word: Word) -> &'static str {
        self.language.word(word)
    }

    fn heading(&mut self, word: Word) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.push_str(self.word(word));
        self.out.push('\n');
    }

    fn line(&mut self, line: &str) {
        self.out.push_str("  ");
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    fn pair(&mut self, word: Word, value: &str) {
        if !value.is_empty() {
            self.line(&format!("{}: {}", self.word(word), one_line(value)));
        }
    }

    fn metadata(&mut self, view: &View) {
        self.heading(Word::Metadata);
        let metadata = &view.metadata;
        let version = match (&metadata.version, &metadata.version_comment) {
            (Some(version), Some(comment)) => format!("{version} ({comment})"),
            (Some(version), None) => version.clone(),
            (None, _) => String::new(),
        };
        self.pair(Word::Version, &version);
        self.pair(Word::Date, metadata.date.as_deref().unwrap_or(""));
        self.pair(Word::Languages, &metadata.languages.join(", "));
        self.pair(Word::Scope, &metadata.scopes.join(", "));
        self.pair(Word::ValidFrom, metadata.validity_start.as_deref().unwrap_or(""));
        self.pair(Word::ValidUntil, metadata.validity_end.as_deref().unwrap_or(""));
        self.pair(Word::UnicodeVersion, metadata.unicode_version.as_deref().unwrap_or(""));
    }

    fn summary(&mut self, view: &View) {
        self.heading(Word::Summary);
        for (word, count) in summary(&view.statistics) {
            self.line(&format!("{}: {count}", self.word(word)));
        }
        for (kind, count) in &view.statistics.variants_by_type {
            let kind = if kind.is_empty() { self.word(Word::Untyped) } else { kind };
            self.line(&format!("{} ({}): {count}", self.word(Word::Variants), one_line(kind)));
        }
    }

    fn repertoire(&mut self, entries: &[EntryView]) {
        self.heading(Word::Repertoire);
        for entry in entries {
            let mut parts = alloc::vec![code_points(&entry.code_points, entry.last.as_deref())];
            parts.push(entry.glyph.clone());
            parts.push(entry.names.join(" + "));
            parts.push(self.context(entry.when.as_deref(), entry.not_when.as_deref()));
            if let Some(number) = entry.variant_set {
                parts.push(format!("{} {number}", self.word(Word::VariantSet)));
            }
            if entry.out_of_repertoire {
                parts.push(self.word(Word::OutOfRepertoire).to_string());
            }
            if !entry.tags.is_empty() {
                parts.push(format!("[{}]", entry.tags.join(" ")));
            }
            parts.push(comment(entry.remark()));
            parts.retain(|part| !part.is_empty());
            self.line(&one_line(&parts.join("  ")));
        }
    }

    fn context(&self, when: Option<&str>, not_when: Option<&str>) -> String {
        match (when, not_when) {
            (Some(rule), _) => format!("{} {rule}", self.word(Word::When)),
            (None, Some(rule)) => format!("{} {rule}", self.word(Word::NotWhen)),
            (None, None) => String::new(),
        }
    }

    fn sets(&mut self, sets: &[SetView]) {
        if sets.is_empty() {
            return;
        }
        self.heading(Word::VariantSets);
        for set in sets {
            let members: Vec<String> = set
                .members
                .iter()
                .map(|member| {
                    let unlisted = if member.listed {
                        String::new()
                    } else {
                        format!(" ({})", self.word(Word::NotListed))
                    };
                    format!("{} {}{unlisted}", code_points(&member.code_points, None), member.glyph)
                })
                .collect();
            self.line(&format!("{}. {}", set.number, one_line(&members.join(", "))));
            for mapping in &set.mappings {
                let line = self.mapping(mapping);
                self.line(&format!("   {}", one_line(&line)));
            }
        }
    }

    fn mapping(&self, mapping: &MappingView) -> String {
        let target = if mapping.target.is_empty() {
            self.word(Word::NothingVisible).to_string()
        } else {
            code_points(&mapping.target, None)
        };
        let mut parts = alloc::vec![format!("{} → {target}", code_points(&mapping.source, None))];
        parts.push(mapping.kind.clone().unwrap_or_else(|| self.word(Word::Untyped).to_string()));
        parts.push(self.context(mapping.when.as_deref(), mapping.not_when.as_deref()));
        parts.push(comment(mapping.comment.as_deref()));
        parts.retain(|part| !part.is_empty());
        parts.join("  ")
    }

    fn definitions(&mut self, word: Word, definitions: &[DefinitionView]) {
        if definitions.is_empty() {
            return;
        }
        self.heading(word);
        for definition in definitions {
            let comment = comment(definition.comment.as_deref());
            let members = members(definition, ": ");
            let members = if members.is_empty() { members } else { format!("  ({members})") };
            let line = format!("{} = {}{members}  {comment}", definition.name, definition.definition);
            self.line(&one_line(&line));
        }
    }

    fn actions(&mut self, actions: &[ActionView]) {
        self.heading(Word::Actions);
        for action in actions {
            let condition = condition(action, self.language);
            let default =
                if action.default { format!(" ({})", self.word(Word::Default)) } else { String::new() };
            let comment = comment(action.comment.as_deref());
            let line = format!("{}. {condition} → {}{default}  {comment}", action.number, action.disposition);
            self.line(&one_line(&line));
        }
    }

    fn references(&mut self, view: &View) {
        if view.metadata.references.is_empty() {
            return;
        }
        self.heading(Word::References);
        for reference in &view.metadata.references {
            self.line(&one_line(&format!("[{}] {}", reference.id, reference.text)));
        }
    }
}

/// How many members a class has, and the first of them.
pub(crate) fn members(class: &DefinitionView, separator: &str) -> String {
    let Some(count) = class.members else { return String::new() };
    let more = if count > class.examples.len() { " …" } else { "" };
    let separator = if class.examples.is_empty() { "" } else { separator };
    format!("{count}{separator}{}{more}", class.examples.join(" "))
}

fn comment(comment: Option<&str>) -> String {
    comment.filter(|comment| !comment.is_empty()).map_or_else(String::new, |comment| format!("# {comment}"))
}

fn code_points(code_points: &[String], last: Option<&str>) -> String {
    let first = code_points.join(" ");
    match last {
        Some(last) => format!("{first}..{last}"),
        None if first.is_empty() => "∅".to_string(),
        None => first,
    }
}

/// When an action is taken, in words.
pub(crate) fn condition(action: &ActionView, language: Language) -> String {
    let quoted = |word: Word, name: &str| format!("{} {name}", language.word(word));
    let mut parts: Vec<String> = Vec::new();
    parts.extend(action.matching.as_deref().map(|rule| quoted(Word::Matches, rule)));
    parts.extend(action.not_match.as_deref().map(|rule| quoted(Word::NotMatches, rule)));
    for (word, types) in [
        (Word::AnyVariant, &action.any_variant),
        (Word::AllVariants, &action.all_variants),
        (Word::OnlyVariants, &action.only_variants),
    ] {
        if !types.is_empty() {
            parts.push(quoted(word, &types.join(", ")));
        }
    }
    if parts.is_empty() {
        return language.word(Word::Always).to_string();
    }
    parts.join(&format!(" {} ", language.word(Word::And)))
}
