//! The full check of one label, its A-label form produced.

use divan::Bencher;
use divan::counter::ItemsCount;
use ulabel::Checker;

use crate::common::corpus;

#[divan::bench(args = ["ascii", "idn-u", "idn-a", "mixed-zone", "hostile"])]
fn registration(bencher: Bencher, name: &'static str) {
    let labels = corpus(name).labels;
    let checker = Checker::registration();
    bencher.counter(ItemsCount::new(labels.len())).bench(|| {
        labels.iter().filter(|label| checker.check_label(divan::black_box(label)).is_valid()).count()
    });
}
