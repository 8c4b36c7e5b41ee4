//! Writes the table of coverage for the documentation.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use ulabel::policy::Status;

use super::derive::Made;
use super::inputs::{Cctld, Cldr};

pub(super) fn text(cctlds: &[Cctld], policies: &[Made], cldr: &Cldr) -> String {
    let both = || cctlds.iter().zip(policies);
    let count = |status: Status| policies.iter().filter(|made| made.policy.status == status).count();
    let members: BTreeSet<&str> = both()
        .filter(|(cctld, _)| cldr.territory(&cctld.iso3166).itu_member)
        .map(|(cctld, _)| cctld.iso3166.as_str())
        .collect();
    let published_members: BTreeSet<&str> = both()
        .filter(|(cctld, made)| {
            made.policy.status == Status::Published && cldr.territory(&cctld.iso3166).itu_member
        })
        .map(|(cctld, _)| cctld.iso3166.as_str())
        .collect();
    let mut text = String::from(
        "<!-- DO NOT EDIT: made by `cargo run --release --package ulabel-gen -- policies`. -->\n\n\
         # The policies that are built in\n\n\
         A *published* policy restates what the registry publishes, with its source. A *derived* one is a start\n\
         made from public data: the official languages of the territory and their letters (CLDR 48.2), the\n\
         script of the top-level domain, and what is known of the registry. **The registry has the last word.**\n\n",
    );
    let idn = cctlds.iter().filter(|cctld| cctld.is_idn()).count();
    // Writing to a String cannot fail.
    let _ = write!(
        text,
        "| | |\n|---|---:|\n| top-level domains | {} |\n| of these in scripts beyond ASCII | {idn} |\n\
         | published | {} |\n| derived | {} |\n| ITU Member States with a policy | {} |\n\
         | of these with a published policy for at least one of their domains | {} |\n\n",
        cctlds.len(),
        count(Status::Published),
        count(Status::Derived),
        members.len(),
        published_members.len(),
    );
    let mut by_region: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (cctld, made) in both() {
        let region = cldr.territory(&cctld.iso3166).region;
        let region = if region.is_empty() { "(none)".to_owned() } else { region };
        let counts = by_region.entry(region).or_default();
        match made.policy.status {
            Status::Published => counts.0 += 1,
            _ => counts.1 += 1,
        }
    }
    text.push_str("| region | published | derived |\n|---|---:|---:|\n");
    for (region, (published, derived)) in by_region {
        let _ = writeln!(text, "| {region} | {published} | {derived} |");
    }
    text.push_str(
        "\n| domain | territory | tables | scripts | status | certainty |\n|---|---|---:|---|---|---|\n",
    );
    for (cctld, made) in both() {
        let scripts: BTreeSet<&str> =
            made.policy.tables.iter().flat_map(|table| &table.scripts).map(|code| code.code()).collect();
        let scripts: Vec<&str> = scripts.into_iter().collect();
        let domain = if cctld.is_idn() {
            format!("{} (`{}`)", cctld.u_label, cctld.a_label)
        } else {
            cctld.u_label.clone()
        };
        let _ = writeln!(
            text,
            "| {domain} | {} | {} | {} | {} | {} |",
            cctld.territory,
            made.policy.tables.len(),
            scripts.join(" "),
            made.policy.status,
            made.policy.certainty.map_or("", |certainty| certainty.name()),
        );
    }
    text
}
