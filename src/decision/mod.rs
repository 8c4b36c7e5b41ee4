//! The registration decision: may this holder have this label, beside the names that exist.
//!
//! A [`Decider`] is a policy made ready for it. It makes the [keys](IndexKeys) by which a [store](NameStore) keeps
//! [records](NameRecord), reads through the store what is in one variant set with a candidate, and answers with a
//! [`Decision`]: available or not, the [reason](Reason), the status in the words of the EPP extension for variant
//! sets, the primary name, the command that registers the name, and what the name looks like. Nothing here reads a
//! file: [`NamesInMemory`] is a store in memory, and the crate `ulabel-index` has one on disk.
//!
//! A variant set is never listed: what exists is looked up by the coarse key, and the exact test decides.
//!
//! [`Decider::members`] tells the other names of a set, for the answers of protocols to questions about a name;
//! [`Decider::withheld`] those that the registry keeps beside a primary name, for its deposits.
//!
//! Main types: [`Decider`], [`Request`], [`Decision`], [`NameRecord`], [`NameStore`].

mod decide;
mod decider;
#[allow(clippy::module_inception)]
mod decision;
mod keys;
mod look_alikes;
mod members;
mod record;
mod set;
mod sets;
mod status;
mod store;
mod withheld;

pub use decider::Decider;
pub use decision::{Decision, Request, under_domain};
pub use keys::IndexKeys;
pub use look_alikes::{Likeness, LookAlike, MAX_LOOK_ALIKES};
pub use members::{Member, Members};
pub use record::{Created, NameRecord, NameState, NoMoment};
pub use status::{EppCommand, Reason, SetStatus};
pub use store::{NameStore, NamesInMemory};
pub use withheld::Withheld;
