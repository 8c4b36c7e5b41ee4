//! Requirements on the code points to come: the look-aheads of contexts, in progress.

use alloc::vec::Vec;

use super::machine::DEAD;

/// A look-ahead in progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::lgr) struct LookAhead {
    /// The number of the alternative whose automaton it is of.
    pub(in crate::lgr) alternative: usize,
    pub(in crate::lgr) state: u16,
}

/// A requirement on the code points to come.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::lgr) enum Requirement {
    /// One of these look-aheads matches.
    AnyOf(Vec<LookAhead>),
    /// This one does not match.
    Not(LookAhead),
}

/// A requirement after some of the code points.
pub(in crate::lgr) enum Settled {
    Met,
    Broken,
    Open(Requirement),
}

impl Requirement {
    /// Decides the requirement if the states reached do.
    pub(in crate::lgr) fn settle(self, is_hit: impl Fn(&LookAhead) -> bool) -> Settled {
        match self {
            Self::AnyOf(list) if list.iter().any(&is_hit) => Settled::Met,
            Self::AnyOf(mut list) => {
                list.retain(|ahead| ahead.state != DEAD);
                list.sort_unstable();
                list.dedup();
                if list.is_empty() { Settled::Broken } else { Settled::Open(Self::AnyOf(list)) }
            }
            Self::Not(ahead) if is_hit(&ahead) => Settled::Broken,
            Self::Not(ahead) if ahead.state == DEAD => Settled::Met,
            requirement => Settled::Open(requirement),
        }
    }

    /// True if it is met where nothing more comes; `ends` tells whether a look-ahead matches there.
    pub(in crate::lgr) fn is_met_at_end(&self, ends: impl Fn(&LookAhead) -> bool) -> bool {
        match self {
            Self::AnyOf(list) => list.iter().any(ends),
            Self::Not(ahead) => !ends(ahead),
        }
    }
}

/// Takes one more code point into account, with which `step` moves a look-ahead on; false if a requirement is broken.
/// Requirements that are met are dropped.
pub(in crate::lgr) fn advance(
    requirements: &mut Vec<Requirement>,
    step: impl Fn(LookAhead) -> Option<LookAhead>,
    is_hit: impl Fn(&LookAhead) -> bool,
) -> bool {
    for requirement in core::mem::take(requirements) {
        let requirement = match requirement {
            Requirement::AnyOf(list) => Requirement::AnyOf(list.into_iter().filter_map(&step).collect()),
            Requirement::Not(ahead) => match step(ahead) {
                Some(ahead) => Requirement::Not(ahead),
                None => return false,
            },
        };
        match requirement.settle(&is_hit) {
            Settled::Met => {}
            Settled::Broken => return false,
            Settled::Open(requirement) => requirements.push(requirement),
        }
    }
    true
}
