//! Labels that collide: the exact test.
//!
//! Two labels collide if one is in the variant set of the other, or both are in that of a third label, over
//! all tables of the zone. A variant set is the union of the sets that the tables give; what is connected by a
//! chain of labels only does not collide.
//!
//! A third label is looked for backwards, from both labels at once: for each place of a label the entries are
//! known that can have given what stands there, so that two ways through entries which spell the same are a
//! candidate. Each candidate is then asked for both labels. The number of candidates can grow with the product
//! of the choices at each place, and without bound where code points are mapped to nothing, so the work on
//! a pair is bounded; when the bound is reached, that is said and not "no".

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use std::collections::{HashMap, HashSet};

use super::Tables;
use crate::lgr::compile::CompiledLgr;
use crate::lgr::compile::limits::{BoundExceeded, MAX_COLLISION_WORK, MAX_LABEL, MAX_VANISHING, Work};
use crate::lgr::variants::{Relation, Scratch};

/// How a label collides with another.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LabelCollision {
    /// It is in the variant set of the other.
    IsVariant {
        /// The first table that says so.
        table: Arc<str>,
        /// How it is a variant.
        relation: Relation,
    },
    /// The other is in its variant set, and it is not in that of the other.
    HasVariant {
        /// The first table that says so.
        table: Arc<str>,
        /// How the other is a variant.
        relation: Relation,
    },
    /// Neither is in the variant set of the other, and both are in that of a third label.
    SharedOriginal {
        /// The third label.
        original: String,
        /// The tables that say so, of this label and of the other.
        tables: [Arc<str>; 2],
    },
}

/// The places of two labels among the tables that judge collisions.
type Pair = [usize; 2];

impl Tables {
    /// Tells whether two labels, as U-labels, collide, and how; none if they do not, or if they are one label.
    ///
    /// Labels whose [coarse keys](Self::coarse_key) differ do not collide.
    ///
    /// ```
    /// use ulabel::lgr::{LabelCollision, Scratch, Tables, xml};
    ///
    /// // "o" has two variants, and no other letter has any.
    /// let text = br#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data><char cp="0061"/><char cp="0062"/>
    ///   <char cp="006F"><var cp="0061" type="blocked"/><var cp="0062" type="blocked"/></char></data></lgr>"#;
    /// let lgr = xml::read(text, Default::default())?.lgr;
    /// let tables = Tables::new([("o", lgr)])?;
    /// let mut scratch = Scratch::new();
    /// let collision = tables.collision("o", "a", &mut scratch)?;
    /// assert!(matches!(collision, Some(LabelCollision::HasVariant { .. })));
    /// let collision = tables.collision("aa", "bb", &mut scratch)?;
    /// assert!(matches!(collision, Some(LabelCollision::SharedOriginal { original, .. }) if original == "oo"));
    /// assert_eq!(tables.collision("a", "aa", &mut scratch)?, None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the tables are made so that this cannot be told within the bounds of time and memory.
    pub fn collision(
        &self,
        label: &str,
        other: &str,
        scratch: &mut Scratch,
    ) -> Result<Option<LabelCollision>, BoundExceeded> {
        if label == other || !self.coarse_key_chars(label).eq(self.coarse_key_chars(other)) {
            return Ok(None);
        }
        self.collision_within(label, other, scratch, &mut Work::new(MAX_COLLISION_WORK))
    }

    /// How two labels that share a coarse key collide. The work is taken from `work`.
    pub(crate) fn collision_within(
        &self,
        label: &str,
        other: &str,
        scratch: &mut Scratch,
        work: &mut Work,
    ) -> Result<Option<LabelCollision>, BoundExceeded> {
        for (original, variant, is_variant) in [(other, label, true), (label, other, false)] {
            for (number, table) in self.judges_of_collisions().enumerate() {
                if !table.has_variant(original, variant, scratch, work)? {
                    continue;
                }
                let table_name = self.judge_name(number);
                let relation = table.relation_with(original, variant, scratch)?;
                return Ok(relation.map(|relation| match is_variant {
                    true => LabelCollision::IsVariant { table: table_name, relation },
                    false => LabelCollision::HasVariant { table: table_name, relation },
                }));
            }
        }
        let shared = self.shared_original(label, other, scratch, work)?;
        Ok(shared.map(|(original, tables)| LabelCollision::SharedOriginal {
            original,
            tables: tables.map(|number| self.judge_name(number)),
        }))
    }

