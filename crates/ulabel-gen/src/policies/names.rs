//! Writes the names of territories in six languages.

use std::collections::BTreeSet;

use super::packages::{Packages, at, head};

/// The languages, in the order of their columns.
pub(super) const LANGUAGES: [&str; 6] = ["ar", "zh", "en", "fr", "ru", "es"];

pub(super) fn text(packages: &Packages<'_>, codes: &BTreeSet<&str>) -> Result<String, String> {
    let mut text = head(
        "Names of territories",
        &format!("Columns: ISO 3166-1 code; its form of three letters; names in {}.", LANGUAGES.join(", ")),
    );
    let json = packages.json("cldr-core/supplemental/codeMappings.json")?;
    let mappings = at(&json, &["supplemental", "codeMappings"]);
    let mut all = Vec::new();
    for language in LANGUAGES {
        let json = packages.json(&format!("cldr-localenames-full/main/{language}/territories.json"))?;
        all.push(at(&json, &["main", language, "localeDisplayNames", "territories"]).clone());
    }
    for code in codes {
        let alpha3 = at(mappings, &[code, "_alpha3"]).as_str().unwrap_or_default();
        let names = all.iter().map(|names| at(names, &[code]).as_str().unwrap_or_default());
        let columns: Vec<&str> = [*code, alpha3].into_iter().chain(names).collect();
        text += &format!("{}\n", columns.join("\t"));
    }
    Ok(text)
}
