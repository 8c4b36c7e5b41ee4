#![no_main]

#[allow(dead_code)]
mod entry;
#[path = "../../tests/invariants.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|data: &[u8]| entry::policy(data));
