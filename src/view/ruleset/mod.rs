//! All that a rendering shows, worked out once: what text, JSON and HTML have in common.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use std::collections::{HashMap, HashSet};

use serde::Serialize;

mod members;
pub mod notation;
pub mod text;
pub(crate) mod words;

use crate::lgr::review::{Statistics, is_out_of_repertoire, variant_sets};
use crate::lgr::{
    Action, CharEntry, CodePoints, ContextRule, Entry, Identifier, IdentifierList, Lgr, Origin, RuleTrigger,
    Variant, VariantTrigger,
};
use crate::text::{CodePoint, glyph};
use crate::unicode::{character_name, script};

/// Members of a class that are shown.
const EXAMPLES: usize = 15;

/// A ruleset made ready to be shown; as JSON it is what `lgr show --format json` writes.
#[derive(Clone, Debug, Serialize)]
pub struct View {
    /// What the ruleset says of itself.
    pub metadata: MetadataView,
    /// What there is, in numbers.
    pub statistics: StatisticsView,
    /// The repertoire in document order.
    pub repertoire: Vec<EntryView>,
    /// The variant sets.
    pub variant_sets: Vec<SetView>,
    /// The named classes.
    pub classes: Vec<DefinitionView>,
    /// The named rules.
    pub rules: Vec<DefinitionView>,
    /// The actions, the five default ones last.
    pub actions: Vec<ActionView>,
}

/// The metadata.
#[derive(Clone, Debug, Serialize)]
pub struct MetadataView {
    /// The version of the ruleset.
    pub version: Option<String>,
    /// What is said of the version.
    pub version_comment: Option<String>,
    /// The day it was posted.
    pub date: Option<String>,
    /// Language tags.
    pub languages: Vec<String>,
    /// Scopes, those of type `domain` without their type.
    pub scopes: Vec<String>,
    /// The first day on which it is in force.
    pub validity_start: Option<String>,
    /// The day on which it ceases to be in force.
    pub validity_end: Option<String>,
    /// Its Unicode version.
    pub unicode_version: Option<String>,
    /// The media type of the description.
    pub description_type: Option<String>,
    /// The description, as it is.
    pub description: Option<String>,
    /// The references.
    pub references: Vec<ReferenceView>,
}

/// A reference.
#[derive(Clone, Debug, Serialize)]
pub struct ReferenceView {
    /// Its id.
    pub id: String,
    /// The citation.
    pub text: String,
    /// What is said of it.
    pub comment: Option<String>,
}

/// What there is, in numbers.
#[derive(Clone, Debug, Serialize)]
pub struct StatisticsView {
    /// Code points and sequences.
    pub entries: usize,
    /// Sequences among them.
    pub sequences: usize,
    /// Entries listed only as targets of variants.
    pub out_of_repertoire: usize,
    /// Entries that have variants.
    pub entries_with_variants: usize,
    /// Variants.
    pub variants: usize,
    /// Variants by type; the empty type stands for none.
    pub variants_by_type: Vec<(String, usize)>,
    /// Variant sets.
    pub variant_sets: usize,
    /// Members of the largest.
    pub largest_variant_set: usize,
    /// Named classes.
    pub classes: usize,
    /// Named rules.
    pub rules: usize,
    /// Actions, without the default ones.
    pub actions: usize,
}

/// A code point, a sequence or a range.
#[derive(Clone, Debug, Serialize)]
pub struct EntryView {
    /// The code points, such as `U+0061`; of a range the first.
    pub code_points: Vec<String>,
    /// The last code point of a range.
    pub last: Option<String>,
    /// How it looks; empty for a null sequence.
    pub glyph: String,
    /// The names of its characters.
    pub names: Vec<String>,
    /// The scripts of its characters, without Common and Inherited beside others.
    pub scripts: Vec<String>,
    /// The rule that must match.
    pub when: Option<String>,
    /// The rule that must not match.
    pub not_when: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// The number of its variant set, from 1.
    pub variant_set: Option<usize>,
    /// Whether it is listed only as the target of variants.
    pub out_of_repertoire: bool,
    /// Ids of references.
    pub references: Vec<String>,
    /// Its comment.
    pub comment: Option<String>,
    /// The line it stands on.
    pub line: Option<u32>,
}

impl EntryView {
    /// The comment, unless it says no more than the name.
    pub(crate) fn remark(&self) -> Option<&str> {
        self.comment.as_deref().filter(|comment| !comment.is_empty() && *comment != self.names.join(" + "))
    }
}

