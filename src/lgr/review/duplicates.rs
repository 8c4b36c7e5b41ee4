//! Labels that have one variant label twice, with different dispositions (RFC 7940 section 8.4).
//!
//! RFC 7940 notes that in general nobody can prove that there are none. What can be done is to look
//! where they come from, sequences and mappings under several contexts, and to show a label as proof.

use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::Reviewer;
use crate::finding::{Fault, FaultCode};
use crate::lgr::{CharEntry, CodePoints, CompiledLgr, Entry, Lgr, Origin, Scratch};

/// Labels that are tried. A try takes some microseconds; the published tables that have such labels
/// show one within the first thousand.
const MAX_TRIES: usize = 5_000;

/// Labels that are put together at random, and the pieces of one, with the picks for each.
const MAX_WALKS: usize = 1_500;
const MAX_PIECES: usize = 8;
const PICKS: usize = 12;

/// Labels with duplicates that are reported; one is enough to know, a few help to see why.
const MAX_WITNESSES: usize = 3;

/// Code points of a label that is tried: short ones show as much as long ones.
const MAX_TRIED: usize = 24;

/// Entries that are put beside others to give them a context.
const MAX_NEIGHBOURS: usize = 24;

impl Reviewer<'_> {
    /// Says whether the ruleset can be evaluated at all, and looks for duplicate variant labels.
    pub(super) fn duplicates(&mut self) {
        let lgr = self.lgr;
        let compiled = match CompiledLgr::new(lgr) {
            Ok(compiled) => compiled,
            Err(error) => {
                let message = error.to_string();
                // A fault has the position beside its message.
                let message = error
                    .position()
                    .and_then(|position| message.strip_prefix(&alloc::format!("{position}: ")))
                    .unwrap_or(&message)
                    .to_string();
                self.faults.add(Fault::new(FaultCode::NotUsable, error.position(), vec![message]));
                return;
            }
        };
        if !can_have_duplicates(lgr) {
            return;
        }
        let mut search = Search {
            compiled: &compiled,
            scratch: Scratch::new(),
            tries: 0,
            tried: BTreeSet::new(),
            witnesses: Vec::new(),
        };
        search.run(lgr);
        for Witness { label, variant, first, second, origin } in search.witnesses {
            self.fault(FaultCode::DuplicateVariantLabel, origin, vec![label, variant, first, second]);
        }
    }
}

/// Without sequences, null variants and mappings that exist twice, every variant label has one
/// derivation: each place of the label is mapped by itself, to one code point.
fn can_have_duplicates(lgr: &Lgr) -> bool {
    lgr.chars().any(|char| {
        let mut targets = BTreeSet::new();
        char.cp.len() != 1
            || char.variants.iter().any(|variant| variant.cp.len() != 1 || !targets.insert(&variant.cp))
    })
}

/// A label that proves the fault.
struct Witness {
    label: String,
    variant: String,
    first: String,
    second: String,
    origin: Origin,
}

struct Search<'a> {
    compiled: &'a CompiledLgr,
    scratch: Scratch,
    tries: usize,
    tried: BTreeSet<String>,
    witnesses: Vec<Witness>,
}

/// A piece that labels are put together from.
struct Piece<'a> {
    text: String,
    char: &'a CharEntry,
}

