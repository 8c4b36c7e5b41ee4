//! A slow evaluator that follows the text of RFC 7940 step by step, on the model itself.
//!
//! It shares nothing with the engine: rules are matched by trying, variants by making every one.

use std::collections::{BTreeMap, BTreeSet};

use ulabel::lgr::{
    Action, ClassExpression, CodePoints, ContextRule, Entry, Lgr, Match, Operator, RuleTrigger, Variant,
    VariantTrigger,
};

pub(crate) type Label = Vec<char>;

pub(crate) struct Reference<'a> {
    lgr: &'a Lgr,
}

/// A derivation's types, and whether all code points were mapped.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Used {
    types: BTreeSet<String>,
    unmapped: bool,
    mappings: Mappings,
}

/// The mappings used: the place, the length of the source, the place among the variants.
type Mappings = Vec<(usize, usize, usize)>;

/// The place of the anchor.
type Anchor = Option<(usize, usize)>;

impl<'a> Reference<'a> {
    pub(crate) fn new(lgr: &'a Lgr) -> Self {
        Self { lgr }
    }

    fn has(&self, class: &ClassExpression, c: char) -> bool {
        let operand = |n: usize| self.has(&class.operands()[n].expression, c);
        match class {
            ClassExpression::ByRef(name) => self.has(&self.lgr.class(name).unwrap().class.expression, c),
            ClassExpression::FromTag(tag) => self.lgr.data.iter().any(|entry| {
                entry.tags().has(tag)
                    && match entry {
                        Entry::Char(char) => char.cp.single() == Some(c),
                        Entry::Range(range) => (range.first..=range.last).contains(&c),
                    }
            }),
            ClassExpression::Property(_) => panic!("the rulesets made here ask for no property"),
            ClassExpression::CodePoints(ranges) => ranges.iter().any(|r| (r.first..=r.last).contains(&c)),
            ClassExpression::Complement(_) => !operand(0),
            ClassExpression::Union(all) => all.iter().any(|class| self.has(&class.expression, c)),
            ClassExpression::Intersection(_) => operand(0) && operand(1),
            ClassExpression::Difference(_) => operand(0) && !operand(1),
            ClassExpression::SymmetricDifference(_) => operand(0) != operand(1),
        }
    }

    /// Where a match of the operators can end that begins at `from`.
    fn ends(&self, body: &[Match], label: &[char], from: usize, anchor: Anchor) -> BTreeSet<usize> {
        let mut places = BTreeSet::from([from]);
        if body.is_empty() {
            places.clear();
        }
        for operator in body {
            places = places.iter().flat_map(|&at| self.counted(operator, label, at, anchor)).collect();
        }
        places
    }

    fn counted(&self, operator: &Match, label: &[char], from: usize, anchor: Anchor) -> BTreeSet<usize> {
        let Some(count) = operator.count else { return self.once(operator, label, from, anchor) };
        let mut places = BTreeSet::from([from]);
        let mut ends = BTreeSet::new();
        let most = count.most().unwrap_or(u32::MAX).min(label.len() as u32 + count.least() + 1);
        for n in 0..=most {
            if n >= count.least() {
                ends.extend(&places);
            }
            places = places.iter().flat_map(|&at| self.once(operator, label, at, anchor)).collect();
        }
        ends
    }

    fn once(&self, operator: &Match, label: &[char], from: usize, anchor: Anchor) -> BTreeSet<usize> {
        let next = |is: bool| if is { BTreeSet::from([from + 1]) } else { BTreeSet::new() };
        let here = |is: bool| if is { BTreeSet::from([from]) } else { BTreeSet::new() };
        match &operator.operator {
            Operator::Any => next(from < label.len()),
            Operator::Start => here(from == 0),
            Operator::End => here(from == label.len()),
            Operator::Anchor => match anchor {
                Some((start, end)) if start == from => BTreeSet::from([end]),
                _ => BTreeSet::new(),
            },
            Operator::Literal(cp) if label[from..].starts_with(cp) => BTreeSet::from([from + cp.len()]),
            Operator::Literal(_) => BTreeSet::new(),
            Operator::Class(class) => next(label.get(from).is_some_and(|&c| self.has(class, c))),
            Operator::Choice(all) => {
                all.iter().flat_map(|operator| self.counted(operator, label, from, anchor)).collect()
            }
            Operator::Group(body) => self.ends(body, label, from, anchor),
            Operator::RuleRef(name) => self.ends(&self.lgr.rule(name).unwrap().body, label, from, anchor),
            Operator::LookBehind(body) => {
                here((0..=from).any(|start| self.ends(body, label, start, None).contains(&from)))
            }
            Operator::LookAhead(body) => here(!self.ends(body, label, from, None).is_empty()),
        }
    }

