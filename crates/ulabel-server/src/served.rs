//! What the service answers from: policies with their tables, and an index of names that exist.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use arc_swap::ArcSwap;
use ulabel::Checker;
use ulabel::decision::Decider;
use ulabel::policy::builtin::{self, Builtin};
use ulabel_index::{Index, IndexError};

use crate::error::{Code, Problem};

/// What is served at one time; a reload puts another in its place.
#[derive(Debug)]
pub struct Served {
    policies: Policies,
    existing: Option<Existing>,
}

impl Served {
    /// Policies, and the names that exist.
    #[must_use]
    pub const fn new(policies: Policies, existing: Option<Existing>) -> Self {
        Self { policies, existing }
    }

    /// The policies.
    #[must_use]
    pub const fn policies(&self) -> &Policies {
        &self.policies
    }

    /// The names that exist, where an index of them is served.
    #[must_use]
    pub const fn existing(&self) -> Option<&Existing> {
        self.existing.as_ref()
    }
}

/// Why what is to be served cannot be loaded, for the operator.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct LoadError(pub String);

/// The policies that requests can name.
///
/// ```
/// use ulabel::Checker;
/// use ulabel_server::Policies;
///
/// let policies = Policies::given([("mine".to_owned(), Checker::registration())]);
/// assert!(policies.checker(None).unwrap().check("bücher").is_valid());
/// assert!(policies.checker(Some("mine")).is_ok());
/// assert!(policies.checker(Some("ch")).is_err());
///
/// let policies = Policies::builtin();
/// assert!(!policies.checker(Some("ch")).unwrap().check("straße.ch").is_valid());
/// ```
#[derive(Debug)]
pub struct Policies {
    given: Vec<(String, Arc<Checker>)>,
    /// Asked where a request names no policy and none is given: IDNA2008's registration protocol.
    protocol: Arc<Checker>,
    /// Those built in, each made when it is first asked for; empty where they are not served.
    builtin: HashMap<&'static str, (&'static Builtin, WhenAsked)>,
}

/// A checker that is made once, when it is first asked for.
type WhenAsked = OnceLock<Option<Arc<Checker>>>;

impl Policies {
    /// Those that are given, each by its name. The first is asked where a request names none.
    pub fn given(policies: impl IntoIterator<Item = (String, Checker)>) -> Self {
        let given = policies.into_iter().map(|(id, checker)| (id, Arc::new(checker))).collect();
        Self { given, protocol: Arc::new(Checker::registration()), builtin: HashMap::new() }
    }

    /// Those that are built in. Where a request names none, IDNA2008's registration protocol is asked.
    #[must_use]
    pub fn builtin() -> Self {
        Self::given([]).with_builtin()
    }

    /// These, and those that are built in; one that is given goes before one built in of the same name.
    #[must_use]
    pub fn with_builtin(self) -> Self {
        let all = builtin::all().iter().chain(builtin::starts());
        Self { builtin: all.map(|builtin| (builtin.id(), (builtin, OnceLock::new()))).collect(), ..self }
    }

    /// The checker of the policy with this name: an id, or for one built in also what `--tld` takes. Without a name, that
    /// of the first given, or the registration protocol alone.
    ///
    /// A policy that is built in is made ready when it is first asked for, which takes some milliseconds.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub fn checker(&self, name: Option<&str>) -> Result<Arc<Checker>, UnknownPolicy> {
        let Some(name) = name else {
            return Ok(self.given.first().map_or(&self.protocol, |(_, checker)| checker).clone());
        };
        if let Some(checker) = self.given_one(name) {
            return Ok(checker.clone());
        }
        let found = builtin::find(name).and_then(|builtin| self.builtin.get(builtin.id()));
        let (builtin, ready) = found.ok_or(UnknownPolicy)?;
        let make = || builtin.policy().and_then(|policy| Checker::with_policy(&policy)).ok().map(Arc::new);
        // A test makes every policy that is built in ready.
        ready.get_or_init(make).clone().ok_or(UnknownPolicy)
    }

    /// The names of those that are given, in their order, and then of those built in.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let all = builtin::all().iter().chain(builtin::starts()).map(|builtin| -> &str { builtin.id() });
        self.given.iter().map(|(id, _)| id.as_str()).chain(all.filter(|id| self.builtin.contains_key(id)))
    }

    /// The checker that is given under this name.
    #[must_use]
    pub fn given_one(&self, name: &str) -> Option<&Arc<Checker>> {
        self.given.iter().find(|(id, _)| id == name).map(|(_, checker)| checker)
    }

    /// The names of those that are given; where none is, those of what registries take today, without the starts.
    pub fn operators(&self) -> impl Iterator<Item = &str> {
        let given = self.given.iter().map(|(id, _)| id.as_str());
        let is_asked = |builtin: &&Builtin| self.given.is_empty() && self.builtin.contains_key(builtin.id());
        given.chain(builtin::all().iter().filter(is_asked).map(|builtin| -> &str { builtin.id() }))
    }

    /// What is built in under this name, where it is served and no other policy of the name is given.
    #[must_use]
    pub fn built_in(&self, name: &str) -> Option<&'static Builtin> {
        let is_given = self.given_one(name).is_some();
        builtin::find(name).filter(|builtin| !is_given && self.builtin.contains_key(builtin.id()))
    }

    /// True if every policy that the name may stand for is ready, so that [`Policies::checker`] takes no time.
    #[must_use]
    pub fn is_ready(&self, name: Option<&str>) -> bool {
        let Some(name) = name else { return true };
        self.given_one(name).is_some()
            || builtin::find(name)
                .and_then(|builtin| self.builtin.get(builtin.id()))
                .is_none_or(|(_, ready)| ready.get().is_some())
    }
}

/// There is no policy of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no such policy")]
pub struct UnknownPolicy;

impl From<UnknownPolicy> for Problem {
    fn from(unknown: UnknownPolicy) -> Self {
        Self::new(Code::NotFound, unknown.to_string())
    }
}

/// The names that exist, and what decides beside them.
pub struct Existing {
    decider: Arc<Decider>,
    /// The last state that was read.
    index: ArcSwap<Index>,
    /// Held by the one that reads, so that an older state never takes the place of a newer one.
    refreshing: Mutex<()>,
}

impl Existing {
    /// The names of an index, and what decides beside them.
    #[must_use]
    pub fn new(decider: Decider, index: Index) -> Self {
        Self { decider: Arc::new(decider), index: ArcSwap::from_pointee(index), refreshing: Mutex::default() }
    }

    /// What decides.
    #[must_use]
    pub fn decider(&self) -> &Arc<Decider> {
        &self.decider
    }

    /// The index, in the last state that was read.
    #[must_use]
    pub fn index(&self) -> Arc<Index> {
        self.index.load_full()
    }

    /// Goes on to the last state of the index, which another process may have changed; true if that is another. It reads
    /// files.
    ///
    /// # Errors
    ///
    /// As for [`Index::refresh`]; then the state is the one before.
    pub fn refresh(&self) -> Result<bool, IndexError> {
        let _refreshing = self.refreshing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut index = Index::clone(&self.index.load());
        let is_another = index.refresh()?;
        if is_another {
            self.index.store(Arc::new(index));
        }
        Ok(is_another)
    }
}

impl fmt::Debug for Existing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Existing").field("index", &self.index.load()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_policy_built_in_is_ready_when_asked_for() {
        let policies = Policies::builtin();
        for name in policies.names() {
            assert!(policies.checker(Some(name)).is_ok(), "{name}");
        }
        assert!(policies.is_ready(Some("ch")));
    }
}
