//! Every message in every language.

use ulabel::report::Sentences;
use ulabel::report::lang::{Language, Messages};
use ulabel::{Checker, Code};

/// Labels that between them raise every code of IDNA2008.
const REFUSED: &[&str] = &[
    "",
    "-a",
    "a-",
    "ab--c",
    "a b",
    "BÜCHER",
    "Abc",
    "xn--",
    "xn--a-",
    "xn--ü",
    "xn--a!",
    "xn--99999999",
    "xn--abc-",
    "e\u{301}a",
    "\u{301}a",
    "a。ü",
    "ü_",
    "☃",
    "a\u{200C}b",
    "a\u{200D}b",
    "a·b",
    "α\u{375}",
    "a\u{5F3}",
    "a\u{5F4}",
    "a\u{30FB}b",
    "\u{660}\u{6F0}",
    "اa",
    "ا1\u{660}",
    "aا",
    "1ا",
    "ا-",
    "a\u{202E}b",
    "a\nb\u{1b}[31m",
    "\u{378}",
];

#[test]
fn show() {
    let checker = Checker::registration();
    for language in [Language::En] {
        let messages = Messages::new(language);
        for label in REFUSED {
            let report = checker.check_label(label);
            for finding in report.findings() {
                println!("{:?} {}", label, finding.code());
                println!("   {}", messages.sentence(finding, Some(report.label())));
                println!("   {}", messages.explanation(finding, Some(report.label())));
                println!("   {:?}", messages.way_out(finding, Some(report.label())));
            }
        }
    }
    let _ = Code::ALL;
}