    fn rule(&self, name: &str, label: &[char], anchor: Anchor) -> bool {
        let body = &self.lgr.rule(name).unwrap().body;
        (0..=label.len()).any(|start| !self.ends(body, label, start, anchor).is_empty())
    }

    fn given(&self, context: Option<&ContextRule>, label: &[char], start: usize, end: usize) -> bool {
        match context {
            None => true,
            Some(ContextRule::When(rule)) => self.rule(rule, label, Some((start, end))),
            Some(ContextRule::NotWhen(rule)) => !self.rule(rule, label, Some((start, end))),
        }
    }

    /// A variant's context is read in the label with that one substitution.
    fn variant_given(&self, variant: &Variant, label: &[char], start: usize, end: usize) -> bool {
        let mut substituted = label[..start].to_vec();
        substituted.extend_from_slice(&variant.cp);
        substituted.extend_from_slice(&label[end..]);
        self.given(variant.context.as_ref(), &substituted, start, start + variant.cp.len())
    }

    /// The entries that match at a place: length, context, variants.
    fn matching(
        &self,
        label: &[char],
        at: usize,
    ) -> BTreeMap<usize, (Option<&'a ContextRule>, &'a [Variant])> {
        let mut found = BTreeMap::new();
        for entry in &self.lgr.data {
            let len = match entry {
                Entry::Char(char) if !char.cp.is_empty() && label[at..].starts_with(&char.cp) => {
                    char.cp.len()
                }
                Entry::Range(range) if (range.first..=range.last).contains(&label[at]) => 1,
                _ => continue,
            };
            found.insert(len, (entry.context(), entry.variants()));
        }
        found
    }

    /// Section 8.1: the partition that takes the longest entry at each place; none if it fails.
    fn partition(&self, label: &[char]) -> Option<Vec<(usize, usize)>> {
        let mut at = 0;
        let mut partition = Vec::new();
        while at < label.len() {
            let found = self.matching(label, at);
            let (len, _) =
                found.iter().rev().find(|(len, entry)| self.given(entry.0, label, at, at + **len))?;
            partition.push((at, at + len));
            at += len;
        }
        Some(partition)
    }

    /// All partitions whose contexts are given.
    fn partitions(&self, label: &[char], at: usize) -> Vec<Vec<(usize, usize)>> {
        if at == label.len() {
            return vec![Vec::new()];
        }
        let mut all = Vec::new();
        for (len, (context, _)) in self.matching(label, at) {
            if self.given(context, label, at, at + len) {
                for mut rest in self.partitions(label, at + len) {
                    rest.insert(0, (at, at + len));
                    all.push(rest);
                }
            }
        }
        all
    }

