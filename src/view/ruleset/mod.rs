//! A ruleset as plain data. As JSON it is written by `Serialize`; text and HTML are made of it by
//! [`crate::page::ruleset`].

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use std::collections::HashMap;

use serde::Serialize;

mod metadata;
pub mod notation;
mod repertoire;
mod rules;
mod variants;

pub use self::metadata::{MetadataView, ReferenceView, StatisticsView};
pub use self::repertoire::EntryView;
pub use self::rules::{ActionView, DefinitionView};
pub use self::variants::{MappingView, MemberView, SetView};

use crate::lgr::compile::class_members;
use crate::lgr::review::variant_sets;
use crate::lgr::{Action, CodePoints, ContextRule, IdentifierList, Lgr, Origin};
use crate::text::CodePoint;
use crate::unicode::character_name;

/// A ruleset made ready to be shown; as JSON it is what `lgr show --format json` writes.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct View {
    /// The metadata.
    pub metadata: MetadataView,
    /// The contents in numbers.
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

/// The number of the variant set of each of its members, from 1.
type SetNumbers<'a> = HashMap<&'a CodePoints, usize>;

impl View {
    /// Works out what there is to show.
    #[must_use]
    pub fn new(lgr: &Lgr) -> Self {
        let sets = variant_sets(lgr);
        let numbered = sets.iter().zip(1..);
        let set_numbers: SetNumbers<'_> = numbered
            .flat_map(|(set, number)| set.members.iter().map(move |member| (member, number)))
            .collect();
        let own = lgr.actions().count();
        let defaults = Action::defaults();
        let actions = lgr.actions().chain(&defaults).enumerate();
        Self {
            metadata: MetadataView::new(lgr),
            statistics: StatisticsView::new(lgr),
            repertoire: lgr.data.iter().map(|entry| EntryView::new(entry, &set_numbers)).collect(),
            variant_sets: variants::set_views(lgr, &sets, &set_numbers),
            classes: lgr
                .classes()
                .zip(class_members(lgr, rules::EXAMPLES))
                .map(|(class, members)| DefinitionView::class(class, members))
                .collect(),
            rules: lgr.rules().map(DefinitionView::rule).collect(),
            actions: actions.map(|(number, action)| ActionView::new(number, action, number >= own)).collect(),
        }
    }
}

fn code_points(cp: &CodePoints) -> Vec<String> {
    cp.iter().map(|c| CodePoint(*c).to_string()).collect()
}

fn names(code_points: &[char]) -> Vec<String> {
    let name = |c: &char| character_name(*c).map_or_else(|| CodePoint(*c).to_string(), Into::into);
    code_points.iter().map(name).collect()
}

fn context(context: Option<&ContextRule>) -> (Option<String>, Option<String>) {
    match context {
        Some(ContextRule::When(rule)) => (Some(rule.to_string()), None),
        Some(ContextRule::NotWhen(rule)) => (None, Some(rule.to_string())),
        None => (None, None),
    }
}

fn strings(list: &IdentifierList) -> Vec<String> {
    list.iter().map(ToString::to_string).collect()
}

fn text(text: Option<&str>) -> Option<String> {
    text.map(ToString::to_string)
}

fn line(origin: Origin) -> Option<u32> {
    origin.position().map(|position| position.line)
}
