//! Writes the index of the policies that are built in.

use std::collections::BTreeSet;

use ulabel::policy::{IdnOffered, Policy, ScriptCode};

use super::GENERATED;
use super::derive::Made;
use super::inputs::{Cctld, Cldr};

pub(super) fn text(cctlds: &[Cctld], policies: &[Made], cldr: &Cldr) -> Result<String, String> {
    let mut text = format!(
        "// {GENERATED}\n\
         // The policies that are built in, by A-label; from data/cctlds.tsv,\n\
         // data/cldr, data/orthographies.tsv and data/policies.\n\n\
         use super::{{Builtin, Domain}};\nuse crate::policy::{{Certainty, IdnOffered, Status}};\nuse crate::script::ScriptCode::{{self, One}};\n\
         use crate::unicode::Script;\n"
    );
    text += "\n#[rustfmt::skip]\nstatic DOMAINS: &[Domain] = &[\n";
    for (cctld, made) in cctlds.iter().zip(policies) {
        let territory = cldr.territory(&cctld.iso3166)?;
        text += &format!(
            "    Domain {{\n        u_label: {:?},\n        a_label: {:?},\n        iso3166: {:?},\n        alpha3: {:?},\n        territory: {:?},\n        names: {:?},\n        \
             region: {:?},\n        itu_member: {},\n        idn_offered: IdnOffered::{:?},\n    }},\n",
            cctld.u_label,
            cctld.a_label,
            cctld.iso3166,
            territory.alpha3,
            cctld.territory,
            territory.names,
            territory.region,
            territory.itu_member,
            made.registry.idn_offered.unwrap_or(IdnOffered::Unknown),
        );
    }
    text.push_str("];\n");
    let registries = policies.iter().map(|made| &made.registry);
    list(&mut text, "REGISTRIES", "What each registry takes today.", registries);
    let starts = policies.iter().map(|made| &made.start);
    list(&mut text, "STARTS", "A start for each, in the same order.", starts);
    Ok(text)
}

/// Writes a list with a policy of each domain.
fn list<'a>(text: &mut String, name: &str, what: &str, policies: impl Iterator<Item = &'a Policy>) {
    *text += &format!("\n/// {what}\n#[rustfmt::skip]\npub(super) static {name}: &[Builtin] = &[\n");
    for (number, policy) in policies.enumerate() {
        let scripts: Vec<String> = scripts(policy).iter().map(code).collect();
        let certainty = policy.certainty.map(|certainty| format!("Some(Certainty::{certainty:?})"));
        *text += &format!(
            "    Builtin {{\n        domain: &DOMAINS[{number}],\n        id: {:?},\n        scripts: &[{}],\n        tables: {},\n        \
             status: Status::{:?},\n        certainty: {},\n        \
             text: include_str!(\"../../../data/policies/{}.toml\"),\n    }},\n",
            policy.id,
            scripts.join(", "),
            policy.tables.len() + policy.unknown_tables.len(),
            policy.status,
            certainty.as_deref().unwrap_or("None"),
            policy.id,
        );
    }
    text.push_str("];\n");
}

/// The scripts of all tables of a policy.
fn scripts(policy: &Policy) -> BTreeSet<ScriptCode> {
    let known = policy.tables.iter().flat_map(|table| &table.scripts);
    known.chain(policy.unknown_tables.iter().flat_map(|table| &table.scripts)).copied().collect()
}

/// The code as an expression of Rust.
fn code(code: &ScriptCode) -> String {
    match code {
        ScriptCode::One(script) => format!("One(Script::{script:?})"),
        composite => format!("ScriptCode::{composite:?}"),
    }
}
