//! Reports in the formats that a user can ask for.

mod csv;
mod text;

use std::io::Write;

use std::sync::Arc;

use ulabel::Report;
use ulabel::language::{Messages, Word};
use ulabel::lgr::LgrOutcome;

use crate::args::Format;
use crate::bulk::{Results, Tally};
use crate::env::Env;
use crate::exit::Failure;
use crate::style::Style;

/// How results look: their words and colours.
#[derive(Clone)]
pub(crate) struct Look {
    pub(crate) style: Style,
    pub(crate) words: Arc<Messages>,
}

/// Writes reports one after another.
#[derive(Clone)]
pub(crate) struct Printer {
    pub(crate) format: Format,
    pub(crate) look: Look,
}

impl Printer {
    /// Adds one report to `out`.
    pub(crate) fn report(&self, report: &Report, out: &mut Vec<u8>) {
        match self.format {
            Format::Text => text::report(report, &self.look, out),
            Format::Jsonl if report.append_plain_json(out) => out.push(b'\n'),
            Format::Json | Format::Jsonl => {
                json(self.format, &report.view(&*self.look.words), out);
            }
            Format::Csv => csv::report(report, &*self.look.words, out),
        }
    }
}

/// Adds one object of JSON or JSON Lines. An array's commas stand before each object; [`Frame`] takes
/// the first away.
pub(crate) fn json(format: Format, object: &impl serde::Serialize, out: &mut Vec<u8>) {
    if format == Format::Json {
        out.extend_from_slice(b",\n");
    }
    // Writing to memory cannot fail, and our own types have no map keys that could.
    let _ = serde_json::to_writer(&mut *out, object);
    if format == Format::Jsonl {
        out.push(b'\n');
    }
}

/// Adds one row of CSV.
pub(crate) fn csv_row(cells: &[&str], out: &mut Vec<u8>) {
    let mut rows = ::csv::WriterBuilder::new().buffer_capacity(256).from_writer(out);
    // Writing to memory cannot fail, and there is one row.
    let _ = rows.write_record(cells);
}

/// What tables say of a label, in one line.
pub(crate) fn lgr_line(outcome: &LgrOutcome, look: &Look) -> String {
    let [(lgr, ids), rest @ ..] = lgr_words(outcome, look);
    let rest = rest.map(|(word, value)| format!("{} {value}", look.words.word(word)));
    format!("{} {ids}: {}", look.words.word(lgr), rest.join("; "))
}

/// What tables say of a label: the tables that it fits, or else the one that speaks; the disposition; the
/// index label; the counts of variants.
pub(crate) fn lgr_words(outcome: &LgrOutcome, look: &Look) -> [(Word, String); 4] {
    let Look { style, words } = look;
    let outside = |text: &str| style.outside(text).into_owned();
    let mut ids: Vec<&str> = outcome.fitting_ids().into_iter().flatten().collect();
    if ids.is_empty() {
        ids.push(outcome.id());
    }
    let none = || words.word(Word::None).to_owned();
    let counts = outcome.variants().into_iter().flat_map(|counts| counts.by_disposition());
    let variants: Vec<String> =
        counts.map(|(disposition, count)| format!("{count} {}", outside(disposition))).collect();
    [
        (Word::DocumentLgr, outside(&ids.join(", "))),
        (Word::HeadDisposition, outside(outcome.disposition())),
        (Word::HeadIndexLabel, outcome.index_label().map_or_else(none, outside)),
        (Word::HeadVariants, if variants.is_empty() { none() } else { variants.join(", ") }),
    ]
}

/// What stands before and after all results of a format.
pub(crate) struct Frame {
    format: Format,
    heading: &'static [&'static str],
    begun: bool,
}

impl Frame {
    pub(crate) fn new(format: Format, heading: &'static [&'static str]) -> Self {
        Self { format, heading, begun: false }
    }

    /// The frame of reports.
    pub(crate) fn of_reports(format: Format) -> Self {
        Self::new(format, &csv::HEADING)
    }

    /// Writes results, with what belongs before the first.
    pub(crate) fn write(&mut self, env: &mut Env, results: &Results) -> Result<(), Failure> {
        if !self.begun && !results.stdout.is_empty() {
            self.begin(env)?;
            if self.format == Format::Json {
                env.stdout.write_all(results.stdout.get(1..).unwrap_or_default())?;
                env.stdout.flush()?;
                let _ = env.stderr.write_all(&results.stderr);
                return Ok(());
            }
        }
        crate::bulk::write(env, results)
    }

    fn begin(&mut self, env: &mut Env) -> Result<(), Failure> {
        self.begun = true;
        match self.format {
            Format::Json => env.stdout.write_all(b"[")?,
            Format::Csv => writeln!(env.stdout, "{}", self.heading.join(","))?,
            Format::Text | Format::Jsonl => {}
        }
        Ok(())
    }

    /// Writes what belongs after the last result.
    pub(crate) fn end(&mut self, env: &mut Env) -> Result<(), Failure> {
        if !self.begun {
            self.begin(env)?;
        }
        if self.format == Format::Json {
            writeln!(env.stdout, "\n]")?;
        }
        Ok(())
    }
}

/// The line that sums up a run.
pub(crate) fn summary(tally: Tally, words: &Messages) -> String {
    words.summary(tally.names(), tally.valid, tally.review, tally.invalid)
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
