//! Labels judged as LGR Server does, with lgr-core 6.1.3.
//!
//! lgr-core takes a label apart in one way only, the longest entry first. Of each part it takes for the index label the
//! first code point of the least of the part and its variants, so that the rest of a sequence is lost; and the number of
//! variants is estimated as the product of what the parts have, whatever contexts say.

use ulabel::lgr::{CompiledLgr, Part, VariantCount};

use super::judgement::{Judgement, LabelJudgement, Variant, failed_code_points, number, too_many};
use super::label::ValidLabel;
use super::reply::{Failure, Refusal};
use super::right;
use super::store::LgrServer;
use super::target::{LabelAsked, What};
use crate::workers::Deadline;

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
            let index = index_label(&ruleset, &label.u_label).and_then(|index| ValidLabel::read(&index));
            let index = index.map(|index| index.a_label);
            let parts = ruleset.partition(&label.u_label).filter(|_| index.is_some());
            Ok(Judgement::Label(Box::new(LabelJudgement {
                code_points: label.code_points(),
                tag: asked.tag.clone(),
                invalid_code_points: failed_code_points(&label.u_label, &evaluation),
                eligible: evaluation.is_eligible(),
                disposition: evaluation.disposition.to_string(),
                // The form for people is compared with that for the DNS.
                is_index_label: index.as_deref() == Some(&label.u_label),
                index_label: index,
                approx_variants: number(parts.map_or(VariantCount::ZERO, |parts| estimate(&parts))),
                u_label: label.u_label,
                a_label: label.a_label,
            })))
        }
        _ if !evaluation.is_eligible() => Err(not_eligible().into()),
        What::Variants => {
            let parts = ruleset.partition(&label.u_label).unwrap_or_default();
            let refusal = too_many(estimate(&parts), &label.a_label, server.options().max_variants);
            if let Some(refusal) = refusal {
                return Err(refusal.into());
            }
            let mut listed = right::list(&ruleset, &label, deadline)?;
            for other in substituted(&parts, &label.u_label, deadline)? {
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
            match (index_label(&ruleset, &label.u_label), index_label(&ruleset, &other.u_label)) {
                (Some(index), Some(other)) => Ok(Judgement::Pair(index == other)),
                _ => Err(Failure::NoAnswer),
            }
        }
    }
}

/// The index label of lgr-core.
fn index_label(ruleset: &CompiledLgr, u_label: &str) -> Option<String> {
    let points: Vec<char> = u_label.chars().collect();
    let least = |part: Part| {
        let own = points.get(part.span.range()).unwrap_or_default().first().copied();
        let given = part.variants.into_iter().filter(|variant| variant.is_given);
        given.filter_map(|variant| variant.target.first().copied()).chain(own).min()
    };
    ruleset.partition(u_label)?.into_iter().map(least).collect()
}

/// The number of variants as lgr-core estimates it.
fn estimate(parts: &[Part]) -> VariantCount {
    parts.iter().fold(VariantCount::from(1), |product, part| product.times(part.variants.len() as u64 + 1))
}

/// The labels that come out when parts are substituted by their variants, whatever rules say of them.
fn substituted(parts: &[Part], u_label: &str, deadline: Deadline) -> Result<Vec<String>, Failure> {
    let points: Vec<char> = u_label.chars().collect();
    let mut labels = vec![String::new()];
    for part in parts {
        deadline.check()?;
        let own = points.get(part.span.range()).unwrap_or_default();
        let given = part.variants.iter().filter(|variant| variant.is_given);
        let choices: Vec<&[char]> = given.map(|variant| &*variant.target).chain([own]).collect();
        let longer = |label: &String| {
            choices
                .iter()
                .map(|choice| label.chars().chain(choice.iter().copied()).collect())
                .collect::<Vec<_>>()
        };
        labels = labels.iter().flat_map(longer).collect();
    }
    Ok(labels)
}
