//! Generated tables; see the first lines of each file for the command that makes it.
//! `LICENSE-UNICODE` at the top of the repository applies to the data in them.

pub(crate) mod confusables;
pub(crate) mod mirrored;
pub(crate) mod sets;
