//! How far the evaluation of a label has come after some of its code points, as [`CompiledLgr::scan`] and the actions
//! would have it.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ops::Range;
use core::ptr;

use super::letter::{Alone, Letter, OTHER};
use crate::lgr::compile::CompiledLgr;
use crate::lgr::compile::action::{Derivation, Trigger};
use crate::lgr::compile::limits::MAX_ACCEPTOR_RULES;
use crate::lgr::compile::machine::{DEAD, Machine};
use crate::lgr::compile::repertoire::{CompiledContext, CompiledEntry, Slot};
use crate::lgr::compile::requirement::{self, LookAhead, Requirement};
use crate::lgr::compile::rule::{CompiledRule, ContextMachines};

/// The state of a search that has matched.
const MATCHED: u16 = u16::MAX;

/// The automata of a ruleset that are followed together.
pub(super) struct Followed<'a> {
    pub(super) lgr: &'a CompiledLgr,
    rules: Vec<&'a CompiledRule>,
    contexts: Vec<Context<'a>>,
    /// The alternatives of the rules of contexts.
    alternatives: Vec<Alternative<'a>>,
    /// The rules of actions.
    searches: Vec<Search<'a>>,
}

struct Context<'a> {
    compiled: &'a CompiledContext,
    /// Its rule's alternatives.
    alternatives: Range<usize>,
    /// False if its rule asks for more than what is around the code points.
    is_followed: bool,
}

struct Alternative<'a> {
    /// The number of its rule.
    rule: usize,
    machines: &'a ContextMachines,
}

struct Search<'a> {
    rule: usize,
    /// None for a rule that matches no label.
    machine: Option<&'a Machine>,
    /// True if no label in which it matches is eligible.
    is_fatal: bool,
}

/// Whether a context is given, as far as the code points before tell.
enum Given {
    Yes,
    No,
    /// It is if these are met.
    If(Vec<Requirement>),
}

/// The progress.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Progress {
    /// The last letters, if they may begin a sequence, so that their entries are not known yet.
    waiting: Vec<u8>,
    /// For each alternative, the state of its look-behind; before the letters that wait.
    behinds: Vec<u16>,
    searches: Vec<u16>,
    requirements: Vec<Requirement>,
    derivation: Derivation,
}

impl Progress {
    /// The work of one more letter.
    pub(super) fn weight(&self) -> usize {
        self.behinds.len() + self.searches.len() + 4 * (self.waiting.len() + self.requirements.len()) + 8
    }
}

impl<'a> Followed<'a> {
    /// What is followed of a ruleset; none if the rules of its actions cannot be.
    pub(super) fn new(lgr: &'a CompiledLgr) -> Option<Self> {
        let followed = Self {
            lgr,
            rules: Vec::new(),
            contexts: Vec::new(),
            alternatives: Vec::new(),
            searches: Vec::new(),
        };
        followed.with_contexts()?.with_searches()
    }

    fn with_contexts(mut self) -> Option<Self> {
        let table = &self.lgr.table;
        let mut last = None;
        for (_, slot) in table.slots() {
            // Thousands of ideographs share one.
            if last != Some(slot.entry) {
                last = Some(slot.entry);
                self.add_context(table.entry(slot.entry));
            }
            let mut open = Vec::from_iter(table.sequences(slot));
            while let Some(node) = open.pop() {
                self.add_context(node.entry.and_then(|entry| table.entry(entry)));
                open.extend(node.children.values());
            }
            if self.rules.len() > MAX_ACCEPTOR_RULES {
                return None;
            }
        }
        Some(self)
    }

    fn add_context(&mut self, entry: Option<&'a CompiledEntry>) {
        let Some(compiled) = entry.and_then(|entry| entry.context.as_deref()) else { return };
        if self.context(compiled).is_some() {
            return;
        }
        let rule = self.rule(&compiled.rule);
        let machines = compiled.rule.machines();
        let is_simulated = |machine: &Option<Machine>| machine.as_ref().is_some_and(Machine::is_simulated);
        let is_followed = machines.search.is_none()
            && !machines.contexts.iter().any(|one| is_simulated(&one.trail) || is_simulated(&one.ahead));
        let known = self.alternatives.iter().position(|alternative| alternative.rule == rule);
        let start = known.unwrap_or(self.alternatives.len());
        if known.is_none() && is_followed {
            let of_rule = machines.contexts.iter().map(|machines| Alternative { rule, machines });
            self.alternatives.extend(of_rule);
        }
        let alternatives = start..start + if is_followed { machines.contexts.len() } else { 0 };
        self.contexts.push(Context { compiled, alternatives, is_followed });
    }

