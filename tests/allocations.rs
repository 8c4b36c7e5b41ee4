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

#[cfg(feature = "policy")]
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
        let checker = Checker::with_policy(&policy).unwrap();
        let info = allocation_counter::measure(|| {
            let report = checker.check_label(label);
            assert!(report.findings().is_empty(), ".{tld} {label}: {:?}", report.findings());
        });
        assert_eq!(info.count_total, 0, ".{tld} {label}");
    }
}
