//! The laws on rulesets made at random, and on what the fuzzer found.

use std::fs;
use std::path::Path;

use proptest::prelude::*;

use super::laws;

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn two_evaluators_agree(octets in proptest::collection::vec(any::<u8>(), 0..400)) {
        laws::engine_agrees_with_reference(&octets);
    }

    #[test]
    fn index_labels(octets in proptest::collection::vec(any::<u8>(), 0..80)) {
        laws::index_labels_are_variant_sets(&octets);
    }
}

#[test]
fn seeds_and_regressions() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    for folder in ["seeds/lgr_label", "regressions/lgr_label"] {
        let Ok(files) = fs::read_dir(root.join(folder)) else { continue };
        for file in files {
            let octets = fs::read(file.unwrap().path()).unwrap();
            laws::engine_agrees_with_reference(&octets);
            laws::index_labels_are_variant_sets(&octets);
        }
    }
}