    fn with_searches(mut self) -> Option<Self> {
        let actions = &self.lgr.actions;
        if actions.rules.len() > MAX_ACCEPTOR_RULES {
            return None;
        }
        for (place, rule) in actions.rules.iter().enumerate() {
            let machine = rule.machines().search.as_ref();
            if machine.is_some_and(Machine::is_simulated) {
                return None;
            }
            // Behind actions that make labels invalid, one that does so whenever the rule matches.
            let mut refusing = actions.list.iter().take_while(|action| action.is_invalid);
            let is_fatal = refusing
                .any(|action| action.rule == Some((place, true)) && matches!(action.trigger, Trigger::None));
            let rule = self.rule(rule);
            self.searches.push(Search { rule, machine, is_fatal });
        }
        Some(self)
    }

    /// The number of a rule.
    fn rule(&mut self, rule: &'a Arc<CompiledRule>) -> usize {
        let known = self.rules.iter().position(|known| ptr::eq(*known, &**rule));
        known.unwrap_or_else(|| {
            self.rules.push(rule);
            self.rules.len() - 1
        })
    }

    fn context(&self, compiled: &CompiledContext) -> Option<usize> {
        self.contexts.iter().position(|known| ptr::eq(known.compiled, compiled))
    }

    /// How the rules read a class of code points.
    pub(super) fn letters_of(&self, class: u16) -> Vec<u8> {
        self.rules.iter().map(|rule| rule.letter(class)).collect()
    }

    /// The entry of a single code point, if it is followed.
    pub(super) fn alone(&self, slot: Slot) -> Option<Alone> {
        self.entry(self.lgr.table.entry(slot.entry)?)
    }

    fn entry(&self, entry: &CompiledEntry) -> Option<Alone> {
        let context = match entry.context.as_deref() {
            None => None,
            Some(compiled) => Some(self.context(compiled)?),
        };
        if context.and_then(|context| self.contexts.get(context)).is_some_and(|context| !context.is_followed)
        {
            return None;
        }
        let mut reflexive = self.lgr.table.variants_of(entry).filter(|(_, variant)| variant.is_reflexive);
        // One in a context would have to be looked for at each place.
        let first = reflexive.next().map(|(_, variant)| variant);
        if first.is_some_and(|variant| variant.context.is_some()) {
            return None;
        }
        let types = first.map_or(0, |variant| variant.types);
        Some(Alone { context, types, is_reflexive: first.is_some() })
    }

    /// Before the first letter.
    pub(super) fn start(&self) -> Progress {
        let behind =
            |alternative: &Alternative<'_>| alternative.machines.trail.as_ref().map_or(DEAD, Machine::start);
        let search =
            |search: &Search<'_>| search.machine.map_or(DEAD, |machine| reached(machine, machine.start()));
        Progress {
            waiting: Vec::new(),
            behinds: self.alternatives.iter().map(behind).collect(),
            searches: self.searches.iter().map(search).collect(),
            requirements: Vec::new(),
            derivation: Derivation::NOTHING,
        }
    }

