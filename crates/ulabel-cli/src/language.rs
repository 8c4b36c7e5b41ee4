//! The language of sentences.

use ulabel::language::Language;

use crate::env::Env;

/// The language asked for, or that of the environment, or English.
pub(crate) fn choose(asked: Option<Language>, env: &Env) -> Language {
    asked.or_else(|| of_environment(env)).unwrap_or_default()
}

/// The language of the environment, by the first of the variables of POSIX that is set.
fn of_environment(env: &Env) -> Option<Language> {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| env.variable(name))?;
    Language::from_tag(set.to_str()?)
}
