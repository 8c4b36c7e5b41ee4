//! `explain`: the page that a support desk sends to the person who asked for a name.

use std::fmt::Display;
use std::io::Write;

use ulabel::language::Word;
use ulabel::view::CsvRows;
use ulabel::view::explanation::{CodePointExplanation, Explanation, FindingExplanation, LabelExplanation};
use ulabel::{Checker, Report, Verdict};
use unicode_width::UnicodeWidthStr;

use crate::args::{CompareArguments, ExplainArguments};
use crate::beside::Beside;
use crate::bulk::{Results, Run, Work};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::input::Place;
use crate::load;
use crate::output::{Presentation, Printer, lgr_words};
use crate::style::cell;

/// Runs the command.
pub(crate) fn run(
    arguments: &ExplainArguments,
    presentation: &Presentation,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let checker = load::checker(&arguments.checker, env)?;
    let beside = Beside::new(arguments.index.as_deref(), &arguments.checker.policy, env)?;
    let printer = Printer::new(arguments.run.format, presentation);
    let run = Run::new(&arguments.run, Explanation::HEADING, env)?;
    let ended = run.work(env, || ExplainLine {
        checker: checker.clone(),
        beside: beside.clone(),
        compare: arguments.compare,
        tld: arguments.checker.policy.tld.clone(),
        printer: printer.clone(),
    })?;
    Ok(ended.exit)
}

/// Explains line after line.
struct ExplainLine {
    checker: Checker,
    beside: Option<Beside>,
    compare: CompareArguments,
    tld: Option<String>,
    printer: Printer,
}

impl Work for ExplainLine {
    fn line(&mut self, line: &[u8], _: Option<Place<'_>>, results: &mut Results) {
        let mut report = Report::new();
        self.checker.check_bytes_into(line, &mut report);
        if let Some(beside) = &mut self.beside
            && !beside.amend(&mut report, results)
        {
            self.checker.check_bytes_into(line, &mut report);
        }
        self.compare.advise(&mut report, self.tld.as_deref());
        results.tally.count(report.verdict());
        let explanation = Explanation::new(&report, &self.checker, &self.printer.presentation.messages);
        self.printer.print(&explanation, &mut results.stdout, |presentation, out| {
            write_name(&explanation, presentation, out);
        });
    }
}

// Writing to memory cannot fail.

fn write_name(explanation: &Explanation<'_>, presentation: &Presentation, out: &mut Vec<u8>) {
    let Presentation { style, messages } = presentation;
    let verdict = explanation.report.verdict();
    let heads = [
        (Word::HeadName, style.escape(explanation.input).into_owned()),
        (Word::HeadVerdict, style.verdict(verdict, messages.verdict(verdict)).to_string()),
    ];
    write_heads(&heads, "", presentation, out);
    for label in &explanation.labels {
        write_label(label, presentation, out);
    }
    if !explanation.findings.is_empty() {
        let _ = writeln!(out, "\n{}", style.strong(messages.word(Word::HeadFindings)));
    }
    for finding in &explanation.findings {
        write_finding(finding, presentation, out);
    }
    if explanation.report.all_findings().next().is_none() {
        let _ = writeln!(out, "\n{}", messages.word(Word::NothingFound));
    }
    if !explanation.ways_out.is_empty() {
        let _ = writeln!(out, "\n{}", style.strong(messages.word(Word::HeadWayOut)));
    }
    for way in &explanation.ways_out {
        let valid = style.verdict(Verdict::Valid, messages.verdict(Verdict::Valid));
        let _ = write!(out, "  {valid}: {}", style.escape(&way.name));
        if way.ascii != way.name {
            let _ = write!(out, "  {}", style.faint(&way.ascii));
        }
        let _ = writeln!(out);
    }
    let _ = writeln!(out);
}

fn write_label(explanation: &LabelExplanation<'_>, presentation: &Presentation, out: &mut Vec<u8>) {
    let Presentation { style, messages } = presentation;
    let (report, label) = (explanation.report, explanation.report.label());
    let none = || messages.word(Word::None).to_owned();
    let escape = |text: &str| style.escape(text).into_owned();
    let scripts: Vec<_> = report.scripts().into_iter().map(|script| messages.script(script)).collect();
    let mut heads = vec![
        (Word::HeadULabel, label.u_label().map_or_else(none, escape)),
        (Word::HeadALabel, label.a_label().map_or_else(none, escape)),
        (Word::HeadKind, messages.kind(label.kind()).into()),
        (Word::HeadScripts, if scripts.is_empty() { none() } else { scripts.join(", ") }),
    ];
    heads.extend(report.lgr().into_iter().flat_map(|outcome| lgr_words(outcome, presentation)));
    let _ = writeln!(out);
    write_heads(&heads, "  ", presentation, out);
    if !explanation.code_points.is_empty() {
        let _ = writeln!(out);
        write_code_points(&explanation.code_points, presentation, out);
    }
    for finding in &explanation.explanations {
        write_finding(finding, presentation, out);
    }
}

fn write_finding(finding: &FindingExplanation, presentation: &Presentation, out: &mut Vec<u8>) {
    let Presentation { style, messages } = presentation;
    let reference = format!("[{}, {}]", finding.code, finding.clause);
    let severity = style.severity(finding.severity, messages.severity(finding.severity));
    let _ = writeln!(out, "\n  {severity}: {} {}", finding.sentence, style.faint(&reference));
    let _ = writeln!(out, "    {}", finding.explanation);
    if let Some(way_out) = &finding.way_out {
        let _ = writeln!(out, "    {way_out}");
    }
}

/// Writes code points as a table. The character itself stands last, where its width and direction
/// disturb nothing.
fn write_code_points(points: &[CodePointExplanation], presentation: &Presentation, out: &mut Vec<u8>) {
    let Presentation { style, messages } = presentation;
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
    .map(|word| messages.word(word).to_owned());
    let row = |point: &CodePointExplanation| {
        [
            point.position.to_string(),
            point.code_point.clone(),
            point.derived_property.into(),
            messages.script(point.script).into_owned(),
            point.age.clone().unwrap_or_else(|| messages.word(Word::Unassigned).into()),
            point.bidi_class.into(),
            point.name.clone(),
            point.rules.join(", "),
            ulabel::text::escape(point.character.encode_utf8(&mut [0; 4])).into_owned(),
        ]
    };
    let rows: Vec<_> = points.iter().map(row).collect();
    let mut widths = [0; 9];
    for row in rows.iter().chain([&heading]) {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.width().max(*width);
        }
    }
    let line = |cells: &[String; 9]| {
        let padded = cells.iter().zip(widths).map(|(text, width)| format!("{:width$}", cell(text)));
        format!("  {}", padded.collect::<Vec<_>>().join("  ").trim_end())
    };
    let _ = writeln!(out, "{}", style.faint(&line(&heading)));
    for row in &rows {
        let _ = writeln!(out, "{}", line(row));
    }
}

/// Writes values, each behind its heading.
fn write_heads(heads: &[(Word, impl Display)], indent: &str, presentation: &Presentation, out: &mut Vec<u8>) {
    let Presentation { style, messages } = presentation;
    let width = heads.iter().map(|(word, _)| messages.word(*word).width()).fold(0, usize::max);
    for (word, value) in heads {
        let _ = writeln!(out, "{indent}{:width$}  {value}", style.strong(messages.word(*word)));
    }
}
