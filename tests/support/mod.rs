//! Files and folders that the tests share.

use std::path::{Path, PathBuf};

/// The folder of the workspace, from whichever of its packages.
pub fn root() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.ancestors().find(|folder| folder.join("Cargo.lock").exists()).expect("a workspace")
}

/// A file of the published data that tests read in place, or `None`, said aloud, when it is absent.
/// `ULABEL_SHARED` names the folder; without it, it is looked for beside the repository.
pub fn shared(path: &str) -> Option<String> {
    let file = shared_path(path)?;
    Some(std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display())))
}

/// The path of a file or folder of the published data.
pub fn shared_path(path: &str) -> Option<PathBuf> {
    let root = match std::env::var_os("ULABEL_SHARED") {
        Some(root) => PathBuf::from(root),
        None => root().join("../shared"),
    };
    let file = root.join(path);
    if !file.exists() {
        eprintln!("SKIPPED: {} is absent, so what it states is not tested", file.display());
        return None;
    }
    Some(file)
}

/// The objects of a JSON Lines file of the published data.
pub fn shared_lines(path: &str) -> Option<Vec<serde_json::Value>> {
    let text = shared(path)?;
    Some(text.lines().map(|line| serde_json::from_str(line).expect("a JSON object a line")).collect())
}
