//! `explain`: the page that a support desk sends to the person who asked for a name.

use std::io::Write;

use serde::Serialize;
use ulabel::idna2008::contextual_rule;
use ulabel::idna2008::property::derived_property;
use ulabel::language::Sentences;
use ulabel::language::Word;
use ulabel::unicode::{self, Version};
use ulabel::view::LabelView;
use ulabel::{Checker, Finding, LabelReport, Report};

use super::ways_out::{self, WayOut};
use crate::args::{CompareArguments, ExplainArguments, Format};
use crate::bulk::Tally;
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::output::{self, Frame, Look};
use crate::{bulk, checker, input};

/// Runs the command.
pub(crate) fn run(arguments: &ExplainArguments, look: &Look, env: &mut Env) -> Result<Exit, Failure> {
    let checker = checker::build(&arguments.checker, env)?;
    let input = input::open(&arguments.names, false, env)?;
    let make_worker = || Explainer {
        checker: checker.clone(),
        compare: arguments.compare,
        tld: arguments.checker.tld.clone(),
        format: arguments.format.into(),
        look: look.clone(),
    };
    let mut frame = Frame::new(arguments.format.into(), &[]);
    let mut so_far = Tally::default();
    let result = bulk::run(input, 1, make_worker, |results, _| {
        so_far.add(results.tally);
        frame.write(env, results)
    });
    match result.and_then(|()| frame.end(env)) {
        Ok(()) | Err(Failure::Closed(_)) => Ok(so_far.exit(false)),
        Err(failure) => Err(failure),
    }
}

struct Explainer {
    checker: Checker,
    compare: CompareArguments,
    tld: Option<String>,
    format: Format,
    look: Look,
}

impl bulk::Work for Explainer {
    fn line(&mut self, line: &[u8], results: &mut bulk::Results) {
        let mut report = Report::new();
        self.checker.check_bytes_into(line, &mut report);
        self.compare.advise(&mut report, self.tld.as_deref());
        results.tally.count(report.verdict());
        let page = Page::new(&report, &self.checker, &self.look);
        match self.format {
            Format::Text => page.write(&self.look, &mut results.stdout),
            _ => output::json(self.format, &page, &mut results.stdout),
        }
    }
}

/// What there is to say of a name.
#[derive(Serialize)]
struct Page<'a> {
    input: &'a str,
    name: String,
    ascii: Option<String>,
    verdict: &'static str,
    labels: Vec<LabelPage<'a>>,
    findings: Vec<Explained>,
    /// Names that were checked and are valid.
    ways_out: Vec<WayOut>,
    #[serde(skip)]
    report: &'a Report,
}

/// What there is to say of a label.
#[derive(Serialize)]
struct LabelPage<'a> {
    #[serde(flatten)]
    view: LabelView<'a, ulabel::language::Messages>,
    code_points: Vec<CodePoint>,
    explanations: Vec<Explained>,
    #[serde(skip)]
    report: &'a LabelReport,
}

/// A finding in full sentences.
#[derive(Serialize)]
struct Explained {
    code: &'static str,
    clause: String,
    #[serde(skip)]
    heading: String,
    #[serde(skip)]
    severity: ulabel::Severity,
    explanation: String,
    way_out: Option<String>,
}

#[derive(Serialize)]
struct CodePoint {
    position: usize,
    code_point: String,
    character: char,
    name: String,
    script: &'static str,
    #[serde(skip)]
    script_name: String,
    derived_property: &'static str,
    age: Option<String>,
    bidi_class: &'static str,
    rules: Vec<String>,
}

