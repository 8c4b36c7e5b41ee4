//! The tables that a check holds labels to, and what they say of one label.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ops::Range;

mod set;
mod union;

pub use set::LgrSet;

use super::{CompileError, Evaluation, Identifier, Lgr, Scratch, VariantCounts};
use crate::finding::{ArgumentName, Code, Finding};
use crate::label::Label;

/// One or more compiled tables of a zone, each with the name by which reports call it. A label must fit
/// one of them whole.
///
/// ```
/// use ulabel::lgr::{Scratch, Tables, xml};
///
/// let text = br#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data><char cp="0061"/></data></lgr>"#;
/// let lgr = xml::read(text, Default::default()).unwrap().lgr;
/// let tables = Tables::new([("a", lgr)]).unwrap();
/// let (outcome, findings) = tables.check("aa", &mut Scratch::new());
/// assert!(outcome.eligible && findings.is_empty());
/// assert_eq!(outcome.index_label.as_deref(), Some("aa"));
/// ```
#[derive(Debug)]
pub struct Tables {
    set: LgrSet,
    ids: Vec<Arc<str>>,
    /// The domains that the tables are for, each as its labels from the right.
    scopes: Vec<Vec<String>>,
}

/// What tables say of a label, whatever else is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LgrOutcome {
    /// The table that speaks: the first that the label fits, or else the one with the least against it.
    pub id: Arc<str>,
    /// Whether the label may be registered under that table.
    pub eligible: bool,
    /// The disposition of the label.
    pub disposition: Identifier,
    /// The action that gave it, counting the actions of the table in document order and then the five
    /// default ones; none when none was reached.
    pub action: Option<usize>,
    /// The label that stands for its variant set, over all tables (RFC 7940 §8.5); none for a label that
    /// fails by its code points or their contexts.
    pub index_label: Option<String>,
    /// How many variants there are by disposition; those that are `invalid` and the label itself left
    /// out. None if they are too many to be counted, which no published table reaches.
    pub variants: Option<VariantCounts>,
    /// The tables that the label fits; none when there is only one table.
    pub tables: Option<Vec<Arc<str>>>,
}

impl Tables {
    /// Compiles tables, each with its name.
    ///
    /// # Errors
    ///
    /// As for [`LgrSet::new`].
    pub fn new<N: Into<Arc<str>>>(tables: impl IntoIterator<Item = (N, Lgr)>) -> Result<Self, CompileError> {
        let (ids, lgrs): (Vec<Arc<str>>, Vec<Lgr>) =
            tables.into_iter().map(|(id, lgr)| (id.into(), lgr)).unzip();
        let set = LgrSet::new(&lgrs)?;
        let mut scopes: Vec<Vec<String>> = Vec::new();
        for scope in lgrs.iter().flat_map(|lgr| &lgr.metadata.scopes).filter(|scope| &*scope.kind == "domain")
        {
            let labels = scope.value.split('.').filter(|label| !label.is_empty());
            let labels: Vec<String> = labels.rev().map(str::to_ascii_lowercase).collect();
            if !scopes.contains(&labels) {
                scopes.push(labels);
            }
        }
        Ok(Self { set, ids, scopes })
    }

    /// The compiled tables.
    #[must_use]
    pub fn set(&self) -> &LgrSet {
        &self.set
    }

    /// The names of the tables, in their order.
    #[must_use]
    pub fn ids(&self) -> &[Arc<str>] {
        &self.ids
    }

    /// The domains that the tables say they are for, each as its labels from the right in lower case; the
    /// root zone is the one without labels.
    pub fn scopes(&self) -> impl Iterator<Item = &[String]> {
        self.scopes.iter().map(Vec::as_slice)
    }

    /// Which labels of a name the tables judge: the one right before a domain that they are for, or else
    /// every label.
    #[must_use]
    pub fn judged<'a>(
        &self,
        labels: impl DoubleEndedIterator<Item = &'a Label> + ExactSizeIterator + Clone,
    ) -> Range<usize> {
        let count = labels.len();
        let is =
            |label: &Label, scope: &str| label.u_label() == Some(scope) || label.a_label() == Some(scope);
        let ends_in = |scope: &Vec<String>| {
            scope.len() < count && labels.clone().rev().zip(scope).all(|(label, scope)| is(label, scope))
        };
        match self.scopes.iter().filter(|scope| ends_in(scope)).map(Vec::len).max() {
            Some(under) => count - under - 1..count - under,
            None => 0..count,
        }
    }

    /// What the tables say of a label in its U-label form, and the findings of the one that speaks.
    #[must_use]
    pub fn check(&self, label: &str, scratch: &mut Scratch) -> (LgrOutcome, Vec<Finding>) {
        let evaluations = self.set.evaluate(label, scratch);
        let speaks = speaker(&evaluations);
        let mut index_label = String::new();
        let has_index_label = self.set.index_label_into(label, scratch, &mut index_label);
        let several = self.ids.len() > 1;
        let tables = several.then(|| {
            let fits = self.ids.iter().zip(&evaluations).filter(|(_, evaluation)| evaluation.is_eligible());
            fits.map(|(id, _)| id.clone()).collect()
        });
        let id = self.ids.get(speaks).cloned().unwrap_or_else(|| "".into());
        let (table, evaluation) = (self.set.tables().get(speaks), evaluations.into_iter().nth(speaks));
        let (Some(table), Some(evaluation)) = (table, evaluation) else {
            // There are no tables, so there is none to fit.
            return (no_table(id, tables), Vec::new());
        };
        let mut findings = table.findings(&evaluation);
        // Its length is the protocol's to judge.
        findings.retain(|finding| !matches!(finding.code(), Code::EmptyLabel | Code::LabelTooLong));
        let findings = findings.into_iter();
        let findings =
            findings.map(|finding| finding.with(ArgumentName::Source, String::from(&*id))).collect();
        let variants = table.variant_counts_with(label, scratch).ok();
        let eligible = evaluation.is_eligible();
        let Evaluation { disposition, action, .. } = evaluation;
        let index_label = has_index_label.then_some(index_label);
        (LgrOutcome { id, eligible, disposition, action, index_label, variants, tables }, findings)
    }

    /// The number of the table that speaks of a label: the first that it fits, or else the one with the
    /// least against it.
    #[must_use]
    pub fn speaker(&self, label: &str, scratch: &mut Scratch) -> usize {
        speaker(&self.set.evaluate(label, scratch))
    }
}

fn speaker(evaluations: &[Evaluation]) -> usize {
    let against = |evaluation: &Evaluation| (!evaluation.is_eligible(), evaluation.failures.len());
    let least = evaluations.iter().enumerate().min_by_key(|(_, evaluation)| against(evaluation));
    least.map_or(0, |(number, _)| number)
}

fn no_table(id: Arc<str>, tables: Option<Vec<Arc<str>>>) -> LgrOutcome {
    LgrOutcome {
        id,
        eligible: false,
        disposition: "invalid".into(),
        action: None,
        index_label: None,
        variants: None,
        tables,
    }
}
