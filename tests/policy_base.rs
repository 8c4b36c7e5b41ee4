//! The tables of scripts that are built in, held to the rulesets that they restate.

use ulabel::lgr::{CompiledLgr, Entry, Lgr, Strictness, xml};
use ulabel::policy::{base, base_ruleset};

use crate::support::shared_path;

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
