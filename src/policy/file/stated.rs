//! What a policy and its tables state, key by key: so that two policies can be compared in whatever the format has.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use super::value::{Keys as _, Value as _};
use super::write::{Toml, inline};
use crate::policy::model::{CodePointSet, Policy, Table};

/// A value that is stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::policy) enum Stated {
    One(String),
    /// The members of a list, as the file has them.
    Many(Vec<String>),
    Letters(CodePointSet),
}

/// The values by key, `length.min` for a key within a key. What has its default is not there.
pub(in crate::policy) type Statements = BTreeMap<String, Stated>;

/// What a policy states, without its tables.
pub(in crate::policy) fn of_policy(policy: &Policy) -> Statements {
    let keys = policy.write_keys().into_iter().filter(|(key, _)| key != "table");
    let mut all = Statements::new();
    keys.for_each(|(key, value)| add(key, value, &mut all));
    all
}

/// What a table states.
pub(in crate::policy) fn of_table(table: &Table) -> Statements {
    let mut all = Statements::new();
    // A list that is another than the default is no list that was added.
    add("digits".into(), table.digits.write(), &mut all);
    table.write_keys().into_iter().for_each(|(key, value)| add(key, value, &mut all));
    all
}

fn add(key: String, value: Toml, all: &mut Statements) {
    let stated = match value {
        Toml::Table(keys) => {
            keys.into_iter().for_each(|(inner, value)| add(format!("{key}.{inner}"), value, all));
            return;
        }
        Toml::Text(text) | Toml::Bare(text) => Stated::One(text),
        Toml::Array(members) => Stated::Many(members.iter().map(member).collect()),
        Toml::Letters(letters) => Stated::Letters(letters),
    };
    all.insert(key, stated);
}

impl fmt::Display for Stated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(text) => f.write_str(text),
            Self::Many(members) => f.write_str(&members.join(", ")),
            Self::Letters(letters) => letters.fmt(f),
        }
    }
}

impl Policy {
    /// What the policy states beside its tables, key by key as its file has them: `length.min` for a key within
    /// another. What has its default is not there.
    ///
    /// ```
    /// let policy = ulabel::policy::builtin::find("ch").unwrap().policy().unwrap();
    /// assert!(policy.statements().contains(&("length.min".into(), "3".into())));
    /// ```
    #[must_use]
    pub fn statements(&self) -> Vec<(String, String)> {
        of_policy(self).into_iter().map(|(key, stated)| (key, stated.to_string())).collect()
    }
}

/// A member of a list: text as it is, anything else as the file has it.
fn member(value: &Toml) -> String {
    match value {
        Toml::Text(text) => text.clone(),
        value => inline(value),
    }
}
