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
         use super::Builtin;\nuse crate::policy::{{Certainty, IdnOffered, Status}};\nuse crate::script::ScriptCode::{{self, One}};\n\
         use crate::unicode::Script;\n"
    );
    let today = ("REGISTRIES", "What each registry takes today.", registry as fn(&Made) -> &Policy);
    for (name, what, policy_of) in [today, ("STARTS", "A start for each, in the same order.", start)] {
        text += &format!("\n/// {what}\n#[rustfmt::skip]\npub(super) static {name}: &[Builtin] = &[\n");
        for (cctld, made) in cctlds.iter().zip(policies) {
            let territory = cldr.territory(&cctld.iso3166)?;
            let policy = policy_of(made);
            let scripts: BTreeSet<ScriptCode> = scripts(policy);
            let scripts: Vec<String> = scripts.iter().map(code).collect();
            let certainty = policy.certainty.map(|certainty| format!("Some(Certainty::{certainty:?})"));
            text += &format!(
                "    Builtin {{\n        id: {:?},\n        u_label: {:?},\n        a_label: {:?},\n        iso3166: {:?},\n        territory: {:?},\n        \
                 region: {:?},\n        itu_member: {},\n        scripts: &[{}],\n        tables: {},\n        status: Status::{:?},\n        \
                 certainty: {},\n        idn_offered: IdnOffered::{:?},\n        \
                 text: include_str!(\"../../../data/policies/{}.toml\"),\n    }},\n",
                policy.id,
                cctld.u_label,
                cctld.a_label,
                cctld.iso3166,
                cctld.territory,
                territory.region,
                territory.itu_member,
                scripts.join(", "),
                policy.tables.len() + policy.unknown_tables.len(),
                policy.status,
                certainty.as_deref().unwrap_or("None"),
                made.registry.idn_offered.unwrap_or(IdnOffered::Unknown),
                policy.id,
            );
        }
        text.push_str("];\n");
    }
    Ok(text)
}

fn registry(made: &Made) -> &Policy {
    &made.registry
}

fn start(made: &Made) -> &Policy {
    &made.start
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
