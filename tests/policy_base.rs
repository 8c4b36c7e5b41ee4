//! The tables of scripts that are built in, held to the rulesets that they restate.

use std::collections::{BTreeMap, BTreeSet};

use ulabel::lgr::{CharEntry, CompiledLgr, Entry, Lgr, Scratch, Strictness, Variant, xml};
use ulabel::policy::{self, CompiledPolicy, base, base_ruleset, builtin};
use ulabel::{Checker, Label};

use crate::support::{shared_lines, shared_path};

/// Labels of one to three of the entries of a ruleset, with a few letters that are in none.
fn labels(lgr: &Lgr) -> Vec<String> {
    let mut parts: Vec<String> = lgr
        .data
        .iter()
        .flat_map(|entry| match entry {
            Entry::Char(char) => vec![char.cp.iter().collect()],
            Entry::Range(range) => (range.first..=range.last).map(String::from).collect(),
        })
        .collect();
    parts.extend(["0", "-", "ж"].map(String::from));
    let step = parts.len() / 40 + 1;
    let mut labels = parts.clone();
    for (at, first) in parts.iter().enumerate() {
        for second in parts.iter().skip(at % step).step_by(step) {
            labels.push(format!("{first}{second}"));
            let third = &parts[(at * 7 + second.len() * 13) % parts.len()];
            labels.push(format!("{first}{second}{third}"));
        }
    }
    labels
}

#[test]
fn tables_of_scripts_decide_as_the_rulesets_that_they_restate() {
    let Some(folder) = shared_path("lgr/second-level-2024") else { return };
    let (mut asked, mut eligible, mut with_variants) = (0, 0, 0);
    for name in base::names().filter(|name| name.len() == 4) {
        let code = format!("{}{}", name[..1].to_ascii_uppercase(), &name[1..]);
        let text = std::fs::read(folder.join(format!("und-{code}.xml"))).unwrap();
        let source = xml::read(&text, Strictness::Strict).unwrap().lgr;
        let own = base_ruleset(name).unwrap();
        let labels = labels(&source);
        let [source, own] = [&source, &own].map(|lgr| CompiledLgr::new(lgr).unwrap());
        for label in labels {
            let [theirs, ours] = [&source, &own].map(|lgr| lgr.evaluate(&label));
            assert_eq!(ours.disposition, theirs.disposition, "{name} {label}");
            asked += 1;
            if !ours.is_eligible() {
                continue;
            }
            eligible += 1;
            let [theirs, ours] = [&source, &own].map(|lgr| {
                let variants = lgr.variants(&label).unwrap();
                variants.iter().take(200).map(|one| (one.label, one.disposition)).collect::<Vec<_>>()
            });
            with_variants += usize::from(!ours.is_empty());
            assert_eq!(ours, theirs, "{name} {label}");
        }
    }
    assert!(
        asked > 50_000 && eligible > 10_000 && with_variants > 5_000,
        "{asked} {eligible} {with_variants}"
    );
}

/// The ruleset of `hani-zh` with the letters of ASCII, as the source has them.
fn chinese() -> Lgr {
    let policy = policy::read("id = \"x\"\n[[table]]\nid = \"zh\"\nbase = \"hani-zh\"\nascii-letters = true");
    let mut lgr = policy.unwrap().policy.to_rulesets(&mut |_| Err("no files".into())).unwrap().remove(0).1;
    let digits = ['-'].into_iter().chain('0'..='9').map(|c| Entry::Char(CharEntry::new(c)));
    lgr.data.splice(0..0, digits);
    lgr
}

fn letters_of(lgr: &Lgr) -> BTreeSet<char> {
    let all = lgr.data.iter().flat_map(|entry| match entry {
        Entry::Char(char) => char.cp.to_vec(),
        Entry::Range(range) => (range.first..=range.last).collect(),
    });
    all.collect()
}

