//! The commands, one file each.

pub(crate) mod check;
pub(crate) mod convert;
pub(crate) mod explain;
pub(crate) mod generate;
pub(crate) mod lgr;
pub(crate) mod policy;
pub(crate) mod tables;
mod ways_out;
