//! What other rules would change.

use maud::{Markup, html as markup};
use ulabel::language::Word;

use super::Page;
use crate::report::words::verdict;
use crate::report::{Against, VerdictChange};

impl Page<'_> {
    pub(super) fn against(&self, against: &Against) -> Markup {
        let Against { rules, verdicts, dispositions, variant_sets, exempted, .. } = against;
        let changed: u64 = verdicts.iter().map(|count| count.names).sum();
        markup! {
            dl {
                dt { (self.heading(Word::AuditTo)) }
                dd { (self.outside(rules)) }
            }
            (self.figures(&[
                (Word::AuditVerdicts, changed),
                (Word::AuditDispositions, dispositions.iter().map(|count| count.names).sum()),
                (Word::AuditVariantSets, variant_sets.as_ref().map_or(0, |count| count.names)),
                (Word::AuditExemptedCount, *exempted),
            ]))
            @if !verdicts.is_empty() { (self.verdict_changes(against)) }
            @if !dispositions.is_empty() { (self.disposition_changes(against)) }
            @if let Some(count) = variant_sets {
                h3 { (self.heading(Word::AuditVariantSets)) }
                (self.places(&count.examples))
            }
        }
    }

    fn verdict_changes(&self, against: &Against) -> Markup {
        let columns = [
            Word::AuditFrom,
            Word::AuditTo,
            Word::AuditCount,
            Word::AuditShare,
            Word::HeadFindings,
            Word::AuditExample,
        ];
        let body = markup! {
            tbody {
                @for count in &against.verdicts {
                    tr {
                        th scope="row" { (self.messages.word(verdict(count.key.from))) }
                        td { (self.messages.word(verdict(count.key.to))) }
                        (self.count_cells(count.names))
                        td { (self.reasons(against, count.key)) }
                        (self.example_cell(count))
                    }
                }
            }
        };
        let title = self.heading(Word::AuditVerdicts);
        markup! { h3 { (title) } (self.table(&title, &columns, &body)) }
    }

    /// The codes that make a change, each with its names.
    fn reasons(&self, against: &Against, change: VerdictChange) -> Markup {
        markup! {
            ul.examples {
                @for why in against.codes.iter().filter(|why| why.key.change == change) {
                    li { bdi { code { (why.key.code) } } " " span.quiet { (self.number(why.names)) } }
                }
            }
        }
    }

    fn disposition_changes(&self, against: &Against) -> Markup {
        let disposition = |text: &str| match text {
            "" => markup! { (self.messages.word(Word::None)) },
            text => self.outside(text),
        };
        let columns =
            [Word::AuditFrom, Word::AuditTo, Word::AuditCount, Word::AuditShare, Word::AuditExample];
        let body = markup! {
            tbody {
                @for count in &against.dispositions {
                    @let (from, to) = &count.key;
                    tr {
                        th scope="row" { (disposition(from)) }
                        td { (disposition(to)) }
                        (self.count_cells(count.names))
                        (self.example_cell(count))
                    }
                }
            }
        };
        let title = self.heading(Word::AuditDispositions);
        markup! { h3 { (title) } (self.table(&title, &columns, &body)) }
    }
}
