//! Small rulesets made from octets, for laws that must hold under any ruleset.

use ulabel::lgr::{
    Action, CharEntry, Class, ClassExpression, CodePointRange, CodePoints, ContextRule, Count, Declaration,
    Entry, Identifier, IdentifierList, Lgr, Match, Operator, RangeEntry, Rule, RuleTrigger, Variant,
    VariantTrigger,
};

/// Octets, read one by one; zeros when there are no more.
pub(crate) struct Octets<'a>(pub(crate) &'a [u8]);

const LETTERS: [char; 6] = ['a', 'b', 'c', 'd', '\u{E9}', '\u{10428}'];
const TYPES: [&str; 6] = ["blocked", "allocatable", "activated", "invalid", "x", "y"];
const RULES: usize = 4;

impl Octets<'_> {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        match self.0.split_first() {
            Some((&first, rest)) => {
                self.0 = rest;
                usize::from(first) % limit
            }
            None => 0,
        }
    }

    fn letter(&mut self) -> char {
        LETTERS[self.below(LETTERS.len())]
    }

    fn types(&mut self) -> IdentifierList {
        let count = 1 + self.below(2);
        (0..count).map(|_| TYPES[self.below(TYPES.len())]).collect()
    }

    fn rule_name(&mut self) -> Identifier {
        format!("r{}", self.below(RULES)).into()
    }

    fn context(&mut self) -> Option<ContextRule> {
        match self.below(6) {
            0 => Some(ContextRule::When(self.rule_name())),
            1 => Some(ContextRule::NotWhen(self.rule_name())),
            _ => None,
        }
    }

    fn class(&mut self, depth: usize) -> ClassExpression {
        let pair = |octets: &mut Self| -> Box<[Class; 2]> {
            Box::new([octets.class(depth + 1).into(), octets.class(depth + 1).into()])
        };
        match self.below(if depth < 2 { 8 } else { 3 }) {
            0 => ClassExpression::FromTag(["t", "none"][self.below(2)].into()),
            1 | 2 => {
                let first = self.letter();
                let second = self.letter();
                let ranges: Vec<CodePointRange> = vec![first.into(), second.into()];
                ClassExpression::CodePoints(ranges)
            }
            3 => ClassExpression::Complement(Box::new(self.class(depth + 1).into())),
            4 => ClassExpression::Union(pair(self).to_vec()),
            5 => ClassExpression::Intersection(pair(self)),
            6 => ClassExpression::Difference(pair(self)),
            _ => ClassExpression::SymmetricDifference(pair(self)),
        }
    }

    /// An operator without anchor.
    fn operator(&mut self, depth: usize) -> Match {
        let operator = match self.below(if depth < 2 { 7 } else { 4 }) {
            0 => Operator::Any,
            1 | 2 => Operator::Literal(self.letter().into()),
            3 => Operator::Class(self.class(1)),
            4 => Operator::Literal(CodePoints::from(&[self.letter(), self.letter()][..])),
            5 => Operator::Choice(vec![self.operator(depth + 1), self.operator(depth + 1)]),
            _ => Operator::Group(vec![self.operator(depth + 1), self.operator(depth + 1)]),
        };
        let count = match self.below(8) {
            0 => Some(Count::AtLeast(0)),
            1 => Some(Count::AtLeast(1)),
            2 => Some(Count::Between(0, 2)),
            3 => Some(Count::Exactly(2)),
            _ => None,
        };
        Match { count, ..operator.into() }
    }

    fn body(&mut self) -> Vec<Match> {
        let mut body = Vec::new();
        if self.below(4) == 0 {
            body.push(Operator::Start.into());
        }
        for _ in 0..1 + self.below(2) {
            body.push(self.operator(0));
        }
        if self.below(4) == 0 {
            body.push(Operator::End.into());
        }
        body
    }

    /// An anchor with what stands around it.
    fn around(&mut self) -> Vec<Match> {
        let mut body = Vec::new();
        let which = self.below(3);
        if which != 0 {
            let mut behind = self.body();
            behind.retain(|operator| operator.operator != Operator::End);
            body.push(Operator::LookBehind(behind).into());
        }
        body.push(Operator::Anchor.into());
        if which != 1 {
            let mut ahead = self.body();
            ahead.retain(|operator| operator.operator != Operator::Start);
            body.push(Operator::LookAhead(ahead).into());
        }
        body
    }

    /// Rules 0 and 1 have no anchor, the others do.
    fn rule(&mut self, number: usize) -> Rule {
        let body = match (number, self.below(3)) {
            (0 | 1, _) => self.body(),
            (_, 0) => vec![
                Operator::Choice(vec![
                    Operator::Group(self.around()).into(),
                    Operator::Group(self.around()).into(),
                ])
                .into(),
            ],
            _ => self.around(),
        };
        Rule {
            name: format!("r{number}").into(),
            body,
            references: IdentifierList::EMPTY,
            comment: None,
            origin: Default::default(),
        }
    }

    fn action(&mut self) -> Action {
        let mut action = Action::new(["invalid", "blocked", "allocatable", "valid", "odd"][self.below(5)]);
        action.rule = match self.below(3) {
            0 => Some(RuleTrigger::Match(format!("r{}", self.below(2)).into())),
            1 => Some(RuleTrigger::NotMatch(format!("r{}", self.below(2)).into())),
            _ => None,
        };
        action.variants = match self.below(4) {
            0 => Some(VariantTrigger::All(self.types())),
            1 => Some(VariantTrigger::Only(self.types())),
            _ => Some(VariantTrigger::Any(self.types())),
        };
        action
    }

    fn sequence(&mut self) -> CodePoints {
        let count = 2 + self.below(2);
        (0..count).map(|_| self.letter()).collect()
    }

    fn variants(&mut self, source: &CodePoints) -> Vec<Variant> {
        let mut variants: Vec<Variant> = Vec::new();
        for _ in 0..self.below(4) {
            let cp = match self.below(8) {
                0 => source.clone(),
                1 => self.sequence(),
                2 if self.below(3) == 0 => CodePoints::default(),
                _ => self.letter().into(),
            };
            let kind = (self.below(5) != 0).then(|| TYPES[self.below(TYPES.len())].into());
            let context = self.context();
            // A mapping and its context are unique (RFC 7940 section 5.3.1).
            if !variants.iter().any(|known| known.cp == cp && known.context == context) {
                variants.push(Variant { context, ..Variant::new(cp, kind) });
            }
        }
        variants
    }

    /// A ruleset.
    pub(crate) fn ruleset(&mut self) -> Lgr {
        let mut lgr = Lgr::default();
        let mut known: Vec<CodePoints> = Vec::new();
        for letter in &LETTERS[..4 + self.below(3)] {
            // A few letters stand in sequences only.
            if self.below(8) == 0 {
                continue;
            }
            let cp = CodePoints::from(*letter);
            known.push(cp.clone());
            if self.below(6) == 0 {
                let range = RangeEntry { context: self.context(), ..RangeEntry::new(*letter, *letter) };
                lgr.data.push(Entry::Range(range));
                continue;
            }
            let variants = self.variants(&cp);
            let tags = if self.below(2) == 0 { ["t"].into_iter().collect() } else { IdentifierList::EMPTY };
            lgr.data.push(Entry::Char(CharEntry {
                context: self.context(),
                variants,
                tags,
                ..CharEntry::new(cp)
            }));
        }
        for _ in 0..self.below(4) {
            let cp = self.sequence();
            if !known.contains(&cp) {
                known.push(cp.clone());
                let variants = self.variants(&cp);
                lgr.data.push(Entry::Char(CharEntry {
                    context: self.context(),
                    variants,
                    ..CharEntry::new(cp)
                }));
            }
        }
        for number in 0..RULES {
            lgr.declarations.push(Declaration::Rule(self.rule(number)));
        }
        for _ in 0..self.below(5) {
            lgr.declarations.push(Declaration::Action(self.action()));
        }
        lgr
    }

    /// A label, mostly of letters that the rulesets know.
    pub(crate) fn label(&mut self) -> String {
        (0..1 + self.below(6)).map(|_| if self.below(40) == 0 { 'z' } else { self.letter() }).collect()
    }

    /// Every label of at most so many of the letters.
    pub(crate) fn short_labels(length: usize) -> Vec<String> {
        let mut all = vec![String::new()];
        let mut first = 0;
        for _ in 0..length {
            let longer: Vec<String> = all[first..]
                .iter()
                .flat_map(|label| LETTERS.iter().map(move |&letter| format!("{label}{letter}")))
                .collect();
            first = all.len();
            all.extend(longer);
        }
        all
    }

    /// A ruleset whose mappings are symmetric and transitive, without contexts and sequences.
    pub(crate) fn symmetric_ruleset(&mut self) -> Lgr {
        let mut lgr = Lgr::default();
        let groups: Vec<usize> = LETTERS.iter().map(|_| self.below(3)).collect();
        for (letter, group) in LETTERS.iter().zip(&groups) {
            let others = LETTERS.iter().zip(&groups).filter(|(other, of)| *of == group && *other != letter);
            let variants = others.map(|(&other, _)| Variant::new(other, Some("blocked".into()))).collect();
            lgr.data.push(Entry::Char(CharEntry { variants, ..CharEntry::new(*letter) }));
        }
        lgr
    }
}
