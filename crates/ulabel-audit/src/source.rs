//! The files that names come from.

use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};

use crate::error::InputError;
use crate::input::{InputFormat, NameReader};

/// A file with names, or another source of them.
pub struct Source {
    name: String,
    format: InputFormat,
    octets: Option<u64>,
    from: From,
}

enum From {
    Path(PathBuf),
    Reader(Box<dyn Read + Send>),
    /// A copy of what a reader gave, without a name in its folder.
    Copy(File),
    /// What could be read once, and was.
    Taken,
}

impl Source {
    /// A file. A folder is none.
    ///
    /// # Errors
    ///
    /// If there is no such file, or it cannot be read.
    pub fn file(path: &Path, format: InputFormat) -> Result<Self, InputError> {
        let name = path.display().to_string();
        let metadata = File::open(path).and_then(|file| file.metadata());
        let metadata = metadata.map_err(|error| InputError::new(&name, error))?;
        if metadata.is_dir() {
            return Err(InputError::new(&name, "it is a folder"));
        }
        let octets = metadata.is_file().then_some(metadata.len());
        Ok(Self { name, format, octets, from: From::Path(path.into()) })
    }

    /// What a reader gives, by a name that reports call it by.
    pub fn reader(reader: Box<dyn Read + Send>, name: &str, format: InputFormat) -> Self {
        Self { name: name.to_owned(), format, octets: None, from: From::Reader(reader) }
    }

    /// The name that reports call it by.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its octets as they are stored, where that is known.
    #[must_use]
    pub const fn octets(&self) -> Option<u64> {
        self.octets
    }

    /// Makes it readable more than once: what a reader gives, or a file that is none on a disk, is copied into a file of
    /// this folder.
    pub(crate) fn keep(&mut self, folder: &Path) -> Result<(), InputError> {
        let mut reader: Box<dyn Read> = match (&mut self.from, self.octets) {
            (From::Path(_), Some(_)) | (From::Copy(_) | From::Taken, _) => return Ok(()),
            (From::Path(path), None) => {
                Box::new(File::open(&*path).map_err(|error| InputError::new(&self.name, error))?)
            }
            (from @ From::Reader(_), _) => match std::mem::replace(from, From::Taken) {
                From::Reader(reader) => reader,
                _ => return Ok(()),
            },
        };
        let copied = tempfile::tempfile_in(folder).and_then(|mut copy| {
            self.octets = Some(io::copy(&mut reader, &mut copy)?);
            Ok(copy)
        });
        let copy = copied.map_err(|error| {
            let folder = folder.display();
            InputError::new(
                &self.name,
                format_args!("it cannot be copied into {folder}, to be read more than once: {error}"),
            )
        })?;
        self.from = From::Copy(copy);
        Ok(())
    }

    /// True if it has to be kept, to be read at all.
    pub(crate) const fn needs_file(&self) -> bool {
        self.format.needs_file()
    }

    /// Reads its names from the start; what a reader gives, once.
    pub(crate) fn open(&mut self, number: usize) -> Result<NameReader, InputError> {
        let name = &self.name;
        let failed = |error: io::Error| InputError::new(name, error);
        let file = match &mut self.from {
            From::Path(path) => File::open(path).map_err(failed)?,
            From::Copy(file) => {
                let mut file = file.try_clone().map_err(failed)?;
                file.rewind().map_err(failed)?;
                file
            }
            from => match std::mem::replace(from, From::Taken) {
                From::Reader(reader) => return NameReader::new(reader, name, number, &self.format),
                _ => return Err(InputError::new(name, "it was read already")),
            },
        };
        NameReader::of_file(file, name, number, &self.format)
    }
}