/// A variant set.
#[derive(Clone, Debug, Serialize)]
pub struct SetView {
    /// Its number, from 1.
    pub number: usize,
    /// Its members.
    pub members: Vec<MemberView>,
    /// The mappings between them, in document order.
    pub mappings: Vec<MappingView>,
}

/// A member of a variant set.
#[derive(Clone, Debug, Serialize)]
pub struct MemberView {
    /// The code points.
    pub code_points: Vec<String>,
    /// How it looks.
    pub glyph: String,
    /// The names of its characters.
    pub names: Vec<String>,
    /// Whether the ruleset lists it, if only as the target of variants.
    pub listed: bool,
    /// Whether it is listed as a member of a range.
    pub in_range: bool,
}

/// A mapping from one code point or sequence to another, or to itself.
#[derive(Clone, Debug, Serialize)]
pub struct MappingView {
    /// What is mapped.
    pub source: Vec<String>,
    /// How it looks.
    pub source_glyph: String,
    /// To what; empty for a null variant.
    pub target: Vec<String>,
    /// How that looks.
    pub target_glyph: String,
    /// The type of the variant.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The rule that must match.
    pub when: Option<String>,
    /// The rule that must not match.
    pub not_when: Option<String>,
    /// Whether the reverse exists under the same context.
    pub symmetric: bool,
    /// Ids of references.
    pub references: Vec<String>,
    /// Its comment.
    pub comment: Option<String>,
}

/// A named class or rule.
#[derive(Clone, Debug, Serialize)]
pub struct DefinitionView {
    /// Its name.
    pub name: String,
    /// The definition in [`notation`].
    pub definition: String,
    /// How many code points of the repertoire are in a class.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub members: Option<usize>,
    /// The first of them, as they look.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<String>,
    /// Ids of references.
    pub references: Vec<String>,
    /// Its comment.
    pub comment: Option<String>,
    /// The line it stands on.
    pub line: Option<u32>,
}

/// An action.
#[derive(Clone, Debug, Serialize)]
pub struct ActionView {
    /// Its number, from 0, as reports have it.
    pub number: usize,
    /// The disposition.
    pub disposition: String,
    /// The rule that must match.
    #[serde(rename = "match")]
    pub matching: Option<String>,
    /// The rule that must not match.
    pub not_match: Option<String>,
    /// Types of which one variant must have one.
    pub any_variant: Vec<String>,
    /// Types of which every variant must have one.
    pub all_variants: Vec<String>,
    /// The same, with no code point left unmapped.
    pub only_variants: Vec<String>,
    /// Whether it is one of the five that follow the last one of every LGR.
    pub default: bool,
    /// Ids of references.
    pub references: Vec<String>,
    /// Its comment.
    pub comment: Option<String>,
    /// The line it stands on.
    pub line: Option<u32>,
}

impl View {
    /// Works out what there is to show.
    #[must_use]
    pub fn new(lgr: &Lgr) -> Self {
        let sets = variant_sets(lgr);
        let number_of: HashMap<&CodePoints, usize> = sets
            .iter()
            .enumerate()
            .flat_map(|(index, set)| set.members.iter().map(move |member| (member, index + 1)))
            .collect();
        let own = lgr.actions().count();
        let defaults = Action::defaults();
        let actions = lgr
            .actions()
            .chain(&defaults)
            .enumerate()
            .map(|(number, action)| action_view(number, action, number >= own));
        Self {
            metadata: metadata(lgr),
            statistics: statistics(lgr),
            repertoire: lgr.data.iter().map(|entry| entry_view(entry, &number_of)).collect(),
            variant_sets: set_views(lgr, &sets, &number_of),
            classes: lgr
                .classes()
                .zip(members::of_classes(lgr))
                .map(|(class, members)| DefinitionView {
                    name: class.name.to_string(),
                    definition: notation::class(&class.class.expression),
                    members: members.as_ref().map(Vec::len),
                    examples: members.iter().flatten().take(EXAMPLES).map(|c| glyph(&[*c])).collect(),
                    references: strings(&class.class.references),
                    comment: text(class.class.comment.as_deref()),
                    line: line(class.class.origin),
                })
                .collect(),
            rules: lgr
                .rules()
                .map(|rule| DefinitionView {
                    name: rule.name.to_string(),
                    definition: notation::rule(&rule.body),
                    members: None,
                    examples: Vec::new(),
                    references: strings(&rule.references),
                    comment: text(rule.comment.as_deref()),
                    line: line(rule.origin),
                })
                .collect(),
            actions: actions.collect(),
        }
    }
}

