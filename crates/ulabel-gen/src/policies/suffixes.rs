//! Makes `data/suffixes.tsv` from the Public Suffix List.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use ulabel::Label;

use super::inputs::Cctld;
use crate::Generated;

/// The file of the list, somewhere in the folder.
const FILE: &str = "public_suffix_list.dat";

/// How deep the folder is searched.
const MAX_DEPTH: usize = 4;

/// What names are registered under beside the domains themselves, from the section of the list that registries
/// answer for.
pub(super) fn extract(folder: &Path, cctlds: &[Cctld]) -> Result<Vec<Generated>, String> {
    let path = find(folder, MAX_DEPTH).ok_or_else(|| format!("no {FILE} in {}", folder.display()))?;
    let text = crate::read(&path.to_string_lossy())?;
    let said = |key: &str| {
        let value = text.lines().find_map(|line| line.strip_prefix(&format!("// {key}: ")));
        value.ok_or_else(|| format!("{FILE} does not say its {key}"))
    };
    let section = text
        .split_once("===BEGIN ICANN DOMAINS===")
        .and_then(|(_, rest)| rest.split_once("===END ICANN DOMAINS==="))
        .ok_or_else(|| format!("{FILE} has no section of ICANN domains"))?
        .0;
    let mut below: BTreeMap<&str, BTreeSet<String>> =
        cctlds.iter().map(|cctld| (cctld.u_label.as_str(), BTreeSet::new())).collect();
    let rules = section.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    for rule in rules {
        let Some((rest, tld)) = rule.rsplit_once('.') else { continue };
        if let Some(rules) = below.get_mut(u_label(tld)?.as_str()) {
            let labels: Vec<String> = rest.split('.').map(u_label).collect::<Result<_, _>>()?;
            rules.insert(labels.join("."));
        }
    }
    let mut out = format!(
        "# What names are registered under beside the country-code top-level domains themselves.\n\
         # From the ICANN section of the Public Suffix List, https://publicsuffix.org/list/, version {},\n\
         # commit {}, as PyPI publicsuffixlist has it.\n\
         # This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL\n\
         # was not distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.\n\
         # Made by `cargo run --release --package ulabel-gen -- policies --psl DIR`.\n\
         # Columns: top-level domain; domains below it, without its label: *.x is every domain right below x, !a.x none.\n",
        said("VERSION")?,
        said("COMMIT")?,
    );
    for (tld, rules) in below.iter().filter(|(_, rules)| !rules.is_empty()) {
        let rules: Vec<&str> = rules.iter().map(String::as_str).collect();
        out.push_str(&format!("{tld}\t{}\n", rules.join(" ")));
    }
    Ok(vec![("data/suffixes.tsv".to_owned(), out)])
}

/// The label as a U-label, with what stands before it in a rule.
fn u_label(text: &str) -> Result<String, String> {
    let (mark, label) = text.strip_prefix('!').map_or(("", text), |label| ("!", label));
    if label == "*" {
        return Ok(label.to_owned());
    }
    let label = Label::parse(label);
    let label = label.u_label().ok_or_else(|| format!("{text} is no label"))?;
    Ok(format!("{mark}{label}"))
}

fn find(folder: &Path, depth: usize) -> Option<std::path::PathBuf> {
    let path = folder.join(FILE);
    if path.is_file() {
        return Some(path);
    }
    let entries = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    let mut folders: Vec<_> = entries.filter(|path| path.is_dir() && depth > 0).collect();
    folders.sort();
    folders.iter().find_map(|folder| find(folder, depth - 1))
}
