//! The pages of a column of a Parquet file, decompressed within bounds.
//!
//! The crate `parquet` believes what a page says of its length and of its parts, and stops the program where that is wrong; and it
//! has zstd in C. So it reads pages as if they were not compressed, and they are looked into here before it decodes them.

use std::fs::File;
use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use flate2::read::MultiGzDecoder;
use parquet::basic::{Compression, Encoding};
use parquet::column::page::{Page, PageMetadata, PageReader};
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::{ColumnChunkMetaData, RowGroupMetaData};
use parquet::file::serialized_reader::SerializedPageReader;
use ruzstd::decoding::StreamingDecoder;

/// Octets of a page at most, decompressed. Writers make pages of one megaoctet, some of a whole row group.
const MAX_PAGE_OCTETS: usize = 256 << 20;

/// Octets of the length before a value.
const LENGTH_OCTETS: usize = 4;

/// The pages of a column in a row group.
pub(super) struct Pages {
    pages: SerializedPageReader<File>,
    codec: Codec,
    /// True if the column may be empty: its pages begin with levels.
    has_levels: bool,
    has_dictionary: bool,
    lacks_values: Arc<AtomicBool>,
}

#[derive(Clone, Copy)]
enum Codec {
    None,
    Snappy,
    Gzip,
    Zstd,
}

impl Pages {
    /// The pages of a column, and how many rows they are to have. `octets` is the length of the file.
    pub(super) fn new(
        file: &Arc<File>,
        octets: u64,
        group: &RowGroupMetaData,
        column: usize,
    ) -> Result<(Self, usize)> {
        let chunk = group.columns().get(column).ok_or_else(|| wrong("the row group has not all columns"))?;
        let codec = codec(chunk.compression())?;
        if chunk.file_path().is_some() {
            return Err(wrong("the column is in another file"));
        }
        if !is_inside(chunk, octets) {
            return Err(wrong("the file is shorter than it says, or the column is at no place in it"));
        }
        let rows = usize::try_from(group.num_rows())?;
        let has_levels = chunk.column_descr().max_def_level() > 0;
        let raw = chunk.clone().into_builder().set_compression(Compression::UNCOMPRESSED).build()?;
        let pages = SerializedPageReader::new(file.clone(), &raw, rows, None)?;
        Ok((Self { pages, codec, has_levels, has_dictionary: false, lacks_values: Arc::default() }, rows))
    }

    /// True once a page has fewer values than rows: some have none, or the page is damaged.
    pub(super) fn lacks_values(&self) -> Arc<AtomicBool> {
        self.lacks_values.clone()
    }

    /// A page as the crate can decode it.
    fn open(&mut self, page: Page) -> Result<Page> {
        Ok(match page {
            Page::DictionaryPage { buf, num_values, encoding, is_sorted } => {
                let buf = self.decompressed(&buf)?;
                if plain_values(&buf)? != num_values as usize {
                    return Err(wrong("the dictionary has not as many values as it says"));
                }
                self.has_dictionary = true;
                Page::DictionaryPage { buf: buf.into(), num_values, encoding, is_sorted }
            }
            Page::DataPage {
                buf,
                num_values,
                encoding,
                def_level_encoding,
                rep_level_encoding,
                statistics,
            } => {
                self.check_encoding(encoding)?;
                if self.has_levels && def_level_encoding != Encoding::RLE {
                    return Err(wrong(format_args!(
                        "levels of the encoding {def_level_encoding} are not read"
                    )));
                }
                let mut buf = self.decompressed(&buf)?;
                if encoding == Encoding::PLAIN {
                    let levels = if self.has_levels { levels_of_first_kind(&buf) } else { Some(0) };
                    let values = levels.and_then(|levels| buf.get(levels..)).ok_or_else(too_short)?;
                    let values = plain_values(values)?;
                    self.fill_up(&mut buf, values, num_values)?;
                }
                let buf = buf.into();
                Page::DataPage {
                    buf,
                    num_values,
                    encoding,
                    def_level_encoding,
                    rep_level_encoding,
                    statistics,
                }
            }
            Page::DataPageV2 {
                buf,
                num_values,
                encoding,
                num_nulls,
                num_rows,
                def_levels_byte_len,
                rep_levels_byte_len,
                is_compressed,
                statistics,
            } => {
                self.check_encoding(encoding)?;
                let levels = def_levels_byte_len.checked_add(rep_levels_byte_len);
                let parts = levels.and_then(|levels| buf.split_at_checked(levels as usize));
                let (levels, values) = parts.ok_or_else(too_short)?;
                let mut buf = match is_compressed && !values.is_empty() {
                    true => [levels, &self.decompressed(values)?].concat(),
                    false => buf.to_vec(),
                };
                if encoding == Encoding::PLAIN {
                    let values = plain_values(buf.get(levels.len()..).unwrap_or_default())?;
                    self.fill_up(&mut buf, values, num_values)?;
                }
                Page::DataPageV2 {
                    buf: buf.into(),
                    num_values,
                    encoding,
                    num_nulls,
                    num_rows,
                    def_levels_byte_len,
                    rep_levels_byte_len,
                    is_compressed: false,
                    statistics,
                }
            }
        })
    }