    /// True if two labels that share a coarse key collide. The work is taken from `work`.
    pub(crate) fn collides(
        &self,
        label: &str,
        other: &str,
        scratch: &mut Scratch,
        work: &mut Work,
    ) -> Result<bool, BoundExceeded> {
        for table in self.judges_of_collisions() {
            if table.has_variant(label, other, scratch, work)?
                || table.has_variant(other, label, scratch, work)?
            {
                return Ok(true);
            }
        }
        Ok(self.shared_original(label, other, scratch, work)?.is_some())
    }

    /// The tables whose variant sets count: those of the zone, and the one made for index labels.
    fn judges_of_collisions(&self) -> impl Iterator<Item = &CompiledLgr> {
        self.tables.iter().chain(&self.common)
    }

    fn judge_name(&self, number: usize) -> Arc<str> {
        self.ids.get(number).cloned().unwrap_or_else(|| "common".into())
    }

    /// A label of whose variants both are, and the tables that say so. The answer does not depend on which of the two
    /// labels comes first, where a bound is reached neither.
    fn shared_original(
        &self,
        label: &str,
        other: &str,
        scratch: &mut Scratch,
        work: &mut Work,
    ) -> Result<Option<(String, Pair)>, BoundExceeded> {
        if label <= other {
            return self.shared_original_in_order(label, other, scratch, work);
        }
        let shared = self.shared_original_in_order(other, label, scratch, work)?;
        Ok(shared.map(|(original, [own, other])| (original, [other, own])))
    }

    fn shared_original_in_order(
        &self,
        label: &str,
        other: &str,
        scratch: &mut Scratch,
        work: &mut Work,
    ) -> Result<Option<(String, Pair)>, BoundExceeded> {
        let judges: Vec<&CompiledLgr> = self.judges_of_collisions().collect();
        let sides = |label: &str, scratch: &mut Scratch| -> Vec<(usize, Side)> {
            let side = |(number, table): (usize, &&CompiledLgr)| {
                let sources = self.sources.get(number)?.get_or_init(|| Sources::new(table));
                Some((number, Side::new(table, sources, label, scratch)?))
            };
            judges.iter().enumerate().filter_map(side).collect()
        };
        let (own, others) = (sides(label, scratch), sides(other, scratch));
        let mut is_decided = true;
        for (first, side) in &own {
            for (second, opposite) in &others {
                let (Some(table), Some(other_table)) = (judges.get(*first), judges.get(*second)) else {
                    continue;
                };
                let mut accepts = |candidate: &str, work: &mut Work| {
                    Ok(table.has_variant(candidate, label, scratch, work)?
                        && other_table.has_variant(candidate, other, scratch, work)?)
                };
                // Labels with code points that are mapped to nothing come last, since there are so many.
                for vanishing in 0..=MAX_VANISHING {
                    let mut search = Search {
                        sides: [side, opposite],
                        label: Vec::new(),
                        tried: HashSet::new(),
                        dead: HashSet::new(),
                        vanishing,
                        is_limited: false,
                        work,
                    };
                    match search.step([0, 0], [0, 0], &mut accepts) {
                        Ok(Found::Original(original)) => return Ok(Some((original, [*first, *second]))),
                        Ok(_) if !search.is_limited => break,
                        Ok(_) => is_decided &= vanishing < MAX_VANISHING,
                        Err(BoundExceeded) => {
                            is_decided = false;
                            break;
                        }
                    }
                }
            }
        }
        if is_decided { Ok(None) } else { Err(BoundExceeded) }
    }
}

