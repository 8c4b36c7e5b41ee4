//! Registry policies: what they find, and the ones that are built in.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use ulabel::finding::ArgumentName;
use ulabel::policy::{
    self, BuiltinList, CompiledPolicy, IdnOffered, Policy, ReservedList, ScriptCode, Stance, Status, builtin,
};
use ulabel::{Checker, Code, Label, LabelReport, Verdict};

use crate::support::shared_lines;

fn checker(policy: &Policy) -> Checker {
    Checker::with_policy(policy).expect("a policy that compiles")
}

fn codes(report: &LabelReport) -> Vec<&'static str> {
    report.findings().iter().map(|finding| finding.code().name()).collect()
}

/// The reasons of the vectors that a code stands for.
fn reasons(code: Code) -> &'static [&'static str] {
    match code {
        Code::NotInTable => &["outside-repertoire", "language-table"],
        Code::ScriptWrongForTld => &["wrong-script"],
        Code::ScriptMixed => &["mixed-scripts"],
        Code::MustContain => &["must-contain"],
        Code::AllDigits => &["numeric-only"],
        Code::MixedDigits => &["digits-mixing"],
        Code::Hyphens | Code::HyphenStart | Code::HyphenEnd | Code::HyphenThreeFour => &["hyphen"],
        Code::TooShort | Code::TooLong => &["length"],
        Code::Reserved => &["reserved-igo"],
        Code::Confusable => &["confusable"],
        code if code.name().starts_with("bidi.") => &["bidi"],
        code if code.name().starts_with("idna.") || code.name().starts_with("context.") => &["idna"],
        _ => &[],
    }
}

#[test]
fn the_published_vectors() {
    let Some(cases) = shared_lines("vectors/policy/labels.jsonl") else { return };
    assert_eq!(cases.len(), 78);
    let strings = |case: &Value, key: &str| -> Vec<String> {
        let members = case[key].as_array().cloned().unwrap_or_default();
        members.iter().map(|member| member.as_str().unwrap().to_owned()).collect()
    };
    let mut differences = Vec::new();
    for case in &cases {
        let text = |key: &str| case[key].as_str().unwrap_or_default();
        let builtin = builtin::find(text("tld")).expect("every TLD of the vectors is built in");
        let mut policy = builtin.policy().unwrap();
        for overlay in strings(case, "overlay") {
            match overlay.as_str() {
                "registry" => {}
                // The vectors count the Red Cross and the Olympic words among the names.
                "igo-name" => policy.reserved.extend(
                    [BuiltinList::IgoNames, BuiltinList::RedCross, BuiltinList::Olympic]
                        .map(ReservedList::builtin),
                ),
                "igo-acronym" => policy.reserved.push(ReservedList::builtin(BuiltinList::IgoAcronyms)),
                "confusable" => {
                    policy.confusables.names = strings(case, "existing");
                    policy.confusables.otherwise = Stance::Refuse;
                }
                "mixed-numbers" => policy.digits.several_sets = Stance::Refuse,
                other => panic!("unknown overlay {other}"),
            }
        }
        let report = checker(&policy).check_label(text("label"));
        let verdict = if report.is_valid() { "allowed" } else { "refused" };
        let found: BTreeSet<&str> =
            report.findings().iter().flat_map(|finding| reasons(finding.code())).copied().collect();
        let mut accepted = strings(case, "also");
        accepted.push(text("reason").to_owned());
        let agrees = verdict == text("expected")
            && (verdict == "allowed" || accepted.iter().any(|reason| found.contains(reason.as_str())));
        if !agrees {
            differences.push(format!(
                "{} {} .{}: {verdict} {found:?}, {case}",
                text("id"),
                text("label"),
                text("tld")
            ));
        }
        if let Some(a_label) = case["a_label"].as_str() {
            assert_eq!(report.label().a_label(), Some(a_label), "{case}");
        }
    }
    assert!(differences.is_empty(), "{} differ:\n{}", differences.len(), differences.join("\n"));
}

