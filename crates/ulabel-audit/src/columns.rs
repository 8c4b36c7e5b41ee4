//! Rows written as a Parquet file: column by column, one row group after the other.
//!
//! Columns are filled row by row, then [given](RowGroups::add) to the file, which keeps them until they make a row group. Snappy
//! compresses them, which every reader knows.

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::{Compression, ConvertedType, LogicalType, Repetition, Type as PhysicalType};
use parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
use parquet::errors::{ParquetError, Result};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;

/// Rows of a row group at most; DuckDB and others give each processor a row group.
const GROUP_ROWS: usize = 122_880;

/// Octets of a row group at most, but for what is added last.
const GROUP_OCTETS: usize = 32 << 20;

/// Values that are handed to the encoder at once.
const VALUES: usize = 1024;

/// A column that is filled.
#[derive(Clone, Debug, Default)]
pub struct Column {
    name: &'static str,
    kind: Kind,
    /// The values, one behind the other.
    octets: Vec<u8>,
    /// Where each value ends.
    ends: Vec<usize>,
    numbers: Vec<i64>,
    /// Of each entry, 0 if there is no value, 1 if there is one.
    levels: Vec<i16>,
    /// Of each entry of lists, 0 if it begins a row, 1 if it goes on with one.
    repetitions: Vec<i16>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Texts,
    OptionalTexts,
    Numbers,
    Lists,
}

impl Column {
    fn new(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, ..Self::default() }
    }

    /// A column with a text in each row.
    #[must_use]
    pub fn texts(name: &'static str) -> Self {
        Self::new(name, Kind::Texts)
    }

    /// A column with a text, or null, in each row.
    #[must_use]
    pub fn optional_texts(name: &'static str) -> Self {
        Self::new(name, Kind::OptionalTexts)
    }

    /// A column with a number in each row.
    #[must_use]
    pub fn numbers(name: &'static str) -> Self {
        Self::new(name, Kind::Numbers)
    }

    /// A column with a list of texts in each row.
    #[must_use]
    pub fn lists(name: &'static str) -> Self {
        Self::new(name, Kind::Lists)
    }

    /// Adds a row with a text.
    pub fn push_text(&mut self, text: Option<&str>) {
        self.levels.push(text.is_some().into());
        if let Some(text) = text {
            self.push_value(text);
        }
    }

    /// Adds a row with a number; one beyond what Parquet has (2^63 - 1) is that.
    pub fn push_number(&mut self, number: u64) {
        self.numbers.push(i64::try_from(number).unwrap_or(i64::MAX));
    }

    /// Adds a row with a list.
    pub fn push_list(&mut self, texts: &[&str]) {
        if texts.is_empty() {
            self.levels.push(0);
            self.repetitions.push(0);
        }
        for (at, text) in texts.iter().enumerate() {
            self.levels.push(1);
            self.repetitions.push((at > 0).into());
            self.push_value(text);
        }
    }

    fn push_value(&mut self, text: &str) {
        self.octets.extend_from_slice(text.as_bytes());
        self.ends.push(self.octets.len());
    }

    /// Takes over the rows of a column of the same kind.
    fn append(&mut self, other: &mut Self) {
        let before = self.octets.len();
        self.octets.append(&mut other.octets);
        self.ends.extend(other.ends.drain(..).map(|end| before + end));
        self.numbers.append(&mut other.numbers);
        self.levels.append(&mut other.levels);
        self.repetitions.append(&mut other.repetitions);
    }

    fn rows(&self) -> usize {
        match self.kind {
            Kind::Texts | Kind::OptionalTexts => self.levels.len(),
            Kind::Numbers => self.numbers.len(),
            Kind::Lists => self.repetitions.iter().filter(|level| **level == 0).count(),
        }
    }

    /// Takes away all rows.
    pub fn clear(&mut self) {
        self.octets.clear();
        self.ends.clear();
        self.numbers.clear();
        self.levels.clear();
        self.repetitions.clear();
    }

    fn schema(&self) -> Result<Type> {
        let texts = |name, repetition| {
            Type::primitive_type_builder(name, PhysicalType::BYTE_ARRAY)
                .with_repetition(repetition)
                .with_logical_type(Some(LogicalType::String))
                .build()
        };
        match self.kind {
            Kind::Texts => texts(self.name, Repetition::REQUIRED),
            Kind::OptionalTexts => texts(self.name, Repetition::OPTIONAL),
            Kind::Numbers => Type::primitive_type_builder(self.name, PhysicalType::INT64)
                .with_repetition(Repetition::REQUIRED)
                .build(),
            Kind::Lists => {
                let element = texts("element", Repetition::REQUIRED)?;
                let list = Type::group_type_builder("list")
                    .with_repetition(Repetition::REPEATED)
                    .with_fields(vec![Arc::new(element)])
                    .build()?;
                Type::group_type_builder(self.name)
                    .with_repetition(Repetition::REQUIRED)
                    .with_converted_type(ConvertedType::LIST)
                    .with_logical_type(Some(LogicalType::List))
                    .with_fields(vec![Arc::new(list)])
                    .build()
            }
        }
    }

    /// Writes the rows, and takes them away.
    fn write(&mut self, mut writer: SerializedColumnWriter<'_>) -> Result<()> {
        match self.kind {
            Kind::Numbers => {
                writer.typed::<Int64Type>().write_batch(&self.numbers, None, None)?;
            }
            Kind::Texts => self.write_texts(&mut writer, false, false)?,
            Kind::OptionalTexts => self.write_texts(&mut writer, true, false)?,
            Kind::Lists => self.write_texts(&mut writer, true, true)?,
        }
        self.clear();
        writer.close()
    }

    fn write_texts(
        &mut self,
        writer: &mut SerializedColumnWriter<'_>,
        has_levels: bool,
        has_repetitions: bool,
    ) -> Result<()> {
        let writer = writer.typed::<ByteArrayType>();
        let octets = ByteArray::from(std::mem::take(&mut self.octets));
        let (mut start, mut values) = (0, Vec::with_capacity(VALUES));
        let mut ends = self.ends.iter();
        let mut repetitions = self.repetitions.chunks(VALUES);
        for levels in self.levels.chunks(VALUES) {
            let count = levels.iter().filter(|level| **level > 0).count();
            values.clear();
            values.extend(ends.by_ref().take(count).map(|end| {
                let value = octets.slice(start, end - start);
                start = *end;
                value
            }));
            let repetitions = repetitions.next().filter(|_| has_repetitions);
            writer.write_batch(&values, has_levels.then_some(levels), repetitions)?;
        }
        Ok(())
    }
}

