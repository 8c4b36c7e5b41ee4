//! The program `ulabel`. Everything it does is in [`run`], over an [`env::Env`] that tests can replace.

#![forbid(unsafe_code)]

mod args;
mod beside;
mod bulk;
mod command;
mod counts;
mod env;
mod exit;
mod files;
mod input;
mod load;
mod output;
mod progress;
mod ruleset;
mod run;
mod selection;
mod style;

fn main() -> std::process::ExitCode {
    run::run(env::Env::real()).into()
}
