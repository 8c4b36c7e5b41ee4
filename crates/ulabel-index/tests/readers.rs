//! One writer beside readers.

use std::sync::atomic::{AtomicBool, Ordering};

use ulabel::decision::{NameRecord, NameStore, Request};
use ulabel_index::{Change, Index, IndexWriter, WriterOptions, verify};

use crate::support::{Folder, decider, record};

/// Readers that open and refresh all the time see whole groups, and never fewer than before.
#[test]
fn readers_see_whole_groups() {
    let folder = Folder::new();
    let path = folder.join("index");
    let files = || std::sync::Arc::new(ulabel_index::files::DiskFiles);
    let mut options = WriterOptions::default();
    options.names_in_log = 40;
    let mut writer = IndexWriter::create_in(files(), &path, &decider(), options).unwrap();
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let read = |opens: bool| {
            let mut index = Index::open(&path, &decider()).unwrap();
            let (mut last, mut seen) = (0, 0);
            while !is_over.load(Ordering::Relaxed) {
                if opens {
                    index = Index::open(&path, &decider()).unwrap();
                } else {
                    index.refresh().unwrap();
                }
                let count = index.len();
                assert!(count.is_multiple_of(10) && count >= last, "{count} after {last}");
                assert_eq!(index.records().unwrap().map(Result::unwrap).count() as u64, count);
                seen += u64::from(count != last);
                last = count;
            }
            assert!(seen > 2);
        };
        let opening = scope.spawn(move || read(true));
        let refreshing = scope.spawn(move || read(false));
        for group in 0..150 {
            let changes: Vec<Change> =
                (0..10).map(|at| Change::Put(record(&format!("n{group}x{at}.ca"), "A"))).collect();
            writer.apply(&changes).unwrap();
        }
        is_over.store(true, Ordering::Relaxed);
        opening.join().unwrap();
        refreshing.join().unwrap();
    });
    writer.finish_merges().unwrap();
    drop(writer);
    assert_eq!(verify(&path, &decider()).unwrap().names, 1500);
}

/// A decision beside an index on disk, and look-ups inside of look-ups.
#[test]
fn decisions_beside_an_index() {
    let folder = Folder::new();
    let mut writer = IndexWriter::create(folder.join("index"), &decider()).unwrap();
    let put = |name: &str, registrar: &str| {
        Change::Put(NameRecord { registrant: "R".into(), ..record(name, registrar) })
    };
    writer.apply(&[put("cafe.ca", "A"), put("gmail.ca", "B"), put("tete.ca", "A")]).unwrap();
    writer.flush().unwrap();
    let index = writer.index();
    let decide = |name, registrar| {
        let request = Request { registrar: Some(registrar), registrant: Some("R"), ..Request::new(name) };
        decider().decide(&request, &index).unwrap()
    };
    assert_eq!(decide("café", "A").primary.as_deref(), Some("cafe.ca"));
    assert!(decide("café", "A").available && !decide("café", "B").available);
    let mut inner = 0;
    index
        .with_coarse_key("cafe.ca", &mut |outer| {
            index.with_coarse_key("tete.ca", &mut |_| inner += 1).unwrap();
            assert_eq!(outer.name, "cafe.ca");
        })
        .unwrap();
    assert_eq!(inner, 1);
}
