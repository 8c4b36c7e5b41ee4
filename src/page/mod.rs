//! Documents for people: a ruleset as text for a terminal and, with feature `html`, as a page that is ready to
//! be published: no scripts, nothing loaded from elsewhere.

#[cfg(all(feature = "html", feature = "policy"))]
pub mod policy_table;
pub mod ruleset;