/// The variants of each entry that has some besides itself, with their types.
fn typed(lgr: &Lgr) -> BTreeMap<String, BTreeSet<(String, String)>> {
    let chars = lgr.chars().map(|char| {
        let of = |variant: &Variant| {
            (variant.cp.iter().collect::<String>(), variant.kind.as_ref().unwrap().to_string())
        };
        (char.cp.iter().collect(), char.variants.iter().map(of).collect::<BTreeSet<_>>())
    });
    chars.filter(|(_, variants)| variants.len() > 1).collect()
}

/// The ideographs of Chinese and their variants are those of the second-level reference ruleset, each with its type, and
/// so is what becomes of labels. The source gives a type to ideographs without variants too, which changes nothing.
#[test]
fn ideographs_have_the_variants_of_the_ruleset_that_they_restate() {
    let Some(path) = shared_path("lgr/second-level-2024/zh.xml") else { return };
    let source = xml::read(&std::fs::read(path).unwrap(), Strictness::Strict).unwrap().lgr;
    let own = chinese();
    assert_eq!(typed(&own), typed(&source));
    assert_eq!(letters_of(&own), letters_of(&source));
    // Labels of ideographs with variants and without.
    let with: Vec<String> = typed(&source).into_keys().collect();
    let without: Vec<String> =
        letters_of(&source).into_iter().map(String::from).filter(|c| !with.contains(c)).step_by(97).collect();
    let mut labels: Vec<String> =
        ["中国", "中國", "台灣", "臺灣", "一只坛", "讎仇", "a中国1", "囯"].map(String::from).to_vec();
    for (at, first) in with.iter().enumerate() {
        let [second, third] = [7, 31].map(|step| &with[(at * step + step) % with.len()]);
        let other = &without[at % without.len()];
        labels.extend([first.clone(), format!("{first}{second}"), format!("{first}{other}{second}{third}")]);
    }
    let [source, own] = [&source, &own].map(|lgr| CompiledLgr::new(lgr).unwrap());
    for label in &labels {
        assert_eq!(own.evaluate(label).disposition, source.evaluate(label).disposition, "{label}");
        let counts = [&own, &source].map(|lgr| lgr.variant_counts(label).unwrap());
        assert_eq!(counts[0].by_disposition(), counts[1].by_disposition(), "{label}");
        let lists = [&own, &source].map(|lgr| {
            let variants = lgr.variants(label).unwrap();
            variants.iter().take(100).map(|one| (one.label, one.disposition)).collect::<BTreeSet<_>>()
        });
        assert_eq!(lists[0], lists[1], "{label}");
    }
    assert!(labels.len() > 20_000);
}

/// The vectors of the edition of 2022 of the same ruleset. It has 80 ideographs of Japanese besides, which are variants and
/// stand in no label; the edition that is restated leaves them out.
#[test]
fn ideographs_hold_the_vectors_of_the_ruleset_that_they_restate() {
    let Some(lines) = shared_lines("vectors/lgr/labels-lgr-second-level-chinese-language-31may22-en.jsonl")
    else {
        return;
    };
    let chinese = chinese();
    let letters = letters_of(&chinese);
    let own = CompiledLgr::new(&chinese).unwrap();
    let text = |points: &serde_json::Value| -> String {
        let points = points.as_array().unwrap().iter();
        points.map(|point| char::from_u32(point.as_u64().unwrap() as u32).unwrap()).collect()
    };
    let (mut eligible, mut with_variants) = (0, 0);
    for line in &lines {
        let label = text(&line["cps"]);
        // Hyphens and marks at the ends are the protocol's to judge.
        if label.starts_with('-') || label.ends_with('-') || label.get(2..4) == Some("--") {
            continue;
        }
        let is_eligible = own.is_eligible(&label);
        assert_eq!(Some(is_eligible), line["eligible"].as_bool(), "{label}");
        if !is_eligible {
            continue;
        }
        eligible += 1;
        if line["variants"].is_null() {
            continue;
        }
        let theirs: BTreeSet<(String, String)> = line["variants"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|variant| (text(&variant[0]), variant[1].as_str().unwrap().to_owned()))
            .filter(|(label, _)| label.chars().all(|c| letters.contains(&c)))
            .collect();
        let ours: BTreeSet<(String, String)> = own
            .variants(&label)
            .unwrap()
            .iter()
            .map(|variant| (variant.label, variant.disposition.to_string()))
            .collect();
        with_variants += usize::from(!theirs.is_empty());
        assert_eq!(ours, theirs, "{label}");
    }
    assert!(eligible > 90 && with_variants > 50, "{eligible} {with_variants}");
}

