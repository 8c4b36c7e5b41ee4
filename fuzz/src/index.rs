//! The targets of the index.

use crate::index_laws as laws;

/// Changed files are refused, or told to be changed.
pub fn index_file(data: &[u8]) {
    laws::damage_is_found(data);
}

/// The index agrees with a slow model. A history is as long as its octets, so it is cut.
pub fn index_history(data: &[u8]) {
    laws::history_agrees_with_model(data.get(..400).unwrap_or(data));
}
