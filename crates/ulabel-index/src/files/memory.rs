//! Files in memory, which can lose what was not synced.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Files, ReadFile, WriteFile};

/// Files in memory: for an index that need not outlast its process, and for tests.
///
/// A test can cut the power at any operation: what was not synced is then there, in part there, or not, as chance has
/// it, and so are the names of files in a folder that was not synced. And it can run out of room.
#[derive(Clone, Debug, Default)]
pub struct MemoryFiles {
    system: Arc<Mutex<System>>,
}

#[derive(Debug, Default)]
struct System {
    nodes: Vec<Node>,
    /// Files by their paths, now and as they would be after a power cut.
    now: BTreeMap<PathBuf, usize>,
    durable: BTreeMap<PathBuf, usize>,
    folders: BTreeSet<PathBuf>,
    locked: BTreeSet<PathBuf>,
    /// Operations that change something, since the beginning.
    changes: u64,
    /// No operation works from this one on.
    power_fails_at: Option<u64>,
    /// Octets that may still be written.
    room: Option<u64>,
}

#[derive(Debug, Default)]
struct Node {
    now: Vec<u8>,
    durable: Vec<u8>,
    /// What is before this place is the same in both.
    same_to: usize,
}

/// What a disk writes at once.
const SECTOR: usize = 512;

impl MemoryFiles {
    /// No files yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn system(&self) -> MutexGuard<'_, System> {
        self.system.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The number of operations that changed something.
    #[must_use]
    pub fn changes(&self) -> u64 {
        self.system().changes
    }

    /// Lets no operation work after so many more that change something.
    pub fn fail_power_after(&self, changes: u64) {
        let mut system = self.system();
        system.power_fails_at = Some(system.changes + changes);
    }

    /// Lets so many more octets be written; none for no limit.
    pub fn limit_room(&self, octets: Option<u64>) {
        self.system().room = octets;
    }

    /// What a disk holds when the power comes back: all that was synced, and of the rest what `chance` says.
    #[must_use]
    pub fn after_power_cut(&self, chance: &mut dyn FnMut() -> bool) -> Self {
        let system = self.system();
        let mut after = System { folders: system.folders.clone(), ..System::default() };
        let paths: BTreeSet<&PathBuf> = system.now.keys().chain(system.durable.keys()).collect();
        for path in paths {
            let (now, durable) = (system.now.get(path), system.durable.get(path));
            let kept = if now == durable || chance() { now } else { durable };
            let Some(node) = kept.and_then(|number| system.nodes.get(*number)) else { continue };
            let octets = node.after_power_cut(chance);
            after.now.insert(path.clone(), after.nodes.len());
            after.nodes.push(Node { same_to: octets.len(), durable: octets.clone(), now: octets });
        }
        after.durable = after.now.clone();
        Self { system: Arc::new(Mutex::new(after)) }
    }

    /// The octets of a file.
    #[must_use]
    pub fn octets(&self, path: &Path) -> Option<Vec<u8>> {
        let system = self.system();
        system.now.get(path).and_then(|number| system.nodes.get(*number)).map(|node| node.now.clone())
    }

    /// Puts a file in, as if it had always been there.
    pub fn put(&self, path: &Path, octets: Vec<u8>) {
        let mut system = self.system();
        let number = system.nodes.len();
        system.nodes.push(Node { same_to: octets.len(), durable: octets.clone(), now: octets });
        system.now.insert(path.into(), number);
        system.durable.insert(path.into(), number);
    }
}

impl Node {
    fn after_power_cut(&self, chance: &mut dyn FnMut() -> bool) -> Vec<u8> {
        let mut octets = self.durable.clone();
        // The length is written apart from what the file holds: it may be there without that.
        if self.now.len() != octets.len() && chance() {
            octets.resize(self.now.len(), 0);
        }
        let sectors = self.now.chunks(SECTOR).zip(octets.chunks_mut(SECTOR)).skip(self.same_to / SECTOR);
        for (now, kept) in sectors {
            if chance() {
                let count = now.len().min(kept.len());
                let (kept, now) = (kept.get_mut(..count), now.get(..count));
                kept.zip(now).into_iter().for_each(|(kept, now)| kept.copy_from_slice(now));
            }
        }
        octets
    }
}

impl System {
    fn change(&mut self) -> io::Result<()> {
        self.has_power()?;
        self.changes += 1;
        Ok(())
    }

    fn has_power(&self) -> io::Result<()> {
        match self.power_fails_at {
            Some(at) if self.changes >= at => Err(io::Error::other("the power is off")),
            _ => Ok(()),
        }
    }

