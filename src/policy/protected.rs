//! Words that must not stand inside a name, or look as if they did.

use alloc::string::String;
use alloc::vec::Vec;
use std::collections::{BTreeSet, HashMap};

use super::model::reserved::names_of;
use crate::label::Label;
use crate::script::wide_skeleton_key;

/// Code points of a protected word at least: shorter ones are inside too many labels.
const MIN_WORD: usize = 3;

/// Words that are protected, by their wide skeletons.
#[derive(Clone, Debug, Default)]
pub(crate) struct ProtectedWords {
    words: HashMap<String, String>,
    /// The lengths of the skeletons, in code points.
    lengths: BTreeSet<usize>,
}

impl ProtectedWords {
    pub(super) fn new<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut all = Self::default();
        words.for_each(|word| all.add(word));
        all
    }

    /// Adds the words of a list as text.
    pub(super) fn add_text(&mut self, text: &str) {
        names_of(text).for_each(|word| self.add(word));
    }

    fn add(&mut self, word: &str) {
        let label = Label::parse(word);
        let word = label.u_label().unwrap_or(word);
        let skeleton = wide_skeleton_key(word);
        let length = skeleton.chars().count();
        if word.chars().count() >= MIN_WORD {
            self.lengths.insert(length);
            self.words.entry(skeleton).or_insert_with(|| word.into());
        }
    }

    /// The words inside a label with this wide skeleton.
    pub(crate) fn inside(&self, skeleton: &str) -> BTreeSet<&str> {
        if self.words.is_empty() {
            return BTreeSet::new();
        }
        let starts: Vec<usize> = skeleton.char_indices().map(|(at, _)| at).chain([skeleton.len()]).collect();
        let inside = self.lengths.iter().flat_map(|length| {
            starts
                .iter()
                .zip(starts.get(*length..).unwrap_or_default())
                .filter_map(|(start, end)| self.words.get(skeleton.get(*start..*end)?).map(String::as_str))
        });
        inside.collect()
    }
}
