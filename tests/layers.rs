//! Imports follow the list in the crate documentation: a folder of `src` imports only folders that stand
//! above it there, and so do the folders of `lgr`. No two files of a folder import each other in a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The folders of `src`, each of which may import those before it.
const FOLDERS: &[&str] = &[
    "unicode",
    "text",
    "punycode",
    "label",
    "finding",
    "idna2008",
    "script",
    "display",
    "lgr",
    "policy",
    "collisions",
    "report",
    "checker",
    "decision",
    "language",
    "view",
    "page",
];

/// The folders of `src/lgr`, likewise.
const LGR_FOLDERS: &[&str] =
    &["model", "structure", "xml", "text", "compile", "evaluate", "variants", "tables", "review"];

/// The folders of `src/policy`, likewise.
const POLICY_FOLDERS: &[&str] = &["model", "file", "builtin", "compile", "rules"];

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

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Code without comments, whose links may point anywhere.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// The first names behind each `prefix` in the code, those in braces too: `crate::{a::B, c}` has `a` and `c`.
fn imported(code: &str, prefix: &str) -> Vec<String> {
    let name = |text: &str| -> String {
        text.trim_start().chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
    };
    let mut found = Vec::new();
    for (at, _) in code.match_indices(prefix) {
        let rest = &code[at + prefix.len()..];
        let Some(list) = rest.strip_prefix('{') else {
            found.push(name(rest));
            continue;
        };
        let (mut depth, mut start) = (0, 0);
        for (at, c) in list.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth > 0 => depth -= 1,
                ',' | '}' if depth == 0 => {
                    found.push(name(&list[start..at]));
                    start = at + 1;
                    if c == '}' {
                        break;
                    }
                }
                _ => {}
            }
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

/// Holds the files below `root` to a list of its folders; names behind `prefix` that are in no folder are
/// judged by `others`.
fn faults(root: &Path, prefix: &str, list: &[&str], others: impl Fn(&str) -> bool) -> (usize, Vec<String>) {
    let mut found = Vec::new();
    files(root, &mut found);
    let (mut seen, mut faults) = (0, Vec::new());
    for path in found {
        let relative = path.strip_prefix(root).unwrap();
        let folder = relative.components().next().unwrap().as_os_str().to_str().unwrap();
        let Some(own) = list.iter().position(|name| *name == folder) else {
            if relative.components().count() > 1 {
                faults.push(format!("{folder} is not in the list"));
            }
            continue;
        };
        let code = code(&path);
        // In the main file of a folder `super` is the folder above.
        let is_main = relative.components().count() == 2 && relative.ends_with("mod.rs");
        let relative_names = if is_main { imported(&code, "super::") } else { Vec::new() };
        let known = |name: &String| list.contains(&name.as_str());
        for target in imported(&code, prefix).into_iter().chain(relative_names.into_iter().filter(known)) {
            match list.iter().position(|name| *name == target) {
                Some(other) => {
                    seen += 1;
                    if other > own {
                        faults.push(format!("{}: {folder} imports {target}", relative.display()));
                    }
                }
                None if others(&target) => {}
                // A name that the crate root re-exports comes from nowhere a reader can see.
                None => faults.push(format!("{}: {prefix}{target} is no folder", relative.display())),
            }
        }
    }
    (seen, faults)
}

#[test]
fn folders_import_only_those_above() {
    let (seen, faults) = faults(&src(), "crate::", FOLDERS, |_| false);
    assert!(seen > 100, "the test reads the imports");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn folders_of_lgr_import_only_those_above() {
    // Types of the model are re-exported by `lgr` itself.
    let (seen, faults) = faults(&src().join("lgr"), "crate::lgr::", LGR_FOLDERS, |_| true);
    assert!(seen > 30, "the test reads the imports");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn folders_of_policy_import_only_those_above() {
    let (seen, faults) = faults(&src().join("policy"), "crate::policy::", POLICY_FOLDERS, |_| true);
    assert!(seen > 20, "the test reads the imports");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_list_is_that_of_the_front_page() {
    let text = fs::read_to_string(src().join("lib.rs")).unwrap();
    let rows = text.lines().filter_map(|line| line.strip_prefix("//! | `")?.split('`').next());
    let listed: Vec<&str> = rows.collect();
    assert_eq!(listed, FOLDERS);
}

/// The files of a folder that a file imports, by `super::` and `self::`.
fn neighbours(path: &Path) -> Vec<PathBuf> {
    let folder = path.parent().unwrap();
    let is_module = path.file_name().is_some_and(|name| name == "mod.rs");
    let code = code(path);
    let names = imported(&code, if is_module { "self::" } else { "super::" });
    names.iter().map(|name| folder.join(format!("{name}.rs"))).filter(|file| file.exists()).collect()
}

#[test]
fn no_circle_of_files() {
    let mut found = Vec::new();
    files(&src(), &mut found);
    let arrows: BTreeMap<PathBuf, Vec<PathBuf>> =
        found.iter().map(|path| (path.clone(), neighbours(path))).collect();
    assert!(arrows.values().map(Vec::len).sum::<usize>() > 100, "the test reads the imports");
    for start in arrows.keys() {
        let mut seen = BTreeSet::new();
        let mut open: Vec<&PathBuf> = arrows[start].iter().collect();
        while let Some(file) = open.pop() {
            assert!(file != start, "{} is in a circle of imports", start.display());
            if seen.insert(file) {
                open.extend(arrows.get(file).into_iter().flatten());
            }
        }
    }
}

#[test]
fn no_file_is_too_long() {
    let mut found = Vec::new();
    files(&src(), &mut found);
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("crates"), &mut found);
    for path in found {
        let text = fs::read_to_string(&path).unwrap();
        if text.starts_with("// DO NOT EDIT") {
            continue;
        }
        let lines = text.lines().count();
        assert!(lines <= 600, "{} has {lines} lines", path.display());
    }
}
