//! `variants`: the variants of labels under a ruleset.

use std::fmt::Display;
use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::Serialize;
use ulabel::language::Sentences;
use ulabel::language::{Text, TextArgument};
use ulabel::lgr::{
    BoundExceeded, CompiledLgr, Detail, LgrOutcome, Scratch, Tables, VariantCounts, VariantLabel,
};
use ulabel::{Label, Verdict};

use crate::args::Format;
use crate::args::lgr::VariantsArguments;
use crate::bulk::{self, Results, Tally, Work};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::output::{self, Frame, Look};
use crate::style::Style;
use crate::{input, ruleset};

const HEADING: [&str; 5] = ["input", "u_label", "a_label", "disposition", "action"];

/// Runs the command.
pub(crate) fn run(arguments: &VariantsArguments, look: &Look, env: &mut Env) -> Result<Exit, Failure> {
    let Some(tables) = ruleset::tables_of(&arguments.rulesets, &arguments.of, env)? else {
        return Err(Failure::new("neither --lgr nor --policy names a ruleset"));
    };
    let input = input::open(&arguments.names, false, env)?;
    let complaints = Style::of_stderr(env);
    let failed = Arc::new(AtomicBool::new(false));
    let make_worker = || ListVariants {
        tables: tables.clone(),
        scratch: Scratch::new(),
        only: arguments.allocatable.then_some("allocatable"),
        limit: arguments.limit,
        format: arguments.format,
        look: look.clone(),
        failed: failed.clone(),
        complaints,
    };
    let mut frame = Frame::new(arguments.format, &HEADING);
    let mut tally = Tally::default();
    let result = bulk::run(input, bulk::jobs(arguments.bulk.jobs), make_worker, |results, _| {
        tally.add(results.tally);
        frame.write(env, results)
    });
    match result {
        Err(Failure::Closed(_)) => return Ok(tally.exit(false)),
        other => other?,
    }
    frame.end(env)?;
    Ok(if failed.load(Ordering::Relaxed) { Exit::Failed } else { tally.exit(false) })
}

struct ListVariants {
    tables: Arc<Tables>,
    scratch: Scratch,
    /// The one disposition to list.
    only: Option<&'static str>,
    limit: usize,
    format: Format,
    look: Look,
    /// Set when the variants of a label could not be told.
    failed: Arc<AtomicBool>,
    /// How names look on standard error.
    complaints: Style,
}

/// What there is to say of one label.
#[derive(Serialize)]
struct Listed<'a> {
    input: &'a str,
    counts: VariantCounts,
    variants: Vec<VariantView>,
}

#[derive(Serialize)]
struct VariantView {
    u_label: String,
    a_label: Option<String>,
    disposition: String,
    action: usize,
}

impl Work for ListVariants {
    fn line(&mut self, line: &[u8], results: &mut Results) {
        let text = std::str::from_utf8(line);
        let shown = text.map_or_else(|_| ulabel::text::escape_bytes(line), Into::into);
        let label = text.ok().map(Label::parse);
        let mut listed = Listed { input: &shown, counts: VariantCounts::default(), variants: Vec::new() };
        let outcome = label.as_ref().and_then(|label| self.list(label, &mut listed, &mut results.stderr));
        if outcome.is_none() {
            self.complain(&shown, &"it is no label that can be read", &mut results.stderr);
        }
        let eligible = outcome.as_ref().is_some_and(|outcome| outcome.is_eligible());
        results.tally.count(if eligible { Verdict::Valid } else { Verdict::Invalid });
        match self.format {
            Format::Text => self.write_text(&listed, outcome.as_ref(), &mut results.stdout),
            Format::Json | Format::Jsonl => output::json(self.format, &listed, &mut results.stdout),
            Format::Csv => write_csv(&listed, &mut results.stdout),
        }
    }
}

