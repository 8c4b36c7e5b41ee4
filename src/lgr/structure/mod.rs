//! The constraints of RFC 7940 that span elements of a document.
//!
//! A reader cannot see these while it reads one element: that no code point is defined twice, that
//! every name is defined before it is used, that anchors and counts stand where they may.
//! [`check`] tests a model however it was made; readers ask it before they return.

mod data;
mod rules;
mod strip;

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use std::collections::{BTreeSet, HashMap, HashSet};

use super::{Declaration, Entry, Identifier, IdentifierList, Lgr, Origin, Strictness};
use crate::finding::{Fault, FaultCode, Faults};

/// Every fault of an LGR against the constraints of RFC 7940 that span elements, in document order.
///
/// ```
/// use ulabel::lgr::{CharEntry, Entry, FaultCode, Lgr, structure};
///
/// let mut lgr = Lgr::default();
/// lgr.data.push(Entry::Char(CharEntry::new('a'))); // U+0061 LATIN SMALL LETTER A
/// lgr.data.push(Entry::Char(CharEntry::new('a')));
/// let faults = structure::check(&lgr);
/// assert_eq!(faults[0].code(), FaultCode::DuplicateCodePoint);
/// ```
#[must_use]
pub fn check(lgr: &Lgr) -> Vec<Fault> {
    let mut faults = Faults::default();
    StructureCheck::new(lgr, &[], &mut faults).run();
    faults.finish()
}

/// Tests the model; in lenient mode also takes out what is at fault and what depends on it.
///
/// `broken` holds names that are defined in the document but could not be read.
pub(crate) fn enforce(lgr: &mut Lgr, broken: &[Identifier], strictness: Strictness, faults: &mut Faults) {
    let unsound = StructureCheck::new(lgr, broken, faults).run();
    if strictness == Strictness::Lenient {
        unsound.take_out(lgr);
    }
}

/// Indices of what cannot stay.
#[derive(Debug, Default)]
struct Unsound {
    references: HashSet<usize>,
    /// True if some list names a reference that is not declared, or one twice.
    lists: bool,
    entries: HashSet<usize>,
    /// Index of the entry, index of the variant.
    variants: HashSet<(usize, usize)>,
    declarations: HashSet<usize>,
}

impl Unsound {
    fn take_out(mut self, lgr: &mut Lgr) {
        fn keep<T>(list: &mut Vec<T>, bad: &HashSet<usize>) {
            if !bad.is_empty() {
                let mut index = 0..;
                list.retain(|_| index.next().is_none_or(|index: usize| !bad.contains(&index)));
            }
        }
        if !self.variants.is_empty() {
            for (entry_index, entry) in lgr.data.iter_mut().enumerate() {
                if let Entry::Char(char) = entry {
                    let mut index = 0..;
                    char.variants.retain(|_| {
                        index.next().is_none_or(|index: usize| !self.variants.contains(&(entry_index, index)))
                    });
                    // The null sequence is there for its variants alone.
                    if char.cp.is_empty() && char.variants.is_empty() {
                        self.entries.insert(entry_index);
                    }
                }
            }
        }
        keep(&mut lgr.metadata.references, &self.references);
        if self.lists {
            strip::undeclared_references(lgr);
        }
        keep(&mut lgr.data, &self.entries);
        keep(&mut lgr.declarations, &self.declarations);
    }
}

/// The class or rule that a name stands for.
#[derive(Clone, Copy, Debug)]
enum Definition {
    Class(Origin),
    Rule(Origin, rules::Positional),
}

impl Definition {
    fn origin(self) -> Origin {
        match self {
            Self::Class(origin) | Self::Rule(origin, _) => origin,
        }
    }
}

struct StructureCheck<'a> {
    lgr: &'a Lgr,
    faults: &'a mut Faults,
    unsound: Unsound,
    /// Names that are declared somewhere in the document, before or after.
    declared: HashSet<&'a str>,
    broken: HashSet<&'a str>,
    known: HashMap<&'a str, Definition>,
    tags: BTreeSet<&'a str>,
    reference_ids: HashSet<&'a str>,
    /// Lists of references that are known to be sound, by [`IdentifierList::key`].
    sound_lists: HashSet<usize>,
    last_sound_list: usize,
}

impl<'a> StructureCheck<'a> {
    fn new(lgr: &'a Lgr, broken: &'a [Identifier], faults: &'a mut Faults) -> Self {
        Self {
            lgr,
            faults,
            unsound: Unsound::default(),
            declared: lgr.declarations.iter().filter_map(Declaration::name).map(|name| &**name).collect(),
            broken: broken.iter().map(|name| &**name).collect(),
            known: HashMap::new(),
            tags: BTreeSet::new(),
            reference_ids: HashSet::new(),
            sound_lists: HashSet::new(),
            last_sound_list: 0,
        }
    }

    fn run(mut self) -> Unsound {
        self.metadata();
        self.collect_tags();
        // Rules first: the data refer to them, in either direction.
        self.declarations();
        self.data();
        self.unsound
    }

    fn fault(&mut self, code: FaultCode, origin: Origin, arguments: Vec<String>) {
        self.faults.add(Fault::new(code, origin.position(), arguments));
    }

    fn metadata(&mut self) {
        let lgr = self.lgr;
        let metadata = &lgr.metadata;
        let mut first: HashMap<&str, Origin> = HashMap::new();
        for (index, reference) in metadata.references.iter().enumerate() {
            match first.get(&*reference.id) {
                Some(&before) => {
                    let arguments = vec![(*reference.id).to_owned(), at(before)];
                    self.fault(FaultCode::DuplicateReference, reference.origin, arguments);
                    self.unsound.references.insert(index);
                }
                None => {
                    first.insert(&reference.id, reference.origin);
                }
            }
        }
        self.reference_ids = first.into_keys().collect();
        if let (Some(start), Some(end)) = (&metadata.validity_start, &metadata.validity_end)
            && end.value < start.value
        {
            let arguments = vec![format!("{}", end.value), format!("{}", start.value)];
            self.fault(FaultCode::ValidityReversed, end.origin, arguments);
        }
    }

    fn collect_tags(&mut self) {
        let mut last = 0;
        for entry in &self.lgr.data {
            let tags = entry.tags();
            if tags.key() != last {
                last = tags.key();
                self.tags.extend(tags.iter().map(|tag| &**tag));
            }
        }
    }

    /// Every reference of a list must be declared (section 5.4.1), and named once.
    fn references(&mut self, list: &'a IdentifierList, origin: Origin) {
        let key = list.key();
        if key == self.last_sound_list || self.sound_lists.contains(&key) {
            self.last_sound_list = key;
            return;
        }
        let mut sound = true;
        let mut seen = BTreeSet::new();
        for id in list {
            if !self.reference_ids.contains(&**id) {
                self.fault(FaultCode::UnknownReference, origin, vec![(**id).to_owned()]);
                sound = false;
            }
            if !seen.insert(id) {
                self.fault(FaultCode::RepeatedReference, origin, vec![(**id).to_owned()]);
                sound = false;
            }
        }
        if sound {
            self.sound_lists.insert(key);
            self.last_sound_list = key;
        } else {
            self.unsound.lists = true;
        }
    }
}

/// ` at line 3`, or nothing.
fn at(origin: Origin) -> String {
    origin.position().map_or_else(String::new, |position| format!(" at {position}"))
}