impl<'a> Page<'a> {
    fn new(report: &'a Report, checker: &Checker, look: &'a Look) -> Self {
        let labels = report.labels_with_input().map(|(input, label)| LabelPage {
            view: label.view(input, &*look.words),
            code_points: code_points(label, checker.settings().version, look),
            explanations: label
                .findings()
                .iter()
                .map(|finding| Explained::new(finding, Some(label), checker, look))
                .collect(),
            report: label,
        });
        Self {
            input: report.input(),
            name: report.name(),
            ascii: report.ascii(),
            verdict: report.verdict().name(),
            labels: labels.collect(),
            findings: report
                .findings()
                .iter()
                .map(|finding| Explained::new(finding, None, checker, look))
                .collect(),
            ways_out: ways_out::of_name(report, checker),
            report,
        }
    }

    fn write(&self, look: &Look, out: &mut Vec<u8>) {
        let Look { style, words } = look;
        let mut heads = Heads::new(look, "");
        let verdict = self.report.verdict();
        heads.push(Word::HeadName, style.outside(self.input).into_owned());
        heads.push(Word::HeadVerdict, style.verdict(verdict, words.verdict(verdict)).to_string());
        heads.write(out);
        for label in &self.labels {
            label.write(look, out);
        }
        if !self.findings.is_empty() {
            let _ = writeln!(out, "\n{}", style.strong(words.word(Word::HeadFindings)));
        }
        for finding in &self.findings {
            finding.write(look, out);
        }
        if self.report.all_findings().next().is_none() {
            let _ = writeln!(out, "\n{}", words.word(Word::NothingFound));
        }
        if !self.ways_out.is_empty() {
            let _ = writeln!(out, "\n{}", style.strong(words.word(Word::HeadWayOut)));
        }
        for way in &self.ways_out {
            let valid = style.verdict(ulabel::Verdict::Valid, words.verdict(ulabel::Verdict::Valid));
            let _ = write!(out, "  {valid}: {}", style.outside(&way.name));
            if way.ascii != way.name {
                let _ = write!(out, "  {}", style.faint(&way.ascii));
            }
            let _ = writeln!(out);
        }
        let _ = writeln!(out);
    }
}

impl LabelPage<'_> {
    fn write(&self, look: &Look, out: &mut Vec<u8>) {
        let Look { style, words } = look;
        let label = self.report.label();
        let none = || words.word(Word::None).to_owned();
        let _ = writeln!(out);
        let mut heads = Heads::new(look, "  ");
        heads.push(
            Word::HeadULabel,
            label.u_label().map_or_else(none, |text| style.outside(text).into_owned()),
        );
        heads.push(
            Word::HeadALabel,
            label.a_label().map_or_else(none, |text| style.outside(text).into_owned()),
        );
        heads.push(Word::HeadKind, words.kind(label.kind()).into());
        let scripts: Vec<_> = self.report.scripts().into_iter().map(|script| words.script(script)).collect();
        heads.push(Word::HeadScripts, if scripts.is_empty() { none() } else { scripts.join(", ") });
        for (word, value) in
            self.report.lgr().into_iter().flat_map(|outcome| output::lgr_words(outcome, look))
        {
            heads.push(word, value);
        }
        heads.write(out);
        if !self.code_points.is_empty() {
            let _ = writeln!(out);
            write_table(&self.code_points, look, out);
        }
        for finding in &self.explanations {
            finding.write(look, out);
        }
    }
}

impl Explained {
    fn new(finding: &Finding, of: Option<&LabelReport>, checker: &Checker, look: &Look) -> Self {
        let words = &look.words;
        let label = of.map(LabelReport::label);
        let helps = of.is_none_or(|report| ways_out::helps(finding, report, checker));
        Self {
            code: finding.code().name(),
            clause: words.clause(finding.clause()),
            heading: words.sentence(finding, label),
            severity: finding.severity(),
            explanation: words.explanation(finding, label),
            way_out: words.way_out(finding, label).filter(|_| helps),
        }
    }

    fn write(&self, look: &Look, out: &mut Vec<u8>) {
        let Look { style, words } = look;
        let reference = format!("[{}, {}]", self.code, self.clause);
        let severity = style.severity(self.severity, words.severity(self.severity));
        let _ = writeln!(out, "\n  {severity}: {} {}", self.heading, style.faint(&reference));
        let _ = writeln!(out, "    {}", self.explanation);
        if let Some(way_out) = &self.way_out {
            let _ = writeln!(out, "    {}", way_out);
        }
    }
}

