//! Benches, one module a layer.
#![allow(missing_docs)]

mod messages;

fn main() {
    divan::main();
}
