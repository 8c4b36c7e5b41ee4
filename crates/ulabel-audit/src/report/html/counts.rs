//! Names by what was found in them, and by what they are.

use maud::{Markup, html as markup};
use ulabel::LabelKind;
use ulabel::finding::Code;
use ulabel::language::{Language, Word};

use super::Page;
use super::plot::{Bar, Plot};
use crate::report::words::{scripts_named, severity};
use crate::report::{CodeKey, Count};

impl Page<'_> {
    pub(super) fn codes(&self) -> Option<Markup> {
        let codes = present(&self.report.codes)?;
        let title = self.heading(Word::AuditCodes);
        let severity_of = |key: &CodeKey| self.messages.word(severity(key.severity));
        let bars = codes.iter().map(|count| Bar {
            label: format!("{} {}", severity_of(&count.key), count.key.code),
            names: count.names,
            class: count.key.severity,
        });
        let bars: Vec<Bar> = bars.collect();
        let columns = [
            Word::HeadCode,
            Word::HeadSeverity,
            Word::HeadClause,
            Word::AuditCount,
            Word::AuditShare,
            Word::AuditExample,
        ];
        let body = markup! {
            tbody {
                @for count in codes {
                    @let code = Code::from_name(count.key.code);
                    tr {
                        th scope="row" {
                            bdi { code { (count.key.code) } }
                            // What a code means is told in English only, without a name that it was found in.
                            @if let (Some(code), Language::En) = (code, self.messages.language()) {
                                " " span.meaning { (code.summary()) }
                            }
                        }
                        td { (severity_of(&count.key)) }
                        td.clause { @if let Some(code) = code { bdi { (self.messages.clause(code.clause())) } } }
                        (self.count_cells(count.names))
                        (self.example_cell(count))
                    }
                }
            }
        };
        Some(markup! {
            (Plot { id: "plot-codes", title: &title, messages: self.messages }.bars(&bars))
            (self.table(&title, &columns, &body))
        })
    }

    pub(super) fn kinds(&self) -> Option<Markup> {
        let kinds = present(&self.report.kinds)?;
        let name = |kind: &&'static str| {
            let named = LabelKind::from_name(kind).map_or(*kind, |kind| self.messages.kind(kind));
            markup! { (named) }
        };
        Some(self.counted(Word::HeadKind, kinds, name))
    }

    pub(super) fn scripts(&self) -> Option<Markup> {
        let scripts = present(&self.report.scripts)?;
        let title = self.heading(Word::HeadScripts);
        let name = |codes: &str| scripts_named(codes, self.messages);
        let bars =
            scripts.iter().map(|count| Bar { label: name(&count.key), names: count.names, class: "plain" });
        let bars: Vec<Bar> = bars.collect();
        Some(markup! {
            (Plot { id: "plot-scripts", title: &title, messages: self.messages }.bars(&bars))
            (self.counted(Word::HeadScripts, scripts, |codes: &String| markup! { (name(codes)) }))
        })
    }

    pub(super) fn tables(&self) -> Option<Markup> {
        let tables = present(&self.report.tables)?;
        Some(self.counted(Word::PageTable, tables, |table: &String| self.outside(table)))
    }

    /// A table of counts by one key.
    fn counted<K>(&self, word: Word, counts: &[Count<K>], shown: impl Fn(&K) -> Markup) -> Markup {
        let body = markup! {
            tbody {
                @for count in counts {
                    tr {
                        th scope="row" { (shown(&count.key)) }
                        (self.count_cells(count.names))
                        (self.example_cell(count))
                    }
                }
            }
        };
        let columns = [word, Word::AuditCount, Word::AuditShare, Word::AuditExample];
        self.table(&self.heading(word), &columns, &body)
    }
}

/// A list that is not empty.
fn present<T>(list: &[T]) -> Option<&[T]> {
    Some(list).filter(|list| !list.is_empty())
}
