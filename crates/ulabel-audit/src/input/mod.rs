//! Names read from files: zone files, lists, CSV, JSON Lines, Parquet; compressed or not.
//!
//! Each reader gives one [batch](Batch) after the other, with a memory that does not grow with the file. What cannot be read
//! is an [error](InputError) with its line, and ends the reading; what was read before it has been given. Whether octets are a
//! name is not asked here: those that are not UTF-8 are a finding.

mod batch;
mod compression;
mod csv;
mod json_lines;
pub mod lines;
#[cfg(feature = "parquet")]
mod pages;
#[cfg(feature = "parquet")]
mod parquet;
mod zone;

use std::fs::File;
use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

pub use batch::Batch;

use self::batch::Parts;
use self::csv::CsvReader;
use self::json_lines::JsonLinesReader;
use self::lines::Lines;
#[cfg(feature = "parquet")]
use self::parquet::ParquetReader;
use self::zone::ZoneReader;
use crate::error::InputError;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The byte order marks of UTF-16.
const UTF_16_MARKS: [&[u8]; 2] = [b"\xFF\xFE", b"\xFE\xFF"];

const UTF_16: &str = "it is UTF-16, and names are read as UTF-8; save it as UTF-8";

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InputFormat {
    /// A name on each line.
    List,
    /// A zone file (RFC 1035 section 5.1): the names that it delegates. `origin` is the zone, for relative names before
    /// any `$ORIGIN`.
    Zone {
        /// The domain name of the zone.
        origin: Option<String>,
    },
    /// Rows (RFC 4180), whose first names the columns.
    Csv {
        /// The name of the column, or its number from 1 on.
        column: String,
        /// What stands between cells.
        delimiter: u8,
    },
    /// An object, or a string, on each line.
    JsonLines {
        /// The member that is the name.
        key: String,
    },
    /// A Parquet file: a column of strings or of octets, plain or with a dictionary, not compressed or by Snappy, gzip or
    /// zstd. Every row has a name; its number stands for its line.
    #[cfg(feature = "parquet")]
    Parquet {
        /// The name of the column, with a full stop between the parts of a column in another; or its number from 1 on.
        column: String,
    },
}

impl InputFormat {
    /// True if such a file is read here and there, not from its start to its end.
    pub(crate) const fn needs_file(&self) -> bool {
        match self {
            #[cfg(feature = "parquet")]
            Self::Parquet { .. } => true,
            _ => false,
        }
    }
}

/// Reads the names of one file.
pub struct NameReader {
    reader: Reader,
    file: String,
    number: usize,
    counted: Arc<AtomicU64>,
    taken: u64,
}

enum Reader {
    List {
        lines: Lines<Box<dyn Read + Send>>,
        next_line: u64,
    },
    Zone(ZoneReader),
    Csv(CsvReader),
    JsonLines(JsonLinesReader),
    #[cfg(feature = "parquet")]
    Parquet(Box<ParquetReader>),
}

impl NameReader {
    /// Reads a file that has this name and this number among files.
    ///
    /// # Errors
    ///
    /// If its beginning cannot be read, or a column is not there; and for Parquet, which [`NameReader::of_file`] reads.
    pub fn new(
        source: Box<dyn Read + Send>,
        file: &str,
        number: usize,
        format: &InputFormat,
    ) -> Result<Self, InputError> {
        let counted = Arc::new(AtomicU64::new(0));
        let source = Counted { source, count: counted.clone() };
        let source =
            compression::decompressed(Box::new(source)).map_err(|error| InputError::new(file, error))?;
        let reader = match format {
            InputFormat::List => Reader::List { lines: Lines::new(source), next_line: 1 },
            InputFormat::Zone { origin } => Reader::Zone(ZoneReader::new(source, file, origin.as_deref())),
            InputFormat::Csv { column, delimiter } => {
                Reader::Csv(CsvReader::new(source, file, column, *delimiter)?)
            }
            InputFormat::JsonLines { key } => Reader::JsonLines(JsonLinesReader::new(source, file, key)),
            #[cfg(feature = "parquet")]
            InputFormat::Parquet { .. } => {
                return Err(InputError::new(file, "Parquet is read from a file alone"));
            }
        };
        Ok(Self { reader, file: file.to_owned(), number, counted, taken: 0 })
    }

    /// Reads a file of any format, from its start.
    ///
    /// # Errors
    ///
    /// If its beginning cannot be read, or a column is not there.
    pub fn of_file(
        source: File,
        file: &str,
        number: usize,
        format: &InputFormat,
    ) -> Result<Self, InputError> {
        #[cfg(feature = "parquet")]
        if let InputFormat::Parquet { column } = format {
            let reader = Reader::Parquet(Box::new(ParquetReader::new(source, file, column)?));
            return Ok(Self { reader, file: file.to_owned(), number, counted: Arc::default(), taken: 0 });
        }
        Self::new(Box::new(source), file, number, format)
    }

    /// Fills a batch with the next names; false if there are none.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, or is not what its format says.
    pub fn next_batch(&mut self, batch: &mut Batch) -> Result<bool, InputError> {
        let has_more = match &mut self.reader {
            Reader::Zone(zone) => zone.next_batch(batch)?,
            Reader::Csv(rows) => rows.next_batch(batch)?,
            Reader::JsonLines(lines) => lines.next_batch(batch)?,
            #[cfg(feature = "parquet")]
            Reader::Parquet(rows) => {
                let has_more = rows.next_batch(batch)?;
                self.counted.store(rows.octets_done(), Ordering::Relaxed);
                has_more
            }
            Reader::List { lines, next_line } => {
                batch.parts = Parts::Lines;
                batch.first_line = *next_line;
                let has_more = lines.next_batch(&mut batch.octets);
                let has_more = has_more.map_err(|error| InputError::new(&self.file, error))?;
                *next_line += memchr::memchr_iter(b'\n', &batch.octets).count() as u64;
                has_more
            }
        };
        let counted = self.counted.load(Ordering::Relaxed);
        batch.file = self.number;
        batch.read = counted.saturating_sub(std::mem::replace(&mut self.taken, counted));
        Ok(has_more)
    }
}

/// A source of which is counted how much was read.
struct Counted {
    source: Box<dyn Read + Send>,
    count: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}