impl Search<'_> {
    fn is_over(&self) -> bool {
        self.tries >= MAX_TRIES || self.witnesses.len() >= MAX_WITNESSES
    }

    fn run(&mut self, lgr: &Lgr) {
        let suspects = suspects(lgr);
        let neighbours = neighbours(lgr);
        for piece in &suspects {
            self.attempt(&piece.text, piece.char.origin);
        }
        // Before the many pairs, which could use up all tries.
        self.wander(lgr, &suspects);
        for piece in &suspects {
            for neighbour in &neighbours {
                self.attempt(&(neighbour.clone() + &piece.text), piece.char.origin);
                self.attempt(&(piece.text.clone() + neighbour), piece.char.origin);
            }
        }
        for first in &suspects {
            for second in &suspects {
                if self.is_over() {
                    return;
                }
                self.attempt(&(first.text.clone() + &second.text), second.char.origin);
            }
        }
    }

    /// Labels put together at random, from what is suspect, what has variants and what is there,
    /// growing only while they are eligible. The numbers are the same every time.
    fn wander(&mut self, lgr: &Lgr, suspects: &[Piece<'_>]) {
        let mut random = Random(0x9E37_79B9_7F4A_7C15);
        let mapped: Vec<&CharEntry> = lgr.chars().filter(|char| !char.variants.is_empty()).collect();
        for _ in 0..MAX_WALKS {
            if self.is_over() || self.tries > MAX_TRIES / 2 {
                return;
            }
            let mut label = String::new();
            for _ in 0..MAX_PIECES {
                let grown = (0..PICKS).find_map(|_| {
                    let (text, from) = match random.next() % 3 {
                        0 => random.pick(suspects).map(|piece| (piece.text.clone(), piece.char.origin))?,
                        1 => random.pick(&mapped).map(|char| (text(char), char.origin))?,
                        _ => random.pick(&lgr.data).map(|entry| (text_of(entry), entry.origin()))?,
                    };
                    let longer = label.clone() + &text;
                    // What comes next may be what a context asks for: now and then a failure is passed.
                    let goes = self.compiled.is_eligible(&longer) || random.next().is_multiple_of(16);
                    goes.then_some((longer, from))
                });
                let Some((longer, origin)) = grown else { break };
                label = longer;
                self.attempt(&label, origin);
            }
        }
    }

    /// Tries a label that was not tried before.
    fn attempt(&mut self, label: &str, origin: Origin) {
        if self.is_over() || label.chars().count() > MAX_TRIED || self.tried.contains(label) {
            return;
        }
        self.tries += 1;
        self.tried.insert(label.to_string());
        if !self.has_conflict(label) {
            return;
        }
        let label = &*self.shortened(label);
        if self.witnesses.iter().any(|known| written(label).contains(&known.label)) {
            return;
        }
        let Some(conflict) = self.compiled.variants(label).ok().and_then(|set| set.conflicting().next())
        else {
            return;
        };
        let other = conflict.conflicts.first().and_then(|&action| self.compiled.action_disposition(action));
        self.witnesses.push(Witness {
            label: written(label),
            variant: written(&conflict.label),
            first: conflict.disposition.to_string(),
            second: other.map(|name| name.to_string()).unwrap_or_default(),
            origin,
        });
    }
}

impl Search<'_> {
    /// True if the label is eligible and has a variant label with two dispositions.
    fn has_conflict(&mut self, label: &str) -> bool {
        self.compiled.is_eligible(label)
            && self
                .compiled
                .variant_counts_with(label, &mut self.scratch)
                .is_ok_and(|counts| !counts.conflicts().is_zero())
    }

    /// The label without the code points that have nothing to do with its conflict.
    fn shortened(&mut self, label: &str) -> String {
        let mut points: Vec<char> = label.chars().collect();
        let mut index = 0;
        while index < points.len() {
            let mut fewer = points.clone();
            fewer.remove(index);
            let text: String = fewer.iter().collect();
            if !text.is_empty() && self.has_conflict(&text) {
                // What stood before may be needless now.
                (points, index) = (fewer, 0);
            } else {
                index += 1;
            }
        }
        points.into_iter().collect()
    }
}

/// Entries in which duplicates can have their cause: sequences, and code points mapped to one target
/// under several contexts or to sequences.
fn suspects(lgr: &Lgr) -> Vec<Piece<'_>> {
    let suspicious = |char: &&CharEntry| {
        let mut targets: BTreeSet<&CodePoints> = BTreeSet::new();
        char.cp.is_sequence()
            || char.variants.iter().any(|variant| variant.cp.len() != 1 || !targets.insert(&variant.cp))
    };
    let piece = |char| Piece { text: text(char), char };
    lgr.chars().filter(|char| !char.cp.is_empty()).filter(suspicious).take(MAX_TRIES / 2).map(piece).collect()
}

/// Entries that give others a context: of each kind of entry, by tags and contexts, the first.
fn neighbours<'a>(lgr: &'a Lgr) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let kind = |entry: &'a Entry| (entry.tags().as_slice(), entry.context(), !entry.variants().is_empty());
    let entries = lgr.data.iter().map(|entry| (text_of(entry), kind(entry)));
    let first_of_kind = entries.filter(|(text, kind)| !text.is_empty() && seen.insert(*kind));
    first_of_kind.take(MAX_NEIGHBOURS).map(|(text, _)| text).collect()
}

fn text_of(entry: &Entry) -> String {
    match entry {
        Entry::Char(char) => text(char),
        Entry::Range(range) => range.first.to_string(),
    }
}

fn text(char: &CharEntry) -> String {
    char.cp.iter().collect()
}

/// A label by its code points: what is at fault is often not to be seen.
fn written(label: &str) -> String {
    label.chars().collect::<CodePoints>().to_string()
}

/// Numbers without pattern (xorshift); the same every time, so that a review says the same twice.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let length = u64::try_from(list.len()).ok().filter(|&length| length > 0)?;
        list.get(usize::try_from(self.next() % length).ok()?)
    }
}
