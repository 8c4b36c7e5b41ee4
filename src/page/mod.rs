//! Documents for people: a ruleset as text for a terminal and, with feature `html`, as a page that is ready to
//! be published: no scripts, nothing loaded from elsewhere. With policies there is a [`Site`] too: the page on which
//! people ask for a [name](answer), and those of [policies](policy).

#[cfg(all(feature = "html", feature = "policy"))]
pub mod answer;
#[cfg(all(feature = "html", feature = "policy"))]
mod choice;
#[cfg(all(feature = "html", feature = "policy"))]
mod isolates;
#[cfg(all(feature = "html", feature = "policy"))]
pub mod policy;
#[cfg(all(feature = "html", feature = "policy"))]
pub mod policy_table;
pub mod ruleset;
#[cfg(all(feature = "html", feature = "policy"))]
mod shell;
#[cfg(all(feature = "html", feature = "policy"))]
mod site;
#[cfg(all(feature = "html", feature = "policy"))]
mod standing;

#[cfg(all(feature = "html", feature = "policy"))]
pub use shell::STYLE;
#[cfg(all(feature = "html", feature = "policy"))]
pub use site::{Address, Question, Site};
