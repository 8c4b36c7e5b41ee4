//! Records as CSV, the columns named in the first line.

use std::io::Read;

use csv::StringRecord;
use ulabel::decision::NameRecord;

use super::{Column, error, named, shown};
use crate::error::{IndexError, Result};

/// Records of a CSV file (RFC 4180), whose first line names the columns.
///
/// ```
/// use ulabel_index::input::CsvRecords;
///
/// let text = "name,registrar,created,status\nexample.ca,A,2019-03-01,ok\n";
/// let mut records = CsvRecords::new(text.as_bytes()).unwrap();
/// assert_eq!(records.unknown_columns(), ["status"]);
/// assert_eq!(records.next().unwrap().unwrap().registrar, "A");
/// ```
#[derive(Debug)]
pub struct CsvRecords<R> {
    reader: csv::Reader<R>,
    columns: Vec<Option<Column>>,
    unknown: Vec<String>,
    row: StringRecord,
    is_over: bool,
}

impl<R: Read> CsvRecords<R> {
    /// Reads the first line.
    ///
    /// # Errors
    ///
    /// If it cannot be read, or names no column `name`, or one twice.
    pub fn new(input: R) -> Result<Self> {
        let mut reader = csv::ReaderBuilder::new().buffer_capacity(1 << 18).from_reader(input);
        let headers = reader.headers().map_err(read_error)?.clone();
        let names = || headers.iter().map(|name| name.trim_start_matches('\u{FEFF}').trim());
        let columns: Vec<_> = names().map(Column::from_name).collect();
        for (at, column) in columns.iter().enumerate() {
            if let Some(column) = column.filter(|_| columns.iter().skip(at + 1).any(|other| other == column))
            {
                return Err(error(1, column.name(), "is there twice"));
            }
        }
        if !columns.contains(&Some(Column::Name)) {
            let found = shown(&names().collect::<Vec<_>>().join(","));
            return Err(error(1, "name", format!("is not among the columns {found}")));
        }
        let unknown = names().zip(&columns).filter(|(_, column)| column.is_none());
        let unknown = unknown.map(|(name, _)| name.to_string()).collect();
        Ok(Self { reader, columns, unknown, row: StringRecord::new(), is_over: false })
    }

    /// Columns that no record has: they are not read.
    pub fn unknown_columns(&self) -> &[String] {
        &self.unknown
    }

    fn read(&mut self) -> Result<Option<NameRecord>> {
        if !self.reader.read_record(&mut self.row).map_err(read_error)? {
            return Ok(None);
        }
        let line = self.row.position().map_or(0, csv::Position::line);
        let mut record = NameRecord::default();
        for (column, text) in self.columns.iter().zip(&self.row) {
            if let Some(column) = column {
                column.put(text, &mut record).map_err(|what| error(line, column.name(), what))?;
            }
        }
        named(record, line).map(Some)
    }
}

impl<R: Read> Iterator for CsvRecords<R> {
    type Item = Result<NameRecord>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let read = self.read();
        self.is_over = !matches!(read, Ok(Some(_)));
        read.transpose()
    }
}

fn read_error(read: csv::Error) -> IndexError {
    use csv::ErrorKind::{UnequalLengths, Utf8};
    let line = read.position().map_or(0, csv::Position::line);
    let what = match read.kind() {
        UnequalLengths { expected_len, len, .. } => format!("has {len} fields, expected {expected_len}"),
        Utf8 { .. } => "is not UTF-8".into(),
        _ => read.to_string(),
    };
    error(line, "record", what)
}
