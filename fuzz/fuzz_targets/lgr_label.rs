//! A small ruleset and labels, both made of the input: the engine against the slow evaluator.
#![no_main]

#[path = "../../tests/lgr_engine/laws.rs"]
mod laws;
#[path = "../../tests/lgr_engine/reference.rs"]
mod reference;
#[path = "../../tests/lgr_engine/small.rs"]
mod small;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    laws::engine_agrees_with_reference(data);
    laws::index_labels_are_variant_sets(data);
});