    fn variants_at(&self, label: &[char], start: usize, end: usize) -> Vec<&'a Variant> {
        let variants = self.matching(label, start)[&(end - start)].1;
        variants.iter().filter(|variant| self.variant_given(variant, label, start, end)).collect()
    }

    /// Section 8.3, step 2: the first action triggered.
    fn action(&self, label: &[char], used: &Used) -> (usize, String) {
        let all: Vec<Action> = self.lgr.actions().cloned().chain(Action::defaults()).collect();
        let triggered = |action: &Action| {
            let rule = match &action.rule {
                None => true,
                Some(RuleTrigger::Match(rule)) => self.rule(rule, label, None),
                Some(RuleTrigger::NotMatch(rule)) => !self.rule(rule, label, None),
            };
            let within = |types: &[ulabel::lgr::Identifier]| {
                !used.types.is_empty() && used.types.iter().all(|t| types.iter().any(|name| **name == **t))
            };
            let types = match &action.variants {
                None => true,
                Some(VariantTrigger::Any(types)) => types.iter().any(|name| used.types.contains(&**name)),
                Some(VariantTrigger::All(types)) => within(types),
                Some(VariantTrigger::Only(types)) => !used.unmapped && within(types),
            };
            rule && types
        };
        let index = all.iter().position(triggered).unwrap();
        (index, all[index].disposition.to_string())
    }

    /// Disposition and action; no action if the label fails before.
    pub(crate) fn evaluate(&self, label: &[char]) -> (String, Option<usize>) {
        let Some(partition) = self.partition(label).filter(|_| !label.is_empty()) else {
            return ("invalid".to_owned(), None);
        };
        let mut used = Used::default();
        for (start, end) in partition {
            let reflexive = self
                .variants_at(label, start, end)
                .into_iter()
                .find(|variant| *variant.cp == label[start..end]);
            used.unmapped |= reflexive.is_none();
            used.types.extend(reflexive.and_then(|variant| variant.kind.as_deref()).map(str::to_owned));
        }
        let (action, disposition) = self.action(label, &used);
        (disposition, Some(action))
    }

    /// Section 8.2: every variant label with the actions of its derivations; not the label itself.
    pub(crate) fn variants(&self, label: &[char]) -> BTreeMap<Label, BTreeSet<(usize, String)>> {
        let mut all = BTreeMap::new();
        for (variant, used) in self.derived(label, false) {
            if variant != label {
                let action = self.action(&variant, &used);
                all.entry(variant).or_insert_with(BTreeSet::new).insert(action);
            }
        }
        all.retain(|_, actions| actions.first().unwrap().1 != "invalid");
        all
    }

    /// Section 8.4: the number of labels that come out of several derivations.
    pub(crate) fn duplicates(&self, label: &[char]) -> usize {
        let mut mappings: BTreeMap<Label, BTreeSet<Mappings>> = BTreeMap::new();
        for (variant, used) in self.derived(label, true) {
            mappings.entry(variant).or_default().insert(used.mappings);
        }
        mappings.values().filter(|mappings| mappings.len() > 1).count()
    }

    /// The labels that pass section 8.1, the label itself included, with what their derivations used; the mappings
    /// only if they are asked for, since they tell many derivations apart.
    fn derived(&self, label: &[char], with_mappings: bool) -> BTreeSet<(Label, Used)> {
        if self.evaluate(label).0 == "invalid" {
            return BTreeSet::new();
        }
        let mut derived: BTreeSet<(Label, Used)> = BTreeSet::new();
        for partition in self.partitions(label, 0) {
            let mut ways = BTreeSet::from([(Vec::new(), Used::default())]);
            for (start, end) in partition {
                let own = &label[start..end];
                let variants = self.variants_at(label, start, end);
                let mut next = BTreeSet::new();
                for (begun, used) in ways {
                    let mut add = |cp: &[char], kind: Option<&str>, mapping: Option<usize>| {
                        let mut used = used.clone();
                        used.types.extend(kind.map(str::to_owned));
                        used.unmapped |= mapping.is_none();
                        used.mappings.extend(
                            mapping.filter(|_| with_mappings).map(|number| (start, end - start, number)),
                        );
                        next.insert(([&begun[..], cp].concat(), used));
                    };
                    for (number, variant) in variants.iter().enumerate() {
                        add(&variant.cp, variant.kind.as_deref(), Some(number));
                    }
                    if variants.iter().all(|variant| *variant.cp != *own) {
                        add(own, None, None);
                    }
                }
                ways = next;
            }
            derived.extend(ways);
        }
        derived.retain(|(variant, _)| !variant.is_empty() && self.partition(variant).is_some());
        derived
    }

    /// Section 8.5, by trying every partition.
    pub(crate) fn index_label(&self, label: &[char]) -> Option<Label> {
        if label.is_empty() {
            return None;
        }
        self.partition(label)?;
        let least = |&(start, end): &(usize, usize)| {
            let own: CodePoints = label[start..end].into();
            let variants = self.variants_at(label, start, end).into_iter().map(|variant| variant.cp.clone());
            variants.chain([own]).min().unwrap()
        };
        let label_of = |partition: &Vec<(usize, usize)>| {
            partition.iter().flat_map(|span| least(span).to_vec()).collect::<Label>()
        };
        self.partitions(label, 0).iter().map(label_of).min()
    }
}
