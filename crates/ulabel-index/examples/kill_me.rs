//! Adds to an index, or builds one, until it is killed: what `.ci/index-kills` runs and kills.
//!
//! `kill_me add FOLDER SAID` adds groups of names, and writes the number of each group that is stored to the file
//! SAID. `kill_me build FOLDER` builds an index of names. `kill_me check FOLDER SAID` finds all that was said.

use std::io::Write;

use ulabel::decision::{Decider, NameRecord};
use ulabel::policy::builtin;
use ulabel_index::{Change, Index, IndexWriter, build, verify};

/// Names of a group.
const GROUP: u64 = 50;

fn record(number: u64, registrar: u64) -> NameRecord {
    let label = format!("name{number}");
    NameRecord { name: format!("{label}.ca"), registrar: registrar.to_string(), ..NameRecord::default() }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let policy = builtin::find("ca").ok_or("no policy")?.policy()?;
    let decider = Decider::new(&policy)?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match *arguments {
        ["add", folder, said] => add(folder, said, &decider),
        ["build", folder] => {
            let records = (0..400_000).map(|number| Ok(record(number, 0)));
            build(folder, &decider, records, &mut |_| {})?;
            Ok(())
        }
        ["check", folder, said] => check(folder, said, &decider),
        _ => Err("expected add, build or check".into()),
    }
}

/// The names of a group: new ones, and some of an earlier group again.
fn group(number: u64) -> impl Iterator<Item = u64> {
    let earlier = number / 2 * GROUP;
    (number * GROUP..(number + 1) * GROUP).chain(earlier..earlier + 5)
}

fn add(folder: &str, said: &str, decider: &Decider) -> Result<(), Box<dyn std::error::Error>> {
    let mut writer = match std::path::Path::new(folder).exists() {
        true => IndexWriter::open(folder, decider)?,
        false => IndexWriter::create(folder, decider)?,
    };
    let mut said = std::fs::OpenOptions::new().create(true).append(true).open(said)?;
    let first = writer.stats().count() / GROUP;
    for number in first.. {
        let changes: Vec<Change> = group(number).map(|name| Change::Put(record(name, number))).collect();
        writer.apply(&changes)?;
        writeln!(said, "{number}")?;
        if number % 40 == 39 {
            writer.flush()?;
        }
    }
    Ok(())
}

fn check(folder: &str, said: &str, decider: &Decider) -> Result<(), Box<dyn std::error::Error>> {
    let report = verify(folder, decider)?;
    if !report.faults.is_empty() {
        return Err(format!("{:?}", report.faults).into());
    }
    let index = Index::open(folder, decider)?;
    let groups = index.len() / GROUP;
    let said = std::fs::read_to_string(said).unwrap_or_default();
    let said = said.lines().last().map_or(Ok(0), |last| last.parse::<u64>().map(|last| last + 1))?;
    if index.len() % GROUP != 0 || groups < said {
        return Err(format!("{} names, {said} groups were said to be stored", index.len()).into());
    }
    // The last group that has a name in it is the one that it belongs to.
    let mut last = std::collections::HashMap::new();
    for number in 0..groups {
        last.extend(group(number).map(|name| (name, number)));
    }
    for (name, number) in last {
        let record = index.get(&format!("name{name}"))?.ok_or_else(|| format!("name{name} is lost"))?;
        if record.registrar != number.to_string() {
            return Err(format!("name{name} is of group {}, expected {number}", record.registrar).into());
        }
    }
    println!("{groups} groups, {said} said");
    Ok(())
}
