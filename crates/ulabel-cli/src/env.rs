//! The arguments, streams and environment of the program.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Read, Write};
use std::sync::{Arc, Mutex, PoisonError};

/// Arguments, streams and environment; tests make their own.
pub(crate) struct Env {
    pub(crate) arguments: Vec<OsString>,
    pub(crate) stdin: Box<dyn Read + Send>,
    pub(crate) stdout: Box<dyn Write>,
    pub(crate) stderr: Box<dyn Write>,
    pub(crate) stdin_is_terminal: bool,
    pub(crate) stdout_is_terminal: bool,
    pub(crate) stderr_is_terminal: bool,
    variable: fn(&str) -> Option<OsString>,
}

impl Env {
    /// The real one.
    pub(crate) fn real() -> Self {
        Self {
            arguments: std::env::args_os().collect(),
            stdin: Box::new(io::stdin()),
            stdout: Box::new(io::stdout()),
            stderr: Box::new(io::stderr()),
            stdin_is_terminal: io::stdin().is_terminal(),
            stdout_is_terminal: io::stdout().is_terminal(),
            stderr_is_terminal: io::stderr().is_terminal(),
            variable: |name| std::env::var_os(name),
        }
    }

    /// One for work apart from the terminal: standard input is empty, results go nowhere, and what is noted is kept.
    pub(crate) fn apart(notes: &Notes) -> Self {
        Self {
            arguments: Vec::new(),
            stdin: Box::new(io::empty()),
            stdout: Box::new(io::sink()),
            stderr: Box::new(notes.clone()),
            stdin_is_terminal: false,
            stdout_is_terminal: false,
            stderr_is_terminal: false,
            variable: |name| std::env::var_os(name),
        }
    }

    /// An environment variable that is set to something.
    pub(crate) fn variable(&self, name: &str) -> Option<OsString> {
        (self.variable)(name).filter(|value| !value.is_empty())
    }

    /// Standard input, once.
    pub(crate) fn take_stdin(&mut self) -> Box<dyn Read + Send> {
        std::mem::replace(&mut self.stdin, Box::new(io::empty()))
    }

    /// Writes a line to standard error. That it cannot be written is nothing to act on.
    pub(crate) fn note(&mut self, line: &str) {
        let _ = writeln!(self.stderr, "{line}");
    }
}

/// What an [`Env`] apart has noted.
#[derive(Clone, Default)]
pub(crate) struct Notes(Arc<Mutex<Vec<u8>>>);

impl Notes {
    /// All of it; then there is none.
    pub(crate) fn take(&self) -> String {
        let octets = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        String::from_utf8_lossy(&octets).into_owned()
    }
}

impl Write for Notes {
    fn write(&mut self, octets: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).write(octets)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use super::*;

    /// A stream that a test can look into.
    #[derive(Clone, Default)]
    pub(crate) struct Sink(Rc<RefCell<Vec<u8>>>);

    impl Sink {
        pub(crate) fn text(&self) -> String {
            String::from_utf8(self.0.borrow().clone()).unwrap()
        }
    }

    impl Write for Sink {
        fn write(&mut self, octets: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().write(octets)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// Runs the program in this process; its status, standard output and standard error.
    pub(crate) fn run(arguments: &[&str], stdin: &'static [u8], terminal: bool) -> (u8, String, String) {
        let (stdout, stderr) = (Sink::default(), Sink::default());
        let env = Env {
            arguments: std::iter::once("ulabel").chain(arguments.iter().copied()).map(Into::into).collect(),
            stdin: Box::new(stdin),
            stdout: Box::new(stdout.clone()),
            stderr: Box::new(stderr.clone()),
            stdin_is_terminal: false,
            stdout_is_terminal: terminal,
            stderr_is_terminal: terminal,
            variable: |_| None,
        };
        let exit = crate::run::run(env);
        (exit.status(), stdout.text(), stderr.text())
    }
}
