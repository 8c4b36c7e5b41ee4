//! The choice of a policy that is built in.

use alloc::vec::Vec;

use maud::{Markup, html as markup};

use crate::language::Messages;
use crate::policy::builtin::{self, Builtin};
use crate::text::{escape, excerpt};

/// The choice of a policy that is built in, by the domain. `chosen` is one of them or another that the site knows.
pub(super) fn choice(name: &str, chosen: &str, none: Option<&str>, messages: &Messages) -> Markup {
    let mut all: Vec<&Builtin> = builtin::all().iter().collect();
    all.sort_by_key(|builtin| builtin.u_label());
    let found = builtin::find(chosen).map(Builtin::id);
    let is_listed = chosen.is_empty() || all.iter().any(|builtin| Some(builtin.id()) == found);
    markup! {
        select id=(name) name=(name) {
            @if let Some(none) = none { option value="" { (none) } }
            @if !is_listed { option value=(chosen) selected { (escape(&excerpt(chosen, 80))) } }
            @for builtin in all {
                option value=(builtin.id()) selected[Some(builtin.id()) == found] {
                    (builtin.u_label()) " – " (territory(builtin, messages))
                }
            }
        }
    }
}

/// The name of a territory in the language of the page, or else in English.
pub(super) fn territory(builtin: &Builtin, messages: &Messages) -> &'static str {
    let tag = messages.language().tag();
    builtin.territory_names().find(|(language, _)| *language == tag).map_or(builtin.territory(), |(_, name)| name)
}
