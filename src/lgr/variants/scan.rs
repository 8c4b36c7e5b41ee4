//! RFC 7940 section 8.1 asked of all variant labels at once.
//!
//! A variant label is only in the set if its own code points are in the repertoire and in context
//! (section 8.3, step 1). The test goes from left to right, the longest entry first, as in
//! [`CompiledLgr::scan`](super::CompiledLgr). What lies before an entry is known when it is reached: a
//! forward automaton for each look-behind tells whether a match ends here. What lies after is not: where
//! the outcome depends on it, both outcomes are pursued, each with a promise that what follows must keep.
//! For any one label exactly one outcome is true, so that no label is accepted twice.

use alloc::vec::Vec;

use super::lattice::Lattice;
use crate::lgr::compile::CompiledLgr;
use crate::lgr::compile::machine::{DEAD, Machine};
use crate::lgr::compile::repertoire::NONE;
use crate::lgr::compile::rule::{CompiledRule, ContextMachines};
use crate::lgr::evaluate::lookup::LabelLookup;

/// The state of a rule that has matched.
pub(in crate::lgr) const MATCHED: u16 = u16::MAX;

/// Which automata the test needs for one label and its variants.
pub(in crate::lgr) struct ScanPlan {
    /// The look-behinds: rule and alternative.
    trails: Vec<(usize, usize)>,
    /// Rules that are searched in the whole label.
    searches: Vec<usize>,
}

/// How far the test is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::lgr) struct Scan {
    /// Code points that no entry was found for yet.
    pending: Vec<char>,
    /// The state of each look-behind before the first of them.
    trails: Vec<u16>,
    /// The state of each whole-label rule after the last code point, and what was assumed of it.
    searches: Vec<(u16, Option<bool>)>,
    promises: Vec<Promise>,
}

impl Scan {
    /// True if entries are still looked for that begin before the next code point.
    pub(in crate::lgr) fn is_pending(&self) -> bool {
        !self.pending.is_empty()
    }

    /// How much there is to move with every code point.
    pub(in crate::lgr) fn weight(&self) -> usize {
        self.trails.len() + self.searches.len() + 4 * self.promises.len() + 8
    }
}

/// What the code points to come must do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Promise {
    /// Match one of these look-aheads: rule, alternative, state.
    Some(Vec<(usize, usize, u16)>),
    /// Not match this one.
    Not(usize, usize, u16),
}

/// Whether a promise is kept.
enum Kept {
    Yes,
    No,
    Open(Promise),
}

impl ScanPlan {
    pub(in crate::lgr) fn new(lgr: &CompiledLgr, label: &LabelLookup, lattice: &Lattice) -> Self {
        let mut rules: Vec<usize> = Vec::new();
        let mut add = |entry: u32| {
            let context = lgr.table.entry(entry).map_or(NONE, |entry| entry.context);
            if let Some(context) = lgr.table.contexts.get(context as usize)
                && !rules.contains(&context.rule)
            {
                rules.push(context.rule);
            }
        };
        let mut add_point = |c: char| {
            let number = lgr.universe.number(c).map_or(usize::MAX, |number| number as usize);
            let Some(slot) = lgr.table.slots.get(number) else { return };
            add(slot.entry);
            let mut open = alloc::vec![slot.sequences];
            while let Some(node) = open.pop().and_then(|node| lgr.table.nodes.get(node as usize)) {
                add(node.entry);
                open.extend(node.children());
            }
        };
        label.points.iter().for_each(|&c| add_point(c));
        for variant in lattice.edges.iter().filter_map(|edge| lgr.variant_of(edge)) {
            lgr.table.target(variant).iter().for_each(|&c| add_point(c));
        }
        let (mut trails, mut searches) = (Vec::new(), Vec::new());
        for number in rules {
            let Some(rule) = lgr.rules.get(number) else { continue };
            let machines = rule.rule.machines();
            for (place, context) in machines.contexts.iter().enumerate() {
                if context.trail.is_some() {
                    trails.push((number, place));
                }
            }
            if machines.search.is_some() {
                searches.push(number);
            }
        }
        Self { trails, searches }
    }