/// Writes columns into a Parquet file; its memory is bounded by that of a row group, about 32 MiB.
pub struct RowGroups<W: Write + Send> {
    file: SerializedFileWriter<W>,
    columns: Vec<Column>,
}

impl<W: Write + Send> RowGroups<W> {
    /// A file with these columns, without rows.
    ///
    /// ```
    /// use ulabel_audit::columns::{Column, RowGroups};
    ///
    /// let mut columns = [Column::texts("name"), Column::optional_texts("coarse_key")];
    /// let mut file = RowGroups::new(Vec::new(), &columns)?;
    /// columns[0].push_text(Some("bücher"));
    /// columns[1].push_text(None);
    /// file.add(&mut columns)?;
    /// assert!(file.finish()?.starts_with(b"PAR1"));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of writing; and if two columns have one name.
    pub fn new(out: W, columns: &[Column]) -> io::Result<Self> {
        let mut columns = columns.to_vec();
        columns.iter_mut().for_each(Column::clear);
        let make = || {
            let fields = columns.iter().map(|column| column.schema().map(Arc::new));
            let fields = fields.collect::<Result<Vec<_>>>()?;
            let schema = Type::group_type_builder("schema").with_fields(fields).build()?;
            let properties = WriterProperties::builder()
                .set_created_by(format!("ulabel version {}", env!("CARGO_PKG_VERSION")))
                .set_compression(Compression::SNAPPY)
                .build();
            SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties))
        };
        let file = make().map_err(into_io)?;
        Ok(Self { file, columns })
    }

    /// Adds the rows of columns, which are those of the file, in their order, and each have as many rows; they are empty then.
    ///
    /// # Errors
    ///
    /// Those of writing; and if the columns are others, or have not the same number of rows.
    pub fn add(&mut self, columns: &mut [Column]) -> io::Result<()> {
        let rows = columns.first().map_or(0, Column::rows);
        let is_same = |(own, other): (&Column, &Column)| {
            own.name == other.name && own.kind == other.kind && other.rows() == rows
        };
        if columns.len() != self.columns.len() || !self.columns.iter().zip(&*columns).all(is_same) {
            return Err(io::Error::other("the columns are not those of the file, or not of one length"));
        }
        for (own, other) in self.columns.iter_mut().zip(columns) {
            own.append(other);
        }
        let octets: usize = self.columns.iter().map(|column| column.octets.len()).sum();
        if octets >= GROUP_OCTETS || self.columns.first().is_some_and(|column| column.rows() >= GROUP_ROWS) {
            self.write_group()?;
        }
        Ok(())
    }

    fn write_group(&mut self) -> io::Result<()> {
        let Self { file, columns } = self;
        let write = || {
            let mut group = file.next_row_group()?;
            for column in columns {
                let writer = group.next_column()?;
                column.write(writer.ok_or_else(|| ParquetError::General("too many columns".into()))?)?;
            }
            group.close().map(drop)
        };
        write().map_err(into_io)
    }

    /// Writes what is left, and gives back where it went.
    ///
    /// # Errors
    ///
    /// Those of writing.
    pub fn finish(mut self) -> io::Result<W> {
        if self.columns.first().is_some_and(|column| column.rows() > 0) {
            self.write_group()?;
        }
        self.file.into_inner().map_err(into_io)
    }
}

/// The error of writing that is in an error of the crate.
fn into_io(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(error) => match error.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(error) => io::Error::other(error.to_string()),
        },
        other => io::Error::other(other.to_string()),
    }
}
