//! Labels judged as LGR Server does, with lgr-core 6.1.3.
//!
//! lgr-core takes a label apart in one way only, the longest entry first. Of each part it takes for the index label the
//! first code point of the least of the part and its variants, so that the rest of a sequence is lost; and the number of
//! variants is estimated as the product of what the parts have, whatever contexts say. Variants that are `invalid` are
//! listed with the others; their contexts are read with the left of the label substituted already.

use ulabel::lgr::{CompiledLgr, Part, VariantCount};

use super::judgement::{Judgement, LabelJudgement, Variant, too_many};
use super::label::ValidLabel;
use super::reply::{Failure, Refusal};
use super::right;
use super::store::LgrServer;
use super::target::{LabelAsked, What};
use crate::error::{Code, Problem};
use crate::workers::Deadline;

/// Labels that come out of substitutions, at most; one that comes out in several ways counts as often.
const MAX_SUBSTITUTED: usize = 100_000;

/// Answers a request.
pub(super) fn judge(
    server: &LgrServer,
    asked: &LabelAsked,
    deadline: Deadline,
) -> Result<Judgement, Failure> {
    let label = ValidLabel::read_compatible(&asked.label)?;
    let ruleset = server.ruleset(&asked.set, &asked.tag)?;
    let evaluation = ruleset.evaluate(&label.u_label);
    let not_eligible = || Refusal::not_found(format!("Invalid label '{}'", label.a_label));
    match &asked.what {
        What::Itself => {
            let parts = partition(&ruleset, &label.u_label);
            let index_label = parts.as_deref().and_then(|parts| index_label(parts, &label.u_label));
            // An error in one of the two leaves both without a value.
            let estimate = match (&index_label, &parts) {
                (Some(_), Some(parts)) => estimate(parts),
                _ => VariantCount::ZERO,
            };
            // The form for people is compared with that for the DNS.
            let is_index_label = index_label.as_deref() == Some(&label.u_label);
            let index = (index_label, is_index_label);
            Ok(LabelJudgement::new(label, &asked.tag, &evaluation, index, estimate).into())
        }
        _ if !evaluation.is_eligible() => Err(not_eligible().into()),
        What::Variants => {
            let parts = partition(&ruleset, &label.u_label).unwrap_or_default();
            let refusal = too_many(estimate(&parts), &label.a_label, server.options().max_variants);
            if let Some(refusal) = refusal {
                return Err(refusal.into());
            }
            let mut listed = right::list(&ruleset, &label, deadline)?;
            let mut found = Substituted { ruleset: &ruleset, deadline, labels: Vec::new() };
            found.go_on(&[], &label.u_label.chars().collect::<Vec<_>>())?;
            for other in found.labels {
                if other != label.u_label && !listed.iter().any(|variant| variant.u_label == other) {
                    listed.extend(Variant::with_disposition(&other, "invalid"));
                }
            }
            // A label in another case than its A-label is not recognized as itself.
            listed.extend(Variant::with_disposition(&label.u_label, &evaluation.disposition));
            listed.retain(|variant| variant.a_label != label.a_label);
            Ok(Judgement::Variants(listed))
        }
        What::Pair(other) => {
            let other = ValidLabel::read_compatible(other)?;
            let index = |u_label: &str| index_label(&partition(&ruleset, u_label)?, u_label);
            match (index(&label.u_label), index(&other.u_label)) {
                (Some(index), Some(other)) => Ok(Judgement::Pair(index == other)),
                _ => Err(Failure::NoAnswer),
            }
        }
    }
}

/// The parts of a label, at each place the longest whose context is given; none if there is a place without one.
fn partition(ruleset: &CompiledLgr, u_label: &str) -> Option<Vec<Part>> {
    let count = u_label.chars().count();
    let mut parts: Vec<Part> = Vec::new();
    while let Some(at) = Some(parts.last().map_or(0, |part| part.span.end())).filter(|at| *at < count) {
        parts.push(ruleset.parts_at(u_label, at).into_iter().rfind(|part| part.is_given)?);
    }
    Some(parts)
}

/// The index label of lgr-core as an A-label; none where it is no label by IDNA2008.
fn index_label(parts: &[Part], u_label: &str) -> Option<String> {
    let points: Vec<char> = u_label.chars().collect();
    let least = |part: &Part| {
        let variants = part.variants.iter().filter_map(|variant| variant.target.first());
        variants.chain(points.get(part.span.start())).min().copied()
    };
    let index: Option<String> = parts.iter().map(least).collect();
    ValidLabel::read(&index?).map(|index| index.a_label)
}

/// The number of variants as lgr-core estimates it.
fn estimate(parts: &[Part]) -> VariantCount {
    parts.iter().fold(VariantCount::from(1), |product, part| product.times(part.variants.len() as u64 + 1))
}

/// The labels that come out when parts are substituted by their variants, whatever actions say of them.
struct Substituted<'a> {
    ruleset: &'a CompiledLgr,
    deadline: Deadline,
    labels: Vec<String>,
}

impl Substituted<'_> {
    /// Substitutes in the rest of a label, behind a start in which that is done.
    fn go_on(&mut self, start: &[char], rest: &[char]) -> Result<(), Failure> {
        self.deadline.check()?;
        if self.labels.len() >= MAX_SUBSTITUTED {
            return Err(Problem::new(Code::WorkTimeout, "too many ways to substitute").into());
        }
        if rest.is_empty() {
            self.labels.push(start.iter().collect());
            return Ok(());
        }
        let label: String = start.iter().chain(rest).collect();
        for part in self.taken(&label, start.len()) {
            let (own, rest) = rest.split_at_checked(part.span.len()).unwrap_or((rest, &[]));
            let given = part.variants.iter().filter(|variant| variant.is_given);
            for choice in given.map(|variant| &*variant.target).chain([own]) {
                self.go_on(&[start, choice].concat(), rest)?;
            }
        }
        Ok(())
    }

    /// The parts that lgr-core takes at a place: those with variants whose contexts are given, or else the longest; and
    /// with each sequence all that is shorter, whatever its context.
    fn taken(&self, label: &str, place: usize) -> Vec<Part> {
        let mut parts = self.ruleset.parts_at(label, place);
        let is_first = |part: &Part| part.is_given && !part.variants.is_empty();
        if let Some(longest) = parts.iter().rposition(is_first) {
            parts.truncate(longest + 1);
        }
        parts
    }
}