/// The entries of a table that are mapped to something else, by what they are mapped to.
#[derive(Debug)]
pub(super) struct Sources {
    /// By the first code point of the target: targets, each with its source.
    by_target: HashMap<char, Vec<[Vec<char>; 2]>>,
    /// What is mapped to nothing.
    vanishing: Vec<Vec<char>>,
}

impl Sources {
    fn new(table: &CompiledLgr) -> Self {
        let mut sources = Self { by_target: HashMap::new(), vanishing: Vec::new() };
        table.table.for_each_mapping(|source, target| match target.first() {
            Some(&first) => {
                sources.by_target.entry(first).or_default().push([target.into(), source.into()]);
            }
            None => sources.vanishing.push(source.into()),
        });
        sources
    }
}

/// A label and the entries that it can come from, place by place.
struct Side {
    /// For each place, the end included: sources, each with the number of code points that it gives.
    pieces: Vec<Vec<(Vec<char>, usize)>>,
}

impl Side {
    /// None if the label is in no variant set of the table: its own code points must pass (RFC 7940 section 8.3,
    /// step 1), and it must be made of what entries give.
    fn new(table: &CompiledLgr, sources: &Sources, label: &str, scratch: &mut Scratch) -> Option<Self> {
        if !scratch.label.look_up(table, label.chars()) || !table.passes(&scratch.label) {
            return None;
        }
        let points = &scratch.label.points;
        let mut pieces = Vec::with_capacity(points.len() + 1);
        for at in 0..=points.len() {
            let rest = points.get(at..).unwrap_or_default();
            // Unchanged code points first: the label sought is likely near.
            let mut here: Vec<(Vec<char>, usize)> = Vec::new();
            for (len, _) in table.matching(&scratch.label, at) {
                here.push((rest.get(..len).unwrap_or_default().into(), len));
            }
            let mapped = rest.first().and_then(|first| sources.by_target.get(first));
            for [target, source] in mapped.into_iter().flatten() {
                if rest.starts_with(target) {
                    here.push((source.clone(), target.len()));
                }
            }
            here.extend(sources.vanishing.iter().map(|source| (source.clone(), 0)));
            pieces.push(here);
        }
        // Pieces that do not lead to the end are of no use.
        let mut leads = alloc::vec![false; pieces.len()];
        if let Some(end) = leads.last_mut() {
            *end = true;
        }
        for at in (0..pieces.len()).rev() {
            let here = pieces.get_mut(at)?;
            here.retain(|(_, len)| *len == 0 || leads.get(at + len) == Some(&true));
            let is_on_a_way = here.iter().any(|(_, len)| *len > 0) || at == points.len();
            *leads.get_mut(at)? = is_on_a_way;
        }
        (leads.first() == Some(&true)).then_some(Self { pieces })
    }
}

/// The result of one step of the search.
enum Found {
    Original(String),
    /// Candidates that were not accepted, or ways that were not gone to their end.
    Candidates,
    /// No way leads to the end of both labels.
    Nothing,
}

/// A search for labels that two ways through entries spell alike.
struct Search<'a> {
    sides: [&'a Side; 2],
    /// The label so far.
    label: Vec<char>,
    tried: HashSet<Vec<char>>,
    /// Places from which nothing leads to the end: those in the two labels, which side lags behind, and what the
    /// other side has spelt beyond it.
    dead: HashSet<(Pair, bool, Vec<char>)>,
    /// The code points mapped to nothing that may still be put in.
    vanishing: usize,
    /// True if more of them could have been put in.
    is_limited: bool,
    work: &'a mut Work,
}