    fn number(&self, path: &Path) -> io::Result<usize> {
        self.now.get(path).copied().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn node(&mut self, number: usize) -> io::Result<&mut Node> {
        self.nodes.get_mut(number).ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

impl Files for MemoryFiles {
    fn open(&self, path: &Path) -> io::Result<Arc<dyn ReadFile>> {
        let system = self.system();
        system.has_power()?;
        Ok(Arc::new(MemoryFile { files: self.clone(), number: system.number(path)? }))
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn WriteFile>> {
        let mut system = self.system();
        system.change()?;
        if !path
            .parent()
            .is_none_or(|folder| folder.as_os_str().is_empty() || system.folders.contains(folder))
        {
            return Err(io::ErrorKind::NotFound.into());
        }
        let number = match system.now.get(path) {
            Some(number) => *number,
            None => {
                system.nodes.push(Node::default());
                system.nodes.len() - 1
            }
        };
        system.now.insert(path.into(), number);
        let node = system.node(number)?;
        node.now.clear();
        node.same_to = 0;
        Ok(Box::new(MemoryFile { files: self.clone(), number }))
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn WriteFile>> {
        let system = self.system();
        system.has_power()?;
        Ok(Box::new(MemoryFile { files: self.clone(), number: system.number(path)? }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut system = self.system();
        system.change()?;
        if system.folders.remove(from) {
            // Folders are renamed at once, and for good: no test cuts the power there.
            let rename = |map: &mut BTreeMap<PathBuf, usize>| {
                *map = std::mem::take(map)
                    .into_iter()
                    .map(|(path, number)| {
                        (path.strip_prefix(from).map_or(path.clone(), |rest| to.join(rest)), number)
                    })
                    .collect();
            };
            system.folders.insert(to.into());
            rename(&mut system.now);
            rename(&mut system.durable);
            return Ok(());
        }
        let number = system.number(from)?;
        system.now.remove(from);
        system.now.insert(to.into(), number);
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut system = self.system();
        system.change()?;
        system.number(path)?;
        system.now.remove(path);
        Ok(())
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        let mut system = self.system();
        system.change()?;
        match system.folders.insert(path.into()) {
            true => Ok(()),
            false => Err(io::ErrorKind::AlreadyExists.into()),
        }
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        let mut system = self.system();
        system.change()?;
        system.folders.remove(path);
        Ok(())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<String>> {
        let system = self.system();
        system.has_power()?;
        if !system.folders.contains(folder) {
            return Err(io::ErrorKind::NotFound.into());
        }
        let names = system.now.keys().filter(|path| path.parent() == Some(folder));
        Ok(names.filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned())).collect())
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let mut system = self.system();
        system.change()?;
        let inside = |path: &PathBuf| path.parent() == Some(folder);
        system.durable.retain(|path, _| !inside(path));
        let now: Vec<_> =
            system.now.iter().filter(|(path, _)| inside(path)).map(|(p, n)| (p.clone(), *n)).collect();
        system.durable.extend(now);
        Ok(())
    }

    fn lock(&self, path: &Path) -> io::Result<Box<dyn Send + Sync>> {
        let mut system = self.system();
        system.change()?;
        match system.locked.insert(path.into()) {
            true => Ok(Box::new(MemoryLock { files: self.clone(), path: path.into() })),
            false => Err(io::ErrorKind::WouldBlock.into()),
        }
    }
}

struct MemoryLock {
    files: MemoryFiles,
    path: PathBuf,
}

impl Drop for MemoryLock {
    fn drop(&mut self) {
        self.files.system().locked.remove(&self.path);
    }
}

#[derive(Debug)]
struct MemoryFile {
    files: MemoryFiles,
    number: usize,
}

impl ReadFile for MemoryFile {
    fn read_at(&self, buffer: &mut [u8], at: u64) -> io::Result<usize> {
        let mut system = self.files.system();
        system.has_power()?;
        let node = system.node(self.number)?;
        let octets = usize::try_from(at).ok().and_then(|at| node.now.get(at..)).unwrap_or_default();
        let count = octets.len().min(buffer.len());
        buffer.iter_mut().zip(octets).for_each(|(to, from)| *to = *from);
        Ok(count)
    }

    fn length(&self) -> io::Result<u64> {
        let mut system = self.files.system();
        system.has_power()?;
        Ok(system.node(self.number)?.now.len() as u64)
    }
}

impl WriteFile for MemoryFile {
    fn write(&mut self, octets: &[u8]) -> io::Result<()> {
        let mut system = self.files.system();
        system.change()?;
        let fits = system.room.map_or(octets.len(), |room| octets.len().min(room as usize));
        if let Some(room) = &mut system.room {
            *room -= fits as u64;
        }
        system.node(self.number)?.now.extend(octets.get(..fits).unwrap_or_default());
        if fits < octets.len() { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut system = self.files.system();
        system.change()?;
        let node = system.node(self.number)?;
        node.durable.truncate(node.same_to);
        node.durable.extend(node.now.get(node.same_to..).unwrap_or_default());
        node.same_to = node.now.len();
        Ok(())
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        let mut system = self.files.system();
        system.change()?;
        let node = system.node(self.number)?;
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        node.now.resize(length.min(node.now.len()), 0);
        node.same_to = node.same_to.min(node.now.len());
        Ok(())
    }
}
