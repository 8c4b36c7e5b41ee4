//! Building from files, and what an index says of itself.

use ulabel::decision::{Created, NameRecord, NameState};
use ulabel_index::input::{CsvRecords, JsonRecords, ListedNames};
use ulabel_index::{BuildOptions, Change, Index, IndexWriter, Stats, build, build_in, verify};

use crate::support::{Folder, decider, record};

fn whole() -> NameRecord {
    NameRecord {
        name: "café.ca".into(),
        registrant: "R, \"1\"".into(),
        registrar: "A".into(),
        created: "2019-03-01T10:00:00.5Z".parse().ok(),
        state: NameState::Withheld,
        original: Some("cafe.ca".into()),
        table: Some("ca".into()),
        primary: true,
        exempted: false,
    }
}

#[test]
fn all_columns_are_read() {
    let csv = "\u{FEFF}name,exempted,registrant,registrar,created,state,original,table,primary,comment\n\
               café.ca,false,\"R, \"\"1\"\"\",A,2019-03-01T10:00:00.5Z,withheld,cafe.ca,ca,true,none\n\
               b.ca,,,,,,,,,\n";
    let mut records = CsvRecords::new(csv.as_bytes()).unwrap();
    assert_eq!(records.unknown_columns(), ["comment"]);
    assert_eq!(records.next().unwrap().unwrap(), whole());
    assert_eq!(records.next().unwrap().unwrap(), NameRecord { name: "b.ca".into(), ..NameRecord::default() });
    assert!(records.next().is_none());

    let json =
        r#"{"name":"café.ca","registrant":"R, \"1\"","registrar":"A","created":"2019-03-01T10:00:00.5Z",
"#
        .trim_end()
        .to_string()
            + r#""state":"withheld","original":"cafe.ca","table":"ca","primary":true,"exempted":false,"more":[1]}"#
            + "\n\n{\"name\":\"b.ca\",\"created\":null}";
    let mut records = JsonRecords::new(json.as_bytes());
    assert_eq!(records.next().unwrap().unwrap(), whole());
    assert_eq!(records.next().unwrap().unwrap().name, "b.ca");
    assert!(records.next().is_none());
    assert!(records.unknown_members().contains("more"));
}

#[test]
fn errors_have_their_places() {
    let csv = |text: &str| match CsvRecords::new(text.as_bytes()) {
        Ok(records) => records.filter_map(Result::err).next().unwrap().to_string(),
        Err(error) => error.to_string(),
    };
    assert_eq!(csv("domain,registrar\na,b\n"), "line 1, name: is not among the columns domain,registrar");
    assert_eq!(csv("name,name\n"), "line 1, name: is there twice");
    assert_eq!(
        csv("name,state\na,x\n"),
        "line 2, state: has x, expected one of registered, withheld, blocked, mirrored, pending-transfer"
    );
    assert_eq!(
        csv("name,created\na,\n\"b\",soon\n"),
        "line 3, created: has soon, expected a moment as 2019-03-01T10:00:00Z, or a day"
    );
    assert_eq!(csv("name,primary\na,maybe\n"), "line 2, primary: has maybe, expected true or false");
    assert_eq!(csv("name,primary\na\n"), "line 2, record: has 1 fields, expected 2");
    assert_eq!(csv("name,registrar\n,A\n"), "line 2, name: is empty, expected a name");
    let bad = CsvRecords::new(&b"name\n\xFF\n"[..]).unwrap().next().unwrap().unwrap_err();
    assert_eq!(bad.to_string(), "line 2, record: is not UTF-8");

    let json =
        |text: &str| JsonRecords::new(text.as_bytes()).filter_map(Result::err).next().unwrap().to_string();
    assert_eq!(json("{\"name\":\"a\"}\n{\"name\":1}\n"), "line 2, name: is no text");
    assert_eq!(json("{\"name\":\"a\",\"primary\":\"yes\"}"), "line 1, primary: is neither true nor false");
    assert_eq!(json("{\"name\":\"a\",\"name\":\"b\"}"), "line 1, name: is there twice");
    assert_eq!(json("{}"), "line 1, name: is empty, expected a name");
    assert!(json("\n[1]").starts_with("line 2, record: column "));

    let list = |text: &[u8]| ListedNames::new(text).filter_map(Result::err).next().unwrap().to_string();
    assert_eq!(list(b"a\nb c\n"), "line 2, name: has b c, expected one name");
    assert_eq!(list(b"a\n\xFF\n"), "line 2, name: is not UTF-8");
}

/// The last record of a name counts, however many threads and runs there are.
#[test]
fn names_that_come_again() {
    let folder = Folder::new();
    for (number, threads) in [1, 2, 5].into_iter().enumerate() {
        let path = folder.join(&number.to_string());
        let forms = ["café", "CAFÉ.ca", "xn--caf-dma.ca"];
        let records = (0..30_000).map(|at| match at % 3 {
            0 => Ok(record(forms[at / 3 % 3], &at.to_string())),
            _ => Ok(record(&format!("n{}", at % 20_000), &at.to_string())),
        });
        let records = records.collect::<Vec<_>>().into_iter();
        let mut options = BuildOptions::default();
        (options.threads, options.memory) = (threads, 1 << 18);
        let files = std::sync::Arc::new(ulabel_index::files::DiskFiles);
        let mut told = 0;
        let report = build_in(files, &path, &decider(), records, options, &mut |count| told = count).unwrap();
        assert_eq!(report.replaced, 30_000 - report.names);
        assert!(told > 20_000 && report.first_replaced.is_some());
        let index = Index::open(&path, &decider()).unwrap();
        assert_eq!(index.get("café.ca").unwrap().unwrap().registrar, "29997");
        assert_eq!(index.get("n5").unwrap().unwrap().registrar, "20005");
        assert_eq!(index.len(), report.names);
        assert_eq!(verify(&path, &decider()).unwrap().faults, Vec::<String>::new());
    }
}

#[test]
fn an_empty_index_and_its_stats() {
    let folder = Folder::new();
    let path = folder.join("index");
    build(&path, &decider(), std::iter::empty(), &mut |_| {}).unwrap();
    assert!(Index::open(&path, &decider()).unwrap().is_empty());
    let mut writer = IndexWriter::open(&path, &decider()).unwrap();
    let created = Created::from_microseconds(1);
    let blocked = NameRecord { state: NameState::Blocked, created, ..record("a.ca", "AB") };
    writer.apply(&[Change::Put(blocked), Change::Put(record("b.ca", "A"))]).unwrap();
    let stats = writer.stats();
    assert_eq!((stats.count(), stats.text_octets, stats.in_log), (2, 11, 2));
    assert_eq!(stats.names[2], (NameState::Blocked, 1));
    writer.compact().unwrap();
    let on_disk = Stats::read(&path).unwrap();
    assert_eq!(on_disk, writer.stats());
    assert_eq!((on_disk.in_log, on_disk.segments), (0, vec![2]));
    let files = std::fs::read_dir(&path).unwrap().count();
    assert_eq!(files, 5, "lock, manifest, log, names, skeletons");
}

/// What was left of a building that was killed goes with the next.
#[test]
fn left_over_folders() {
    let folder = Folder::new();
    let partial = folder.join("index.partial-0123");
    std::fs::create_dir(&partial).unwrap();
    std::fs::write(partial.join("00000001.run"), "x").unwrap();
    build(folder.join("index"), &decider(), std::iter::empty(), &mut |_| {}).unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}