fn metadata(lgr: &Lgr) -> MetadataView {
    let metadata = &lgr.metadata;
    let scope = |scope: &crate::lgr::Scope| match &*scope.kind {
        "domain" => scope.value.to_string(),
        kind => alloc::format!("{kind}: {}", scope.value),
    };
    MetadataView {
        version: metadata.version.as_ref().map(|version| version.value.to_string()),
        version_comment: metadata.version.as_ref().and_then(|version| text(version.comment.as_deref())),
        date: metadata.date.map(|date| date.value.to_string()),
        languages: metadata.languages.iter().map(|language| language.value.to_string()).collect(),
        scopes: metadata.scopes.iter().map(scope).collect(),
        validity_start: metadata.validity_start.map(|date| date.value.to_string()),
        validity_end: metadata.validity_end.map(|date| date.value.to_string()),
        unicode_version: metadata.unicode_version.map(|version| alloc::format!("{}.0", version.value)),
        description_type: metadata
            .description
            .as_ref()
            .and_then(|description| text(description.media_type.as_deref())),
        description: metadata.description.as_ref().map(|description| description.text.to_string()),
        references: metadata
            .references
            .iter()
            .map(|reference| ReferenceView {
                id: reference.id.to_string(),
                text: reference.text.trim_ascii().to_string(),
                comment: text(reference.comment.as_deref()),
            })
            .collect(),
    }
}

fn statistics(lgr: &Lgr) -> StatisticsView {
    let statistics = Statistics::of(lgr);
    let mut by_type: Vec<(String, usize)> =
        statistics.variants_by_type.iter().map(|(kind, count)| (kind.to_string(), *count)).collect();
    if statistics.untyped_variants > 0 {
        by_type.push((String::new(), statistics.untyped_variants));
    }
    StatisticsView {
        entries: statistics.entries,
        sequences: statistics.sequences,
        out_of_repertoire: lgr.chars().filter(|char| is_out_of_repertoire(char)).count(),
        entries_with_variants: statistics.entries_with_variants,
        variants: statistics.variants,
        variants_by_type: by_type,
        variant_sets: statistics.variant_sets,
        largest_variant_set: statistics.largest_variant_set,
        classes: statistics.classes,
        rules: statistics.rules,
        actions: statistics.actions,
    }
}

fn entry_view(entry: &Entry, number_of: &HashMap<&CodePoints, usize>) -> EntryView {
    let (cp, last, comment) = match entry {
        Entry::Char(char) => (char.cp.clone(), None, char.comment.as_deref()),
        Entry::Range(range) => (range.first.into(), Some(range.last), range.comment.as_deref()),
    };
    let ends: Vec<char> = cp.iter().copied().chain(last).collect();
    let (when, not_when) = context(entry.context());
    EntryView {
        code_points: code_points(&cp),
        last: last.map(|c| CodePoint(c).to_string()),
        glyph: match last {
            Some(last) => alloc::format!("{} … {}", glyph(&cp), glyph(&[last])),
            None => glyph(&cp),
        },
        names: names(&ends),
        scripts: scripts(&ends),
        when,
        not_when,
        tags: strings(entry.tags()),
        variant_set: number_of.get(&cp).copied(),
        out_of_repertoire: matches!(entry, Entry::Char(char) if is_out_of_repertoire(char)),
        references: strings(entry.references()),
        comment: text(comment),
        line: line(entry.origin()),
    }
}