    /// Before the first code point.
    pub(in crate::lgr) fn start(&self, lgr: &CompiledLgr) -> Scan {
        let trails = self.trails.iter().map(|&(rule, place)| {
            context_of(lgr, rule, place)
                .and_then(|context| context.trail.as_ref())
                .map_or(DEAD, Machine::start)
        });
        let searches = self.searches.iter().map(|&rule| {
            let search = rule_of(lgr, rule).and_then(|rule| rule.machines().search.as_ref());
            let start = search
                .map_or(DEAD, |search| if search.is_hit(search.start()) { MATCHED } else { search.start() });
            (start, None)
        });
        Scan {
            pending: Vec::new(),
            trails: trails.collect(),
            searches: searches.collect(),
            promises: Vec::new(),
        }
    }

    /// After one more code point: one way for each outcome that what follows may prove true.
    pub(in crate::lgr) fn step(&self, lgr: &CompiledLgr, scan: &Scan, c: char) -> Vec<Scan> {
        let class = class_of(lgr, c);
        let mut scan = scan.clone();
        for ((state, _), &number) in scan.searches.iter_mut().zip(&self.searches) {
            if *state == MATCHED {
                continue;
            }
            let Some(rule) = rule_of(lgr, number) else { continue };
            let Some(search) = &rule.machines().search else { continue };
            *state = search.step(*state, rule.letter(class));
            if search.is_hit(*state) {
                *state = MATCHED;
            }
        }
        if !keep(lgr, &mut scan.promises, class) || self.broke_assumption(&scan) {
            return Vec::new();
        }
        scan.pending.push(c);
        let mut done = Vec::new();
        self.resolve(lgr, scan, false, &mut done);
        done
    }

    /// Whether the label may end here.
    pub(in crate::lgr) fn accepts(&self, lgr: &CompiledLgr, scan: &Scan) -> bool {
        let mut done = Vec::new();
        self.resolve(lgr, scan.clone(), true, &mut done);
        done.iter().any(|scan| {
            let promises = scan.promises.iter().all(|promise| match promise {
                Promise::Some(list) => list.iter().any(|&(rule, place, state)| ends(lgr, rule, place, state)),
                Promise::Not(rule, place, state) => !ends(lgr, *rule, *place, *state),
            });
            let searches = scan.searches.iter().zip(&self.searches).all(|(&(state, assumed), &number)| {
                let search = rule_of(lgr, number).and_then(|rule| rule.machines().search.as_ref());
                let found = state == MATCHED || search.is_some_and(|search| search.is_hit_at_end(state));
                assumed.is_none_or(|assumed| assumed == found)
            });
            promises && searches
        })
    }

    /// Finds entries for pending code points as far as that does not depend on more of them.
    fn resolve(&self, lgr: &CompiledLgr, scan: Scan, at_end: bool, done: &mut Vec<Scan>) {
        let mut open = alloc::vec![scan];
        while let Some(mut scan) = open.pop() {
            match candidates(lgr, &scan.pending, at_end) {
                None => {
                    scan.promises.sort_unstable();
                    scan.promises.dedup();
                    done.push(scan);
                }
                // Longest last, so that it is taken first.
                Some(candidates) => self.try_each(lgr, scan, candidates, &mut open),
            }
        }
    }

    /// Takes the longest candidate whose context is given; pursues both outcomes where that is open.
    fn try_each(
        &self,
        lgr: &CompiledLgr,
        mut scan: Scan,
        mut candidates: Vec<(usize, u32)>,
        open: &mut Vec<Scan>,
    ) {
        while let Some((len, entry)) = candidates.pop() {
            let context = lgr.table.entry(entry).map_or(NONE, |entry| entry.context);
            let Some(context) = lgr.table.contexts.get(context as usize) else {
                self.consume(lgr, &mut scan, len);
                open.push(scan);
                return;
            };
            let (mut given, mut not_given) = self.ask(lgr, &scan, context.rule, len);
            if !context.must_hold {
                core::mem::swap(&mut given, &mut not_given);
            }
            for mut scan in given {
                self.consume(lgr, &mut scan, len);
                open.push(scan);
            }
            let mut rest = not_given.into_iter();
            let Some(next) = rest.next() else { return };
            for other in rest {
                self.try_each(lgr, other, candidates.clone(), open);
            }
            scan = next;
        }
    }

