//! Bounds and errors: each is told clearly, and nothing is lost.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use ulabel_index::files::{Files, MemoryFiles};
use ulabel_index::{
    BuildOptions, Change, Index, IndexError, IndexWriter, Outcome, Stats, WriterOptions, build, build_in,
    verify,
};

use crate::support::{Folder, decider, decider_of, record};

#[test]
fn two_writers() {
    let folder = Folder::new();
    let path = folder.join("index");
    let mut first = IndexWriter::create(&path, &decider()).unwrap();
    let error = IndexWriter::open(&path, &decider()).unwrap_err();
    assert_eq!(error.to_string(), format!("{}: another writer has the index", path.display()));
    assert_eq!(first.apply(&[Change::Put(record("a.ca", "A"))]).unwrap(), [Outcome::Added]);
    drop(first);
    assert!(IndexWriter::open(&path, &decider()).unwrap().get("a").unwrap().is_some());
    assert!(matches!(IndexWriter::create(&path, &decider()), Err(IndexError::Exists { .. })));
}

#[test]
fn another_policy() {
    let folder = Folder::new();
    let path = folder.join("index");
    drop(IndexWriter::create(&path, &decider()).unwrap());
    let error = Index::open(&path, &decider_of("eu")).unwrap_err();
    let expected =
        "made under other tables than those of policy eu (policy ca as it was then); rebuild the index";
    assert_eq!(error.to_string(), format!("{}: {expected}", path.display()));
    assert!(matches!(IndexWriter::open(&path, &decider_of("eu")), Err(IndexError::OtherPolicy { .. })));
    // What it is made under can be asked without a policy.
    assert_eq!(Stats::read(&path).unwrap().policy, "ca");
}

#[test]
fn no_index_and_other_files() {
    let folder = Folder::new();
    let path = folder.join("index");
    assert!(matches!(Index::open(&path, &decider()), Err(IndexError::Missing { .. })));
    assert!(matches!(IndexWriter::open(&path, &decider()), Err(IndexError::Missing { .. })));
    drop(IndexWriter::create(&path, &decider()).unwrap());
    let manifest = path.join("manifest");
    let octets = fs::read(&manifest).unwrap();
    let error = |octets: &[u8]| {
        fs::write(&manifest, octets).unwrap();
        Index::open(&path, &decider()).unwrap_err().to_string()
    };
    assert!(error(b"some text").ends_with("not a file of this index, it does not begin as one"));
    let mut newer = octets.clone();
    newer[8] = 3;
    assert!(error(&newer).ends_with("written in format 3, expected 2 or older"));
    newer[8] = 0;
    assert!(error(&newer).ends_with("not a file of this index, its format is none"));
    assert!(
        error(&octets[..octets.len() - 1]).ends_with("its checksum does not fit: it is cut short or changed")
    );
}

#[test]
fn truncated_segments_and_those_of_others() {
    let folder = Folder::new();
    let [one, other] = ["one", "other"].map(|name| folder.join(name));
    for path in [&one, &other] {
        build(path, &decider(), (0..100).map(|number| Ok(record(&format!("n{number}"), "A"))), &mut |_| {})
            .unwrap();
    }
    let names = one.join("00000001.names");
    fs::copy(other.join("00000001.names"), &names).unwrap();
    let error = Index::open(&one, &decider()).unwrap_err().to_string();
    assert!(error.ends_with("not a file of this index, it belongs to another index"), "{error}");
    let names = other.join("00000001.names");
    let octets = fs::read(&names).unwrap();
    fs::write(&names, &octets[..octets.len() - 100]).unwrap();
    assert!(matches!(Index::open(&other, &decider()), Err(IndexError::Truncated { .. })));
    fs::remove_file(&names).unwrap();
    assert!(matches!(Index::open(&other, &decider()), Err(IndexError::Io { .. })));
}