#[test]
fn every_domain_has_a_policy_that_compiles_prints_and_reads_back_equal() {
    assert_eq!(builtin::all().len(), 308);
    assert_eq!(builtin::all().iter().filter(|builtin| builtin.a_label() != builtin.u_label()).count(), 61);
    assert_eq!(builtin::starts().len(), 308);
    for builtin in builtin::all().iter().chain(builtin::starts()) {
        let reading = policy::read(builtin.text()).unwrap_or_else(|e| panic!("{}: {e}", builtin.id()));
        assert_eq!(reading.warnings, [], "{}", builtin.id());
        let policy = reading.policy;
        assert_eq!(policy.id, builtin.id());
        assert_eq!(policy.tlds.first().map(String::as_str), Some(builtin.u_label()));
        assert_eq!(policy.iso3166.as_deref(), Some(builtin.iso3166()));
        assert_eq!(policy.status, builtin.status());
        assert_eq!(policy.certainty, builtin.certainty());
        assert_eq!(policy.tables.len() + policy.unknown_tables.len(), builtin.tables());
        assert!(!policy.sources.is_empty() && policy.certainty.is_some(), "{}", builtin.id());
        // Tonga takes any code point.
        assert!(builtin.tables() > 0 || builtin.id() == "to", "{}", builtin.id());
        let has_letters = |table: &policy::Table| !table.letters.is_empty() || table.base.is_some();
        assert!(policy.tables.iter().all(has_letters), "{}", builtin.id());
        assert_eq!(builtin.policy().as_ref(), Ok(&policy));
        CompiledPolicy::new(&policy).unwrap_or_else(|e| panic!("{}: {e}", builtin.id()));
        let printed = policy.to_toml();
        assert_eq!(policy::read(&printed).unwrap().policy, policy, "{printed}");
        if builtin.is_start() {
            assert!(builtin.text().starts_with("# A START in the languages"), "{}", builtin.id());
            assert_eq!((policy.status, policy.idn_offered), (Status::Derived, None));
        } else {
            assert_eq!(policy.idn_offered, Some(builtin.idn_offered()));
            let has_start = policy.start.as_deref() == Some(builtin.start().id());
            assert!(has_start || builtin.idn_offered() == IdnOffered::Unknown, "{}", builtin.id());
        }
        let note = policy.note.as_deref().unwrap_or_default();
        assert!(
            note.contains("the registry has the last word") || note.contains("nothing is known"),
            "{note}"
        );
    }
}

#[test]
fn every_member_state_is_covered() {
    let members: BTreeSet<&str> = builtin::all()
        .iter()
        .filter(|builtin| builtin.is_itu_member())
        .map(|builtin| builtin.iso3166())
        .collect();
    assert_eq!(members.len(), 194);
    assert!(
        builtin::all()
            .iter()
            .filter(|builtin| builtin.is_itu_member())
            .all(|builtin| !builtin.region().is_empty())
    );
}

#[test]
fn a_policy_is_found_by_either_label_and_by_territory() {
    for builtin in builtin::all() {
        assert_eq!(builtin::find(builtin.u_label()), Some(builtin));
        assert_eq!(builtin::find(builtin.a_label()), Some(builtin));
        assert!(builtin::of_territory(builtin.iso3166()).contains(&builtin));
    }
    assert_eq!(builtin::find("GB").map(|builtin| builtin.a_label()), Some("uk"));
    assert_eq!(builtin::find(".РФ").map(|builtin| builtin.a_label()), Some("xn--p1ai"));
    assert_eq!(builtin::find("XN--P1AI").map(|builtin| builtin.u_label()), Some("рф"));
    assert_eq!(builtin::of_territory("in").len(), 16);
    for unknown in ["", ".", "com", "xn--", "zz", "-"] {
        assert_eq!(builtin::find(unknown), None, "{unknown}");
    }
}

