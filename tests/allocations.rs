//! A check that finds nothing allocates nothing.

use ulabel::{Checker, Report};

const CLEAN: &[&str] = &[
    "example",
    "a",
    "0-9",
    "xn--bcher-kva",
    "bücher",
    "пример",
    "उदाहरण",
    "例え",
    "مثال",
    "דוגמה",
    "xn--mgbh0fb",
    // ZERO WIDTH NON-JOINER in its context, and a combining mark that composes with nothing.
    "نامه\u{200C}ای",
    "ब\u{94D}\u{200D}न",
    // Fifty-nine characters and the prefix: as long as a label gets.
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
];

#[test]
fn a_label_that_is_clean() {
    let checker = Checker::registration();
    for label in CLEAN {
        let info = allocation_counter::measure(|| {
            let report = checker.check_label(label);
            assert!(report.findings().is_empty() && report.label().a_label().is_some(), "{label}");
        });
        assert_eq!(info.count_total, 0, "{label}");
    }
}

#[test]
fn a_name_whose_report_is_used_again() {
    let checker = Checker::registration();
    let mut report = Report::new();
    let first = [CLEAN.last().copied().unwrap_or_default(); 3].join(".");
    checker.check_into(&first, &mut report);
    for label in CLEAN {
        let info = allocation_counter::measure(|| checker.check_into(label, &mut report));
        assert_eq!(info.count_total, 0, "{label}");
    }
}

#[test]
fn a_label_that_a_policy_takes() {
    let labels = [
        ("de", "bücher"),
        ("de", "example"),
        ("se", "אַ1ב"),
        ("bg", "щъркел"),
        ("jp", "日本語"),
        ("jp", "example"),
        ("السعودية", "مدرسة"),
        ("한국", "한글abc"),
        ("br", "xn--corao-zqa8b"),
    ];
    for (tld, label) in labels {
        let mut policy = ulabel::policy::builtin::find(tld).unwrap().policy().unwrap();
        // Reserved names are looked up without allocating too.
        policy.reserved.push(ulabel::policy::ReservedList::builtin(ulabel::policy::BuiltinList::IgoNames));
        // What is told of variants beside the findings takes memory.
        let checker = Checker::with_policy(&policy).unwrap().with_detail(ulabel::lgr::Detail::Findings);
        let info = allocation_counter::measure(|| {
            let report = checker.check_label(label);
            assert!(report.findings().is_empty(), ".{tld} {label}: {:?}", report.findings());
        });
        assert_eq!(info.count_total, 0, ".{tld} {label}");
    }
}

/// The suffix of a name is found without allocating.
#[test]
fn a_name_that_a_policy_takes() {
    let names = [
        ("de", "www.bücher.de"),
        ("uk", "example.co.uk"),
        ("jp", "日本語.toyota.aichi.jp"),
        ("jp", "example.city.kawasaki.jp"),
        ("срб", "xn--e1afmkfd.упр.срб"),
        ("np", "example.com.np"),
    ];
    for (tld, name) in names {
        let mut policy = ulabel::policy::builtin::find(tld).unwrap().policy().unwrap();
        let mut level = ulabel::policy::Level::default();
        level.suffixes = vec![format!("*.{tld}")];
        level.length.min = Some(3);
        policy.levels.push(level);
        let checker = Checker::with_policy(&policy).unwrap();
        let mut report = Report::new();
        checker.check_into("a.longer.name.than.those.of.this.test.has.its.memory.used.again", &mut report);
        let info = allocation_counter::measure(|| checker.check_into(name, &mut report));
        assert!(report.all_findings().next().is_none(), "{name}: {report:?}");
        assert_eq!(info.count_total, 0, "{name}");
    }
}

/// Rulesets under a policy: a file, variants and whole-label rules written in TOML, neighbours, and a name
/// of several labels.
#[test]
fn a_label_that_rulesets_of_a_policy_take() {
    use ulabel::lgr::Detail;
    use ulabel::policy::{self, CompiledPolicy};

    const LGR: &str = r#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data>
        <range first-cp="0430" last-cp="044F"/>
        <char cp="0451"><var cp="0435" type="blocked"/></char>
        <char cp="0301" when="behind-a-vowel"/>
      </data><rules>
        <class name="vowel">0430 0435 043E</class>
        <rule name="behind-a-vowel"><look-behind><class by-ref="vowel"/></look-behind><anchor/></rule>
        <rule name="twice"><char cp="0301" count="2+"/></rule>
        <action disp="invalid" match="twice"/>
      </rules></lgr>"#;
    const POLICY: &str = r#"
id = "own"
tld = ["example"]
[[table]]
id = "latin"
letters = ["a..z", "é·"]
variants = { "é" = ["e"] }
rules = [{ name = "has-a-vowel", require = "[aeioué]" }]
context = [{ letters = ["·"], after = ["l"], before = ["l"] }]
[[table]]
id = "cyrillic"
lgr = "cyrillic.xml"
"#;
    let policy = policy::read(POLICY).unwrap().policy;
    let compiled = CompiledPolicy::with_files(&policy, &mut |_| Ok(LGR.into())).unwrap();
    let mut report = Report::new();
    for detail in [Detail::Findings, Detail::Tables] {
        let checker = Checker::with_compiled_policy(compiled.clone()).with_detail(detail);
        checker.check_into(&format!("{}.b.c.d.example", "a".repeat(60)), &mut report);
        for label in ["café", "col·lega", "пеля", "ё\u{436}е\u{301}к"] {
            let name = format!("{label}.example");
            let info = allocation_counter::measure(|| {
                let report = checker.check_label(label);
                assert!(report.findings().is_empty(), "{label}: {:?}", report.findings());
                assert_eq!(report.lgr().is_some(), detail == Detail::Tables);
            });
            assert_eq!(info.count_total, 0, "{label} {detail:?}");
            let info = allocation_counter::measure(|| checker.check_into(&name, &mut report));
            assert!(report.all_findings().next().is_none(), "{name}");
            assert_eq!(info.count_total, 0, "{name} {detail:?}");
        }
    }
}
