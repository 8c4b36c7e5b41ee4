//! Writes names as a zone has them: `cargo run --release -p ulabel-audit --example zone_like -- list|zone COUNT TLD`.
//!
//! The same arguments give the same names. What is bad in them goes to standard error.

#![allow(clippy::indexing_slicing, clippy::expect_used, unreachable_pub, dead_code, clippy::print_stderr)]

#[path = "../benches/names.rs"]
mod names;

use std::io::{self, BufWriter, Write};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [kind, count, tld] = &arguments[..] else {
        return Err(io::Error::other("expected list or zone, how many names, and a top-level domain"));
    };
    let count = count.parse().map_err(|_| io::Error::other("expected a number of names"))?;
    let mut out = BufWriter::new(io::stdout().lock());
    let written = match &**kind {
        "list" => names::write_list(&mut out, count, tld)?,
        "zone" => names::write_zone(&mut out, count, tld)?,
        _ => return Err(io::Error::other("expected list or zone")),
    };
    out.flush()?;
    for ((pattern, code), count) in names::BAD.iter().zip(written.bad) {
        eprintln!("{count} like {pattern}: {code}");
    }
    Ok(())
}