/// The tables of ideographs that registries have take over the variants of the ideographs that they have.
#[test]
fn tables_of_ideographs_have_the_variants_of_their_ideographs() {
    let whole = typed(&base_ruleset("hani-zh").unwrap());
    for (name, fewer) in [("hani-cdnc", 100), ("hani-big5", 6000)] {
        let lgr = base_ruleset(name).unwrap();
        let has: BTreeSet<String> = letters_of(&lgr).into_iter().map(String::from).collect();
        let expected: BTreeMap<_, BTreeSet<_>> = whole
            .iter()
            .filter(|(source, _)| has.contains(*source))
            .map(|(source, variants)| {
                (source.clone(), variants.iter().filter(|(to, _)| has.contains(to)).cloned().collect())
            })
            .filter(|(_, variants): &(_, BTreeSet<_>)| variants.len() > 1)
            .collect();
        let own = typed(&lgr);
        assert_eq!(own, expected, "{name}");
        assert!(own.len() + fewer > whole.len(), "{name}: {} of {}", own.len(), whole.len());
    }
}

/// A policy with one table.
fn policy_of(table: &str) -> Result<CompiledPolicy, String> {
    let text = format!(
        "id = \"x\"\n[variant-sets]\nalike = [[\"ก\", \"ข\", \"亜\", \"亞\", \"х\"], [\"з\", \"ж\"]]\n[[table]]\nid = \"t\"\n{table}"
    );
    let policy = policy::read(&text).map_err(|refused| refused.to_string())?.policy;
    assert_eq!(policy::read(&policy.to_toml()).unwrap().policy, policy);
    CompiledPolicy::new(&policy).map_err(|refused| refused.to_string())
}

/// A table has variants of its own beside those of its base, also where it has no letters of its own.
#[test]
fn a_table_that_has_all_of_its_base_has_variants_of_its_own() {
    for (base, pair, outside) in [("thai", ["ก", "ข"], "л"), ("jpan-jis", ["亜", "亞"], "л")] {
        let [from, to] = pair;
        let own = format!(
            "base = \"{base}\"\nvariant-sets = [\"alike\"]\n[table.variants]\n\"{from}\" = \"{outside}\""
        );
        let policy = policy_of(&own).unwrap();
        let tables = policy.tables().unwrap();
        let ruleset = &tables.tables()[0];
        let label = format!("{from}{from}");
        assert!(ruleset.is_eligible(&label), "{base}");
        let fits = |label: &str| policy.tables_that_fit(&Label::parse(label)).count() == 1;
        assert!(fits(&label));
        // What is listed for the way back alone is no letter, neither for the quick step nor for the ruleset.
        assert!(!ruleset.is_eligible(outside) && !fits(outside), "{base}");
        let mut scratch = Scratch::new();
        for other in [format!("{from}{to}"), format!("{from}{outside}"), format!("{from}х")] {
            assert_eq!(tables.coarse_key(&label), tables.coarse_key(&other));
            assert!(tables.collision(&label, &other, &mut scratch).unwrap().is_some(), "{base} {other}");
        }
        assert!(tables.collision("з", "ж", &mut scratch).unwrap().is_none(), "the table has neither");
    }
    let stray = policy_of("base = \"thai\"\n[table.variants]\n\"з\" = \"ж\"").err().unwrap();
    assert!(stray.contains("U+0437") && stray.contains("expected one that the table has"), "{stray}");
}

