//! The laws on rulesets made at random.

use proptest::prelude::*;

use super::laws;

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn two_evaluators_agree(octets in proptest::collection::vec(any::<u8>(), 0..400)) {
        laws::engine_agrees_with_reference(&octets);
    }

    #[test]
    fn index_labels(octets in proptest::collection::vec(any::<u8>(), 0..80)) {
        laws::index_labels_are_variant_sets(&octets);
    }

    #[test]
    fn collisions(octets in proptest::collection::vec(any::<u8>(), 0..600)) {
        laws::collisions_agree_with_reference(&octets, 2);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, max_shrink_iters: 50, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn collisions_of_longer_labels(octets in proptest::collection::vec(any::<u8>(), 0..600)) {
        laws::collisions_agree_with_reference(&octets, 3);
    }
}
