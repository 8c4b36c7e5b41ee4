//! Labels under the published rulesets, which are read in place; the benches do nothing where they are
//! absent.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use divan::Bencher;
use divan::counter::ItemsCount;
use ulabel::collisions::{ExistingNames, Key, NameKeys};
use ulabel::lgr::{CompiledLgr, Scratch, Strictness, Tables, xml};

fn shared() -> PathBuf {
    std::env::var_os("ULABEL_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from)
}

fn file(script: &str) -> PathBuf {
    let root = shared().join("lgr/root-zone");
    match script {
        "common" => root.join("lgr-5-common-26may22-en.xml"),
        _ => root.join(format!("lgr-5/lgr-5-{script}-script-26may22-en.xml")),
    }
}

fn octets(script: &str) -> Option<Vec<u8>> {
    std::fs::read(file(script)).ok()
}

fn tables(script: &str) -> Option<Arc<Tables>> {
    let lgr = xml::read(&octets(script)?, Strictness::Lenient).ok()?.lgr;
    Some(Arc::new(Tables::new([(script, lgr)]).unwrap()))
}

fn ruleset(script: &str) -> Option<CompiledLgr> {
    let lgr = xml::read(&octets(script)?, Strictness::Lenient).ok()?.lgr;
    Some(CompiledLgr::new(&lgr).unwrap())
}

/// The labels of the published answers; eligible ones only, if asked.
fn labels(script: &str, eligible: bool) -> Vec<String> {
    let path = shared().join("vectors/lgr").join(file(script).file_name().unwrap());
    let path = path.with_file_name(format!("labels-{}.jsonl", path.file_stem().unwrap().to_str().unwrap()));
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let cases = text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    cases
        .filter(|case| !eligible || case["eligible"] == true)
        .map(|case| case["label"].as_str().unwrap().to_owned())
        .collect()
}

/// Read and compiled.
#[divan::bench(args = ["latin", "arabic", "devanagari", "chinese", "common"])]
fn load(bencher: Bencher, script: &str) {
    let Some(octets) = octets(script) else { return };
    bencher.bench(|| {
        let lgr = xml::read(divan::black_box(&octets), Strictness::Lenient).unwrap().lgr;
        CompiledLgr::new(&lgr).unwrap()
    });
}

/// Compiled only.
#[divan::bench(args = ["latin", "arabic", "devanagari", "chinese", "common"])]
fn compile(bencher: Bencher, script: &str) {
    let Some(octets) = octets(script) else { return };
    let lgr = xml::read(&octets, Strictness::Lenient).unwrap().lgr;
    bencher.bench(|| CompiledLgr::new(divan::black_box(&lgr)).unwrap());
}

/// Disposition of all labels of the published answers, wrong ones too.
#[divan::bench(args = ["latin", "arabic", "devanagari", "chinese", "korean", "common"])]
fn eligibility(bencher: Bencher, script: &str) {
    let Some(lgr) = ruleset(script) else { return };
    let labels = labels(script, false);
    bencher.counter(ItemsCount::new(labels.len())).bench_local(|| {
        let evaluations = labels.iter().map(|label| lgr.evaluate(divan::black_box(label)));
        evaluations.filter(|evaluation| evaluation.is_eligible()).count()
    });
}

/// The same for labels that are eligible.
#[divan::bench(args = ["latin", "arabic", "devanagari", "chinese", "korean", "common"])]
fn eligible(bencher: Bencher, script: &str) {
    let Some(lgr) = ruleset(script) else { return };
    let labels = labels(script, true);
    bencher.counter(ItemsCount::new(labels.len())).bench_local(|| {
        let evaluations = labels.iter().map(|label| lgr.evaluate(divan::black_box(label)));
        evaluations.filter(|evaluation| evaluation.is_eligible()).count()
    });
}

#[divan::bench(args = ["latin", "arabic", "devanagari", "chinese", "common"])]
fn index_label(bencher: Bencher, script: &str) {
    let Some(lgr) = ruleset(script) else { return };
    let labels = labels(script, false);
    let (mut scratch, mut index_label) = (Scratch::new(), String::new());
    bencher.counter(ItemsCount::new(labels.len())).bench_local(|| {
        let mut has = |label| lgr.index_label_into(divan::black_box(label), &mut scratch, &mut index_label);
        labels.iter().filter(|label| has(label)).count()
    });
}

/// Eligibility, coarse key and exact counts of variants by disposition.
#[divan::bench(args = ["latin", "arabic", "devanagari", "chinese"])]
fn everything(bencher: Bencher, script: &str) {
    let Some(tables) = tables(script) else { return };
    let [lgr] = tables.tables() else { return };
    let labels = labels(script, false);
    let (mut scratch, mut key) = (Scratch::new(), String::new());
    bencher.counter(ItemsCount::new(labels.len())).bench_local(|| {
        for label in &labels {
            let label = divan::black_box(label);
            divan::black_box(lgr.evaluate(label));
            key.clear();
            key.extend(tables.coarse_key_chars(label));
            divan::black_box(&key);
            divan::black_box(lgr.variant_counts_with(label, &mut scratch)).unwrap();
        }
    });
}

/// The longest labels of the letters with the most variants: 63 octets as A-labels.
#[divan::bench(args = ["arabic", "latin", "chinese"])]
fn worst_case_counts(bencher: Bencher, script: &str) {
    let Some(lgr) = ruleset(script) else { return };
    let label = worst(script);
    let mut scratch = Scratch::new();
    bencher.bench_local(|| lgr.variant_counts_with(divan::black_box(&label), &mut scratch).unwrap());
}

#[divan::bench(args = ["arabic", "latin", "chinese"])]
fn worst_case_index_label(bencher: Bencher, script: &str) {
    let Some(lgr) = ruleset(script) else { return };
    let label = worst(script);
    let (mut scratch, mut index_label) = (Scratch::new(), String::new());
    bencher.bench_local(|| lgr.index_label_into(divan::black_box(&label), &mut scratch, &mut index_label));
}

fn worst(script: &str) -> String {
    // U+0643 ARABIC LETTER KAF and U+064A ARABIC LETTER YEH; U+53D1
    let (unit, least) = match script {
        "arabic" => ("كي", 8),
        "latin" => ("o", 8),
        _ => ("发", 8),
    };
    let fits = |count: &usize| {
        let label = unit.repeat(*count);
        label.is_ascii() && label.len() <= 63
            || !label.is_ascii() && ulabel::Label::parse(&label).a_label().is_some_and(|a| a.len() <= 63)
    };
    unit.repeat((least..64).take_while(fits).last().unwrap_or(least))
}

/// A hundred thousand names, grouped by coarse key and then by the exact test.
#[divan::bench(args = ["latin", "devanagari"])]
fn collide(bencher: Bencher, script: &str) {
    let Some(tables) = tables(script) else { return };
    let seeds = labels(script, true);
    let names: Vec<String> =
        (0..100_000).map(|n| format!("{}{}", seeds[n % seeds.len()], letters(n))).collect();
    bencher.counter(ItemsCount::new(names.len())).bench_local(|| {
        let mut keys = NameKeys::new(Some(tables.clone()));
        let mut existing = ExistingNames::new(&[Key::Coarse], Some(tables.clone()));
        for name in &names {
            keys.take(name);
            existing.insert(&keys);
        }
        existing.colliding().count()
    });
}

/// A number in letters.
fn letters(mut number: usize) -> String {
    let mut text = String::new();
    while number > 0 {
        text.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
    }
    text
}
