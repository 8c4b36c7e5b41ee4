//! Writes the index of the policies that are built in.

use std::fmt::Write;

use ulabel::policy::{ScriptCode, Status};

use super::derive::Made;
use super::inputs::{Cctld, Cldr};

pub(super) fn text(cctlds: &[Cctld], policies: &[Made], cldr: &Cldr) -> String {
    let mut text = String::from(
        "// DO NOT EDIT: made by `cargo run --release --package ulabel-gen -- policies`.\n\
         // The policies that are built in, by A-label; from data/cctlds.tsv, data/cldr and data/policies.\n\n\
         use super::Builtin;\nuse crate::policy::Status;\n\n\
         /// Every policy that is built in.\npub(in crate::policy) static INDEX: &[Builtin] = &[\n",
    );
    for (cctld, made) in cctlds.iter().zip(policies) {
        let territory = cldr.territory(&cctld.iso3166);
        let mut scripts: Vec<ScriptCode> =
            made.policy.tables.iter().flat_map(|table| table.scripts.iter().copied()).collect();
        scripts.sort_unstable();
        scripts.dedup();
        let scripts: Vec<String> = scripts.iter().map(|code| format!("{:?}", code.code())).collect();
        let status = match made.policy.status {
            Status::Published => "Published",
            _ => "Derived",
        };
        // Writing to a String cannot fail.
        let _ = write!(
            text,
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
    text
}
