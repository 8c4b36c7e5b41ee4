//! Labels that collide, by published tables and by small ones made for one point each.

use std::collections::HashMap;
use std::sync::Arc;

use ulabel::collisions::{ExistingNames, Key, NameKeys};
use ulabel::lgr::{BoundExceeded, LabelCollision, Lgr, Scratch, Strictness, Tables, xml};

use super::tables;
use crate::support::{shared_lines, shared_path};

fn small(inside: &str) -> Lgr {
    let text = format!("<lgr xmlns=\"urn:ietf:params:xml:ns:lgr-1.0\">{inside}</lgr>");
    xml::read(text.as_bytes(), Strictness::Strict).unwrap().lgr
}

/// Mappings as tables: `a>b` maps one to the other, `a=b` both ways; what stands alone is in the repertoire.
fn mappings(text: &str) -> Lgr {
    let mut chars: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut add = |source: &'static str, target: Option<&'static str>| {
        let place = chars.iter().position(|(cp, _)| *cp == source).unwrap_or(chars.len());
        if place == chars.len() {
            chars.push((source, Vec::new()));
        }
        chars[place].1.extend(target);
    };
    let text: &'static str = text.to_owned().leak();
    for mapping in text.split(' ') {
        match (mapping.split_once('='), mapping.split_once('>')) {
            (Some((a, b)), _) => {
                add(a, Some(b));
                add(b, Some(a));
            }
            (_, Some((a, b))) => add(a, Some(b)),
            _ => add(mapping, None),
        }
    }
    let hex = |text: &str| tables::hex(text);
    let chars = chars.iter().map(|(cp, targets)| {
        let variants: String =
            targets.iter().map(|target| format!("<var cp=\"{}\" type=\"blocked\"/>", hex(target))).collect();
        format!("<char cp=\"{}\">{variants}</char>", hex(cp))
    });
    small(&format!("<data>{}</data>", chars.collect::<String>()))
}

fn collide(tables: &Tables, a: &str, b: &str) -> bool {
    let mut scratch = Scratch::new();
    let collides = tables.collision(a, b, &mut scratch).unwrap().is_some();
    assert_eq!(
        collides,
        tables.collision(b, a, &mut scratch).unwrap().is_some(),
        "collisions have no direction"
    );
    collides
}

/// The groups of a list.
fn groups(tables: Tables, names: &[&str]) -> Vec<Vec<String>> {
    let tables = Arc::new(tables);
    let mut keys = NameKeys::new(Some(tables.clone()));
    let mut existing = ExistingNames::new(&[Key::Coarse], Some(tables));
    for name in names {
        keys.take(name);
        existing.insert(&keys);
    }
    let groups = existing.colliding().inspect(|group| assert!(group.is_decided));
    groups.map(|group| group.names.iter().map(|&name| name.to_owned()).collect()).collect()
}

/// Pairs of labels of published tables which have each other among their variants; the index labels of many differ.
#[test]
fn published_pairs_collide() {
    let Some(pairs) = shared_lines("vectors/lgr-hard/pairs.jsonl") else { return };
    let mut known: HashMap<String, Arc<Tables>> = HashMap::new();
    let mut different_index_labels = 0;
    for pair in &pairs {
        let [path, a, b] = ["lgr", "a", "b"].map(|field| pair[field].as_str().unwrap());
        let tables = known.entry(path.to_owned()).or_insert_with(|| {
            let file = shared_path(&format!("lgr/{path}")).unwrap();
            Arc::new(tables::zone(&[tables::read(&file)]))
        });
        let collides = collide(tables, a, b);
        assert_eq!(Some(collides), pair["collide"].as_bool(), "{pair}");
        assert_eq!(tables.coarse_key(a), tables.coarse_key(b), "{pair}");
        let is_different = tables.index_label(a) != tables.index_label(b);
        assert_eq!(is_different, pair["kind"] == "index labels differ", "{pair}");
        different_index_labels += usize::from(is_different);
    }
    assert!(pairs.len() > 400 && different_index_labels > 80);
}

/// All tables of the second level together: no collision of one table is lost.
#[test]
fn collisions_survive_other_tables() {
    let Some(pairs) = shared_lines("vectors/lgr-hard/pairs.jsonl") else { return };
    let scripts = ["Sinh", "Mymr", "Mlym", "Deva", "Latn", "Cyrl"];
    let paths = scripts.map(|script| format!("second-level-2024/und-{script}.xml"));
    let lgrs = paths.clone().map(|path| tables::read(&shared_path(&format!("lgr/{path}")).unwrap()));
    let zone = tables::zone(&lgrs);
    let mut count = 0;
    for pair in pairs.iter().filter(|pair| paths.iter().any(|path| pair["lgr"] == **path)) {
        assert!(collide(&zone, pair["a"].as_str().unwrap(), pair["b"].as_str().unwrap()), "{pair}");
        count += 1;
    }
    assert!(count > 100, "{count}");
    // The keys of a table do not change when others are added that share no code point with it.
    let [sinhala, _, malayalam, ..] = lgrs;
    let (alone, both) = (tables::zone(std::slice::from_ref(&sinhala)), tables::zone(&[malayalam, sinhala]));
    for pair in pairs.iter().filter(|pair| pair["lgr"] == *paths[0]) {
        for label in [&pair["a"], &pair["b"]].map(|label| label.as_str().unwrap()) {
            assert_eq!(alone.coarse_key(label), both.coarse_key(label));
        }
    }
}

