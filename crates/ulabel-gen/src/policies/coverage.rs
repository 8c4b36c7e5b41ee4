//! Writes the table of coverage for the documentation.

use std::collections::BTreeSet;

use ulabel::policy::{IdnOffered, Policy, Status};

use super::GENERATED;
use super::derive::Made;
use super::inputs::{Cctld, Cldr};

pub(super) fn text(cctlds: &[Cctld], policies: &[Made], cldr: &Cldr) -> Result<String, String> {
    let registry = |made: &&Made, offered: IdnOffered| made.registry.idn_offered == Some(offered);
    let count = |offered: IdnOffered| policies.iter().filter(|made| registry(made, offered)).count();
    let published = policies.iter().filter(|made| made.registry.status == Status::Published).count();
    let mut members = BTreeSet::new();
    for cctld in cctlds {
        members.extend(cldr.territory(&cctld.iso3166)?.itu_member.then_some(&cctld.iso3166));
    }
    let mut text = format!(
        "<!-- {GENERATED} -->\n\n\
         # The policies that are built in\n\n\
         Two for each country-code top-level domain. The first, named as the domain, says what its registry takes today, as far as\n\
         it is known: *published* where it restates what the registry publishes, with its source; *derived* where part of it, or\n\
         all, is inferred. The second, with `-start` behind the name, is a start in the languages of the territory, made from\n\
         public data: official languages and their letters (CLDR 48.2), what everyday words need beyond them, and the rules of the\n\
         script. **The registry has the last word.**\n\n\
         | | |\n|---|---:|\n| top-level domains | {} |\n| of these in scripts beyond ASCII | {} |\n\
         | registry offers internationalized names | {} |\n| offers none | {} |\n| not known | {} |\n\
         | policies of registries that are published | {published} |\n| ITU Member States with a policy | {} |\n\n\
         *Not known* names the tables that a registry has, of which the letters are not known; letters that stand in for a table of\n\
         which only the script is known have `unsure` in the policy's `certainty-of`.\n\n\
         | domain | territory | names offered | today: tables | scripts | not known | status | certainty | start: tables | scripts |\n\
         |---|---|---|---:|---|---|---|---|---:|---|\n",
        cctlds.len(),
        cctlds.iter().filter(|cctld| cctld.is_idn()).count(),
        count(IdnOffered::Yes),
        count(IdnOffered::No),
        count(IdnOffered::Unknown),
        members.len(),
    );
    for (cctld, made) in cctlds.iter().zip(policies) {
        let domain = if cctld.is_idn() {
            format!("{} (`{}`)", cctld.u_label, cctld.a_label)
        } else {
            cctld.u_label.clone()
        };
        let Made { registry, start, .. } = made;
        let unknown: Vec<&str> = registry.unknown_tables.iter().map(|table| table.id.as_str()).collect();
        text += &format!(
            "| {domain} | {} | {} | {} | {} | {} | {} | {} | {} | {} |\n",
            cctld.territory,
            registry.idn_offered.map_or("", |offered| offered.name()),
            registry.tables.len(),
            scripts(registry),
            unknown.join(" "),
            registry.status,
            registry.certainty.map_or("", |certainty| certainty.name()),
            start.tables.len(),
            scripts(start),
        );
    }
    Ok(text)
}

fn scripts(policy: &Policy) -> String {
    let scripts: BTreeSet<&str> =
        policy.tables.iter().flat_map(|table| &table.scripts).map(|code| code.code()).collect();
    scripts.into_iter().collect::<Vec<_>>().join(" ")
}
