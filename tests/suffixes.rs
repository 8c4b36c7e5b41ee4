//! The suffixes that policies have, and the label of a name that they judge.

use ulabel::finding::{ArgumentName, Finding};
use ulabel::label::Suffixes;
use ulabel::policy::{self, FaultCode, Policy, Stance, SuffixSource, builtin};
use ulabel::{Checker, Label, Name, Verdict};

const LIST: &str = include_str!("../data/suffixes.tsv");

/// The domains of the list: the top-level domain, and the rest with its mark.
fn rules() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = LIST.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    rows.flat_map(|(tld, below)| below.split(' ').map(move |below| (tld, below)))
}

fn policy(text: &str) -> Policy {
    policy::read(&format!("id = \"x\"\n{text}")).unwrap_or_else(|e| panic!("{text}: {e}")).policy
}

fn checker(policy: &Policy) -> Checker {
    Checker::with_policy(policy).unwrap()
}

fn builtin_policy(tld: &str) -> Policy {
    builtin::find(tld).unwrap().policy().unwrap()
}

/// The labels that are registered, in one string.
fn registered(suffixes: &Suffixes, name: &str) -> String {
    let labels: Vec<Label> = Name::parse(name).labels().map(Label::parse).collect();
    let range = suffixes.registered(labels.iter());
    labels[range].iter().map(|label| label.u_label().unwrap()).collect::<Vec<_>>().join(" ")
}

fn a_name(name: &str) -> String {
    name.split('.')
        .map(|label| Label::parse(label).a_label().unwrap().to_owned())
        .collect::<Vec<_>>()
        .join(".")
}

fn codes(checker: &Checker, name: &str) -> Vec<String> {
    let report = checker.check(name);
    let findings = report.all_findings().map(|finding| finding.code().to_string());
    findings.filter(|code| code != "syntax.uppercase").collect()
}

#[test]
fn the_list_is_of_the_country_codes_and_every_domain_is_found() {
    let mut count = 0;
    let mut last: Option<(&str, Suffixes)> = None;
    for (tld, rule) in rules() {
        let (rest, is_exception) = rule.strip_prefix('!').map_or((rule, false), |rest| (rest, true));
        if last.as_ref().is_none_or(|(known, _)| *known != tld) {
            assert_eq!(builtin::find(tld).unwrap().u_label(), tld);
            last = Some((tld, builtin_policy(tld).all_suffixes()));
        }
        let suffixes = &last.as_ref().unwrap().1;
        let rest = rest.replace('*', "anything");
        let domain = format!("{rest}.{tld}");
        assert!(Checker::registration().check(&domain).is_valid(), "{domain}");
        let name = format!("www.example.{domain}");
        let expected = if is_exception { rest.split('.').next().unwrap() } else { "example" };
        for name in [a_name(&name), a_name(&name).to_ascii_uppercase(), format!("{name}."), name] {
            assert_eq!(registered(suffixes, &name), expected, "{name}");
        }
        count += 1;
    }
    assert!(count > 5000, "{count}");
}

#[test]
fn the_registered_label() {
    for (tld, name, expected) in [
        ("uk", "ψυχή.co.uk", "ψυχή"),
        ("uk", "a.b.co.uk", "b"),
        ("uk", "co.uk", "co"),
        ("uk", "b.uk", "b"),
        ("uk", "uk", "uk"),
        ("uk", "example", "example"),
        ("uk", "a.school.sch.uk", "a"),
        ("br", "a.com.br", "a"),
        ("br", "a.b.nom.br", "a"),
        ("nz", "привет.co.nz", "привет"),
        ("kr", "a.co.kr", "a"),
        ("au", "a.b.com.au", "b"),
        ("срб", "а.упр.срб", "а"),
        ("np", "a.b.np", "a"),
        ("np", "b.np", "b"),
        ("ck", "a.co.ck", "a"),
        ("ck", "www.ck", "www"),
        ("ck", "a.www.ck", "www"),
        ("jp", "a.toyota.aichi.jp", "a"),
        ("jp", "a.aichi.jp", "a"),
        ("jp", "a.b.kawasaki.jp", "a"),
        ("jp", "a.city.kawasaki.jp", "city"),
        ("jp", "c.kawasaki.jp", "c"),
        ("il", "a.co.il", "a"),
        ("il", "a.ac.il", "a"),
        ("il", "שלום.ישראל", "שלום"),
    ] {
        assert_eq!(registered(&builtin_policy(tld).all_suffixes(), name), expected, "{tld} {name}");
    }
}

#[test]
fn a_policy_can_keep_to_its_own_suffixes() {
    let listed = policy("tld = [\"uk\", \"x.uk\"]");
    assert_eq!(listed.suffixes, SuffixSource::PublicSuffixList);
    assert_eq!(registered(&listed.all_suffixes(), "a.co.uk"), "a");
    assert_eq!(registered(&listed.all_suffixes(), "a.x.uk"), "a");
    let own = policy("tld = [\"uk\", \"x.uk\"]\nsuffixes = \"own\"");
    assert_eq!(registered(&own.all_suffixes(), "a.co.uk"), "co");
    assert_eq!(registered(&own.all_suffixes(), "a.x.uk"), "a");
    assert_eq!(policy::read(&own.to_toml()).unwrap().policy, own);
    // A suffix of several labels brings none.
    assert_eq!(codes(&checker(&policy("tld = [\"co.uk\"]")), "a.org.uk"), ["policy.outside-tld"]);
    let own = policy("tld = [\"il\"]\nsuffixes = \"own\"");
    assert_eq!(codes(&checker(&own), "שלום.ישראל"), ["policy.outside-tld"]);
}

