//! The characters of a label, held in place.

use alloc::vec::Vec;
use core::ops::Deref;

use arrayvec::ArrayVec;

use super::packed::{Record, record};

/// The number of items held in place: no label of at most 63 octets has more code points.
pub(crate) const LABEL_CAPACITY: usize = 64;

/// A list of which a label of any length that the DNS takes is held in place; a longer one is on the heap.
#[derive(Clone, Debug)]
pub(crate) struct LabelVec<T> {
    in_place: ArrayVec<T, LABEL_CAPACITY>,
    /// All items, once there are too many to be held in place.
    heap: Vec<T>,
}

impl<T: Copy> LabelVec<T> {
    pub(crate) const fn new() -> Self {
        Self { in_place: ArrayVec::new_const(), heap: Vec::new() }
    }

    /// Adds an item; returns false, and adds nothing, when no more can be held in place.
    #[inline]
    fn try_push(&mut self, item: T) -> bool {
        self.in_place.try_push(item).is_ok()
    }

    #[cold]
    fn extend_on_heap(&mut self, items: impl Iterator<Item = T>) {
        if self.heap.is_empty() {
            self.heap.extend_from_slice(&self.in_place);
        }
        self.heap.extend(items);
    }
}

impl<T> Deref for LabelVec<T> {
    type Target = [T];

    #[inline]
    fn deref(&self) -> &[T] {
        if self.heap.is_empty() { &self.in_place } else { &self.heap }
    }
}

impl<T: Copy> FromIterator<T> for LabelVec<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let (mut list, mut items) = (Self::new(), items.into_iter());
        if let Some(item) = items.find(|item| !list.try_push(*item)) {
            list.extend_on_heap(core::iter::once(item).chain(items));
        }
        list
    }
}

/// A code point and its properties.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Character {
    pub(crate) c: char,
    pub(crate) record: Record,
}

impl From<char> for Character {
    #[inline]
    fn from(c: char) -> Self {
        Self { c, record: record(c as u32) }
    }
}

/// The characters of a label, each looked up once, and the union of their properties.
#[derive(Clone, Debug)]
pub(crate) struct Characters {
    list: LabelVec<Character>,
    union: u64,
}

impl Characters {
    pub(crate) const fn new() -> Self {
        Self { list: LabelVec::new(), union: 0 }
    }

    /// Adds a character; returns false when no more can be held in place.
    #[inline]
    pub(crate) fn try_push(&mut self, c: char) -> bool {
        let character = Character::from(c);
        self.union |= character.record.0;
        self.list.try_push(character)
    }

    /// Adds characters, however many.
    #[inline]
    pub(crate) fn extend(&mut self, mut chars: impl Iterator<Item = char>) {
        let mut union = self.union;
        while let Some(c) = chars.next() {
            let character = Character::from(c);
            union |= character.record.0;
            if !self.list.try_push(character) {
                // The heap is left out of the loop, which can then keep its counters in registers.
                self.union = union;
                return self.extend_on_heap(character, chars);
            }
        }
        self.union = union;
    }

    #[cold]
    fn extend_on_heap(&mut self, next: Character, chars: impl Iterator<Item = char>) {
        let union = &mut self.union;
        let others = chars.map(|c| {
            let character = Character::from(c);
            *union |= character.record.0;
            character
        });
        self.list.extend_on_heap(core::iter::once(next).chain(others));
    }

    /// The bits that any of the records has.
    #[inline]
    pub(crate) const fn union(&self) -> Record {
        Record(self.union)
    }
}

impl Deref for Characters {
    type Target = [Character];

    #[inline]
    fn deref(&self) -> &[Character] {
        &self.list
    }
}

impl From<&str> for Characters {
    fn from(text: &str) -> Self {
        let mut characters = Self::new();
        characters.extend(text.chars());
        characters
    }
}
