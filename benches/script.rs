//! Scripts and look-alikes.

use divan::Bencher;
use divan::counter::ItemsCount;
use ulabel::script::{self, IdentifierProfile, RestrictionLevel, Rules, ScriptSet};
use ulabel::unicode::Script;

use crate::common::corpus;

#[divan::bench(args = ["ascii", "idn-u", "hostile"])]
fn skeleton(bencher: Bencher, name: &'static str) {
    let labels = corpus(name).labels;
    bencher
        .counter(ItemsCount::new(labels.len()))
        .bench(|| labels.iter().map(|label| script::skeleton(divan::black_box(label)).len()).sum::<usize>());
}

#[divan::bench(args = ["ascii", "idn-u", "hostile"])]
fn restriction_level(bencher: Bencher, name: &'static str) {
    let labels = corpus(name).labels;
    bencher.counter(ItemsCount::new(labels.len())).bench(|| {
        let level = |label| script::restriction_level(label, IdentifierProfile::GeneralSecurity);
        labels.iter().map(|label| level(divan::black_box(label)) as usize).sum::<usize>()
    });
}

#[divan::bench(args = ["idn-u", "hostile"])]
fn rules(bencher: Bencher, name: &'static str) {
    let labels = corpus(name).labels;
    let rules = Rules::new()
        .restriction_level(RestrictionLevel::HighlyRestrictive)
        .no_mixed_digits()
        .no_whole_script_confusables(ScriptSet::only(Script::Latin));
    bencher
        .counter(ItemsCount::new(labels.len()))
        .bench(|| labels.iter().map(|label| rules.check(divan::black_box(label)).len()).sum::<usize>());
}
