//! Several rulesets of one zone together: its *tables*.
//!
//! A label must fit one of them whole. Its variant set is the union of those that the tables give, so that
//! no two tables let look-alikes pass side by side.
//!
//! Main types: [`Tables`], [`LgrOutcome`], [`TableSet`], [`LabelCollision`].

mod coarse_key;
mod collision;
mod outcome;
#[cfg(feature = "policy")]
mod quick;
mod table_set;

use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use std::sync::OnceLock;

pub use collision::LabelCollision;
pub use outcome::LgrOutcome;
use outcome::VariantSummary;
#[cfg(feature = "policy")]
use quick::QuickTable;
pub use table_set::TableSet;

use crate::finding::{ArgumentName, Code, Finding};
use crate::label::Suffixes;
use crate::lgr::Lgr;
use crate::lgr::compile::{CompileError, CompiledLgr, MAX_TABLES};
use crate::lgr::evaluate::lookup::LabelLookup;
use crate::lgr::evaluate::{Evaluation, Judgement};
use crate::lgr::variants::Scratch;
use coarse_key::CoarseKeys;
use collision::Sources;

/// The compiled tables of a zone, each with the name by which reports call it.
///
/// ```
/// use ulabel::lgr::{Scratch, Tables, xml};
///
/// // U+0061 LATIN SMALL LETTER A; U+0430 CYRILLIC SMALL LETTER A, which only the second table knows
/// // to look like the other.
/// let latin = br#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data><char cp="0061"/></data></lgr>"#;
/// let cyrillic = br#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data>
///   <char cp="0061"><var cp="0061" type="out-of-repertoire-var"/></char>
///   <char cp="0430"><var cp="0061" type="blocked"/></char></data>
///   <rules><action disp="invalid" any-variant="out-of-repertoire-var"/></rules></lgr>"#;
/// let [latin, cyrillic] = [&latin[..], &cyrillic[..]].map(|text| xml::read(text, Default::default()).unwrap().lgr);
/// let tables = Tables::new([("latin", latin), ("cyrillic", cyrillic)]).unwrap();
/// assert_eq!(tables.fitting("a").iter().collect::<Vec<_>>(), [0]);
/// assert!(tables.fitting("aа").is_empty()); // no table has both
/// assert_eq!(tables.coarse_key("a"), tables.coarse_key("а")); // they may collide, and they do:
/// assert!(tables.collision("a", "а", &mut Scratch::new()).unwrap().is_some());
/// ```
#[derive(Debug)]
pub struct Tables {
    tables: Vec<CompiledLgr>,
    ids: Vec<Arc<str>>,
    /// The table made for index labels, such as the common table of the root zone.
    common: Option<CompiledLgr>,
    coarse_keys: CoarseKeys,
    /// For each table, the common one last, the sources of its mappings; made when first asked for.
    sources: Vec<OnceLock<Sources>>,
    suffixes: Suffixes,
    /// For each table, what takes its labels at a glance.
    #[cfg(feature = "policy")]
    quick: Vec<QuickTable>,
}

/// How much is asked of tables beside the findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Detail {
    /// Nothing: the findings alone.
    Findings,
    /// Which tables the label fits.
    Tables,
    /// Which tables the label fits, its index label, and how many variants it has.
    #[default]
    Variants,
}

impl Tables {
    /// Compiles tables, each with its name.
    ///
    /// # Errors
    ///
    /// As for [`CompiledLgr::new`], for any of them; and if they are more than [`MAX_TABLES`].
    pub fn new<N: Into<Arc<str>>>(tables: impl IntoIterator<Item = (N, Lgr)>) -> Result<Self, CompileError> {
        Self::of(tables, None)
    }

    /// Compiles tables, with index labels by a table made for that, such as the common table of the root
    /// zone. Its variant sets count for collisions like those of the others.
    ///
    /// # Errors
    ///
    /// As for [`Tables::new`].
    pub fn with_common<N: Into<Arc<str>>>(
        tables: impl IntoIterator<Item = (N, Lgr)>,
        common: &Lgr,
    ) -> Result<Self, CompileError> {
        Self::of(tables, Some(common))
    }

