//! A ruleset as text for a terminal.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Display;

use super::{condition, context, members, metadata, stated, statistics, variant_type};
use crate::language::{Messages, Word};
use crate::text::one_line;
use crate::view::ruleset::{ActionView, DefinitionView, EntryView, MappingView, SetView, View};

/// The ruleset as text. Lines are as long as they need to be, and nothing of the file controls the
/// terminal.
#[must_use]
pub fn text(view: &View, messages: &Messages) -> String {
    let lines = Lines { messages };
    let mut sections = Vec::from([
        (Word::Metadata, lines.metadata(view)),
        (Word::Statistics, lines.statistics(view)),
        (Word::Repertoire, view.repertoire.iter().map(|entry| lines.entry(entry)).collect()),
    ]);
    let mut add = |word, section: Vec<String>| {
        if !section.is_empty() {
            sections.push((word, section));
        }
    };
    add(Word::VariantSets, view.variant_sets.iter().flat_map(|set| lines.set(set)).collect());
    add(Word::Classes, view.classes.iter().map(definition).collect());
    add(Word::ColumnRules, view.rules.iter().map(definition).collect());
    add(Word::Actions, view.actions.iter().map(|action| lines.action(action)).collect());
    let references = view.metadata.references.iter();
    add(Word::References, references.map(|it| format!("[{}] {}", it.id, it.text)).collect());
    let sections = sections.into_iter().map(|(word, section)| {
        let heading = messages.heading(word) + "\n";
        section.iter().fold(heading, |text, line| text + "  " + one_line(line).trim_end() + "\n")
    });
    sections.collect::<Vec<_>>().join("\n")
}

struct Lines<'a> {
    messages: &'a Messages,
}

impl Lines<'_> {
    fn pair(&self, word: Word, value: impl Display) -> String {
        format!("{}: {value}", self.messages.heading(word))
    }

    fn metadata(&self, view: &View) -> Vec<String> {
        metadata(&view.metadata).into_iter().map(|(word, value)| self.pair(word, value)).collect()
    }

    fn statistics(&self, view: &View) -> Vec<String> {
        let numbers = statistics(&view.statistics);
        let numbers = numbers.into_iter().map(|(word, count)| self.pair(word, count));
        let variants = self.messages.heading(Word::HeadVariants);
        let by_type = view.statistics.variants_by_type.iter().map(|(name, count)| {
            format!("{variants} ({}): {count}", variant_type(Some(name), self.messages))
        });
        numbers.chain(by_type).collect()
    }

    fn entry(&self, entry: &EntryView) -> String {
        let heading = |word| self.messages.heading(word);
        joined([
            Some(code_points(&entry.code_points, entry.last.as_deref())),
            Some(entry.glyph.clone()),
            Some(entry.names.join(" + ")),
            self.context(&entry.when, &entry.not_when),
            entry.variant_set.map(|number| format!("{} {number}", heading(Word::VariantSet))),
            entry.out_of_repertoire.then(|| heading(Word::OutOfRepertoire)),
            (!entry.tags.is_empty()).then(|| format!("[{}]", entry.tags.join(" "))),
            comment(entry.remark()),
        ])
    }

    fn context(&self, when: &Option<String>, not_when: &Option<String>) -> Option<String> {
        context(when, not_when).map(|(word, rule)| format!("{} {rule}", self.messages.word(word)))
    }

    fn set(&self, set: &SetView) -> Vec<String> {
        let members = set.members.iter().map(|member| {
            let mut text = format!("{} {}", code_points(&member.code_points, None), member.glyph);
            if !member.listed {
                text += &format!(" ({})", self.messages.word(Word::NotInRepertoire));
            }
            text
        });
        let members = members.collect::<Vec<_>>().join(", ");
        let mut lines = Vec::from([format!("{}. {members}", set.number)]);
        lines.extend(set.mappings.iter().map(|mapping| format!("   {}", self.mapping(mapping))));
        lines
    }

    fn mapping(&self, mapping: &MappingView) -> String {
        let target = match &*mapping.target {
            [] => self.messages.word(Word::NullVariant).to_string(),
            target => code_points(target, None),
        };
        joined([
            Some(format!("{} → {target}", code_points(&mapping.source, None))),
            Some(variant_type(mapping.kind.as_deref(), self.messages).to_string()),
            self.context(&mapping.when, &mapping.not_when),
            comment(stated(&mapping.comment)),
        ])
    }

    fn action(&self, action: &ActionView) -> String {
        let condition = condition(action, self.messages);
        let mut text = format!("{}. {condition} → {}", action.number, action.disposition);
        if action.default {
            text += &format!(" ({})", self.messages.word(Word::DefaultAction));
        }
        joined([Some(text), comment(stated(&action.comment))])
    }
}

fn definition(definition: &DefinitionView) -> String {
    joined([
        Some(format!("{} = {}", definition.name, definition.definition)),
        members(definition).map(|members| format!("({members})")),
        comment(stated(&definition.comment)),
    ])
}

/// The parts that there are and that say something.
fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("  ")
}

fn comment(comment: Option<&str>) -> Option<String> {
    comment.map(|comment| format!("# {comment}"))
}

fn code_points(code_points: &[String], last: Option<&str>) -> String {
    let first = code_points.join(" ");
    match last {
        Some(last) => format!("{first}..{last}"),
        None if first.is_empty() => "∅".to_string(),
        None => first,
    }
}
