//! Compiled actions: which disposition a label gets, and from which action (RFC 7940 sections 7 and 8.3).

use alloc::sync::Arc;
use alloc::vec::Vec;
use std::collections::HashMap;

use super::limits::{MAX_TYPES, TooComplex};
use super::rule::{CompiledRule, RulesByName};
use crate::lgr::{Action, Identifier, Lgr, RuleTrigger, VariantTrigger};

/// An action with the numbers of its rule and types.
#[derive(Clone, Debug)]
pub(in crate::lgr) struct CompiledAction {
    pub(in crate::lgr) disposition: Identifier,
    /// The place of its rule in [`Actions::rules`], and true if it must match, false if it must not.
    pub(in crate::lgr) rule: Option<(usize, bool)>,
    pub(in crate::lgr) trigger: Trigger,
    pub(in crate::lgr) is_invalid: bool,
}

/// The variant types that trigger an action, as bits.
#[derive(Clone, Copy, Debug)]
pub(in crate::lgr) enum Trigger {
    None,
    Any(u64),
    All(u64),
    Only(u64),
}

/// The types of the variants that made a label, and if all of it was made by variants.
///
/// This is all that actions can see of a derivation: a variant without a type adds nothing, since RFC
/// 7940 section 8.3 compares the types recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::lgr) struct Derivation {
    pub(in crate::lgr) types: u64,
    pub(in crate::lgr) all_mapped: bool,
}

impl Derivation {
    /// Before the first code point.
    pub(in crate::lgr) const NOTHING: Self = Self { types: 0, all_mapped: true };

    /// With one more step, by a variant of these types or unmapped.
    #[inline]
    pub(in crate::lgr) fn and(self, types: u64, mapped: bool) -> Self {
        Self { types: self.types | types, all_mapped: self.all_mapped && mapped }
    }
}

impl Trigger {
    #[inline]
    fn is_met(self, derivation: Derivation) -> bool {
        let within = |list: u64| derivation.types != 0 && derivation.types & !list == 0;
        match self {
            Self::None => true,
            Self::Any(list) => derivation.types & list != 0,
            Self::All(list) => within(list),
            Self::Only(list) => derivation.all_mapped && within(list),
        }
    }

    fn list(self) -> u64 {
        match self {
            Self::None => 0,
            Self::Any(list) | Self::All(list) | Self::Only(list) => list,
        }
    }
}

/// All actions of a ruleset with the five default ones, in order.
#[derive(Clone, Debug)]
pub(in crate::lgr) struct Actions {
    pub(in crate::lgr) list: Vec<CompiledAction>,
    /// For each action, what a derivation can be reduced to if this action is sure to be reached at the
    /// latest.
    reductions: Vec<Reduction>,
    /// For each rule by its place in `rules`, the first action that asks it.
    first_use: Vec<usize>,
    /// The rules that actions ask.
    pub(in crate::lgr) rules: Vec<Arc<CompiledRule>>,
    /// The disposition `invalid`.
    pub(in crate::lgr) invalid: Identifier,
}

/// How types may be merged without any action up to some point telling the difference.
#[derive(Clone, Debug)]
struct Reduction {
    /// For each type, the first type that is in the same lists.
    same_as: [u8; 64],
    /// The types that an action asks for.
    asked: u64,
    /// True if an action asks if all code points were mapped.
    asks_all_mapped: bool,
}

impl Actions {
    /// Compiles the actions. Returns the bits of the types, too.
    pub(in crate::lgr) fn new(lgr: &Lgr, compiled: &RulesByName<'_>) -> Result<(Self, TypeBits), TooComplex> {
        let all: Vec<Action> = lgr.actions().cloned().chain(Action::defaults()).collect();
        let bits = TypeBits::new(&all)?;
        let mut list = Vec::new();
        let mut rules: Vec<Arc<CompiledRule>> = Vec::new();
        let mut first_use: Vec<usize> = Vec::new();
        for action in &all {
            let trigger = match &action.variants {
                None => Trigger::None,
                Some(VariantTrigger::Any(types)) => Trigger::Any(bits.list(types)),
                Some(VariantTrigger::All(types)) => Trigger::All(bits.list(types)),
                Some(VariantTrigger::Only(types)) => Trigger::Only(bits.list(types)),
            };
            let rule = match &action.rule {
                None => None,
                Some(trigger) => {
                    let rule = compiled.get(&**trigger.rule()).ok_or(TooComplex)?;
                    let place =
                        rules.iter().position(|known| Arc::ptr_eq(known, rule)).unwrap_or_else(|| {
                            rules.push(Arc::clone(rule));
                            first_use.push(list.len());
                            rules.len() - 1
                        });
                    Some((place, matches!(trigger, RuleTrigger::Match(_))))
                }
            };
            list.push(CompiledAction {
                disposition: action.disposition.clone(),
                rule,
                trigger,
                is_invalid: &*action.disposition == "invalid",
            });
        }
        let reductions = Reduction::all(&list);
        Ok((Self { list, reductions, first_use, rules, invalid: "invalid".into() }, bits))
    }