    fn of<N: Into<Arc<str>>>(
        tables: impl IntoIterator<Item = (N, Lgr)>,
        common: Option<&Lgr>,
    ) -> Result<Self, CompileError> {
        let (ids, lgrs): (Vec<Arc<str>>, Vec<Lgr>) =
            tables.into_iter().map(|(id, lgr)| (id.into(), lgr)).unzip();
        let tables = compile(&lgrs)?;
        let sources = tables.iter().map(|_| OnceLock::new()).chain(common.map(|_| OnceLock::new())).collect();
        Ok(Self {
            tables,
            ids,
            common: common.map(CompiledLgr::new).transpose()?,
            coarse_keys: CoarseKeys::new(lgrs.iter().chain(common)),
            sources,
            suffixes: suffixes(&lgrs),
            #[cfg(feature = "policy")]
            quick: lgrs.iter().map(|_| QuickTable::default()).collect(),
        })
    }

    /// The compiled tables, in the order given.
    #[must_use]
    pub fn tables(&self) -> &[CompiledLgr] {
        &self.tables
    }

    /// The names of the tables, in their order.
    #[must_use]
    pub fn ids(&self) -> &[Arc<str>] {
        &self.ids
    }

    fn table_id(&self, number: usize) -> &str {
        self.ids.get(number).map_or("", |id| id)
    }

