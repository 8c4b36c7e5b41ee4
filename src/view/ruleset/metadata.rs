//! The metadata of a ruleset, and its contents in numbers.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::text;
use crate::lgr::review::{Statistics, is_out_of_repertoire};
use crate::lgr::{Lgr, Scope};

/// The metadata.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct MetadataView {
    /// The version of the ruleset.
    pub version: Option<String>,
    /// The comment on the version.
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
#[non_exhaustive]
pub struct ReferenceView {
    /// Its id.
    pub id: String,
    /// The citation.
    pub text: String,
    /// The comment on it.
    pub comment: Option<String>,
}

/// The contents in numbers.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
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

impl MetadataView {
    pub(super) fn new(lgr: &Lgr) -> Self {
        let metadata = &lgr.metadata;
        let scope = |scope: &Scope| match &*scope.kind {
            "domain" => scope.value.to_string(),
            kind => format!("{kind}: {}", scope.value),
        };
        Self {
            version: metadata.version.as_ref().map(|version| version.value.to_string()),
            version_comment: metadata.version.as_ref().and_then(|version| text(version.comment.as_deref())),
            date: metadata.date.map(|date| date.value.to_string()),
            languages: metadata.languages.iter().map(|language| language.value.to_string()).collect(),
            scopes: metadata.scopes.iter().map(scope).collect(),
            validity_start: metadata.validity_start.map(|date| date.value.to_string()),
            validity_end: metadata.validity_end.map(|date| date.value.to_string()),
            unicode_version: metadata.unicode_version.map(|version| format!("{}.0", version.value)),
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
}

impl StatisticsView {
    pub(super) fn new(lgr: &Lgr) -> Self {
        let statistics = Statistics::of(lgr);
        let mut by_type: Vec<(String, usize)> =
            statistics.variants_by_type.iter().map(|(kind, count)| (kind.to_string(), *count)).collect();
        if statistics.untyped_variants > 0 {
            by_type.push((String::new(), statistics.untyped_variants));
        }
        Self {
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
}
