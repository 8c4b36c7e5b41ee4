//! How many names have a finding of each code.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use ulabel::finding::Clause;
use ulabel::{Code, Report};

/// How many names have a finding of each code. A name counts once for each of its codes.
#[derive(Debug, Default)]
pub(crate) struct CodeCounts {
    counts: BTreeMap<Code, Count>,
    /// How many names were counted.
    names: u64,
}

/// How many names have a finding of one code.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Count {
    pub(crate) names: u64,
    /// The clause that all findings name, or else that of the code.
    pub(crate) clause: Clause,
    /// The last name that counted for it.
    last: u64,
}

impl CodeCounts {
    /// Counts one name.
    pub(crate) fn count(&mut self, report: &Report) {
        self.names += 1;
        let name = self.names;
        for finding in report.all_findings() {
            let code = finding.code();
            let count = self.entry(code, finding.clause());
            count.names += u64::from(count.last != name);
            count.last = name;
        }
    }

    /// Adds the counts of other names.
    pub(crate) fn add(&mut self, other: &Self) {
        for (code, count) in &other.counts {
            self.entry(*code, count.clause).names += count.names;
        }
    }

    /// The count of a code, of which there is a finding that names this clause.
    fn entry(&mut self, code: Code, clause: Clause) -> &mut Count {
        let count = self.counts.entry(code).or_insert(Count { names: 0, clause, last: 0 });
        if count.clause != clause {
            count.clause = code.clause();
        }
        count
    }

    /// Forgets all names.
    pub(crate) fn clear(&mut self) {
        self.counts.clear();
        self.names = 0;
    }

    /// Each code that was found with its count, the most frequent first, and those alike in the order of the catalogue.
    pub(crate) fn by_count(&self) -> Vec<(Code, Count)> {
        let mut counts: Vec<_> = self.counts.iter().map(|(code, count)| (*code, *count)).collect();
        counts.sort_by_key(|(_, count)| Reverse(count.names));
        counts
    }
}

#[cfg(test)]
mod tests {
    use ulabel::Checker;

    use super::*;

    #[test]
    fn a_name_counts_once_for_a_code() {
        let checker = Checker::registration();
        let (mut all, mut some) = (CodeCounts::default(), CodeCounts::default());
        for (n, name) in ["a_b_c.d_e", "-a", "fine", "a_b-", "-b-"].into_iter().enumerate() {
            some.count(&checker.check(name));
            if n % 2 == 1 {
                all.add(&some);
                some.clear();
            }
        }
        all.add(&some);
        let found: Vec<_> = all.by_count().iter().map(|(code, count)| (*code, count.names)).collect();
        let expected = [(Code::HyphenStart, 2), (Code::HyphenEnd, 2), (Code::NotLdh, 2)];
        assert_eq!(found, expected);
    }

    #[test]
    fn the_clause_is_that_of_all_findings() {
        let checker = Checker::registration();
        let mut counts = CodeCounts::default();
        // A hyphen at the beginning is another fault of an LDH label than of a U-label.
        let mut clause = |name: &str| {
            counts.count(&checker.check(name));
            counts.by_count().iter().map(|(_, count)| count.clause.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(clause("-a"), ["RFC 5890 §2.3.1"]);
        assert_eq!(clause("-b"), ["RFC 5890 §2.3.1"]);
        assert_eq!(clause("-ü"), ["RFC 5891 §4.2.3.1"]);
        assert_eq!(clause("-c"), ["RFC 5891 §4.2.3.1"]);
    }
}