fn code_points(label: &LabelReport, version: Version, look: &Look) -> Vec<CodePoint> {
    let text = label.label().u_label().unwrap_or_default();
    let one = |(at, c): (usize, char)| CodePoint {
        position: at + 1,
        code_point: ulabel::text::CodePoint(c).to_string(),
        character: c,
        name: unicode::name_or_label(c).into_owned(),
        script: unicode::script(c).short_name(),
        script_name: look.words.script(unicode::script(c)).into_owned(),
        derived_property: derived_property(c, version).short_name(),
        age: unicode::age(c).map(|age| age.to_string()),
        bidi_class: unicode::bidi_class(c).short_name(),
        rules: rules(label, at, c, look),
    };
    text.chars().enumerate().map(one).collect()
}

/// The rules that touch a code point: its contextual rule, and those it breaks.
fn rules(label: &LabelReport, at: usize, c: char, look: &Look) -> Vec<String> {
    let touching = |finding: &&Finding| {
        finding.span().range().contains(&at)
            || finding.second_span().is_some_and(|span| span.range().contains(&at))
    };
    let broken = label.findings().iter().filter(touching).map(Finding::clause);
    let mut rules = Vec::new();
    for clause in contextual_rule(c).map(|code| code.clause()).into_iter().chain(broken) {
        let clause = look.words.clause(clause);
        if !rules.contains(&clause) {
            rules.push(clause);
        }
    }
    rules
}

/// Writes code points as a table. The character itself stands last, where its width and direction
/// disturb nothing.
fn write_table(code_points: &[CodePoint], look: &Look, out: &mut Vec<u8>) {
    let Look { style, words } = look;
    let heading = [
        Word::ColumnPosition,
        Word::ColumnNumber,
        Word::ColumnProperty,
        Word::ColumnScript,
        Word::ColumnCameIn,
        Word::ColumnBidiClass,
        Word::ColumnName,
        Word::ColumnRules,
        Word::ColumnCharacter,
    ]
    .map(|word| words.word(word).to_owned());
    let row = |point: &CodePoint| {
        [
            point.position.to_string(),
            point.code_point.clone(),
            point.derived_property.into(),
            point.script_name.clone(),
            point.age.clone().unwrap_or_else(|| words.word(Word::Unassigned).into()),
            point.bidi_class.into(),
            point.name.clone(),
            point.rules.join(", "),
            ulabel::text::escape(point.character.encode_utf8(&mut [0; 4])).into_owned(),
        ]
    };
    let rows: Vec<_> = code_points.iter().map(row).collect();
    let mut widths = heading.each_ref().map(|cell| cell.chars().count());
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let line = |cells: &[String; 9]| {
        let padded = cells.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}"));
        format!("  {}", padded.collect::<Vec<_>>().join("  ").trim_end())
    };
    let _ = writeln!(out, "{}", style.faint(&line(&heading)));
    for row in &rows {
        let _ = writeln!(out, "{}", line(row));
    }
}

/// Lines of a heading and what it is of.
struct Heads<'a> {
    look: &'a Look,
    indent: &'static str,
    lines: Vec<(&'a str, String)>,
}

impl<'a> Heads<'a> {
    fn new(look: &'a Look, indent: &'static str) -> Self {
        Self { look, indent, lines: Vec::new() }
    }

    fn push(&mut self, heading: Word, value: String) {
        self.lines.push((self.look.words.word(heading), value));
    }

    fn write(&self, out: &mut Vec<u8>) {
        let width = self.lines.iter().map(|(heading, _)| heading.chars().count()).max().unwrap_or(0);
        for (heading, value) in &self.lines {
            let _ = writeln!(out, "{}{:width$}  {value}", self.indent, self.look.style.strong(heading));
        }
    }
}
