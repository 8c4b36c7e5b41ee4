//! Names in a column of a Parquet file.

use std::fs::File;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use parquet::basic::{ConvertedType, Type};
use parquet::column::reader::ColumnReaderImpl;
use parquet::data_type::{ByteArray, ByteArrayType};
use parquet::errors::ParquetError;
use parquet::file::metadata::{ParquetMetaData, ParquetMetaDataReader};
use parquet::schema::types::ColumnDescriptor;

use super::batch::Batch;
use super::lines;
use super::pages::Pages;
use crate::error::InputError;

/// Rows that are read at once.
const ROWS: usize = 1024;

/// Reads a column of texts, or of octets, page by page: no more of a file than two pages of it is in memory at once.
pub(super) struct ParquetReader {
    from: Arc<File>,
    octets: u64,
    file: String,
    metadata: ParquetMetaData,
    column: usize,
    /// The name of the column.
    name: String,
    next_group: usize,
    group: Option<Group>,
    values: Vec<ByteArray>,
    /// Of a column that may be empty, the level of each row.
    levels: Vec<i16>,
    level_of_values: i16,
    /// Rows that were read.
    rows: u64,
}

/// The column in a row group that is being read.
struct Group {
    reader: ColumnReaderImpl<ByteArrayType>,
    /// Rows that are not read yet.
    left: usize,
    lacks_values: Arc<AtomicBool>,
}

impl ParquetReader {
    /// Reads what a file says of itself. `column` is the name of a column, or its number from 1 on.
    pub(super) fn new(from: File, file: &str, column: &str) -> Result<Self, InputError> {
        let octets = from.metadata().map_err(|error| InputError::new(file, error))?.len();
        let metadata = ParquetMetaDataReader::new().parse_and_finish(&from);
        let metadata = metadata.map_err(|error| {
            InputError::new(file, format_args!("it is no Parquet file, or is not whole: {}", said(&error)))
        })?;
        let schema = metadata.file_metadata().schema_descr();
        let columns = schema.columns();
        let named = columns.iter().position(|found| found.path().string() == column);
        let numbered = || column.parse::<usize>().ok()?.checked_sub(1);
        let found = named.or_else(numbered).and_then(|number| Some((number, columns.get(number)?)));
        let Some((number, descriptor)) = found else {
            let names: Vec<String> = columns.iter().map(|column| column.path().string()).collect();
            let names = ulabel::text::excerpt(&names.join(", "), 200).into_owned();
            let (column, names) = (ulabel::text::escape(column), ulabel::text::escape(&names));
            return Err(InputError::new(file, format_args!("there is no column {column}, found {names}")));
        };
        let name = ulabel::text::escape(&descriptor.path().string()).into_owned();
        if let Some(kind) = unfit(descriptor) {
            let what = format_args!("the column {name} holds {kind}, expected texts");
            return Err(InputError::new(file, what));
        }
        Ok(Self {
            from: Arc::new(from),
            octets,
            file: file.to_owned(),
            column: number,
            name,
            next_group: 0,
            group: None,
            values: Vec::new(),
            levels: Vec::new(),
            level_of_values: descriptor.max_def_level(),
            rows: 0,
            metadata,
        })
    }

    /// How many octets of the file are done, as far as its rows are.
    pub(super) fn octets_done(&self) -> u64 {
        let all = u128::try_from(self.metadata.file_metadata().num_rows()).unwrap_or_default();
        let done = u128::from(self.octets) * u128::from(self.rows).min(all);
        done.checked_div(all).and_then(|done| u64::try_from(done).ok()).unwrap_or(self.octets)
    }

    /// Fills a batch; false if there is nothing more.
    pub(super) fn next_batch(&mut self, batch: &mut Batch) -> Result<bool, InputError> {
        batch.begin_names();
        while !batch.is_full() {
            let Some(mut group) =
                self.group.take().map_or_else(|| self.open_group(), |group| Ok(Some(group)))?
            else {
                break;
            };
            if group.left > 0 {
                self.take_rows(&mut group, batch)?;
                self.group = Some(group);
            }
        }
        Ok(!batch.is_empty())
    }

    /// Opens the column in the next row group.
    fn open_group(&mut self) -> Result<Option<Group>, InputError> {
        let Some(group) = self.metadata.row_groups().get(self.next_group) else { return Ok(None) };
        self.next_group += 1;
        let pages = Pages::new(&self.from, self.octets, group, self.column);
        let (pages, left) = pages.map_err(|error| self.damaged(&said(&error)))?;
        let descriptor = self.metadata.file_metadata().schema_descr().column(self.column);
        let lacks_values = pages.lacks_values();
        Ok(Some(Group { reader: ColumnReaderImpl::new(descriptor, Box::new(pages)), left, lacks_values }))
    }

    fn take_rows(&mut self, group: &mut Group, batch: &mut Batch) -> Result<(), InputError> {
        self.values.clear();
        self.levels.clear();
        let wanted = group.left.min(ROWS);
        let read = group.reader.read_records(wanted, Some(&mut self.levels), None, &mut self.values);
        let (rows, values, _) = read.map_err(|error| self.damaged(&said(&error)))?;
        if rows == 0 {
            let left = group.left;
            return Err(self.damaged(&format!("its row group has {left} rows more")));
        }
        if values < rows {
            let at = self.levels.iter().position(|level| *level < self.level_of_values).unwrap_or_default();
            let row = self.rows + at as u64 + 1;
            let what = format_args!("the column {} has no value (null) in this row", self.name);
            return Err(InputError::at_line(&self.file, row, what));
        }
        if rows == group.left && group.lacks_values.load(Ordering::Relaxed) {
            return Err(self.damaged("a page has fewer values than it says"));
        }
        for (value, row) in self.values.drain(..).zip(self.rows + 1..) {
            batch.push(lines::cut(value.data()), row);
        }
        group.left = group.left.saturating_sub(rows);
        self.rows += rows as u64;
        Ok(())
    }

    fn damaged(&self, what: &str) -> InputError {
        let Self { name, rows, .. } = self;
        InputError::new(
            &self.file,
            format_args!("the column {name} cannot be read behind row {rows}: {what}"),
        )
    }
}

/// What an error says, which may have something of the file in it.
fn said(error: &ParquetError) -> String {
    let words = match error {
        ParquetError::General(words) | ParquetError::EOF(words) | ParquetError::NYI(words) => words.clone(),
        other => other.to_string(),
    };
    ulabel::text::escape(&ulabel::text::excerpt(&words, 200)).into_owned()
}

/// What a column holds that is no text.
fn unfit(column: &ColumnDescriptor) -> Option<String> {
    if column.max_rep_level() > 0 {
        return Some("lists".into());
    }
    match (column.physical_type(), column.converted_type()) {
        (
            Type::BYTE_ARRAY,
            ConvertedType::NONE | ConvertedType::UTF8 | ConvertedType::ENUM | ConvertedType::JSON,
        ) => None,
        (kind, ConvertedType::NONE) => Some(kind.to_string()),
        (_, kind) => Some(kind.to_string()),
    }
}
