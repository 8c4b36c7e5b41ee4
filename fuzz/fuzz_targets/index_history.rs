#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| ulabel_fuzz::index::index_history(data));