    /// After one more letter; none if the label is not eligible, whatever follows, or is not followed.
    pub(super) fn step(&self, letters: &[Letter<'a>], state: &Progress, number: u8) -> Option<Progress> {
        if number == OTHER {
            return None;
        }
        let letter = letters.get(usize::from(number))?;
        let mut next = state.clone();
        self.read(&mut next.requirements, letter)?;
        self.search(&mut next.searches, letter)?;
        next.waiting.push(number);
        self.resolve(letters, &mut next, false)?;
        next.requirements.sort_unstable();
        next.requirements.dedup();
        Some(next)
    }

    /// True if a label that ends here is eligible.
    pub(super) fn takes(&self, letters: &[Letter<'a>], state: &Progress) -> bool {
        let mut last = state.clone();
        if self.resolve(letters, &mut last, true).is_none() {
            return false;
        }
        let ends =
            |ahead: &LookAhead| self.ahead(*ahead).is_some_and(|machine| machine.is_hit_at_end(ahead.state));
        let are_met = last.requirements.iter().all(|requirement| requirement.is_met_at_end(ends));
        let matches = |place: usize| {
            let search = self.searches.get(place).and_then(|search| search.machine);
            let state = last.searches.get(place).copied().unwrap_or(DEAD);
            search.is_some_and(|machine| state == MATCHED || machine.is_hit_at_end(state))
        };
        let actions = &self.lgr.actions;
        are_met
            && actions
                .list
                .get(actions.decide(last.derivation, matches))
                .is_some_and(|action| !action.is_invalid)
    }

    /// Finds entries for the letters that wait, the longest first, as far as that does not depend on more of them;
    /// none if a letter has no entry, or if which it has is not followed.
    fn resolve(&self, letters: &[Letter<'a>], state: &mut Progress, at_end: bool) -> Option<()> {
        while let [first, rest @ ..] = state.waiting.as_slice() {
            let letter_of = |number: &u8| letters.get(usize::from(*number));
            let first = letter_of(first)?;
            // The entries of sequences, shortest first.
            let mut sequences: Vec<(usize, &CompiledEntry)> = Vec::new();
            let mut node = first.sequences;
            for (len, number) in (2..).zip(rest) {
                let c = letter_of(number)?.code_point;
                node = node.zip(c).and_then(|(node, c)| node.children.get(&c));
                let Some(node) = node else { break };
                sequences.extend(
                    node.entry.and_then(|entry| self.lgr.table.entry(entry)).map(|entry| (len, entry)),
                );
            }
            if !at_end && node.is_some_and(|node| !node.children.is_empty()) {
                break;
            }
            let mut len = 0;
            for (longest, entry) in sequences.into_iter().rev() {
                let entry = self.entry(entry)?;
                match self.given(state, entry) {
                    Given::Yes => {
                        len = longest;
                        state.derivation = state.derivation.and(entry.types, entry.is_reflexive);
                        break;
                    }
                    Given::No => {}
                    Given::If(_) => return None,
                }
            }
            if len == 0 {
                len = 1;
                let entry = first.alone?;
                let mut requirements = match self.given(state, entry) {
                    Given::Yes => Vec::new(),
                    Given::No => return None,
                    Given::If(requirements) => requirements,
                };
                // Some of what is to come is there.
                rest.iter().try_for_each(|number| self.read(&mut requirements, letter_of(number)?))?;
                state.requirements.append(&mut requirements);
                state.derivation = state.derivation.and(entry.types, entry.is_reflexive);
            }
            for number in state.waiting.drain(..len) {
                self.go_past(&mut state.behinds, letter_of(&number)?);
            }
        }
        Some(())
    }

    /// Whether the context of an entry is given behind the letters that were gone past.
    fn given(&self, state: &Progress, entry: Alone) -> Given {
        let Some(context) = entry.context.and_then(|context| self.contexts.get(context)) else {
            return Given::Yes;
        };
        let is_met = |must_hold: bool| if must_hold { Given::Yes } else { Given::No };
        let must_hold = context.compiled.must_hold;
        let mut wanted = Vec::new();
        for number in context.alternatives.clone() {
            let Some((alternative, behind)) = self.alternatives.get(number).zip(state.behinds.get(number))
            else {
                return Given::No;
            };
            let ContextMachines { trail, ahead, .. } = alternative.machines;
            if trail.as_ref().is_some_and(|trail| !trail.is_hit(*behind)) {
                continue;
            }
            match ahead {
                Some(machine) if !machine.is_hit(machine.start()) => {
                    wanted.push(LookAhead { alternative: number, state: machine.start() });
                }
                _ => return is_met(must_hold),
            }
        }
        match (wanted.is_empty(), must_hold) {
            (true, _) => is_met(!must_hold),
            (false, true) => Given::If(alloc::vec![Requirement::AnyOf(wanted)]),
            (false, false) => Given::If(wanted.into_iter().map(Requirement::Not).collect()),
        }
    }

    /// Reads a letter in the look-aheads; none if a requirement is broken.
    fn read(&self, requirements: &mut Vec<Requirement>, letter: &Letter<'a>) -> Option<()> {
        let step = |ahead: LookAhead| {
            let alternative = self.alternatives.get(ahead.alternative)?;
            let machine = alternative.machines.ahead.as_ref()?;
            Some(LookAhead { state: machine.step(ahead.state, letter.read_by(alternative.rule)?), ..ahead })
        };
        let is_hit =
            |ahead: &LookAhead| self.ahead(*ahead).is_some_and(|machine| machine.is_hit(ahead.state));
        requirement::advance(requirements, step, is_hit).then_some(())
    }

    /// Reads a letter in the searches; none if one of them has found what no eligible label has.
    fn search(&self, states: &mut [u16], letter: &Letter<'a>) -> Option<()> {
        for (state, search) in states.iter_mut().zip(&self.searches) {
            if let Some(machine) = search.machine.filter(|_| *state != MATCHED && *state != DEAD) {
                *state = reached(machine, machine.step(*state, letter.read_by(search.rule)?));
            }
            if *state == MATCHED && search.is_fatal {
                return None;
            }
        }
        Some(())
    }

    /// Goes past a letter, for the look-behinds.
    fn go_past(&self, behinds: &mut [u16], letter: &Letter<'a>) {
        for (behind, alternative) in behinds.iter_mut().zip(&self.alternatives) {
            if let Some((trail, read)) =
                alternative.machines.trail.as_ref().zip(letter.read_by(alternative.rule))
            {
                *behind = trail.step(*behind, read);
            }
        }
    }

    fn ahead(&self, ahead: LookAhead) -> Option<&Machine> {
        self.alternatives.get(ahead.alternative)?.machines.ahead.as_ref()
    }
}

/// A state of a search, once it has matched the same for all.
fn reached(machine: &Machine, state: u16) -> u16 {
    if machine.is_hit(state) { MATCHED } else { state }
}