impl ListVariants {
    /// Lists the variants of a label as far as they are asked for. What the tables say of the label; none
    /// if it does not decode. Why it is not eligible, or cannot be listed, goes to `stderr`.
    fn list(&mut self, label: &Label, listed: &mut Listed<'_>, stderr: &mut Vec<u8>) -> Option<LgrOutcome> {
        let u_label = label.u_label()?;
        let mut findings = Vec::new();
        let outcome = self.tables.judge(u_label, Detail::Variants, &mut self.scratch, &mut findings);
        for finding in &findings {
            let clause = self.look.words.clause(finding.clause());
            let sentence = self.look.words.sentence(finding, Some(label));
            self.complain(listed.input, &format!("{sentence} [{}, {clause}]", finding.code()), stderr);
        }
        if !outcome.is_eligible() {
            return Some(outcome);
        }
        let table = outcome.table()?;
        let counts = outcome.variants().cloned().ok_or(BoundExceeded);
        let told = counts.and_then(|counts| {
            listed.counts = counts;
            self.variants(table, u_label)
        });
        match told {
            Ok(variants) => listed.variants = variants,
            Err(error) => {
                self.failed.store(true, Ordering::Relaxed);
                self.complain(listed.input, &error, stderr);
            }
        }
        Some(outcome)
    }

    fn complain(&self, input: &str, what: &dyn Display, stderr: &mut Vec<u8>) {
        // Writing to memory cannot fail.
        let _ = writeln!(stderr, "ulabel: {}: {what}", self.complaints.outside(input));
    }

    fn variants(&self, table: &CompiledLgr, u_label: &str) -> Result<Vec<VariantView>, BoundExceeded> {
        if self.limit == 0 {
            return Ok(Vec::new());
        }
        let set = table.variants(u_label)?;
        let listed = match self.only {
            Some(disposition) => set.with_disposition(disposition),
            None => set.iter(),
        };
        Ok(listed.take(self.limit).map(VariantView::new).collect())
    }

    fn write_text(&self, listed: &Listed<'_>, outcome: Option<&LgrOutcome>, out: &mut Vec<u8>) {
        // Writing to memory cannot fail.
        let _ = writeln!(out, "{}", self.look.style.strong(&self.outside(listed.input)));
        let Some(outcome) = outcome else { return };
        let _ = writeln!(out, "  {}", output::lgr_line(outcome, &self.look));
        for variant in &listed.variants {
            let _ = writeln!(
                out,
                "  {}  {}  {}",
                self.outside(&variant.u_label),
                self.look.style.faint(variant.a_label.as_deref().unwrap_or("-")),
                variant.disposition,
            );
        }
        let all = match self.only {
            Some(disposition) => listed.counts.get(disposition),
            None => listed.counts.total(),
        };
        let all = all.to_u128().and_then(|all| u64::try_from(all).ok()).unwrap_or(u64::MAX);
        let more = all.saturating_sub(listed.variants.len() as u64);
        // A number that nobody can read is in the counts above.
        if more > 0 && all < u64::MAX {
            let more = self.look.words.text(Text::NotShown, &[("count", TextArgument::Number(more))]);
            let _ = writeln!(out, "  {}", self.look.style.faint(&more));
        }
    }

    fn outside<'a>(&self, text: &'a str) -> std::borrow::Cow<'a, str> {
        self.look.style.outside(text)
    }
}

impl VariantView {
    fn new(variant: VariantLabel) -> Self {
        Self {
            a_label: Label::parse(&variant.label).a_label().map(Into::into),
            u_label: variant.label,
            disposition: variant.disposition.to_string(),
            action: variant.action,
        }
    }
}

fn write_csv(listed: &Listed<'_>, out: &mut Vec<u8>) {
    for variant in &listed.variants {
        let a_label = variant.a_label.as_deref().unwrap_or_default();
        let action = variant.action.to_string();
        output::csv_row(&[listed.input, &variant.u_label, a_label, &variant.disposition, &action], out);
    }
}
