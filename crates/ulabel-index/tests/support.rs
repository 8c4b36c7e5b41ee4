//! What several tests need.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use ulabel::decision::{Decider, NameRecord};
use ulabel::policy::builtin;

/// Accents are variants under this policy.
pub(crate) fn decider() -> Decider {
    decider_of("ca")
}

pub(crate) fn decider_of(id: &str) -> Decider {
    Decider::new(&builtin::find(id).unwrap().policy().unwrap()).unwrap()
}

pub(crate) fn record(name: &str, registrar: &str) -> NameRecord {
    NameRecord { name: name.into(), registrar: registrar.into(), ..NameRecord::default() }
}

/// A folder of the system that is removed with the test.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("ulabel-index-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn join(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
