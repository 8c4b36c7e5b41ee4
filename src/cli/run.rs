//! From arguments to exit status.

use std::sync::Arc;

use clap::Parser;
use ulabel::report::lang::Messages;

use crate::args::{Arguments, Command};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::output::Look;
use crate::style::{self, Style};
use crate::{command, language};

/// Runs the program.
pub(crate) fn run(mut env: Env) -> Exit {
    let arguments = match Arguments::try_parse_from(std::mem::take(&mut env.arguments)) {
        Ok(arguments) => arguments,
        Err(error) => return explain_usage(&error, &mut env),
    };
    let look = Look {
        style: Style::of_stdout(arguments.color, &env),
        words: Arc::new(Messages::new(language::choose(arguments.lang, &env))),
    };
    let result = match arguments.command {
        Command::Check(arguments) => command::check::run(&arguments, &look, &mut env),
        Command::Explain(arguments) => command::explain::run(&arguments, &look, &mut env),
        Command::Convert(arguments) => command::convert::run(&arguments, &look, &mut env),
        Command::Tables(arguments) => command::tables::run(&arguments, &mut env),
        Command::Variants(arguments) => command::variants::run(&arguments, &look, &mut env),
        Command::Collide(arguments) => command::collide::run(&arguments, &look, &mut env),
        Command::Key(arguments) => command::key::run(&arguments, &look, &mut env),
        Command::Lgr(arguments) => command::lgr::run(&arguments, &look, &mut env),
        Command::Completions { shell } => command::generate::completions(shell, &mut env),
        Command::Man { folder } => command::generate::man(folder.as_deref(), &mut env),
    };
    match result.and_then(|exit| Ok(env.stdout.flush().map(|()| exit)?)) {
        Ok(exit) | Err(Failure::Closed(exit)) => exit,
        Err(Failure::Message(message)) => {
            env.complain(&format!("ulabel: {message}"));
            Exit::Failed
        }
    }
}

/// Help that was asked for goes to standard output, complaints about the arguments to standard error.
fn explain_usage(error: &clap::Error, env: &mut Env) -> Exit {
    let on_terminal = if error.use_stderr() { env.stderr_is_terminal } else { env.stdout_is_terminal };
    let text = error.render();
    let text =
        if on_terminal && style::wants_color(env) { text.ansi().to_string() } else { text.to_string() };
    let out = if error.use_stderr() { &mut env.stderr } else { &mut env.stdout };
    // Nothing can be done about help that nobody takes.
    let _ = out.write_all(text.as_bytes());
    if error.use_stderr() { Exit::Failed } else { Exit::Valid }
}
