//! Names in a column of a CSV file.

use std::io::Read;

use csv::{ByteRecord, Reader, ReaderBuilder};

use super::batch::Batch;
use super::{UTF_16, UTF_16_MARKS};
use crate::error::InputError;

/// Reads a column of a file (RFC 4180) whose first row names the columns.
pub(super) struct CsvReader {
    reader: Reader<Box<dyn Read + Send>>,
    file: String,
    column: usize,
    row: ByteRecord,
}

impl CsvReader {
    /// Reads the first row. `column` is the name of a column, or its number from 1 on.
    pub(super) fn new(
        reader: Box<dyn Read + Send>,
        file: &str,
        column: &str,
        delimiter: u8,
    ) -> Result<Self, InputError> {
        let mut reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .buffer_capacity(256 * 1024)
            .from_reader(reader);
        let headers = reader.byte_headers().map_err(|error| fault(file, &error))?.clone();
        let names: Vec<&[u8]> = headers.iter().collect();
        if names.first().is_some_and(|first| UTF_16_MARKS.iter().any(|mark| first.starts_with(mark))) {
            return Err(InputError::new(file, UTF_16));
        }
        let named = names.iter().position(|name| name.trim_ascii() == column.as_bytes());
        let numbered = || {
            let number: usize = column.parse().ok()?;
            number.checked_sub(1).filter(|number| *number < names.len())
        };
        let Some(column) = named.or_else(numbered) else {
            let names: Vec<String> = names.iter().map(|name| ulabel::text::escape_bytes(name)).collect();
            let found = ulabel::text::excerpt(&names.join(", "), 200).into_owned();
            let what = format_args!("there is no column {}, found {found}", ulabel::text::escape(column));
            return Err(InputError::at_line(file, 1, what));
        };
        Ok(Self { reader, file: file.to_owned(), column, row: ByteRecord::new() })
    }

    /// Fills a batch; false if there is nothing more.
    pub(super) fn next_batch(&mut self, batch: &mut Batch) -> Result<bool, InputError> {
        batch.begin_names();
        while !batch.is_full() {
            if !self.reader.read_byte_record(&mut self.row).map_err(|error| fault(&self.file, &error))? {
                break;
            }
            let line = self.row.position().map_or(0, csv::Position::line);
            let Some(name) = self.row.get(self.column) else {
                let what = format_args!(
                    "the row has {} cells, expected at least {}",
                    self.row.len(),
                    self.column + 1
                );
                return Err(InputError::at_line(&self.file, line, what));
            };
            batch.push(name, line);
        }
        Ok(!batch.is_empty())
    }
}

fn fault(file: &str, error: &csv::Error) -> InputError {
    match (error.kind(), error.position()) {
        (csv::ErrorKind::Io(error), _) => InputError::new(file, error),
        (_, Some(position)) => InputError::at_line(file, position.line(), error),
        (_, None) => InputError::new(file, error),
    }
}
