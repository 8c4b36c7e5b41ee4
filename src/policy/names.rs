//! Lists of names that labels are compared with.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::hash::Hasher;
use std::collections::{HashMap, HashSet};
use std::hash::DefaultHasher;

use super::model::reserved::names_of;
use crate::label::Label;
use crate::lgr::{Scratch, Tables};
use crate::script::skeleton;

/// Names by A-label and, where it is asked for, by skeleton.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    a_labels: HashSet<Box<str>>,
    /// The names of each skeleton, as U-labels.
    skeletons: Option<HashMap<Box<str>, Vec<Box<str>>>>,
    /// The names of each coarse key, by its hash, as U-labels; empty unless variants are asked for.
    coarse_keys: HashMap<u64, Vec<Box<str>>>,
}

impl Names {
    /// From a list as text.
    pub(super) fn of_text(text: &str, by_skeleton: bool) -> Self {
        Self::new(names_of(text), by_skeleton)
    }

    pub(super) fn new<'a>(names: impl Iterator<Item = &'a str>, by_skeleton: bool) -> Self {
        let mut all = Self { skeletons: by_skeleton.then(HashMap::new), ..Self::default() };
        names.for_each(|name| all.add(name));
        all
    }

    pub(super) fn add_text(&mut self, text: &str) {
        names_of(text).for_each(|name| self.add(name));
    }

    /// Adds a name, a label in either form. What is no label has nothing that could equal it.
    fn add(&mut self, name: &str) {
        let label = Label::parse(name);
        let (Some(a_label), Some(u_label)) = (label.a_label(), label.u_label()) else { return };
        if !self.a_labels.contains(a_label) {
            self.a_labels.insert(a_label.into());
            if let Some(skeletons) = &mut self.skeletons {
                skeletons.entry(skeleton(u_label).into()).or_default().push(u_label.into());
            }
        }
    }

    /// Lets names match by variant too.
    pub(super) fn index(&mut self, tables: &Tables) {
        for name in &self.a_labels {
            let label = Label::parse(name);
            let Some(name) = label.u_label() else { continue };
            self.coarse_keys.entry(hash_of_key(tables, name)).or_default().push(name.into());
        }
    }

    /// A name, other than the label itself, that the label collides with. One for which this cannot be told within
    /// the bounds of time counts as such.
    pub(super) fn variant_of(&self, label: &Label, tables: Option<&Tables>) -> Option<&str> {
        if self.coarse_keys.is_empty() {
            return None;
        }
        let (text, tables) = (label.u_label()?, tables?);
        let names = self.coarse_keys.get(&hash_of_key(tables, text))?;
        let mut scratch = Scratch::new();
        let collides = |name: &&str| !matches!(tables.collision(name, text, &mut scratch), Ok(None));
        names.iter().map(|name| &**name).find(collides)
    }

    /// True if the label is one of the names.
    pub(super) fn has(&self, label: &Label) -> bool {
        label.a_label().is_some_and(|a_label| self.a_labels.contains(a_label))
    }

    /// True if names are compared by skeleton.
    pub(super) const fn by_skeleton(&self) -> bool {
        self.skeletons.is_some()
    }

    /// A name, other than the label itself, that has this skeleton.
    pub(super) fn look_alike(&self, skeleton: &str, label: &Label) -> Option<&str> {
        let names = self.skeletons.as_ref()?.get(skeleton)?;
        names.iter().map(|name| &**name).find(|name| label.u_label() != Some(name))
    }
}

/// A hash of the coarse key. Labels with other keys do not collide, so that equal hashes do no harm.
fn hash_of_key(tables: &Tables, label: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    tables.coarse_key_chars(label).for_each(|c| hasher.write_u32(c.into()));
    hasher.finish()
}

/// The skeleton of a label, made once and only when it is asked for.
pub(super) struct LazySkeleton<'l> {
    label: &'l str,
    made: Option<String>,
}

impl<'l> LazySkeleton<'l> {
    pub(super) const fn new(label: &'l str) -> Self {
        Self { label, made: None }
    }

    pub(super) fn get(&mut self) -> &str {
        self.made.get_or_insert_with(|| skeleton(self.label))
    }
}
