//! Skeletons, UTS #39 §4.

use alloc::string::String;
use unicode_normalization::UnicodeNormalization;

use super::prototype::{Prototype, Skeleton, jamo};

/// The skeleton of a label: what is left when each character is replaced by the one that stands for all
/// that look like it. Two labels with one skeleton look alike.
///
/// This is *internalSkeleton* of UTS #39 §4, in the order in which the label is stored; see
/// [`bidi_skeleton`](super::bidi_skeleton) for the order in which it is displayed. It is a key for
/// comparing and for grouping rows, never a label, and it changes with the Unicode version: keep the
/// label, and make the keys again when [`UNICODE_VERSION`](crate::unicode::UNICODE_VERSION) changes.
///
/// ```
/// use ulabel::script::skeleton;
/// // U+0440 U+0430 are Cyrillic; U+2019 is not asked here whether it may stand in a label.
/// assert_eq!(skeleton("\u{440}\u{430}ypal"), skeleton("paypal"));
/// assert_eq!(skeleton("modern"), "rnodern"); // m looks like rn
/// ```
#[must_use]
pub fn skeleton(label: &str) -> String {
    let mut out = String::with_capacity(label.len() + label.len() / 2);
    push_skeleton(label.chars(), &mut out);
    out
}

/// Writes the skeleton of `characters` behind what is in `out`.
pub(crate) fn push_skeleton(characters: impl Iterator<Item = char> + Clone, out: &mut String) {
    let start = out.len();
    if !push_in_order(characters.clone(), out) {
        out.truncate(start);
        push_reordered(characters, out);
    }
}

/// Takes each character by itself. That is the whole skeleton where no two combining classes other than
/// 0 meet, for then there is no order to put them into; `false` when they do.
#[inline]
fn push_in_order(characters: impl Iterator<Item = char>, out: &mut String) -> bool {
    let mut after_mark = false;
    for c in characters {
        let prototype = Prototype::of(c);
        if prototype.is_itself() {
            out.push(c);
            after_mark = false;
        } else if prototype.is_hangul_syllable() {
            jamo(c).for_each(|jamo| push(jamo, Prototype::of(jamo), out));
            after_mark = false;
        } else {
            if after_mark && prototype.begins_with_mark() {
                return false;
            }
            // What is not seen leaves its neighbours side by side.
            let len = out.len();
            push(c, prototype, out);
            after_mark = prototype.ends_with_mark() || (after_mark && out.len() == len);
        }
    }
    true
}

#[inline]
fn push(c: char, prototype: Prototype, out: &mut String) {
    match prototype.skeleton(c) {
        Skeleton::One(one) => out.push(one),
        Skeleton::Many(many) => out.extend(many),
    }
}

/// The steps as UTS #39 writes them: NFD, prototypes, NFD.
#[cold]
fn push_reordered(characters: impl Iterator<Item = char>, out: &mut String) {
    out.extend(characters.nfd().flat_map(Parts::of).nfd());
}

/// The characters of a [`Skeleton`].
enum Parts {
    One(Option<char>),
    Many(core::slice::Iter<'static, char>),
}

impl Parts {
    fn of(c: char) -> Self {
        match Prototype::of(c).skeleton(c) {
            Skeleton::One(one) => Self::One(Some(one)),
            Skeleton::Many(many) => Self::Many(many.iter()),
        }
    }
}

impl Iterator for Parts {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        match self {
            Self::One(one) => one.take(),
            Self::Many(many) => many.next().copied(),
        }
    }
}

/// The skeleton of a name: that of each label, joined by full stops. A key for a database column or for
/// any engine that groups rows; a full stop in it always parts two labels.
///
/// ```
/// assert_eq!(ulabel::script::skeleton_key("modern.example"), "rnodern.exarnple");
/// ```
#[must_use]
pub fn skeleton_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len() + name.len() / 2);
    for (n, label) in name.split('.').enumerate() {
        if n > 0 {
            key.push('.');
        }
        let start = key.len();
        push_skeleton(label.chars(), &mut key);
        // U+0660 and U+06F0, digits zero, have a full stop for a skeleton.
        if key.get(start..).is_some_and(|skeleton| skeleton.contains('.')) {
            let escaped = key.get(start..).unwrap_or_default().replace('.', "\u{2024}");
            key.truncate(start);
            key.push_str(&escaped);
        }
    }
    key
}
