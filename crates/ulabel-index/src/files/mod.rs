//! Where files are kept: on the disk, or in memory.
//!
//! The index asks little of a file system, and all of it stands here, so that tests can lose what was not synced and
//! run out of room: see [`MemoryFiles`].

mod disk;
mod memory;

use std::fmt::Debug;
use std::io;
use std::path::Path;
use std::sync::Arc;

pub use disk::DiskFiles;
pub use memory::MemoryFiles;

/// A file system, as far as an index needs one.
pub trait Files: Debug + Send + Sync {
    /// Opens a file for reading.
    ///
    /// # Errors
    ///
    /// As the system says.
    fn open(&self, path: &Path) -> io::Result<Arc<dyn ReadFile>>;

    /// Makes a new file, or empties the one that is there.
    ///
    /// # Errors
    ///
    /// As the system says.
    fn create(&self, path: &Path) -> io::Result<Box<dyn WriteFile>>;

    /// Opens a file for writing behind its end.
    ///
    /// # Errors
    ///
    /// As the system says.
    fn append(&self, path: &Path) -> io::Result<Box<dyn WriteFile>>;

    /// Renames a file or a folder; a file takes the place of the one with the new name.
    ///
    /// # Errors
    ///
    /// As the system says.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes a file.
    ///
    /// # Errors
    ///
    /// As the system says.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Makes a folder, which must not be there.
    ///
    /// # Errors
    ///
    /// As the system says.
    fn create_folder(&self, path: &Path) -> io::Result<()>;

    /// Removes an empty folder.
    ///
    /// # Errors
    ///
    /// As the system says.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;

    /// The names of the files of a folder.
    ///
    /// # Errors
    ///
    /// As the system says.
    fn list(&self, folder: &Path) -> io::Result<Vec<String>>;

    /// Returns when the names of the files of a folder will outlast a power cut.
    ///
    /// # Errors
    ///
    /// As the system says.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Locks a file against other writers, which is made if it is not there, until the lock is dropped or the process
    /// ends.
    ///
    /// # Errors
    ///
    /// [`io::ErrorKind::WouldBlock`] if another has the lock, or as the system says.
    fn lock(&self, path: &Path) -> io::Result<Box<dyn Send + Sync>>;
}

/// A file that is read at any place.
pub trait ReadFile: Debug + Send + Sync {
    /// Reads some octets at a place; none at the end of the file.
    ///
    /// # Errors
    ///
    /// As the system says.
    fn read_at(&self, buffer: &mut [u8], at: u64) -> io::Result<usize>;

    /// The length of the file.
    ///
    /// # Errors
    ///
    /// As the system says.
    fn length(&self) -> io::Result<u64>;

    /// Fills the buffer from a place of the file.
    ///
    /// # Errors
    ///
    /// [`io::ErrorKind::UnexpectedEof`] if the file ends before that, or as the system says.
    fn read_exact_at(&self, mut buffer: &mut [u8], mut at: u64) -> io::Result<()> {
        while !buffer.is_empty() {
            match self.read_at(buffer, at) {
                Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                Ok(count) => {
                    buffer = buffer.get_mut(count..).unwrap_or_default();
                    at += count as u64;
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

/// A file that is written at its end.
pub trait WriteFile: Debug + Send {
    /// Writes behind the end; after an error some of it may be written.
    ///
    /// # Errors
    ///
    /// As the system says.
    fn write(&mut self, octets: &[u8]) -> io::Result<()>;

    /// Returns when what was written will outlast a power cut.
    ///
    /// # Errors
    ///
    /// As the system says.
    fn sync(&mut self) -> io::Result<()>;

    /// Cuts the file to this length.
    ///
    /// # Errors
    ///
    /// As the system says.
    fn cut(&mut self, length: u64) -> io::Result<()>;
}
