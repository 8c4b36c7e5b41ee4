//! Domains under which labels are registered.

use alloc::boxed::Box;
#[cfg(feature = "policy")]
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::ops::Range;

use super::{Label, LabelKind, MAX_NAME_OCTETS};
use crate::unicode::{lower_case, to_lower_case};

/// Domains under which labels are registered, such as `ch` and `co.il`; the root is the one without labels.
///
/// They are written as in the Public Suffix List: `*.np` is every domain right under `np`, and `!www.ck` is none
/// though `*.ck` has it.
///
/// ```
/// use ulabel::Label;
/// use ulabel::label::Suffixes;
/// let suffixes: Suffixes = ["il", "co.il"].into_iter().collect();
/// let labels = ["www", "example", "co", "il"].map(Label::parse);
/// assert_eq!(suffixes.longest(labels.iter()), Some(2));
/// assert_eq!(suffixes.registered(labels.iter()), 1..2);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suffixes {
    /// A tree of labels from the right; the first node is the root.
    nodes: Vec<Node>,
}

/// A domain that is a suffix, or above or below one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Node {
    /// The [`key`] of its first label: most comparisons need no more.
    key: u64,
    /// Its first label as a U-label in lower case.
    label: Box<str>,
    /// The nodes right below it, in the order of their labels.
    below: Range<usize>,
    is_suffix: bool,
    /// Every domain right below it is a suffix.
    has_wildcard: bool,
    /// It is no suffix, whatever a wildcard says.
    is_exception: bool,
}

/// A suffix as written: its labels from the right.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rule {
    labels: Vec<Box<str>>,
    is_exception: bool,
}

impl Suffixes {
    /// How many labels the longest of these has that the name ends in, if it ends in any. The name itself may
    /// be one.
    #[must_use]
    pub fn longest<'a>(&self, labels: impl DoubleEndedIterator<Item = &'a Label>) -> Option<usize> {
        let mut node = self.nodes.first()?;
        let mut longest = node.is_suffix.then_some(0);
        for (above, label) in labels.rev().enumerate() {
            let next = self.below(node, label);
            if next.is_some_and(|next| next.is_exception) {
                return Some(above);
            }
            if node.has_wildcard || next.is_some_and(|next| next.is_suffix) {
                longest = Some(above + 1);
            }
            match next {
                Some(next) if next.has_wildcard || !next.below.is_empty() => node = next,
                _ => break,
            }
        }
        longest
    }

    /// The labels of a name that are registered under one of these: the one right before the longest that the
    /// name ends in, or the first of a name that is itself one. When it ends in none of them, all: each label
    /// may be meant.
    #[must_use]
    pub fn registered<'a>(
        &self,
        labels: impl DoubleEndedIterator<Item = &'a Label> + ExactSizeIterator,
    ) -> Range<usize> {
        let count = labels.len();
        match self.longest(labels) {
            Some(under) => {
                let at = count.saturating_sub(under + 1);
                at..count.min(at + 1)
            }
            None => 0..count,
        }
    }

    /// True if there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.len() == 1 && self.nodes.iter().all(|root| !root.is_suffix && !root.has_wildcard)
    }

    /// Each of these as it is written, in an order that does not depend on how they were given.
    #[cfg(feature = "policy")]
    pub(crate) fn written(&self) -> Vec<String> {
        let mut written = Vec::new();
        let mut open = Vec::from_iter(self.nodes.first().map(|root| (root, String::new())));
        while let Some((node, name)) = open.pop() {
            if node.is_exception {
                written.push(alloc::format!("!{name}"));
            }
            if node.has_wildcard {
                written.push(alloc::format!("*.{name}"));
            }
            if node.is_suffix {
                written.push(if name.is_empty() { ".".into() } else { name.clone() });
            }
            let below = self.nodes.get(node.below.clone()).unwrap_or_default();
            open.extend(below.iter().map(|below| {
                let dot = if name.is_empty() { "" } else { "." };
                (below, alloc::format!("{}{dot}{name}", below.label))
            }));
        }
        written.sort_unstable();
        written
    }

    #[inline]
    fn below(&self, node: &Node, label: &Label) -> Option<&Node> {
        let nodes = self.nodes.get(node.below.clone()).filter(|nodes| !nodes.is_empty())?;
        let text = label.u_label().or_else(|| label.a_label())?;
        let key = key(text);
        let by = |order: &dyn Fn(&Node) -> Ordering| {
            nodes.binary_search_by(order).ok().and_then(|at| nodes.get(at))
        };
        // A search without branches that a processor would have to guess.
        let first = nodes.get(nodes.partition_point(|node| node.key < key)).filter(|node| node.key == key);
        let exact = match first {
            Some(node) if *node.label != *text => by(&|node| (*node.label).cmp(text)),
            first => first,
        };
        // ASCII and whatever is valid are in lower case already.
        if exact.is_none() && label.kind() == LabelKind::PutativeULabel {
            return by(&|node| compare(&node.label, text));
        }
        exact
    }
}

impl Default for Suffixes {
    fn default() -> Self {
        Self { nodes: alloc::vec![Node::default()] }
    }
}

/// The first octets as a number, in the order of the texts.
#[inline]
fn key(text: &str) -> u64 {
    let octets = text.bytes().take(8).fold(0, |key, octet| key << 8 | u64::from(octet));
    octets.checked_shl(8 * (8 - text.len().min(8)) as u32).unwrap_or(0)
}