/// Variants of ideographs can be written in a policy, for the ideographs that its table has.
#[test]
fn variants_of_ideographs_are_written_as_sets() {
    let forms = "letters = [\"万萬国國囯坛壇罈中\"]\nhan-variants = [\"万萬\", \"国國 囯国國\", \"坛坛壇|罈 壇坛壇 罈坛罈\", \"时時\"]\nmust-contain = [{ letters = [\"中\"] }]";
    let policy = policy_of(forms).unwrap();
    let ruleset = &policy.tables().unwrap().tables()[0];
    let variants = |label: &str| -> Vec<(String, String)> {
        let all = ruleset.variants(label).unwrap();
        let mut all: Vec<_> =
            all.iter().map(|variant| (variant.label, variant.disposition.to_string())).collect();
        all.retain(|(_, disposition)| disposition == "allocatable");
        all.sort_unstable();
        all
    };
    let labels = |label: &str| variants(label).into_iter().map(|(label, _)| label).collect::<Vec<_>>();
    assert_eq!(labels("万国中"), ["萬國中"]);
    assert_eq!(labels("万國中"), ["万国中", "萬國中"]);
    assert_eq!(labels("囯中"), ["国中", "國中"]);
    // Each of two traditional forms, and not both in one label.
    assert_eq!(labels("坛坛中"), ["壇壇中", "罈罈中"]);
    assert_eq!(ruleset.variant_counts("坛坛中").unwrap().total().to_u128(), Some(8));
    assert_eq!(ruleset.evaluate("万国").disposition.to_string(), "invalid", "it must contain more");
    for (wrong, reason) in [
        ("han-variants = [\"万萬\", \"萬万\"]", "U+4E07 in two sets"),
        ("han-variants = [\"万\"]", "a set of 2 to 64 ideographs"),
        ("han-variants = [\"万萬 国國國国\"]", "words of one to three ideographs"),
        ("lgr = \"x.xml\"\nhan-variants = [\"万萬\"]", "either `lgr` or `han-variants`"),
    ] {
        let refused = policy_of(wrong).err().unwrap();
        assert!(refused.contains(reason), "{refused}");
    }
}

/// The registries that bundle simplified and traditional forms find them.
#[test]
fn policies_of_ideographs_find_simplified_and_traditional_forms() {
    for tld in ["中国", "中國", "cn", "香港", "hk", "新加坡", "sg", "澳門", "mo", "tw"] {
        let policy = builtin::find(tld).unwrap().policy().unwrap();
        let compiled = CompiledPolicy::new(&policy).unwrap();
        let tables = compiled.tables().unwrap();
        let mut scratch = Scratch::new();
        assert!(tables.collision("中国", "中國", &mut scratch).unwrap().is_some(), "{tld}");
        assert!(tables.collision("台湾", "臺灣", &mut scratch).unwrap().is_some(), "{tld}");
        assert!(tables.collision("台湾", "台北", &mut scratch).unwrap().is_none(), "{tld}");
        let report = Checker::with_compiled_policy(compiled.clone()).check_label("中国");
        let variants = report.lgr().and_then(|outcome| outcome.variants()).unwrap();
        assert_eq!(variants.get("allocatable").to_u128(), Some(1), "{tld}");
    }
}

