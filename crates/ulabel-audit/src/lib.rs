//! The audit of many names.
#![forbid(unsafe_code)]

mod error;
pub mod input;
pub mod work;

pub use error::InputError;
