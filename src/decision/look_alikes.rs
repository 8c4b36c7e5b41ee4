//! Names that a candidate looks like, told beside the decision.

use alloc::string::String;
use alloc::vec::Vec;

use super::keys::{IndexKeys, split};
use super::store::NameStore;
use crate::policy::{ConfusableRule, ProtectedWords, Stance};
use crate::script::{second_wide_skeleton_key, skeleton_key};
use crate::text::keywords;

/// The look-alikes that are told of one candidate at most.
pub const MAX_LOOK_ALIKES: usize = 100;

/// The records that are looked at for one candidate at most.
const MAX_RECORDS: usize = 1000;

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
