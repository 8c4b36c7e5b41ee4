//! Several rulesets of one zone together: its *tables*.
//!
//! A label must fit one of them whole. Variant sets and index labels run over the variant relations of all
//! of them together, so that no two tables let look-alikes pass side by side.
//!
//! Main types: [`Tables`], [`LgrOutcome`], [`TableSet`].

mod outcome;
mod table_set;
mod union;

use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

pub use outcome::LgrOutcome;
use outcome::VariantSummary;
pub use table_set::TableSet;
use union::union;

use crate::finding::{ArgumentName, Code, Finding};
use crate::label::Suffixes;
use crate::lgr::Lgr;
use crate::lgr::compile::{CompileError, CompiledLgr, MAX_TABLES};
use crate::lgr::evaluate::lookup::LabelLookup;
use crate::lgr::evaluate::{Evaluation, Judgement};
use crate::lgr::variants::Scratch;

/// The compiled tables of a zone, each with the name by which reports call it.
///
/// ```
/// use ulabel::lgr::{Scratch, Tables, xml};
///
/// // U+0061 LATIN SMALL LETTER A; U+0430 CYRILLIC SMALL LETTER A, which only the second table knows
/// // to look like the other.
/// let latin = br#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data><char cp="0061"/></data></lgr>"#;
/// let cyrillic = br#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data>
///   <char cp="0430"><var cp="0061" type="blocked"/></char></data></lgr>"#;
/// let [latin, cyrillic] = [&latin[..], &cyrillic[..]].map(|text| xml::read(text, Default::default()).unwrap().lgr);
/// let tables = Tables::new([("latin", latin), ("cyrillic", cyrillic)]).unwrap();
/// assert_eq!(tables.fitting("a").iter().collect::<Vec<_>>(), [0]);
/// assert!(tables.fitting("aа").is_empty()); // no table has both
/// assert_eq!(tables.index_label("a"), tables.index_label("а"));
/// ```
#[derive(Debug)]
pub struct Tables {
    tables: Vec<CompiledLgr>,
    ids: Vec<Arc<str>>,
    /// What index labels are computed with; none if the one table does it, or if no table has a variant.
    index: Option<CompiledLgr>,
    suffixes: Suffixes,
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
        let (ids, lgrs): (Vec<Arc<str>>, Vec<Lgr>) =
            tables.into_iter().map(|(id, lgr)| (id.into(), lgr)).unzip();
        let compiled = compile(&lgrs)?;
        let has_variants = compiled.iter().any(CompiledLgr::has_variants);
        let index = match &*lgrs {
            several @ [_, _, ..] if has_variants => Some(CompiledLgr::new(&union(several)?)?),
            _ => None,
        };
        Ok(Self { tables: compiled, ids, index, suffixes: suffixes(&lgrs) })
    }

    /// Compiles tables, with index labels by a table made for that, such as the common table of the root
    /// zone.
    ///
    /// # Errors
    ///
    /// As for [`Tables::new`].
    pub fn with_common<N: Into<Arc<str>>>(
        tables: impl IntoIterator<Item = (N, Lgr)>,
        common: &Lgr,
    ) -> Result<Self, CompileError> {
        let (ids, lgrs): (Vec<Arc<str>>, Vec<Lgr>) =
            tables.into_iter().map(|(id, lgr)| (id.into(), lgr)).unzip();
        let index = Some(CompiledLgr::new(common)?);
        Ok(Self { tables: compile(&lgrs)?, ids, index, suffixes: suffixes(&lgrs) })
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
            return self.outcome(label, 0, None, fitting, detail, scratch);
        };
        let outcome = self.outcome(label, number, Some(&judgement), fitting, detail, scratch);
        if !judgement.is_eligible || outcome.disposition() == "blocked" {
            let evaluation = self.evaluation_by(number, label, judgement, scratch);
            let named = |finding: Finding| finding.with(ArgumentName::Source, String::from(outcome.id()));
            findings.extend(self.findings_by(number, &evaluation).into_iter().map(named));
        }
        outcome
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

    /// The outcome of a label for which one table speaks, by its judgement; without one the table takes the
    /// label by its code points alone if it is among `fitting`.
    pub(crate) fn outcome(
        self: &Arc<Self>,
        label: &str,
        number: usize,
        judgement: Option<&Judgement>,
        fitting: TableSet,
        detail: Detail,
        scratch: &mut Scratch,
    ) -> LgrOutcome {
        let table = self.tables.get(number);
        let is_eligible = fitting.has(number);
        let action = match judgement {
            Some(judgement) => judgement.action,
            // The last of the default actions makes a label valid.
            None => table.filter(|_| is_eligible).map(|table| table.action_count().saturating_sub(1)),
        };
        let passes = is_eligible || judgement.is_some_and(|judgement| judgement.failures.is_empty());
        let variants = table.filter(|_| detail == Detail::Variants).map(|table| {
            scratch.label.look_up(table, label.chars());
            let counts =
                if is_eligible { table.counts_of_eligible(scratch).ok() } else { Some(Default::default()) };
            let index_label = passes.then(|| self.index_label_of_passing(label, scratch)).flatten();
            Box::new(VariantSummary { index_label, counts })
        });
        LgrOutcome { tables: self.clone(), table: number, action, is_eligible, fitting, variants }
    }

    /// The index label of a label that passes in the one table, in which it is looked up, or in one of several.
    fn index_label_of_passing(&self, label: &str, scratch: &mut Scratch) -> Option<String> {
        let mut index_label = String::new();
        match (&self.index, &*self.tables) {
            (Some(index), _) => {
                scratch.label.look_up(index, label.chars()).then(|| {
                    index.index_label_of(&scratch.label, &mut index_label);
                })?;
                // No partition gives the empty label, unless all of it is mapped to nothing.
                let is_label = !index_label.is_empty() || index.has_partition(&scratch.label);
                is_label.then_some(index_label)
            }
            (None, [table]) => {
                table.index_label_of(&scratch.label, &mut index_label);
                Some(index_label)
            }
            // Without variants a label stands for itself.
            (None, _) => Some(label.into()),
        }
    }

    /// What each table says of the label.
    #[must_use]
    pub fn evaluate(&self, label: &str) -> Vec<Evaluation> {
        self.tables.iter().map(|table| table.evaluate(label)).collect()
    }

    /// The index label over all tables; none for a label that no table has by its code points and
    /// contexts.
    #[must_use]
    pub fn index_label(&self, label: &str) -> Option<String> {
        let mut index_label = String::new();
        self.index_label_into(label, &mut Scratch::new(), &mut index_label).then_some(index_label)
    }

    /// As [`Tables::index_label`], into memory that is used again; false if there is none.
    pub fn index_label_into(&self, label: &str, scratch: &mut Scratch, index_label: &mut String) -> bool {
        let Some(index) = &self.index else {
            return self.tables.iter().any(|table| table.index_label_into(label, scratch, index_label));
        };
        index_label.clear();
        let passes = self
            .tables
            .iter()
            .any(|table| scratch.label.look_up(table, label.chars()) && table.passes(&scratch.label));
        if passes && scratch.label.look_up(index, label.chars()) {
            index.index_label_of(&scratch.label, index_label);
        }
        // No partition gives the empty label, unless all of it is mapped to nothing.
        passes && (!index_label.is_empty() || index.has_partition(&scratch.label))
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
