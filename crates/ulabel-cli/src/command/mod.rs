//! The commands, one file each.

pub(crate) mod audit;
pub(crate) mod check;
pub(crate) mod collide;
pub(crate) mod convert;
pub(crate) mod decide;
pub(crate) mod explain;
pub(crate) mod generate;
pub(crate) mod index;
pub(crate) mod key;
pub(crate) mod lgr;
pub(crate) mod places;
pub(crate) mod policy;
mod protocols;
pub(crate) mod rebuild;
pub(crate) mod serve;
pub(crate) mod tables;
pub(crate) mod variants;
