//! A layer imports only lower numbers: the `crate::` paths of every file are held to the list in the
//! crate documentation.

use std::fs;
use std::path::{Path, PathBuf};

/// Layer of each top-level module.
const LAYERS: &[(&str, u32)] = &[
    ("unicode", 0),
    ("punycode", 1),
    ("label", 2),
    ("finding", 2),
    ("idna2008", 3),
    ("script", 4),
    ("display", 5),
    ("lgr", 5),
    ("policy", 6),
    ("report", 7),
    ("checker", 8),
    ("uts46", 8),
];

/// Pairs of one layer that may not see each other, and what may.
const SAME_LAYER_ALLOWED: &[(&str, &str)] = &[("finding", "label"), ("uts46", "checker")];

/// Upward looks that are allowed, each with its reason.
const EXCEPTIONS: &[(&str, &str)] = &[
    // `Label::parse` is the face of a function that needs Punycode and the tests' own reading of ASCII.
    ("label", "idna2008"),
];

fn layer(module: &str) -> Option<u32> {
    LAYERS.iter().find(|(name, _)| *name == module).map(|(_, layer)| *layer)
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Code without comments, whose links may point anywhere.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn imports_follow_the_numbers() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files(&src, &mut found);
    let mut faults = Vec::new();
    let mut seen = 0;
    for path in found {
        let relative = path.strip_prefix(&src).unwrap();
        let first = relative.components().next().unwrap().as_os_str().to_str().unwrap();
        let module = first.strip_suffix(".rs").unwrap_or(first);
        let Some(own) = layer(module) else {
            assert!(matches!(module, "lib" | "cli" | "gen"), "{module} has no layer");
            continue;
        };
        for (at, _) in code(&path).match_indices("crate::") {
            let text = code(&path);
            let target: String = text[at + "crate::".len()..]
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                .collect();
            let Some(other) = layer(&target) else {
                // A name that the crate root re-exports comes from nowhere a reader can see.
                faults.push(format!("{}: crate::{target} is no layer", relative.display()));
                continue;
            };
            seen += 1;
            let pair = (module, target.as_str());
            let allowed = other < own
                || module == target
                || (other == own && SAME_LAYER_ALLOWED.contains(&pair))
                || EXCEPTIONS.contains(&pair);
            if !allowed {
                faults.push(format!("{}: layer {own} imports {target}, layer {other}", relative.display()));
            }
        }
    }
    assert!(seen > 30, "the test reads the imports");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_program_uses_the_public_face_alone() {
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli"), &mut found);
    assert!(!found.is_empty());
    for path in found {
        assert!(!code(&path).contains("#[path"), "{} includes a file of the core", path.display());
    }
}

#[test]
fn no_file_is_too_long() {
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    for path in found {
        let text = fs::read_to_string(&path).unwrap();
        if text.starts_with("// DO NOT EDIT") {
            continue;
        }
        let lines = text.lines().count();
        assert!(lines <= 700, "{} has {lines} lines", path.display());
    }
}
