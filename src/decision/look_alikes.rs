//! Names that a candidate looks like, told beside the decision.

use alloc::string::String;
use alloc::vec::Vec;
use std::collections::BTreeSet;
use std::collections::HashMap;

use super::keys::{IndexKeys, split};
use super::store::NameStore;
use crate::policy::{ConfusableRule, Stance, names_of_list};
use crate::script::{second_wide_skeleton_key, skeleton_key, wide_skeleton_key};
use crate::text::keywords;

/// The look-alikes that are told of one candidate at most.
pub const MAX_LOOK_ALIKES: usize = 100;

/// The records that are looked at for one candidate at most.
const MAX_RECORDS: usize = 1000;

/// Code points of a protected word at least: shorter ones are inside too many labels.
const MIN_WORD: usize = 3;

keywords! {
    /// How a candidate is like another name, from the closest likeness.
    #[non_exhaustive]
    Likeness {
        /// The two have one skeleton (UTS #39 §4).
        Skeleton = "skeleton",
        /// The two have one wide skeleton: they differ in marks, or in letters that add to the same letter of Basic
        /// Latin.
        Marks = "marks",
        /// A protected word stands inside the label, by its wide skeleton.
        Inside = "inside",
    }
}

/// A name or word that a candidate looks like.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct LookAlike {
    /// How they are alike.
    pub likeness: Likeness,
    /// The name that exists, or the protected word.
    pub name: String,
}

/// Words that are protected, by their wide skeletons.
#[derive(Clone, Debug, Default)]
pub(super) struct ProtectedWords {
    words: HashMap<String, String>,
    /// The lengths of the skeletons, in code points.
    lengths: BTreeSet<usize>,
}

impl ProtectedWords {
    /// The words of the policy and of its files.
    pub(super) fn new<E>(
        rule: &ConfusableRule,
        mut text_of: impl FnMut(&str) -> Result<String, E>,
    ) -> Result<Self, E> {
        let mut words = Self::default();
        rule.protected.iter().for_each(|word| words.add(word));
        for file in &rule.protected_files {
            names_of_list(&text_of(file)?).for_each(|word| words.add(word));
        }
        Ok(words)
    }

    fn add(&mut self, word: &str) {
        let label = crate::label::Label::parse(word);
        let word = label.u_label().unwrap_or(word);
        let skeleton = wide_skeleton_key(word);
        let length = skeleton.chars().count();
        if word.chars().count() >= MIN_WORD {
            self.lengths.insert(length);
            self.words.entry(skeleton).or_insert_with(|| word.into());
        }
    }

    /// The words inside a label with this wide skeleton.
    fn inside(&self, skeleton: &str) -> BTreeSet<&str> {
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

/// The names and words that the name whose keys these are looks like; those of `set` are told elsewhere.
pub(super) fn find<S: NameStore>(
    keys: &IndexKeys,
    words: &ProtectedWords,
    store: &S,
    set: &dyn Fn(&str) -> bool,
) -> Result<Vec<LookAlike>, S::Error> {
    let mut found = Vec::new();
    let own = keys.wide_skeleton();
    let mut skeleton = None;
    let (mut records, second) = (0, second_wide_skeleton_key(keys.name()));
    for wide in [Some(&own), second.as_ref()].into_iter().flatten() {
        store.with_wide_skeleton(wide, &mut |record| {
            records += 1;
            if record.name != keys.name() && record.state.is_registered() && !set(&record.name) {
                let own = skeleton.get_or_insert_with(|| skeleton_key(keys.name()));
                let is_same = skeleton_key(&record.name) == *own;
                let likeness = if is_same { Likeness::Skeleton } else { Likeness::Marks };
                found.push(LookAlike { likeness, name: record.name.clone() });
            }
            records < MAX_RECORDS
        })?;
    }
    let (label, _) = split(&own);
    let has = |word: &&str| *word != keys.first_label();
    found.extend(
        words
            .inside(label)
            .into_iter()
            .filter(has)
            .map(|word| LookAlike { likeness: Likeness::Inside, name: word.into() }),
    );
    found.sort_unstable();
    found.dedup();
    found.truncate(MAX_LOOK_ALIKES);
    Ok(found)
}

/// The stance of a policy on a likeness.
pub(super) const fn stance(rule: &ConfusableRule, likeness: Likeness) -> Stance {
    match likeness {
        Likeness::Skeleton => rule.otherwise_existing,
        Likeness::Marks => rule.otherwise_marks,
        Likeness::Inside => rule.otherwise_inside,
    }
}
