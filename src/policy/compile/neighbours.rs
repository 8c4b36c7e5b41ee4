//! Which built-in policy a name would fit that is under another domain than the policy's.

use alloc::string::String;
use alloc::vec::Vec;
use std::sync::OnceLock;

use crate::label::Label;
use crate::policy::builtin;
use crate::script::skeleton;

/// A country-code top-level domain that a label stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::policy) enum Neighbour {
    /// The label is one.
    Is(&'static str),
    /// The label looks like one.
    LooksLike(&'static str),
}

/// The top-level domains that have a policy, by skeleton; listed when a name is first outside, since a list of
/// names may be so as a whole.
#[derive(Clone, Debug, Default)]
pub(in crate::policy) struct Neighbours(OnceLock<Vec<(String, &'static str)>>);

impl Neighbours {
    /// The domain that the last label of a name stands for.
    pub(in crate::policy) fn of(&self, label: &Label) -> Option<Neighbour> {
        let text = label.u_label()?;
        if let Some(builtin) = builtin::find_label(text) {
            return Some(Neighbour::Is(builtin.u_label()));
        }
        let all = self.0.get_or_init(|| {
            let one = |builtin: &builtin::Builtin| (skeleton(builtin.u_label()), builtin.u_label());
            let mut all: Vec<_> = builtin::all().iter().map(one).collect();
            all.sort_unstable();
            all
        });
        let skeleton = skeleton(text);
        let at = all.binary_search_by(|(known, _)| known.as_str().cmp(&skeleton)).ok()?;
        all.get(at).map(|(_, tld)| Neighbour::LooksLike(tld))
    }
}
