//! Names that change their sets with the tables.

use ulabel::decision::Decider;
use ulabel_index::{Change, Index, IndexError, IndexWriter, SetChange, build, rebuild, verify};

use crate::support::{Folder, record};

/// A policy for `.ca` whose letters are variants as said.
fn decider(variants: &str) -> Decider {
    let text = format!(
        "id = \"ours\"\ntld = [\"ca\"]\n[variant-sets]\nours = [{variants}]\n[[table]]\nid = \"latn\"\n\
         scripts = [\"Latn\"]\nletters = [\"a..z\", \"éèêô\"]\nvariant-sets = [\"ours\"]\n"
    );
    Decider::new(&ulabel::policy::read(&text).unwrap().policy).unwrap()
}

#[test]
fn what_moves_is_told() {
    let folder = Folder::new();
    let path = folder.join("index");
    let (old, new) = (decider("[\"e\", \"é\"]"), decider("[\"o\", \"ô\"], [\"e\", \"ê\"]"));
    let names = ["pere.ca", "père.ca", "péré.ca", "pêre.ca", "cote.ca", "côte.ca", "seul.ca"];
    build(&path, &old, names.iter().map(|name| Ok(record(name, "A"))), &mut |_| {}).unwrap();
    let mut writer = IndexWriter::open(&path, &old).unwrap();
    // What is in the log alone moves too.
    writer.apply(&[Change::Put(record("vote.ca", "A")), Change::Put(record("vôte.ca", "A"))]).unwrap();
    let error = rebuild(&path, Some(&old), &new, &mut |_| {}).unwrap_err();
    assert!(matches!(error, IndexError::Locked { .. }), "{error}");
    drop(writer);
    let reader = Index::open(&path, &old).unwrap();
    assert!(matches!(rebuild(&path, Some(&new), &old, &mut |_| {}), Err(IndexError::OtherPolicy { .. })));

    let mut moved = Vec::new();
    let report = rebuild(&path, Some(&old), &new, &mut |one| moved.push((one.change, one.parts))).unwrap();
    let part = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    for (_, parts) in &mut moved {
        parts.iter_mut().for_each(|part| part.sort());
        parts.sort();
    }
    moved.sort_by_key(|(change, parts)| (*change == SetChange::Apart, parts.clone()));
    let expected = [
        (SetChange::Together, vec![part(&["cote.ca"]), part(&["côte.ca"])]),
        (SetChange::Together, vec![part(&["pere.ca"]), part(&["pêre.ca"])]),
        (SetChange::Together, vec![part(&["vote.ca"]), part(&["vôte.ca"])]),
        (SetChange::Apart, vec![part(&["pere.ca"]), part(&["péré.ca"])]),
    ];
    assert_eq!(moved, expected);
    assert_eq!((report.names, report.together, report.apart), (9, 3, 1));

    // A reader of before goes on to read what it had; the next one wants the new tables.
    assert_eq!(reader.records().unwrap().count(), 9);
    assert!(matches!(reader.clone().refresh(), Err(IndexError::OtherPolicy { .. })));
    assert!(matches!(Index::open(&path, &old), Err(IndexError::OtherPolicy { .. })));
    assert_eq!(verify(&path, &new).unwrap().faults, Vec::<String>::new());
    assert_eq!(Index::open(&path, &new).unwrap().get("vôte.ca").unwrap(), Some(record("vôte.ca", "A")));
}

#[test]
fn without_the_old_tables_sets_are_coarse() {
    let folder = Folder::new();
    let path = folder.join("index");
    let (old, new) = (decider("[\"e\", \"é\"]"), decider("[\"o\", \"ô\"]"));
    let names = ["pere.ca", "péré.ca", "cote.ca", "côte.ca"];
    build(&path, &old, names.iter().map(|name| Ok(record(name, "A"))), &mut |_| {}).unwrap();
    let mut moved = Vec::new();
    rebuild(&path, None, &new, &mut |one| moved.push(one)).unwrap();
    assert_eq!(moved.len(), 2);
    assert!(moved.iter().all(|one| one.is_coarse && one.parts.len() == 2));
}
