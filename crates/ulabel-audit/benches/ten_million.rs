//! An audit of ten million names, beside reading the same file alone, in the same run.
//!
//! `cargo bench -p ulabel-audit`. `ULABEL_NAMES` is how many names there are, `ULABEL_FOLDER` where their files go. Each audit is a
//! process of its own, so that its memory can be told.
//!
//! | bar | |
//! |---|---|
//! | a zone file of a tenth as many delegations, summary only | at most 12 times `wc -l` |
//! | a list under a policy, summary only | at least 8 million names a second, at most 100 MB |
//! | the same with collisions under three tables | at most 15 s for ten million, 1.2 GB |
//! | a gzipped zone file | at least 0.6 of the speed of decompressing it |

#![allow(missing_docs, unreachable_pub, dead_code)]
#![allow(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod names;

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use flate2::read::MultiGzDecoder;
use ulabel::Checker;
use ulabel::lgr::Detail;
use ulabel::policy::builtin;
use ulabel_audit::input::InputFormat;
use ulabel_audit::{AuditOptions, Judge, Source, audit};

fn main() {
    if let Ok(asked) = std::env::var("ULABEL_AUDIT") {
        return run_one(&asked);
    }
    let is_test = std::env::args().any(|argument| argument == "--test");
    let names = std::env::var("ULABEL_NAMES").ok().and_then(|count| count.parse().ok());
    let count: u64 = if is_test { 2_000 } else { names.unwrap_or(10_000_000) };
    let folder = std::env::var_os("ULABEL_FOLDER").map_or_else(std::env::temp_dir, PathBuf::from);
    let folder = folder.join(format!("ulabel-audit-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    run(&folder, count);
    std::fs::remove_dir_all(&folder).unwrap();
}

fn run(folder: &Path, count: u64) {
    let [list, zone, gz] = ["names.txt", "some.zone", "all.zone.gz"].map(|name| folder.join(name));
    let write = |path: &Path, count, is_zone: bool| {
        let mut out = BufWriter::new(File::create(path).unwrap());
        match is_zone {
            true => names::write_zone(&mut out, count, "eu").unwrap(),
            false => names::write_list(&mut out, count, "eu").unwrap(),
        };
        out.flush().unwrap();
    };
    write(&list, count, false);
    write(&zone, count / 10, true);
    let whole = folder.join("all.zone");
    write(&whole, count, true);
    assert!(Command::new("gzip").arg(&whole).status().unwrap().success());

    let counted = best(|| {
        let start = Instant::now();
        assert!(Command::new("wc").arg("-l").arg(&zone).output().unwrap().status.success());
        start.elapsed().as_secs_f64()
    });
    let (time, _) = child("zone", &zone, false);
    let octets = std::fs::metadata(&zone).unwrap().len();
    println!(
        "zone file of {} delegations, {octets} octets: {time:.2} s, {:.1} times wc -l (12)",
        count / 10,
        time / counted
    );

    let read = best(|| {
        let start = Instant::now();
        let mut lines = BufReader::with_capacity(1 << 17, File::open(&list).unwrap());
        let (mut line, mut octets) = (Vec::new(), 0);
        while lines.read_until(b'\n', &mut line).unwrap() > 0 {
            octets += line.len();
            line.clear();
        }
        std::hint::black_box(octets);
        start.elapsed().as_secs_f64()
    });
    let (time, memory) = child("list", &list, false);
    let rate = count as f64 / time / 1e6;
    println!(
        "list of {count} names: {time:.2} s, {rate:.1} million a second (8), {memory} MB (100), {:.1} times reading its lines",
        time / read
    );
    let (time, memory) = child("list", &list, true);
    println!("the same with collisions: {time:.2} s (15), {memory} MB (1200)");

    let unpacked = best(|| {
        let start = Instant::now();
        let mut source = MultiGzDecoder::new(File::open(&gz).unwrap());
        let mut buffer = vec![0; 1 << 18];
        while source.read(&mut buffer).unwrap() > 0 {}
        start.elapsed().as_secs_f64()
    });
    let (time, memory) = child("zone", &gz, false);
    println!(
        "gzipped zone file of {count} delegations: {time:.2} s, {memory} MB, {:.2} of the speed of decompressing it (0.6)",
        unpacked / time
    );
}

fn best(mut run: impl FnMut() -> f64) -> f64 {
    (0..3).map(|_| run()).fold(f64::INFINITY, f64::min)
}

/// The median time of three audits in a process of their own, and the most memory of one in MB.
fn child(format: &str, path: &Path, collisions: bool) -> (f64, u64) {
    let mut runs: Vec<(f64, u64)> = (0..3)
        .map(|_| {
            let asked = format!("{format} {collisions} {}", path.display());
            let mut command = Command::new(std::env::current_exe().unwrap());
            let start = Instant::now();
            let output = command.env("ULABEL_AUDIT", asked).output().unwrap();
            let time = start.elapsed().as_secs_f64();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            (time, String::from_utf8(output.stdout).unwrap().trim().parse().unwrap())
        })
        .collect();
    runs.sort_by(|a, b| a.0.total_cmp(&b.0));
    (runs[1].0, runs.iter().map(|run| run.1).max().unwrap())
}

/// One audit; prints the most memory that it had, in MB.
fn run_one(asked: &str) {
    let mut words = asked.splitn(3, ' ');
    let (format, collisions, path) = (words.next().unwrap(), words.next().unwrap(), words.next().unwrap());
    let policy = builtin::find("eu").unwrap().policy().unwrap();
    let checker = Checker::with_policy(&policy).unwrap().with_detail(Detail::Tables);
    let mut options = AuditOptions::new(Judge::One(checker.into()));
    options.collisions = collisions == "true";
    let format = match format {
        "zone" => InputFormat::Zone { origin: None },
        _ => InputFormat::List,
    };
    let source = Source::file(Path::new(path), format).unwrap();
    let report = audit(vec![source], &options, None, &mut ()).unwrap();
    assert!(report.names > 0 && report.invalid > 0);
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0 kB");
    let kilobytes: u64 = most.trim().trim_end_matches(" kB").parse().unwrap();
    println!("{}", kilobytes / 1000);
}
