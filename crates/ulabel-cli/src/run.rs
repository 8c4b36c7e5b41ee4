//! From arguments to exit status.

use std::sync::Arc;

use clap::Parser;
use ulabel::language::{Language, Messages};

use crate::args::{Arguments, Command};
use crate::command;
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::output::Presentation;
use crate::style::{self, Style};

/// Runs the program.
pub(crate) fn run(mut env: Env) -> Exit {
    let arguments = match Arguments::try_parse_from(std::mem::take(&mut env.arguments)) {
        Ok(arguments) => arguments,
        Err(error) => return explain_usage(&error, &mut env),
    };
    let asked = arguments.lang;
    let language = asked.or_else(|| language_of_environment(&env)).unwrap_or_default();
    let presentation = Presentation {
        style: Style::of_stdout(arguments.color, &env),
        messages: Arc::new(Messages::new(language)),
    };
    let result = match arguments.command {
        Command::Check(arguments) => command::check::run(&arguments, &presentation, &mut env),
        Command::Explain(arguments) => command::explain::run(&arguments, &presentation, &mut env),
        Command::Convert(arguments) => command::convert::run(&arguments, &presentation, &mut env),
        Command::Tables(arguments) => command::tables::run(&arguments, &mut env),
        Command::Variants(arguments) => command::variants::run(&arguments, &presentation, &mut env),
        Command::Collide(arguments) => command::collide::run(&arguments, &presentation, &mut env),
        Command::Audit(arguments) => command::audit::run(&arguments, &presentation, &mut env),
        Command::Key(arguments) => command::key::run(&arguments, &presentation, &mut env),
        Command::Lgr(arguments) => command::lgr::run(&arguments, &presentation, &mut env),
        Command::Policy(arguments) => command::policy::run(&arguments, asked, &presentation, &mut env),
        Command::Where(arguments) => command::places::run(&arguments, &presentation, &mut env),
        Command::Decide(arguments) => command::decide::run(&arguments, &presentation, &mut env),
        Command::Index(arguments) => command::index::run(&arguments, &presentation, &mut env),
        Command::Serve(arguments) => command::serve::run(&arguments, &mut env),
        Command::Completions { shell } => command::generate::completions(shell, &mut env),
        Command::Man { folder } => command::generate::man(folder.as_deref(), &mut env),
    };
    match result.and_then(|exit| Ok(env.stdout.flush().map(|()| exit)?)) {
        Ok(exit) | Err(Failure::Closed(exit)) => exit,
        Err(Failure::Message(message)) => {
            // A path or an argument may stand in it.
            let message = Style::of_stderr(&env).escape(&message);
            env.note(&format!("ulabel: {message}"));
            Exit::Failed
        }
    }
}

/// The language of the environment, by the first of the variables of POSIX that is set.
fn language_of_environment(env: &Env) -> Option<Language> {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| env.variable(name))?;
    Language::from_tag(set.to_str()?)
}

/// Help that was asked for goes to standard output, complaints about the arguments to standard error.
fn explain_usage(error: &clap::Error, env: &mut Env) -> Exit {
    let on_terminal = if error.use_stderr() { env.stderr_is_terminal } else { env.stdout_is_terminal };
    let text = error.render();
    let plain = text.to_string();
    // What was given as an argument stands in it, and may be hostile.
    let shown: Vec<_> = plain.split('\n').map(ulabel::text::escape).collect();
    let shown = shown.join("\n");
    let text = match on_terminal {
        true if plain == shown && style::wants_color(env) => text.ansi().to_string(),
        true => shown,
        false => plain,
    };
    let out = if error.use_stderr() { &mut env.stderr } else { &mut env.stdout };
    // Nothing can be done about help that nobody takes.
    let _ = out.write_all(text.as_bytes());
    if error.use_stderr() { Exit::Failed } else { Exit::Valid }
}

#[cfg(test)]
mod tests {
    use crate::env::tests::run;

    #[test]
    fn a_terminal_gets_colours_and_nothing_hostile() {
        let name = "a\u{1B}[35m\u{202E}gpj";
        let (status, stdout, stderr) = run(&["check", name], b"", true);
        assert_eq!((status, stderr.as_str()), (1, ""));
        assert!(
            stdout.starts_with("\u{1B}[1m\u{1B}[31minvalid\u{1B}[0m  a\\u{001B}[35m\\u{202E}gpj"),
            "{stdout:?}"
        );
        assert!(!stdout.contains('\u{202E}'));

        let (_, stdout, _) = run(&["check", "--color", "never", name], b"", true);
        assert!(stdout.starts_with("invalid  a\\u{001B}[35m"), "{stdout:?}");
        assert!(!stdout.contains('\u{1B}'));

        // Whoever explains to a terminal escapes too, and so does a complaint about a name.
        for arguments in [&["explain", name][..], &["convert", "--to", "a-label", name]] {
            let (_, stdout, stderr) = run(arguments, b"", true);
            assert!(!stdout.contains('\u{202E}') && !stdout.contains("\u{1B}[35m"), "{stdout:?}");
            assert!(!stderr.contains('\u{202E}') && !stderr.contains('\u{1B}'), "{stderr:?}");
        }
    }

    #[test]
    fn a_hostile_argument_or_path_is_shown_safely() {
        for arguments in
            [&["check", "--a\u{1B}[31m\u{202E}"][..], &["check", "--file", "/\u{1B}[31m\u{202E}"]]
        {
            let (status, _, stderr) = run(arguments, b"", true);
            assert_eq!(status, 2);
            assert!(stderr.contains("\\u{202E}") && !stderr.contains('\u{1B}'), "{stderr:?}");
        }
    }

    #[test]
    fn json_is_byte_true_on_a_terminal_too() {
        let (_, stdout, _) = run(&["check", "--format", "jsonl"], "b\u{202E}ü".as_bytes(), true);
        assert!(stdout.starts_with("{\"input\":\"b\u{202E}ü\""), "{stdout:?}");
    }

    #[test]
    fn help_is_a_result_and_a_wrong_argument_a_complaint() {
        let (status, stdout, stderr) = run(&["--help"], b"", false);
        assert!(status == 0 && stderr.is_empty() && stdout.contains("Exit status:"));
        let (status, stdout, stderr) = run(&["check", "--nonsense"], b"", false);
        assert!(status == 2 && stdout.is_empty() && stderr.contains("--nonsense"));
    }
}