/// Everything but root is kept out by the mode of the folder.
#[test]
#[cfg(unix)]
fn a_read_only_folder() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let path = folder.join("index");
    let mut writer = IndexWriter::create(&path, &decider()).unwrap();
    writer.apply(&[Change::Put(record("a.ca", "A"))]).unwrap();
    drop(writer);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o555)).unwrap();
    for entry in fs::read_dir(&path).unwrap() {
        fs::set_permissions(entry.unwrap().path(), fs::Permissions::from_mode(0o444)).unwrap();
    }
    assert_eq!(Index::open(&path, &decider()).unwrap().len(), 1);
    if fs::File::create(path.join("probe")).is_err() {
        let error = IndexWriter::open(&path, &decider()).unwrap_err().to_string();
        assert!(error.contains("cannot lock"), "{error}");
    }
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
}

fn in_memory() -> (MemoryFiles, Arc<dyn Files>) {
    let files = MemoryFiles::new();
    files.create_folder(Path::new("")).unwrap();
    (files.clone(), Arc::new(files))
}

#[test]
fn a_full_disk() {
    let (files, shared) = in_memory();
    let options = WriterOptions::default();
    let mut writer = IndexWriter::create_in(shared.clone(), "index", &decider(), options).unwrap();
    writer.apply(&[Change::Put(record("a.ca", "A"))]).unwrap();
    files.limit_room(Some(20));
    let error = writer.apply(&[Change::Put(record("b.ca", "A"))]).unwrap_err();
    let expected = "the disk is full; nothing of this change is stored, all before it is";
    assert!(error.to_string().ends_with(expected), "{error}");
    assert!(writer.flush().is_err());
    assert_eq!(writer.get("a").unwrap().unwrap().registrar, "A");
    assert_eq!(Index::open_in(shared.clone(), "index", &decider()).unwrap().len(), 1);
    files.limit_room(None);
    assert_eq!(writer.apply(&[Change::Put(record("b.ca", "A"))]).unwrap(), [Outcome::Added]);
    writer.compact().unwrap();
    assert_eq!(Index::open_in(shared, "index", &decider()).unwrap().len(), 2);
}

#[test]
fn a_building_that_fails_leaves_nothing() {
    let (files, shared) = in_memory();
    let records = || (0..5000).map(|number| Ok(record(&format!("n{number}"), "A")));
    let mut options = BuildOptions::default();
    options.memory = 1 << 17;
    let build = |room| {
        files.limit_room(room);
        let built = build_in(shared.clone(), "index", &decider(), records(), options, &mut |_| {});
        files.limit_room(None);
        built
    };
    for room in [0, 100, 50_000, 100_000, 300_000] {
        assert!(matches!(build(Some(room)), Err(IndexError::DiskFull { .. })), "{room}");
        assert!(files.list(Path::new("")).unwrap().is_empty());
        assert!(matches!(
            Index::open_in(shared.clone(), "index", &decider()),
            Err(IndexError::Missing { .. })
        ));
    }
    assert_eq!(build(None).unwrap().names, 5000);
    assert!(matches!(build(None), Err(IndexError::Exists { .. })));
}

#[test]
fn what_is_too_long() {
    let (_, shared) = in_memory();
    let options = WriterOptions::default();
    let mut writer = IndexWriter::create_in(shared, "index", &decider(), options).unwrap();
    let error =
        writer.apply(&[Change::Put(record("a.ca", "A")), Change::Put(record("b.ca", &"r".repeat(70_000)))]);
    assert!(matches!(error, Err(IndexError::TooLong { .. })));
    assert_eq!(writer.get("a").unwrap(), None);
}

#[test]
fn damage_is_told() {
    let folder = Folder::new();
    let path = folder.join("index");
    build(&path, &decider(), (0..1000).map(|number| Ok(record(&format!("n{number}"), "A"))), &mut |_| {})
        .unwrap();
    assert_eq!(verify(&path, &decider()).unwrap().names, 1000);
    let names = path.join("00000001.names");
    let mut octets = fs::read(&names).unwrap();
    octets[2000] ^= 1;
    fs::write(&names, octets).unwrap();
    let report = verify(&path, &decider()).unwrap();
    assert!(report.faults[0].contains("a block does not fit its checksum"), "{:?}", report.faults);
    let index = Index::open(&path, &decider()).unwrap();
    let failed = (0..1000).filter(|number| index.get(&format!("n{number}")).is_err()).count();
    assert!((1..100).contains(&failed), "{failed}");
}