    /// The ways in which a rule is met around the first `len` pending code points, and those in which
    /// it is not.
    fn ask(&self, lgr: &CompiledLgr, scan: &Scan, number: usize, len: usize) -> (Vec<Scan>, Vec<Scan>) {
        let (mut met, mut unmet) = (Vec::new(), Vec::new());
        let Some(rule) = rule_of(lgr, number) else { return (met, alloc::vec![scan.clone()]) };
        let mut ways = alloc::vec![scan.clone()];
        if let Some(place) = self.searches.iter().position(|&search| search == number) {
            // Whether the rule matches somewhere is settled once for the whole label.
            match scan.searches.get(place).copied() {
                Some((MATCHED, _) | (_, Some(true))) => return (ways, unmet),
                Some((_, Some(false))) | None => {}
                Some((_, None)) => {
                    for (way, assumed) in [(&mut ways, false), (&mut met, true)] {
                        let mut assuming = scan.clone();
                        if let Some(search) = assuming.searches.get_mut(place) {
                            search.1 = Some(assumed);
                        }
                        *way = alloc::vec![assuming];
                    }
                }
            }
        }
        // Which look-aheads would do, given what lies before.
        let after = scan.pending.get(len..).unwrap_or_default();
        let mut wanted = Vec::new();
        for (place, context) in rule.machines().contexts.iter().enumerate() {
            if !self.is_behind(lgr, scan, number, place, context) {
                continue;
            }
            let Some(ahead) = &context.ahead else {
                met.append(&mut ways);
                return (met, unmet);
            };
            wanted.push((number, place, ahead.start()));
        }
        for way in ways {
            let mut keeping = way.clone();
            if promise(lgr, &mut keeping, Promise::Some(wanted.clone()), after) {
                met.push(keeping);
            }
            let mut denying = way;
            let all = wanted.iter().all(|&(rule, place, state)| {
                promise(lgr, &mut denying, Promise::Not(rule, place, state), after)
            });
            if all {
                unmet.push(denying);
            }
        }
        (met, unmet)
    }

    /// Whether the look-behind of an alternative is met before the pending code points.
    fn is_behind(
        &self,
        lgr: &CompiledLgr,
        scan: &Scan,
        rule: usize,
        place: usize,
        context: &ContextMachines,
    ) -> bool {
        if context.trail.is_none() {
            return true;
        }
        let index = self.trails.iter().position(|&trail| trail == (rule, place));
        let state = index.and_then(|index| scan.trails.get(index)).copied().unwrap_or(DEAD);
        context_of(lgr, rule, place)
            .and_then(|context| context.trail.as_ref())
            .is_some_and(|trail| trail.is_hit(state))
    }

    /// Goes past the first `len` pending code points.
    fn consume(&self, lgr: &CompiledLgr, scan: &mut Scan, len: usize) {
        for c in scan.pending.drain(..len.min(scan.pending.len())) {
            let class = class_of(lgr, c);
            for (state, &(number, place)) in scan.trails.iter_mut().zip(&self.trails) {
                let Some(rule) = rule_of(lgr, number) else { continue };
                let trail = rule.machines().contexts.get(place).and_then(|context| context.trail.as_ref());
                if let Some(trail) = trail {
                    *state = trail.step(*state, rule.letter(class));
                }
            }
        }
    }

    /// Whether a whole-label rule has matched that was assumed not to.
    fn broke_assumption(&self, scan: &Scan) -> bool {
        scan.searches.iter().any(|&(state, assumed)| state == MATCHED && assumed == Some(false))
    }
}

