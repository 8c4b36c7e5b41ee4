//! `variants`: the variants of labels under a ruleset.

use std::fmt::Display;
use std::io::Write;
use std::sync::Arc;

use ulabel::collisions::VariantList;
use ulabel::language::{Sentences, Text, TextArgument};
use ulabel::lgr::{Scratch, Tables, VariantLabel};
use ulabel::view::CsvRows;
use ulabel::{Label, Verdict};

use crate::args::lgr::VariantsArguments;
use crate::bulk::{Results, Run, Work};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::input::Place;
use crate::load;
use crate::output::{Presentation, Printer, lgr_line};
use crate::style::Style;

/// Runs the command.
pub(crate) fn run(
    arguments: &VariantsArguments,
    presentation: &Presentation,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let Some(tables) = load::tables(&arguments.tables, env)? else {
        return Err(Failure::new("no ruleset is named, expected --lgr, --tld or --policy"));
    };
    let printer = Printer::new(arguments.run.format, presentation);
    let run = Run::new(&arguments.run, VariantList::HEADING, env)?;
    let stderr_style = Style::of_stderr(env);
    let ended = run.work(env, || VariantsLine {
        tables: tables.clone(),
        scratch: Scratch::new(),
        disposition: arguments.allocatable.then_some("allocatable"),
        limit: arguments.limit,
        printer: printer.clone(),
        stderr_style,
    })?;
    Ok(ended.exit)
}

/// Lists the variants of one label after another.
struct VariantsLine {
    tables: Arc<Tables>,
    scratch: Scratch,
    disposition: Option<&'static str>,
    limit: usize,
    printer: Printer,
    stderr_style: Style,
}

impl Work for VariantsLine {
    fn line(&mut self, line: &[u8], _: Option<Place<'_>>, results: &mut Results) {
        let (tables, limit) = (&self.tables, self.limit);
        let list = VariantList::new(tables, line, self.disposition, limit, &mut self.scratch);
        self.write_reasons(&list, results);
        results.tally.count(if list.is_eligible() { Verdict::Valid } else { Verdict::Invalid });
        self.printer.print(&list, &mut results.stdout, |presentation, out| {
            write_text(&list, presentation, out);
        });
    }
}

impl VariantsLine {
    /// Writes to standard error why a label has no variants, or why they cannot be listed.
    fn write_reasons(&self, list: &VariantList, results: &mut Results) {
        let mut line = |reason: &dyn Display| {
            // Writing to memory cannot fail.
            let _ = writeln!(results.stderr, "ulabel: {}: {reason}", self.stderr_style.escape(&list.input));
        };
        if list.outcome.is_none() {
            line(&"it cannot be decoded as a label");
        }
        let messages = &self.printer.presentation.messages;
        for finding in &list.findings {
            let clause = messages.clause(finding.clause());
            let sentence = messages.sentence(finding, list.label.as_ref());
            line(&format_args!("{sentence} [{}, {clause}]", finding.code()));
        }
        if let Err(error) = &list.variants {
            line(error);
            results.tally.failed += 1;
        }
    }
}

fn write_text(list: &VariantList, presentation: &Presentation, out: &mut Vec<u8>) {
    let Presentation { style, messages } = presentation;
    // Writing to memory cannot fail.
    let _ = writeln!(out, "{}", style.strong(&style.escape(&list.input)));
    let Some(outcome) = &list.outcome else { return };
    let _ = writeln!(out, "  {}", lgr_line(outcome, presentation));
    for VariantLabel { label, disposition, .. } in list.variants.iter().flatten() {
        let parsed = Label::parse(label);
        let a_label = style.faint(parsed.a_label().unwrap_or("-"));
        let _ = writeln!(out, "  {}  {a_label}  {}", style.escape(label), style.escape(disposition));
    }
    // A number that nobody can read is in the counts above.
    if let Some(more) = list.not_listed().filter(|more| *more > 0) {
        let more = messages.text(Text::NotShown, &[("count", TextArgument::Number(more))]);
        let _ = writeln!(out, "  {}", style.faint(&more));
    }
}
