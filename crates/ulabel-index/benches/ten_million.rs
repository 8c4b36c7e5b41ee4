//! What an index takes, of time and of room, with ten million names under three tables (Latin, Cyrillic, Greek).
//!
//! `cargo bench -p ulabel-index` prints each figure beside what is asked for, and beside the store's own floor in the
//! same run. `ULABEL_NAMES` sets another number of names.

// A bench may stop where a figure cannot be had.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod names;

use std::fs::File;
use std::hint::black_box;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use names::Names;
use ulabel::collisions::VariantList;
use ulabel::decision::{Decider, Request};
use ulabel::lgr::Scratch;
use ulabel::policy::{CompiledPolicy, builtin};
use ulabel_index::input::CsvRecords;
use ulabel_index::{Change, Index, IndexWriter, build, verify};

fn main() {
    // `cargo test --benches` only sees that it builds and runs.
    let is_test = std::env::args().any(|argument| argument == "--test");
    let names = std::env::var("ULABEL_NAMES").ok().and_then(|count| count.parse().ok());
    let count = if is_test { 2_000 } else { names.unwrap_or(10_000_000) };
    let folder = std::env::var_os("ULABEL_FOLDER").map_or_else(std::env::temp_dir, PathBuf::from);
    let folder = folder.join(format!("ulabel-index-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    run(&folder, count);
    wide_sets(&folder, count.min(200_000));
    std::fs::remove_dir_all(&folder).unwrap();
}

fn run(folder: &Path, count: u64) {
    let decider = Decider::new(&builtin::find("eu").unwrap().policy().unwrap()).unwrap();
    let names = Names::new();
    let (input, path) = (folder.join("names.csv"), folder.join("names.index"));
    names.write_csv(&input, count);
    let input_octets = std::fs::metadata(&input).unwrap().len();
    println!("{count} names, {input_octets} octets of CSV");

    let start = Instant::now();
    let records = CsvRecords::new(File::open(&input).unwrap()).unwrap();
    let report = build(&path, &decider, records, &mut |_| {}).unwrap();
    let built = start.elapsed();
    let floor = copy(&input, &folder.join("copy"));
    row("build", built.as_secs_f64(), "s", 40.0, floor.as_secs_f64(), "copying the input, durable");
    println!("    {} names, {} came again", report.names, report.replaced);
    let stats = ulabel_index::Stats::read(&path).unwrap();
    row("octets a name beside names and holders", stats.overhead(), "", 48.0, 0.0, "");

    let start = Instant::now();
    let index = Index::open(&path, &decider).unwrap();
    row("open", start.elapsed().as_secs_f64() * 1e3, "ms", 20.0, 0.0, "");

    let segment = std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path());
    let segment = segment.max_by_key(|path| std::fs::metadata(path).unwrap().len()).unwrap();
    let floor = times(100_000, &mut reading(&segment, count));
    let mut keys = decider.keys();
    let decide = |wanted: Vec<String>, keys: &mut _| {
        let mut at = 0;
        times(wanted.len() as u32 / 2, &mut || {
            let request =
                Request { registrar: Some("R-1"), registrant: Some("C1"), ..Request::new(&wanted[at]) };
            black_box(decider.decide_with(&request, keys, &index).unwrap());
            at += 1;
        })
    };
    // Twice as many as are timed first, so that what is read often is in memory.
    let _ = decide(names.existing(count, 400_000, 1), &mut keys);
    let _ = decide(names.new_ones(400_000, 1), &mut keys);
    let (wanted, mut at) = (names.existing(count, 200_000, 2), 0);
    let got = times(100_000, &mut || {
        black_box(index.get(&wanted[at]).unwrap());
        at += 1;
    });
    println!(
        "get, with the keys of the name: median {:.2} us, 99 % {:.2} us",
        micros(got[0]),
        micros(got[1])
    );
    let existing = decide(names.existing(count, 400_000, 2), &mut keys);
    let absent = decide(names.new_ones(400_000, 3), &mut keys);
    row(
        "decide, a name that exists, median",
        micros(existing[0]),
        "us",
        10.0,
        micros(floor[0]),
        "reading a block",
    );
    row(
        "decide, a name that exists, 99 %",
        micros(existing[1]),
        "us",
        60.0,
        micros(floor[1]),
        "reading a block",
    );
    row("decide, a name in no set, median", micros(absent[0]), "us", 3.0, 0.0, "");
    row("decide, a name in no set, 99 %", micros(absent[1]), "us", 60.0, 0.0, "");
    let checker = ulabel::Checker::with_policy(&builtin::find("eu").unwrap().policy().unwrap()).unwrap();
    let (wanted, mut at) = (names.new_ones(200_000, 4), 0);
    let checked = times(100_000, &mut || {
        black_box(checker.check(&wanted[at]));
        at += 1;
    });
    println!("    of which the check {:.2} us", micros(checked[0]));
    drop(index);

    let mut writer = IndexWriter::open(&path, &decider).unwrap();
    let (fifth, group) = (count / 5, 1000);
    let floor = append(&folder.join("floor"), 300, 100_000);
    let (mut sum, mut slowest) = (Duration::ZERO, Duration::ZERO);
    for at in 0..fifth / group {
        let changes: Vec<Change> =
            (0..group).map(|other| Change::Put(names.changed_record(count, at * group + other))).collect();
        let one = Instant::now();
        writer.apply(&changes).unwrap();
        let took = one.elapsed();
        sum += took;
        slowest = slowest.max(took);
    }
    let mean = sum.as_secs_f64() * 1e6 / (fifth / group * group).max(1) as f64;
    let floor_a_name = micros(floor[0]) / group as f64;
    row("durable in groups of 1000, a name", mean, "us", 20.0, floor_a_name, "appending as many octets");
    println!("    over {fifth} names; the slowest group took {:.0} ms", slowest.as_secs_f64() * 1e3);
    let stats = writer.stats();
    row("octets a name after a fifth was replaced", stats.overhead(), "", 100.0, 0.0, "");
    println!("    segments {:?}", stats.segments);
    let floor = append(&folder.join("floor"), 300, 100);
    let mut at = 0;
    let alone = times(1000.min(count as u32 / 10), &mut || {
        writer.apply(&[Change::Put(names.changed_record(count, fifth + at))]).unwrap();
        at += 1;
    });
    row("durable, one alone, median", micros(alone[0]) / 1e3, "ms", 2.0, micros(floor[0]) / 1e3, "appending");
    row("durable, one alone, 99 %", micros(alone[1]) / 1e3, "ms", 2.0, micros(floor[1]) / 1e3, "appending");
    // As full a log as there can be, and no orderly end.
    writer.finish_merges().unwrap();
    writer.flush().unwrap();
    let last: Vec<Change> = (0..16_000).map(|at| Change::Put(names.changed_record(count, at))).collect();
    writer.apply(&last).unwrap();
    drop(writer);
    let start = Instant::now();
    let index = Index::open(&path, &decider).unwrap();
    row("open, with a full log", start.elapsed().as_secs_f64() * 1e3, "ms", 20.0, 0.0, "");
    drop(index);
    let start = Instant::now();
    drop(IndexWriter::open(&path, &decider).unwrap());
    row("open for writing, with a full log", start.elapsed().as_secs_f64() * 1e3, "ms", 20.0, 0.0, "");

    let start = Instant::now();
    let report = verify(&path, &decider).unwrap();
    println!(
        "verify {:.1} s, {} names, faults {:?}",
        start.elapsed().as_secs_f64(),
        report.names,
        report.faults
    );
}

/// Decisions on names of sets of more than 10^12 labels: accents of every vowel under .ca.
fn wide_sets(folder: &Path, count: u64) {
    let decider = Decider::new(&builtin::find("ca").unwrap().policy().unwrap()).unwrap();
    let path = folder.join("wide.index");
    let names = Names::new();
    build(&path, &decider, (0..count).map(|number| Ok(names.wide_record(number))), &mut |_| {}).unwrap();
    let index = Index::open(&path, &decider).unwrap();
    let mut keys = decider.keys();
    let mut smallest = u128::MAX;
    let mut time = |what: &str, name: &dyn Fn(u64) -> String| {
        let asked: Vec<String> = (0..count.min(50_000)).map(name).collect();
        let mut asked = asked.iter();
        let taken = times(asked.len() as u32, &mut || {
            let name = asked.next().unwrap();
            let request = Request { registrar: Some("R-1"), registrant: Some("C1"), ..Request::new(name) };
            black_box(decider.decide_with(&request, &mut keys, &index).unwrap());
        });
        row(&format!("{what}, median"), micros(taken[0]), "us", 10.0, 0.0, "");
        row(&format!("{what}, 99 %"), micros(taken[1]), "us", 60.0, 0.0, "");
    };
    time("of a wide set, a name that exists", &|number| names.wide_record(number).name);
    time("of a wide set, another name of it", &|number| names.wide_record(number).name.replacen('e', "é", 1));
    time("a wide set without names", &|number| names.wide_record(1 << 40 | number).name);
    let policy = CompiledPolicy::new(decider.policy()).unwrap();
    let tables = policy.tables().unwrap();
    for number in 0..100 {
        let name = names.wide_record(number).name;
        let list =
            VariantList::new(tables, name.trim_end_matches(".ca").as_bytes(), None, 0, &mut Scratch::new());
        smallest = smallest.min(list.counts.total().to_u128().unwrap_or(u128::MAX));
    }
    println!("    the smallest of 100 sets has {smallest} other labels");
}

fn row(what: &str, value: f64, unit: &str, most: f64, floor: f64, of: &str) {
    let kept = if value <= most { "ok" } else { "MISSED" };
    print!("{what:45} {value:8.2} {unit:2} (at most {most} {unit}) {kept}");
    match of {
        "" => println!(),
        of => println!("; {:.1} times {of}, {floor:.2} {unit}", value / floor),
    }
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

/// Median and 99th percentile.
fn times(count: u32, run: &mut dyn FnMut()) -> [Duration; 2] {
    let once = |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    let mut times: Vec<Duration> = (0..count.max(1)).map(once).collect();
    times.sort_unstable();
    [times[times.len() / 2], times[times.len() * 99 / 100]]
}

/// Reads two thousand octets at places by chance.
fn reading(path: &Path, count: u64) -> impl FnMut() + use<> {
    let mut file = File::open(path).unwrap();
    let length = file.metadata().unwrap().len();
    let (mut buffer, mut at) = (vec![0; 2000], count);
    move || {
        at = at.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let place = ((u128::from(at) * u128::from(length.saturating_sub(2000))) >> 64) as u64;
        file.seek(SeekFrom::Start(place)).unwrap();
        let _ = black_box(file.read(&mut buffer).unwrap());
    }
}

fn copy(from: &Path, to: &Path) -> Duration {
    let start = Instant::now();
    let (mut from, mut file) = (File::open(from).unwrap(), File::create(to).unwrap());
    let mut buffer = vec![0; 1 << 20];
    loop {
        let count = from.read(&mut buffer).unwrap();
        if count == 0 {
            break;
        }
        file.write_all(&buffer[..count]).unwrap();
    }
    file.sync_all().unwrap();
    let time = start.elapsed();
    std::fs::remove_file(to).unwrap();
    time
}

/// Appends and syncs.
fn append(path: &Path, count: u32, octets: usize) -> [Duration; 2] {
    let mut file = File::create(path).unwrap();
    let buffer = vec![7; octets];
    times(count, &mut || {
        file.write_all(&buffer).unwrap();
        file.sync_data().unwrap();
    })
}