/// The entries that begin the pending code points, shortest first; nothing if there are no pending code
/// points, or if more of them could make a longer entry.
fn candidates(lgr: &CompiledLgr, pending: &[char], at_end: bool) -> Option<Vec<(usize, u32)>> {
    let (&first, rest) = pending.split_first()?;
    let number = lgr.universe.number(first).map_or(usize::MAX, |number| number as usize);
    let mut found = Vec::new();
    let Some(slot) = lgr.table.slots.get(number) else { return Some(found) };
    if slot.entry != NONE {
        found.push((1, slot.entry));
    }
    let mut node = lgr.table.nodes.get(slot.sequences as usize);
    for (index, &c) in rest.iter().enumerate() {
        node = node.and_then(|node| node.child(c)).and_then(|next| lgr.table.nodes.get(next as usize));
        match node {
            Some(node) if node.entry != NONE => found.push((index + 2, node.entry)),
            Some(_) => {}
            None => return Some(found),
        }
    }
    let could_go_on = node.is_some_and(|node| node.children().next().is_some());
    (at_end || !could_go_on).then_some(found)
}

/// Makes a promise about what follows, part of which is already there; false if it is broken at once.
fn promise(lgr: &CompiledLgr, scan: &mut Scan, promise: Promise, after: &[char]) -> bool {
    let mut promises = Vec::new();
    match settle(lgr, promise) {
        Kept::Yes => return true,
        Kept::No => return false,
        Kept::Open(promise) => promises.push(promise),
    }
    for &c in after {
        if !keep(lgr, &mut promises, class_of(lgr, c)) {
            return false;
        }
    }
    scan.promises.append(&mut promises);
    true
}

/// Tells the promises of one more code point; false if one is broken. Those that are kept go.
fn keep(lgr: &CompiledLgr, promises: &mut Vec<Promise>, class: u16) -> bool {
    let advance = |&(number, place, state): &(usize, usize, u16)| {
        let rule = rule_of(lgr, number)?;
        let ahead = rule.machines().contexts.get(place)?.ahead.as_ref()?;
        Some((number, place, ahead.step(state, rule.letter(class))))
    };
    for promise in core::mem::take(promises) {
        let promise = match promise {
            Promise::Some(list) => Promise::Some(list.iter().filter_map(advance).collect()),
            Promise::Not(number, place, state) => match advance(&(number, place, state)) {
                Some((number, place, state)) => Promise::Not(number, place, state),
                None => continue,
            },
        };
        match settle(lgr, promise) {
            Kept::Yes => {}
            Kept::No => return false,
            Kept::Open(promise) => promises.push(promise),
        }
    }
    true
}

/// Whether the states reached decide a promise.
fn settle(lgr: &CompiledLgr, promise: Promise) -> Kept {
    let hit = |&(rule, place, state): &(usize, usize, u16)| {
        context_of(lgr, rule, place)
            .and_then(|context| context.ahead.as_ref())
            .is_some_and(|ahead| ahead.is_hit(state))
    };
    match promise {
        Promise::Some(mut list) => {
            if list.iter().any(hit) {
                return Kept::Yes;
            }
            list.retain(|&(.., state)| state != DEAD);
            list.sort_unstable();
            list.dedup();
            if list.is_empty() { Kept::No } else { Kept::Open(Promise::Some(list)) }
        }
        Promise::Not(rule, place, state) => match (hit(&(rule, place, state)), state) {
            (true, _) => Kept::No,
            (false, DEAD) => Kept::Yes,
            _ => Kept::Open(promise),
        },
    }
}

fn ends(lgr: &CompiledLgr, rule: usize, place: usize, state: u16) -> bool {
    context_of(lgr, rule, place)
        .and_then(|context| context.ahead.as_ref())
        .is_some_and(|ahead| ahead.is_hit_at_end(state))
}

fn rule_of(lgr: &CompiledLgr, number: usize) -> Option<&CompiledRule> {
    lgr.rules.get(number).map(|rule| &rule.rule)
}

fn context_of(lgr: &CompiledLgr, rule: usize, place: usize) -> Option<&ContextMachines> {
    rule_of(lgr, rule)?.machines().contexts.get(place)
}

fn class_of(lgr: &CompiledLgr, c: char) -> u16 {
    let number = lgr.universe.number(c).map_or(usize::MAX, |number| number as usize);
    lgr.table.slots.get(number).map_or(0, |slot| slot.class)
}
