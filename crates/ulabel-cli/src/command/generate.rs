//! `completions` and `man`, made from the one definition of the arguments.

use std::fs;
use std::path::Path;

use clap::CommandFactory;
use clap_complete::Shell;

use crate::args::Arguments;
use crate::env::Env;
use crate::exit::{Exit, Failure};

/// Writes the completions of a shell.
pub(crate) fn completions(shell: Shell, env: &mut Env) -> Result<Exit, Failure> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "ulabel", &mut text);
    env.stdout.write_all(&text)?;
    Ok(Exit::Valid)
}

/// Writes the manual page of the program, or the pages of all commands into a folder.
pub(crate) fn man(folder: Option<&Path>, env: &mut Env) -> Result<Exit, Failure> {
    let mut command = Arguments::command().disable_help_subcommand(true);
    let Some(folder) = folder else {
        let mut text = Vec::new();
        // What is global reaches every command when it is built.
        command.build();
        clap_mangen::Man::new(command).render(&mut text)?;
        env.stdout.write_all(&text)?;
        return Ok(Exit::Valid);
    };
    let written = fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(command, folder));
    written.map_err(|error| Failure::new(format!("cannot write to {}: {error}", folder.display())))?;
    Ok(Exit::Valid)
}