    /// Fills a page up to its number of values with empty ones, which stand where the crate takes a value that is not there.
    fn fill_up(&self, page: &mut Vec<u8>, values: usize, num_values: u32) -> Result<()> {
        let num_values = num_values as usize;
        if values > num_values || num_values > MAX_PAGE_OCTETS / LENGTH_OCTETS {
            return Err(wrong("a page has not as many values as it says"));
        }
        if values < num_values {
            self.lacks_values.store(true, Ordering::Relaxed);
            page.resize(page.len() + (num_values - values) * LENGTH_OCTETS, 0);
        }
        Ok(())
    }

    fn check_encoding(&self, encoding: Encoding) -> Result<()> {
        match encoding {
            Encoding::PLAIN => Ok(()),
            Encoding::RLE_DICTIONARY | Encoding::PLAIN_DICTIONARY if self.has_dictionary => Ok(()),
            Encoding::RLE_DICTIONARY | Encoding::PLAIN_DICTIONARY => Err(wrong("there is no dictionary")),
            // The crate does not check the lengths in them.
            other => Err(wrong(format_args!("the encoding {other} is not read, only plain and dictionary"))),
        }
    }

    fn decompressed(&self, octets: &[u8]) -> Result<Vec<u8>> {
        let most = MAX_PAGE_OCTETS as u64 + 1;
        let mut page = Vec::new();
        match self.codec {
            Codec::None => page.extend_from_slice(octets),
            Codec::Snappy => {
                let length = snap::raw::decompress_len(octets).map_err(wrong)?;
                if length > MAX_PAGE_OCTETS {
                    return Err(too_long());
                }
                page = snap::raw::Decoder::new().decompress_vec(octets).map_err(wrong)?;
            }
            Codec::Gzip => {
                MultiGzDecoder::new(octets).take(most).read_to_end(&mut page)?;
            }
            Codec::Zstd => {
                StreamingDecoder::new(octets).map_err(wrong)?.take(most).read_to_end(&mut page)?;
            }
        }
        if page.len() > MAX_PAGE_OCTETS {
            return Err(too_long());
        }
        Ok(page)
    }
}

fn codec(compression: Compression) -> Result<Codec> {
    Ok(match compression {
        Compression::UNCOMPRESSED => Codec::None,
        Compression::SNAPPY => Codec::Snappy,
        Compression::GZIP(_) => Codec::Gzip,
        Compression::ZSTD(_) => Codec::Zstd,
        other => {
            let other = other.to_string();
            let name = other.split('(').next().unwrap_or_default();
            return Err(wrong(format_args!(
                "the compression {name} is not read, only SNAPPY, GZIP and ZSTD"
            )));
        }
    })
}

/// True if a column is at a place in the file; the crate stops the program at a place below zero.
fn is_inside(chunk: &ColumnChunkMetaData, octets: u64) -> bool {
    let start = chunk.dictionary_page_offset().unwrap_or_else(|| chunk.data_page_offset());
    let parts = u64::try_from(start).ok().zip(u64::try_from(chunk.compressed_size()).ok());
    parts.and_then(|(start, length)| start.checked_add(length)).is_some_and(|end| end <= octets)
}

/// How many values there are, each behind its length.
fn plain_values(octets: &[u8]) -> Result<usize> {
    let (mut rest, mut count) = (octets, 0);
    while !rest.is_empty() {
        let (length, after) = rest.split_first_chunk::<LENGTH_OCTETS>().ok_or_else(too_short)?;
        let length = usize::try_from(u32::from_le_bytes(*length))?;
        rest = after.get(length..).ok_or_else(too_short)?;
        count += 1;
    }
    Ok(count)
}

/// How many octets the levels take at the start of a page of the first kind.
fn levels_of_first_kind(page: &[u8]) -> Option<usize> {
    let length = usize::try_from(u32::from_le_bytes(*page.first_chunk::<LENGTH_OCTETS>()?)).ok()?;
    length.checked_add(LENGTH_OCTETS)
}

fn wrong(what: impl std::fmt::Display) -> ParquetError {
    ParquetError::General(what.to_string())
}

fn too_short() -> ParquetError {
    wrong("a page is shorter than it says")
}

fn too_long() -> ParquetError {
    wrong(format_args!("a page has more than {MAX_PAGE_OCTETS} octets"))
}

impl Iterator for Pages {
    type Item = Result<Page>;

    fn next(&mut self) -> Option<Self::Item> {
        self.get_next_page().transpose()
    }
}

impl PageReader for Pages {
    fn get_next_page(&mut self) -> Result<Option<Page>> {
        self.pages.get_next_page()?.map(|page| self.open(page)).transpose()
    }

    fn peek_next_page(&mut self) -> Result<Option<PageMetadata>> {
        self.pages.peek_next_page()
    }

    fn skip_next_page(&mut self) -> Result<()> {
        self.pages.skip_next_page()
    }
}
