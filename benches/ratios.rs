//! The cost of a check beside its peers, as ratios of one run: the sides take turns, so that a machine
//! whose speed drifts drifts for both.
//!
//! `cargo bench --bench ratios [FILTER]` prints for each corpus the nanoseconds a label (median of the
//! rounds) and the median of the ratios round by round.

#![allow(missing_docs, unreachable_pub, dead_code)]
#![allow(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::hint::black_box;
use std::time::Instant;

use common::corpus;
use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
use ulabel::Checker;
use unicode_normalization::UnicodeNormalization;
use unicode_security::RestrictionLevelDetection;

/// Rounds; the first is not counted.
const ROUNDS: usize = 60;

/// Measures `ours` and `theirs` on `labels` in turn and prints a row.
fn compare(
    name: &str,
    bar: f64,
    labels: &[String],
    ours: impl Fn(&str) -> usize,
    theirs: impl Fn(&str) -> usize,
) {
    let nanoseconds = |f: &dyn Fn(&str) -> usize| {
        let start = Instant::now();
        let mut sum = 0;
        for label in labels {
            sum += f(black_box(label));
        }
        black_box(sum);
        start.elapsed().as_nanos() as f64 / labels.len() as f64
    };
    let rounds: Vec<(f64, f64)> =
        (0..=ROUNDS).map(|_| (nanoseconds(&ours), nanoseconds(&theirs))).skip(1).collect();
    let ratio = median(rounds.iter().map(|(ours, theirs)| ours / theirs));
    let (ours, theirs) = (median(rounds.iter().map(|r| r.0)), median(rounds.iter().map(|r| r.1)));
    let bar = if bar > 0.0 { format!("bar {bar:.2}") } else { String::new() };
    println!("{name:<44} {ours:>8.1} ns {theirs:>8.1} ns   ratio {ratio:>5.2}   {bar}");
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn main() {
    let filter = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    let wanted = |name: &str| name.contains(&filter);
    println!("{:<44} {:>11} {:>11}", "", "ulabel", "peer");
    let checker = Checker::registration();
    let check = |label: &str| {
        let report = checker.check_label(label);
        report.label().a_label().map_or(0, str::len) + report.findings().len()
    };
    let to_ascii = |label: &str| {
        Uts46::new()
            .to_ascii(label.as_bytes(), AsciiDenyList::STD3, Hyphens::Check, DnsLength::Verify)
            .map_or(0, |ascii| ascii.len())
    };
    for (name, bar) in
        [("ascii", 0.75), ("idn-u", 0.24), ("idn-a", 0.33), ("mixed-zone", 0.0), ("hostile", 0.55)]
    {
        let name_of = format!("check / idna to_ascii: {name}");
        if wanted(&name_of) {
            compare(&name_of, bar, &corpus(name).labels, check, to_ascii);
        }
    }
    let u_labels = corpus("idn-u").labels;
    if wanted("punycode encode / idna") {
        compare(
            "punycode encode / idna punycode: idn-u",
            0.0,
            &u_labels,
            |label| ulabel::punycode::encode(label).map_or(0, |digits| digits.len()),
            |label| idna::punycode::encode_str(label).map_or(0, |digits| digits.len()),
        );
    }
    if wanted("punycode decode / idna") {
        let digits: Vec<String> =
            u_labels.iter().map(|label| ulabel::punycode::encode(label).unwrap_or_default()).collect();
        compare(
            "punycode decode / idna punycode: idn-u",
            0.0,
            &digits,
            |digits| ulabel::punycode::decode(digits).map_or(0, |label| label.len()),
            |digits| idna::punycode::decode_to_string(digits).map_or(0, |label| label.len()),
        );
    }
    if wanted("is_nfc / unicode-normalization") {
        compare(
            "is_nfc / unicode-normalization is_nfc: idn-u",
            0.0,
            &u_labels,
            |label| usize::from(ulabel::unicode::is_nfc(label)),
            |label| usize::from(unicode_normalization::is_nfc(label)),
        );
        compare(
            "nfc / unicode-normalization nfc: idn-u",
            0.0,
            &u_labels,
            |label| ulabel::unicode::nfc(label).len(),
            |label| label.nfc().collect::<String>().len(),
        );
    }
    if wanted("script skeleton / unicode-security") {
        for name in ["ascii", "idn-u", "hostile"] {
            compare(
                &format!("script skeleton / unicode-security: {name}"),
                0.3,
                &corpus(name).labels,
                |label| ulabel::script::skeleton(label).len(),
                |label| unicode_security::skeleton(label).collect::<String>().len(),
            );
        }
    }
    if wanted("script level / unicode-security") {
        let profile = ulabel::script::IdentifierProfile::GeneralSecurity;
        for name in ["ascii", "idn-u", "hostile"] {
            compare(
                &format!("script level / unicode-security: {name}"),
                0.15,
                &corpus(name).labels,
                |label| ulabel::script::restriction_level(label, profile) as usize,
                |label| label.detect_restriction_level() as usize,
            );
        }
    }
    #[cfg(feature = "policy")]
    compare_policies(wanted);
}

/// The full check with a policy beside the check without, on the labels that the policy takes: each
/// policy with the corpora that it has labels of.
#[cfg(feature = "policy")]
fn compare_policies(wanted: impl Fn(&str) -> bool) {
    let count = |checker: &Checker, label: &str| {
        let report = checker.check_label(label);
        report.label().a_label().map_or(0, str::len) + report.findings().len()
    };
    let without = Checker::registration();
    for tld in ["de", "se", "br", "рф", "bg", "السعودية", "ایران", "ไทย", "भारत", "中国", "jp", "한국", "cc"]
    {
        let policy = ulabel::policy::builtin::find(tld)
            .and_then(|builtin| builtin.policy().ok())
            .unwrap_or_else(|| panic!("{tld}"));
        let with = Checker::with_policy(&policy).unwrap_or_else(|e| panic!("{e}"));
        // The findings alone, as a registry asks for them; which tables fit is told only where it is asked for.
        let with = with.with_detail(ulabel::lgr::Detail::Findings);
        for name in ["ascii", "idn-u", "idn-a"] {
            let row = format!("check with policy / without: {tld}, {name}");
            if !wanted(&row) {
                continue;
            }
            let mut labels = corpus(name).labels;
            labels.retain(|label| with.check_label(label).findings().is_empty());
            if labels.len() >= 500 {
                compare(
                    &format!("{row}, {}", labels.len()),
                    1.6,
                    &labels,
                    |label| count(&with, label),
                    |label| count(&without, label),
                );
            }
        }
    }
}
