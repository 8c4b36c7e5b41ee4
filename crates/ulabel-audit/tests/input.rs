//! Names read from files.

use std::io::Write;
use std::path::PathBuf;

use domain::base::iana::Rtype;
use domain::base::name::FlattenInto;
use domain::zonefile::inplace::{Entry, Zonefile};
use flate2::Compression;
use flate2::write::GzEncoder;
use ulabel_audit::input::InputFormat;

use crate::support::names;

const ZONE: InputFormat = InputFormat::Zone { origin: None };

fn zone(text: &str) -> Result<Vec<(String, u64)>, String> {
    names(text.as_bytes(), &ZONE)
}

fn pairs(expected: &[(&str, u64)]) -> Vec<(String, u64)> {
    expected.iter().map(|(name, line)| ((*name).to_owned(), *line)).collect()
}

#[test]
fn a_zone_gives_what_it_delegates() {
    let text = "$ORIGIN Example.\n$TTL 1h30m\n@ 3600 IN SOA ns.nic hostmaster (\n  1 ; serial (with a parenthesis)\n  2 3 4 5 )\n\
        \tNS ns.nic\nns.nic A 192.0.2.1\nxn--bcher-kva 1d IN NS ns.one.\n\t\tNS ns.two.\n; nothing\n\nUPPER\tin 7200 ns a.b.\n\
        absolute.other. NS x.\nquoted TXT \"; no comment ( \\\" \" ) (\n ) \nclass CLASS1 NS a.\n\\@at NS a.\n\\195\\188 NS a.\n\
        dot\\.ted NS a.\n$ORIGIN sub.example.\nlast NS a.";
    let found = zone(text).expect("a zone");
    let expected = pairs(&[
        ("xn--bcher-kva.example", 8),
        ("upper.example", 12),
        ("absolute.other", 13),
        ("class.example", 16),
        ("@at.example", 17),
        ("ü.example", 18),
        ("dot\\.ted.example", 19),
        ("last.sub.example", 21),
    ]);
    assert_eq!(found, expected);
}

#[test]
fn faults_of_zones_name_their_line() {
    for (text, fault) in [
        (
            "a NS b\n",
            "cannot read file, line 1: a is relative, and there is no $ORIGIN before it: name the zone",
        ),
        (
            "a. NS b\n$INCLUDE other\n",
            "cannot read file, line 2: $INCLUDE is not followed: put the files into one, or name each of them",
        ),
        (
            "$GENERATE 1-2 a$ NS b\n",
            "cannot read file, line 1: $GENERATE is not read: write its records out (named-compilezone does)",
        ),
        ("$X\n", "cannot read file, line 1: $X is no directive that is known: expected $ORIGIN or $TTL"),
        ("a\\999. NS b\n", "cannot read file, line 1: a\\999. has an escape of a number above 255"),
        ("\u{FEFF}a\\1. NS b\n", "cannot read file, line 1: a\\1. has an escape that is none"),
    ] {
        assert_eq!(zone(text), Err(fault.to_owned()), "{text}");
    }
    let endless = format!("a. TXT (\n{}", "x\n".repeat(1 << 20));
    let fault = zone(&endless).expect_err("no end");
    assert!(fault.contains("line 1: the record that begins here"), "{fault}");
    let long = format!("{}. NS b\n", "a".repeat(2000));
    assert!(zone(&long).expect_err("too long").contains("is longer than any name"));
    assert!(names(b"\xFF\xFEa\0", &ZONE).expect_err("UTF-16").contains("UTF-16"));
}

/// The crate `domain` reads the same delegations in the root zone, and in one with what a zone file can have.
#[test]
fn another_reader_finds_the_same_delegations() {
    let mut text =
        String::from("$ORIGIN example.\n$TTL 3600\n@ IN SOA a. b. ( 1 2 3\n 4 5 ) ; done\n@ IN NS a.\n");
    for number in 0..500 {
        let record = match number % 5 {
            0 => format!("n{number} IN NS ns1.n{number}\n\tIN NS ns2\n"),
            1 => format!("N{number}.example. 60 IN NS a. ; a comment\n"),
            2 => format!("n{number} IN 60 TXT \"a ; b\" ( \"c\"\n \"d\" )\n"),
            3 => format!("\\110{number} IN NS (\n a. )\n"),
            _ => format!("n{number} IN DS 1 8 2 ( AAAA\nBBBB )\n   IN NS a.\n"),
        };
        text.push_str(&record);
    }
    assert_same(text.as_bytes(), "example");

    let root = shared().join("zone/root.zone.gz");
    let Ok(packed) = std::fs::read(&root) else {
        println!("skipped: {} is not there", root.display());
        return;
    };
    let mut unpacked = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::MultiGzDecoder::new(&*packed), &mut unpacked)
        .expect("gzip");
    assert_same(&unpacked, "");
    let found = names(&packed, &ZONE).expect("the root zone, compressed");
    assert_eq!(found.len(), 1438);
}

