//! Writes the table of coverage for the documentation.

use std::collections::{BTreeMap, BTreeSet};

use ulabel::policy::Status;

use super::GENERATED;
use super::derive::Made;
use super::inputs::{Cctld, Cldr};

pub(super) fn text(cctlds: &[Cctld], policies: &[Made], cldr: &Cldr) -> Result<String, String> {
    let count = |status: Status| policies.iter().filter(|made| made.policy.status == status).count();
    let (mut members, mut published_members) = (BTreeSet::new(), BTreeSet::new());
    let mut by_region: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (cctld, made) in cctlds.iter().zip(policies) {
        let territory = cldr.territory(&cctld.iso3166)?;
        let is_published = made.policy.status == Status::Published;
        if territory.itu_member {
            members.insert(&cctld.iso3166);
            published_members.extend(is_published.then_some(&cctld.iso3166));
        }
        let region = if territory.region.is_empty() { "(none)" } else { &territory.region };
        let (published, derived) = by_region.entry(region).or_default();
        *(if is_published { published } else { derived }) += 1;
    }
    let mut text = format!(
        "<!-- {GENERATED} -->\n\n\
         # The policies that are built in\n\n\
         A *published* policy restates what the registry publishes, with its source. A *derived* one is a start\n\
         made from public data: the official languages of the territory and their letters (CLDR 48.2), the\n\
         script of the top-level domain, and what is known of the registry. **The registry has the last word.**\n\n\
         | | |\n|---|---:|\n| top-level domains | {} |\n| of these in scripts beyond ASCII | {} |\n\
         | published | {} |\n| derived | {} |\n| ITU Member States with a policy | {} |\n\
         | of these with a published policy for at least one of their domains | {} |\n\n",
        cctlds.len(),
        cctlds.iter().filter(|cctld| cctld.is_idn()).count(),
        count(Status::Published),
        count(Status::Derived),
        members.len(),
        published_members.len(),
    );
    text.push_str("| region | published | derived |\n|---|---:|---:|\n");
    for (region, (published, derived)) in by_region {
        text += &format!("| {region} | {published} | {derived} |\n");
    }
    text.push_str(
        "\n| domain | territory | tables | scripts | status | certainty |\n|---|---|---:|---|---|---|\n",
    );
    for (cctld, made) in cctlds.iter().zip(policies) {
        let scripts: BTreeSet<&str> =
            made.policy.tables.iter().flat_map(|table| &table.scripts).map(|code| code.code()).collect();
        let scripts: Vec<&str> = scripts.into_iter().collect();
        let domain = if cctld.is_idn() {
            format!("{} (`{}`)", cctld.u_label, cctld.a_label)
        } else {
            cctld.u_label.clone()
        };
        text += &format!(
            "| {domain} | {} | {} | {} | {} | {} |\n",
            cctld.territory,
            made.policy.tables.len(),
            scripts.join(" "),
            made.policy.status,
            made.policy.certainty.map_or("", |certainty| certainty.name()),
        );
    }
    Ok(text)
}
