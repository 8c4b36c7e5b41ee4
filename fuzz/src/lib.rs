//! The targets and the laws that they call, which are those of the tests of the crate.

pub mod entry;
#[path = "../../tests/decision_laws.rs"]
mod decision_laws;
pub mod index;
#[path = "../../tests/invariants.rs"]
mod invariants;
#[path = "../../tests/lgr_laws.rs"]
mod lgr_laws;
#[path = "../../tests/policy_laws.rs"]
mod policy_laws;

#[path = "../../tests/lgr_engine"]
mod lgr_engine {
    pub(crate) mod laws;
    mod reference;
    mod small;
}

#[path = "../../crates/ulabel-index/tests/laws.rs"]
mod index_laws;
