//! What names are held to.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt;
use std::sync::Arc;

use ulabel::Checker;
use ulabel::collisions::NameKeys;
use ulabel::lgr::Tables;

/// Gives the checker of a top-level domain, in either form; none where it knows none.
pub type CheckerOfDomain = dyn Fn(&str) -> Option<Checker> + Send + Sync;

/// What names are held to: one checker, or for each top-level domain its own.
#[derive(Clone)]
pub enum Judge {
    /// All of them to the same rules.
    One(Box<Checker>),
    /// Each to the rules of its last label, which this gives for a label in either form; IDNA2008's registration protocol
    /// alone where it gives none.
    ByDomain(Arc<CheckerOfDomain>),
}

impl fmt::Debug for Judge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(checker) => f.debug_tuple("One").field(checker).finish(),
            Self::ByDomain(_) => f.write_str("ByDomain"),
        }
    }
}

/// The checkers of one thread, each made once.
pub(crate) struct Judges {
    judge: Judge,
    known: HashMap<Vec<u8>, usize>,
    list: Vec<Rules>,
}

/// A checker, and the keys of names under its tables.
pub(crate) struct Rules {
    pub(crate) checker: Checker,
    pub(crate) keys: NameKeys,
}

impl Rules {
    fn new(checker: Checker) -> Self {
        let keys = NameKeys::new(tables(&checker));
        Self { checker, keys }
    }
}

/// The tables by which names collide: those of rulesets, or else those of the policy.
pub(crate) fn tables(checker: &Checker) -> Option<Arc<Tables>> {
    let of_rulesets = checker.tables().cloned();
    of_rulesets.or_else(|| checker.policy().and_then(|policy| policy.tables().cloned()))
}

impl Judges {
    pub(crate) fn new(judge: &Judge) -> Self {
        let list = match judge {
            Judge::One(checker) => vec![Rules::new((**checker).clone())],
            Judge::ByDomain(_) => Vec::new(),
        };
        Self { judge: judge.clone(), known: HashMap::new(), list }
    }

    /// The number of the rules that a name is held to, which [`Judges::rules`] gives.
    pub(crate) fn find(&mut self, name: &[u8]) -> usize {
        let Judge::ByDomain(checkers) = &self.judge else { return 0 };
        let name = name.strip_suffix(b".").unwrap_or(name);
        let last = memchr::memrchr(b'.', name).map_or(name, |dot| name.get(dot + 1..).unwrap_or_default());
        if let Some(number) = self.known.get(last) {
            return *number;
        }
        // What hostile names end in is not kept without a bound.
        const MOST: usize = 4096;
        if self.known.len() >= MOST {
            self.known.clear();
            self.list.clear();
        }
        let checker = std::str::from_utf8(last).ok().and_then(|last| checkers(last));
        match self.known.entry(last.to_vec()) {
            Entry::Occupied(entry) => *entry.get(),
            Entry::Vacant(entry) => {
                self.list.push(Rules::new(checker.unwrap_or_else(Checker::registration)));
                *entry.insert(self.list.len() - 1)
            }
        }
    }

    pub(crate) fn rules(&mut self, number: usize) -> Option<&mut Rules> {
        self.list.get_mut(number)
    }
}
