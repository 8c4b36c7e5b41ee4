#![no_main]

#[allow(dead_code)]
mod entry;
#[path = "../../tests/invariants.rs"]
mod invariants;
#[path = "../../tests/lgr_laws.rs"]
mod lgr_laws;

libfuzzer_sys::fuzz_target!(|data: &[u8]| entry::policy(data));