#[test]
fn every_spelling_of_a_name_has_the_same_findings() {
    let names = [
        ("uk", "ψυχή.co.uk"),
        ("uk", "example.co.uk"),
        ("jp", "日本語.toyota.aichi.jp"),
        ("jp", "ψυχή.aichi.jp"),
        ("срб", "пример.упр.срб"),
        ("срб", "bücher.упр.срб"),
        ("срб", "пример.рф"),
        ("de", "bücher.de"),
        ("de", "bücher.рф"),
        ("ایران", "پارس.ايران"),
        ("no", "eksempel.bådåddjå.no"),
        ("hk", "公司.香港"),
    ];
    for (tld, name) in names {
        let checker = checker(&builtin_policy(tld));
        let (expected, verdict) = (codes(&checker, name), checker.check(name).verdict());
        let a_name = a_name(name);
        let (head, last) = name.rsplit_once('.').unwrap();
        let mixed = format!("{}.{last}.", self::a_name(head).to_ascii_uppercase());
        for spelling in [a_name.to_ascii_uppercase(), a_name, mixed] {
            assert_eq!(codes(&checker, &spelling), expected, "{spelling}");
            assert_eq!(checker.check(&spelling).verdict(), verdict, "{spelling}");
        }
    }
}

fn argument(finding: &Finding, name: ArgumentName) -> Option<String> {
    finding.arguments().iter().find(|(known, _)| *known == name).map(|(_, value)| value.to_string())
}

#[test]
fn a_name_outside_has_one_finding_that_says_where_it_would_fit() {
    for (tld, name, reason, other) in [
        ("de", "bücher.berlin", None, None),
        ("de", "ψυχή.рф", Some("fits"), Some(".рф")),
        ("de", "ψυχή.XN--P1AI", Some("fits"), Some(".рф")),
        ("de", "1.2.3.4", None, None),
        ("de", "a..", None, None),
        ("ایران", "صادق.ايران", Some("look-alike"), Some(".ایران")),
        ("de", "صادق.ايران", Some("look-alike"), Some(".ایران")),
        // Cyrillic de.
        ("de", "bücher.ԁе", Some("look-alike"), Some(".de")),
    ] {
        let report = checker(&builtin_policy(tld)).check(name);
        assert_eq!(report.verdict(), Verdict::Invalid, "{name}");
        let [finding] = report.findings() else { panic!("{name}: {:?}", report.findings()) };
        assert_eq!(finding.code().name(), "policy.outside-tld", "{name}");
        assert_eq!(argument(finding, ArgumentName::Expected), Some(format!(".{tld}")), "{name}");
        assert_eq!(argument(finding, ArgumentName::Reason).as_deref(), reason, "{name}");
        assert_eq!(argument(finding, ArgumentName::Other).as_deref(), other, "{name}");
        for label in report.labels() {
            let of_protocol = |finding: &Finding| finding.code().family() != "policy";
            assert!(label.findings().iter().all(of_protocol), "{name}: {:?}", label.findings());
        }
    }
    // The same by the top-level domain of the policy itself in another spelling is none.
    assert_eq!(codes(&checker(&builtin_policy("ایران")), "پارس.XN--MGBA3A4F16A"), [""; 0]);
}

#[test]
fn the_stance_on_names_outside() {
    let mut policy = policy("tld = [\"de\"]\n[source-of]\ntld = \"the book\"\n[digits]\nall = \"refuse\"");
    for (stance, verdict) in [
        (Stance::Refuse, Verdict::Invalid),
        (Stance::Review, Verdict::Review),
        (Stance::Allow, Verdict::Valid),
    ] {
        policy.outside_tld = stance;
        assert_eq!(policy::read(&policy.to_toml()).unwrap().policy, policy);
        let report = checker(&policy).check("123.ch");
        assert_eq!(report.verdict(), verdict);
        for finding in report.findings() {
            assert_eq!(argument(finding, ArgumentName::Rule).as_deref(), Some("outside-tld"));
            assert_eq!(argument(finding, ArgumentName::Source).as_deref(), Some("the book"));
        }
    }
}

const LEVELS: &str = r#"
tld = ["ec", "id", "own.id"]
length = { min = 4 }
[[level]]
suffixes = ["com.ec", "xn--p1ai.id"]
length = { min = 2, max = 5 }
[[level]]
suffixes = ["*.id", "fin.ec"]
length = { min = 3, otherwise = "review" }
"#;

