//! Files of format 1, which had no name that is mirrored.

use std::fs;
use std::path::Path;

use ulabel::decision::{NameRecord, NameState};
use ulabel_index::{Change, Index, IndexWriter, build, verify};

use crate::support::{Folder, decider, record};

const FORMAT: std::ops::Range<usize> = 8..12;
const HEAD: usize = 68;
/// Where the policy of a manifest stands: behind format, kind, id, digest and seed.
const POLICY: usize = 8 + 4 + 4 + 16 + 32 + 16;

fn format(path: &Path) -> u32 {
    u32::from_le_bytes(fs::read(path).unwrap()[FORMAT].try_into().unwrap())
}

/// Puts a checksum behind the octets before it.
fn seal(octets: &mut [u8], before: impl Fn(&[u8]) -> u32) {
    let (octets, checksum) = octets.split_last_chunk_mut::<4>().unwrap();
    *checksum = before(octets).to_le_bytes();
}

/// Where the number that begins here ends.
fn number_end(octets: &[u8], at: usize) -> usize {
    at + octets[at..].iter().position(|octet| *octet < 0x80).unwrap() + 1
}

/// Makes of an index without mirrored names what a program that knew format 1 alone has written.
fn make_format_1(folder: &Path) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let mut octets = fs::read(&path).unwrap();
        if octets.is_empty() {
            continue;
        }
        octets[FORMAT].copy_from_slice(&1_u32.to_le_bytes());
        if path.ends_with("manifest") {
            let mut at = POLICY + 1 + usize::from(octets[POLICY]);
            // Generation, next number, log, and the counts that format 1 has.
            for _ in 0..3 + 4 {
                at = number_end(&octets, at);
            }
            assert_eq!(octets.remove(at), 0, "no mirrored names");
            seal(&mut octets, crc32c::crc32c);
        } else {
            seal(&mut octets[..HEAD], crc32c::crc32c);
            if path.extension().is_some_and(|kind| kind != "log") {
                let head = crc32c::crc32c(&octets[..HEAD]);
                let foot = octets.len() - 64;
                seal(&mut octets[foot..], |foot| crc32c::crc32c_append(head, foot));
            }
        }
        fs::write(&path, octets).unwrap();
    }
}

/// An index of format 1, with names in a segment and in the log.
fn old_index(folder: &Folder) -> std::path::PathBuf {
    let path = folder.join("index");
    let records = (0..100).map(|number| Ok(record(&format!("n{number}"), "A")));
    build(&path, &decider(), records, &mut |_| {}).unwrap();
    let mut writer = IndexWriter::open(&path, &decider()).unwrap();
    let blocked = NameRecord { state: NameState::Blocked, ..record("n1", "A") };
    writer.apply(&[Change::Put(record("café.ca", "B")), Change::Put(blocked)]).unwrap();
    drop(writer);
    make_format_1(&path);
    path
}

#[test]
fn format_1_is_read() {
    let folder = Folder::new();
    let path = old_index(&folder);
    let index = Index::open(&path, &decider()).unwrap();
    assert_eq!((index.len(), index.get("café").unwrap().unwrap().registrar.as_str()), (101, "B"));
    let count = |index: &Index, state| {
        index.stats().names.iter().find(|(known, _)| *known == state).map(|(_, count)| *count)
    };
    assert_eq!(count(&index, NameState::Blocked), Some(1));
    assert_eq!(count(&index, NameState::Mirrored), Some(0));
    assert!(verify(&path, &decider()).unwrap().faults.is_empty());
    assert_eq!(format(&path.join("manifest")), 1, "who reads changes nothing");
}

/// Another program may read the index while it is written: it has to meet the new format first in the manifest.
#[test]
fn a_writer_says_the_new_format_before_it_writes() {
    let folder = Folder::new();
    let path = old_index(&folder);
    let mut reader = Index::open(&path, &decider()).unwrap();
    let mut writer = IndexWriter::open(&path, &decider()).unwrap();
    assert_eq!((format(&path.join("manifest")), format(&path.join("00000002.log"))), (2, 1));
    let mirrored =
        NameRecord {
            state: NameState::Mirrored, original: Some("café.ca".into()), ..record("cafè.ca", "B")
        };
    writer.apply(&[Change::Put(mirrored.clone())]).unwrap();
    for is_flushed in [false, true] {
        if is_flushed {
            writer.compact().unwrap();
        }
        assert!(reader.refresh().unwrap());
        assert_eq!(reader.get("cafè").unwrap().unwrap(), mirrored);
        assert_eq!(reader.len(), 102);
        let stats = reader.stats();
        assert!(stats.names.contains(&(NameState::Mirrored, 1)), "{:?}", stats.names);
    }
    drop(writer);
    let report = verify(&path, &decider()).unwrap();
    assert!(report.faults.is_empty(), "{:?}", report.faults);
}