/// The small rulesets whose index labels part labels that belong together, and those in which a second table did.
#[test]
fn small_rulesets() {
    let read = |names: &[&str]| -> Option<Tables> {
        let paths = names.iter().map(|name| shared_path(&format!("vectors/lgr-hard/{name}.xml")));
        let paths = paths.collect::<Option<Vec<_>>>()?;
        Some(tables::zone(&paths.iter().map(|path| tables::read(path)).collect::<Vec<_>>()))
    };
    for (names, a, b) in [
        (&["seqidx"][..], "bcd", "be"),
        (&["seqidx-m"], "bcd", "be"),
        (&["d8s"], "ac", "bd"),
        (&["d8s-m"], "ac", "bd"),
        (&["ua"], "b", "c"),
        (&["ua", "ub"], "b", "c"),
    ] {
        let Some(tables) = read(names) else { return };
        assert!(collide(&tables, a, b), "{names:?}");
        assert_eq!(groups(tables, &[a, "nothing", b]), [[a, b]], "{names:?}");
    }
}

/// A third label, of one table or of two, joins labels that are no variants of each other.
#[test]
fn third_labels() {
    let of = |tables: &[&str]| tables::zone(&tables.iter().map(|text| mappings(text)).collect::<Vec<_>>());
    let original = |tables: &Tables, a: &str, b: &str| match tables.collision(a, b, &mut Scratch::new()) {
        Ok(Some(LabelCollision::SharedOriginal { original, tables })) => {
            Some((original, tables.map(|table| table.to_string())))
        }
        Ok(None) => None,
        other => panic!("{other:?}"),
    };
    let found =
        |label: &str, own: &str, other: &str| Some((label.to_owned(), [own.to_owned(), other.to_owned()]));
    let one = of(&["o>a o>b a b"]);
    assert_eq!(original(&one, "aa", "bb"), found("oo", "0", "0"));
    assert_eq!(original(&one, "aab", "bbb"), found("oob", "0", "0"));
    let two = of(&["o>a a x", "o>b b x"]);
    assert_eq!(original(&two, "ax", "bx"), found("ox", "0", "1"));
    assert_eq!(original(&two, "aa", "bb"), found("oo", "0", "1"));
    // No table takes the third label whole.
    assert_eq!(original(&two, "ab", "ba"), None);
    // Sequences whose ends do not fall together: "klm" is {kl}{m} and {k}{lm}.
    let cut = of(&["kl>a m k lm>b a b"]);
    assert_eq!(original(&cut, "am", "kb"), found("klm", "0", "0"));
    // A chain of labels is no collision.
    let chain = of(&["a=b", "b=c", "c=d"]);
    assert!(collide(&chain, "a", "b") && collide(&chain, "a", "c") && !collide(&chain, "a", "d"));
    assert_eq!(chain.coarse_key("a"), chain.coarse_key("d"));
    assert_eq!(groups(chain, &["a", "d"]), Vec::<Vec<String>>::new());
    assert_eq!(groups(of(&["a=b", "b=c", "c=d"]), &["a", "d", "x", "b"]), [["a", "d", "b"]]);
}

/// Names of a list are put together by pairs of them, in the order in which they came.
#[test]
fn groups_are_connected_components() {
    let tables = || tables::zone(&[mappings("a=b"), mappings("b=c"), mappings("c=d"), mappings("d=e")]);
    let list =
        |names: &[&str]| groups(tables(), names).iter().map(|group| group.concat()).collect::<Vec<_>>();
    assert_eq!(list(&["a", "e"]), [""; 0]);
    assert_eq!(list(&["e", "a", "c"]), ["eac"]);
    assert_eq!(list(&["d", "e", "a", "b"]), ["deab"]);
    assert_eq!(list(&["e", "x", "a", "d", "b"]), ["edab"]);
    assert_eq!(list(&["a.x", "b.x", "a.y", "b.z"]), ["a.xb.x"]);
}

/// What cannot be told is said.
#[test]
fn undecided_pairs() {
    // The code point X may be put anywhere: labels without end may have both as variants.
    let text = r#"<data><char cp="0061"><var cp="0063" when="r"/></char><char cp="0062"><var cp="0063"/></char>
        <char cp="0063"/><char cp="0078"><var cp=""/></char></data><rules><rule name="r"><look-behind>
        <char cp="0078" count="9"/></look-behind><anchor/></rule></rules>"#;
    let Ok(reading) = xml::read(
        format!("<lgr xmlns=\"urn:ietf:params:xml:ns:lgr-1.0\">{text}</lgr>").as_bytes(),
        Strictness::Strict,
    ) else {
        panic!("the ruleset is sound")
    };
    let tables = tables::zone(&[reading.lgr]);
    assert_eq!(tables.collision("aa", "bb", &mut Scratch::new()), Err(BoundExceeded));
    assert!(collide(&tables, "c", "b"));
}

/// Which changes of a table change coarse keys.
#[test]
fn changes_of_tables_and_coarse_keys() {
    let key = |tables: &[&str], label: &str| {
        tables::zone(&tables.iter().map(|text| mappings(text)).collect::<Vec<_>>()).coarse_key(label)
    };
    let before = key(&["ss=ß a=b"], "straße");
    assert_eq!(before, "strasse");
    // Entries without variants; another direction of a mapping; a table of other code points; their order.
    assert_eq!(key(&["ss=ß a=b q t r"], "straße"), before);
    assert_eq!(key(&["ss>ß b>a"], "straße"), before);
    assert_eq!(key(&["ss=ß a=b", "m=n mn=o"], "straße"), before);
    assert_eq!(key(&["m=n mn=o", "ss=ß a=b"], "straße"), before);
    // Mappings that connect further code points.
    assert_ne!(key(&["ss=ß a=b 0=a"], "straße"), before);
    assert_ne!(key(&["ss=ß a=b", "s=t"], "straße"), before);
    // A code point that no mapping has stands for itself, whether it is in a table or not.
    assert_eq!(key(&["ss=ß a=b"], "日本"), "日本");
}
