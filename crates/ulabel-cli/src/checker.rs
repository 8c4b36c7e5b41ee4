//! The one place where arguments become a checker.

use std::path::Path;

use ulabel::{Checker, Settings};

use crate::args::CheckerArguments;
use crate::env::Env;
use crate::exit::Failure;
use crate::{policies, ruleset};

/// The checker that the arguments ask for. What a user of its policy should know goes to standard error.
pub(crate) fn build(arguments: &CheckerArguments, env: &mut Env) -> Result<Checker, Failure> {
    let checker = without_rulesets(arguments, env)?;
    Ok(match ruleset::tables(&arguments.rulesets, env)? {
        Some(tables) => checker.with_tables(tables),
        None => checker,
    })
}

fn without_rulesets(arguments: &CheckerArguments, env: &mut Env) -> Result<Checker, Failure> {
    let found = match (&arguments.tld, &arguments.policy) {
        (Some(tld), _) => Some(policies::of_tld(tld)?),
        (None, Some(name)) => Some(policies::of_id_or_file(name)?),
        (None, None) => None,
    };
    let Some(mut found) = found else {
        let mut settings = Settings::default();
        settings.protocol = arguments.protocol.map_or(settings.protocol, Into::into);
        settings.version = arguments.unicode.unwrap_or(settings.version);
        return Ok(Checker::new(settings));
    };
    let policy = &mut found.policy;
    policy.protocol = arguments.protocol.map_or(policy.protocol, Into::into);
    policy.unicode = arguments.unicode.unwrap_or(policy.unicode);
    if let Some(notice) = found.notice() {
        env.complain(&notice);
    }
    let name = arguments.policy.as_deref().unwrap_or_default();
    let compiled =
        found.compile().map_err(|refused| Failure::new(policies::told(Path::new(name), &refused)))?;
    Ok(Checker::with_compiled_policy(compiled))
}