    /// The table with this name.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&CompiledLgr> {
        let number = self.ids.iter().position(|known| **known == *id)?;
        self.tables.get(number)
    }

    /// The domains that the tables say they are for; the root zone is the one without labels. In a name that
    /// ends in one, the tables judge the label right before it.
    #[must_use]
    pub const fn suffixes(&self) -> &Suffixes {
        &self.suffixes
    }

    /// These tables, for these domains.
    #[cfg(feature = "policy")]
    pub(crate) fn with_suffixes(self, suffixes: Suffixes) -> Self {
        Self { suffixes, ..self }
    }

    /// True if something can be wrong with the variants of a label by one of these tables: they must be counted to find out.
    #[cfg(feature = "policy")]
    pub(crate) fn can_have_variant_findings(&self, mut numbers: impl Iterator<Item = usize>) -> bool {
        let asks = |table: &CompiledLgr| table.has_variants() && !table.has_only_simple_variants();
        numbers.any(|number| self.tables.get(number).is_some_and(asks))
    }

    /// True if any table has a variant.
    #[must_use]
    pub fn has_variants(&self) -> bool {
        self.tables.iter().any(CompiledLgr::has_variants)
    }

    /// The tables that the label fits whole.
    #[must_use]
    pub fn fitting(&self, label: &str) -> TableSet {
        let mut lookup = LabelLookup::default();
        let numbered = self.tables.iter().enumerate();
        numbered
            .filter(|(_, table)| table.is_eligible_in(label, &mut lookup))
            .map(|(number, _)| number)
            .collect()
    }

    /// Judges a label, in its U-label form, by every table. Adds the findings of the table that the outcome
    /// is of; lengths are the protocol's to judge, so findings about them are left out.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use ulabel::lgr::{Detail, Scratch, Tables, xml};
    ///
    /// let text = br#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data><char cp="0061"/></data></lgr>"#;
    /// let lgr = xml::read(text, Default::default()).unwrap().lgr;
    /// let tables = Arc::new(Tables::new([("a", lgr)]).unwrap());
    /// let mut findings = Vec::new();
    /// let outcome = tables.judge("aa", Detail::Variants, &mut Scratch::new(), &mut findings);
    /// assert!(outcome.is_eligible() && findings.is_empty());
    /// assert_eq!(outcome.index_label(), Some("aa"));
    /// ```
    pub fn judge(
        self: &Arc<Self>,
        label: &str,
        detail: Detail,
        scratch: &mut Scratch,
        findings: &mut Vec<Finding>,
    ) -> LgrOutcome {
        let mut fitting = TableSet::EMPTY;
        let mut closest: Option<(usize, Judgement)> = None;
        for (number, table) in self.tables.iter().enumerate() {
            let judgement = table.judge(label, &mut scratch.label);
            if judgement.is_eligible {
                fitting.insert(number);
            }
            let against = |judgement: &Judgement| (!judgement.is_eligible, judgement.failures.len());
            if closest.as_ref().is_none_or(|(_, best)| against(&judgement) < against(best)) {
                closest = Some((number, judgement));
            }
        }
        let Some((number, judgement)) = closest else {
            return self.outcome(label, 0, None, fitting, detail, scratch, findings);
        };
        let outcome = self.outcome(label, number, Some(&judgement), fitting, detail, scratch, findings);
        if !judgement.is_eligible || outcome.disposition() == "blocked" {
            let evaluation = self.evaluation_by(number, label, judgement, scratch);
            let named = |finding: Finding| finding.with(ArgumentName::Source, String::from(outcome.id()));
            findings.extend(self.findings_by(number, &evaluation).into_iter().map(named));
        }
        outcome
    }

    /// True if one table is seen at a glance to take the label; false if it does not, or if only
    /// [`Tables::judge_by`] tells.
    #[cfg(feature = "policy")]
    #[inline]
    pub(crate) fn takes_at_a_glance(&self, number: usize, label: &str) -> bool {
        let table = self.quick.get(number).zip(self.tables.get(number));
        table.is_some_and(|(quick, table)| quick.takes(table, label))
    }

    /// Judges a label by one table; none for a number that no table has.
    #[cfg(feature = "policy")]
    pub(crate) fn judge_by(&self, number: usize, label: &str, scratch: &mut Scratch) -> Option<Judgement> {
        self.tables.get(number).map(|table| table.judge(label, &mut scratch.label))
    }

    /// The reasons for the judgement of one table.
    #[cold]
    pub(crate) fn evaluation_by(
        &self,
        number: usize,
        label: &str,
        judgement: Judgement,
        scratch: &mut Scratch,
    ) -> Evaluation {
        let Some(table) = self.tables.get(number) else { return Evaluation::invalid() };
        scratch.label.look_up(table, label.chars());
        table.evaluation(judgement, &scratch.label)
    }

    /// The findings of an evaluation by one table, without those on lengths.
    pub(crate) fn findings_by(&self, number: usize, evaluation: &Evaluation) -> Vec<Finding> {
        let mut findings = self.tables.get(number).map_or_else(Vec::new, |table| table.findings(evaluation));
        findings.retain(|finding| !matches!(finding.code(), Code::EmptyLabel | Code::LabelTooLong));
        findings
    }

    /// The outcome of a label by the judgement of one table. Without a judgement the table takes the label, by its
    /// code points alone, if it is among `fitting`. Adds what is wrong with its variants.
    #[allow(clippy::too_many_arguments, reason = "it puts together what two callers have found in parts")]
    pub(crate) fn outcome(
        self: &Arc<Self>,
        label: &str,
        number: usize,
        judgement: Option<&Judgement>,
        fitting: TableSet,
        detail: Detail,
        scratch: &mut Scratch,
        findings: &mut Vec<Finding>,
    ) -> LgrOutcome {
        let table = self.tables.get(number);
        let is_eligible = fitting.has(number);
        let action = match judgement {
            Some(judgement) => judgement.action,
            None => table.filter(|_| is_eligible).and_then(|table| match table.table.has_reflexive() {
                true => table.judge(label, &mut scratch.label).action,
                // The last of the default actions makes a label valid.
                false => Some(table.action_count().saturating_sub(1)),
            }),
        };
        let passes = is_eligible || judgement.is_some_and(|judgement| judgement.failures.is_empty());
        let variants = table.and_then(|table| {
            let all = detail == Detail::Variants;
            if !all && !is_eligible {
                return None;
            }
            // A judgement by the only table has looked the label up there.
            if judgement.is_none() || self.tables.len() > 1 {
                scratch.label.look_up(table, label.chars());
            }
            // Whatever is asked for, a label has the same findings: only one whose variants come about in one way
            // each need not be counted. The walk that counts the others says so where it cannot follow a rule.
            if !all && !table.has_simulated_rules && table.has_simple_variants(&scratch.label) {
                return None;
            }
            let counts = if is_eligible { table.counts_of_eligible(scratch) } else { Ok(Default::default()) };
            let named =
                |finding: Finding| finding.with(ArgumentName::Source, String::from(self.table_id(number)));
            findings.extend(table.variant_finding(&counts).map(named));
            if !all {
                return None;
            }
            let mut index_label = String::new();
            let has_one = passes && self.index_label_by(table, label, scratch, &mut index_label);
            let index_label = has_one.then_some(index_label);
            Some(Box::new(VariantSummary { index_label, counts: counts.ok() }))
        });
        LgrOutcome { tables: self.clone(), table: number, action, is_eligible, fitting, variants }
    }

    /// Writes the index label of a label that passes in this table, in which it is looked up; false if there is none.
    fn index_label_by(
        &self,
        table: &CompiledLgr,
        label: &str,
        scratch: &mut Scratch,
        out: &mut String,
    ) -> bool {
        let Some(common) = &self.common else {
            table.index_label_of(&scratch.label, out);
            return true;
        };
        if !scratch.label.look_up(common, label.chars()) {
            return false;
        }
        common.index_label_of(&scratch.label, out);
        // No partition gives the empty label, unless all of it is mapped to nothing.
        !out.is_empty() || common.has_partition(&scratch.label)
    }

    /// Evaluates the label by each table.
    #[must_use]
    pub fn evaluate(&self, label: &str) -> Vec<Evaluation> {
        self.tables.iter().map(|table| table.evaluate(label)).collect()
    }

    /// The index label, by the first table that has the label by its code points and contexts, or by the common
    /// table; none for a label that no table has.
    ///
    /// It is a value to show: with sequences, contexts or several tables, labels that collide can have different
    /// ones. See [`Tables::coarse_key`].
    #[must_use]
    pub fn index_label(&self, label: &str) -> Option<String> {
        let mut index_label = String::new();
        self.index_label_into(label, &mut Scratch::new(), &mut index_label).then_some(index_label)
    }

    /// As [`Tables::index_label`], into memory that is used again; false if there is none.
    pub fn index_label_into(&self, label: &str, scratch: &mut Scratch, index_label: &mut String) -> bool {
        index_label.clear();
        let has = |table: &&CompiledLgr| {
            scratch.label.look_up(table, label.chars()) && table.passes(&scratch.label)
        };
        let table = self.tables.iter().find(has);
        table.is_some_and(|table| self.index_label_by(table, label, scratch, index_label))
    }

    /// The coarse key of a label, in its U-label form: a string that no variant mapping of any table changes. Labels
    /// that [collide](Self::collision) have the same; labels that have the same need not collide.
    ///
    /// Every string has one, whether a table takes it or not. Why, and which changes of a table change keys, is said in
    /// [the documentation of rulesets](crate::lgr#collisions).
    #[must_use]
    pub fn coarse_key(&self, label: &str) -> String {
        self.coarse_keys.key_of(label).collect()
    }

    /// What coarse keys are made of: each code point that does not stand for itself, with what stands for it.
    #[cfg(feature = "policy")]
    pub(crate) fn coarse_key_images(&self) -> impl Iterator<Item = (char, &[char])> {
        self.coarse_keys.images()
    }

    /// As [`Tables::coarse_key`], code point by code point.
    pub fn coarse_key_chars<'k>(&'k self, label: &'k str) -> impl Iterator<Item = char> + 'k {
        self.coarse_keys.key_of(label)
    }
}

fn compile(lgrs: &[Lgr]) -> Result<Vec<CompiledLgr>, CompileError> {
    if lgrs.len() > MAX_TABLES {
        return Err(CompileError::too_many_tables());
    }
    lgrs.iter().map(CompiledLgr::new).collect()
}

/// The domains that rulesets name as their scope.
fn suffixes(lgrs: &[Lgr]) -> Suffixes {
    let scopes = lgrs.iter().flat_map(|lgr| &lgr.metadata.scopes);
    scopes.filter(|scope| &*scope.kind == "domain").map(|scope| &*scope.value).collect()
}