/// What registries take and what starts should take, as two audits have it: each label is asked of the policy that its kind
/// is about. Differences are listed with the reason.
#[test]
fn the_audits() {
    /// U+57D7 is in HKSCS alone; the start has the ideographs of CDNC.
    const DIFFERENCES: [&str; 1] = ["pa0708"];
    let mut checkers: BTreeMap<String, Checker> = BTreeMap::new();
    let (mut asked, mut differences) = (0, Vec::new());
    for file in ["audit", "audit-2"] {
        let Some(cases) = shared_lines(&format!("vectors/policy/{file}.jsonl")) else { return };
        for case in cases {
            let text = |key: &str| case[key].as_str().unwrap_or_default();
            // Reserved lists have a test of their own.
            let Some(registry) = builtin::find(text("tld")).filter(|_| text("kind") != "reserved") else {
                continue;
            };
            let is_of_start = matches!(text("kind"), "language" | "structure");
            let builtin = if is_of_start { registry.start() } else { registry };
            let checker = checkers
                .entry(builtin.id().to_owned())
                .or_insert_with(|| checker(&builtin.policy().unwrap()));
            let report = checker.check_label(text("label"));
            let expected = match text("expected") {
                "allowed" => Verdict::Valid,
                "refused" => Verdict::Invalid,
                _ => Verdict::Review,
            };
            asked += 1;
            if report.verdict() != expected && !DIFFERENCES.contains(&text("id")) {
                differences.push(format!(
                    "{}: {:?} {:?}, {case}",
                    builtin.id(),
                    report.verdict(),
                    codes(&report)
                ));
            }
        }
    }
    assert!(asked > 600, "{asked}");
    assert!(differences.is_empty(), "{} differ:\n{}", differences.len(), differences.join("\n"));
}

/// Reserved names, as the audit has them; and a reserved name is caught in whichever form it comes.
#[test]
fn reserved_names_are_caught_in_every_form() {
    let mut policy = Policy::new("own");
    policy.reserved = [
        BuiltinList::IgoNames,
        BuiltinList::IgoAcronyms,
        BuiltinList::RedCross,
        BuiltinList::Olympic,
        BuiltinList::SixLanguages,
    ]
    .map(ReservedList::builtin)
    .into();
    let all = checker(&policy);
    for case in shared_lines("vectors/policy/audit.jsonl").unwrap_or_default() {
        let text = |key: &str| case[key].as_str().unwrap_or_default();
        // Names in other languages than the six are a wish.
        if text("kind") != "reserved" || matches!(text("label"), "rotes-kreuz" | "croce-rossa" | "紅十字")
        {
            continue;
        }
        let expected = match text("expected") {
            "allowed" => Verdict::Valid,
            "refused" => Verdict::Invalid,
            _ => Verdict::Review,
        };
        assert_eq!(all.check_label(text("label")).verdict(), expected, "{case}");
    }

    for list in &policy.reserved {
        let ulabel::policy::ReservedSource::Builtin(builtin) = list.from else { continue };
        let lines = builtin.text().lines().filter_map(|line| line.split('#').next());
        for name in lines.flat_map(|line| line.split(',')).map(str::trim).filter(|name| !name.is_empty()) {
            let label = Label::parse(name);
            let (Some(u_label), Some(a_label)) = (label.u_label(), label.a_label()) else { continue };
            let upper = a_label.to_ascii_uppercase();
            for form in [u_label, a_label, &upper] {
                let found = all.check_label(form);
                assert!(found.findings().iter().any(|finding| finding.code() == Code::Reserved), "{form}");
            }
        }
    }
}

/// The rows of a file of tab-separated columns.
fn rows(path: &str) -> Vec<Vec<String>> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = std::fs::read_to_string(path).unwrap();
    let rows = text.lines().filter(|line| !line.starts_with('#'));
    rows.map(|row| row.split('\t').map(str::to_owned).collect()).collect()
}

/// Words of a language in a script.
fn words() -> BTreeMap<(String, String), Vec<String>> {
    let rows = rows("data/cldr/words.tsv").into_iter();
    rows.map(|row| {
        let words = row[3].split(' ').map(str::to_owned).collect();
        ((row[0].clone(), row[1].clone()), words)
    })
    .collect()
}

