//! One thing asked in a request, or many: an array, or JSON Lines without an end.
//!
//! A route says how it [answers](Answer) one thing; here is all that comes around that. An array is read whole, which
//! its limits allow, so that a fault in it refuses the request; JSON Lines are read as they come, and a faulty line is
//! answered by a problem with its number. Either is cut into stretches that are worked on apart, a few of them at a
//! time, and written in their order. A client that does not read stops the work, and by that the reading.

mod asked;
mod lines;
mod respond;
mod stretch;

pub(crate) use asked::{Asked, Named, Text, string_or_object};
pub(crate) use respond::{json, respond, respond_to_one};
pub(crate) use stretch::append_json;

use serde::de::DeserializeOwned;
use ulabel::language::Language;

use crate::error::Problem;
use crate::workers::Deadline;

/// What answers one thing after another, in JSON. Each stretch has a clone.
pub(crate) trait Answer: Clone + Send + 'static {
    /// What is asked.
    type Asked: DeserializeOwned + Send + 'static;

    /// How many are worked on in one go; that should take some milliseconds at most.
    const STRETCH: usize;

    /// True if one takes some microseconds, whatever it is, and waits for nothing.
    const IS_QUICK: bool;

    /// The language that sentences of the answers are in; none if they have no sentences.
    fn language(&self) -> Option<Language> {
        None
    }

    /// Appends the answer to one. What was appended before an error is taken away again.
    ///
    /// # Errors
    ///
    /// Why there is none; it stands in the place of the answer.
    fn answer(&mut self, asked: Self::Asked, deadline: Deadline, out: &mut Vec<u8>) -> Result<(), Problem>;

    /// Ends a stretch.
    fn end(&mut self) {}
}
