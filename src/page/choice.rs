//! The choice of a policy that is built in.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use maud::{Markup, html as markup};

use super::site::Site;
use crate::language::Messages;
use crate::policy::builtin::{self, Builtin};
use crate::text::{escape, excerpt};

/// The choice of a policy, with `none` for the choice of none. Starts in the languages of territories are left out: who
/// looks for one finds it beside the policy of the domain. `chosen` may be one of them, or any other name.
pub(super) fn choice(name: &str, chosen: &str, none: Option<&str>, site: &Site<'_>) -> Markup {
    let chosen = builtin::find(chosen).map_or(chosen, |builtin| builtin.id());
    let is_listed = |id: &str| id == chosen || builtin::find(id).is_none_or(|builtin| !builtin.is_start());
    let mut listed: Vec<&str> = site.policies.iter().copied().filter(|id| is_listed(id)).collect();
    listed.sort_by_key(|id| key(id));
    markup! {
        select id=(name) name=(name) {
            @if let Some(none) = none { option value="" { (none) } }
            @if !chosen.is_empty() && !listed.contains(&chosen) {
                option value=(chosen) selected { (escape(&excerpt(chosen, MAX_SHOWN))) }
            }
            @for id in listed {
                // Without the dot, so that a key finds it.
                option value=(id) selected[id == chosen] { (shown_id(id).trim_start_matches('.')) @if let Some(own) = built_in(id) {
                    " – " (territory(own, site.messages))
                } }
            }
        }
    }
}

/// Characters of a name that is no policy that are shown at most.
const MAX_SHOWN: usize = 80;

/// The policy that is built in under exactly this name.
pub(super) fn built_in(id: &str) -> Option<&'static Builtin> {
    builtin::find(id).filter(|own| own.id() == id)
}

/// A site's own policies stand first, then those built in by their domains.
fn key(id: &str) -> (bool, String) {
    (built_in(id).is_some(), shown_id(id))
}

/// A policy by its name, as people write its domain: `.рф-start` for `xn--p1ai-start`.
pub(super) fn shown_id(id: &str) -> String {
    match built_in(id) {
        Some(own) => format!(".{}{}", own.u_label(), id.strip_prefix(own.a_label()).unwrap_or_default()),
        None => escape(id).into_owned(),
    }
}

/// The name of a territory in the language of the page, or else in English.
pub(super) fn territory(builtin: &Builtin, messages: &Messages) -> &'static str {
    let tag = messages.language().tag();
    builtin
        .territory_names()
        .find(|(language, _)| *language == tag)
        .map_or(builtin.territory(), |(_, name)| name)
}