/// Each policy takes a realistic label in each of its scripts: a word of a language of that script; and
/// refuses it with a letter of another script in it.
#[test]
fn every_domain_takes_words_of_its_scripts_and_no_mixture() {
    let samples = words();
    let all_of = |code: ScriptCode| {
        let covers = move |other: &str| {
            let other = ScriptCode::from_code(other).unwrap();
            other.scripts().iter().any(|script| code.scripts().contains(script))
        };
        samples.iter().filter(move |((_, script), _)| covers(script)).flat_map(|(_, words)| words)
    };
    for builtin in builtin::all().iter().chain(builtin::starts()) {
        let policy = builtin.policy().unwrap();
        let checker = checker(&policy);
        for table in &policy.tables {
            for code in &table.scripts {
                let own = table.languages.iter().flat_map(|tag| {
                    samples.get(&(tag.clone(), code.code().to_owned())).into_iter().flatten()
                });
                let in_table = |word: &&String| {
                    let report = checker.check_label(word);
                    let fits = |label: &Label| {
                        checker.policy().unwrap().tables_that_fit(label).any(|fitting| fitting.id == table.id)
                    };
                    report.is_valid() && fits(report.label())
                };
                let mut words = own.chain(all_of(*code)).peekable();
                if words.peek().is_none() {
                    // There are no words in the scripts of no official language.
                    continue;
                }
                let word = words.find(in_table);
                let word = word.unwrap_or_else(|| panic!("{}: no word in {}", builtin.id(), table.id));
                // U+0436, U+03C9: no table holds one of these beside another script.
                let foreign = if table.scripts.iter().any(|code| code.covers('ж')) { 'ω' } else { 'ж' };
                let mixed = format!("{word}{foreign}");
                let report = checker.check_label(&mixed);
                assert!(!report.is_valid(), "{} takes {mixed}", builtin.id());
            }
        }
    }
}

/// The official languages of each territory are served by its start, which takes their words.
#[test]
fn starts_take_words_of_every_official_language() {
    let words = words();
    let mut without: BTreeSet<String> = BTreeSet::new();
    let mut served = 0;
    for row in rows("data/cldr/territories.tsv") {
        let builtin = builtin::of_territory(&row[0]).into_iter().find(|b| b.a_label() == b.u_label());
        let builtin = builtin.unwrap_or_else(|| panic!("no policy for {row:?}"));
        let checker = checker(&builtin.start().policy().unwrap());
        for pair in row[3].split(',').filter(|pair| !pair.is_empty()) {
            let (tag, script) = pair.split_once(':').unwrap();
            let Some(words) = words.get(&(tag.to_owned(), script.to_owned())) else {
                without.insert(tag.to_owned());
                continue;
            };
            let refused: Vec<_> =
                words.iter().filter(|word| checker.check_label(word).verdict() != Verdict::Valid).collect();
            assert!(refused.is_empty(), ".{} in {tag}: {refused:?}", builtin.u_label());
            served += 1;
        }
    }
    assert!(served > 250, "{served}");
    // Neither CLDR nor another package has words of these.
    let without: Vec<&str> = without.iter().map(String::as_str).collect();
    assert_eq!(
        without.join(" "),
        "ay bi ch fj gil hak-Hant hif ho mh ms-Arab na nan-Hant niu pau sm tkl tvl ty wni zdj"
    );
}

