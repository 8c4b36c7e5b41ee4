//! Pages in HTML: no scripts, nothing loaded from elsewhere, ready to be published.

mod description;
pub mod ruleset;