#[test]
fn lengths_by_level() {
    let text = LEVELS.replace("\"own.id\"", "\"own.id\", \"рф.id\"");
    let policy = policy(&text);
    assert_eq!(policy.levels[0].suffixes, ["com.ec", "рф.id"]);
    let printed = policy.to_toml();
    assert_eq!(
        policy::read(&printed).unwrap_or_else(|e| panic!("{printed}: {e}")).policy,
        policy,
        "{printed}"
    );
    let checker = checker(&policy);
    for (name, expected) in [
        ("abc", Some("length.min")),
        ("abcd", None),
        ("abc.ec", Some("length.min")),
        ("abcd.ec", None),
        ("abc.com.ec", None),
        ("www.abc.com.ec", None),
        ("a.com.ec", Some("level.1.length.min")),
        ("a.com.XN--AAA.ec", Some("length.min")),
        ("abcdef.com.ec", Some("level.1.length.max")),
        ("bücher.COM.ec", Some("level.1.length.max")),
        ("büc.com.ec", None),
        ("abc.net.ec", Some("length.min")),
        ("ab.fin.ec", Some("level.2.length.min")),
        ("abc.id", Some("length.min")),
        ("abc.co.id", None),
        ("ab.co.id", Some("level.2.length.min")),
        ("ab.own.id", Some("level.2.length.min")),
        ("ab.xn--p1ai.id", None),
        // It is itself a suffix: its first label is judged, at the level above.
        ("com.ec", Some("length.min")),
    ] {
        let report = checker.check(name);
        let rules: Vec<_> = report
            .all_findings()
            .filter(|finding| finding.code().family() == "policy")
            .filter_map(|finding| argument(finding, ArgumentName::Rule))
            .collect();
        assert_eq!(rules, expected.as_slice(), "{name}");
        let is_of_second = expected.is_some_and(|rule| rule.starts_with("level.2"));
        assert_eq!(report.verdict() == Verdict::Review, is_of_second, "{name}");
    }
}

/// The rules at a glance and those in full agree, whichever is quicker at a level.
#[test]
fn a_level_is_longer_or_shorter_than_the_policy() {
    for (policy_min, level_min) in [(1, 4), (4, 1), (3, 3)] {
        let text = format!(
            "tld = [\"uk\"]\nlength = {{ min = {policy_min} }}\n[[level]]\nsuffixes = [\"co.uk\"]\nlength = {{ min = {level_min} }}"
        );
        let checker = checker(&policy(&text));
        for n in 1..6 {
            let label = "a".repeat(n);
            assert_eq!(checker.check(&format!("{label}.uk")).is_valid(), n >= policy_min, "{n} {text}");
            assert_eq!(checker.check(&format!("{label}.co.uk")).is_valid(), n >= level_min, "{n} {text}");
        }
    }
}

#[test]
fn faults_of_levels() {
    let faults = |text: &str| -> Vec<(u32, FaultCode)> {
        let refused = policy::read(&format!("id = \"x\"\n{text}")).unwrap_err();
        refused.faults().iter().map(|fault| (fault.position().unwrap().line, fault.code())).collect()
    };
    let text = "tld = [\"ec\"]\n[[level]]\nlength = { min = 3 }\n[[level]]\n\
                suffixes = [\"com.ec\", \"co.uk\", \"*\", \"-.ec\", \"none.ec\", \"*.de\"]\n\
                [[level]]\nsuffixes = [\"com.ec\"]\nlength = { min = 3, max = 2 }";
    assert_eq!(
        faults(text),
        [
            (3, FaultCode::Missing),
            (6, FaultCode::BadValue),
            (6, FaultCode::BadValue),
            (6, FaultCode::BadValue),
            (6, FaultCode::BadValue),
            (6, FaultCode::BadValue),
            (8, FaultCode::Duplicate),
            (9, FaultCode::Contradiction),
        ],
        "{}",
        policy::read(&format!("id = \"x\"\n{text}")).unwrap_err()
    );
    let many = "[[level]]\nsuffixes = [\"com.ec\"]\n".repeat(policy::MAX_LEVELS + 1);
    assert!(faults(&format!("tld = [\"ec\"]\n{many}")).iter().any(|(_, code)| *code == FaultCode::TooMany));
    assert_eq!(faults("suffixes = \"none\""), [(2, FaultCode::BadValue)]);
}

/// Tables of a policy are for the domains of the policy: collisions compare the label that is registered.
#[test]
fn collisions_compare_the_registered_label() {
    let text =
        "tld = [\"uk\"]\n[[table]]\nid = \"t\"\nletters = [\"a..z\", \"é\"]\nvariants = { \"é\" = [\"e\"] }";
    let compiled = policy::CompiledPolicy::new(&policy(text)).unwrap();
    let mut keys = ulabel::collisions::NameKeys::new(compiled.tables().cloned());
    let mut key = |name: &str| {
        keys.take(name);
        keys.coarse_key().unwrap().to_owned()
    };
    assert_eq!(key("cafe.co.uk"), key("café.co.uk"));
    assert_ne!(key("a.cafe.co.uk"), key("a.cafes.co.uk"));
    assert_ne!(key("café.www.co.uk"), key("cafe.www.co.uk"));
}
