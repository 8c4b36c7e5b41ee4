//! Where the report comes from, and how many names have which verdict.

use maud::{Markup, html as markup};
use ulabel::language::Word;

use super::plot::{self, Bar, Plot};
use super::{AuditReport, Page};
use crate::report::Rules;

/// Files that are named at most.
const MAX_FILES: usize = 10;

impl Page<'_> {
    /// What was audited, by which rules, with what.
    pub(super) fn origin(&self) -> Markup {
        let AuditReport { version, unicode, rules, date, files, .. } = self.report;
        markup! {
            dl.origin {
                @if let Some(date) = date {
                    dt { (self.heading(Word::Date)) }
                    dd { (self.outside(date)) }
                }
                dt { (self.heading(Word::AuditFile)) }
                dd {
                    @for (n, file) in files.iter().take(MAX_FILES).enumerate() {
                        @if n > 0 { br; }
                        (self.outside(file))
                    }
                    @if files.len() > MAX_FILES { br; "… (" (self.number(files.len() as u64)) ")" }
                }
                @match rules {
                    Some(rules) => { (self.rules(rules)) }
                    None => {
                        dt { (self.heading(Word::ColumnRules)) }
                        dd { (self.heading(Word::AuditEachDomain)) }
                    }
                }
                dt { (self.heading(Word::AuditProgram)) }
                dd { bdi dir="ltr" { "ulabel " (version) ", Unicode " (unicode) } }
            }
        }
    }

    fn rules(&self, rules: &Rules) -> Markup {
        let Rules { policy, protocol, unicode, tables } = rules;
        let protocol = if *protocol == "lookup" { Word::AuditLookup } else { Word::AuditRegistration };
        markup! {
            @if let Some(policy) = policy {
                dt { (self.heading(Word::HeadPolicy)) }
                dd { (self.outside(policy)) }
            }
            @if !tables.is_empty() {
                dt { (self.heading(Word::PageTables)) }
                dd { @for (n, table) in tables.iter().enumerate() { @if n > 0 { br; } (self.outside(table)) } }
            }
            dt { (self.heading(Word::AuditProtocol)) }
            dd { (self.heading(protocol)) }
            dt { (self.heading(Word::HeadUnicode)) }
            dd { (unicode) }
        }
    }

    /// Names by their verdicts.
    pub(super) fn summary(&self) -> Markup {
        let AuditReport { names, valid, review, invalid, .. } = self.report;
        let verdicts = [
            ("valid", "✔", Word::Valid, *valid),
            ("review", "▲", Word::Review, *review),
            ("invalid", "✖", Word::Invalid, *invalid),
        ];
        let title = self.heading(Word::HeadVerdict);
        let bars = verdicts.map(|(class, _, word, names)| Bar { label: self.heading(word), names, class });
        let plot = Plot { id: "verdicts", title: &title, messages: self.messages };
        let body = markup! {
            tbody {
                tr { th scope="row" { (self.heading(Word::AuditCount)) } (self.count_cells(*names)) }
                @for (class, sign, word, names) in verdicts {
                    tr {
                        th scope="row" {
                            (plot::swatch(class)) " " span.sign aria-hidden="true" { (sign) } " " (self.heading(word))
                        }
                        (self.count_cells(names))
                    }
                }
            }
        };
        markup! {
            (plot.stack(&bars))
            (self.table(&title, &[Word::HeadVerdict, Word::AuditCount, Word::AuditShare], &body))
        }
    }
}
