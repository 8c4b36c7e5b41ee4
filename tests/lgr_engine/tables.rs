//! The published rulesets, found by the names of their files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ulabel::lgr::{CompiledLgr, Lgr, Strictness, Tables, xml};

use crate::support::shared_path;

/// Rulesets as the tables of a zone, named by their numbers.
pub(crate) fn zone(lgrs: &[Lgr]) -> Tables {
    Tables::new(numbered(lgrs)).unwrap()
}

/// Rulesets with their numbers as names.
pub(crate) fn numbered(lgrs: &[Lgr]) -> Vec<(String, Lgr)> {
    lgrs.iter().enumerate().map(|(number, lgr)| (number.to_string(), lgr.clone())).collect()
}

/// All XML files under the folder of rulesets, by base name.
pub(crate) fn files() -> Option<BTreeMap<String, PathBuf>> {
    fn walk(folder: &Path, found: &mut BTreeMap<String, PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "xml") {
                found.insert(path.file_name().unwrap().to_str().unwrap().to_owned(), path);
            }
        }
    }
    let root = shared_path("lgr")?;
    let mut found = BTreeMap::new();
    walk(&root, &mut found);
    Some(found)
}

/// The ruleset in a file, without what breaks a requirement.
pub(crate) fn read(path: &Path) -> Lgr {
    let octets = std::fs::read(path).unwrap();
    xml::read(&octets, Strictness::Lenient)
        .unwrap_or_else(|refused| panic!("{}: {refused}", path.display()))
        .lgr
}

/// The same, compiled.
pub(crate) fn compile(path: &Path) -> CompiledLgr {
    CompiledLgr::new(&read(path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A published ruleset by a path under the folder of rulesets.
pub(crate) fn published(path: &str) -> Option<CompiledLgr> {
    Some(compile(&shared_path(&format!("lgr/{path}"))?))
}

/// A ruleset in XML, without the root element.
pub(crate) fn ruleset(inside: &str) -> CompiledLgr {
    let text = format!("<lgr xmlns=\"urn:ietf:params:xml:ns:lgr-1.0\">{inside}</lgr>");
    CompiledLgr::new(&xml::read(text.as_bytes(), Strictness::Strict).unwrap().lgr).unwrap()
}

/// Code points in hexadecimal, as text.
pub(crate) fn text(code_points: &str) -> String {
    code_points.split(' ').map(|cp| char::from_u32(u32::from_str_radix(cp, 16).unwrap()).unwrap()).collect()
}

/// Text as code points in hexadecimal.
pub(crate) fn hex(text: &str) -> String {
    text.chars().map(|c| format!("{:04X}", u32::from(c))).collect::<Vec<_>>().join(" ")
}
