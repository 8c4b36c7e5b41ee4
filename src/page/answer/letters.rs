//! The picture of a label: its characters in a row of cells, those at fault marked.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use maud::{Markup, html as markup};

use super::super::isolates::isolated;
use super::findings::id;
use super::{Noted, Told, mark};
use crate::finding::Severity;
use crate::language::{Sentences, Word};
use crate::report::LabelReport;
use crate::text::{escape, glyph};
use crate::unicode::Script;
use crate::view::explanation::{CodePointExplanation, LabelExplanation};

pub(super) fn render(told: &Told<'_>, noted: &[Noted<'_>]) -> Markup {
    let labels = told.explanation.labels.iter().enumerate().filter(|(at, label)| {
        let is_asked = told.answer.registered.is_none_or(|registered| registered == *at);
        (is_asked || noted.iter().any(|noted| noted.label == Some(*at))) && !label.code_points.is_empty()
    });
    let labels: Vec<_> = labels.collect();
    if labels.is_empty() {
        return markup! {};
    }
    let body = markup! {
        @for (at, explained) in labels {
            @let own: Vec<&Noted<'_>> = noted.iter().filter(|noted| noted.label == Some(at)).collect();
            (label(told, at, explained, &own))
        }
    };
    told.section("letters", Word::PageLetters, &body)
}

fn label(told: &Told<'_>, at: usize, explained: &LabelExplanation<'_>, noted: &[&Noted<'_>]) -> Markup {
    let points = &explained.code_points;
    let (is_rtl, text) = (explained.report.is_rtl(), told.answer.report().labels());
    let text = text.get(at).and_then(|report| report.label().u_label()).unwrap_or_default();
    let direction = if is_rtl { "rtl" } else { "ltr" };
    let of_whole: Vec<_> = noted.iter().filter(|noted| noted.finding.span().is_empty()).collect();
    markup! {
        div.label {
            h3 id={ "label-" (at + 1) } {
                (told.heading(Word::HeadLabel)) " " (at + 1) " "
                bdi.whole lang=(language(points)) dir=(direction) { (whole(text, noted)) }
            }
            ol.cells dir=(direction) aria-labelledby={ "label-" (at + 1) } {
                @for (place, point) in points.iter().enumerate() { (cell(told, place, point, noted)) }
            }
            @if !of_whole.is_empty() {
                ul.of-whole { @for noted in of_whole { li class=(noted.finding.severity().name()) { (reason(told, noted, true)) } } }
            }
            @if !points.is_empty() { (detail(told, points)) }
        }
    }
}

/// The label in one piece, its faults marked.
fn whole(text: &str, noted: &[&Noted<'_>]) -> Markup {
    let mut pieces: Vec<(Option<Severity>, String)> = Vec::new();
    for (place, c) in text.chars().enumerate() {
        let worst = touching(place, noted).map(|noted| noted.finding.severity()).max();
        match pieces.last_mut() {
            Some((last, piece)) if *last == worst => piece.push(c),
            _ => pieces.push((worst, c.into())),
        }
    }
    markup! {
        @for (worst, piece) in &pieces {
            @match worst {
                Some(severity) => mark class=(severity.name()) { (escape(piece)) },
                None => (escape(piece)),
            }
        }
    }
}

/// The findings on what stands at a place.
fn touching<'n>(place: usize, noted: &'n [&'n Noted<'n>]) -> impl Iterator<Item = &'n Noted<'n>> {
    let touches = move |noted: &&Noted<'_>| {
        let finding = noted.finding;
        let second = finding.second_span();
        finding.span().range().contains(&place) || second.is_some_and(|span| span.range().contains(&place))
    };
    noted.iter().copied().filter(touches)
}

fn cell(told: &Told<'_>, place: usize, point: &CodePointExplanation, noted: &[&Noted<'_>]) -> Markup {
    let found: Vec<&Noted<'_>> = touching(place, noted).collect();
    let worst = found.iter().map(|noted| noted.finding.severity()).max();
    let has_reason = found.iter().any(|noted| is_told(noted, place));
    let class = worst.map(|severity| format!("{severity}{}", if has_reason { " told" } else { "" }));
    markup! {
        li class=[class] {
            span.glyph lang=(of_script(point.script)) { bdi { (glyph(&[point.character])) } }
            code dir="ltr" { (point.code_point) }
            span.name lang="en" dir="ltr" { (point.name) }
            @for noted in found {
                // The reason stands with the first character that it is about.
                (reason(told, noted, is_told(noted, place)))
            }
        }
    }
}

/// True if the reason stands with the character at a place.
fn is_told(noted: &Noted<'_>, place: usize) -> bool {
    noted.finding.span().start() == place
}

/// The number of a finding, which leads to it, and its sentence.
fn reason(told: &Told<'_>, noted: &Noted<'_>, with_sentence: bool) -> Markup {
    let messages = told.site.messages;
    let severity = noted.finding.severity();
    markup! {
        span.reason lang=(messages.language().tag()) dir=(if messages.language().is_rtl() { "rtl" } else { "ltr" }) {
            a href={ "#" (id(noted.number)) } {
                span aria-hidden="true" { (mark(severity)) " " } (messages.severity(severity)) " " (noted.number)
            }
            @if with_sentence { " " (isolated(&short(told, noted))) }
        }
    }
}

/// The sentence of a finding without the source of its rule, which stands among the findings.
fn short(told: &Told<'_>, noted: &Noted<'_>) -> String {
    let label = noted.label.and_then(|at| told.answer.report().labels().get(at)).map(LabelReport::label);
    told.site.messages.sentence(&noted.finding.clone().without_source(), label)
}

/// All facts about the characters, folded away.
fn detail(told: &Told<'_>, points: &[CodePointExplanation]) -> Markup {
    let messages = told.site.messages;
    let columns = [
        Word::ColumnPosition,
        Word::ColumnCharacter,
        Word::ColumnNumber,
        Word::ColumnName,
        Word::ColumnScript,
        Word::ColumnProperty,
        Word::ColumnCameIn,
        Word::ColumnBidiClass,
        Word::ColumnRules,
    ];
    markup! {
        details {
            summary { (told.heading(Word::PageDetail)) }
            div.wide tabindex="0" role="group" aria-label=(told.heading(Word::PageDetail)) {
                table {
                    thead { tr { @for column in columns { th scope="col" { (told.heading(column)) } } } }
                    tbody {
                        @for point in points {
                            tr {
                                td { (point.position) }
                                td.glyph lang=(of_script(point.script)) { bdi { (glyph(&[point.character])) } }
                                td { code dir="ltr" { (point.code_point) } }
                                td lang="en" dir="ltr" { (point.name) }
                                td { (messages.script(point.script)) }
                                td { (point.derived_property) }
                                td { (point.age.as_deref().unwrap_or(messages.word(Word::Unassigned))) }
                                td { (point.bidi_class) }
                                td { bdi { (point.rules.join(", ")) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The language tag by which a browser chooses a font.
fn of_script(script: Script) -> String {
    if script.is_common_or_inherited() { String::new() } else { format!("und-{}", script.short_name()) }
}

/// That of the first script of a label.
fn language(points: &[CodePointExplanation]) -> String {
    let script = points.iter().map(|point| point.script).find(|script| !script.is_common_or_inherited());
    script.map(of_script).unwrap_or_default()
}