/// Compares a label in lower case with one in whichever case.
fn compare(label: &str, other: &str) -> Ordering {
    label.chars().cmp(other.chars().map(|c| lower_case(c).unwrap_or(c)))
}

/// A label in either form as a U-label in lower case; as it is where it is none.
fn folded(text: &str) -> Box<str> {
    let label = Label::parse(text);
    let text = label.u_label().or_else(|| label.a_label()).unwrap_or(text);
    to_lower_case(text).into()
}

impl<'a> FromIterator<&'a str> for Suffixes {
    /// Each as a name in either form; `.` is the root. What is too long for a name is left out.
    fn from_iter<I: IntoIterator<Item = &'a str>>(names: I) -> Self {
        let rule = |name: &str| {
            let (name, is_exception) = name.strip_prefix('!').map_or((name, false), |name| (name, true));
            let labels = name.rsplit('.').filter(|label| !label.is_empty()).map(folded).collect();
            Rule { labels, is_exception }
        };
        let can_be = |name: &&str| name.len() <= 4 * MAX_NAME_OCTETS;
        let mut rules: Vec<Rule> = names.into_iter().filter(can_be).map(rule).collect();
        rules.sort_unstable();
        let mut suffixes = Self::default();
        // The rules that go through each node, level by level, so that what is below a node stands together.
        let mut through = alloc::vec![(&*rules, 0)];
        let mut at = 0;
        while let Some((rules, depth)) = through.get(at).copied() {
            let start = suffixes.nodes.len();
            let (ending, longer) = rules.split_at(rules.partition_point(|rule| rule.labels.len() == depth));
            let mut has_wildcard = false;
            for group in longer.chunk_by(|a, b| a.labels.get(depth) == b.labels.get(depth)) {
                let Some(label) = group.first().and_then(|rule| rule.labels.get(depth)) else { continue };
                if &**label == "*" {
                    has_wildcard |= group.iter().any(|rule| rule.labels.len() == depth + 1);
                } else {
                    suffixes.nodes.push(Node { key: key(label), label: label.clone(), ..Node::default() });
                    through.push((group, depth + 1));
                }
            }
            let end = suffixes.nodes.len();
            if let Some(node) = suffixes.nodes.get_mut(at) {
                node.below = start..end;
                node.has_wildcard = has_wildcard;
                node.is_exception = ending.iter().any(|rule| rule.is_exception);
                node.is_suffix = ending.iter().any(|rule| !rule.is_exception);
            }
            at += 1;
        }
        suffixes
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    fn registered(suffixes: &Suffixes, name: &str) -> Vec<usize> {
        let labels: Vec<Label> = name.split('.').map(Label::parse).collect();
        suffixes.registered(labels.iter()).collect()
    }

    #[test]
    fn wildcards_and_their_exceptions() {
        let suffixes: Suffixes =
            ["ck", "*.ck", "!www.ck", "jp", "*.kobe.jp", "!city.kobe.jp"].into_iter().collect();
        for (name, expected) in [
            ("a.co.ck", 0),
            ("b.a.co.ck", 1),
            ("www.ck", 0),
            ("a.www.ck", 1),
            ("co.ck", 0),
            ("ck", 0),
            ("kobe.jp", 0),
            ("a.kobe.jp", 0),
            ("b.a.kobe.jp", 0),
            ("c.b.a.kobe.jp", 1),
            ("city.kobe.jp", 0),
            ("a.city.kobe.jp", 1),
        ] {
            assert_eq!(registered(&suffixes, name), [expected], "{name}");
        }
        assert_eq!(registered(&suffixes, "a.b"), [0, 1]);
    }

    #[test]
    fn either_form_and_any_case() {
        for written in ["упр.срб", "xn--o1ach.xn--90a3ac", "XN--O1ACH.срб", "УПР.СРБ"] {
            let suffixes: Suffixes = ["срб", written].into_iter().collect();
            for name in ["а.упр.срб", "а.УПР.Срб", "A.XN--o1ACH.xn--90A3AC"] {
                assert_eq!(registered(&suffixes, name), [0], "{written} {name}");
            }
        }
    }

    #[test]
    fn labels_that_begin_with_the_same_octets() {
        let suffixes: Suffixes =
            ["aaaaaaaa.b", "aaaaaaaaa.b", "aaaaaaaac.b", "ййййааа.b", "йййй.b"].into_iter().collect();
        for name in ["x.aaaaaaaa.b", "x.aaaaaaaaa.b", "x.aaaaaaaac.b", "x.ййййААа.b", "x.йййй.b", "x.ЙЙЙЙ.b"]
        {
            assert_eq!(registered(&suffixes, name), [0], "{name}");
        }
        for name in ["x.aaaaaaa.b", "x.aaaaaaaad.b", "x.ййййа.b"] {
            assert_eq!(registered(&suffixes, name), [0, 1, 2], "{name}");
        }
    }

    #[test]
    fn none_and_the_root() {
        assert!(Suffixes::default().is_empty());
        assert_eq!(registered(&Suffixes::default(), "a.b"), [0, 1]);
        let root: Suffixes = ["."].into_iter().collect();
        assert!(!root.is_empty());
        assert_eq!(registered(&root, "a.b"), [1]);
    }
}
