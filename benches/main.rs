//! Benches by layer; ids read like paths (`check/idn-u`). Ratios to peers are in `ratios.rs`.

#![allow(missing_docs)]

mod check;
mod common;
#[cfg(feature = "messages")]
mod messages;
mod script;

fn main() {
    divan::main();
}
