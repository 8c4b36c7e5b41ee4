//! Labels that show what is wrong with the variants of a ruleset: one that has a variant label twice (RFC 7940 section
//! 8.4), and one whose index label is not that of a variant (section 8.5).
//!
//! RFC 7940 notes that in general nobody can prove that there are none. What can be done is to look
//! where they come from, sequences and mappings under contexts, and to show a label as proof. The work
//! of the search is bounded in total.

use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::Reviewer;
use crate::finding::{Fault, FaultCode};
use crate::lgr::compile::limits::{MAX_REVIEW_WORK, MAX_TRY_WORK};
use crate::lgr::{CharEntry, CodePoints, CompiledLgr, Entry, Lgr, Origin, Scratch, VariantLabelSet, Work};

/// Labels that are tried. A try takes some microseconds; the published tables that have such labels
/// show one within the first thousand.
const MAX_TRIES: usize = 5_000;

/// Labels that are put together at random, and the pieces of one, with the picks for each.
const MAX_WALKS: usize = 1_500;
const MAX_PIECES: usize = 8;
const PICKS: usize = 12;

/// Labels of one kind that are reported; one is enough to know, a few help to see why.
const MAX_WITNESSES: usize = 3;

/// Variants of a label whose index labels are compared with its own.
const MAX_COMPARED: usize = 8;

/// Code points of a label that is tried: short ones show as much as long ones.
const MAX_TRIED: usize = 24;

/// Entries that are put beside others to give them a context.
const MAX_NEIGHBOURS: usize = 24;

impl Reviewer<'_> {
    /// Says whether the ruleset can be evaluated at all, and looks for labels that show what is wrong with its
    /// variants.
    pub(super) fn witnesses(&mut self) {
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
        if !has_suspects(lgr) {
            return;
        }
        let mut search = Search::new(&compiled);
        let vanishing = lgr.chars().filter(|char| char.variants.iter().any(|variant| variant.cp.is_empty()));
        search.vanishing = vanishing.filter_map(|char| char.cp.single()).collect();
        search.run(lgr);
        for Witness { label, variant, first, second, origin } in search.duplicates {
            self.fault(FaultCode::DuplicateVariantLabel, origin, vec![label, variant, first, second]);
        }
        for Witness { label, variant, first, second, origin } in search.index_labels {
            self.fault(FaultCode::IndexLabelsDiffer, origin, vec![label, variant, first, second]);
        }
        if search.reached_bound {
            self.fault(FaultCode::SearchEnded, Origin::default(), vec![search.tried.len().to_string()]);
        }
    }
}

/// Without sequences, null variants, contexts and mappings that exist twice, every variant label has one derivation,
/// each place of the label being mapped by itself to one code point, and all have one index label.
fn has_suspects(lgr: &Lgr) -> bool {
    lgr.chars().any(is_suspicious)
}

fn is_suspicious(char: &CharEntry) -> bool {
    let mut targets = BTreeSet::new();
    char.cp.len() != 1
        || char
            .variants
            .iter()
            .any(|variant| variant.context.is_some() || variant.cp.len() != 1 || !targets.insert(&variant.cp))
}

/// A label that proves a fault.
struct Witness {
    label: String,
    variant: String,
    /// The two dispositions, or the two index labels.
    first: String,
    second: String,
    origin: Origin,
}

struct Search<'a> {
    compiled: &'a CompiledLgr,
    /// What is mapped to nothing.
    vanishing: BTreeSet<char>,
    scratch: Scratch,
    work: Work,
    tried: BTreeSet<String>,
    duplicates: Vec<Witness>,
    index_labels: Vec<Witness>,
    /// True if a label, or all labels together, took more work than is allowed.
    reached_bound: bool,
}

/// A piece that labels are put together from.
struct Piece<'a> {
    text: String,
    char: &'a CharEntry,
}

impl<'a> Search<'a> {
    fn new(compiled: &'a CompiledLgr) -> Self {
        Self {
            compiled,
            vanishing: BTreeSet::new(),
            scratch: Scratch::new(),
            work: Work::new(MAX_REVIEW_WORK),
            tried: BTreeSet::new(),
            duplicates: Vec::new(),
            index_labels: Vec::new(),
            reached_bound: false,
        }
    }

