//! A row for each name that has something against it.

use std::io::{self, Write};

use serde::Serialize;
use ulabel::{Report, Severity};

#[cfg(feature = "parquet")]
use crate::columns::{Column, RowGroups};
use crate::part::At;

/// A name that has something against it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Offence {
    /// The name as it was given; octets that are not UTF-8 are escaped.
    pub input: String,
    /// The name in Unicode, as far as it decodes.
    pub name: String,
    /// `invalid` or `review`.
    pub verdict: &'static str,
    /// The codes of what makes it so, each once.
    pub codes: Vec<&'static str>,
    /// The number of its file among those of the audit.
    pub file: usize,
    /// Its line, from 1 on; its row where a file has no lines.
    pub line: u64,
}

impl Offence {
    /// The offence that a report tells of; none if there is none.
    pub(crate) fn of(report: &Report, at: At) -> Option<Self> {
        let verdict = report.verdict();
        verdict.severity()?;
        let mut codes = Vec::new();
        for finding in report.all_findings().filter(|finding| finding.severity() != Severity::Info) {
            let code = finding.code().name();
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        Some(Self {
            input: report.input().to_owned(),
            name: report.name(),
            verdict: verdict.name(),
            codes,
            file: at.file,
            line: at.line,
        })
    }
}

/// The formats of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DetailsFormat {
    /// RFC 4180, with a row that names the columns; codes have a blank between.
    Csv,
    /// An object on each line.
    JsonLines,
    /// A Parquet file; `line` is a number and `codes` a list of strings, as DuckDB's `unnest(codes)` and pyarrow take them.
    #[cfg(feature = "parquet")]
    Parquet,
}

/// Writes offences as rows.
pub struct Details<W: Write + Send> {
    rows: Rows<W>,
    files: Vec<String>,
}

enum Rows<W: Write + Send> {
    Csv(Box<csv::Writer<W>>),
    JsonLines(W),
    #[cfg(feature = "parquet")]
    Parquet(Box<ParquetRows<W>>),
}

/// The file, and rows that are to be added to it.
#[cfg(feature = "parquet")]
struct ParquetRows<W: Write + Send> {
    out: RowGroups<W>,
    columns: [Column; 6],
    rows: usize,
}

#[cfg(feature = "parquet")]
impl<W: Write + Send> ParquetRows<W> {
    /// Rows that are added at once.
    const ROWS: usize = 1024;

    fn new(out: W) -> io::Result<Self> {
        let [file, line, input, name, verdict, codes] = HEADING;
        let [file, input, name, verdict] = [file, input, name, verdict].map(Column::texts);
        let columns = [file, Column::numbers(line), input, name, verdict, Column::lists(codes)];
        Ok(Self { out: RowGroups::new(out, &columns)?, columns, rows: 0 })
    }

    fn write(&mut self, row: &Row<'_>) -> io::Result<()> {
        let [file, line, input, name, verdict, codes] = &mut self.columns;
        file.push_text(Some(row.file));
        line.push_number(row.line);
        input.push_text(Some(row.input));
        name.push_text(Some(row.name));
        verdict.push_text(Some(row.verdict));
        codes.push_list(row.codes);
        self.rows += 1;
        if self.rows >= Self::ROWS {
            self.rows = 0;
            self.out.add(&mut self.columns)?;
        }
        Ok(())
    }

    fn finish(mut self) -> io::Result<W> {
        self.out.add(&mut self.columns)?;
        self.out.finish()
    }
}

/// The columns.
const HEADING: [&str; 6] = ["file", "line", "input", "name", "verdict", "codes"];

#[derive(Serialize)]
struct Row<'a> {
    file: &'a str,
    line: u64,
    input: &'a str,
    name: &'a str,
    verdict: &'a str,
    codes: &'a [&'static str],
}

impl<W: Write + Send> Details<W> {
    /// Rows of the names of these files.
    ///
    /// # Errors
    ///
    /// Those of writing.
    pub fn new(out: W, format: DetailsFormat, files: Vec<String>) -> io::Result<Self> {
        let rows = match format {
            DetailsFormat::JsonLines => Rows::JsonLines(out),
            DetailsFormat::Csv => {
                let mut rows = csv::Writer::from_writer(out);
                rows.write_record(HEADING)?;
                Rows::Csv(Box::new(rows))
            }
            #[cfg(feature = "parquet")]
            DetailsFormat::Parquet => Rows::Parquet(Box::new(ParquetRows::new(out)?)),
        };
        Ok(Self { rows, files })
    }

    /// Writes a row.
    ///
    /// # Errors
    ///
    /// Those of writing.
    pub fn write(&mut self, offence: &Offence) -> io::Result<()> {
        let file = self.files.get(offence.file).map_or("", String::as_str);
        let Offence { input, name, verdict, codes, line, .. } = offence;
        let row = Row { file, line: *line, input, name, verdict, codes };
        match &mut self.rows {
            Rows::Csv(rows) => {
                rows.write_record([file, &line.to_string(), input, name, verdict, &codes.join(" ")])?;
            }
            Rows::JsonLines(out) => {
                serde_json::to_writer(&mut *out, &row)?;
                out.write_all(b"\n")?;
            }
            #[cfg(feature = "parquet")]
            Rows::Parquet(rows) => rows.write(&row)?,
        }
        Ok(())
    }

    /// Writes what is left, and gives back where it went.
    ///
    /// # Errors
    ///
    /// Those of writing.
    pub fn finish(self) -> io::Result<W> {
        match self.rows {
            Rows::Csv(rows) => rows.into_inner().map_err(|error| io::Error::other(error.to_string())),
            Rows::JsonLines(mut out) => out.flush().map(|()| out),
            #[cfg(feature = "parquet")]
            Rows::Parquet(rows) => rows.finish(),
        }
    }
}
