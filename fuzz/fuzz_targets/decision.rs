#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| ulabel_fuzz::entry::decision(data));
