//! The list of the policies of a site.

use alloc::string::String;
use alloc::vec::Vec;

use maud::{Markup, html as markup};

use super::super::choice::{built_in, territory};
use super::super::shell::Page;
use super::super::site::{Address, Site};
use super::super::standing::{certainty, status};
use super::wide;
use crate::language::Word;
use crate::policy::builtin::Builtin;
use crate::policy::{IdnOffered, ScriptCode};
use crate::text::escape;

/// Scripts that are named in a row at most; a long list says less than its number.
const MAX_SCRIPTS: usize = 6;

/// The page that lists the policies of the site.
#[must_use]
pub fn list(site: &Site<'_>) -> String {
    let messages = site.messages;
    let mut own: Vec<&str> = site.policies.iter().copied().filter(|id| built_in(id).is_none()).collect();
    own.sort_unstable();
    let mut all: Vec<&Builtin> =
        site.policies.iter().filter_map(|id| built_in(id)).filter(|own| !own.is_start()).collect();
    all.sort_by_key(|builtin| builtin.u_label());
    let rows = markup! { @for &builtin in &all { (row(builtin, site)) } };
    let columns = [
        Word::TopLevelDomain,
        Word::PageTerritory,
        Word::PageIdnOffered,
        Word::HeadScripts,
        Word::Status,
        Word::PageStart,
    ];
    let title = messages.heading(Word::PagePolicies);
    let content = markup! {
        h1 id="policies" { (title) }
        @if !own.is_empty() {
            ul.links { @for id in own { li { a href=(site.link(&Address::Policy(id))) { bdi { (escape(id)) } } } } }
        }
        (wide("policies", &columns.map(|word| messages.heading(word)), &rows))
    };
    Page { site, address: Address::Policies, title: Some(&title), content }.into_html()
}

fn row(builtin: &'static Builtin, site: &Site<'_>) -> Markup {
    let messages = site.messages;
    let offered = match builtin.idn_offered() {
        IdnOffered::Yes => Word::Yes,
        IdnOffered::No => Word::No,
        IdnOffered::Unknown => Word::NotKnown,
    };
    let scripts: Vec<&str> = builtin.scripts().map(ScriptCode::code).collect();
    let start = builtin.start().id();
    markup! {
        tr {
            th scope="row" {
                a href=(site.link(&Address::Policy(builtin.id()))) { bdi { "." (builtin.u_label()) } }
                @if builtin.u_label() != builtin.a_label() { " " code dir="ltr" { (builtin.a_label()) } }
            }
            td { (territory(builtin, messages)) }
            td { (messages.word(offered)) }
            td { @if scripts.len() > MAX_SCRIPTS { (scripts.len()) } @else { (scripts.join(" ")) } }
            td.sentence {
                (messages.word(status(builtin.status())))
                @if let Some(sure) = builtin.certainty() { " (" (messages.word(certainty(sure))) ")" }
            }
            td { a href=(site.link(&Address::Policy(start))) { bdi { (start) } } }
        }
    }
}

/// The page that says that there is no policy of a name.
#[must_use]
pub fn unknown(site: &Site<'_>) -> String {
    let messages = site.messages;
    let title = messages.word(Word::PageNoSuchPolicy);
    let content = markup! {
        h1 { (title) }
        p { a href=(site.link(&Address::Policies)) { (messages.heading(Word::PagePolicies)) } }
    };
    Page { site, address: Address::Policies, title: Some(title), content }.into_html()
}
