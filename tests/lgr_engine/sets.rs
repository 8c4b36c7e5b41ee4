//! Several tables of one zone, and names that collide.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;
use ulabel::collisions::{CollisionKind, ExistingNames, Key, NameGroups, NameKeys};
use ulabel::lgr::{CompiledLgr, Strictness, Tables, xml};

use super::tables::{self, text};
use crate::support::{shared_lines, shared_path};

fn read(path: &str) -> Option<ulabel::lgr::Lgr> {
    Some(tables::read(&shared_path(&format!("lgr/{path}"))?))
}

fn small(inside: &str) -> ulabel::lgr::Lgr {
    let text = format!("<lgr xmlns=\"urn:ietf:params:xml:ns:lgr-1.0\">{inside}</lgr>");
    xml::read(text.as_bytes(), Strictness::Strict).unwrap().lgr
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

/// Look-alikes in tables of different scripts share an index label; no label fits by mixing tables.
#[test]
fn look_alikes_in_the_full_variant_sets() {
    let paths = ["und-Latn", "und-Cyrl", "und-Grek"].map(|tag| format!("full-variant-set-2024/{tag}.xml"));
    let Some(lgrs) = paths.iter().map(|path| read(path)).collect::<Option<Vec<_>>>() else { return };
    let set = tables::zone(&lgrs);
    // "copa": U+0063 U+006F U+0070 U+0061, and the Cyrillic letters that look the same
    let (latin, cyrillic) = ("copa", text("0441 043E 0440 0430"));
    assert_eq!(set.fitting(latin).iter().collect::<Vec<_>>(), [0]);
    assert_eq!(set.fitting(&cyrillic).iter().collect::<Vec<_>>(), [1]);
    assert_eq!(set.fitting(&text("0063 043E 0440 0430")).iter().collect::<Vec<_>>(), Vec::<usize>::new());
    assert_eq!(set.index_label(latin), set.index_label(&cyrillic));
    // A mixture fits no table, but it would be held against both.
    assert_eq!(set.index_label(&text("0063 043E 0440 0430")), set.index_label(latin));
    assert_eq!(set.index_label(&text("05D0")), None);
    assert_ne!(set.index_label(latin), set.index_label("casa"));

    let tables = Tables::new(["latin", "cyrillic", "greek"].into_iter().zip(lgrs)).unwrap();
    let mut keys = NameKeys::new(Some(Arc::new(tables)));
    let mut names = ExistingNames::new(&[Key::IndexLabel]);
    for name in ["casa", latin, "weg"] {
        keys.take(name);
        assert_eq!(keys.index_label(), set.index_label(name).as_deref());
        names.insert(&keys);
    }
    let mut collisions = |candidate: &str| {
        keys.take(candidate);
        let collisions = names.candidate(&mut keys).collisions;
        collisions
            .into_iter()
            .map(|collision| (collision.name.to_owned(), collision.kind))
            .collect::<Vec<_>>()
    };
    let found = collisions(&cyrillic);
    assert_eq!(found.iter().map(|(name, _)| name).collect::<Vec<_>>(), [latin]);
    assert!(collisions("neu").is_empty());
    assert_eq!(collisions(latin)[0].1, CollisionKind::Same);
    // The table holds the letter with acute against the one without.
    let accent = collisions("casá");
    let (name, CollisionKind::Variant { table, relation }) = &accent[0] else { panic!("{accent:?}") };
    assert_eq!((name.as_str(), &**table, &*relation.disposition), ("casa", "latin", "blocked"));
}

/// The root zone: a label fits its script's table, and collides by the common one.
#[test]
fn root_zone_set() {
    let lgrs = ["latin", "cyrillic", "greek", "armenian"]
        .map(|script| read(&format!("root-zone/lgr-5/lgr-5-{script}-script-26may22-en.xml")));
    let Some(lgrs) = lgrs.into_iter().collect::<Option<Vec<_>>>() else { return };
    let common = read("root-zone/lgr-5-common-26may22-en.xml").unwrap();
    let set = Tables::with_common(tables::numbered(&lgrs), &common).unwrap();
    let union = tables::zone(&lgrs);
    let (latin, cyrillic) = ("copa", text("0441 043E 0440 0430"));
    assert_eq!(set.fitting(&cyrillic).iter().collect::<Vec<_>>(), [1]);
    for set in [&set, &union] {
        assert_eq!(set.index_label(latin), set.index_label(&cyrillic));
        let mut names = NameGroups::new();
        names.insert(latin, &set.index_label(latin).unwrap());
        let found: Vec<&str> = names.sharing(&set.index_label(&cyrillic).unwrap()).collect();
        assert_eq!(found, [latin]);
        let relation = set.tables()[0].relation(latin, &cyrillic).unwrap().unwrap();
        assert_eq!(&*relation.disposition, "blocked");
        assert_eq!(relation.derivations[0].len(), 4);
    }
}

/// A label that is a variant in any table, by whatever chain, is one in all of them.
#[test]
fn chains_through_several_tables() {
    let a = small(r#"<data><char cp="0061"><var cp="0062"/></char></data>"#);
    let b = small(r#"<data><char cp="0063"><var cp="0062"/></char><char cp="0064"/></data>"#);
    let set = tables::zone(&[a, b]);
    assert_eq!(set.index_label("aa").as_deref(), Some("aa"));
    assert_eq!(set.index_label("cc").as_deref(), Some("aa"));
    assert_ne!(set.index_label("cd"), set.index_label("cc"));
    assert_eq!(set.index_label("b"), None, "in no repertoire");
}

/// Contexts and tags of one table mean what they mean there.
#[test]
fn contexts_keep_their_own_table() {
    let with = |own: &str, tagged: &str| {
        small(&format!(
            r#"<data><char cp="{own}"><var cp="0030" when="after"/></char><char cp="{tagged}" tag="t"/></data>
               <rules><class name="c" from-tag="t"/><rule name="after"><look-behind><class by-ref="c"/></look-behind>
               <anchor/></rule></rules>"#
        ))
    };
    let set = tables::zone(&[with("0061", "0062"), with("0063", "0064")]);
    assert_eq!(set.index_label("ba").as_deref(), Some("b0"));
    assert_eq!(set.index_label("aa").as_deref(), Some("aa"));
    assert_eq!(set.index_label("dc").as_deref(), Some("d0"));
    // One table alone says the same as the set of it.
    let one = with("0061", "0062");
    let (set, alone) = (tables::zone(std::slice::from_ref(&one)), CompiledLgr::new(&one).unwrap());
    for label in ["ab", "ba", "bab", "x", ""] {
        assert_eq!(set.index_label(label), alone.index_label(label));
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
        CompiledLgr::new(&reading.lgr).unwrap_or_else(|error| panic!("{name}: {error}"));
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
