//! Names that collide, and who holds them.

use maud::{Markup, html as markup};
use ulabel::language::{Text, TextArgument, Word};

use super::Page;
use super::plot::{Bar, Plot};
use crate::report::{Groups, HeldName, HeldSet, Holders};

impl Page<'_> {
    pub(super) fn groups(&self, groups: &Groups) -> Markup {
        let Groups { groups, names, undecided, examples } = groups;
        markup! {
            (self.figures(&[(Word::AuditGroupCount, *groups), (Word::AuditCount, *names)]))
            @if *undecided > 0 {
                p { (self.messages.text(Text::AuditUndecided, &[("groups", TextArgument::Number(*undecided))])) }
            }
            @if !examples.is_empty() {
                h3 { (self.heading(Word::AuditExample)) }
                ul.groups {
                    @for names in examples {
                        li { @for (n, name) in names.iter().enumerate() { @if n > 0 { " · " } (self.told_apart(name)) } }
                    }
                }
            }
        }
    }

    pub(super) fn holders(&self, holders: &Holders) -> Markup {
        let Holders { records, sets, examples, exempted, .. } = holders;
        let figures = [
            (Word::AuditGroupCount, *sets),
            (Word::AuditExemptedCount, *exempted),
            (Word::AuditRecords, *records),
        ];
        let columns = [
            Word::HeadName,
            Word::HeadPrimary,
            Word::AuditRegistrant,
            Word::AuditRegistrar,
            Word::AuditCreated,
        ];
        let body = markup! { @for set in examples { (self.held_set(set)) } };
        markup! {
            (self.figures(&figures))
            @if !examples.is_empty() {
                @if (examples.len() as u64) < *sets { h3 { (self.heading(Word::AuditExample)) } }
                (self.table(&self.heading(Word::AuditHolders), &columns, &body))
            }
        }
    }

    /// The names of a set, each in a row; its primary is marked.
    fn held_set(&self, set: &HeldSet) -> Markup {
        markup! {
            tbody {
                @for HeldName { name, registrant, registrar, created } in &set.names {
                    tr {
                        th scope="row" { (self.outside(name)) }
                        td { @if *name == set.primary { "✔ " (self.messages.word(Word::Yes)) } }
                        td { (self.outside(registrant)) }
                        td { (self.outside(registrar)) }
                        td {
                            @match created {
                                Some(created) => { bdi dir="ltr" { (created) } }
                                None => { (self.messages.word(Word::NotKnown)) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Names by the year in which they were registered.
    pub(super) fn years(&self, years: &[(i16, u64)]) -> Option<Markup> {
        if years.is_empty() {
            return None;
        }
        let title = self.heading(Word::AuditYears);
        let bars: Vec<Bar> = all_years(years)
            .into_iter()
            .map(|(year, names)| Bar { label: year.to_string(), names, class: "plain" })
            .collect();
        let body = markup! {
            tbody {
                @for (year, names) in years {
                    tr { th scope="row" { (year) } td.number { (self.number(*names)) } }
                }
            }
        };
        Some(markup! {
            div.plotted {
                (Plot { id: "plot-years", title: &title, messages: self.messages }.columns(&bars))
                (self.table(&title, &[Word::AuditYear, Word::AuditCount], &body))
            }
        })
    }
}

/// The years from the first to the last, those without names too, unless they are too many for a plot.
fn all_years(years: &[(i16, u64)]) -> Vec<(i16, u64)> {
    const MOST: i32 = 100;
    let (Some((first, _)), Some((last, _))) = (years.first(), years.last()) else { return Vec::new() };
    if i32::from(*last) - i32::from(*first) >= MOST {
        return years.to_vec();
    }
    let names = |year: i16| years.iter().find(|(known, _)| *known == year).map_or(0, |(_, names)| *names);
    (*first..=*last).map(|year| (year, names(year))).collect()
}
