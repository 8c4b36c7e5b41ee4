//! Two policies side by side.

use alloc::string::String;

use maud::{Markup, html as markup};

use super::super::choice::shown_id;
use super::super::isolates::isolated;
use super::super::shell::Page;
use super::super::site::{Address, Question, Site};
use super::{cell, rule, title_of_two, wide};
use crate::language::{Text, TextArgument, Word};
use crate::policy::CompiledPolicy;
use crate::policy::compare::{Example, PolicyChange, compare};
use crate::text::escape;

/// The page that sets two policies side by side: whatever one states and the other does not, and of letters a label that
/// one alone takes.
#[must_use]
pub fn beside(first: &CompiledPolicy, second: &CompiledPolicy, site: &Site<'_>) -> String {
    let messages = site.messages;
    let ids = [&*first.policy().id, &*second.policy().id];
    let [of_first, of_second] = ids;
    let title = title_of_two(of_first, of_second, messages);
    // The name tells which policy it is: that it differs says nothing.
    let mut changes = compare(first, second);
    changes.retain(|change| change.table.is_some() || change.key != "id");
    let rows = markup! { @for change in &changes { (row(change, ids, site)) } };
    let [left, right] = ids.map(shown_id);
    let columns = [
        messages.heading(Word::ColumnRules),
        messages.heading(Word::PageKey),
        left,
        right,
        messages.heading(Word::PageExample),
    ];
    let content = markup! {
        h1 id="beside" { (isolated(&title)) }
        ul.links { @for id in ids { li { a href=(site.link(&Address::Policy(id))) { bdi { (shown_id(id)) } } } } }
        @if changes.is_empty() {
            p { (messages.word(Word::PageSamePolicies)) }
        } @else {
            (wide("beside", &columns, &rows))
        }
    };
    let address = Address::Beside { first: of_first, second: of_second };
    Page { site, address, title: Some(&title), content }.into_html()
}

fn row(change: &PolicyChange, ids: [&str; 2], site: &Site<'_>) -> Markup {
    let messages = site.messages;
    markup! {
        tr {
            th scope="row" {
                (messages.heading(rule(&change.key)))
                @if let Some(table) = &change.table { " – " bdi { (table) } }
            }
            td { code dir="ltr" { (change.key) } }
            @for value in [&change.old, &change.new] {
                @match value {
                    Some(value) => (cell(value)),
                    None => td { "–" },
                }
            }
            td { @if let Some(example) = &change.example { (taken(example, ids, site)) } }
        }
    }
}

/// A label that one policy alone takes, as a link to its answer under that policy.
fn taken(example: &Example, [first, second]: [&str; 2], site: &Site<'_>) -> Markup {
    let taker = if example.is_taken { second } else { first };
    let question = Question { name: &example.label, tld: taker };
    let only = site.messages.text(Text::PageOnly, &[("tld", TextArgument::Text(&shown_id(taker)))]);
    markup! {
        a href=(site.link(&Address::Question(question))) lang="" { bdi { (escape(&example.label)) } }
        br;
        span.quiet { (isolated(&only)) }
    }
}
