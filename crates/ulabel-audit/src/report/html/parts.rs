//! What several sections are made of.

use maud::{Markup, html as markup};
use ulabel::label::Label;
use ulabel::language::Word;
use ulabel::text::escape;

use super::Page;
use crate::report::{Count, Place};

/// FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE; on a page an element takes their place.
const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

impl Page<'_> {
    pub(super) fn heading(&self, word: Word) -> String {
        self.messages.heading(word)
    }

    pub(super) fn number(&self, number: u64) -> String {
        self.messages.number(number)
    }

    /// A part of all names.
    pub(super) fn share(&self, names: u64) -> String {
        self.messages.share(names, self.report.names)
    }

    /// A text from outside: escaped, shortened when it is long, its direction kept to itself.
    pub(super) fn outside(&self, text: &str) -> Markup {
        let shown = self.messages.shown(text);
        markup! { bdi { (shown.trim_matches(ISOLATES)) } }
    }

    /// A name with its form in the DNS, since those of two names that look alike differ.
    pub(super) fn told_apart(&self, name: &str) -> Markup {
        let ascii = if name.is_ascii() { None } else { a_labels(name) };
        markup! {
            (self.outside(name))
            @if let Some(ascii) = ascii { " " span.quiet { "(" bdi dir="ltr" { (ascii) } ")" } }
        }
    }

    /// Words and numbers in pairs.
    pub(super) fn figures(&self, figures: &[(Word, u64)]) -> Markup {
        markup! {
            dl {
                @for (word, number) in figures {
                    dt { (self.heading(*word)) }
                    dd { (self.number(*number)) }
                }
            }
        }
    }

    /// A table that scrolls by itself where it is too wide. Rows come in `body`, with their `tbody`.
    pub(super) fn table(&self, label: &str, columns: &[Word], body: &Markup) -> Markup {
        markup! {
            div.wide tabindex="0" role="group" aria-label=(label) {
                table {
                    thead { tr { @for word in columns { th scope="col" { (self.heading(*word)) } } } }
                    (body)
                }
            }
        }
    }

    /// The cells of a count: how many names, and their share.
    pub(super) fn count_cells(&self, names: u64) -> Markup {
        markup! {
            td.number { (self.number(names)) }
            td.number { (self.share(names)) }
        }
    }

    /// A cell of names that are examples, each with its place; an empty one for what is usual, which needs none.
    pub(super) fn example_cell<K>(&self, count: &Count<K>) -> Markup {
        let is_usual = count.names.saturating_mul(2) > self.report.names;
        markup! { td { @if !is_usual { (self.places(&count.examples)) } } }
    }

    pub(super) fn places(&self, places: &[Place]) -> Markup {
        markup! {
            ul.examples {
                @for place in places {
                    @let file = self.report.files.get(place.file).map_or("", String::as_str);
                    li {
                        (self.outside(&place.name)) " "
                        span.quiet { "(" bdi dir="ltr" { (escape(file)) ":" (place.line) } ")" }
                    }
                }
            }
        }
    }
}

/// The form of a name in the DNS, if all its labels have one.
fn a_labels(name: &str) -> Option<String> {
    let labels = name.split('.').map(|label| {
        if label.is_ascii() {
            Some(escape(label).into_owned())
        } else {
            Label::parse(label).a_label().map(str::to_owned)
        }
    });
    Some(labels.collect::<Option<Vec<_>>>()?.join("."))
}