fn shared() -> PathBuf {
    let beside = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared"));
    std::env::var_os("ULABEL_SHARED").map_or_else(beside, PathBuf::from)
}

fn assert_same(text: &[u8], apex: &str) {
    let mut expected: Vec<String> = Vec::new();
    let mut file = Zonefile::load(&mut &*text).expect("memory");
    while let Some(entry) = file.next_entry().expect("a zone file") {
        let Entry::Record(record) = entry else { panic!("nothing is included") };
        let owner: domain::base::Name<Vec<u8>> = record.owner().clone().flatten_into();
        let owner = owner.to_string().to_ascii_lowercase();
        let owner = owner.trim_end_matches('.').to_owned();
        if record.rtype() == Rtype::NS && owner != apex && expected.last() != Some(&owner) {
            expected.push(owner);
        }
    }
    let found: Vec<String> = names(text, &ZONE).expect("a zone").into_iter().map(|(name, _)| name).collect();
    assert!(found == expected, "{} names, expected {}", found.len(), expected.len());
}

#[test]
fn lists_columns_and_members() {
    let format = InputFormat::List;
    let list = pairs(&[("a.example", 1), ("", 2), ("b.example", 3)]);
    assert_eq!(names(b"\xEF\xBB\xBFa.example\r\n\nb.example", &format), Ok(list));

    let csv = |column: &str| InputFormat::Csv { column: column.into(), delimiter: b',' };
    let text = b"id,name\n1,\"a.example\"\n2,\"b\nc\"\n3,d\n";
    let expected = pairs(&[("a.example", 2), ("b\nc", 3), ("d", 5)]);
    assert_eq!(names(text, &csv("name")), Ok(expected.clone()));
    assert_eq!(names(text, &csv("2")), Ok(expected));
    let fault = "cannot read file, line 1: there is no column domain, found id, name";
    assert_eq!(names(text, &csv("domain")), Err(fault.into()));
    let fault = "cannot read file, line 2: the row has 1 cells, expected at least 2";
    assert_eq!(names(b"id,name\n1\n", &csv("name")), Err(fault.into()));

    let jsonl = InputFormat::JsonLines { key: "name".into() };
    let text = "{\"id\":{\"name\":1},\"name\":\"a\\u00fc\"}\n\n\"b\"\n";
    assert_eq!(names(text.as_bytes(), &jsonl), Ok(pairs(&[("aü", 1), ("b", 3)])));
    for (text, fault) in [
        ("{\"name\":\"a\"}\n{\"nam\":\"b\"}\n", "line 2: the object has no member name"),
        ("{\"name\":7}", "line 1: column 9: invalid type: integer `7`, expected a string"),
        ("{\"name\":\"a\",\"name\":\"b\"}", "the member name is there twice"),
        ("7", "expected an object or a string"),
        ("\"a\" 1", "trailing characters"),
    ] {
        let found = names(text.as_bytes(), &jsonl).expect_err(text);
        assert!(found.contains(fault), "{text}: {found}");
    }
}

#[test]
fn compressed_files_are_read_and_cut_ones_told() {
    let text: String = (0..100_000).map(|number| format!("name{number}.example\n")).collect();
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(text.as_bytes()).expect("memory");
    let packed = packed.finish().expect("memory");
    assert_eq!(names(&packed, &InputFormat::List).expect("gzip").len(), 100_000);
    // Two members, one behind the other, are one file (RFC 1952 section 2.2).
    assert_eq!(names(&[&*packed, &packed].concat(), &InputFormat::List).expect("gzip").len(), 200_000);
    let cut = names(&packed[..packed.len() / 2], &InputFormat::List).expect_err("cut");
    assert_eq!(cut, "cannot read file: it is compressed by gzip and cut short");
    let mut damaged = packed.clone();
    damaged[packed.len() / 2] ^= 0x55;
    assert!(names(&damaged, &InputFormat::List).expect_err("damaged").contains("compressed by gzip"));

    let level = ruzstd::encoding::CompressionLevel::Fastest;
    let packed = ruzstd::encoding::compress_to_vec(text.as_bytes(), level);
    assert_eq!(names(&packed, &InputFormat::List).expect("zstd").len(), 100_000);
    let cut = names(&packed[..packed.len() / 2], &InputFormat::List).expect_err("cut");
    assert!(cut.contains("compressed by zstd"), "{cut}");
}

#[test]
fn a_line_without_end_takes_no_memory() {
    struct Endless(u64);
    impl std::io::Read for Endless {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let read = buffer.len().min(self.0 as usize);
            buffer[..read].fill(b'a');
            self.0 -= read as u64;
            Ok(read)
        }
    }
    let source = Box::new(Endless(1 << 30));
    let mut reader =
        ulabel_audit::input::NameReader::new(source, "file", 0, &InputFormat::List).expect("a list");
    let mut batch = ulabel_audit::input::Batch::default();
    assert!(reader.next_batch(&mut batch).expect("a line"));
    let lengths: Vec<usize> = batch.names().map(|(name, _)| name.len()).collect();
    assert_eq!(lengths, [8192]);
}
