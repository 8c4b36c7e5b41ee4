//! Benches by layer; ids read like paths (`check/idn-u`). Ratios to peers are in `ratios.rs`.

#![allow(missing_docs, unreachable_pub, dead_code)]
#![allow(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod check;
mod common;
#[cfg(feature = "lgr")]
mod lgr;
#[cfg(feature = "language")]
mod messages;
mod script;

fn main() {
    divan::main();
}
