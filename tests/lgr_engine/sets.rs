//! Several tables of one zone, and names that collide.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;
use ulabel::collisions::{CollisionKind, ExistingNames, Key, NameGroups, NameKeys};
use ulabel::lgr::{CompiledLgr, LabelCollision, Scratch, Strictness, Tables, xml};

use super::tables::{self, text};
use crate::support::{shared_lines, shared_path};

fn read(path: &str) -> Option<ulabel::lgr::Lgr> {
    Some(tables::read(&shared_path(&format!("lgr/{path}"))?))
}

/// The published groups of colliding labels.
#[test]
fn published_collisions() {
    for script in ["arabic", "chinese", "cyrillic"] {
        let Some(cases) = shared_lines(&format!("vectors/lgr/collisions-{script}.jsonl")) else { return };
        for case in cases {
            let lgr = CompiledLgr::new(&read(case["lgr"].as_str().unwrap()).unwrap()).unwrap();
            let string = |value: &Value| -> Option<String> {
                let points = value.as_array()?;
                Some(points.iter().map(|n| char::from_u32(n.as_u64().unwrap() as u32).unwrap()).collect())
            };
            let labels: Vec<String> =
                case["labels"].as_array().unwrap().iter().map(|label| string(label).unwrap()).collect();
            let mut numbers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
            let mut collisions = NameGroups::new();
            let mut absent = Vec::new();
            for (number, label) in labels.iter().enumerate() {
                numbers.entry(label).or_default().push(number);
                let index_label = lgr.index_label(label);
                assert_eq!(index_label, string(&case["index_labels"][number]), "{script} {label}");
                match index_label {
                    Some(index_label) => {
                        collisions.insert(label, &index_label);
                    }
                    None => absent.push(number),
                }
            }
            assert_eq!(serde_json::json!(absent), case["not_in_lgr"]);
            let groups: Vec<Vec<usize>> = collisions
                .groups()
                .map(|group| {
                    let mut members: Vec<usize> =
                        group.names().flat_map(|name| numbers[name].clone()).collect();
                    members.sort_unstable();
                    members.dedup();
                    assert!(group.count() >= 2 && lgr.index_label(group.key()).is_some());
                    members
                })
                .collect();
            assert_eq!(serde_json::json!(groups), case["groups"], "{script}");
        }
    }
}

/// Look-alikes in tables of different scripts collide; no label fits by mixing tables.
#[test]
fn look_alikes_in_the_full_variant_sets() {
    let paths = ["und-Latn", "und-Cyrl", "und-Grek"].map(|tag| format!("full-variant-set-2024/{tag}.xml"));
    let Some(lgrs) = paths.iter().map(|path| read(path)).collect::<Option<Vec<_>>>() else { return };
    // "copa": U+0063 U+006F U+0070 U+0061, and the Cyrillic letters that look the same
    let (latin, cyrillic, mixed) = ("copa", text("0441 043E 0440 0430"), text("0063 043E 0440 0430"));
    let tables = Arc::new(Tables::new(["latin", "cyrillic", "greek"].into_iter().zip(lgrs)).unwrap());
    assert_eq!(tables.fitting(latin).iter().collect::<Vec<_>>(), [0]);
    assert_eq!(tables.fitting(&cyrillic).iter().collect::<Vec<_>>(), [1]);
    assert_eq!(tables.fitting(&mixed).iter().collect::<Vec<_>>(), Vec::<usize>::new());
    let mut keys = NameKeys::new(Some(tables.clone()));
    let mut names = ExistingNames::new(&[Key::Coarse], Some(tables.clone()));
    for name in ["casa", latin, "weg"] {
        keys.take(name);
        assert_eq!(keys.coarse_key(), Some(&*tables.coarse_key(name)));
        names.insert(&keys);
    }
    let mut collisions = |candidate: &str| {
        keys.take(candidate);
        let collisions = names.candidate(&keys).collisions;
        collisions
            .into_iter()
            .map(|collision| (collision.name.to_owned(), collision.kind))
            .collect::<Vec<_>>()
    };
    let found = collisions(&cyrillic);
    assert_eq!(found.iter().map(|(name, _)| name).collect::<Vec<_>>(), [latin]);
    // A mixture fits no table, but it is a variant, and so withheld, of both.
    assert_eq!(collisions(&mixed).len(), 1);
    assert!(collisions("neu").is_empty());
    assert_eq!(collisions(latin)[0].1, CollisionKind::Same);
    // The table holds the letter with acute against the one without.
    let accent = collisions("casá");
    let (name, CollisionKind::Variant { table, relation }) = &accent[0] else { panic!("{accent:?}") };
    assert_eq!((name.as_str(), &**table, &*relation.disposition), ("casa", "latin", "blocked"));
}

/// The root zone: a label fits its script's table, and collides by that, or by the common one.
#[test]
fn root_zone_set() {
    let lgrs = ["latin", "cyrillic", "greek", "armenian"]
        .map(|script| read(&format!("root-zone/lgr-5/lgr-5-{script}-script-26may22-en.xml")));
    let Some(lgrs) = lgrs.into_iter().collect::<Option<Vec<_>>>() else { return };
    let common = read("root-zone/lgr-5-common-26may22-en.xml").unwrap();
    let with_common = Tables::with_common(tables::numbered(&lgrs), &common).unwrap();
    let (latin, cyrillic) = ("copa", text("0441 043E 0440 0430"));
    assert_eq!(with_common.fitting(&cyrillic).iter().collect::<Vec<_>>(), [1]);
    assert_eq!(with_common.index_label(latin), with_common.index_label(&cyrillic));
    for tables in [with_common, tables::zone(&lgrs)] {
        assert_eq!(tables.coarse_key(latin), tables.coarse_key(&cyrillic));
        let collision = tables.collision(&cyrillic, latin, &mut Scratch::new()).unwrap().unwrap();
        let LabelCollision::IsVariant { table, relation } = collision else { panic!("{collision:?}") };
        assert_eq!((&*table, &*relation.disposition, relation.derivations[0].len()), ("0", "blocked", 4));
    }
}

/// Every published table can be compiled.
#[test]
fn published_tables_compile() {
    let Some(files) = tables::files() else { return };
    let mut count = 0;
    for (name, path) in files {
        let octets = std::fs::read(&path).unwrap();
        // Files that are wrong on purpose may not be readable at all.
        let Ok(reading) = xml::read(&octets, Strictness::Lenient) else { continue };
        match CompiledLgr::new(&reading.lgr) {
            // It names Unicode 11.1, which there is not.
            Err(error) if name == "Latin-IDN.xml" => assert!(error.to_string().contains("Unicode 11.1")),
            compiled => drop(compiled.unwrap_or_else(|error| panic!("{name}: {error}"))),
        }
        count += 1;
    }
    assert!(count > 200, "{count}");
}

/// The documentation promises that a million names stay below 300 megabytes.
#[test]
fn names_cost_little_memory() {
    let count = 100_000;
    let mut collisions = NameGroups::new();
    let info = allocation_counter::measure(|| {
        for number in 0..count {
            let name = format!("a-name-with-number-{number}");
            collisions.insert(&name, &name);
        }
    });
    assert_eq!((collisions.len(), collisions.groups().count()), (count, 0));
    assert!(info.bytes_max < 300 * count as u64, "{} octets a name", info.bytes_max / count as u64);
    eprintln!("{} octets a name at most", info.bytes_max / count as u64);
}
