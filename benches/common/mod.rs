//! Inputs of the benches: real labels, from the published corpora where they are present beside the
//! repository, otherwise from the repository's own samples.

use std::path::Path;

/// A set of labels to measure on.
pub struct Corpus {
    pub name: &'static str,
    pub labels: Vec<String>,
}

/// The corpora: ASCII labels, U-labels of many scripts, A-labels, a mix as in a zone, and hostile ones.
pub fn corpora() -> Vec<Corpus> {
    ["ascii", "idn-u", "idn-a", "mixed-zone", "hostile"].into_iter().map(corpus).collect()
}

/// The labels of one corpus.
pub fn corpus(name: &'static str) -> Corpus {
    let root = std::env::var_os("ULABEL_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), std::path::PathBuf::from);
    let text =
        std::fs::read_to_string(root.join("corpus").join(name).with_extension("txt")).unwrap_or_else(|_| {
            let file = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("data/samples/bench")
                .join(name)
                .with_extension("txt");
            std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
        });
    Corpus { name, labels: text.lines().map(str::to_owned).collect() }
}