/// Every start takes words of the languages of its tables, and refuses what no language writes in its scripts.
#[test]
fn starts_take_words_and_refuse_what_no_language_writes() {
    let words = words();
    let impossible = rows("data/impossible.tsv");
    let (mut taken, mut refused) = (0, 0);
    for builtin in builtin::starts() {
        let policy = builtin.policy().unwrap();
        let checker = checker(&policy);
        let codes: BTreeSet<ScriptCode> =
            policy.tables.iter().flat_map(|table| table.scripts.clone()).collect();
        for table in &policy.tables {
            for (tag, code) in
                table.languages.iter().flat_map(|tag| table.scripts.iter().map(move |code| (tag, code)))
            {
                for word in words.get(&(tag.clone(), code.code().to_owned())).into_iter().flatten() {
                    let report = checker.check_label(word);
                    assert_eq!(report.verdict(), Verdict::Valid, "{}: {word} of {tag}", builtin.id());
                    taken += 1;
                }
            }
        }
        for code in codes {
            let strings: Vec<_> = impossible.iter().filter(|row| row[0] == code.code()).collect();
            let kinds: Vec<&str> = strings.iter().map(|row| row[1].as_str()).collect();
            assert_eq!(kinds, ["digits", "marks", "mixture"], "{code}");
            for row in strings {
                let characters = row[2].split(' ').map(|item| {
                    u32::from_str_radix(item.strip_prefix("U+").unwrap(), 16)
                        .ok()
                        .and_then(char::from_u32)
                        .unwrap()
                });
                let text: String = characters.collect();
                let verdict = checker.check_label(&text).verdict();
                assert_eq!(verdict, Verdict::Invalid, "{} takes {text}: {}", builtin.id(), row[3]);
                refused += 1;
            }
        }
    }
    assert!(taken > 8_000 && refused > 1_000, "{taken} {refused}");
}

/// Every policy says where its rules come from, of when that is and how sure it is: for all of them, and apart for those
/// of which it is another.
#[test]
fn every_policy_says_its_source_date_and_certainty() {
    let months = "January February March April May June July August September October November December";
    for builtin in builtin::all().iter().chain(builtin::starts()) {
        let (id, policy) = (builtin.id(), builtin.policy().unwrap());
        assert!(policy.certainty.is_some(), "{id}: no certainty");
        assert!(
            !policy.sources.is_empty() && policy.sources.iter().all(|source| !source.trim().is_empty()),
            "{id}"
        );
        let note = policy.note.as_deref().unwrap_or_default();
        let date = note.split_once("as known in ").map_or("", |(_, rest)| rest);
        let date: Vec<&str> = date.split([' ', ';', ':']).take(2).collect();
        let is_date = |date: &[&str]| matches!(date, [month, year] if months.split(' ').any(|name| name == *month) && year.starts_with("202"));
        assert!(is_date(&date), "{id}: no date in {note:?}");
        assert!(policy.certainty_of.keys().all(|rule| !rule.trim().is_empty()), "{id}");
        assert!(policy.source_of.values().all(|source| !source.trim().is_empty()), "{id}");
        // What is published, and what is inferred.
        let expected = if builtin.is_start() { Status::Derived } else { builtin.status() };
        assert_eq!(policy.status, expected, "{id}");
    }
}

