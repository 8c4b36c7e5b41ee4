//! The starts in the languages of territories, the index of all that are built in, and the table of coverage.
//!
//! Made offline from `data/cctlds.tsv`, `data/cldr` and `data/orthographies.tsv`. [`extract`] makes `data/cldr` anew
//! from a folder that has the npm packages of CLDR installed, [`suffixes`] makes `data/suffixes.tsv` from one that
//! has the Public Suffix List.

mod coverage;
mod derive;
mod extract;
mod index;
mod inputs;
mod judge;
mod names;
mod packages;
mod suffixes;
mod words;

use std::path::Path;

use crate::Generated;

/// The line that says a file is generated.
const GENERATED: &str = "DO NOT EDIT: made by `cargo run --release --package ulabel-gen -- policies`.";

/// The files of `data/cldr`, from a folder with the packages.
pub(crate) fn extract(folder: &str) -> Result<Vec<Generated>, String> {
    extract::extract(Path::new(folder), &inputs::cctlds()?, &inputs::orthographies()?)
}

/// `data/suffixes.tsv`, from a folder with the Public Suffix List.
pub(crate) fn suffixes(folder: &str) -> Result<Vec<Generated>, String> {
    suffixes::extract(Path::new(folder), &inputs::cctlds()?)
}

/// Every file that is made of the inputs.
pub(crate) fn files() -> Result<Vec<Generated>, String> {
    let cctlds = inputs::cctlds()?;
    let cldr = inputs::Cldr::read()?;
    let policies = derive::policies(&cctlds, &cldr, &inputs::orthographies()?)?;
    let files = policies.iter().zip(&cctlds).flat_map(|(made, cctld)| {
        let registry =
            made.registry_text.clone().map(|text| (format!("data/policies/{}.toml", cctld.a_label), text));
        let start = (format!("data/policies/{}-start.toml", cctld.a_label), made.start_text.clone());
        registry.into_iter().chain([start])
    });
    let index = index::text(&cctlds, &policies, &cldr)?;
    let (words, impossible) = (inputs::words_of_languages()?, inputs::impossible()?);
    let judgements = policies.iter().map(|made| judge::judge(&made.start, &words, &impossible));
    let judgements = judgements.collect::<Result<Vec<_>, _>>()?;
    let coverage = coverage::text(&cctlds, &policies, &judgements, &cldr)?;
    Ok(files
        .chain([
            ("src/policy/builtin/index.rs".to_owned(), index),
            ("src/docs/coverage.md".to_owned(), coverage),
        ])
        .collect())
}