    /// The first action that is triggered (RFC 7940 section 8.3). `matches` tells whether a rule, by
    /// its place in `rules`, matches the label.
    #[inline]
    pub(in crate::lgr) fn decide(
        &self,
        derivation: Derivation,
        mut matches: impl FnMut(usize) -> bool,
    ) -> usize {
        let first = self.list.iter().position(|action| {
            action.trigger.is_met(derivation)
                && action.rule.is_none_or(|(rule, must_match)| matches(rule) == must_match)
        });
        debug_assert!(first.is_some(), "the last default action is met by every label");
        // No action has that number, and so the label is not eligible.
        first.unwrap_or(self.list.len())
    }

    /// Drops from `derivation` what cannot make a difference any more, given what is sure of the rules; more
    /// types may still be added to it. Returns the action that is reached at the latest.
    pub(in crate::lgr) fn reduce(
        &self,
        derivation: Derivation,
        sure: impl Fn(usize, bool) -> bool,
    ) -> (Derivation, usize) {
        let last = self
            .list
            .iter()
            .position(|action| {
                let lasting = match action.trigger {
                    Trigger::None => true,
                    Trigger::Any(list) => derivation.types & list != 0,
                    Trigger::All(_) | Trigger::Only(_) => false,
                };
                lasting && action.rule.is_none_or(|(rule, must_match)| sure(rule, must_match))
            })
            .unwrap_or(self.list.len());
        // Without a reduction everything is kept apart.
        let Some(reduction) = self.reductions.get(last) else { return (derivation, last) };
        let mut types = 0;
        let mut rest = derivation.types & reduction.asked;
        while rest != 0 {
            // There is one for each of the 64 bits.
            types |= reduction.same_as.get(rest.trailing_zeros() as usize).map_or(0, |same| 1 << same);
            rest &= rest - 1;
        }
        (Derivation { types, all_mapped: derivation.all_mapped || !reduction.asks_all_mapped }, last)
    }

    /// True if a rule, by its place in `rules`, is asked by an action up to `last`.
    #[inline]
    pub(in crate::lgr) fn asks(&self, rule: usize, last: usize) -> bool {
        self.first_use.get(rule).is_some_and(|&first| first <= last)
    }
}

impl Reduction {
    /// For each action, the reduction that it and those before it allow.
    fn all(actions: &[CompiledAction]) -> Vec<Self> {
        let mut current = Self { same_as: [0; 64], asked: 0, asks_all_mapped: false };
        let mut all = Vec::with_capacity(actions.len());
        for action in actions {
            let list = action.trigger.list();
            match action.trigger {
                Trigger::None => {}
                Trigger::Any(_) => current.asked |= list,
                Trigger::All(_) => current.asked = u64::MAX,
                Trigger::Only(_) => {
                    current.asked = u64::MAX;
                    current.asks_all_mapped = true;
                }
            }
            // Split each group by who is in this list; the first of each half stands for it.
            let before = current.same_as;
            let mut halves: [[Option<u8>; 2]; 64] = [[None; 2]; 64];
            for (bit, (same, group)) in current.same_as.iter_mut().zip(before).enumerate() {
                let side = usize::from((list >> bit) & 1 == 1);
                let half = halves.get_mut(usize::from(group)).and_then(|pair| pair.get_mut(side));
                if let Some(half) = half {
                    *same = *half.get_or_insert(bit as u8);
                }
            }
            all.push(current.clone());
        }
        all
    }
}

/// The bits of variant types. Types in exactly the same lists share one; bit 0 is for those in none.
#[derive(Clone, Debug)]
pub(in crate::lgr) struct TypeBits {
    bits: HashMap<Identifier, u64>,
}

impl TypeBits {
    fn new(actions: &[Action]) -> Result<Self, TooComplex> {
        let mut lists: HashMap<&Identifier, Vec<usize>> = HashMap::new();
        for (index, action) in actions.iter().enumerate() {
            for name in action.variants.iter().flat_map(|trigger| trigger.types()) {
                let list = lists.entry(name).or_default();
                if list.last() != Some(&index) {
                    list.push(index);
                }
            }
        }
        let mut groups: HashMap<&[usize], u32> = HashMap::new();
        let mut bits = HashMap::new();
        for (name, list) in &lists {
            let next = groups.len() as u32 + 1;
            let bit = *groups.entry(list).or_insert(next);
            if bit as usize > MAX_TYPES {
                return Err(TooComplex);
            }
            bits.insert((*name).clone(), 1 << bit);
        }
        Ok(Self { bits })
    }

    /// The bit of a type; none for a variant without a type.
    pub(in crate::lgr) fn of(&self, kind: Option<&Identifier>) -> u64 {
        kind.map_or(0, |kind| self.bits.get(kind).copied().unwrap_or(1))
    }

    fn list(&self, types: &[Identifier]) -> u64 {
        types.iter().fold(0, |bits, name| bits | self.of(Some(name)))
    }
}