impl Search<'_> {
    /// Goes on from places in both labels, with the number of code points that each side has spelt.
    fn step(
        &mut self,
        at: Pair,
        spelt: Pair,
        accepts: &mut impl FnMut(&str, &mut Work) -> Result<bool, BoundExceeded>,
    ) -> Result<Found, BoundExceeded> {
        self.work.spend(1)?;
        let [own, other] = spelt;
        let ends =
            |side: usize| at.get(side).copied() == self.sides.get(side).map(|side| side.pieces.len() - 1);
        let is_end = own == other && ends(0) && ends(1);
        let mut is_candidate = false;
        if is_end && !self.label.is_empty() {
            is_candidate = true;
            if self.tried.insert(self.label.clone()) {
                let candidate: String = self.label.iter().collect();
                if accepts(&candidate, self.work)? {
                    return Ok(Found::Original(candidate));
                }
            }
        }
        let lagging = usize::from(own > other);
        let mut is_dead = true;
        // Where both have spelt the same, the other may go first, with what this one maps to nothing: then it is
        // known to be there, and need not be guessed.
        if own == other
            && let Some(found) = self.other_first(at, spelt, &mut is_dead, accepts)?
        {
            return Ok(found);
        }
        let (place, from) = (at.get(lagging).copied().unwrap_or(0), own.min(other));
        let ahead = self.label.get(from..).unwrap_or_default().to_vec();
        let state = (at, own > other, ahead);
        if self.dead.contains(&state) {
            return Ok(if is_candidate { Found::Candidates } else { Found::Nothing });
        }
        let pieces =
            self.sides.get(lagging).and_then(|side| side.pieces.get(place)).map_or(&[][..], Vec::as_slice);
        for (source, len) in pieces {
            let ahead = &state.2;
            let common = source.len().min(ahead.len());
            if source.get(..common) != ahead.get(..common) {
                continue;
            }
            // What the other side has spelt is no guess.
            let is_guess = *len == 0 && source.len() > common;
            if is_guess && self.vanishing == 0 {
                (self.is_limited, is_dead) = (true, false);
                continue;
            }
            if from + source.len() > MAX_LABEL {
                is_dead = false;
                continue;
            }
            let before = self.label.len();
            self.label.extend(source.iter().skip(common));
            let (mut next_at, mut next_spelt) = (at, spelt);
            if let (Some(place), Some(count)) = (next_at.get_mut(lagging), next_spelt.get_mut(lagging)) {
                *place += len;
                *count += source.len();
            }
            self.vanishing -= usize::from(is_guess);
            let found = self.step(next_at, next_spelt, accepts)?;
            self.vanishing += usize::from(is_guess);
            self.label.truncate(before);
            match found {
                Found::Original(_) => return Ok(found),
                Found::Candidates => is_dead = false,
                Found::Nothing => {}
            }
        }
        if is_dead {
            self.dead.insert(state);
        }
        Ok(if is_dead && !is_candidate { Found::Nothing } else { Found::Candidates })
    }

    /// Goes on with what stands at a place of the second side and is mapped to nothing on the first. Returns what ends
    /// the search; `is_dead` becomes false if ways may go on here.
    fn other_first(
        &mut self,
        at: Pair,
        spelt: Pair,
        is_dead: &mut bool,
        accepts: &mut impl FnMut(&str, &mut Work) -> Result<bool, BoundExceeded>,
    ) -> Result<Option<Found>, BoundExceeded> {
        let ([first, second], [own_place, other_place]) = (self.sides, at);
        let [own_spelt, other_spelt] = spelt;
        let (Some(own), Some(pieces)) = (first.pieces.get(own_place), second.pieces.get(other_place)) else {
            return Ok(None);
        };
        for (source, len) in pieces.iter().filter(|(_, len)| *len > 0) {
            if !own.iter().any(|(vanishing, len)| *len == 0 && vanishing == source) {
                continue;
            }
            let before = self.label.len();
            if before + source.len() > MAX_LABEL {
                *is_dead = false;
                continue;
            }
            self.label.extend(source);
            let found =
                self.step([own_place, other_place + len], [own_spelt, other_spelt + source.len()], accepts)?;
            self.label.truncate(before);
            match found {
                Found::Original(_) => return Ok(Some(found)),
                Found::Candidates => *is_dead = false,
                Found::Nothing => {}
            }
        }
        Ok(None)
    }
}
