//! The safe reading of variants that a table writes without type and without way back.

use alloc::vec;
use alloc::vec::Vec;
use std::collections::{HashMap, HashSet};

use super::Reader;
use crate::finding::{Fault, FaultCode};
use crate::lgr::{CharEntry, CodePoints, Entry, Identifier, Origin, Variant};

impl Reader {
    /// Makes every variant `blocked`, and gives each a way back: RFC 4290 says what a character could be taken for,
    /// not to whom the other label goes. A string of several characters becomes an entry of its own if the
    /// table has all of them.
    pub(super) fn block_both_ways(&mut self) {
        let blocked = Identifier::from("blocked");
        let mut mappings: Vec<(CodePoints, CodePoints, Origin)> = Vec::new();
        for entry in &mut self.lgr.data {
            let Entry::Char(char) = entry else { continue };
            for variant in &mut char.variants {
                variant.kind = Some(blocked.clone());
                mappings.push((char.cp.clone(), variant.cp.clone(), variant.origin));
            }
        }
        let Some(&(_, _, origin)) = mappings.first() else { return };
        let known: HashSet<(CodePoints, CodePoints)> =
            mappings.iter().map(|(source, target, _)| (source.clone(), target.clone())).collect();
        let mut places: HashMap<CodePoints, usize> = HashMap::new();
        let mut single: HashSet<char> = HashSet::new();
        for (place, entry) in self.lgr.data.iter().enumerate() {
            match entry {
                Entry::Char(char) => {
                    places.insert(char.cp.clone(), place);
                    single.extend(char.cp.single());
                }
                Entry::Range(range) => single.extend(range.first..=range.last),
            }
        }
        let mut added = 0_usize;
        for (source, target, origin) in mappings {
            if known.contains(&(target.clone(), source.clone())) || !target.iter().all(|c| single.contains(c))
            {
                continue;
            }
            let back = Variant { origin, ..Variant::new(source, Some(blocked.clone())) };
            let place = *places.entry(target.clone()).or_insert(self.lgr.data.len());
            match self.lgr.data.get_mut(place) {
                Some(Entry::Char(char)) => char.variants.push(back),
                // It is in a range, which cannot have variants: the review says that it has none.
                _ if target.single().is_some() => continue,
                _ => {
                    let variants = vec![back];
                    self.lgr.data.push(Entry::Char(CharEntry { variants, origin, ..CharEntry::new(target) }));
                }
            }
            added += 1;
        }
        let arguments = vec![alloc::format!("{added}")];
        self.faults.add(Fault::new(FaultCode::VariantsBlocked, origin.position(), arguments));
    }
}
