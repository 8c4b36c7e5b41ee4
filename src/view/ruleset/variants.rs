//! The variant sets and their mappings.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use std::collections::HashSet;

use serde::Serialize;

use super::{SetNumbers, code_points, context, names, strings, text};
use crate::lgr::review::{Repertoire, VariantSet};
use crate::lgr::{CharEntry, CodePoints, ContextRule, Lgr, Variant};
use crate::text::glyph;

/// A variant set.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
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
#[non_exhaustive]
pub struct MemberView {
    /// The code points.
    pub code_points: Vec<String>,
    /// How it looks.
    pub glyph: String,
    /// The names of its characters.
    pub names: Vec<String>,
    /// True if the ruleset lists it, if only as the target of variants.
    pub listed: bool,
    /// True if it is listed as a member of a range.
    pub in_range: bool,
}

/// A mapping from one code point or sequence to another, or to itself.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct MappingView {
    /// The code points that are mapped.
    pub source: Vec<String>,
    /// How the source looks.
    pub source_glyph: String,
    /// The code points that it is mapped to; empty for a null variant.
    pub target: Vec<String>,
    /// How the target looks.
    pub target_glyph: String,
    /// The type of the variant.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The rule that must match.
    pub when: Option<String>,
    /// The rule that must not match.
    pub not_when: Option<String>,
    /// True if the reverse exists under the same context.
    pub symmetric: bool,
    /// Ids of references.
    pub references: Vec<String>,
    /// Its comment.
    pub comment: Option<String>,
}

pub(super) fn set_views(lgr: &Lgr, sets: &[VariantSet], set_numbers: &SetNumbers<'_>) -> Vec<SetView> {
    let listed = Repertoire::of(lgr);
    let member = |member: &CodePoints| MemberView {
        code_points: code_points(member),
        glyph: glyph(member),
        names: names(member),
        listed: listed.has(member),
        in_range: listed.has(member) && listed.origin(member).is_none(),
    };
    let mappings: HashSet<Mapping<'_>> = lgr
        .chars()
        .flat_map(|char| {
            char.variants.iter().map(|variant| (&char.cp, &variant.cp, variant.context.as_ref()))
        })
        .collect();
    let mut views: Vec<SetView> = sets
        .iter()
        .zip(1..)
        .map(|(set, number)| SetView {
            number,
            members: set.members.iter().map(member).collect(),
            mappings: Vec::new(),
        })
        .collect();
    for char in lgr.chars() {
        for variant in &char.variants {
            // A null variant belongs to the set of its source, if that has one.
            let number = set_numbers.get(&char.cp).or_else(|| set_numbers.get(&variant.cp));
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