    /// True if a code point that is mapped to nothing stands twice in a row. It is the same whether one or the other is
    /// left out, and no ruleset with such a mapping is without that: only if the dispositions differ it is a fault.
    fn repeats_vanishing(&self, label: &str) -> bool {
        label.chars().zip(label.chars().skip(1)).any(|(c, next)| c == next && self.vanishing.contains(&c))
    }

    fn is_over(&self) -> bool {
        self.tried.len() >= MAX_TRIES
            || self.work.left() == 0
            || (self.duplicates.len() >= MAX_WITNESSES && self.index_labels.len() >= MAX_WITNESSES)
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
            if self.is_over() || self.tried.len() > MAX_TRIES / 2 {
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
        self.tried.insert(label.to_string());
        let Some(set) = self.variants(label) else { return };
        let is_fault = set.duplicates().next().is_some()
            && (!self.repeats_vanishing(label) || set.conflicting().next().is_some());
        if self.duplicates.len() < MAX_WITNESSES && is_fault {
            self.add_duplicate(label, origin);
        }
        if self.index_labels.len() < MAX_WITNESSES {
            self.add_index_label(label, &set, origin);
        }
    }

    /// The variants of a label, if it is eligible and they can be found with little work.
    fn variants(&mut self, label: &str) -> Option<VariantLabelSet> {
        let steps = self.work.left().min(MAX_TRY_WORK);
        let mut work = Work::new(steps);
        let set = self.compiled.variants_within(label, &mut self.scratch, &mut work);
        let is_spent = self.work.spend(steps - work.left()).is_err() || self.work.left() == 0;
        self.reached_bound |= set.is_err() || is_spent;
        set.ok().flatten()
    }

    fn add_duplicate(&mut self, label: &str, origin: Origin) {
        let label = &*self.shortened(label);
        if self.duplicates.iter().any(|known| written(label).contains(&known.label)) {
            return;
        }
        let Some(set) = self.variants(label) else { return };
        let Some(duplicate) = set.conflicting().next().or_else(|| set.duplicates().next()) else { return };
        let other = duplicate.conflicts.first().and_then(|&action| self.compiled.action_disposition(action));
        self.duplicates.push(Witness {
            label: written(label),
            variant: written(&duplicate.label),
            first: duplicate.disposition.to_string(),
            second: other.unwrap_or(&duplicate.disposition).to_string(),
            origin,
        });
    }

    /// Compares the index label with those of a few variants that may be registered too.
    fn add_index_label(&mut self, label: &str, set: &VariantLabelSet, origin: Origin) {
        let compiled = self.compiled;
        let Some(own) = compiled.index_label(label) else { return };
        let eligible = set.iter().take(MAX_COMPARED).filter(|variant| compiled.is_eligible(&variant.label));
        let others =
            eligible.filter_map(|variant| Some((compiled.index_label(&variant.label)?, variant.label)));
        let Some((other, variant)) = others.into_iter().find(|(other, _)| *other != own) else { return };
        if self.index_labels.iter().any(|known| written(label).contains(&known.label)) {
            return;
        }
        self.index_labels.push(Witness {
            label: written(label),
            variant: written(&variant),
            first: written(&own),
            second: written(&other),
            origin,
        });
    }

    fn has_duplicate(&mut self, label: &str) -> bool {
        self.variants(label).is_some_and(|set| set.duplicates().next().is_some())
    }

    /// The label without the code points that have nothing to do with its duplicate.
    fn shortened(&mut self, label: &str) -> String {
        let mut points: Vec<char> = label.chars().collect();
        let mut index = 0;
        while index < points.len() {
            let mut fewer = points.clone();
            fewer.remove(index);
            let text: String = fewer.iter().collect();
            if !text.is_empty() && self.has_duplicate(&text) {
                // What stood before may be needless now.
                (points, index) = (fewer, 0);
            } else {
                index += 1;
            }
        }
        points.into_iter().collect()
    }
}

/// Entries in which faults can have their cause: sequences, and code points mapped under contexts, to sequences or
/// to one target twice.
fn suspects(lgr: &Lgr) -> Vec<Piece<'_>> {
    let piece = |char| Piece { text: text(char), char };
    let chars = lgr.chars().filter(|char| !char.cp.is_empty() && is_suspicious(char));
    chars.take(MAX_TRIES / 2).map(piece).collect()
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
