//! Writes the index of the policies that are built in.

use std::collections::BTreeSet;

use ulabel::policy::{ScriptCode, Status};

use super::GENERATED;
use super::derive::Made;
use super::inputs::{Cctld, Cldr};

pub(super) fn text(cctlds: &[Cctld], policies: &[Made], cldr: &Cldr) -> Result<String, String> {
    let mut text = format!(
        "// {GENERATED}\n\
         // The policies that are built in, by A-label; from data/cctlds.tsv, data/cldr and data/policies.\n\n\
         use super::Builtin;\nuse crate::policy::Status;\nuse crate::script::ScriptCode::{{self, One}};\n\
         use crate::unicode::Script;\n\n\
         /// Every policy that is built in.\npub(in crate::policy) static INDEX: &[Builtin] = &[\n"
    );
    for (cctld, made) in cctlds.iter().zip(policies) {
        let territory = cldr.territory(&cctld.iso3166)?;
        let scripts: BTreeSet<ScriptCode> =
            made.policy.tables.iter().flat_map(|table| table.scripts.iter().copied()).collect();
        let scripts: Vec<String> = scripts.iter().map(code).collect();
        let status = if made.policy.status == Status::Published { "Published" } else { "Derived" };
        text += &format!(
            "    Builtin {{\n        u_label: {:?},\n        a_label: {:?},\n        iso3166: {:?},\n        territory: {:?},\n        \
             region: {:?},\n        itu_member: {},\n        scripts: &[{}],\n        status: Status::{status},\n        \
             text: include_str!(\"../../../data/policies/{}.toml\"),\n    }},\n",
            cctld.u_label,
            cctld.a_label,
            cctld.iso3166,
            cctld.territory,
            territory.region,
            territory.itu_member,
            scripts.join(", "),
            cctld.a_label,
        );
    }
    text.push_str("];\n");
    Ok(text)
}

/// The code as an expression of Rust.
fn code(code: &ScriptCode) -> String {
    match code {
        ScriptCode::One(script) => format!("One(Script::{script:?})"),
        composite => format!("ScriptCode::{composite:?}"),
    }
}
