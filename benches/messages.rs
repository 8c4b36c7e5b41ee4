//! Sentences of findings, as bulk reports of bad labels ask for them.

use divan::{Bencher, black_box};
use ulabel::Checker;
use ulabel::language::Sentences;
use ulabel::language::{Language, Messages};

/// A sentence without arguments, with a place, with a plural form, with everything.
const LABELS: &[&str] = &["-a", "a·b", "xn--a!", "اa", "e\u{301}a"];

#[divan::bench(args = LABELS)]
fn english(bencher: Bencher<'_, '_>, label: &str) {
    bench(bencher, label, Language::En);
}

#[divan::bench(args = LABELS)]
fn arabic(bencher: Bencher<'_, '_>, label: &str) {
    bench(bencher, label, Language::Ar);
}

fn bench(bencher: Bencher<'_, '_>, label: &str, language: Language) {
    let messages = Messages::new(language);
    let report = Checker::registration().check_label(label);
    let finding = &report.findings()[0];
    bencher.bench(|| messages.sentence(black_box(finding), Some(report.label())));
}

/// Reading the message files, once a run.
#[divan::bench(args = [Language::En, Language::Ar])]
fn load(language: Language) -> Messages {
    Messages::new(black_box(language))
}