/// A code point that counts for nothing: labels that differ by it collide, however many stand where.
#[test]
fn what_counts_for_nothing_makes_labels_collide() {
    let policy = builtin::find("br").unwrap().policy().unwrap();
    let compiled = CompiledPolicy::new(&policy).unwrap();
    let tables = compiled.tables().unwrap();
    let mut scratch = Scratch::new();
    for [label, other] in [
        ["meu-nome", "meunome"],
        ["m-eunome", "meun-ome"],
        ["a-bc-de", "ab-cd-e"],
        ["a-b-c-d-e", "abcde"],
        ["a--b", "ab"],
        ["a-b-cdef-g", "ab-c-d-efg"],
        ["pão-de-açúcar", "paodeacucar"],
        ["p-ao-deacucar", "pãodeaçúc-a-r"],
    ] {
        assert_eq!(tables.coarse_key(label), tables.coarse_key(other));
        for [label, other] in [[label, other], [other, label]] {
            assert!(tables.collision(label, other, &mut scratch).unwrap().is_some(), "{label} {other}");
        }
    }
    assert_ne!(tables.coarse_key("meu-nome"), tables.coarse_key("meu-mone"));
    let checker = Checker::with_compiled_policy(compiled.clone());
    for (label, variants) in [("x-y", 1), ("x--y", 2), ("x-y-z", 3), ("xi-y", 3), ("xyz", 0)] {
        let report = checker.check_label(label);
        // That the one or the other of two neighbours is left out is no reason to hold a name.
        assert!(report.is_valid() && report.findings().is_empty(), "{label}");
        let counts = report.lgr().unwrap().variants().unwrap();
        assert_eq!(counts.get("allocatable").to_u128(), Some(variants), "{label}");
        assert_eq!(counts.total(), counts.get("allocatable"));
    }
    // A name with the joiner comes together with the one without.
    let policy = builtin::find("ලංකා").unwrap().policy().unwrap();
    let compiled = CompiledPolicy::new(&policy).unwrap();
    let ruleset = &compiled.tables().unwrap().tables()[0];
    let [with, without] = ["\u{DC1}\u{DCA}\u{200D}\u{DBB}\u{DD3}", "\u{DC1}\u{DCA}\u{DBB}\u{DD3}"];
    let all = ruleset.variants(with).unwrap();
    let all: Vec<(String, String)> =
        all.iter().map(|variant| (variant.label, variant.disposition.to_string())).collect();
    assert_eq!(all, [(without.to_owned(), "activated".to_owned())]);
    for wrong in ["\"\" = \"-\"", "\"ж\" = \"\"", "\"a\" = {}"] {
        assert!(policy_of(&format!("letters = [\"a..z\"]\n[table.variants]\n{wrong}")).is_err(), "{wrong}");
    }
}

/// Greek letters and the Latin ones that look the same in capitals are bundled, over both tables of the zone.
#[test]
fn greek_names_collide_with_their_latin_homographs() {
    for tld in ["gr", "ελ"] {
        let policy = builtin::find(tld).unwrap().policy().unwrap();
        let compiled = CompiledPolicy::new(&policy).unwrap();
        let tables = compiled.tables().unwrap();
        let mut scratch = Scratch::new();
        for [label, other, collides] in
            [["χαρα", "xapa", "yes"], ["χαρά", "xapa", "yes"], ["νότος", "notos", "no"]]
        {
            let found = tables.collision(label, other, &mut scratch).unwrap().is_some();
            assert_eq!(found, collides == "yes", "{tld} {label} {other}");
        }
        // A label that mixes them is in no table.
        assert_eq!(compiled.tables_that_fit(&Label::parse("xαρα")).count(), 0, "{tld}");
        let ruleset = tables.get(&policy.tables[0].id).unwrap();
        let homograph = ruleset.variants("χαρα").unwrap().iter().find(|one| one.label == "xapa").unwrap();
        assert_eq!(&*homograph.disposition, "blocked", "{tld}");
    }
}

/// A code point that the base has in sequences alone stands in the table in those alone, though it is among its letters.
#[test]
fn what_a_base_has_in_sequences_stands_there_alone() {
    let letters = "[\"U+0D82..U+0D83\", \"අ..ඎ\", \"ක..න\", \"ර\", \"U+0DCA\", \"U+0DD3\", \"U+200D\"]";
    let policy = policy_of(&format!("base = \"sinh\"\nletters = {letters}")).unwrap();
    let fits = |label: &str| policy.tables_that_fit(&Label::parse(label)).count() == 1;
    assert!(fits("\u{D9A}\u{DCA}\u{200D}\u{DBB}"));
    assert!(!fits("\u{D9A}\u{DCA}\u{200D}\u{D9A}"));
    assert!(fits("\u{D9A}\u{DCA}\u{D9A}"));
}
