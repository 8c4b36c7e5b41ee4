//! The report as one HTML page, for those who decide: no scripts, nothing loaded from elsewhere.

mod against;
mod collisions;
mod counts;
mod parts;
mod plot;
mod summary;

use maud::{DOCTYPE, Markup, PreEscaped, html as markup};
use ulabel::language::{Messages, Word};
use ulabel::page::STYLE;

use super::AuditReport;

/// What the pages of a site do not need.
const OWN_STYLE: &str = include_str!("style.css");

/// Writes a report as one page in UTF-8 that needs nothing else, in the language of the messages. Plots have their figures
/// in a table beside them.
///
/// ```
/// use ulabel::language::{Language, Messages};
/// use ulabel_audit::{AuditOptions, Judge, Source, audit, input::InputFormat, report};
///
/// let names = Source::reader(Box::new(&b"example\nexam ple\n"[..]), "names", InputFormat::List);
/// let options = AuditOptions::new(Judge::One(ulabel::Checker::registration().into()));
/// let mut found = audit(vec![names], &options, None, &mut ()).unwrap();
/// found.date = Some("2026-09-15".into());
/// let page = report::html(&found, &Messages::new(Language::Fr));
/// assert!(page.starts_with("<!DOCTYPE html>") && page.contains(r#"<html lang="fr" dir="ltr">"#));
/// assert!(page.contains("exam ple") && page.contains("2026-09-15"));
/// ```
#[must_use]
pub fn html(report: &AuditReport, messages: &Messages) -> String {
    Page { report, messages }.document().into_string()
}

struct Page<'a> {
    report: &'a AuditReport,
    messages: &'a Messages,
}

/// A section of the page.
struct Section {
    id: &'static str,
    heading: String,
    content: Markup,
}

impl Page<'_> {
    fn document(&self) -> Markup {
        let language = self.messages.language();
        let title = self.heading(Word::AuditTitle);
        let sections = self.sections();
        markup! {
            (DOCTYPE) "\n"
            html lang=(language.tag()) dir=(if language.is_rtl() { "rtl" } else { "ltr" }) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (title) }
                    style { (PreEscaped(STYLE)) (PreEscaped(OWN_STYLE)) }
                }
                body.site.audit {
                    main {
                        (plot::patterns())
                        h1 { (title) }
                        (self.origin())
                        nav aria-label=(self.heading(Word::Contents)) {
                            ul { @for section in &sections { li { a href={ "#" (section.id) } { (section.heading) } } } }
                        }
                        @for section in &sections {
                            section id=(section.id) aria-labelledby={ (section.id) "-heading" } {
                                h2 id={ (section.id) "-heading" } { (section.heading) }
                                (section.content)
                            }
                        }
                    }
                }
            }
        }
    }

    /// The sections that have something to tell.
    fn sections(&self) -> Vec<Section> {
        let report = self.report;
        let collisions = report.collisions.as_ref();
        let holders = report.holders.as_ref();
        let variants = collisions.and_then(|collisions| collisions.variants.as_ref());
        let sections = [
            ("summary", Word::Statistics, Some(self.summary())),
            ("codes", Word::AuditCodes, self.codes()),
            ("kinds", Word::HeadKind, self.kinds()),
            ("scripts", Word::HeadScripts, self.scripts()),
            ("tables", Word::PageTables, self.tables()),
            ("variants", Word::AuditCollisions, variants.map(|groups| self.groups(groups))),
            (
                "look-alikes",
                Word::AuditLookAlikes,
                collisions.map(|collisions| self.groups(&collisions.look_alikes)),
            ),
            ("holders", Word::AuditHolders, holders.map(|holders| self.holders(holders))),
            ("against", Word::AuditAgainst, report.against.as_ref().map(|against| self.against(against))),
            ("years", Word::AuditYears, holders.and_then(|holders| self.years(&holders.years))),
        ];
        let present = sections.into_iter().filter_map(|(id, word, content)| Some((id, word, content?)));
        present.map(|(id, word, content)| Section { id, heading: self.heading(word), content }).collect()
    }
}