/// A policy with one rule, and a label that breaks it.
fn rules(stance: Stance) -> Vec<(&'static str, Policy, &'static str)> {
    let read = |rest: &str| {
        let text =
            format!("id = \"test\"\nsources = [\"the book\"]\n{}", rest.replace("STANCE", stance.name()));
        policy::read(&text).unwrap_or_else(|e| panic!("{e}\n{text}")).policy
    };
    let table = "[[table]]\nid = \"t\"\nscripts = [\"Latn\"]\n";
    let letters = "letters = [\"a..z\", \"é\"]\n";
    vec![
        ("policy.hyphens", read("double-hyphens = \"STANCE\""), "a-b--c"),
        ("policy.ascii-not-allowed", read("ascii-labels = \"STANCE\""), "abc"),
        ("policy.too-short", read("[length]\nmin = 3\notherwise = \"STANCE\""), "ab"),
        (
            "policy.too-long",
            read("[length]\nmax = 10\nmax-unit = \"octets\"\notherwise = \"STANCE\""),
            "bücher",
        ),
        (
            "policy.too-short",
            read("[length]\nmin = 2\nmin-unit = \"letters\"\notherwise = \"STANCE\""),
            "a12345",
        ),
        ("policy.all-digits", read("[digits]\nall = \"STANCE\""), "123"),
        ("policy.digits", read("[digits]\nat-ends = \"STANCE\""), "abc1"),
        ("script.mixed-digits", read("[digits]\nseveral-sets = \"STANCE\""), "१a2"),
        ("script.mixed", read("[scripts]\nmixing = \"single-script\"\notherwise = \"STANCE\""), "wiеn"),
        ("script.mixed", read("[scripts]\nmixing = \"single-script\"\notherwise = \"STANCE\""), "日本の"),
        ("script.mixed", read("[scripts]\nmixing = \"single-script+cjk\"\notherwise = \"STANCE\""), "dvd店"),
        (
            "script.wrong-for-tld",
            read("[scripts]\nmixing = \"tld-script\"\nof-tld = [\"Cyrl\"]\notherwise = \"STANCE\""),
            "wien",
        ),
        (
            "script.wrong-for-tld",
            read("[scripts]\nmixing = \"script+ascii-letters\"\nof-tld = [\"Hani\"]\notherwise = \"STANCE\""),
            "한글abc",
        ),
        (
            "script.restriction-level",
            read("[scripts]\nmixing = \"highly-restrictive\"\notherwise = \"STANCE\""),
            "xनम",
        ),
        (
            "script.restriction-level",
            read("[scripts]\nmixing = \"moderately-restrictive\"\notherwise = \"STANCE\""),
            "xд",
        ),
        (
            "script.restriction-level",
            read("[scripts]\nmixing = \"ascii-only\"\notherwise = \"STANCE\""),
            "wién",
        ),
        ("policy.not-in-table", read(&format!("outside-tables = \"STANCE\"\n{table}{letters}")), "bücher"),
        (
            "policy.must-contain",
            read(&format!(
                "outside-tables = \"STANCE\"\n{table}{letters}must-contain = [{{ letters = [\"é\"] }}]"
            )),
            "cafe",
        ),
        (
            "policy.context",
            read(&format!(
                "outside-tables = \"STANCE\"\n{table}{letters}context = [{{ letters = [\"x\"], after = [\"a\"] }}]"
            )),
            "bx",
        ),
        ("policy.digits", read(&format!("{table}{letters}digits-at-ends = \"STANCE\"")), "1a"),
        (
            "policy.too-short",
            read(&format!("{table}{letters}length = {{ min = 3, otherwise = \"STANCE\" }}")),
            "ab",
        ),
        ("policy.reserved", read("reserved = [{ names = [\"abc\"], otherwise = \"STANCE\" }]"), "ABC"),
        (
            "policy.reserved",
            read(
                "reserved = [{ names = [\"modern\"], match = \"skeleton\", otherwise-skeleton = \"STANCE\" }]",
            ),
            "rnodern",
        ),
        (
            "script.whole-script-confusable",
            read("[confusables]\nwhole-script = [\"Latn\"]\notherwise-whole-script = \"STANCE\""),
            "сосо",
        ),
        ("script.confusable", read("[confusables]\nnames = [\"modern\"]\notherwise = \"STANCE\""), "rnodern"),
    ]
}

#[test]
fn every_rule_can_be_switched_and_names_itself_and_its_source() {
    for (stance, verdict) in [
        (Stance::Allow, Verdict::Valid),
        (Stance::Review, Verdict::Review),
        (Stance::Refuse, Verdict::Invalid),
    ] {
        for (code, policy, label) in rules(stance) {
            let report = checker(&policy).check_label(label);
            assert_eq!(report.verdict(), verdict, "{code} {label}: {:?}", report.findings());
            let found = report.findings().iter().find(|finding| finding.code().name() == code);
            assert_eq!(found.is_some(), stance != Stance::Allow, "{code} {label}: {:?}", report.findings());
            if let Some(finding) = found {
                let named = |name: ArgumentName| {
                    finding.arguments().iter().find(|(n, _)| *n == name).map(|(_, value)| value.to_string())
                };
                assert!(named(ArgumentName::Rule).is_some(), "{code}");
                assert_eq!(named(ArgumentName::Source).as_deref(), Some("the book"), "{code}");
            }
        }
    }
}
