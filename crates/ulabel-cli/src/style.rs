//! Colours, and what text from outside looks like on a terminal.

use std::borrow::Cow;

use clap::ValueEnum;
use ulabel::{Severity, Verdict};

use crate::env::Env;

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorChoice {
    /// On a terminal, unless the variable NO_COLOR is set or TERM is `dumb`.
    #[default]
    Auto,
    /// Always; text from outside is escaped as for a terminal.
    Always,
    /// Never.
    Never,
}

/// How standard output is to look.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    color: bool,
    /// Whether a person reads it: then what is invisible or hostile is shown as `\u{…}`. Pipes and
    /// files get every byte as it is.
    escape: bool,
}

impl Style {
    pub(crate) fn of_stdout(choice: ColorChoice, env: &Env) -> Self {
        let terminal = env.stdout_is_terminal;
        let color = match choice {
            ColorChoice::Auto => terminal && wants_color(env),
            ColorChoice::Always => true,
            ColorChoice::Never => false,
        };
        Self { color, escape: terminal || color }
    }

    /// Standard error has no colours of ours; a terminal is protected all the same.
    pub(crate) const fn of_stderr(env: &Env) -> Self {
        Self { color: false, escape: env.stderr_is_terminal }
    }

    /// Text from outside, safe to show where a person reads it.
    pub(crate) fn outside<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.escape { ulabel::text::escape(text) } else { Cow::Borrowed(text) }
    }

    /// The name of a verdict in its colour.
    pub(crate) fn verdict<'a>(&self, verdict: Verdict, name: &'a str) -> Painted<'a> {
        let color = match verdict {
            Verdict::Valid => GREEN,
            Verdict::Review => YELLOW,
            Verdict::Invalid => RED,
        };
        self.paint(name, color)
    }

    /// The name of a severity in its colour.
    pub(crate) fn severity<'a>(&self, severity: Severity, name: &'a str) -> Painted<'a> {
        let color = match severity {
            Severity::Info => BLUE,
            Severity::Warning => YELLOW,
            Severity::Error => RED,
        };
        self.paint(name, color)
    }

    /// A heading, or what matters most in a line.
    pub(crate) fn strong<'a>(&self, text: &'a str) -> Painted<'a> {
        self.paint(text, BOLD)
    }

    /// What may be passed over.
    pub(crate) fn faint<'a>(&self, text: &'a str) -> Painted<'a> {
        self.paint(text, FAINT)
    }

    fn paint<'a>(&self, text: &'a str, color: &'static str) -> Painted<'a> {
        Painted { text, color: if self.color { color } else { "" } }
    }
}

/// Whether a terminal may be coloured when nobody said so.
pub(crate) fn wants_color(env: &Env) -> bool {
    env.variable("NO_COLOR").is_none() && env.variable("TERM").is_none_or(|term| term != "dumb")
}

const BOLD: &str = "1";
const FAINT: &str = "2";
const RED: &str = "1;31";
const GREEN: &str = "32";
const YELLOW: &str = "33";
const BLUE: &str = "34";

/// A piece of text in a colour; width and alignment count the text alone.
pub(crate) struct Painted<'a> {
    text: &'a str,
    color: &'static str,
}

impl std::fmt::Display for Painted<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.color.is_empty() {
            return f.pad(self.text);
        }
        write!(f, "\u{1B}[{}m", self.color)?;
        f.pad(self.text)?;
        f.write_str("\u{1B}[0m")
    }
}
