//! What people read as a whole: rulesets as text for a terminal and, with feature `html`, as pages that are
//! ready to be published. A page has no scripts and loads nothing from elsewhere.

pub mod ruleset;