fn set_views(
    lgr: &Lgr,
    sets: &[crate::lgr::review::VariantSet],
    number_of: &HashMap<&CodePoints, usize>,
) -> Vec<SetView> {
    let listed: HashSet<&CodePoints> = lgr.chars().map(|char| &char.cp).collect();
    let mut ranges: Vec<(char, char)> = lgr.ranges().map(|range| (range.first, range.last)).collect();
    ranges.sort_unstable();
    let in_range = |cp: &CodePoints| {
        let Some(c) = cp.single() else { return false };
        let after = ranges.partition_point(|&(first, _)| first <= c);
        after.checked_sub(1).and_then(|index| ranges.get(index)).is_some_and(|&(_, last)| c <= last)
    };
    let mappings: HashSet<Mapping<'_>> = lgr
        .chars()
        .flat_map(|char| {
            char.variants.iter().map(|variant| (&char.cp, &variant.cp, variant.context.as_ref()))
        })
        .collect();
    let mut views: Vec<SetView> = sets
        .iter()
        .enumerate()
        .map(|(index, set)| SetView {
            number: index + 1,
            members: set
                .members
                .iter()
                .map(|member| MemberView {
                    code_points: code_points(member),
                    glyph: glyph(member),
                    names: names(member),
                    listed: listed.contains(member) || in_range(member),
                    in_range: in_range(member),
                })
                .collect(),
            mappings: Vec::new(),
        })
        .collect();
    for char in lgr.chars() {
        for variant in &char.variants {
            // A null variant belongs to the set of its source, if that has one.
            let number = number_of.get(&char.cp).or_else(|| number_of.get(&variant.cp));
            if let Some(view) = number.and_then(|number| views.get_mut(number - 1)) {
                view.mappings.push(mapping(char, variant, &mappings));
            }
        }
    }
    views
}

/// Source, target and context of a variant.
type Mapping<'a> = (&'a CodePoints, &'a CodePoints, Option<&'a ContextRule>);

fn mapping(char: &CharEntry, variant: &Variant, mappings: &HashSet<Mapping<'_>>) -> MappingView {
    let (when, not_when) = context(variant.context.as_ref());
    MappingView {
        source: code_points(&char.cp),
        source_glyph: glyph(&char.cp),
        target: code_points(&variant.cp),
        target_glyph: glyph(&variant.cp),
        kind: variant.kind.as_ref().map(ToString::to_string),
        when,
        not_when,
        symmetric: mappings.contains(&(&variant.cp, &char.cp, variant.context.as_ref())),
        references: strings(&variant.references),
        comment: text(variant.comment.as_deref()),
    }
}

fn action_view(number: usize, action: &Action, default: bool) -> ActionView {
    let types = |wanted: fn(&VariantTrigger) -> Option<&IdentifierList>| {
        action.variants.as_ref().and_then(wanted).map(strings).unwrap_or_default()
    };
    let (matching, not_match) = match &action.rule {
        Some(RuleTrigger::Match(rule)) => (Some(rule.to_string()), None),
        Some(RuleTrigger::NotMatch(rule)) => (None, Some(rule.to_string())),
        None => (None, None),
    };
    ActionView {
        number,
        disposition: action.disposition.to_string(),
        matching,
        not_match,
        any_variant: types(|trigger| match trigger {
            VariantTrigger::Any(types) => Some(types),
            _ => None,
        }),
        all_variants: types(|trigger| match trigger {
            VariantTrigger::All(types) => Some(types),
            _ => None,
        }),
        only_variants: types(|trigger| match trigger {
            VariantTrigger::Only(types) => Some(types),
            _ => None,
        }),
        default,
        references: strings(&action.references),
        comment: text(action.comment.as_deref()),
        line: line(action.origin),
    }
}

fn code_points(cp: &CodePoints) -> Vec<String> {
    cp.iter().map(|c| CodePoint(*c).to_string()).collect()
}

fn names(code_points: &[char]) -> Vec<String> {
    let name = |c: &char| character_name(*c).map_or_else(|| CodePoint(*c).to_string(), Into::into);
    code_points.iter().map(name).collect()
}

/// The scripts in order of appearance; Common and Inherited only when there is nothing else.
fn scripts(code_points: &[char]) -> Vec<String> {
    let mut scripts: Vec<_> = Vec::new();
    for &c in code_points {
        if !scripts.contains(&script(c)) {
            scripts.push(script(c));
        }
    }
    if scripts.iter().any(|script| !script.is_common_or_inherited()) {
        scripts.retain(|script| !script.is_common_or_inherited());
    }
    scripts.into_iter().map(|script| script.short_name().to_string()).collect()
}

fn context(context: Option<&ContextRule>) -> (Option<String>, Option<String>) {
    match context {
        Some(ContextRule::When(rule)) => (Some(rule.to_string()), None),
        Some(ContextRule::NotWhen(rule)) => (None, Some(rule.to_string())),
        None => (None, None),
    }
}

fn strings(list: &IdentifierList) -> Vec<String> {
    list.iter().map(|name: &Identifier| name.to_string()).collect()
}

fn text(text: Option<&str>) -> Option<String> {
    text.map(ToString::to_string)
}

fn line(origin: Origin) -> Option<u32> {
    origin.position().map(|position| position.line)
}
