//! Writes the table of coverage for the documentation.

use std::collections::BTreeSet;

use ulabel::policy::{IdnOffered, Policy, Status};

use super::GENERATED;
use super::derive::Made;
use super::inputs::{Cctld, Cldr};
use super::judge::{Judgement, Tried};

pub(super) fn text(
    cctlds: &[Cctld],
    policies: &[Made],
    judgements: &[Judgement],
    cldr: &Cldr,
) -> Result<String, String> {
    let registry = |made: &&Made, offered: IdnOffered| made.registry.idn_offered == Some(offered);
    let count = |offered: IdnOffered| policies.iter().filter(|made| registry(made, offered)).count();
    let published = policies.iter().filter(|made| made.registry.status == Status::Published).count();
    let mut members = BTreeSet::new();
    for cctld in cctlds {
        members.extend(cldr.territory(&cctld.iso3166)?.itu_member.then_some(&cctld.iso3166));
    }
    let mut text = format!(
        "<!-- {GENERATED} -->\n\n\
         # The policies that are built in\n\n\
         Two for each country-code top-level domain. The first, named as the domain, says what its registry takes today, as far as\n\
         it is known: *published* where it restates what the registry publishes, with its source; *derived* where part of it, or\n\
         all, is inferred. The second, with `-start` behind the name, is a start in the languages of the territory, made from\n\
         public data: official languages and their letters (CLDR 48.2), what everyday words need beyond them, and the rules of the\n\
         script. **The registry has the last word.**\n\n\
         | | |\n|---|---:|\n| top-level domains | {} |\n| of these in scripts beyond ASCII | {} |\n\
         | registry offers internationalized names | {} |\n| offers none | {} |\n| not known | {} |\n\
         | policies of registries that are published | {published} |\n| ITU Member States with a policy | {} |\n\n\
         *Not known* names the tables that a registry has, of which the letters are not known; letters that stand in for a table of\n\
         which only the script is known have `unsure` in the policy's `certainty-of`.\n\n\
         | domain | territory | names offered | today: tables | scripts | not known | status | certainty | start: tables | scripts |\n\
         |---|---|---|---:|---|---|---|---|---:|---|\n",
        cctlds.len(),
        cctlds.iter().filter(|cctld| cctld.is_idn()).count(),
        count(IdnOffered::Yes),
        count(IdnOffered::No),
        count(IdnOffered::Unknown),
        members.len(),
    );
    for (cctld, made) in cctlds.iter().zip(policies) {
        let domain = domain(cctld);
        let Made { registry, start, .. } = made;
        let unknown: Vec<&str> = registry.unknown_tables.iter().map(|table| table.id.as_str()).collect();
        text += &format!(
            "| {domain} | {} | {} | {} | {} | {} | {} | {} | {} | {} |\n",
            cctld.territory,
            registry.idn_offered.map_or("", |offered| offered.name()),
            registry.tables.len(),
            scripts(registry),
            unknown.join(" "),
            registry.status,
            registry.certainty.map_or("", |certainty| certainty.name()),
            start.tables.len(),
            scripts(start),
        );
    }
    text += &starts(cctlds, policies, judgements);
    Ok(text)
}

/// What the starts make of words, and of what no language writes.
fn starts(cctlds: &[Cctld], policies: &[Made], judgements: &[Judgement]) -> String {
    let all = |right: bool, tried: &[&Tried]| -> usize {
        tried.iter().map(|one| one.count - if right { one.wrong.len() } else { 0 }).sum()
    };
    let words: Vec<&Tried> = judgements.iter().flat_map(|one| &one.words).collect();
    let impossible: Vec<&Tried> = judgements.iter().map(|one| &one.impossible).collect();
    let mut text = format!(
        "\n# The starts, held against words\n\n\
         Each start is held against twenty words of each of its languages (`data/cldr/words.tsv`: names of weekdays, months, spans\n\
         of time, languages and territories), which it must take, and against three strings of each of its scripts that no language\n\
         writes (`data/impossible.tsv`: marks out of order, digits of two sets, letters of two scripts), which it must refuse. A start\n\
         is not what a registry takes: all of them are derived, and none is surer than its column says.\n\n\
         | | |\n|---|---:|\n| words taken | {} of {} |\n| strings refused that no language writes | {} of {} |\n\
         | starts with a language of which there are no words | {} |\n\n\
         | domain | certainty | words taken, by language | refused of what no language writes | not known |\n\
         |---|---|---|---|---|\n",
        all(true, &words),
        all(false, &words),
        all(true, &impossible),
        all(false, &impossible),
        judgements.iter().filter(|one| one.words.iter().any(|tried| tried.count == 0)).count(),
    );
    for ((cctld, made), judgement) in cctlds.iter().zip(policies).zip(judgements) {
        let with_words = judgement.words.iter().filter(|tried| tried.count > 0);
        let words: Vec<String> =
            with_words.map(|tried| format!("{} {}", tried.language, fraction(tried))).collect();
        let without = judgement.words.iter().filter(|tried| tried.count == 0);
        let without: Vec<&str> = without.map(|tried| tried.language.as_str()).collect();
        let no_words = (!without.is_empty()).then(|| format!("words of {}", without.join(", ")));
        let no_languages = judgement.words.is_empty().then(|| "official languages".to_owned());
        // The first note says what a start is.
        let notes = made.start.note.as_deref().unwrap_or_default().split("; ").skip(2);
        let unknown: Vec<String> =
            no_languages.into_iter().chain(no_words).chain(notes.map(str::to_owned)).collect();
        text += &format!(
            "| {} | {} | {} | {} | {} |\n",
            domain(cctld),
            made.start.certainty.map_or("", |certainty| certainty.name()),
            words.join(", "),
            fraction(&judgement.impossible),
            unknown.join("; "),
        );
    }
    text
}

/// How many came out right, of how many; and which did not.
fn fraction(tried: &Tried) -> String {
    let wrong =
        if tried.wrong.is_empty() { String::new() } else { format!(" (not {})", tried.wrong.join(" ")) };
    format!("{}/{}{wrong}", tried.count - tried.wrong.len(), tried.count)
}

fn domain(cctld: &Cctld) -> String {
    if cctld.is_idn() { format!("{} (`{}`)", cctld.u_label, cctld.a_label) } else { cctld.u_label.clone() }
}

fn scripts(policy: &Policy) -> String {
    let scripts: BTreeSet<&str> =
        policy.tables.iter().flat_map(|table| &table.scripts).map(|code| code.code()).collect();
    scripts.into_iter().collect::<Vec<_>>().join(" ")
}
