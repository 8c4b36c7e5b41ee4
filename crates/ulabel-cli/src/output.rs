//! Results in the formats that a user can ask for.

mod decision;
mod located;
mod placement;
mod report;

use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use serde::Serialize;
use ulabel::finding::Fault;
use ulabel::language::{Messages, Text, TextArgument, Word};
use ulabel::lgr::{LgrOutcome, VariantCounts, VariantLabel};
use ulabel::view::CsvRows;

pub(crate) use decision::write as decision;
pub(crate) use located::{Located, append_place, write_place};
pub(crate) use placement::write as placement;
pub(crate) use report::write as report;

use crate::args::{Format, FormatArguments};
use crate::env::Env;
use crate::exit::Failure;
use crate::style::Style;

/// Variants that are looked at for one that is not `invalid`.
const MAX_LOOKED_AT: usize = 1000;

/// How results are shown to people: in which language, in which colours.
#[derive(Clone)]
pub(crate) struct Presentation {
    pub(crate) style: Style,
    pub(crate) messages: Arc<Messages>,
}

/// Writes results one after another, in one format.
#[derive(Clone)]
pub(crate) struct Printer {
    pub(crate) format: Format,
    pub(crate) presentation: Presentation,
}

impl Printer {
    pub(crate) fn new(arguments: FormatArguments, presentation: &Presentation) -> Self {
        Self { format: arguments.format, presentation: presentation.clone() }
    }

    /// Adds one result to `out`; `text` adds it as it is for people.
    pub(crate) fn print(
        &self,
        result: &(impl Serialize + CsvRows),
        out: &mut Vec<u8>,
        text: impl FnOnce(&Presentation, &mut Vec<u8>),
    ) {
        match self.format {
            Format::Json | Format::Jsonl => self.print_json(result, out),
            Format::Csv => {
                let mut rows = csv::WriterBuilder::new().buffer_capacity(256).from_writer(out);
                // Writing to memory cannot fail, and every row has as many cells.
                result.csv_rows(&mut |cells| drop(rows.write_record(cells)));
            }
            _ => text(&self.presentation, out),
        }
    }

    /// Adds one object. An array's commas stand before each object; [`ResultWriter`] takes the first away.
    pub(crate) fn print_json(&self, object: &impl Serialize, out: &mut Vec<u8>) {
        if self.format == Format::Json {
            out.extend_from_slice(b",\n");
        }
        // Writing to memory cannot fail, and our own types have no map keys that could.
        let written = serde_json::to_writer(&mut *out, object);
        debug_assert!(written.is_ok());
        if self.format == Format::Jsonl {
            out.push(b'\n');
        }
    }
}

/// Writes results to standard output, with what belongs before and after all of them.
pub(crate) struct ResultWriter {
    format: Format,
    heading: &'static [&'static str],
    has_begun: bool,
}

impl ResultWriter {
    /// A writer of results whose rows have this heading.
    pub(crate) const fn new(format: Format, heading: &'static [&'static str]) -> Self {
        Self { format, heading, has_begun: false }
    }

    /// Writes results, and what belongs before the first.
    pub(crate) fn write(&mut self, results: &[u8], env: &mut Env) -> Result<(), Failure> {
        let mut results = results;
        if !self.has_begun && !results.is_empty() {
            self.begin(env)?;
            if self.format == Format::Json {
                results = results.strip_prefix(b",").unwrap_or(results);
            }
        }
        env.stdout.write_all(results)?;
        Ok(env.stdout.flush()?)
    }

    fn begin(&mut self, env: &mut Env) -> Result<(), Failure> {
        self.has_begun = true;
        match self.format {
            Format::Json => env.stdout.write_all(b"[")?,
            Format::Csv => writeln!(env.stdout, "{}", self.heading.join(","))?,
            _ => {}
        }
        Ok(())
    }

    /// Writes what belongs after the last result.
    pub(crate) fn end(&mut self, env: &mut Env) -> Result<(), Failure> {
        if !self.has_begun {
            self.begin(env)?;
        }
        if self.format == Format::Json {
            writeln!(env.stdout, "\n]")?;
        }
        Ok(())
    }
}

