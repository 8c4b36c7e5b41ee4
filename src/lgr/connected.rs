//! Sets of what is connected by pairs, through any chain of them.

use alloc::vec::Vec;
use core::hash::Hash;
use std::collections::HashMap;

/// The sets that pairs connect (union-find). Each set is in ascending order, and so are the sets by their
/// first members.
pub(in crate::lgr) fn connected<T: Copy + Eq + Hash + Ord>(
    pairs: impl IntoIterator<Item = (T, T)>,
) -> Vec<Vec<T>> {
    let mut numbers: HashMap<T, usize> = HashMap::new();
    // Of each member, a member of its set with a number no greater; the one that is its own parent stands for
    // the set.
    let mut parents: Vec<usize> = Vec::new();
    for (a, b) in pairs {
        let [a, b] = [a, b].map(|member| {
            let number = *numbers.entry(member).or_insert(parents.len());
            if number == parents.len() {
                parents.push(number);
            }
            root(&mut parents, number)
        });
        if let Some(parent) = parents.get_mut(a.max(b)) {
            *parent = a.min(b);
        }
    }
    let mut sets: HashMap<usize, Vec<T>> = HashMap::new();
    for (member, number) in numbers {
        sets.entry(root(&mut parents, number)).or_default().push(member);
    }
    let mut sets: Vec<Vec<T>> = sets.into_values().collect();
    sets.iter_mut().for_each(|set| set.sort_unstable());
    sets.sort_unstable();
    sets
}

/// The number that stands for the set of a member. The way to it is made shorter.
fn root(parents: &mut [usize], mut number: usize) -> usize {
    while let Some(&parent) = parents.get(number)
        && parent != number
    {
        let above = parents.get(parent).copied().unwrap_or(parent);
        if let Some(place) = parents.get_mut(number) {
            *place = above;
        }
        number = above;
    }
    number
}
