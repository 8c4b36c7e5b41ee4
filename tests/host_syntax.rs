//! Names of hosts and owners of records: labels that are left out of the judgement.

use ulabel::{Checker, Code, Report, Severity, Verdict, policy};

fn hosts() -> Checker {
    Checker::registration().with_host_syntax(true)
}

fn of_tld(tld: &str) -> Checker {
    let policy = policy::builtin::find(tld).unwrap().policy().unwrap();
    Checker::with_policy(&policy).unwrap()
}

/// The labels that are judged.
fn judged(report: &Report) -> Vec<&str> {
    let labels = report.labels_with_input().filter(|(_, label)| label.is_judged());
    labels.map(|(input, _)| input).collect()
}

#[test]
fn labels_that_are_left_out() {
    for (name, expected) in [
        ("_dmarc.example.fr", &["example", "fr"][..]),
        ("_sip._tcp.example.fr.", &["example", "fr"]),
        ("*.example.fr", &["example", "fr"]),
        ("*._tcp.example.fr", &["example", "fr"]),
        ("_25._TCP.bücher.example", &["bücher", "example"]),
        ("selector._domainkey.example.fr", &["selector", "example", "fr"]),
    ] {
        let report = hosts().check(name);
        assert_eq!(report.verdict(), Verdict::Valid, "{name}");
        assert_eq!(judged(&report), expected);
        // Without it nothing changes.
        let report = Checker::registration().check(name);
        assert_eq!(report.verdict(), Verdict::Invalid, "{name}");
        assert!(report.labels().iter().all(ulabel::LabelReport::is_judged));
    }
    let report = hosts().check("_DMARC.bücher.example");
    assert_eq!(report.name(), "_dmarc.bücher.example");
    assert_eq!(report.ascii().as_deref(), Some("_dmarc.xn--bcher-kva.example"));
}

#[test]
fn labels_that_are_judged_all_the_same() {
    // The last label, other labels with an underscore or an asterisk, and what stands beside.
    for name in
        ["_dmarc", "*", "_tcp._udp", "*.*.fr", "www.*.fr", "the*.fr", "_.fr", "a_b.fr", "_ü.fr", "_a b.fr"]
    {
        let report = hosts().check(name);
        assert_eq!(report.verdict(), Verdict::Invalid, "{name}");
    }
    let report = hosts().check("_dmarc.-a.fr");
    let codes: Vec<Code> = report.all_findings().map(ulabel::Finding::code).collect();
    assert_eq!(codes, [Code::HyphenStart]);
    // A label that stands alone is none of a host.
    assert!(!hosts().check_label("_dmarc").is_valid());
}

#[test]
fn they_count_for_the_length_of_the_name() {
    let label = "a".repeat(62);
    let name = |first: &str| format!("_{first}.{label}.{label}.{label}.fr");
    assert!(hosts().check(&name(&"a".repeat(60))).is_valid());
    let report = hosts().check(&name(&"a".repeat(61)));
    assert_eq!(report.findings().first().map(ulabel::Finding::code), Some(Code::NameTooLong));
}

#[test]
fn the_bidi_rule_is_not_asked_of_them() {
    let name = "_dmarc.אב";
    assert!(hosts().check(name).is_valid());
    let report = Checker::registration().check(name);
    assert!(report.all_findings().any(|finding| finding.code() == Code::BidiCondition1));
    // The labels beside still are in a Bidi domain name.
    assert!(!hosts().check("_dmarc.1a.אב").is_valid());
}

#[test]
fn a_policy_judges_the_parent() {
    let checker = of_tld("ch").with_host_syntax(true);
    assert!(checker.check("_dmarc.zürich.ch").is_valid());
    for name in ["_dmarc.straße.ch", "*.straße.ch", "x._domainkey.straße.ch"] {
        let report = checker.check(name);
        let errors = report.all_findings().filter(|finding| finding.severity() == Severity::Error);
        assert_eq!(errors.map(ulabel::Finding::code).collect::<Vec<Code>>(), [Code::NotInTable], "{name}");
    }
    // What stands below such a label is not registered, and the domain of the policy itself is judged as ever.
    let codes =
        |name: &str| checker.check(name).all_findings().map(ulabel::Finding::code).collect::<Vec<Code>>();
    assert_eq!(codes("ß._tcp.ch"), codes("ch"));
    assert!(codes("ß.ch").contains(&Code::NotInTable));
    let report = checker.check("_dmarc.example.de");
    assert_eq!(report.findings().first().map(ulabel::Finding::code), Some(Code::OutsideTld));
}

#[test]
fn names_in_both_forms() {
    let mut report = Report::new();
    hosts().check_pair_into("_dmarc.xn--bcher-kva.fr", "_dmarc.bücher.fr", &mut report);
    assert!(report.is_valid() && judged(&report) == ["bücher", "fr"]);
    hosts().check_pair_into("_dmarc.fr", "_damrc.fr", &mut report);
    assert!(!report.is_valid());
}

#[test]
fn no_advice_on_them() {
    let mut report = hosts().check("*._tcp.аррӏе.com");
    report.compare_uts46();
    assert_eq!(report.all_findings().count(), 0);
    report.advise_display(None);
    assert!(report.all_findings().any(|finding| finding.code() == Code::DisplayChrome));
    // The top-level domain is not advised on.
    let mut report = hosts().check("_tcp.example.аррӏе");
    report.advise_display(None);
    assert_eq!(report.all_findings().count(), 0);
}
