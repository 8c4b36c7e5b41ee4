//! Labels judged as RFC 7940 has it.

use ulabel::lgr::{BoundExceeded, CompiledLgr, VariantCount};

use super::judgement::{Judgement, LabelJudgement, Variant, too_many};
use super::label::ValidLabel;
use super::reply::{Failure, Refusal};
use super::store::LgrServer;
use super::target::{LabelAsked, What};
use crate::error::{Code, Problem};
use crate::workers::Deadline;

/// Answers a request.
pub(super) fn judge(
    server: &LgrServer,
    asked: &LabelAsked,
    deadline: Deadline,
) -> Result<Judgement, Failure> {
    let label = ValidLabel::read_or_refuse(&asked.label)?;
    let ruleset = server.ruleset(&asked.set, &asked.tag)?;
    let evaluation = ruleset.evaluate(&label.u_label);
    let not_eligible = || Refusal::not_found(format!("Invalid label '{}'", label.a_label));
    match &asked.what {
        What::Itself => {
            let index = ruleset.index_label(&label.u_label);
            let is_index_label = index.as_deref() == Some(&label.u_label);
            let index = index.and_then(|index| ValidLabel::read(&index)).map(|index| index.a_label);
            let count = if evaluation.is_eligible() { count(&ruleset, &label)? } else { VariantCount::ZERO };
            let index = (index, is_index_label);
            Ok(LabelJudgement::new(label, &asked.tag, &evaluation, index, count).into())
        }
        _ if !evaluation.is_eligible() => Err(not_eligible().into()),
        What::Variants => {
            let count = count(&ruleset, &label)?;
            if let Some(refusal) = too_many(count, &label.a_label, server.options().max_variants) {
                return Err(refusal.into());
            }
            list(&ruleset, &label, deadline).map(Judgement::Variants)
        }
        What::Pair(other) => {
            let other = ValidLabel::read_or_refuse(other)?;
            let index = ruleset.index_label(&label.u_label);
            Ok(Judgement::Pair(index.is_some() && index == ruleset.index_label(&other.u_label)))
        }
    }
}

/// The number of variants of an eligible label, itself counted with them.
fn count(ruleset: &CompiledLgr, label: &ValidLabel) -> Result<VariantCount, Failure> {
    let counts = ruleset.variant_counts(&label.u_label).map_err(bound)?;
    Ok(counts.total().plus(VariantCount::from(1)))
}

/// The variants of an eligible label that are labels by IDNA2008, in the order of their code points.
pub(super) fn list(
    ruleset: &CompiledLgr,
    label: &ValidLabel,
    deadline: Deadline,
) -> Result<Vec<Variant>, Failure> {
    let variants = ruleset.variants(&label.u_label).map_err(bound)?;
    let mut listed = Vec::new();
    for variant in &variants {
        deadline.check()?;
        listed.extend(Variant::new(&variant));
    }
    Ok(listed)
}

/// The failure of a ruleset that is made to take more work than there may be.
fn bound(bound: BoundExceeded) -> Failure {
    Problem::new(Code::WorkTimeout, bound.to_string()).into()
}