/// `FILE:LINE:COLUMN: SEVERITY: SENTENCE [CODE, CLAUSE]`, as editors and CI jobs read it.
pub(crate) fn fault_line(file: &str, fault: &Fault, style: Style) -> String {
    let place = fault.position().map(|at| format!("{}:{}:", at.line, at.column)).unwrap_or_default();
    let severity = fault.severity();
    let skipped = if fault.skipped() { "; left out" } else { "" };
    format!(
        "{file}:{place} {}: {}{skipped} {}",
        style.severity(severity, severity.name()),
        style.escape(&fault.sentence()),
        style.faint(&format!("[{}, {}]", fault.code().name(), fault.clause())),
    )
}

/// Writes the faults of a file to standard error.
pub(crate) fn note_faults<'a>(path: &Path, faults: impl IntoIterator<Item = &'a Fault>, env: &mut Env) {
    let style = Style::of_stderr(env);
    for fault in faults {
        env.note(&fault_line(&path.display().to_string(), fault, style));
    }
}

/// The judgement of tables on a label, in one line.
pub(crate) fn lgr_line(outcome: &LgrOutcome, presentation: &Presentation) -> String {
    let words = &presentation.messages;
    let [(lgr, ids), rest @ ..] = lgr_words(outcome, presentation);
    let rest = rest.map(|(word, value)| format!("{} {value}", words.word(word)));
    format!("{} {ids}: {}", words.word(lgr), rest.join("; "))
}

/// The judgement of tables on a label: the tables that it fits, or else the one whose findings are reported;
/// the disposition; the index label; the counts of variants.
pub(crate) fn lgr_words(outcome: &LgrOutcome, presentation: &Presentation) -> [(Word, String); 4] {
    let Presentation { style, messages } = presentation;
    let escape = |text: &str| style.escape(text).into_owned();
    let mut ids: Vec<&str> = outcome.fitting_ids().into_iter().flatten().collect();
    if ids.is_empty() {
        ids.push(outcome.id());
    }
    let none = || messages.word(Word::None).to_owned();
    let variants = match outcome.variants().map(VariantCounts::by_disposition) {
        Some([]) => none(),
        Some(counts) => {
            let counts = counts.iter().map(|(disposition, count)| format!("{count} {}", escape(disposition)));
            counts.collect::<Vec<String>>().join(", ")
        }
        // The bounds of time and memory were reached: a finding says so.
        None => messages.word(Word::NotKnown).to_owned(),
    };
    [
        (Word::DocumentLgr, escape(&ids.join(", "))),
        (Word::HeadDisposition, escape(outcome.disposition())),
        (Word::HeadIndexLabel, outcome.index_label().map_or_else(none, escape)),
        (Word::HeadVariants, variants),
    ]
}

/// The variant set of a label in one sentence, with another label of it; none where the label has no variants.
/// `zone` is the domain that the tables are of; without it they are named.
pub(crate) fn variant_set_line(
    outcome: &LgrOutcome,
    u_label: &str,
    zone: Option<&str>,
    presentation: &Presentation,
) -> Option<String> {
    let counts = outcome.variants().filter(|counts| outcome.is_eligible() && !counts.total().is_zero())?;
    let variants = outcome.table()?.variants(u_label).ok()?;
    let is_in_set = |variant: &VariantLabel| &*variant.disposition != "invalid";
    // What can be registered beside the label says more than what is blocked.
    let other = variants
        .with_disposition("allocatable")
        .next()
        .or_else(|| variants.iter().take(MAX_LOOKED_AT).find(is_in_set))?;
    // The label itself is of the set.
    let count = counts.total().plus(1.into());
    let text = count.to_string();
    let number = count.to_u128().and_then(|count| u64::try_from(count).ok());
    let arguments = [
        ("label", TextArgument::Text(u_label)),
        ("other", TextArgument::Text(&other.label)),
        ("zone", TextArgument::Text(zone.unwrap_or_else(|| outcome.id()))),
        ("count", number.map_or(TextArgument::Text(&text), TextArgument::Number)),
    ];
    Some(presentation.messages.text(Text::OneVariantSet, &arguments))
}

/// A number and what it counts, called by its name for one or for many.
pub(crate) fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{} {}", thousands(count), if count == 1 { one } else { many })
}

/// A number with a comma between thousands.
pub(crate) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn thousands() {
        for (number, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(super::thousands(number), text);
        }
    }
}
